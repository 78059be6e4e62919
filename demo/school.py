"""The demo school as it stands on one day: the same seed and the same day make the same school."""

from collections.abc import Sequence
from datetime import date, datetime
from random import Random

from demo import people, school_days
from demo.loose_ends import LooseEnds
from demo.meetings import Diary
from demo.notes import Term
from demo.outcomes import all_outcomes
from demo.people import CLASS_TEACHERS, STAFF
from demo.plans import NotePlan, SchoolPlan
from demo.pupils import all_pupils
from demo.series import Measurements

NAME = "Wrenfold Primary School"
SEED = 690  # the paragraph of the Code of Practice that lists a SENCO's duties
# The tablet that has been in a drawer: what its people wrote since is not in the record yet.
AWAY, AWAY_SINCE = people.SEN_ROOM, 2


def school_on(today: date, seed: int = SEED) -> SchoolPlan:
    """The school with the term that led up to `today`; everything in it is of the school days before."""
    rng = Random(seed)
    days = school_days.days_before(today)
    pupils = all_pupils(today)
    aims = all_outcomes(rng, pupils, days)
    term = Term(rng, pupils, aims, days).notes()
    ends = LooseEnds(pupils, days)
    arrived = [note for note in term if not _is_still_away(note, days)]
    measured = Measurements(Random(seed + 1), aims, days).of(pupils)
    return SchoolPlan(
        name=NAME,
        today=today,
        days=tuple(days),
        classes=tuple(CLASS_TEACHERS),
        staff=STAFF,
        pupils=pupils,
        outcomes=aims,
        notes=tuple(sorted([*arrived, *ends.questioned()], key=lambda note: note.recorded_at)),
        measured=tuple(note for note in measured if not _is_still_away(note, days)),
        meetings=Diary(rng, arrived, days[:-AWAY_SINCE]).meetings(pupils, aims),
        conflicts=ends.conflicts(),
        quarantined=ends.quarantined(),
        tablets=_tablets(days),
    )


def _is_still_away(note: NotePlan, days: Sequence[date]) -> bool:
    tablet = next(person.tablet for person in STAFF if person.key == note.author)
    return tablet == AWAY and note.recorded_at.date() > days[-AWAY_SINCE - 1]


def _tablets(days: Sequence[date]) -> dict[str, datetime]:
    return {
        people.INFANTS: school_days.moment(days[-1], 15 * 60 + 51, 11),
        people.JUNIORS: school_days.moment(days[-1], 15 * 60 + 50, 52),
        AWAY: school_days.moment(days[-AWAY_SINCE - 1], 15 * 60 + 50, 40),
    }
