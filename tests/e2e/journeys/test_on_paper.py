"""On paper: what a SENCO prints is black on white, without navigation, and nothing is cut off at A4's edge."""

import pytest

from tests.e2e.actors.inspector import INSPECTION
from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.engines.browsers import PlaywrightBrowsers

# 210 mm less two margins of 16 mm, at 96 px an inch.
A4_PX = {"width": 673, "height": 1000}
PUPIL = "Amina Yusuf"
PAGES = ("register", "pupil", "charts", "note", "meeting", "tablets")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_fit_for_paper(
    chromium: PlaywrightBrowsers, open_school: Server, open_record: Record, name: str
) -> None:
    page = chromium.opens(open_school.site, viewport=A4_PX, color_scheme="dark")
    Senco(page).signs_in()
    page.goes_to(address_of(name, open_record))
    page.tab.emulate_media(media="print")
    faults = page.tab.evaluate(f"() => {{ {INSPECTION}; return inspection.paperFaults(); }}")
    assert not faults, "\n".join(faults)
    assert page.tab.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def address_of(name: str, record: Record) -> str:
    """Where a page is found."""
    pupil = f"/desk/pupils/{record.pupil_id(PUPIL)}"
    (observation,) = record.rows("SELECT min(id) AS id FROM observations")
    (meeting,) = record.rows("SELECT min(id) AS id FROM parent_meetings")
    return {
        "register": "/desk/pupils",
        "pupil": pupil,
        "charts": f"{pupil}/charts",
        "note": f"/desk/notes/observation/{observation['id']}",
        "meeting": f"/desk/notes/parent_meeting/{meeting['id']}",
        "tablets": "/desk/tablets",
    }[name]
