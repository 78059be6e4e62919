"""To review: what has come in since the SENCO last looked, and what they do with each note."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from record import access, audit, kinds, questions
from record.errors import NotFound
from record.outcomes import Outcome
from record.people import Person
from record.questions import Question


@dataclass(frozen=True)
class Item:
    """One note of the pile, with its kind."""

    kind: str
    note: Any


@dataclass(frozen=True)
class Place:
    """Where a page of the pile ended: the next begins after it."""

    received_at: datetime
    id: str


def pile(
    session: Session, person: Person, limit: int, after: Place | None = None, pupil_id: str | None = None
) -> list[Item]:
    """Up to `limit` unreviewed notes, newest received first, that this person may see."""
    keys = union_all(*(_keys(kind, person, after, pupil_id, limit) for kind in kinds.NOTES)).subquery()
    query = select(keys.c.kind, keys.c.id).order_by(keys.c.received_at.desc(), keys.c.id.desc()).limit(limit)
    order = [(row.kind, row.id) for row in session.execute(query)]
    notes = _notes(session, order)
    return [Item(kind, notes[kind, note_id]) for kind, note_id in order]


def newest_of_each(session: Session, person: Person, pupil_ids: Sequence[str], how_many: int) -> list[Item]:
    """The newest few unreviewed notes of each of these pupils, newest first: one walk over the pile, not one each."""
    parts = []
    for kind in kinds.NOTES:
        table = kinds.table(kind)
        query = select(literal(kind).label("kind"), table.id, table.pupil_id, table.received_at)
        # Asked for by the bare column, SQLite would walk each pupil's whole life instead of the pile.
        parts.append(query.where(*_unreviewed(kind, person, None), table.pupil_id.op("||")("").in_(pupil_ids)))
    notes = union_all(*parts).subquery()
    order = (notes.c.received_at.desc(), notes.c.id.desc())
    place = func.row_number().over(partition_by=notes.c.pupil_id, order_by=order).label("place")
    placed = select(notes, place).subquery()
    newest = select(placed).where(placed.c.place <= how_many)
    rows = session.execute(newest.order_by(placed.c.received_at.desc(), placed.c.id.desc()))
    keys = [(row.kind, row.id) for row in rows]
    found = _notes(session, keys)
    return [Item(kind, found[kind, note_id]) for kind, note_id in keys]


def _unreviewed(kind: str, person: Person, pupil_id: str | None) -> list[Any]:
    table = kinds.table(kind)
    rules = [table.school_id == person.school_id, table.reviewed_at.is_(None)]
    if pupil_id is not None:
        rules.append(table.pupil_id == pupil_id)
    if not access.sees_whole_school(person):
        rules.append(
            table.pupil_id.in_(
                select(access.PupilAccess.pupil_id).where(
                    access.PupilAccess.person_id == person.id, access.PupilAccess.is_visible
                )
            )
        )
    return rules


def _keys(kind: str, person: Person, after: Place | None, pupil_id: str | None, limit: int) -> Select[Any]:
    table = kinds.table(kind)
    query = select(literal(kind).label("kind"), table.id.label("id"), table.received_at.label("received_at"))
    query = query.where(*_unreviewed(kind, person, pupil_id))
    if after is not None:
        older = table.received_at < after.received_at
        query = query.where(or_(older, (table.received_at == after.received_at) & (table.id < after.id)))
    # Each kind's own newest are enough: the pile's page cannot hold more of one.
    newest = query.order_by(table.received_at.desc(), table.id.desc()).limit(limit).subquery()
    return select(newest)


def _notes(session: Session, keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Any]:
    ids: dict[str, list[str]] = {}
    for kind, note_id in keys:
        ids.setdefault(kind, []).append(note_id)
    found = {}
    for kind, wanted in ids.items():
        table = kinds.table(kind)
        for note in session.scalars(select(table).where(table.id.in_(wanted))):
            found[kind, note.id] = note
    return found


def count(session: Session, person: Person) -> int:
    """How many notes wait to be reviewed."""
    if access.may(person).pupils == "none":
        return 0
    total = 0
    for kind in kinds.NOTES:
        query = select(func.count()).select_from(kinds.table(kind)).where(*_unreviewed(kind, person, None))
        total += session.scalar(query) or 0
    return total


def count_by_pupil(session: Session, person: Person) -> dict[str, int]:
    """How many notes wait to be reviewed, for each pupil that has any."""
    totals: dict[str, int] = {}
    for kind in kinds.NOTES:
        table = kinds.table(kind)
        query = select(table.pupil_id, func.count()).where(*_unreviewed(kind, person, None)).group_by(table.pupil_id)
        for pupil_id, number in session.execute(query):
            totals[pupil_id] = totals.get(pupil_id, 0) + number
    return totals


def visible_note(session: Session, person: Person, kind: str, note_id: str) -> Any:
    """The note, if this person may see its pupil. Raises NotFound."""
    note = kinds.note_of(session, person.school_id, kind, note_id)
    access.visible_pupil(session, person, note.pupil_id)
    return note


def mark_reviewed(session: Session, by: Person, kind: str, note_id: str, now: datetime) -> Any:
    """The SENCO has read the note: it leaves the pile. Done twice, the first stands. Returns the note."""
    access.require(by, review=True)
    note = visible_note(session, by, kind, note_id)
    if note.reviewed_at is None:
        kinds.set_reviewed(session, kind, note, by, now)
        _tell(session, by, "note reviewed", kind, note, now)
    return note


def mark_many_reviewed(session: Session, by: Person, kind: str, note_ids: Sequence[str], now: datetime) -> list[Any]:
    """The SENCO has read these notes of one kind: those they may see leave the pile. Returns the ones that did."""
    access.require(by, review=True)
    table, visible = kinds.table(kind), access.visible_pupil_ids(session, by)
    query = select(table).where(table.school_id == by.school_id, table.id.in_(note_ids), table.reviewed_at.is_(None))
    query = query.order_by(table.received_at, table.id)  # the order of the feed and of the trail is nobody's accident
    read = [note for note in session.scalars(query) if note.pupil_id in visible]
    for note in read:
        note.reviewed_at, note.reviewed_by_id = now, by.id
    if read:
        kinds.republish_many(session, by.school_id, kind, read)
    audit.record_many(session, by.school_id, [_told(by, "note reviewed", kind, note, now) for note in read])
    return read


def undo_reviewed(session: Session, by: Person, kind: str, note_id: str, now: datetime) -> Any:
    """The note goes back on the pile, where it was. Returns the note."""
    access.require(by, review=True)
    note = visible_note(session, by, kind, note_id)
    if note.reviewed_at is not None:
        kinds.set_reviewed(session, kind, note, None, None)
        _tell(session, by, "review undone", kind, note, now)
    return note


def ask_about(session: Session, by: Person, kind: str, note_id: str, text: str, now: datetime) -> Question:
    """Ask the author about a note. It leaves the pile until the answer comes back."""
    access.require(by, review=True)
    note = visible_note(session, by, kind, note_id)
    question = questions.ask(session, by, kind, note, text, now)
    mark_reviewed(session, by, kind, note_id, now)
    return question


def answer(session: Session, question: Question, text: str, entry_id: str, now: datetime) -> int:
    """File an author's answer; its note comes back to be reviewed. Returns the question's new version."""
    question.answer, question.answer_entry_id, question.answered_at = text, entry_id, now
    version = questions.publish_question(session, question)
    note = kinds.note_of(session, question.school_id, question.entry_kind, question.entry_id)
    if note.reviewed_at is not None:
        kinds.set_reviewed(session, question.entry_kind, note, None, None)
    return version


def link_outcomes(session: Session, by: Person, kind: str, note_id: str, outcome_ids: list[str], now: datetime) -> Any:
    """Say which of the pupil's outcomes a note is evidence for (exactly these). Returns the note."""
    access.require(by, review=True)
    note = visible_note(session, by, kind, note_id)
    known = set(session.scalars(select(Outcome.id).where(Outcome.pupil_id == note.pupil_id)))
    if not set(outcome_ids) <= known:
        raise NotFound("That is not an outcome of this pupil")
    if note.body.get("outcome_ids") != outcome_ids:
        note.body = {**note.body, "outcome_ids": outcome_ids}
        kinds.republish(session, kind, note)
        _tell(session, by, "note linked to outcomes", kind, note, now)
    return note


def _tell(session: Session, by: Person, action: str, kind: str, note: Any, now: datetime) -> None:
    audit.record(session, by.school_id, _told(by, action, kind, note, now))


def _told(by: Person, action: str, kind: str, note: Any, now: datetime) -> audit.Happening:
    return audit.Happening(now, action, person_id=by.id, subject_kind=kind, subject_id=note.id, pupil_id=note.pupil_id)
