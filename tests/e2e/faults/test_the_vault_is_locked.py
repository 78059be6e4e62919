"""Locks of every kind: minutes, the end of the browser, wrong guesses; and what opens them: a finger, the school."""

import pytest
from playwright.sync_api import CDPSession

from tests.e2e.actors.record import Record
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import SYNC, Wire, cuts
from tests.e2e.engines.chromium import ChromiumProfile
from tests.e2e.engines.parts import MAIN, Part, button, field, heading, link
from tests.e2e.waiting import wait_until

FREE_TRIES = 10
PLATFORM = {
    "protocol": "ctap2",
    "ctap2Version": "ctap2_1",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
    "hasPrf": True,
}
USE_FINGERPRINT = button("Use fingerprint or face")


class Finger:
    """The tablet's own sensor, and whose finger is on it."""

    def __init__(self, protocol: CDPSession) -> None:
        self._protocol = protocol
        protocol.send("WebAuthn.enable")
        self._id = protocol.send("WebAuthn.addVirtualAuthenticator", {"options": PLATFORM})["authenticatorId"]

    def is_its_owner_s(self, is_so: bool) -> None:
        self._protocol.send("WebAuthn.setUserVerified", {"authenticatorId": self._id, "isUserVerified": is_so})


def test_minutes_without_a_touch_lock_the_jotter_and_keep_what_was_being_typed(tablet: Tablet, wire: Wire) -> None:
    text = "Nobody touched the tablet after these words"
    wire.is_cut()
    tablet.tab.clock.install()
    tablet.begins_observation("Amina Yusuf", text)
    tablet.tab.clock.fast_forward("04:30")
    tablet.page.sees(heading("New observation"))
    tablet.tab.clock.fast_forward("00:30")
    tablet.is_locked()
    tablet.page.misses(Part("link", "Amina Yusuf"))
    tablet.unlocks()
    tablet.page.taps(link("Continue draft"))
    tablet.page.sees(heading("New observation"))
    assert tablet.page.value_of(field("What did you see?")) == text


def test_somebody_at_work_in_one_tab_is_not_locked_out_by_the_other(tablet: Tablet, profile: ChromiumProfile) -> None:
    clock = tablet.tab.clock  # that of every tab
    clock.install()
    other = Tablet(profile.opens_tab())
    for one in (tablet, other):
        one.opens_today()
    clock.fast_forward("04:00")
    tablet.page.taps(link("Outbox"))
    tablet.page.sees(heading("Outbox"))
    clock.fast_forward("02:00")
    other.page.sees(heading("Today"))
    other.page.taps(link("Outbox"))
    other.page.sees(heading("Outbox"))
    clock.fast_forward("05:00")
    for one in (tablet, other):
        one.is_locked()


@pytest.mark.gate
def test_a_lock_in_one_tab_empties_the_other(tablet: Tablet, profile: ChromiumProfile) -> None:
    other = Tablet(profile.opens_tab())
    other.opens_pupil("Amina Yusuf")
    tablet.page.taps(button("Lock"))
    other.is_locked()
    other.page.misses(heading("Amina Yusuf"))


def test_lock_ends_the_browser_s_session_at_the_school_too(tablet: Tablet, wire: Wire) -> None:
    tablet.locks()
    wait_until(lambda: [one for one in wire.seen if one.path == "/sign-out" and one.answered], "the school is told")
    tablet.page.goes_to("/account")
    tablet.page.sees(heading("Sign in"))


@pytest.mark.parametrize(
    "is_killed", [pytest.param(True, marks=pytest.mark.gate, id="killed"), pytest.param(False, id="closed")]
)
def test_a_browser_that_was_started_again_asks_for_the_passcode_whatever_page_is_opened(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, is_killed: bool
) -> None:
    tablet.opens_pupil("Amina Yusuf")
    pupil = tablet.page.path
    wire.is_cut()
    profile.is_killed() if is_killed else profile.closes()
    again = Tablet(profile.starts())
    for path in (pupil, "/tablet/", "/tablet/outbox"):
        again.opens(path)
        again.is_locked()
    again.reopens(pupil)
    again.page.sees(heading("Amina Yusuf"))


def test_a_worker_that_is_started_again_does_not_lock_out_its_person(tablet: Tablet, profile: ChromiumProfile) -> None:
    protocol = profile.protocol()
    protocol.send("ServiceWorker.enable")
    for _ in range(4):
        protocol.send("ServiceWorker.stopAllWorkers")
        tablet.opens_pupil("Amina Yusuf")


def test_after_ten_wrong_passcodes_even_the_right_one_has_to_wait(tablet: Tablet, wire: Wire) -> None:
    wire.is_cut()
    tablet.locks()
    for number in range(FREE_TRIES):
        tablet.tries(f"wrong guess {number}")
        wait_until(
            lambda: not tablet.page.value_of(field("Passcode")), "the guess is refused and the field empty again"
        )
        tablet.page.sees(MAIN, "That is not the passcode")
    tablet.tries(tablet.passcode)
    tablet.page.sees(MAIN, "Too many wrong tries.")
    tablet.opens("/tablet/outbox")
    tablet.is_locked()


@pytest.mark.fully_guarded
def test_a_finger_opens_the_jotter_offline_and_a_stranger_s_does_not(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire
) -> None:
    finger = Finger(profile.protocol())
    tablet.opens("/tablet/passcode")
    tablet.page.writes(field("Your passcode"), tablet.passcode)
    tablet.page.taps(button("Add fingerprint or face"))
    tablet.page.sees(MAIN, "You can unlock with fingerprint or face from now on.")

    wire.is_cut()
    tablet.locks()
    tablet.page.taps(USE_FINGERPRINT)
    tablet.page.sees(heading("Today"))
    tablet.sees_pupils("Amina Yusuf")
    tablet.locks()
    finger.is_its_owner_s(False)
    tablet.page.taps(USE_FINGERPRINT)
    tablet.page.sees(MAIN, "was not recognised")
    tablet.unlocks()

    tablet.opens("/tablet/passcode")
    tablet.page.taps(button("Remove fingerprint or face"))
    tablet.page.sees(button("Add fingerprint or face"))
    tablet.locks()
    tablet.page.misses(USE_FINGERPRINT)
    tablet.unlocks()


def test_a_second_person_delivers_the_first_one_s_notes_and_sees_their_number_alone(
    tablet: Tablet, wire: Wire, record: Record
) -> None:
    text = "Under a seal: hummed while he was painting."
    wire.is_cut()
    tablet.records_observation("Amina Yusuf", text)
    tablet.locks()
    wire.is_mended()
    wire.misbehaves(SYNC, cuts)
    tablet.page.taps(link("Someone else"))
    tablet.page.taps(link("Sign in"))
    tablet.fills_in_the_door("ta2@demo.school")
    second = Tablet(tablet.page, passcode="seven blue kettles")
    second.joins()
    second.opens_outbox()
    second.page.sees(MAIN, "1 note by others waiting.")
    assert text not in second.page.text_of(MAIN)
    record.holds_nothing_with(text)

    wire.is_mended()
    second.taps_sync_now()
    record.holds_once(text)
    (note,) = record.notes_with(text)
    assert note["author_id"] == record.person_id("ta@demo.school")
    wire.is_cut()
    second.locks()
    second.is_somebody_else("Kelly Brennan")
    second.tries(second.passcode)
    second.page.sees(MAIN, "That is not the passcode")
    tablet.unlocks()
    tablet.sees_pupils("Amina Yusuf")


@pytest.mark.gate
@pytest.mark.fully_guarded
def test_a_forgotten_passcode_is_replaced_at_the_school_s_door_and_the_drafts_open_again(
    tablet: Tablet, wire: Wire, record: Record
) -> None:
    text = "Half a note, and then the passcode was gone"
    wire.is_cut()
    tablet.begins_observation("Amina Yusuf", text)
    tablet.sees_draft_kept()
    tablet.locks()
    wire.is_mended()
    tablet.page.taps(link("Forgotten passcode"))
    tablet.page.sees(heading("Forgotten passcode"))
    tablet.page.misses(field("Choose a passcode"))
    tablet.page.taps(link("Sign in"))
    tablet.fills_in_the_door("ta@demo.school")
    tablet.page.sees(heading("Forgotten passcode"))
    anew = Tablet(tablet.page, passcode="otter on a bicycle")
    anew.chooses_passcode("Open my jotter")
    anew.page.taps(link("Continue draft"))
    anew.page.sees(heading("New observation"))
    assert anew.page.value_of(field("What did you see?")) == text
    assert len(record.rows("SELECT * FROM audit_events WHERE action = 'vault key recovered'")) == 1

    anew.locks()
    anew.tries(tablet.passcode)
    anew.page.sees(MAIN, "That is not the passcode")
    anew.unlocks()


def test_no_passcode_ever_goes_to_the_network(tablet: Tablet, wire: Wire) -> None:
    tablet.locks()
    tablet.tries("not this one")
    tablet.page.sees(MAIN, "That is not the passcode")
    tablet.unlocks()
    tablet.opens("/tablet/passcode")
    anew = Tablet(tablet.page, passcode="otter on a bicycle")
    anew.page.writes(field("Present passcode"), tablet.passcode)
    anew.page.writes(field("Choose a passcode"), anew.passcode)
    anew.page.writes(field("Repeat passcode"), anew.passcode)
    anew.page.taps(button("Change passcode"))
    anew.page.sees(MAIN, "Your passcode is changed.")
    anew.locks()
    anew.unlocks()
    wait_until(lambda: [one for one in wire.seen if one.path == SYNC], "the wire has carried something")
    for exchange in wire.seen:
        said = exchange.path.encode() + exchange.plain
        for passcode in (tablet.passcode, anew.passcode, "not this one"):
            for form in (passcode, passcode.replace(" ", "+"), passcode.replace(" ", "%20")):
                assert form.encode() not in said, exchange.path
