"""A school to put things in, a moment for them to happen, and who works with whom."""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import count

from sqlalchemy.orm import Session

from record import access, school_document, schools
from record.base import new_id
from record.passwords import LIGHT
from record.people import Person
from record.pupils import Pupil, SchoolClass
from record.schools import School

# A Tuesday in term, half past nine: where a test does not care when, it is then.
A_MORNING = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)

# What a school says of a key; nothing opens what is sealed to this one.
SEAL_KEY = {"id": new_id(), "kem": "P256", "public": "BA" + "A" * 85}

_numbers = count(1)


def a_school(session: Session, name: str | None = None, now: datetime = A_MORNING) -> School:
    """A school with nobody in it, which has chosen to guard passwords lightly: most tests are about something else."""
    school = schools.add_school(session, name or f"Test School {next(_numbers)}", now)
    school.work_factor = LIGHT
    return school


def a_school_document(session: Session, school: School) -> None:
    """What every start does: the school's document, for all of its tablets."""
    school_document.publish(session, school, A_MORNING.date(), SEAL_KEY)


def assign(
    session: Session,
    person: Person,
    pupils: Iterable[Pupil] = (),
    classes: Iterable[SchoolClass] = (),
    now: datetime = A_MORNING,
) -> None:
    """Give a person exactly these pupils and classes; their tablets learn of it."""
    pupil_ids, class_ids = [each.id for each in pupils], [each.id for each in classes]
    access.assign(session, person, now, None, pupil_ids=pupil_ids, class_ids=class_ids)
