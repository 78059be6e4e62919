"""Half-terms: when a school is usually open, and that what a school has set for itself comes first."""

from datetime import date, timedelta

import pytest

from record.school_terms import Term, easter_sunday, school_year, usual_terms, with_usual


@pytest.mark.parametrize(
    ("day", "year"), [("2026-09-01", 2026), ("2026-12-31", 2026), ("2027-08-31", 2026), ("2026-08-31", 2025)]
)
def test_a_school_year_begins_on_the_first_of_september(day: str, year: int) -> None:
    assert school_year(date.fromisoformat(day)) == year


@pytest.mark.parametrize("easter", ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"])
def test_easter_is_when_it_is(easter: str) -> None:
    assert easter_sunday(int(easter[:4])).isoformat() == easter


def test_a_year_has_six_half_terms_as_most_calendars_have_them() -> None:
    told = [(term.name, term.first.isoformat(), term.last.isoformat()) for term in usual_terms(2026)]
    assert told == [
        ("Autumn 1 2026", "2026-09-02", "2026-10-23"),
        ("Autumn 2 2026", "2026-11-02", "2026-12-18"),
        ("Spring 1 2027", "2027-01-04", "2027-02-12"),
        ("Spring 2 2027", "2027-02-22", "2027-03-19"),
        ("Summer 1 2027", "2027-04-05", "2027-05-28"),
        ("Summer 2 2027", "2027-06-07", "2027-07-21"),
    ]


@pytest.mark.parametrize("year", range(2020, 2041))
def test_half_terms_of_every_year_are_whole_weeks_apart_and_begin_and_end_in_school(year: int) -> None:
    terms = usual_terms(year)
    for before, after in zip(terms, terms[1:], strict=False):
        assert timedelta(7) < after.first - before.last < timedelta(24)
    for term in terms:
        assert term.first < term.last
        assert term.first.weekday() <= 4 and term.last.weekday() <= 4
        assert school_year(term.first) == school_year(term.last) == year


def test_what_a_school_has_set_stands_and_the_usual_ones_fill_the_years_that_it_left_out() -> None:
    own = Term("Michaelmas", date(2026, 9, 7), date(2026, 12, 11))
    found = with_usual([own], date(2026, 11, 24))
    assert found == [*usual_terms(2025), own]
    later = with_usual([own], date(2027, 9, 1))
    assert later == [own, *usual_terms(2027)]
