"""Changes of strategy that charts mark."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from record import phases
from record.people import Person
from record.phases import Phase
from record.pupils import Pupil
from tests.factories.schools import A_MORNING


def a_phase(
    session: Session,
    pupil: Pupil,
    senco: Person,
    label: str = "Visual timetable",
    *,
    on: date = date(2026, 11, 2),
    now: datetime = A_MORNING,
) -> Phase:
    """From a day on something is done otherwise for this pupil."""
    return phases.set_phase(session, senco, pupil.id, on, label, now)
