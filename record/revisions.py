"""Revisions: what a later revision of a note does to it, whoever wrote it and in whatever order they arrive."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from record import changes, conflicts, kinds
from record.entries import ACCEPTED, CONFLICT, MERGED, QUARANTINED, Entry, Incoming, Problem, Receipt, Result
from record.merging import Body, has_same_words, lower_ids, merge
from record.people import Person

ID_IS_USED = Result(QUARANTINED, None, (Problem("id", "This id already belongs to another entry"),))


@dataclass(frozen=True)
class Base:
    """What the writer had before them: the body, and the record's version it corresponds to."""

    body: Body
    version: int


def revise(
    session: Session, author: Person, device_id: str, entry: Incoming, filed: list[Receipt], now: datetime
) -> Result:
    """Apply a revision to the note that has its id. `filed` is what was filed under the id before."""
    lineage = _lineage(author, device_id, entry, filed)
    if lineage is None:
        return ID_IS_USED
    note = kinds.note_of(session, author.school_id, entry.kind or "", entry.id)
    if note.pupil_id != entry.pupil_id:
        return ID_IS_USED
    if any(receipt.revision > entry.revision and not _was_read(receipt, entry) for receipt in lineage):
        # A later revision from the same hand came first: this one is kept as received and changes nothing.
        return Result(ACCEPTED, note.version)
    own = lineage[-1] if lineage else None
    base = _base(session, author.school_id, entry, note, own)
    pair = conflicts.open_pair(session, entry.id, author.id, device_id) if own and own.status == CONFLICT else None
    merged = merge(base.body, note.body, entry.body)
    if merged.clashes or pair is not None:
        clashes = list(merged.clashes) or (pair.fields if pair else [])
        _keep_both(session, author, device_id, entry, note, clashes, pair, now)
        return Result(CONFLICT, note.version)
    others_changed = note.version != base.version
    if merged.body != note.body:
        note.revision = entry.revision
        note.device_id = device_id
        # Merged words are nobody's own: what was signed is not what stands.
        note.is_signed = entry.signature is not None and has_same_words(merged.body, entry.body)
        kinds.rewrite(session, entry.kind or "", note, merged.body, author.id, now)
    return Result(MERGED if others_changed else ACCEPTED, note.version)


def _lineage(author: Person, device_id: str, entry: Incoming, filed: list[Receipt]) -> list[Receipt] | None:
    """The revisions of this note by the same hand, lowest first; None when the id belongs to something else.

    Without a base version the entry claims to be the author's own new note or a change of it; with one, somebody
    had the record's version before them, and may be anybody who may write about the pupil.
    """
    if any((receipt.kind, receipt.pupil_id) != (entry.kind, entry.pupil_id) for receipt in filed):
        return None
    if entry.base_version is not None:
        return _by_revision(r for r in filed if (r.author_id, r.device_id) == (author.id, device_id))
    theirs = [receipt for receipt in filed if receipt.author_id == author.id]
    # Revisions are counted on each tablet: what its author went on to write on another says nothing of this one's.
    own = _by_revision([r for r in theirs if r.device_id == device_id] or theirs)
    if not own or any(receipt.revision == entry.revision for receipt in own):
        return None
    return own


def _was_read(receipt: Receipt, entry: Incoming) -> bool:
    """Whether the writer had read what became of an earlier revision: then theirs is later, whatever its number. A
    tablet counts from 1 again when it has forgotten its own copies (after thirty days, or with its storage)."""
    return entry.base_version is not None and receipt.version is not None and receipt.version <= entry.base_version


def _by_revision(receipts: Any) -> list[Receipt]:
    return sorted(receipts, key=lambda receipt: receipt.revision)


def _base(session: Session, school_id: str, entry: Incoming, note: Any, own: Receipt | None) -> Base:
    told = entry.base_version
    if own is not None and own.version is not None and (told is None or own.version > told):
        # The writer went on from their own last revision, not having heard what became of it.
        body = body_sent(session, school_id, entry.id, own)
        if body is not None:
            return Base(body, own.version)
    if told is None or told >= note.version:
        # At least as new as the record: an ordinary change, or the record was restored from a backup.
        return Base(note.body, note.version)
    return Base(changes.body_at(session, school_id, entry.kind or "", entry.id, told) or {}, told)


def body_sent(session: Session, school_id: str, entry_id: str, receipt: Receipt) -> Body | None:
    """The body of a filed entry as it was sent, its ids in lower case as a door loads them; None where it was mended
    before it was filed."""
    if receipt.problems:  # mended in quarantine: what was sent is not what was filed
        return None
    raw = session.scalar(
        select(Entry.raw).where(
            Entry.school_id == school_id,
            Entry.entry_id == entry_id,
            Entry.revision == receipt.revision,
            Entry.digest == receipt.digest,
        )
    )
    body = json.loads(raw).get("body") if raw else None
    return lower_ids(body) if isinstance(body, dict) else None


def _keep_both(
    session: Session,
    author: Person,
    device_id: str,
    entry: Incoming,
    note: Any,
    clashes: list[str],
    pair: conflicts.Conflict | None,
    now: datetime,
) -> None:
    if pair is None:
        pair = conflicts.new_conflict(
            school_id=author.school_id,
            pupil_id=note.pupil_id,
            entry_kind=entry.kind,
            entry_id=entry.id,
            author_id=author.id,
            device_id=device_id,
            arrived_at=now,
            settled=None,
        )
        session.add(pair)
    pair.revision, pair.recorded_version, pair.offered_at = entry.revision, note.version, entry.recorded_at
    pair.recorded, pair.offered, pair.fields = note.body, entry.body, clashes
    session.flush()
    publish_pair(session, pair)


def publish_pair(session: Session, pair: conflicts.Conflict) -> None:
    """Put the pair into the feed for the author of the offered version."""
    changes.publish(
        session,
        pair.school_id,
        [
            changes.Change(
                "conflict",
                pair.id,
                scope=pair.pupil_id,
                body=conflicts.conflict_body(pair),
                person_id=pair.author_id,
            )
        ],
    )
