"""The periods that charts may show: this half-term, this term, this school year, everything.

Twin of webapp/static/jotter/series/periods.js; tests/cases/periods.json holds both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from record.school_terms import Term
from record.timelines import school_year_start

HALF_TERM, TERM, YEAR, ALL = "half-term", "term", "year", "all"
# A clock set to 1970 must not stretch everything else to a hair: no pupil is at school for longer than this.
MOST_YEARS_BACK = 15


@dataclass(frozen=True)
class Period:
    """A span of days under a name; `first` is None where it begins with the first observation."""

    key: str
    name: str
    first: date | None
    last: date


def periods(half_terms: Sequence[Term], today: date) -> list[Period]:
    """What can be chosen, shortest first. In the holidays the half-term that has ended is still the present one; a
    school that has not said its half-terms chooses between the year and everything."""
    begun = sorted((term for term in half_terms if term.first <= today), key=lambda term: term.first)
    found = []
    begins = school_year_start(today)
    if begun and begun[-1].last >= begins:
        present = begun[-1]
        of_term = [term for term in begun if _season(term) == _season(present)]
        found = [
            Period(HALF_TERM, "This half-term", present.first, min(today, present.last)),
            Period(TERM, "This term", of_term[0].first, min(today, present.last)),
        ]
    return [*found, Period(YEAR, "This school year", begins, today), Period(ALL, "All", None, today)]


def chosen(found: Sequence[Period], key: str) -> Period:
    """The period of this name; the school year where there is no such one."""
    return next((each for each in found if each.key == key), next(each for each in found if each.key == YEAR))


def earliest(today: date) -> date:
    """The first day that "everything" can begin on."""
    return school_year_start(today) - timedelta(days=365 * MOST_YEARS_BACK)


def _season(term: Term) -> tuple[int, str]:
    """The term that a half-term is one of: those that begin by Christmas, in the first weeks of the year, and from
    Easter on. Easter Sunday is never before 22 March."""
    first = term.first
    if first.month >= 8:
        return first.year, "autumn"
    return first.year, "spring" if (first.month, first.day) < (3, 20) else "summer"
