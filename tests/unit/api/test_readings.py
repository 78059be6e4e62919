"""What a tablet takes with it is in the audit trail: one event for each pull and pupil, none for a pull of nothing."""

import json
from collections.abc import Callable
from types import SimpleNamespace

from sqlalchemy import select
from sqlalchemy.orm import Session

from record import access, audit, readings
from record.audit import AuditEvent
from record.people import Person
from record.schools import School
from record.times import now
from tests.factories import an_observation, observation_entry
from tests.unit.api.actors import Tablet

Record = Callable[[], Session]


def pulls_in(record: Record, school_id: str) -> list[AuditEvent]:
    query = select(AuditEvent).where(AuditEvent.school_id == school_id, AuditEvent.action == readings.PULLED)
    return list(record().scalars(query.order_by(AuditEvent.number)))


def trail_length(record: Record, school_id: str) -> int:
    return record().get_one(School, school_id).audit_count


def test_a_full_picture_is_one_event_for_each_pupil_whatever_it_holds(
    tablet: Tablet, school: SimpleNamespace, record: Record, desk
) -> None:
    with desk() as session:
        author = session.get_one(Person, school.teacher.id)
        for pupil in school.pupils[:2]:
            an_observation(session, session.get_one(type(pupil), pupil.id), author)
    tablet.catches_up()
    found = pulls_in(record, school.id)
    assert sorted(event.pupil_id for event in found) == sorted(pupil.id for pupil in school.pupils[:3])
    for event in found:
        assert (event.person_id, event.device_id) == (school.ta.id, tablet.device_id)
        told = json.loads(event.detail)
        assert told["address"] == "127.0.0.1"
        assert told["documents"] == (2 if event.pupil_id in {pupil.id for pupil in school.pupils[:2]} else 1)


def test_a_pull_of_nothing_writes_nothing(tablet: Tablet, school: SimpleNamespace, record: Record) -> None:
    tablet.catches_up()
    tablet.syncs()
    before = trail_length(record, school.id)
    for _ in range(3):
        assert tablet.syncs()["changes"] == []
    assert trail_length(record, school.id) == before


def test_ones_own_words_coming_straight_back_are_no_reading(
    tablet: Tablet, school: SimpleNamespace, record: Record
) -> None:
    tablet.catches_up()
    before = len(pulls_in(record, school.id))
    answer = tablet.syncs(observation_entry(school.pupils[0].id))
    assert len(answer["changes"]) == 1
    assert len(pulls_in(record, school.id)) == before


def test_a_colleague_who_gets_the_note_has_taken_it(
    tablet: Tablet, tablet_of: Callable[..., Tablet], school: SimpleNamespace, record: Record
) -> None:
    colleague = tablet_of(school.teacher)
    colleague.catches_up()
    tablet.pushes(observation_entry(school.pupils[0].id))
    before = pulls_in(record, school.id)
    colleague.syncs()
    (event,) = pulls_in(record, school.id)[len(before) :]
    assert (event.person_id, event.pupil_id) == (school.teacher.id, school.pupils[0].id)


def test_a_pupil_who_leaves_a_tablet_was_not_read(
    tablet: Tablet, school: SimpleNamespace, record: Record, desk
) -> None:
    tablet.catches_up()
    before = len(pulls_in(record, school.id))
    with desk() as session:
        access.assign(session, session.get_one(Person, school.ta.id), now(), None, pupil_ids=[])
    assert any(change["gone"] for change in tablet.syncs()["changes"])
    assert len(pulls_in(record, school.id)) == before


def test_the_trail_with_readings_in_it_is_sound(tablet: Tablet, school: SimpleNamespace, record: Record) -> None:
    tablet.catches_up(limit=2)
    assert len(pulls_in(record, school.id)) >= 3
    assert list(audit.faults(record(), school.id)) == []
