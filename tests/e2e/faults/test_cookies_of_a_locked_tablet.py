"""Whoever takes a locked tablet, or copies its cookies, opens no desk, no page with a pupil and no new enrolment."""

import json
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from werkzeug.routing import Map

from tests.e2e.actors.record import Record
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import Wire
from tests.e2e.engines.chromium import ChromiumProfile
from tests.e2e.engines.parts import Part, heading
from tests.e2e.waiting import wait_until
from webapp import create_app

SENCO = "senco@demo.school"
SOME_ID = "01900000-0000-7000-8000-000000000001"
DEVICE = json.dumps({"device": {"id": SOME_ID, "name": "A thief's"}}).encode()


class Thief:
    """Somebody with a copy of the profile's cookies, who asks for every address there is."""

    def __init__(self, server: Server, record: Record, addresses: Map) -> None:
        self.server, self.addresses = server, addresses
        pupils = record.rows("SELECT id, given_name, family_name FROM pupils")
        self.names = [f"{row['given_name']} {row['family_name']}" for row in pupils]
        amina = next(row["id"] for row in pupils if row["given_name"] == "Amina")
        note = record.rows(f"SELECT id FROM observations WHERE pupil_id = '{amina}'")[0]["id"]  # noqa: S608 - an id of ours
        self.ids = {"pupil_id": amina, "note_id": note, "person_id": record.person_id(SENCO), "kind": "observation"}
        self.cookies = ""

    def copies(self, profile: ChromiumProfile) -> "Thief":
        """All cookies of the profile, those that no script reads too."""
        found = profile.running.cookies()
        self.cookies = "; ".join(f"{each['name']}={each['value']}" for each in found)
        return self

    def gets(self, path: str, body: bytes | None = None) -> tuple[int, str]:
        headers = {"Cookie": self.cookies, "Content-Type": "application/json"}
        request = urllib.request.Request(self.server.site + path, body, headers)  # noqa: S310 - our own server
        try:
            with urllib.request.build_opener(_NoRedirect).open(request, timeout=30) as answer:
                return answer.status, answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode("utf-8", "replace")

    def every_address(self) -> Iterator[str]:
        adapter = self.addresses.bind("localhost")
        for rule in self.addresses.iter_rules():
            if "GET" in (rule.methods or ()) and rule.endpoint != "static":
                ids = {name: self.ids.get(name, SOME_ID) for name in rule.arguments}
                yield adapter.build(rule.endpoint, ids)

    def opens(self) -> list[str]:
        """What lets them in: an address that names a pupil or is behind the desk's door, or a new enrolment."""
        found = []
        for address in self.every_address():
            status, text = self.gets(address)
            is_inside = address.startswith(("/desk", "/account")) and status == 200
            if is_inside or any(name in text for name in self.names):
                found.append(address)
        return found + [address for address in ("/api/v1/enrolments",) if self.gets(address, DEVICE)[0] != 401]


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """A way to the door is no way in."""


@pytest.fixture
def thief(server: Server, record: Record, tmp_path: Path) -> Thief:
    return Thief(server, record, create_app(tmp_path / "addresses").url_map)


@pytest.fixture
def tablet(profile: ChromiumProfile) -> Tablet:
    """The SENCO's tablet: nobody's cookie would open more."""
    return Tablet(profile.starts()).begins(SENCO, "Office 1")


def signs_in_for_the_desk(tablet: Tablet) -> None:
    """In the browser of the set-up tablet; the desk takes a sign-in of its own."""
    tablet.opens("/desk/")
    tablet.fills_in_the_door(SENCO)
    tablet.page.sees(heading("To review"))


@pytest.mark.gate
def test_a_tablet_that_was_set_up_and_locked_has_no_cookie_that_opens_anything(
    tablet: Tablet, profile: ChromiumProfile, thief: Thief
) -> None:
    assert thief.copies(profile).opens() == [], "open, it needs none"
    tablet.locks()
    assert thief.copies(profile).opens() == []


def test_a_lock_ends_the_session_that_somebody_began_for_the_desk(
    tablet: Tablet, profile: ChromiumProfile, thief: Thief
) -> None:
    signs_in_for_the_desk(tablet)
    assert "/desk/pupils" in thief.copies(profile).opens(), "a thief who sees pupils at all sees them here"
    tablet.opens_today()
    tablet.locks()
    wait_until(lambda: thief.gets("/desk/")[0] == 302, "the session has ended")
    assert thief.opens() == [], "the copy from before the lock opens nothing"
    assert thief.copies(profile).opens() == []
    tablet.opens("/desk/pupils")
    tablet.page.sees(heading("Sign in"))
    tablet.opens("/tablet/")
    tablet.unlocks()


def test_locked_offline_the_session_ends_at_the_next_contact(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, thief: Thief
) -> None:
    signs_in_for_the_desk(tablet)
    tablet.opens_today()
    thief.copies(profile)
    wire.is_cut()
    tablet.locks()
    wire.is_mended()
    tablet.opens("/tablet/")
    wait_until(lambda: thief.gets("/desk/")[0] == 302, "the session has ended")
    assert thief.opens() == []
    signs_in_for_the_desk(tablet)
    tablet.opens("/tablet/")
    tablet.is_locked()
    tablet.opens("/desk/")
    tablet.page.sees(heading("To review"))


def test_minutes_without_a_touch_end_it_and_so_does_the_end_of_the_browser(
    tablet: Tablet, profile: ChromiumProfile, thief: Thief
) -> None:
    tablet.tab.clock.install()
    signs_in_for_the_desk(tablet)
    tablet.opens_today()
    thief.copies(profile)
    tablet.tab.clock.fast_forward("05:00")
    tablet.is_locked()
    wait_until(lambda: thief.gets("/desk/")[0] == 302, "the session has ended")
    assert thief.opens() == []
    signs_in_for_the_desk(tablet)
    profile.is_killed()
    again = Tablet(profile.starts())
    assert thief.copies(profile).opens() == []
    again.opens("/desk/pupils")
    again.page.sees(heading("Sign in"))
    again.page.misses(Part("link", "Amina Yusuf"))
