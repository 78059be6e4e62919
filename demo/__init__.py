"""The demo school: made by code from a fixed seed, believable, with no real person, school or place in it."""

from datetime import date, datetime
from random import Random

from sqlalchemy.orm import Session

from demo.filing import Deliveries
from demo.founding import found
from demo.happenings import Happenings
from demo.school import SEED, school_on
from demo.school_days import LONDON
from record.schools import School


def fill(session: Session, today: date | datetime, seed: int = SEED) -> School:
    """Put the demo school into a record that has none, with the term that led up to today. The caller commits.

    The same seed and the same day make the same school.
    """
    if isinstance(today, datetime):
        today = today.astimezone(LONDON).date()
    plan = school_on(today, seed)
    rng = Random(seed)
    founded = found(session, plan, rng)
    deliveries = Deliveries(session, plan, founded, rng)
    Happenings(deliveries).schedule()
    deliveries.run()
    return founded.school
