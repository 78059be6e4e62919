"""Signatures of the record's entries: who signed a note and where, and checked again, that it is what was written."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from record import devices, enrolments, kinds, sealing
from record.audit import AuditEvent
from record.delivering import is_doubted
from record.enrolments import Enrolment
from record.entries import ACCEPTED, MERGED, Entry, Incoming
from record.json_text import read_kept
from record.merging import has_same_words, lower_ids
from record.notes import words_of
from record.quarantine import QuarantineItem, same_entry

Reader = Callable[[Any], Incoming]
AT_ONCE = 500
CHECKED = (
    Entry.entry_id,
    Entry.revision,
    Entry.author_id,
    Entry.device_id,
    Entry.raw,
    Entry.signature,
    Entry.problems,
)


@dataclass(frozen=True)
class Signature:
    """By whom a note was signed, on which tablet and when, and whether its words have changed since."""

    person_id: str
    tablet: str
    at: datetime
    is_changed: bool


def signature_of(session: Session, note: Any, read: Reader) -> Signature | None:
    """The signature that came with a note's words and holds, or the last one where they have changed since; None for a
    note that nobody signed. `read` is the door's reader of entries."""
    held = (entry for entry in _signed_entries(session, note) if _holds(session, note.school_id, entry))
    last = next(held, None)
    if last is None:
        return None
    # One after the other, and only where one may stand: each is a signature to be checked.
    looked_at = chain((last,), held) if note.is_signed else ()
    standing = next((entry for entry in looked_at if _says(read, entry.raw, note.body)), None)
    entry = standing or last
    tablet = devices.device_of(session, note.school_id, entry.device_id)
    at = entry.recorded_at or entry.received_at
    return Signature(entry.author_id, tablet.name, at, is_changed=standing is None)


def _holds(session: Session, school_id: str, entry: Entry) -> bool:
    if is_doubted(entry.problems):
        return False
    theirs = enrolments.enrolments_of(session, school_id, entry.author_id, entry.device_id)
    return any(sealing.is_signed_by(each.sign_key, entry.raw, entry.signature or "") for each in theirs)


def _signed_entries(session: Session, note: Any) -> Iterator[Entry]:
    """The entries that a note was made of and that came with a signature, last received first."""
    mended = select(QuarantineItem.entry_id, QuarantineItem.revision, QuarantineItem.digest).where(
        QuarantineItem.school_id == note.school_id, QuarantineItem.filed_as == note.id
    )
    origins, ids = [(Entry.entry_id == note.id) & Entry.status.in_((ACCEPTED, MERGED))], {note.id}
    for item in session.execute(mended):
        same = (Entry.revision == item.revision) & (Entry.digest == item.digest)
        origins.append((Entry.entry_id == item.entry_id) & same)
        ids.add(item.entry_id)
    # By ids, which an index knows: asked for one origin or the other alone, SQLite reads every entry of the school.
    of_ids = Entry.entry_id.in_(ids)
    query = select(Entry).where(Entry.school_id == note.school_id, of_ids, Entry.signature.is_not(None), or_(*origins))
    return iter(session.scalars(query.order_by(Entry.received_at.desc(), Entry.revision.desc())))


def _says(read: Reader, raw: str, body: dict[str, Any]) -> bool:
    """Whether a note's body says what an entry said as it was signed."""
    sent = read_kept(raw)
    told = read(sent)
    words = lower_ids(sent["body"]) if told.problems else told.body
    return has_same_words(body, words_of(words))


def count(session: Session, school_id: str) -> int:
    """How many signatures the school has that are checked."""
    query = select(func.count()).select_from(Entry).where(Entry.school_id == school_id, Entry.signature.is_not(None))
    return (session.scalar(query) or 0) - count_doubted(session, school_id)


def count_doubted(session: Session, school_id: str) -> int:
    """How many entries came with a seal or signature that was not believed, and waited in quarantine for it."""
    query = select(Entry.problems).join(QuarantineItem, same_entry())
    rows = session.scalars(query.where(Entry.school_id == school_id, Entry.signature.is_not(None)))
    return sum(is_doubted(problems) for problems in rows)


def faults(session: Session, school_id: str, read: Reader) -> Iterator[str]:
    """Name every entry whose signature is not one of its author's keys' on its device, or is another entry's; every
    note that does not say what was signed; and every signature that is gone. `read` is the door's reader of entries."""
    keys = _keys(session, school_id)
    query = select(*CHECKED).where(Entry.school_id == school_id, Entry.signature.is_not(None))
    for row in session.execute(query, execution_options={"yield_per": AT_ONCE}):
        if is_doubted(row.problems):
            continue  # said not to hold as it arrived: who filed it by hand has seen that
        theirs = keys.get((row.author_id, row.device_id), [])
        if not any(sealing.is_signed_by(key, row.raw, row.signature) for key in theirs):
            yield f"entry {row.entry_id}, revision {row.revision}: the signature does not hold"
        elif not _is_of(row, read):
            yield f"entry {row.entry_id}, revision {row.revision}: what was signed is another entry"
    for kind in kinds.NOTES:
        yield from _unlike_signed(session, school_id, kind, read)
    yield from _lost(session, school_id)


def _is_of(row: Any, read: Reader) -> bool:
    sent = read_kept(row.raw)
    if not isinstance(sent, dict):
        return True  # too deep to be read again: it says nothing of any note
    if (sent.get("id"), sent.get("revision")) == (row.entry_id, row.revision):
        return True
    # In capitals, or none that can be read: it is known as the door reads it.
    told = read(sent)
    return (told.id, told.revision) == (row.entry_id, row.revision)


def _unlike_signed(session: Session, school_id: str, kind: str, read: Reader) -> Iterator[str]:
    """The notes that stand as they were signed, by the record's own word, and say something else."""
    table = kinds.table(kind)
    columns = (table.id, table.pupil_id, table.device_id, table.revision, table.body)
    query = select(*columns).where(table.school_id == school_id, table.is_signed)
    for notes in session.execute(query, execution_options={"yield_per": AT_ONCE}).partitions():
        signed: dict[str, list[Any]] = {}
        of_these = select(Entry.entry_id, Entry.device_id, Entry.revision, Entry.raw).where(
            Entry.school_id == school_id,
            Entry.entry_id.in_([note.id for note in notes]),
            Entry.signature.is_not(None),
            Entry.status.in_((ACCEPTED, MERGED)),
        )
        for entry in session.execute(of_these):
            signed.setdefault(entry.entry_id, []).append(entry)
        for note in notes:
            if problem := _unlike(note, signed.get(note.id, []), read):
                yield f"{kind} {note.id}: {problem}"


def _unlike(note: Any, signed: list[Any], read: Reader) -> str | None:
    # The revision that stands, where one of its tablet's has its number; after a settled conflict it may be another's.
    own = [entry for entry in signed if (entry.device_id, entry.revision) == (note.device_id, note.revision)]
    if not signed:
        return "its signature is gone"
    is_said = any(_says(read, each.raw, note.body) for each in own or signed)
    return None if is_said and note.body["pupil_id"] == note.pupil_id else "it does not say what was signed"


def _lost(session: Session, school_id: str) -> Iterator[str]:
    """The entries that came signed, by the trail's word, and are not any more."""
    query = select(AuditEvent.subject_id, AuditEvent.device_id, AuditEvent.detail).where(
        AuditEvent.school_id == school_id,
        AuditEvent.detail.contains('"signed":true'),
        AuditEvent.action.like("entry %"),
    )
    for events in session.execute(query, execution_options={"yield_per": AT_ONCE}).partitions():
        columns = (Entry.entry_id, Entry.device_id, Entry.revision, Entry.digest)
        here = select(*columns).where(
            Entry.school_id == school_id,
            Entry.entry_id.in_({event.subject_id for event in events}),
            Entry.signature.is_not(None),
        )
        signed = {tuple(row) for row in session.execute(here)}
        for event in events:
            told = json.loads(event.detail)
            if (event.subject_id, event.device_id, told["revision"], told["digest"]) not in signed:
                yield f"entry {event.subject_id}, revision {told['revision']}: it came signed, and is not any more"


def _keys(session: Session, school_id: str) -> dict[tuple[str, str], list[object]]:
    found: dict[tuple[str, str], list[object]] = {}
    query = select(Enrolment.person_id, Enrolment.device_id, Enrolment.sign_key)
    for person_id, device_id, key in session.execute(query.where(Enrolment.school_id == school_id)):
        if key:
            found.setdefault((person_id, device_id), []).append(key)
    return found
