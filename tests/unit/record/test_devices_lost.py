"""Losses: what is followed up is shown no more, and what is lost later is shown again."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from record import devices, enrolments
from record.base import new_id
from record.devices import Device
from tests.factories import A_MORNING, a_person, a_school

A_DAY = timedelta(days=1)


@pytest.fixture
def senco(session: Session):
    return a_person(session, a_school(session), "senco")


@pytest.fixture
def tablet(session: Session, senco) -> Device:
    enrolment, _ = enrolments.enrol(session, senco, new_id(), "Owls 1", A_MORNING)
    return devices.device_of(session, senco.school_id, enrolment.device_id)


def lost(session: Session, senco, now) -> list[tuple[str, int | None]]:
    return [(loss.device.name, loss.count) for loss in devices.losses(session, senco.school_id, now)]


def test_a_gap_that_opens_after_a_loss_was_followed_up_is_a_new_loss(session, senco, tablet):
    devices.note_contact(tablet, None, "1", 0, [1, 5], A_MORNING)
    later = A_MORNING + A_DAY
    assert lost(session, senco, later) == [("Owls 1", 3)]
    devices.note_contact(tablet, None, "1", 0, [9], later)
    devices.settle_loss(session, senco, tablet.id, later)
    assert lost(session, senco, later) == []
    assert lost(session, senco, later + A_DAY) == [("Owls 1", 3)]  # 6, 7 and 8


def test_what_arrives_after_all_is_no_loss(session, senco, tablet):
    devices.note_contact(tablet, None, "1", 0, [1, 5], A_MORNING)
    devices.note_contact(tablet, None, "1", 0, [2, 3, 4], A_MORNING)
    assert lost(session, senco, A_MORNING + A_DAY) == []


def test_an_erased_storage_is_followed_up_like_a_gap(session, senco, tablet):
    enrolments.enrol(session, senco, new_id(), "Owls 1 again", A_MORNING, known_as=tablet.id)
    assert lost(session, senco, A_MORNING) == [("Owls 1", None)]
    devices.settle_loss(session, senco, tablet.id, A_MORNING)
    assert lost(session, senco, A_MORNING + A_DAY) == []
