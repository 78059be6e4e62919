"""The demo school in the record: filed by the record's own verbs, so that everything around the notes is true too."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

import demo
from demo import school_days
from record import access, audit, conflicts, devices, enrolments, people, quarantine, reviews, schools
from record.actions import Action
from record.changes import Document
from record.database import writing
from record.entries import Entry
from record.observations import Observation
from record.outcomes import Outcome
from record.parent_meetings import ParentMeeting
from record.people import Person
from record.pupils import Pupil
from record.questions import Question
from record.schools import School
from tests.unit.demo.conftest import TODAY

MOST_STATEMENTS = 7_500  # a person waits for it: see test_filling_takes_few_statements


def account(session: Session, name: str) -> Person:
    return people.sign_in(session, f"{name}@demo.school", "chalk-and-talk")


def sees(session: Session, name: str) -> set[str]:
    ids = access.visible_pupil_ids(session, account(session, name))
    return {pupil.name for pupil in session.scalars(select(Pupil).where(Pupil.id.in_(ids)))}


def count(session: Session, table: Any, *rules: Any) -> int:
    return session.scalar(select(func.count()).select_from(table).where(*rules)) or 0


def the_school(session: Session) -> School:
    return schools.all_schools(session)[0]


@pytest.mark.parametrize("name", ["senco", "ta", "ta2", "teacher", "head", "admin"])
def test_every_demo_account_signs_in(filled: Session, name: str) -> None:
    assert account(filled, name).school_id == the_school(filled).id


def test_each_account_sees_the_pupils_that_the_screens_say(filled: Session) -> None:
    assert {"Amina Yusuf", "Leo Hart"} <= sees(filled, "ta")
    assert {"Leo Hart", "Grace Osei"} <= sees(filled, "ta2")
    assert {"Amina Yusuf", "Leo Hart"} <= sees(filled, "teacher")
    assert len(sees(filled, "senco")) == 40
    assert "Grace Osei" not in sees(filled, "ta")
    assert sees(filled, "admin") == set()


def test_nobody_who_is_assigned_pupils_has_tomasz(filled: Session) -> None:
    tomasz = filled.scalars(select(Pupil).where(Pupil.family_name == "Nowak")).one()
    rows = filled.scalars(select(access.PupilAccess).where(access.PupilAccess.pupil_id == tomasz.id))
    assert not list(rows)
    assert count(filled, Observation, Observation.pupil_id == tomasz.id) > 10  # the SENCO's own


def test_the_notes_and_meetings_are_all_there(filled: Session) -> None:
    assert 1150 <= count(filled, Observation) <= 1250
    assert count(filled, ParentMeeting, ParentMeeting.is_finished) == 40
    assert count(filled, ParentMeeting, ~ParentMeeting.is_finished, ParentMeeting.held_on > TODAY) == 6
    assert count(filled, Outcome) > 80
    assert count(filled, Person) == 12


def test_the_pile_is_the_newest_sixty_or_so(filled: Session) -> None:
    senco = account(filled, "senco")
    pile = reviews.pile(filled, senco, 100)
    assert 60 <= len(pile) <= 70
    asked = {question.entry_id for question in filled.scalars(select(Question))}
    disputed = {pair.entry_id for pair in conflicts.unsettled(filled, the_school(filled).id)}
    oldest = min(item.note.received_at for item in pile if item.note.id not in asked | disputed)
    newer = select(Observation.id).where(Observation.received_at > oldest, Observation.reviewed_at.is_not(None))
    assert set(filled.scalars(newer)) <= asked


def test_some_questions_have_come_back_and_some_are_open(filled: Session) -> None:
    asked = list(filled.scalars(select(Question)))
    assert {question.answer is None for question in asked} == {True, False}
    for question in asked:
        assert question.answered_at is None or question.answered_at > question.asked_at


def test_three_entries_wait_in_quarantine_with_what_is_wrong_with_them(filled: Session) -> None:
    waiting = quarantine.waiting(filled, the_school(filled).id)
    fields = {problem["field"] for _item, entry in waiting for problem in entry.problems or []}
    assert len(waiting) == 3
    assert fields == {"body.pupil_id", "body.measures.score", "body.measures.count"}


def test_one_note_was_changed_by_two_people(filled: Session) -> None:
    (pair,) = conflicts.unsettled(filled, the_school(filled).id)
    assert pair.fields == ["text"]
    assert pair.recorded["text"] != pair.offered["text"]


def test_three_tablets_were_last_heard_of_after_school(filled: Session) -> None:
    listed = enrolments.devices_with_people(filled, the_school(filled).id)
    assert len(listed) == 3
    for device, its_people in listed:
        seen = device.last_seen_at.astimezone(school_days.LONDON)
        assert school_days.is_school_day(seen.date()) and seen.date() < TODAY
        assert seen.hour == 15
        assert its_people
    assert [device.queued for device, _people in listed] == [0, 0, 4]  # the one in the drawer is last


def test_no_tablet_seems_to_have_lost_anything(filled: Session) -> None:
    tomorrow = school_days.moment(TODAY, 24 * 60 - 1)
    assert devices.losses(filled, the_school(filled).id, tomorrow) == []


def test_a_tablet_that_is_away_has_sent_nothing_since(filled: Session) -> None:
    for device, _people in enrolments.devices_with_people(filled, the_school(filled).id):
        last = filled.scalar(select(func.max(Entry.received_at)).where(Entry.device_id == device.id))
        assert last is not None and last <= device.last_seen_at


def test_the_audit_trail_holds_and_is_in_the_order_of_time(filled: Session) -> None:
    school = the_school(filled)
    assert list(audit.faults(filled, school.id)) == []
    moments = list(filled.scalars(select(audit.AuditEvent.at).order_by(audit.AuditEvent.number)))
    assert moments == sorted(moments)
    assert moments[-1].date() < TODAY


def test_nothing_arrives_before_it_was_written(filled: Session) -> None:
    for table in (Observation, ParentMeeting):
        assert count(filled, table, table.received_at < table.recorded_at) == 0
    assert count(filled, Entry, Entry.received_at < Entry.recorded_at) == 0


def test_some_notes_were_written_up_an_hour_or_more_after_what_they_tell(filled: Session) -> None:
    pairs = filled.execute(select(Observation.observed_at, Observation.recorded_at)).all()
    later = [pair for pair in pairs if pair.recorded_at - pair.observed_at > timedelta(hours=1)]
    assert 0.08 < len(later) / len(pairs) < 0.35
    assert all(pair.observed_at <= pair.recorded_at for pair in pairs)
    assert all(pair.observed_at.date() == pair.recorded_at.date() for pair in later)


def test_some_notes_came_a_day_late_from_a_tablet_without_network(filled: Session) -> None:
    pairs = filled.execute(select(Observation.recorded_at, Observation.received_at))
    late = [pair for pair in pairs if pair.received_at.date() > pair.recorded_at.date()]
    assert 20 < len(late) < 200


def test_agreed_actions_are_in_the_record_some_done_and_some_open(filled: Session) -> None:
    done, still_open = count(filled, Action, Action.done), count(filled, Action, ~Action.done)
    assert done > 20
    assert still_open > 20
    soon = TODAY.replace(day=25)
    assert count(filled, Action, Action.done, Action.due >= soon) == 0


def test_notes_are_linked_to_outcomes_of_their_own_pupil(filled: Session) -> None:
    pupil_of = dict(filled.execute(select(Outcome.id, Outcome.pupil_id)).all())
    linked = 0
    for note in filled.scalars(select(Observation)):
        for outcome_id in note.outcome_ids:
            linked += 1
            assert pupil_of[outcome_id] == note.pupil_id
    assert linked > 750


def content(session: Session) -> list[tuple[str, str]]:
    """All documents but for the ids that the record gives, in the feed's order."""
    told = []
    rows = session.execute(select(Document.kind, Document.body).order_by(Document.seq))
    for kind, body in rows:
        assert body is not None
        kept = {name: value for name, value in json.loads(body).items() if not name.endswith(("_id", "_ids", "_by"))}
        kept.get("measures", {}).pop("outcome_id", None)
        told.append((kind, json.dumps(kept, sort_keys=True)))
    return told


def test_filling_works_on_every_database_and_makes_the_same_school(session: Session, filled: Session) -> None:
    with writing(session):
        demo.fill(session, datetime(2026, 11, 24, 18, 0, tzinfo=school_days.LONDON))
    assert _without_new_ids(content(session)) == _without_new_ids(content(filled))


def _without_new_ids(told: list[tuple[str, str]]) -> list[tuple[str, str]]:
    # A conflict holds two whole bodies, whose pupil's id is the record's own.
    return [(kind, body) for kind, body in told if kind != "conflict"]


def test_filling_takes_few_statements(filled: Session) -> None:
    """Seconds depend on the machine, statements do not: a verb called once a note would show here."""
    assert 1_000 < filled.info["statements"] < MOST_STATEMENTS
