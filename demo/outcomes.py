"""The outcomes of the demo pupils, and how far each has come on any day of the term."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from demo import phrasing, school_days
from demo.people import CLASS_TEACHERS
from demo.plans import OutcomePlan, PupilPlan
from demo.strands import strand

# How a term goes: (how much of the way is gone by its end, shape). Most get most of the way, few all of it.
COURSES = ((0.55, 1.0), (0.7, 1.0), (0.8, 0.8), (0.85, 1.2), (0.75, 1.5), (0.9, 1.0), (0.65, 0.7), (1.0, 0.9))


def all_outcomes(rng: Random, pupils: Sequence[PupilPlan], days: Sequence[date]) -> tuple[OutcomePlan, ...]:
    """Two to four outcomes for each pupil, one for each of their strands."""
    return tuple(_outcome(rng, pupil, name, days) for pupil in pupils for name in pupil.strands)


def _outcome(rng: Random, pupil: PupilPlan, name: str, days: Sequence[date]) -> OutcomePlan:
    its = strand(name)
    start, target = rng.randint(*its.start), rng.randint(*its.target)
    words = {
        **phrasing.words_for(rng, pupil, CLASS_TEACHERS[pupil.class_name]),
        "start": str(start),
        "target": str(target),
        "of": str(its.out_of),
        "when": f"{days[0]:%B}",
    }
    reach, shape = rng.choice(COURSES)
    review_on = school_days.on_or_after(days[-1] + timedelta(rng.randint(10, 40)))
    return OutcomePlan(
        pupil=pupil,
        strand=name,
        text=phrasing.fill(phrasing.choose(rng, its.goal), words),
        area=its.area,
        baseline=phrasing.fill(phrasing.choose(rng, its.baseline), words),
        review_on=review_on,
        start=start,
        target=target,
        out_of=its.out_of,
        reach=reach,
        shape=shape,
    )


def progress(outcome: OutcomePlan, part_of_term: float) -> float:
    """How much of the way from baseline to target is gone when this part of the term (0 to 1) is."""
    return outcome.reach * part_of_term**outcome.shape


def score(rng: Random, outcome: OutcomePlan, gone: float) -> int:
    """What would be counted on a day when so much of the way is gone: never quite the trend itself."""
    span = outcome.target - outcome.start
    exact = outcome.start + span * gone + rng.gauss(0, 0.07) * abs(span)
    low, high = min(outcome.start, outcome.target) - 1, max(outcome.start, outcome.target) + 1
    most = min(high, outcome.out_of) if outcome.out_of else high
    return max(min(round(exact), most), max(low, 0 if outcome.start == 0 else 1))
