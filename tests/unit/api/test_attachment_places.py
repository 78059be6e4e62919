"""Whose photo lies under an id: the note's that made the id up; and what waits, or comes later, keeps its photo."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, text

from record import attachment_checks, attachment_receiving, attachments, pictures
from record.attachments import Attachment
from record.audit import AuditEvent
from record.base import new_id
from record.times import now
from tests.factories import a_photo
from tests.unit.api.actors import statuses
from tests.unit.api.test_attachments import note_with, signed_note

MINE, OTHER = a_photo(orientation=None), a_photo(100, 80, orientation=None)


def put_aside(record, school) -> list[Attachment]:
    query = select(Attachment).where(Attachment.problem == attachment_receiving.IN_ANOTHERS_PLACE)
    return list(record().scalars(query.where(Attachment.school_id == school.id)))


def faults(record, school, app: Flask) -> list[str]:
    return list(attachment_checks.faults(record(), app.extensions["jotter"].files, school.id))


@pytest.mark.parametrize("others_note", ["none", "one that names it too"])
def test_sending_first_under_the_id_of_anothers_photo_keeps_it_out_no_longer(
    tablet, tablet_of, school, record, app: Flask, others_note: str
) -> None:
    photo_id, colleague = new_id(), tablet_of(school.teacher)
    tablet.pushes(note_with(school.pupils[0], photo_id))
    if others_note != "none":
        assert statuses(colleague.pushes(note_with(school.pupils[0], photo_id))) == ["accepted"]
    assert colleague.sends(OTHER, photo_id).status_code == 201
    assert tablet.sends(MINE, photo_id).status_code == 201
    assert tablet.fetches(photo_id).data == MINE and tablet.sends(MINE, photo_id).status_code == 200
    (aside,) = put_aside(record, school)
    assert aside.state == attachments.QUARANTINED and aside.person_id == school.teacher.id
    assert app.extensions["jotter"].files.read(school.id, aside.id) == OTHER, "nothing is lost"
    assert faults(record, school, app) == []
    query = select(AuditEvent).where(AuditEvent.subject_id == aside.id, AuditEvent.school_id == school.id)
    (event,) = record().scalars(query)
    assert event.action == "attachment put aside" and photo_id in event.detail
    assert colleague.sends(a_photo(50, 50), photo_id).status_code == 409, "what a note names gives way to nobody"
    assert tablet.fetches(photo_id).data == MINE


def test_a_photo_that_was_not_the_one_signed_gives_way_to_the_one_that_was(sealing, school, record, app) -> None:
    photo_id = new_id()
    sealing.pushes(signed_note(sealing, school.pupils[0], MINE, photo_id))
    assert sealing.sends_sealed(OTHER, photo_id).status_code == 201
    assert len(faults(record, school, app)) == 1
    assert sealing.sends_sealed(MINE, photo_id).status_code == 201
    assert faults(record, school, app) == [] and sealing.fetches(photo_id).data == MINE
    assert sealing.sends_sealed(OTHER, photo_id).status_code == 409


def test_while_no_note_names_it_whatever_came_first_stays(tablet, tablet_of, school, record) -> None:
    photo_id = new_id()
    tablet_of(school.teacher).sends(OTHER, photo_id)
    assert tablet.sends(MINE, photo_id).status_code == 409 and put_aside(record, school) == []


def test_a_photo_whose_note_waits_in_quarantine_is_not_forgotten(tablet, school, record) -> None:
    photo_id, forgotten, tomorrow = new_id(), new_id(), now() + timedelta(days=1, minutes=1)
    for each in (photo_id, forgotten):
        tablet.sends(MINE, each)
    assert statuses(tablet.pushes(note_with(school.pupils[0], photo_id.upper(), text="x" * 20_001))) == ["quarantined"]
    assert [each.id for each in attachments.troubled(record(), school.id, tomorrow, 10)] == [forgotten]
    assert attachments.count_troubled(record(), school.id, tomorrow) == 1


def test_a_photo_of_a_version_that_waits_to_be_settled_is_not_forgotten(tablet, tablet_of, school, record) -> None:
    photo_id, note, colleague = new_id(), note_with(school.pupils[0]), tablet_of(school.senco)
    assert statuses(tablet.pushes(note)) == ["accepted"]
    tablet.pushes({**note, "revision": 2, "base_version": 1, "body": {**note["body"], "text": "Mine."}})
    colleague.sends(MINE, photo_id)
    theirs = {**note["body"], "text": "Theirs.", "attachment_ids": [photo_id]}
    offered = {**note, "revision": 2, "base_version": 1, "body": theirs}
    assert statuses(colleague.pushes(offered)) == ["conflict"]
    assert attachments.troubled(record(), school.id, now() + timedelta(days=2), 10) == []
    assert attachments.count_troubled(record(), school.id, now() + timedelta(days=2)) == 0


@pytest.mark.parametrize("by", ["a new note", "a note that is rewritten"])
def test_a_note_that_comes_after_its_photo_was_discarded_brings_it_back(tablet, school, desk, record, by: str) -> None:
    photo_id, note = new_id(), note_with(school.pupils[0])
    tablet.sends(MINE, photo_id)
    tablet.pushes(note)
    with desk() as session:
        attachments.discard(session, session.merge(school.senco), photo_id, now() + timedelta(days=2))
    assert tablet.fetches(photo_id).status_code == 404
    body = {**note["body"], "attachment_ids": [photo_id]}
    named = {**note, "body": body, "revision": 2, "base_version": 1} if by != "a new note" else {**note, "body": body}
    tablet.pushes({**named, "id": note["id"] if by != "a new note" else new_id()})
    assert tablet.fetches(photo_id).data == MINE
    query = select(AuditEvent).where(AuditEvent.action == "attachment restored", AuditEvent.school_id == school.id)
    (event,) = record().scalars(query)
    assert (event.subject_id, event.pupil_id) == (photo_id, school.pupils[0].id)


def test_a_file_that_was_no_photo_stays_discarded_and_a_colleague_restores_nothing(tablet, tablet_of, school, desk):
    photo_id, file_id = new_id(), new_id()
    tablet.sends(MINE, photo_id)
    tablet.sends(a_photo()[:900], file_id)
    with desk() as session:
        for each in (photo_id, file_id):
            attachments.discard(session, session.merge(school.senco), each, now() + timedelta(days=2))
    tablet_of(school.teacher).pushes(note_with(school.pupils[0], photo_id))
    tablet.pushes(note_with(school.pupils[0], file_id))
    assert [tablet.fetches(each).status_code for each in (photo_id, file_id)] == [404, 404]


def test_photos_without_a_note_are_found_by_their_index_and_never_by_going_through_all(
    tablet, school, record, app: Flask
) -> None:
    ids = [new_id() for _ in range(4)]
    for each in ids:
        tablet.sends(MINE, each)
    tablet.pushes(note_with(school.pupils[0], *ids[:2]))
    tomorrow = now() + timedelta(days=1, minutes=1)
    assert {each.id for each in attachments.troubled(record(), school.id, tomorrow, 10)} == set(ids[2:])
    assert [attachments.count_troubled(record(), school.id, tomorrow, most) for most in (1000, 1)] == [2, 1]
    if record().get_bind().dialect.name == "sqlite":
        plans = [plan_of(record(), each) for each in attachments._needs_somebody(record(), school.id, tomorrow)]
        assert "ix_attachments_school_id_state (school_id=? AND state=?)" in plans[0]
        assert "ix_attachments_unnamed (school_id=? AND unnamed_since<?)" in plans[1]


def plan_of(session, condition) -> str:
    """How SQLite, without any statistics, finds attachments."""
    query = select(Attachment.id).where(*condition).limit(10)
    sql = query.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
    return " ".join(row[3] for row in session.execute(text(f"EXPLAIN QUERY PLAN {sql}")))


def test_a_photo_that_is_taken_out_of_its_note_is_without_one_from_then_on(tablet, school, record) -> None:
    photo_id = new_id()
    tablet.sends(MINE, photo_id)
    note = note_with(school.pupils[0], photo_id)
    tablet.pushes(note)
    taken_out = {**note, "revision": 2, "base_version": 1, "body": {**note["body"], "attachment_ids": []}}
    assert statuses(tablet.pushes(taken_out)) == ["accepted"]
    assert attachments.count_troubled(record(), school.id, now()) == 0
    assert attachments.count_troubled(record(), school.id, now() + timedelta(days=1, minutes=1)) == 1
    tablet.pushes({**taken_out, "revision": 3, "base_version": 2, "body": note["body"]})
    assert attachments.count_troubled(record(), school.id, now() + timedelta(days=2)) == 0


def test_a_note_of_somebody_else_that_names_a_photo_does_not_make_it_named(tablet, tablet_of, school, record) -> None:
    photo_id = new_id()
    tablet.sends(MINE, photo_id)
    tablet_of(school.teacher).pushes(note_with(school.pupils[0], photo_id))
    assert attachments.count_troubled(record(), school.id, now() + timedelta(days=1, minutes=1)) == 1


def test_who_names_anothers_photo_after_it_came_does_not_put_their_own_in_its_place(
    tablet, tablet_of, school, record
) -> None:
    photo_id, colleague = new_id(), tablet_of(school.teacher)
    old = note_with(school.pupils[1])
    colleague.pushes(old)
    tablet.sends(MINE, photo_id)
    colleague.pushes(note_with(school.pupils[0], photo_id))
    rewritten = {**old, "revision": 2, "base_version": 1, "body": {**old["body"], "attachment_ids": [photo_id]}}
    assert statuses(colleague.pushes(rewritten)) == ["accepted"]
    assert colleague.sends(OTHER, photo_id).status_code == 409 and put_aside(record, school) == []
    tablet.pushes(note_with(school.pupils[2], photo_id))
    assert tablet.fetches(photo_id).data == MINE and colleague.fetches(photo_id).data == MINE


def test_who_comes_while_anothers_picture_is_looked_at_too_long_is_told_when_to_come_again(
    tablet, school, record, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo_id = new_id()
    monkeypatch.setattr(pictures, "PATIENCE_S", 0.01)
    with pictures._one_at_a_time:
        answer = tablet.sends(MINE, photo_id)
    assert answer.status_code == 503 and int(answer.headers["Retry-After"]) > 0
    assert record().get(Attachment, (school.id, photo_id)) is None
    assert tablet.sends(MINE, photo_id).status_code == 201
