"""A pupil's timeline: its order, its pages, whose it is, and what charts are made of."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, text

from record import timelines
from record.errors import NotFound
from record.observations import Observation
from record.timelines import Place
from record.times import wire_time
from tests.factories import (
    A_MORNING,
    a_parent_meeting,
    a_person,
    a_pupil,
    an_observation,
    assign,
)


def test_pages_of_a_timeline_meet_without_gap_or_overlap_even_at_one_moment(session, school, senco):
    pupil = a_pupil(session, school)
    made = [
        an_observation(session, pupil, senco, f"{n}", recorded_at=A_MORNING + timedelta(hours=n // 2)) for n in range(7)
    ]
    made.append(a_parent_meeting(session, pupil, senco, recorded_at=A_MORNING + timedelta(hours=1), finished=False))
    met, before = [], None
    while page := [item.note for item in timelines.notes_of(session, senco, pupil.id, 3, before)]:
        met += page
        before = Place(page[-1].observed_at, page[-1].id)
    assert met == sorted(made, key=lambda each: (each.observed_at, each.id), reverse=True)
    assert timelines.count_notes(session, pupil) == 8


def test_meetings_come_newest_first(session, school, senco):
    pupil = a_pupil(session, school)
    for day in ("2026-09-10", "2026-11-20", "2026-10-01"):
        a_parent_meeting(session, pupil, senco, held_on=day)
    held = [meeting.held_on for meeting in timelines.meetings_of(session, senco, pupil.id)]
    assert held == [date(2026, 11, 20), date(2026, 10, 1), date(2026, 9, 10)]


@pytest.mark.parametrize("question", [timelines.meetings_of, lambda *who: timelines.notes_of(*who, 10)])
def test_nobody_reads_a_pupil_who_is_not_theirs(session, school, question):
    ta, other = a_person(session, school, "ta"), a_pupil(session, school)
    assign(session, ta, [a_pupil(session, school)])
    with pytest.raises(NotFound):
        question(session, ta, other.id)


def test_what_charts_are_made_of_is_told_from_day_to_day_by_the_schools_clock(session, school, senco):
    pupil = a_pupil(session, school)
    late = datetime(2026, 7, 5, 23, 30, tzinfo=UTC)  # on Monday, half past midnight at the school
    an_observation(session, pupil, senco, recorded_at=late, setting="Hall", outcome_ids=["o"], measures={"count": 3})
    an_observation(session, pupil, senco, recorded_at=late - timedelta(hours=1))
    an_observation(session, pupil, senco, recorded_at=late + timedelta(hours=24))
    an_observation(session, a_pupil(session, school), senco, recorded_at=late)
    (seen,) = timelines.seen_between(session, pupil, date(2026, 7, 6), date(2026, 7, 6))
    assert (seen.day, seen.hour, seen.weekday) == (date(2026, 7, 6), 0, 0)
    assert (seen.setting, seen.outcome_ids, seen.measures) == ("Hall", ["o"], {"count": 3})


def test_a_school_year_begins_in_september():
    assert timelines.school_year_start(date(2026, 8, 31)) == date(2025, 9, 1)
    assert timelines.school_year_start(date(2026, 9, 1)) == date(2026, 9, 1)


def test_a_timeline_and_its_charts_go_by_when_it_happened_and_not_by_when_it_was_written(session, school, senco):
    pupil = a_pupil(session, school)
    of_monday = wire_time(A_MORNING - timedelta(days=1))
    seen_first = an_observation(session, pupil, senco, recorded_at=A_MORNING, observed_at=of_monday)
    seen_last = an_observation(session, pupil, senco, recorded_at=A_MORNING - timedelta(hours=1))
    met = [item.note for item in timelines.notes_of(session, senco, pupil.id, 9)]
    assert met == [seen_last, seen_first]
    monday = (A_MORNING - timedelta(days=1)).date()
    assert len(timelines.seen_between(session, pupil, monday, monday)) == 1


def test_a_page_of_a_long_timeline_is_read_from_its_index_alone_in_order(session, school, senco):
    pupil = a_pupil(session, school)
    an_observation(session, pupil, senco)
    query = (
        select(Observation.id)
        .where(Observation.pupil_id == pupil.id)
        .order_by(Observation.observed_at.desc(), Observation.id.desc())
        .limit(11)
    )
    told = str(query.compile(session.get_bind(), compile_kwargs={"literal_binds": True}))
    if session.get_bind().dialect.name == "sqlite":
        plan = str(session.execute(text(f"EXPLAIN QUERY PLAN {told}")).all())
        assert "ix_observations_pupil_id_observed_at" in plan and "TEMP B-TREE" not in plan
