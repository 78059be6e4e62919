"""Signing in with a passkey, with Chromium's own virtual authenticator in place of a finger on a sensor."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import CDPSession

from tests.e2e.actors.record import Record
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.browsers import Garage, PlaywrightBrowsers
from tests.e2e.engines.parts import MAIN, Part, button, field, heading
from tests.e2e.engines.playwright_page import PlaywrightPage

PLATFORM = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
ALERT = Part("alert")
TA = "ta@demo.school"


class Authenticator:
    """What holds a person's passkeys, and asks for their finger."""

    def __init__(self, page: PlaywrightPage) -> None:
        self._protocol: CDPSession = page.tab.context.new_cdp_session(page.tab)
        self._protocol.send("WebAuthn.enable")
        self._id = self._protocol.send("WebAuthn.addVirtualAuthenticator", {"options": PLATFORM})["authenticatorId"]

    def recognises(self, is_its_person: bool) -> None:
        told = {"authenticatorId": self._id, "isUserVerified": is_its_person}
        self._protocol.send("WebAuthn.setUserVerified", told)

    def keys(self) -> list[dict]:
        return self._protocol.send("WebAuthn.getCredentials", {"authenticatorId": self._id})["credentials"]

    def holds(self, key: dict) -> None:
        """Put a copy of a key into this authenticator, as a thief of backups would."""
        self._protocol.send("WebAuthn.addCredential", {"authenticatorId": self._id, "credential": key})


@pytest.fixture
def browsers(garage: Garage) -> Iterator[PlaywrightBrowsers]:
    browsers = PlaywrightBrowsers(garage.running("chromium"))
    yield browsers
    browsers.closes()


@pytest.fixture
def page(browsers: PlaywrightBrowsers, server: Server) -> PlaywrightPage:
    return browsers.opens(server.site)


def makes_passkey(page: PlaywrightPage, name: str = "My iPad") -> None:
    """A teaching assistant signs in by password and makes a passkey on their page."""
    page.goes_to("/sign-in?next=/account")
    Tablet(page).fills_in_the_door(TA)
    page.sees(heading("Your account"))
    page.writes(field("Name of this device"), name)
    page.taps(button("Add a passkey"))
    page.sees(MAIN, "Passkey added")
    page.sees(MAIN, name)


def signs_out(page: PlaywrightPage) -> None:
    page.taps(button("Sign out"))
    page.sees(heading("Sign in"))


def comes_in(page: PlaywrightPage) -> None:
    page.goes_to("/sign-in?next=/account")
    page.taps(button("Use a passkey"))
    page.sees(heading("Your account"))


def test_a_passkey_signs_its_person_in_again_and_again(page: PlaywrightPage, record: Record) -> None:
    Authenticator(page)
    makes_passkey(page)
    for times in (1, 2):
        signs_out(page)
        comes_in(page)
        page.sees(MAIN, "with a passkey")
        [kept] = record.rows("SELECT * FROM passkeys")
        assert kept["sign_count"] > times  # the making counted too
    page.taps(button("Remove My iPad"))
    page.sees(MAIN, "Passkey removed")
    signs_out(page)
    page.taps(button("Use a passkey"))
    page.sees(ALERT, "That passkey is not known here")


def test_whoever_the_device_does_not_recognise_stays_outside(page: PlaywrightPage, record: Record) -> None:
    authenticator = Authenticator(page)
    makes_passkey(page)
    signs_out(page)
    authenticator.recognises(False)
    page.taps(button("Use a passkey"))
    page.sees(ALERT, "No passkey was used")
    assert record.rows("SELECT * FROM sessions") == []
    authenticator.recognises(True)
    comes_in(page)


def test_a_device_keeps_one_passkey_for_a_person(page: PlaywrightPage, record: Record) -> None:
    Authenticator(page)
    makes_passkey(page)
    page.taps(button("Add a passkey"))
    page.sees(ALERT, "This device has a passkey for you already")
    assert len(record.rows("SELECT * FROM passkeys")) == 1


def test_a_copied_passkey_is_found_out_by_its_count(
    page: PlaywrightPage, browsers: PlaywrightBrowsers, server: Server, record: Record
) -> None:
    authenticator = Authenticator(page)
    makes_passkey(page)
    [copied] = authenticator.keys()
    signs_out(page)
    comes_in(page)
    thief = browsers.opens(server.site)
    thief.goes_to("/sign-in")
    Authenticator(thief).holds(copied)
    thief.taps(button("Use a passkey"))
    thief.sees(ALERT, "That passkey could not be used here")
    assert len(record.rows("SELECT * FROM sessions")) == 1


def test_a_browser_without_passkeys_still_shows_the_password_and_no_dead_button(
    browsers: PlaywrightBrowsers, server: Server
) -> None:
    page = browsers.opens(server.site, java_script_enabled=False)
    page.goes_to("/sign-in?next=/account")
    page.misses(button("Use a passkey"))
    Tablet(page).fills_in_the_door(TA)
    page.sees(MAIN, "This browser cannot make a passkey")
