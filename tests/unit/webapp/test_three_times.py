"""At the desk a note says when it happened, and when it was written and arrived where that was another time; a day is
a day whatever the server's own clock is set to."""

import time
from datetime import UTC, date, datetime, timedelta

import pytest

from record.times import SCHOOL_ZONE, on_the_wall, school_day
from tests.factories import a_parent_meeting, an_observation
from tests.unit.webapp.conftest import Desk
from webapp import filters

SEEN, WRITTEN, ARRIVED = (
    datetime(2026, 3, 3, 10, 15, tzinfo=UTC),
    datetime(2026, 3, 3, 14, 20, tzinfo=UTC),
    datetime(2026, 3, 4, 8, 2, tzinfo=UTC),
)
LINE = "Written 14:20 · arrived Wed 4 Mar, 08:02"


@pytest.fixture(params=["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])
def server_zone(request, monkeypatch):
    """The server's own clock, set to another zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def a_late_note(desk: Desk):
    note = an_observation(
        desk.session, desk.pupil, desk.people["ta"], "Told a joke.", recorded_at=WRITTEN, received_at=ARRIVED,
        observed_at="2026-03-03T10:15:00.000Z",
    )  # fmt: skip
    desk.session.commit()
    return note


def test_pile_note_and_timeline_tell_the_times_apart(desk: Desk, senco) -> None:
    note = a_late_note(desk)
    for address in ("/desk/", f"/desk/notes/observation/{note.id}", f"/desk/pupils/{desk.pupil.id}"):
        page = senco.get(address).text
        assert LINE in page, address


def test_of_a_note_that_arrived_at_once_nothing_is_told_apart(desk: Desk, senco) -> None:
    an_observation(desk.session, desk.pupil, desk.people["ta"], recorded_at=SEEN, received_at=SEEN + timedelta(hours=1))
    desk.session.commit()
    assert "note-times" not in senco.get(f"/desk/pupils/{desk.pupil.id}").text


def test_a_meeting_stands_at_its_day_with_when_it_was_written_up(desk: Desk, senco) -> None:
    meeting = a_parent_meeting(desk.session, desk.pupil, desk.people["ta"], recorded_at=ARRIVED, held_on="2026-03-03")
    desk.session.commit()
    page = senco.get(f"/desk/notes/parent_meeting/{meeting.id}").text
    assert "<strong>Tue 3 Mar 2026</strong>" in page and "Written Wed 4 Mar, 08:02" in page
    assert "Written Wed 4 Mar, 08:02" in senco.get(f"/desk/pupils/{desk.pupil.id}").text


def test_a_day_is_that_day_and_an_hour_the_schools_whatever_the_server_is_set_to(server_zone, desk: Desk, senco):
    meeting = a_parent_meeting(
        desk.session, desk.pupil, desk.people["ta"], recorded_at=SEEN, held_on="2026-03-03", next_meeting="2026-06-30"
    )
    late_id = a_late_note(desk).id
    page = senco.get(f"/desk/notes/parent_meeting/{meeting.id}").text
    assert "Tue 3 Mar 2026" in page and "Tue 30 Jun 2026" in page
    assert LINE in senco.get(f"/desk/notes/observation/{late_id}").text
    assert filters.day_clock("2026-07-01T23:30:00.000Z") == "2 Jul, 00:30"
    assert filters.day(date(2026, 12, 31)) == "Thu 31 Dec 2026"
    assert school_day(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("wall", "now", "meant"),
    [
        ("2026-10-25T01:30", "2026-10-25T09:00", "2026-10-25T01:30"),  # the later one
        ("2026-10-25T01:30", "2026-10-25T00:40", "2026-10-25T00:30"),  # the later one is still to come
        ("2026-03-29T01:30", "2026-03-29T09:00", "2026-03-29T01:30"),  # left out: half past two in summer time
        ("2026-07-01T10:15", "2026-07-01T12:00", "2026-07-01T09:15"),
        ("2026-01-01T10:15", "2026-01-01T12:00", "2026-01-01T10:15"),
    ],
)
def test_a_time_read_off_the_wall_is_one_moment(wall: str, now: str, meant: str) -> None:
    told = on_the_wall(datetime.fromisoformat(wall), datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert told == datetime.fromisoformat(meant).replace(tzinfo=UTC)
    assert told.astimezone(SCHOOL_ZONE).minute == datetime.fromisoformat(wall).minute
