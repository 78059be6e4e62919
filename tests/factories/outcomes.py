"""Outcomes of pupils' plans."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from record import outcomes
from record.outcomes import NewOutcome, Outcome
from record.pupils import Pupil
from tests.factories.schools import A_MORNING


def an_outcome(
    session: Session,
    pupil: Pupil,
    text: str = "Will ask for help within two minutes of being stuck, 4 times out of 5.",
    *,
    area: str = "communication_interaction",
    baseline: str = "1 time out of 5",
    review_on: date | None = None,
    met: bool = False,
    now: datetime = A_MORNING,
) -> Outcome:
    """Something this pupil is working towards."""
    newcomer = NewOutcome(pupil.id, text, area, baseline, review_on, met)
    return outcomes.add_outcomes(session, pupil.school_id, [newcomer], now)[0]
