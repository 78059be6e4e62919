"""Tablets at the desk: what each last told, what may be lost, and withdrawing one."""

from datetime import timedelta

import pytest

from record import attachment_losses, devices, enrolments, times
from record.attachments import Carrier
from record.base import new_id
from record.devices import Device, Waiting
from tests.factories import A_MORNING
from tests.unit.webapp.conftest import Desk
from webapp.filters import clock, day
from webapp.views.devices import check_words


@pytest.fixture
def tablet(desk: Desk) -> Device:
    """A tablet that the TA uses."""
    enrolment, _ = enrolments.enrol(desk.session, desk.people["ta"], new_id(), "Owls 1", A_MORNING)
    desk.session.commit()
    return devices.device_of(desk.session, desk.school.id, enrolment.device_id)


def test_a_tablet_tells_who_uses_it_when_it_was_seen_and_what_waits(senco, desk, tablet):
    devices.note_contact(tablet, Waiting(12, 2, A_MORNING), "1.0", 0, [], A_MORNING)
    desk.session.commit()
    page = senco.get("/desk/tablets").text
    for words in ("Owls 1", "The ta", "24 Nov, 09:30", "12 waiting", "2 stuck", "Oldest waiting"):
        assert words in page
    assert "clock" not in page and "missing" not in page


@pytest.mark.parametrize(
    ("skew", "said"),
    [
        (timedelta(minutes=5), None),
        (timedelta(minutes=6), "6 minutes ahead"),
        (timedelta(days=-3), "3 days behind"),
        (timedelta(hours=1, minutes=5), "1 hour ahead"),
    ],
)
def test_a_clock_more_than_five_minutes_wrong_is_warned_of(senco, desk, tablet, skew, said):
    devices.note_contact(tablet, None, "1.0", int(skew.total_seconds() * 1000), [], A_MORNING)
    desk.session.commit()
    page = senco.get("/desk/tablets").text
    assert ("The clock is wrong." in page) is (said is not None)
    assert said is None or said in page


def test_notes_that_may_be_missing_are_told_with_their_number(senco, desk, tablet):
    long_ago = times.now() - timedelta(days=2)
    devices.note_contact(tablet, None, "1.0", 0, [1, 5], long_ago)
    desk.session.commit()
    page = senco.get("/desk/tablets").text
    assert "Notes may be missing from Owls 1." in page and "3 notes have not arrived." in page
    senco.post(f"/desk/tablets/{tablet.id}/followed-up")
    assert "may be missing" not in senco.get("/desk/tablets").text


def test_a_tablet_that_came_back_empty_may_have_lost_an_unknown_number(senco, desk, tablet):
    enrolments.enrol(desk.session, desk.people["ta"], new_id(), "Owls 1 again", times.now(), known_as=tablet.id)
    desk.session.commit()
    page = senco.get("/desk/tablets").text
    assert "Notes may be missing from Owls 1." in page and "unknown number" in page and "erased" in page


def test_photos_that_wait_and_photos_that_were_lost_are_told_with_their_number(senco, browse, desk, tablet) -> None:
    tablet.queued = tablet.stuck = 0
    tablet.photos = 3
    desk.session.commit()
    page = senco.get("/desk/tablets").text
    assert "3 photos waiting" in page and "Nothing waiting" not in page and "lost" not in page
    carrier = Carrier(desk.school.id, desk.people["ta"].id, tablet.id)
    for _ in range(2):
        attachment_losses.note(desk.session, carrier, new_id(), times.now())
    tablet.photos = 1
    desk.session.commit()
    page = senco.get("/desk/tablets").text
    assert "1 photo waiting" in page and "2 photos were lost on Owls 1." in page and "Followed up" in page
    assert senco.post(f"/desk/tablets/{tablet.id}/followed-up").status_code == 303
    assert "were lost" not in senco.get("/desk/tablets").text


def test_withdrawing_asks_first_then_withdraws_everybody_on_the_tablet_once(senco, desk, tablet):
    url = f"/desk/tablets/{tablet.id}/withdraw"
    assert "Withdraw Owls 1?" in senco.get(url).text
    assert "Withdrawn. It delivers" in senco.post(url, follow_redirects=True).text
    assert "Nobody is on it." in senco.post(url, follow_redirects=True).text
    desk.look_again()
    ((_, people),) = enrolments.devices_with_people(desk.session, desk.school.id)
    assert [enrolment.withdrawn_at is not None for enrolment, _ in people] == [True]


def test_a_withdrawn_tablet_waits_for_its_next_contact_then_says_when_it_has_erased(senco, desk, tablet):
    enrolments.withdraw(desk.session, desk.people["senco"], tablet.id, A_MORNING)
    desk.session.commit()
    page = senco.get("/desk/tablets").text
    assert "withdrawn on Tue 24 Nov 2026, waiting for the tablet" in page and ">Withdrawn<" in page
    ((_, [(enrolment, _)]),) = enrolments.devices_with_people(desk.session, desk.school.id)
    moment = times.now() - timedelta(days=89)
    enrolments.note_erased(desk.session, enrolment, moment)
    desk.session.commit()
    page = senco.get("/desk/tablets").text
    assert f"erased on {day(moment)} at {clock(moment)}" in page and ">Erased<" in page
    assert "waiting for" not in page and "/withdraw" not in page
    enrolment.erased_at = times.now() - timedelta(days=91)
    desk.session.commit()
    assert "Nobody enrolled" in senco.get("/desk/tablets").text


def test_who_uses_a_tablet_again_is_told_beside_what_was_erased(senco, desk, tablet):
    enrolments.withdraw(desk.session, desk.people["senco"], tablet.id, A_MORNING)
    ((_, [(enrolment, _)]),) = enrolments.devices_with_people(desk.session, desk.school.id)
    enrolments.note_erased(desk.session, enrolment, times.now())
    enrolments.enrol(desk.session, desk.people["other_ta"], tablet.id, "Owls 1", times.now())
    desk.session.commit()
    page = senco.get("/desk/tablets").text
    assert "The other TA" in page and "erased on" in page
    assert ">Erased<" not in page and "/withdraw" in page
    assert "The ta" not in senco.get(f"/desk/tablets/{tablet.id}/withdraw").text, "there is nothing left to withdraw"


def test_an_administrator_withdraws_and_sees_no_pupil(browse, desk, tablet):
    client = browse("admin")
    page = client.get("/desk/tablets").text
    assert "Owls 1" in page and "Amina" not in page
    assert client.post(f"/desk/tablets/{tablet.id}/withdraw").status_code == 303


def test_the_head_sees_tablets_without_being_offered_to_withdraw_one(browse, tablet):
    page = browse("head").get("/desk/tablets").text
    assert "Owls 1" in page and "Withdraw" not in page


@pytest.mark.parametrize("verb", ["withdraw", "followed-up"])
def test_a_tablet_that_does_not_exist_is_not_found(senco, desk, verb):
    assert senco.post(f"/desk/tablets/{new_id()}/{verb}").status_code == 404


def test_no_tablet_yet_says_how_to_set_one_up(senco):
    assert "No tablet has been set up" in senco.get("/desk/tablets").text


def test_the_device_check_is_told_in_words_whatever_it_holds():
    good = check_words(
        {"survives": True, "persistent": True, "installed": True, "private": False, "quota_bytes": 2**31}
    )
    assert good is not None and good["is_good"] and "room for 2.0 GB" in good["text"]
    bad = check_words({"survives": True, "persistent": False, "installed": "maybe", "private": True, "quota_bytes": -1})
    assert bad is not None and not bad["is_good"]
    assert bad["text"] == "keeps what is written, the browser made no promise to keep it, a private window"
    assert check_words(None) is None and check_words({}) is None
