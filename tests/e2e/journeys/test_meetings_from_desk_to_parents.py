"""A meeting from desk to parents: prepared, held and signed on a tablet without a network, copied."""

import io

import pypdf

from tests.e2e.actors.inspector import Inspector
from tests.e2e.actors.parents import adds_signature, signs_with_the_mouse
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import MAIN, button, field, heading, link, note_with, region
from tests.e2e.waiting import wait_until

SAID = "Agreed to keep the picture timetable and to look again in spring."


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages).split())


def test_a_meeting_is_prepared_held_offline_signed_and_copied(
    chromium: PlaywrightBrowsers, open_school: Server
) -> None:
    desk = chromium.opens(open_school.site)
    Senco(desk).signs_in()
    desk.goes_to("/desk/pupils")
    desk.taps(link("Leo Hart"))
    desk.taps(link("Prepare a meeting"))
    desk.writes(field("Date"), "2026-11-20")
    desk.writes(field("Purpose"), "Structured conversation")
    desk.writes(field("Who is invited"), "Anne Hart, mother, PR")
    desk.writes(field("Agenda"), "Mornings\nThe picture timetable")
    desk.writes(field("Interpreter or other need"), "A room without stairs")
    desk.taps(button("Save prepared meeting"))
    desk.sees(MAIN, "Prepared. Tablets have it at their next sync")

    tablet = Tablet(chromium.opens(open_school.site)).begins("ta@demo.school", "Table")
    page = tablet.page
    page.sees(region("Meetings"), "Leo Hart")
    open_school.stops()
    tablet.opens_pupil("Leo Hart")
    card = page.tab.get_by_role("listitem").filter(has_text="Fri 20 Nov 2026").filter(has_text="prepared")
    card.get_by_role("link", name="Hold meeting").click()
    page.sees(heading("New parent meeting"))
    assert page.value_of(field("People present")) == "Anne Hart, mother, PR"
    assert page.value_of(field("Agenda")) == "Mornings\nThe picture timetable"
    page.writes(field("Explore"), "He sings on the way to school.")
    page.writes(field("Parent's view"), "Mornings are calmer.")
    page.writes(field("What we discussed"), SAID)
    adds_signature(page, "Anne Hart", "Mother")
    signs_with_the_mouse(page)
    page.taps(button("Finish meeting"))
    tablet.shows_first(SAID, "Waiting")
    open_school.starts_again()
    tablet.comes_back()

    desk.goes_to("/desk/pupils")
    desk.taps(link("Leo Hart"))
    held = note_with(SAID, within=region("Meetings"))
    desk.sees(held, "He sings on the way to school.")
    desk.sees(held, "A room without stairs")
    entry = desk.one_of(held).get_attribute("id") or ""
    meeting_id = entry.removeprefix("note-")
    desk.goes_to(f"/desk/meetings/{meeting_id}/copy")
    Inspector(desk).looks_at("a copy for parents")
    desk.taps(field("What we discussed"))
    desk.taps(button("Show the copy"))
    wait_until(lambda: SAID not in desk.text_of(MAIN), "the part that was not chosen is left out")
    desk.sees(MAIN, "Mornings are calmer.")
    query = desk.tab.url.partition("?")[2]
    pdf = desk.tab.request.get(f"{open_school.site}/desk/meetings/{meeting_id}/copy.pdf?{query}").body()
    assert "Mornings are calmer." in text_of(pdf) and "Anne Hart" in text_of(pdf)
    assert SAID not in text_of(pdf)
