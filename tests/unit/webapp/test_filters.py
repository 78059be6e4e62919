"""The filters that both engines share: British time, and codes in words."""

from datetime import UTC, date, datetime

import pytest

from webapp import filters


@pytest.mark.parametrize(
    ("value", "day", "clock", "day_clock"),
    [
        ("2026-11-24T10:15:00.000Z", "Tue 24 Nov 2026", "10:15", "24 Nov, 10:15"),
        ("2026-07-01T23:30:00.000Z", "Thu 2 Jul 2026", "00:30", "2 Jul, 00:30"),  # summer time, the next day
        ("2026-10-25T00:59:00.000Z", "Sun 25 Oct 2026", "01:59 BST", "25 Oct, 01:59 BST"),
        ("2026-10-25T01:00:00.000Z", "Sun 25 Oct 2026", "01:00 GMT", "25 Oct, 01:00 GMT"),  # the clocks went back
        (datetime(2026, 1, 5, 9, 0, tzinfo=UTC), "Mon 5 Jan 2026", "09:00", "5 Jan, 09:00"),
    ],
)
def test_a_moment_is_told_on_the_schools_wall_clock(value, day, clock, day_clock):
    assert (filters.day(value), filters.clock(value), filters.day_clock(value)) == (day, clock, day_clock)


@pytest.mark.parametrize("value", ["2026-07-01", date(2026, 7, 1)])
def test_a_bare_date_stays_the_date_it_is(value):
    assert filters.day(value) == "Wed 1 Jul 2026"


@pytest.mark.parametrize("value", ["soon", "2026-13-45", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-12:00"])
def test_what_is_no_date_is_shown_as_it_stands(value):
    assert filters.day(value) == filters.clock(value) == value


def test_nothing_is_said_of_nothing():
    assert [one(None) for one in (filters.day, filters.clock, filters.day_clock, filters.need_name)] == [""] * 4


def test_codes_are_told_in_words_and_unknown_ones_as_they_came():
    assert filters.need_name("SLCN") == "Speech, language and communication"
    assert filters.status_name("K") == "SEN support"
    assert filters.kind_name("time_sample") == "Time sample"
    assert filters.purpose_name("annual_review") == "Annual review"
    assert filters.kind_name("newer_kind") == "newer_kind"


TUESDAY = "2026-03-03T10:15:00.000Z"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ({"observed_at": TUESDAY, "recorded_at": "2026-03-03T14:20:00.000Z", "received_at": "2026-03-04T08:02:00.000Z"},
         "Written 14:20 · arrived Wed 4 Mar, 08:02"),
        ({"observed_at": TUESDAY, "recorded_at": "2026-03-03T11:15:00.000Z", "received_at": "2026-03-03T11:15:00.000Z"},
         ""),
        ({"observed_at": TUESDAY, "recorded_at": "2026-03-03T10:55:00.000Z", "received_at": "2026-03-03T11:20:00.000Z"},
         "Arrived 11:20"),
        ({"recorded_at": TUESDAY, "received_at": "2026-03-03T15:00:00.000Z"},
         "Arrived 15:00"),
        ({"observed_at": "2025-12-31T23:00:00.000Z", "recorded_at": "2026-01-01T09:00:00.000Z"},
         "Written Thu 1 Jan 2026, 09:00"),
        ({"observed_at": TUESDAY, "recorded_at": "2026-03-02T09:00:00.000Z"},  # a clock that was put right
         "Written Mon 2 Mar, 09:00"),
        ({"held_on": "2026-03-03", "finished": True, "recorded_at": "2026-03-05T15:00:00.000Z"},
         "Written Thu 5 Mar, 15:00"),
        ({"held_on": "2026-03-03", "finished": True, "recorded_at": TUESDAY, "received_at": TUESDAY}, ""),
        ({"held_on": "2026-03-31", "recorded_at": TUESDAY, "received_at": "2026-03-04T08:02:00.000Z"},
         "Written Tue 3 Mar, 10:15 · arrived Wed 4 Mar, 08:02"),
        ({"observed_at": "2026-10-25T00:30:00.000Z", "recorded_at": "2026-10-25T01:40:00.000Z"},
         "Written 01:40 GMT"),
    ],
)  # fmt: skip
def test_times_are_told_apart_only_where_they_differ_by_more_than_an_hour(body, line):
    assert filters.times_apart(body) == line
