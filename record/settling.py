"""Settling: the SENCO's decisions about quarantined entries and about pairs of versions."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from record import access, audit, changes, conflicts, kinds, parent_meetings, quarantine
from record.base import new_id
from record.entries import ACCEPTED, FILED_BESIDE, Entry, Incoming, Problem
from record.errors import Refused
from record.merging import has_same_words
from record.people import Person
from record.times import school_day, wire_time


def file_mended(session: Session, by: Person, item_id: str, mended: Incoming, now: datetime) -> list[Problem]:
    """File a quarantined entry as the SENCO mended it, under its author's name. Returns what is still wrong with
    it; an empty list says that it was filed. Raises Refused when somebody settled it before."""
    access.require(by, review=True)
    item, entry = quarantine.item_of(session, by.school_id, item_id)
    if item.state != quarantine.WAITING:
        raise Refused("Somebody has settled this entry already")
    problems = mended.problems or _problems(session, by, mended, now)
    if problems:
        return problems
    kind = mended.kind or ""
    note_id = mended.id if _is_free(session, kind, entry, mended.id) else new_id()
    row = kinds.new_row(
        by.school_id,
        note_id,
        entry.author_id,
        mended.body,
        mended.recorded_at or entry.received_at,
        entry.received_at,
        skew_ms=entry.skew_ms,
        revision=entry.revision,
        device_id=entry.device_id,
    )
    kinds.store_new(session, by.school_id, kind, [row])
    entry.status = ACCEPTED if note_id == entry.entry_id else FILED_BESIDE
    entry.version, entry.kind, entry.pupil_id = 1, kind, mended.pupil_id
    quarantine.settle(session, by, item, entry, quarantine.FILED, now, filed_as=note_id)
    return []


def _problems(session: Session, by: Person, mended: Incoming, now: datetime) -> list[Problem]:
    if mended.kind not in kinds.NOTES:
        return [Problem("kind", "Only observations and parent meetings can be filed")]
    if mended.pupil_id not in access.visible_pupil_ids(session, by):
        return [Problem("body.pupil_id", "Choose one of the school's pupils")]
    if mended.kind == "parent_meeting":
        return parent_meetings.problems(session, by.school_id, mended.id, mended.body, school_day(now))
    return []


def _is_free(session: Session, kind: str, entry: Entry, note_id: str) -> bool:
    if session.get(kinds.table(kind), note_id) is not None:
        return False
    if changes.ids_of_others(session, entry.school_id, [(note_id, kind)]):
        return False
    query = select(Entry.entry_id).where(Entry.school_id == entry.school_id, Entry.entry_id == note_id)
    is_itself = (
        (Entry.device_id == entry.device_id) & (Entry.revision == entry.revision) & (Entry.digest == entry.digest)
    )
    others = query.where(~is_itself).limit(1)
    is_uuid = len(note_id) == 36 and note_id.count("-") == 4
    return is_uuid and session.scalar(others) is None


def settle_conflict(session: Session, by: Person, conflict_id: str, choice: str, now: datetime) -> conflicts.Conflict:
    """Keep the recorded version, the offered one, or both (the offered one as a note of its own).

    Raises Refused for another choice; a pair that was settled before stays as it was.
    """
    access.require(by, review=True)
    if choice not in (conflicts.RECORDED, conflicts.OFFERED, conflicts.BOTH):
        raise Refused("Keep one of the versions, or both")
    pair = conflicts.conflict_of(session, by, conflict_id)
    if pair.settled is not None:
        return pair
    note = kinds.note_of(session, by.school_id, pair.entry_kind, pair.entry_id)
    if choice == conflicts.OFFERED:
        body = {**note.body, **_offered(pair, note)}
        note.is_signed = note.is_signed and has_same_words(body, note.body)
        note.device_id = pair.device_id
        kinds.rewrite(session, pair.entry_kind, note, body, by.id, now)
    elif choice == conflicts.BOTH:
        _file_beside(session, pair, note, now)
    pair.settled, pair.settled_at, pair.settled_by_id = choice, now, by.id
    session.flush()
    conflicts.publish_pair(session, pair)
    audit.record(
        session,
        by.school_id,
        audit.Happening(
            now,
            f"conflict settled: {choice}",
            person_id=by.id,
            subject_kind=pair.entry_kind,
            subject_id=pair.entry_id,
            pupil_id=pair.pupil_id,
        ),
    )
    return pair


def _offered(pair: conflicts.Conflict, note: Any) -> dict[str, Any]:
    """What was offered; about the pupil whom the note is about by now, unless that is what the two disagree on."""
    return pair.offered if "pupil_id" in pair.fields else {**pair.offered, "pupil_id": note.pupil_id}


def _file_beside(session: Session, pair: conflicts.Conflict, note: Any, now: datetime) -> None:
    body = dict(_offered(pair, note))
    if body.get("actions"):  # the meeting beside it has these actions already, under these ids
        body["actions"] = [{**action, "id": new_id()} for action in body["actions"]]
    written_at = pair.offered_at or note.recorded_at
    if pair.entry_kind == "observation":  # both versions are of one happening
        body["observed_at"] = body.get("observed_at") or wire_time(note.observed_at)
    row = kinds.new_row(pair.school_id, new_id(), pair.author_id, body, written_at, now, device_id=pair.device_id)
    kinds.store_new(session, pair.school_id, pair.entry_kind, [row])
