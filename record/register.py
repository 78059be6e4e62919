"""The SEN register: the pupils a person may see, found by name, year, status and need, each with the last note."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from record import access, kinds
from record.people import Person
from record.plain_text import is_called, plain
from record.pupils import YEAR_GROUPS, Pupil, SchoolClass


@dataclass(frozen=True)
class Filters:
    """What the register is narrowed to; an empty text narrows nothing."""

    search: str = ""
    year_group: str = ""
    sen_status: str = ""
    primary_need: str = ""


@dataclass(frozen=True)
class Row:
    """One pupil of the register."""

    pupil: Pupil
    class_name: str
    last_note_at: datetime | None


def rows(session: Session, person: Person, filters: Filters) -> list[Row]:
    """The pupils that this person may see and the filters leave, by family name."""
    access.require(person, pupils=True)
    columns = [
        select(func.max(kinds.table(kind).observed_at))
        .where(kinds.table(kind).pupil_id == Pupil.id)
        .correlate(Pupil)
        .scalar_subquery()
        for kind in kinds.NOTES
    ]
    query = (
        select(Pupil, SchoolClass.name, *columns)
        .outerjoin(SchoolClass, SchoolClass.id == Pupil.class_id)
        .where(Pupil.school_id == person.school_id, Pupil.left_at.is_(None), *_narrowing(filters))
    )
    if not access.sees_whole_school(person):
        query = query.where(Pupil.id.in_(access.visible_pupil_ids(session, person)))
    found = [
        Row(pupil, class_name or "", max((at for at in noted if at), default=None))
        for pupil, class_name, *noted in session.execute(query)
        # Done here and not in SQL: SQLite folds the case of ASCII alone, and a school's register is short.
        if is_called(pupil.name, filters.search)
    ]
    return sorted(found, key=lambda row: (plain(row.pupil.family_name), plain(row.pupil.given_name), row.pupil.id))


def _narrowing(filters: Filters) -> list[ColumnElement[bool]]:
    wanted = (
        (Pupil.year_group, filters.year_group),
        (Pupil.sen_status, filters.sen_status),
        (Pupil.primary_need, filters.primary_need),
    )
    return [column == value for column, value in wanted if value]


def count(session: Session, person: Person) -> int:
    """How many pupils this person's register holds."""
    rules = [Pupil.school_id == person.school_id, Pupil.left_at.is_(None)]
    if not access.sees_whole_school(person):
        rules.append(Pupil.id.in_(access.visible_pupil_ids(session, person)))
    return session.scalar(select(func.count()).select_from(Pupil).where(*rules)) or 0


def year_groups(session: Session, school_id: str) -> list[str]:
    """The year groups that have pupils, youngest first."""
    present = set(session.scalars(select(Pupil.year_group).where(Pupil.school_id == school_id).distinct()))
    return [year for year in YEAR_GROUPS if year in present]


def needs(session: Session, school_id: str) -> list[str]:
    """The codes of the primary needs that pupils have."""
    query = select(Pupil.primary_need).where(Pupil.school_id == school_id, Pupil.primary_need.is_not(None))
    return sorted(code for code in session.scalars(query.distinct()) if code)
