"""Whose a photo is: sealed, carried for a colleague, put from another tablet, of a group, of a tablet withdrawn."""

import pytest
from sqlalchemy import update

from record import attachments, enrolments
from record.base import new_id
from record.enrolments import Enrolment
from record.times import now
from tests.factories import a_photo, assign
from tests.unit.api.actors import statuses
from tests.unit.api.sealing_tablet import SealingTablet
from tests.unit.api.test_attachments import PLAIN, name_it, note_with, row_of


def test_a_sealed_photo_is_opened_and_shown(sealing, school) -> None:
    photo, photo_id = a_photo(orientation=None), new_id()
    assert sealing.sends_sealed(photo, photo_id).get_json()["state"] == "received"
    assert sealing.fetches(photo_id).status_code == 404, "whose it is nobody knows before its note has come"
    sealing.pushes(sealing.seals(note_with(school.pupils[0], photo_id)))
    assert sealing.fetches(photo_id).data == photo


def test_a_colleagues_carry_token_delivers_it_and_reads_nothing(sealing, api_client, school, tablet_of) -> None:
    photo_id = new_id()
    colleague = SealingTablet(api_client, school.teacher, sealing.device_id)
    colleague.prepares()
    assert sealing.sends_sealed(a_photo(), photo_id, token=colleague.carry).status_code == 201
    sealing.pushes(sealing.seals(note_with(school.pupils[0], photo_id)))
    assert sealing.fetches(photo_id).status_code == 200
    headers = {"Authorization": f"Bearer {colleague.carry}"}
    assert api_client.get(f"/api/v1/attachments/{photo_id}", headers=headers).status_code == 404
    assert sealing.sends(a_photo(), token=colleague.carry).status_code == 401, "plain it takes nothing"


@pytest.mark.parametrize("how", ["plain", "sealed"])
def test_a_note_opens_what_its_author_put_from_another_tablet(api_client, school, tablet_of, how) -> None:
    first, second, photo_id = SealingTablet(api_client, school.ta), SealingTablet(api_client, school.ta), new_id()
    for each in (first, second):
        each.prepares()
    put = second.sends_sealed(PLAIN, photo_id) if how == "sealed" else second.sends(PLAIN, photo_id)
    assert put.status_code == 201
    first.pushes(first.seals(note_with(school.pupils[0], photo_id)))
    assert tablet_of(school.teacher).fetches(photo_id).data == PLAIN


@pytest.mark.parametrize("how", ["plain", "sealed"])
def test_a_note_opens_what_any_enrolment_of_its_tablet_put(sealing, api_client, school, how) -> None:
    photo_id = new_id()
    colleague = SealingTablet(api_client, school.teacher, sealing.device_id)
    colleague.prepares()
    token = colleague.carry if how == "sealed" else colleague.token
    put = sealing.sends_sealed if how == "sealed" else sealing.sends
    assert put(PLAIN, photo_id, token=token).status_code == 201
    sealing.pushes(sealing.seals(note_with(school.pupils[0], photo_id)))
    assert sealing.fetches(photo_id).data == PLAIN


def test_whoever_only_carried_a_sealed_photo_does_not_open_it_by_a_note_from_elsewhere(
    sealing, api_client, school, tablet_of, desk
) -> None:
    photo_id = new_id()
    carrier = SealingTablet(api_client, school.teacher, sealing.device_id)
    carrier.prepares()
    sealing.pushes(sealing.seals(note_with(school.pupils[0], photo_id)))
    sealing.sends_sealed(PLAIN, photo_id, token=carrier.carry)
    elsewhere = tablet_of(school.teacher)
    assert statuses(elsewhere.pushes(note_with(school.pupils[3], photo_id))) == ["accepted"]
    with desk() as session:
        assign(session, session.merge(school.teacher), [session.merge(school.pupils[3])])
    assert elsewhere.fetches(photo_id).status_code == 404
    assert tablet_of(school.head).fetches(photo_id).data == PLAIN


def test_a_photo_of_a_group_is_seen_by_whoever_may_see_any_of_the_group(tablet, tablet_of, school, desk) -> None:
    photo_id, group_id = new_id(), new_id()
    copies = [note_with(pupil, photo_id, group_id=group_id) for pupil in (school.pupils[0], school.pupils[1])]
    assert statuses(tablet.pushes(*copies)) == ["accepted", "accepted"]
    assert tablet.sends(PLAIN, photo_id).status_code == 201
    teachers = tablet_of(school.teacher)
    with desk() as session:
        assign(session, session.merge(school.teacher), [session.merge(school.pupils[1])])
    assert teachers.fetches(photo_id).data == PLAIN
    with desk() as session:
        assign(session, session.merge(school.teacher), [session.merge(school.pupils[2])])
    assert teachers.fetches(photo_id).status_code == 404


def test_a_seal_that_does_not_open_is_kept_as_received(sealing, found_school, api_client, school, record, app) -> None:
    other = SealingTablet(api_client, found_school().ta)
    other.prepares()
    sealed, file_id = other.seals_bytes(a_photo()), new_id()
    answer = sealing.sends(sealed, file_id, X_Jotter_Seal_Key=other.seal_key["id"])
    assert (answer.status_code, answer.get_json()["state"]) == (201, "quarantined")
    assert row_of(record, school, file_id).problem == attachments.SEAL_DOES_NOT_OPEN
    assert app.extensions["jotter"].files.read(school.id, file_id) == sealed


def test_a_withdrawn_tablet_still_delivers_but_is_shown_nothing(sealing, school, desk) -> None:
    photo_id = new_id()
    with desk() as session:
        enrolments.withdraw(session, session.merge(school.senco), sealing.device_id, now())
    assert sealing.sends_sealed(a_photo(), photo_id).status_code == 201
    plain_id = new_id()
    assert sealing.sends(a_photo(), plain_id).status_code == 201
    name_it(sealing, school, plain_id)
    assert sealing.fetches(plain_id).status_code == 404


def test_an_ended_token_delivers_nothing(sealing, desk) -> None:
    with desk() as session:
        session.execute(update(Enrolment).where(Enrolment.device_id == sealing.device_id).values(ended_at=now()))
    assert sealing.sends_sealed(a_photo()).status_code == 401
