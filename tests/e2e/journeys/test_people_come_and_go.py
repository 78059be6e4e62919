"""Somebody new: invited, given a class, at work on a tablet; and seen off, with their note staying in the record."""

import re

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import PASSWORD, RECENT_NOTES, Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import MAIN, button, field, heading, link, note_with
from tests.e2e.engines.playwright_page import PlaywrightPage

pytestmark = pytest.mark.chromium

CHOSEN = "tuesday-biscuit-otter"
NAME, EMAIL = "Noor Fairweather", "noor@demo.school"
TEXT = "Asked a friend to swap pencils, without being prompted."


class Administrator:
    """The school's administrator at the desk."""

    def __init__(self, page: PlaywrightPage) -> None:
        self.page = page
        page.goes_to("/sign-in?next=/desk/people")
        page.writes(field("Email"), "admin@demo.school")
        page.writes(field("Password"), PASSWORD)
        page.taps(button("Sign in"))
        page.sees(heading("People"))

    def invites(self, name: str, email: str, role: str) -> str:
        """Returns the path of the link that is handed over."""
        self.page.taps(link("Invite somebody"))
        self.page.writes(field("Name"), name)
        self.page.writes(field("Email"), email)
        self.page.chooses(field("Role"), role)
        self.page.taps(button("Invite"))
        self.page.sees(heading("Invitation"))
        found = re.search(r"/link/[\w-]+", self.page.text_of(MAIN))
        assert found is not None
        self.page.taps(link("Done"))
        return found[0]

    def assigns(self, *pupils: str) -> None:
        """To the person whose page is open."""
        self.page.taps(link("Change pupils and classes"))
        for name in pupils:
            self.page.taps(field(name))
        self.page.taps(button("Save"))
        self.page.sees(MAIN, "Tablets learn of it")

    def sees_off(self, name: str) -> None:
        self.page.goes_to("/desk/people")
        self.page.taps(link(name))
        self.page.taps(link("They have left"))
        self.page.sees(heading(f"{name} has left?"))
        self.page.taps(button("They have left"))
        self.page.sees(heading("People"))


@pytest.mark.gate
def test_somebody_is_invited_works_on_a_tablet_and_leaves(
    chromium: PlaywrightBrowsers, server: Server, record: Record
) -> None:
    administrator = Administrator(chromium.opens(server.site))
    path = administrator.invites(NAME, EMAIL, "Teaching assistant")
    administrator.assigns("Tomasz Nowak")

    tablet = Tablet(chromium.opens(server.site))
    tablet.page.goes_to(path)
    tablet.page.writes(field("Password"), CHOSEN)
    tablet.page.writes(field("Repeat password"), CHOSEN)
    tablet.page.taps(button("Set password"))
    tablet.is_set_up("Green 5")
    tablet.sees_pupils("Tomasz Nowak")
    tablet.records_observation("Tomasz Nowak", TEXT)
    tablet.page.sees(note_with(TEXT, within=RECENT_NOTES), "Synced")

    administrator.sees_off(NAME)
    assert record.rows("SELECT * FROM sessions WHERE person_id = (SELECT id FROM people WHERE email = ?)", EMAIL) == []
    # Their tablet has delivered everything: at its next contact it erases what is theirs.
    tablet.opens()
    tablet.page.sees(heading("Nobody is signed in"))
    Senco(chromium.opens(server.site)).signs_in().sees_observation("Tomasz Nowak", TEXT, NAME)
