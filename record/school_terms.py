"""Half-terms: when an English school is usually open, by school year; a school may set its own (school_lists.py)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(7)
NAMES = ("Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2")


@dataclass(frozen=True)
class Term:
    """One half-term, its first and its last day both in school."""

    name: str
    first: date
    last: date


def school_year(day: date) -> int:
    """The calendar year in which the day's school year began: it is counted from 1 September."""
    return day.year if day.month >= 9 else day.year - 1


def usual_terms(year: int) -> list[Term]:
    """The six half-terms of the school year that begins in September of `year`, as most authorities' calendars have
    them: a week's holiday at the end of October, in mid-February and at the end of May, a fortnight around Easter."""
    easter = easter_sunday(year + 1)
    october, february, whitsun = (
        _monday_on_or_after(day) for day in (date(year, 10, 24), date(year + 1, 2, 13), date(year + 1, 5, 25))
    )
    bounds = (
        (date(year, 9, 2), october - timedelta(3)),
        (october + WEEK, date(year, 12, 18)),
        (date(year + 1, 1, 4), february - timedelta(3)),
        (february + WEEK, easter - timedelta(9)),
        (easter + timedelta(8), whitsun - timedelta(3)),
        (whitsun + WEEK, date(year + 1, 7, 21)),
    )
    named = zip(NAMES, bounds, strict=True)
    return [Term(f"{name} {first.year}", _weekday(first, 1), _weekday(last, -1)) for name, (first, last) in named]


def with_usual(terms: Iterable[Term], today: date) -> list[Term]:
    """The school's own half-terms, and the usual ones for this school year and the last where it has set none."""
    own = list(terms)
    known = {school_year(term.first) for term in own}
    years = (school_year(today) - 1, school_year(today))
    added = [term for year in years if year not in known for term in usual_terms(year)]
    return sorted([*own, *added], key=lambda term: term.first)


def _weekday(day: date, step: int) -> date:
    while day.weekday() > 4:
        day += timedelta(step)
    return day


def _monday_on_or_after(day: date) -> date:
    return day + timedelta(-day.weekday() % 7)


def easter_sunday(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian computus (Nature, 20 April 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
