"""Revisions: what a later revision of a note does to it, whoever wrote it and in whatever order they arrive."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from record import access, changes, conflicts, kinds
from record.entries import ACCEPTED, CONFLICT, MERGED, QUARANTINED, Entry, Incoming, Problem, Receipt, Result
from record.json_text import read_kept
from record.merging import Body, differing, has_same_words, is_same, lower_ids, merge
from record.notes import words_of
from record.people import Person

ID_IS_USED = Result(QUARANTINED, None, (Problem("id", "This id already belongs to another entry"),))
NOT_THEIRS = Result(QUARANTINED, None, (Problem("id", "This note is another person's, and not theirs to change"),))
NOT_FROM_THERE = Result(
    QUARANTINED, None, (Problem("body.pupil_id", "This note is about a pupil whom this person does not see now"),)
)


@dataclass(frozen=True)
class Base:
    """What the writer had before them: the body, and the record's version it corresponds to (0: none)."""

    body: Body
    version: int


def revise(
    session: Session, author: Person, device_id: str, entry: Incoming, filed: list[Receipt], now: datetime
) -> Result:
    """Apply a revision to the note that has its id. `filed` is what was filed under the id before, by any device."""
    if any(receipt.kind != entry.kind for receipt in filed):
        return ID_IS_USED
    note = kinds.note_of(session, author.school_id, entry.kind or "", entry.id)
    # Each device counts for itself: what was written on another says nothing of this one's order.
    own = [receipt for receipt in filed if receipt.device_id == device_id]
    base = _base(session, author.school_id, entry, note, own)
    if not _may_change(session, author, entry, note, base):
        return NOT_THEIRS
    if any(receipt.revision > entry.revision for receipt in own):
        return Result(ACCEPTED, None)  # a later one came first: this one is kept as received and changes nothing
    return _apply(session, author, device_id, entry, note, base, own[-1] if own else None, now)


def _apply(
    session: Session,
    author: Person,
    device_id: str,
    entry: Incoming,
    note: Any,
    base: Base,
    last: Receipt | None,
    now: datetime,
) -> Result:
    is_behind = base.version < note.version
    touched = _touched(session, author.school_id, entry, note, base) if is_behind else frozenset()
    merged = merge(base.body, note.body, words_of(entry.body), touched)
    is_open = is_behind and last is not None and last.status == CONFLICT
    pair = conflicts.open_pair(session, entry.id, author.id, device_id) if is_open else None
    if merged.clashes:
        _keep_both(session, author, device_id, entry, note, list(merged.clashes), pair, now)
        return Result(CONFLICT, None)
    if merged.body.get("pupil_id") != note.pupil_id and not access.may_write_about(session, author, note.pupil_id):
        # It would take along what is said of a pupil who is not, or no longer, theirs to see.
        return NOT_FROM_THERE
    status = MERGED if touched else ACCEPTED
    if not is_same(merged.body, note.body):
        note.revision = entry.revision
        note.device_id = device_id
        # Merged words are nobody's own: what was signed is not what stands.
        note.is_signed = entry.signature is not None and has_same_words(merged.body, words_of(entry.body))
        kinds.rewrite(session, entry.kind or "", note, merged.body, author.id, now)
    return Result(status, note.version)


def _may_change(session: Session, author: Person, entry: Incoming, note: Any, base: Base) -> bool:
    """Everyone their own, the SENCO any; and a meeting that is prepared or begun is for whoever goes on with it."""
    if note.author_id == author.id or access.MAY[author.role].review:
        return True
    is_meeting = entry.kind == "parent_meeting" and base.version > 0
    return is_meeting and not _body_at(session, author.school_id, entry, base.version).get("finished")


def _base(session: Session, school_id: str, entry: Incoming, note: Any, own: list[Receipt]) -> Base:
    told = entry.base_version or 0
    became = [(receipt.version, receipt) for receipt in own if receipt.version is not None]
    version, last = max(became, key=lambda each: each[0], default=(0, None))
    if last is not None and version > told:
        # The writer went on from their own last revision, not having heard what became of it.
        body = body_sent(session, school_id, entry.id, last)
        return Base(body if body is not None else _body_at(session, school_id, entry, version), version)
    if told >= note.version:
        # At least as new as the record: an ordinary change, or the record was restored from a backup.
        return Base(note.body, note.version)
    return Base(_body_at(session, school_id, entry, told), told)


def _body_at(session: Session, school_id: str, entry: Incoming, version: int) -> Body:
    return words_of(changes.body_at(session, school_id, entry.kind or "", entry.id, version) or {})


def _touched(session: Session, school_id: str, entry: Incoming, note: Any, base: Base) -> frozenset[str]:
    """The fields that any version after the base changed, be it that a later one changed them back: a review changes
    none. (None of these versions is this device's own: the base would be later.)"""
    past = changes.bodies_between(session, school_id, entry.kind or "", entry.id, base.version, note.version)
    states = [words_of(body or {}) for body in past] + [note.body]
    pairs = [pair for one, other in pairwise(states) for pair in ((one, other), (other, one))]
    return frozenset(name for one, other in pairs for name in differing(one, other))


def body_sent(session: Session, school_id: str, entry_id: str, receipt: Receipt) -> Body | None:
    """The words of a filed entry as they were sent, ids in lower case as a door loads them; None where it was mended
    before it was filed."""
    if receipt.problems:  # mended in quarantine: what was sent is not what was filed
        return None
    raw = session.scalar(
        select(Entry.raw).where(
            Entry.school_id == school_id,
            Entry.entry_id == entry_id,
            Entry.device_id == receipt.device_id,
            Entry.revision == receipt.revision,
            Entry.digest == receipt.digest,
        )
    )
    sent = read_kept(raw) if raw else None
    body = sent.get("body") if isinstance(sent, dict) else None
    return words_of(lower_ids(body)) if isinstance(body, dict) else None


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
    pair.recorded, pair.offered, pair.fields = note.body, words_of(entry.body), clashes
    session.flush()
    conflicts.publish_pair(session, pair)
