"""Who is due a parent meeting: how many of the year's three each pupil with SEN has had, the last and the next."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Date, case, func, select, type_coerce
from sqlalchemy.orm import Session

from record import access
from record.parent_meetings import MEETINGS_A_YEAR, TERM_BEGINS, ParentMeeting
from record.people import Person
from record.plain_text import plain
from record.pupils import Pupil, SchoolClass
from record.timelines import school_year_start

ENOUGH, OVERDUE, DUE, PREPARED, UP_TO_DATE = "enough", "overdue", "due", "prepared", "up_to_date"
WITH_SEN = ("K", "E")


@dataclass(frozen=True)
class Standing:
    """How a pupil's meetings stand in this school year. `prepared_id` is the next one that is prepared."""

    pupil: Pupil
    class_name: str
    held: int
    last: date | None
    next: date | None
    prepared_id: str | None
    state: str


def term_starts(today: date) -> list[date]:
    """The first day of each term of the school year that a day lies in."""
    begins = school_year_start(today)
    return [date(begins.year if month >= begins.month else begins.year + 1, month, day) for month, day in TERM_BEGINS]


def state_of(held: int, is_prepared: bool, today: date) -> str:
    """One meeting a term: fewer than the terms that have ended is overdue, none for the present one is due."""
    begun = sum(start <= today for start in term_starts(today))
    if held >= MEETINGS_A_YEAR:
        return ENOUGH
    if held < begun - 1:
        return OVERDUE
    if held < begun:
        return PREPARED if is_prepared else DUE
    return UP_TO_DATE


def standings(
    session: Session, person: Person, today: date, *, year_group: str = "", class_id: str = ""
) -> list[Standing]:
    """Every pupil with SEN whom this person may see, by family name; three questions, however many pupils."""
    access.require(person, pupils=True)
    query = (
        select(Pupil, SchoolClass.name)
        .outerjoin(SchoolClass, SchoolClass.id == Pupil.class_id)
        .where(Pupil.school_id == person.school_id, Pupil.left_at.is_(None), Pupil.sen_status.in_(WITH_SEN))
    )
    if not access.sees_whole_school(person):
        query = query.where(Pupil.id.in_(access.visible_pupil_ids(session, person)))
    if year_group:
        query = query.where(Pupil.year_group == year_group)
    if class_id:
        query = query.where(Pupil.class_id == class_id)
    held, prepared = _held(session, person.school_id, today), _prepared(session, person.school_id, today)
    found = [
        _standing(pupil, name or "", held.get(pupil.id), prepared.get(pupil.id), today)
        for pupil, name in session.execute(query)
    ]
    return sorted(found, key=lambda one: (plain(one.pupil.family_name), plain(one.pupil.given_name), one.pupil.id))


Held = tuple[int, date | None, date | None]


def _held(session: Session, school_id: str, today: date) -> dict[str, Held]:
    begins = school_year_start(today)
    is_of_year = ParentMeeting.held_on >= begins
    query = (
        select(
            ParentMeeting.pupil_id,
            func.sum(case((is_of_year, 1), else_=0)),
            type_coerce(func.max(ParentMeeting.held_on), Date),
            type_coerce(func.max(case((ParentMeeting.next_meeting >= today, ParentMeeting.next_meeting))), Date),
        )
        .where(
            ParentMeeting.school_id == school_id, ParentMeeting.is_finished.is_(True), ParentMeeting.held_on <= today
        )
        .group_by(ParentMeeting.pupil_id)
    )
    return {pupil_id: (int(count), last, following) for pupil_id, count, last, following in session.execute(query)}


def _prepared(session: Session, school_id: str, today: date) -> dict[str, tuple[date, str]]:
    """The soonest prepared meeting of each pupil."""
    query = select(ParentMeeting.pupil_id, ParentMeeting.held_on, ParentMeeting.id).where(
        ParentMeeting.school_id == school_id, ParentMeeting.is_finished.is_(False), ParentMeeting.held_on >= today
    )
    found: dict[str, tuple[date, str]] = {}
    for pupil_id, held_on, meeting_id in session.execute(query.order_by(ParentMeeting.held_on.desc())):
        found[pupil_id] = held_on, meeting_id
    return found


def _standing(
    pupil: Pupil, class_name: str, held: Held | None, prepared: tuple[date, str] | None, today: date
) -> Standing:
    count, last, agreed = held or (0, None, None)
    next_on, prepared_id = prepared or (agreed, None)
    state = state_of(count, prepared is not None, today)
    return Standing(pupil, class_name, count, last, next_on, prepared_id, state)
