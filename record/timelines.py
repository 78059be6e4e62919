"""A pupil's timeline: what was observed and talked over, newest first, and what charts are made of."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from record import access, kinds
from record.observations import Observation
from record.parent_meetings import ParentMeeting
from record.people import Person
from record.pupils import Pupil
from record.reviews import Item
from record.series.seen import Seen, seen_at
from record.times import SCHOOL_ZONE

SCHOOL_YEAR_BEGINS_IN = 9  # September


@dataclass(frozen=True)
class Place:
    """Where a page of the timeline ended: the next begins before it."""

    observed_at: datetime
    id: str


def notes_of(session: Session, person: Person, pupil_id: str, limit: int, before: Place | None = None) -> list[Item]:
    """Up to `limit` notes of a pupil of every kind, what happened last first. Raises NotFound for another's pupil."""
    pupil = access.visible_pupil(session, person, pupil_id)
    found: list[Item] = []
    for kind in kinds.NOTES:
        table = kinds.table(kind)
        query = select(table).where(table.pupil_id == pupil.id)
        if before is not None:
            same = (table.observed_at == before.observed_at) & (table.id < before.id)
            query = query.where(or_(table.observed_at < before.observed_at, same))
        newest = query.order_by(table.observed_at.desc(), table.id.desc()).limit(limit)
        found += [Item(kind, note) for note in session.scalars(newest)]
    found.sort(key=lambda item: (item.note.observed_at, item.note.id), reverse=True)
    return found[:limit]


def count_notes(session: Session, pupil: Pupil) -> int:
    """How many notes of every kind there are of a pupil."""
    tables = [kinds.table(kind) for kind in kinds.NOTES]
    queries = [select(func.count()).select_from(table).where(table.pupil_id == pupil.id) for table in tables]
    return sum(session.scalar(query) or 0 for query in queries)


def meetings_of(session: Session, person: Person, pupil_id: str) -> list[ParentMeeting]:
    """All meetings with a pupil's parents, newest first."""
    pupil = access.visible_pupil(session, person, pupil_id)
    query = select(ParentMeeting).where(ParentMeeting.pupil_id == pupil.id)
    return list(session.scalars(query.order_by(ParentMeeting.held_on.desc(), ParentMeeting.id.desc())))


def seen_between(session: Session, pupil: Pupil, first: date, last: date) -> list[Seen]:
    """What charts are made of: a pupil's observations from one day to another by the school's clock, oldest first,
    without their words. One question to the database, however many there are."""
    body = Observation.body
    query = (
        select(
            Observation.observed_at,
            Observation.instrument,
            Observation.setting,
            body["measures"],
            body["outcome_ids"],
        )
        .where(
            Observation.pupil_id == pupil.id,
            Observation.observed_at >= _midnight(first),
            Observation.observed_at < _midnight(last + timedelta(days=1)),
        )
        .order_by(Observation.observed_at, Observation.id)
    )
    return [seen_at(*row) for row in session.execute(query)]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=SCHOOL_ZONE)


def school_year_start(today: date) -> date:
    """1 September of the school year that a day lies in."""
    return date(today.year if today.month >= SCHOOL_YEAR_BEGINS_IN else today.year - 1, SCHOOL_YEAR_BEGINS_IN, 1)
