"""Signing out, signing in late, losing a pupil from one's list, a wrong clock: with notes waiting all the while."""

import json
import urllib.request
from datetime import UTC, datetime, timedelta

import pytest

from tests.e2e.actors import builds
from tests.e2e.actors.builds import WORKER
from tests.e2e.actors.office import Office
from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import PASSWORD, Tablet
from tests.e2e.actors.wire import Wire
from tests.e2e.engines.chromium import ChromiumProfile
from tests.e2e.engines.parts import MAIN, SYNC, button, heading, link


@pytest.fixture
def server(own_server: Server) -> Server:
    """A server of one's own: assignments change."""
    return own_server


def enrol_elsewhere(server: Server, device_id: str) -> None:
    """The same person enrols the same device again: the token that the tablet holds ends."""
    content = {"email": "ta@demo.school", "password": PASSWORD, "device": {"id": device_id, "name": "Blue 3"}}
    request = urllib.request.Request(
        f"{server.site}/api/v1/enrolments", json.dumps(content).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=20) as answer:
        assert answer.status == 201


@pytest.mark.gate
def test_fifty_notes_wait_for_a_sign_in_that_ran_out_offline(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, server: Server, record: Record
) -> None:
    texts = [f"Expired {number:02}: one of fifty." for number in range(50)]
    wire.is_cut()
    tablet.quickly_records("Amina Yusuf", texts)
    tablet.says("50 waiting")
    enrol_elsewhere(server, tablet.device_id())
    # The browser's session at the school has ended; the sitting at the tablet goes on.
    for name in ("jotter_session", "jotter_person"):
        profile.running.clear_cookies(name=name)

    wire.is_mended()
    tablet.opens_today()
    tablet.says("Sign in to sync")
    tablet.opens_outbox()
    tablet.page.sees(MAIN, "Waiting until you sign in.")
    record.holds_nothing_with(texts[0])
    tablet.page.taps(link("Sign in to sync", within=SYNC))
    tablet.fills_in_the_door("ta@demo.school")
    tablet.page.sees(heading("Today"))
    tablet.is_all_synced()
    record.holds_once(texts)


@pytest.mark.gate
def test_signing_out_keeps_what_waits_and_sends_it_while_somebody_else_uses_the_tablet(
    tablet: Tablet, wire: Wire, record: Record
) -> None:
    text = "Signed out: found her own way to the hall."
    wire.is_cut()
    tablet.records_observation("Amina Yusuf", text)
    tablet.opens("/tablet/sign-out")
    tablet.page.sees(MAIN, "1 waiting")
    tablet.page.taps(button("Sign out"))
    tablet.page.sees(heading("Nobody is signed in"))
    tablet.page.sees(MAIN, "1 waiting on this tablet")

    wire.is_mended()
    tablet.signs_in("ta2@demo.school")
    tablet.joins()
    tablet.sees_pupils("Leo Hart", "Grace Osei")
    tablet.page.misses(link("Amina Yusuf"))
    record.holds_once(text)
    (note,) = record.notes_with(text)
    assert note["author_id"] == record.person_id("ta@demo.school")


@pytest.mark.gate
def test_a_note_about_a_pupil_who_has_left_the_list_still_arrives(
    tablet: Tablet, wire: Wire, record: Record, office: Office
) -> None:
    text = "Withdrawn: fed the class guinea pig."
    wire.is_cut()
    tablet.records_observation("Amina Yusuf", text)
    office.takes_off_the_list_of("ta@demo.school", "Amina Yusuf")
    wire.is_mended()
    tablet.comes_back()
    record.holds_once(text)
    tablet.opens_today()
    tablet.sees_pupils("Leo Hart")
    tablet.page.misses(link("Amina Yusuf"))


@pytest.mark.parametrize("days", [3, -3])
def test_a_clock_three_days_wrong_keeps_its_time_and_the_desk_is_warned(
    profile: ChromiumProfile, wire: Wire, record: Record, senco: Senco, days: int
) -> None:
    text = "Wrong clock: drew her family."
    wire.misbehaves(WORKER, builds.with_a_clock_off_by(days))
    page = profile.starts()
    profile.running.add_init_script(builds.wrong_clock(days))
    tablet = Tablet(page).begins("ta@demo.school", "Blue 3")
    tablet.records_observation("Amina Yusuf", text)
    tablet.shows_first(text, "Synced")
    record.holds_once(text)
    (note,) = record.notes_with(text)
    written = datetime.fromisoformat(note["recorded_at"]).replace(tzinfo=UTC)
    assert abs(written - datetime.now(UTC) - timedelta(days=days)) < timedelta(minutes=10)
    senco.sees_observation("Amina Yusuf", text)
    senco.sees_on_tablets("The clock is wrong.", f"3 days {'ahead' if days > 0 else 'behind'}")
