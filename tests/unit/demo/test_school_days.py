"""School days: the demo never has anybody in school when nobody would be."""

from datetime import UTC, date, timedelta
from random import Random

import pytest

from demo import school_days

# As English authorities' calendars had them, or will have.
HOLIDAYS = [
    date(2026, 11, 21),  # a Saturday
    date(2026, 10, 28),  # autumn half-term
    date(2026, 12, 25),
    date(2027, 1, 1),
    date(2027, 2, 17),  # February half-term
    date(2027, 3, 26),  # Good Friday
    date(2027, 3, 29),  # Easter Monday
    date(2027, 5, 3),  # early May bank holiday
    date(2027, 6, 2),  # Whitsun half-term
    date(2027, 8, 11),
]
SCHOOL_DAYS = [date(2026, 9, 7), date(2026, 11, 24), date(2026, 12, 16), date(2027, 3, 10), date(2027, 7, 14)]


@pytest.mark.parametrize("day", HOLIDAYS, ids=str)
def test_school_is_closed_at_weekends_and_in_the_holidays(day: date) -> None:
    assert not school_days.is_school_day(day)


@pytest.mark.parametrize("day", SCHOOL_DAYS, ids=str)
def test_school_is_open_on_ordinary_days_of_term(day: date) -> None:
    assert school_days.is_school_day(day)


def test_a_year_has_about_as_many_school_days_as_the_law_asks_for() -> None:
    year = [date(2026, 9, 1) + timedelta(each) for each in range(365)]
    assert 188 <= sum(map(school_days.is_school_day, year)) <= 200


def test_the_days_before_today_end_before_today_and_are_in_order() -> None:
    days = school_days.days_before(date(2026, 11, 2))
    assert days[-1] == date(2026, 10, 23)  # the first Monday after half-term: the day before is a Friday
    assert days == sorted(set(days))
    assert len(days) == school_days.TERM_DAYS


def test_a_minute_of_the_day_is_british_time() -> None:
    assert school_days.at(date(2026, 9, 7), 10 * 60).astimezone(UTC).hour == 9
    assert school_days.at(date(2026, 11, 24), 10 * 60).astimezone(UTC).hour == 10


def test_nothing_happens_outside_school_hours() -> None:
    evening = school_days.at(date(2026, 11, 24), 21 * 60)
    assert (evening.hour, evening.minute) == (15, 45)


def test_a_lesson_is_when_its_year_group_has_it() -> None:
    rng = Random(1)
    for _ in range(50):
        assert 9 * 60 <= school_days.minute_of(rng, "Phonics group", "1") <= 9 * 60 + 30
        assert 11 * 60 <= school_days.minute_of(rng, "Maths", "4") <= 12 * 60 + 10
        assert school_days.minute_of(rng, "Science", "4") >= 13 * 60
