"""When it happened, when it was written, when it arrived: three times, kept apart whatever is revised or merged."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from record.times import wire_time
from tests.factories import observation_body, observation_entry, parent_meeting_body, parent_meeting_entry
from tests.unit.api.actors import Tablet, note_of, revised, statuses

SEEN, WRITTEN = "2026-11-23T10:15:00.000Z", "2026-11-23T14:20:00.000Z"


def an_entry(school: SimpleNamespace, observed_at: object = SEEN, **over):
    body = observation_body(school.pupils[0].id)
    if observed_at is not ...:
        body["observed_at"] = observed_at
    return {**observation_entry(school.pupils[0].id, body=body), "recorded_at": WRITTEN, **over}


def test_a_document_tells_the_three_times_apart(tablet: Tablet, school: SimpleNamespace, record) -> None:
    entry = an_entry(school)
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    body = tablet.holds("observation")[entry["id"]]
    assert (body["observed_at"], body["recorded_at"]) == (SEEN, WRITTEN)
    assert body["received_at"] not in (SEEN, WRITTEN)
    assert wire_time(note_of(record, entry).observed_at) == SEEN


@pytest.mark.parametrize("absent", [..., None])
def test_without_saying_when_it_happened_it_is_when_it_was_written(tablet, school, record, absent) -> None:
    entry = an_entry(school, absent)
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    assert wire_time(note_of(record, entry).observed_at) == WRITTEN


@pytest.mark.parametrize("told", ["2026-11-23T11:15:00+01:00", "2026-11-23t10:15:00.0001z", "2026-11-23 10:15:00Z"])
def test_every_way_to_write_a_moment_is_answered_in_utc_with_milliseconds(tablet, school, told) -> None:
    entry = an_entry(school, told)
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    assert tablet.holds("observation")[entry["id"]]["observed_at"] == SEEN


@pytest.mark.parametrize("told", ["yesterday", "2026-11-23", "2026-11-23T10:15", 7, [], {}, ""])
def test_what_names_no_moment_is_quarantined(tablet, school, told) -> None:
    (result,) = tablet.pushes(an_entry(school, told))
    assert (result["status"], result["problems"][0]["field"]) == ("quarantined", "body.observed_at")


@pytest.mark.parametrize("told", ["0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z", "2031-01-01T00:00:00.000Z"])
def test_the_record_takes_whatever_moment_a_wrong_clock_says(tablet, school, told) -> None:
    entry = an_entry(school, told)
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    assert tablet.holds("observation")[entry["id"]]["observed_at"] == told


def test_a_correction_leaves_standing_when_it_happened_and_when_it_was_first_written(tablet, school, record) -> None:
    entry = an_entry(school)
    tablet.pushes(entry)
    later = revised(entry, 2, 1, text="Asked for help three times.") | {"recorded_at": "2026-11-24T09:00:00.000Z"}
    assert statuses(tablet.pushes(later)) == ["accepted"]
    body = tablet.holds("observation")[entry["id"]]
    assert (body["observed_at"], body["recorded_at"], body["text"]) == (SEEN, WRITTEN, "Asked for help three times.")


def test_when_it_happened_can_be_corrected(tablet, school, record) -> None:
    entry = an_entry(school, "2026-11-23T11:15:00+01:00")
    tablet.pushes(entry)
    later = revised(entry, 2, observed_at="2026-11-22T08:00:00.000Z") | {"recorded_at": "2026-11-24T09:00:00.000Z"}
    assert statuses(tablet.pushes(later)) == ["accepted"]
    assert tablet.holds("observation")[entry["id"]]["observed_at"] == "2026-11-22T08:00:00.000Z"
    assert wire_time(note_of(record, entry).observed_at) == "2026-11-22T08:00:00.000Z"


def test_two_ways_to_write_one_moment_are_no_conflict(tablet, tablet_of, school) -> None:
    entry = an_entry(school, "2026-11-23T11:15:00+01:00")
    tablet.pushes(entry)
    other = tablet_of(school.senco)
    assert statuses(other.pushes(revised(entry, 1, 1, observed_at=SEEN, setting="Hall"))) == ["accepted"]
    third = revised(entry, 2, 1, observed_at="2026-11-23T12:15:00+02:00", text="More words.")
    assert statuses(tablet.pushes(third)) == ["merged"]


def test_a_meeting_written_up_days_later_stands_on_the_day_that_it_was_held(tablet, school, session) -> None:
    from record.parent_meetings import ParentMeeting

    pupil_id = school.pupils[0].id
    late = {**parent_meeting_entry(pupil_id, body=parent_meeting_body(pupil_id, held_on="2026-06-16"))}
    late["recorded_at"] = "2026-06-18T15:00:00.000Z"
    same_day = {**parent_meeting_entry(pupil_id, body=parent_meeting_body(pupil_id, held_on="2026-06-18"))}
    same_day["recorded_at"] = "2026-06-17T23:30:00.000Z"  # on the 18th at the school
    planned = parent_meeting_body(pupil_id, held_on="2026-06-16", finished=False)
    prepared = {**parent_meeting_entry(pupil_id, body=planned), "recorded_at": "2026-06-18T15:00:00.000Z"}
    assert statuses(tablet.pushes(late, same_day, prepared)) == ["accepted"] * 3
    moments = [session.get_one(ParentMeeting, each["id"]).observed_at for each in (late, same_day, prepared)]
    assert moments[0] == datetime(2026, 6, 16, 11, 0, tzinfo=UTC)
    assert moments[1:] == [datetime(2026, 6, 17, 23, 30, tzinfo=UTC), datetime(2026, 6, 18, 15, 0, tzinfo=UTC)]
