"""Clocks: a tablet may be days wrong, or at the ends of time, and its notes still arrive as they were written."""

from datetime import timedelta
from types import SimpleNamespace

from record import access
from record.people import Person
from record.times import now, wire_time
from tests.factories import observation_entry
from tests.unit.api.actors import Tablet, statuses


def withdraw(session, school: SimpleNamespace, moment, keep: slice = slice(0, 0)) -> None:
    ta = session.get_one(Person, school.ta.id)
    access.assign(session, ta, moment, None, pupil_ids=[pupil.id for pupil in school.pupils[keep]])


def test_a_note_written_before_the_pupil_was_withdrawn_still_arrives(tablet, school, desk) -> None:
    moment = now()
    with desk() as session:
        withdraw(session, school, moment)
    before = observation_entry(school.pupils[0].id, recorded_at=moment - timedelta(minutes=1))
    after = observation_entry(school.pupils[0].id, recorded_at=moment + timedelta(minutes=1))
    assert statuses(tablet.pushes(before, after)) == ["accepted", "quarantined"]


def test_the_way_of_a_slow_request_is_not_taken_for_a_slow_clock(tablet, school, desk) -> None:
    moment = now()
    with desk() as session:
        withdraw(session, school, moment)
    before = observation_entry(school.pupils[0].id, recorded_at=moment - timedelta(seconds=1))
    after = observation_entry(school.pupils[0].id, recorded_at=moment + timedelta(seconds=1))
    results = tablet.pushes(before, after, sent_at=wire_time(moment - timedelta(seconds=20)))
    assert statuses(results) == ["accepted", "quarantined"]


def test_it_arrives_with_the_tablets_clock_three_days_wrong_too(tablet, school, desk) -> None:
    moment = now()
    with desk() as session:
        withdraw(session, school, moment)
    for wrong in (timedelta(days=3), -timedelta(days=3)):
        before = observation_entry(school.pupils[0].id, recorded_at=moment + wrong - timedelta(minutes=1))
        after = observation_entry(school.pupils[0].id, recorded_at=moment + wrong + timedelta(minutes=1))
        results = tablet.pushes(before, after, sent_at=wire_time(now() + wrong))
        assert statuses(results) == ["accepted", "quarantined"]


def test_the_wildest_clocks_are_no_error(tablet: Tablet, school: SimpleNamespace, desk) -> None:
    with desk() as session:
        withdraw(session, school, now())
    for sent_at in ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"):
        for written in ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z"):
            entry = {**observation_entry(school.pupils[0].id), "recorded_at": written}
            assert tablet.pushes(entry, sent_at=sent_at)[0]["status"] in ("accepted", "quarantined")


def test_notes_of_every_year_come_back_as_they_were_written(tablet: Tablet, school: SimpleNamespace) -> None:
    for written in ("0001-01-01T00:00:00.000Z", "0999-06-01T12:00:00.500Z", "9999-12-31T23:59:59.999Z"):
        entry = {**observation_entry(school.pupils[0].id), "recorded_at": written}
        assert statuses(tablet.pushes(entry)) == ["accepted"]
        assert tablet.holds("observation")[entry["id"]]["recorded_at"] == written
