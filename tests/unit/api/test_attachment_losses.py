"""What a tablet still has to send and what it has lost: told to the record, seen at the desk, awaited no longer."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from record import attachment_losses, attachments_shown, devices
from record.attachment_losses import LostAttachment
from record.audit import AuditEvent
from record.base import new_id
from record.devices import Device
from record.observations import Observation
from record.times import now
from tests.factories import a_photo
from tests.unit.api.sealing_tablet import SealingTablet
from tests.unit.api.test_attachments import note_with


def tells_lost(tablet, photo_id: str, token: str = ""):
    headers = {"Authorization": f"Bearer {token or tablet.token}"}
    return tablet.client.put(f"/api/v1/attachments/{photo_id}/loss", headers=headers)


def shown(record, school, note: dict) -> list[str]:
    """What the note says of each of its photos."""
    session = record()
    found = session.get_one(Observation, note["id"])
    return [photo.state for photo in attachments_shown.photos_of(session, school.id, [found])[found.id]]


def losses(record, school) -> list[LostAttachment]:
    return list(record().scalars(select(LostAttachment).where(LostAttachment.school_id == school.id)))


def test_a_note_says_that_its_photo_was_lost_and_no_longer_that_it_is_on_its_way(tablet, school, record) -> None:
    photo_id = new_id()
    note = note_with(school.pupils[0], photo_id)
    tablet.pushes(note)
    assert shown(record, school, note) == [attachments_shown.COMING]
    assert tells_lost(tablet, photo_id.upper()).status_code == 204
    assert shown(record, school, note) == [attachments_shown.LOST]
    assert attachment_losses.counts(record(), school.id) == {tablet.device_id: 1}


def test_a_loss_told_again_is_one_loss_and_one_event(tablet, school, record) -> None:
    photo_id = new_id()
    assert [tells_lost(tablet, photo_id).status_code for _ in range(2)] == [204, 204]
    assert [each.id for each in losses(record, school)] == [photo_id]
    query = select(AuditEvent).where(AuditEvent.action == "attachment lost", AuditEvent.school_id == school.id)
    (event,) = record().scalars(query)
    assert (event.subject_id, event.person_id, event.device_id) == (photo_id, school.ta.id, tablet.device_id)


def test_what_is_in_the_record_is_not_lost_and_what_comes_after_all_is_found(tablet, school, record) -> None:
    here, late = new_id(), new_id()
    note = note_with(school.pupils[0], here, late)
    tablet.pushes(note)
    tablet.sends(a_photo(), here)
    assert [tells_lost(tablet, each).status_code for each in (here, late)] == [204, 204]
    assert [each.id for each in losses(record, school)] == [late]
    assert tablet.sends(a_photo(), late).status_code == 201
    assert losses(record, school) == [] and attachment_losses.counts(record(), school.id) == {}
    assert shown(record, school, note) == [attachments_shown.HERE] * 2


def test_nobody_makes_anothers_photo_out_to_be_lost(tablet, tablet_of, school, record, found_school) -> None:
    photo_id, note = new_id(), note_with(school.pupils[0])
    note["body"]["attachment_ids"] = [photo_id]
    tablet.pushes(note)
    elsewhere = found_school()
    assert tells_lost(tablet_of(elsewhere.ta), photo_id).status_code == 204, "another school's ids are its own"
    assert tells_lost(tablet_of(school.teacher), photo_id).status_code == 204
    assert shown(record, school, note) == [attachments_shown.COMING]
    assert tells_lost(tablet, photo_id).status_code == 204
    assert shown(record, school, note) == [attachments_shown.LOST], "nor keeps anybody from saying so of their own"


def test_a_locked_tablet_tells_it_by_a_carry_token_and_a_stranger_tells_nothing(api_client, school, record) -> None:
    sealing, photo_id = SealingTablet(api_client, school.ta), new_id()
    sealing.prepares()
    assert tells_lost(sealing, photo_id, token="made up").status_code == 401
    assert tells_lost(sealing, "not-an-id").status_code == 400
    assert losses(record, school) == []
    assert tells_lost(sealing, photo_id, token=sealing.carry).status_code == 204
    assert [each.id for each in losses(record, school)] == [photo_id]


def test_a_loss_that_was_followed_up_is_shown_no_more_and_a_later_one_is(tablet, school, desk, record) -> None:
    tells_lost(tablet, new_id())
    with desk() as session:
        devices.settle_loss(session, session.merge(school.senco), tablet.device_id, now())
    assert attachment_losses.counts(record(), school.id) == {}
    with desk() as session:
        session.get_one(Device, (school.id, tablet.device_id)).loss_settled_at = now() - timedelta(hours=1)
    assert attachment_losses.counts(record(), school.id) == {tablet.device_id: 1}


@pytest.mark.parametrize(("told", "kept"), [(3, 3), (None, 0), (-1, 0), ("many", 0)])
def test_how_many_photos_wait_on_a_tablet_is_kept_where_it_makes_sense(tablet, school, record, told, kept) -> None:
    waiting = {"queued": 0, "stuck": 0, "oldest": None, **({} if told is None else {"photos": told})}
    tablet.syncs(waiting=waiting)
    assert record().get_one(Device, (school.id, tablet.device_id)).photos == kept
    tablet.syncs(waiting={"queued": 0, "stuck": 0, "oldest": None})
    assert record().get_one(Device, (school.id, tablet.device_id)).photos == 0, "left out, there are none"
