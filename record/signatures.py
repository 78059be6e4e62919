"""Signatures of the record's entries: who signed a note and where, and checked again, that it is what was written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from record import devices, enrolments, sealing
from record.enrolments import Enrolment
from record.entries import ACCEPTED, MERGED, Entry
from record.quarantine import QuarantineItem


@dataclass(frozen=True)
class Signature:
    """By whom a note was signed, on which tablet and when, and whether its words have changed since."""

    person_id: str
    tablet: str
    at: datetime
    is_changed: bool


def signature_of(session: Session, note: Any) -> Signature | None:
    """The last signature that came with a note's words and holds; None for a note that nobody signed."""
    for entry in _signed_entries(session, note):
        theirs = enrolments.enrolments_of(session, note.school_id, entry.author_id, entry.device_id)
        if any(sealing.is_signed_by(each.sign_key, entry.raw, entry.signature or "") for each in theirs):
            tablet = devices.device_of(session, note.school_id, entry.device_id)
            at = entry.recorded_at or entry.received_at
            return Signature(entry.author_id, tablet.name, at, is_changed=not note.is_signed)
    return None


def _signed_entries(session: Session, note: Any) -> Iterator[Entry]:
    """The entries that a note was made of and that came with a signature, last received first."""
    mended = select(QuarantineItem.entry_id, QuarantineItem.revision, QuarantineItem.digest).where(
        QuarantineItem.school_id == note.school_id, QuarantineItem.filed_as == note.id
    )
    origins = [(Entry.entry_id == note.id) & Entry.status.in_((ACCEPTED, MERGED))]
    for item in session.execute(mended):
        same = (Entry.revision == item.revision) & (Entry.digest == item.digest)
        origins.append((Entry.entry_id == item.entry_id) & same)
    query = select(Entry).where(Entry.school_id == note.school_id, Entry.signature.is_not(None), or_(*origins))
    return iter(session.scalars(query.order_by(Entry.received_at.desc(), Entry.revision.desc())))


def count(session: Session, school_id: str) -> int:
    """How many signed entries the school has."""
    query = select(func.count()).select_from(Entry).where(Entry.school_id == school_id, Entry.signature.is_not(None))
    return session.scalar(query) or 0


def faults(session: Session, school_id: str) -> Iterator[str]:
    """Name every filed entry whose signature is not one of its author's keys' on its device."""
    keys = _keys(session, school_id)
    columns = (Entry.entry_id, Entry.revision, Entry.author_id, Entry.device_id, Entry.raw, Entry.signature)
    query = select(*columns).where(
        Entry.school_id == school_id, Entry.signature.is_not(None), Entry.status != "quarantined"
    )
    for row in session.execute(query, execution_options={"yield_per": 1000}):
        theirs = keys.get((row.author_id, row.device_id), [])
        if not any(sealing.is_signed_by(key, row.raw, row.signature) for key in theirs):
            yield f"entry {row.entry_id}, revision {row.revision}: the signature does not hold"


def _keys(session: Session, school_id: str) -> dict[tuple[str, str], list[object]]:
    found: dict[tuple[str, str], list[object]] = {}
    query = select(Enrolment.person_id, Enrolment.device_id, Enrolment.sign_key)
    for person_id, device_id, key in session.execute(query.where(Enrolment.school_id == school_id)):
        if key:
            found.setdefault((person_id, device_id), []).append(key)
    return found
