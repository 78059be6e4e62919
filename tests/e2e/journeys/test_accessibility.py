"""Every page there is, of the doors, the desk and the tablet: nothing for axe-core to say, nor for what axe lacks.

Which pages there are is asked of the app's and the tablet's own lists of addresses: a new page fails here until it is
looked at. It is looked at by itself where a link leads to it; otherwise its address is put among the starts below.
"""

import json
import re
from pathlib import Path
from urllib.request import Request, urlopen

from record.base import new_id
from tests.e2e.actors.addresses import KindsOfTheTablet, kinds_of_flask
from tests.e2e.actors.inspector import LEAST_ON_A_TABLET_PX, Inspector
from tests.e2e.actors.observer import Observer
from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import PASSWORD, Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import MAIN, Part, button, field, heading
from tests.e2e.engines.playwright_page import PlaywrightPage
from tests.factories import a_photo
from tests.unit.api.actors import digest_header

TABLET_PX = {"width": 820, "height": 1180}
ONE_NOTE_OF_EACH = """
    SELECT '/desk/notes/observation/' || min(id) AS path FROM observations GROUP BY json_extract(body, '$.instrument')
    UNION ALL SELECT '/desk/notes/parent_meeting/' || min(id) FROM parent_meetings
    UNION ALL SELECT '/desk/meetings/' || min(id) || '/copy' FROM parent_meetings
"""
NO_SUCH_ID = "01900000-0000-7000-8000-000000000001"
POST_WITHOUT_A_WORKER = """() => {
  const form = Object.assign(document.createElement("form"), { method: "post", action: "/tablet/outbox/sync" });
  document.body.append(form);
  form.submit();
}"""


def test_every_page_of_the_tablet_is_accessible(
    chromium: PlaywrightBrowsers, open_school: Server, tmp_path: Path
) -> None:
    page = chromium.opens(open_school.site, viewport=TABLET_PX)
    tablet, inspector = Tablet(page), Inspector(page, LEAST_ON_A_TABLET_PX)
    tablet.signs_in("ta@demo.school")
    tablet.opens("/tablet/set-up")
    page.sees(heading("Set up this tablet"))
    page.sees(Part("list"), "Good:")
    inspector.looks_at("setting up")
    tablet.is_set_up("Blue 3")

    open_school.stops()
    looks_at_photos(tablet, inspector, tmp_path)
    tablet.begins_observation("Amina Yusuf", "Half a note, kept as a draft.")
    tablet.sees_draft_kept()
    tablet.opens_pupil("Amina Yusuf")
    photo = f"{page.path}/photos/{NO_SUCH_ID}"
    inspector.walks_through("/tablet/", photo, "/tablet/nowhere", "/tablet/signed-out", within=["/tablet/"])
    looks_at_a_time_sample(tablet, inspector)
    tablet.opens("/tablet/passcode")
    page.taps(button("Change passcode"))
    page.sees(Part("alert"))
    inspector.looks_at("a passcode that was not typed")

    tablet.opens_today()
    tablet.locks()
    tablet.tries("not this one")
    page.sees(MAIN, "That is not the passcode")
    inspector.looks_at("a locked jotter")
    inspector.walks_through("/tablet/", "/tablet/people", "/tablet/forgotten", within=["/tablet/"])
    open_school.starts_again()
    inspector.is_content(KindsOfTheTablet().left_out(inspector.paths))


def looks_at_photos(tablet: Tablet, inspector: Inspector, folder: Path) -> None:
    """One put to a note, and a file that was none; saved, it leads to a page of its own."""
    photo, letter = folder / "work.jpg", folder / "letter.jpg"
    photo.write_bytes(a_photo())
    letter.write_text("Only my name says so.")
    tablet.begins_observation("Amina Yusuf", "Looked at with axe.")
    tablet.adds_photos([photo])
    tablet.page.chooses_files(field("Add photos"), [letter])
    tablet.sees_problem("letter.jpg is not a photo")
    inspector.looks_at("a note with a photo and a file that is none")
    tablet.taps_save()
    tablet.sees_note("Looked at with axe.", "Waiting")


def looks_at_a_time_sample(tablet: Tablet, inspector: Inspector) -> None:
    """One that is going on with a gap in it, for a group: parts of the form that no link opens."""
    observer, page = Observer(tablet), tablet.page
    observer.begins("time_sample")
    tablet.tab.get_by_text("Also for other pupils").click()
    page.sees(Part("group", "Also for"))
    page.taps(button("Start"))
    tablet.tab.evaluate("document.querySelector('[name=sample_began]').value -= 40_000")
    tablet.tab.get_by_role("button", name=re.compile("^Interval 1: blank")).first.wait_for()
    inspector.looks_at("a time sample that is going on")


def test_every_page_that_the_server_answers_is_accessible(
    chromium: PlaywrightBrowsers, open_school: Server, open_record: Record, tmp_path: Path
) -> None:
    seen = [
        looks_at_the_doors(chromium.opens(open_school.site, service_workers="block")),
        looks_at_the_desk(chromium.opens(open_school.site), open_record),
        looks_at_the_office(chromium.opens(open_school.site)),
        looks_over_the_heads_shoulder(chromium.opens(open_school.site), open_record),
    ]
    together = seen[0].joined_by(*seen[1:])
    together.is_content(kinds_of_flask(tmp_path).left_out(together.paths))


def looks_at_the_doors(page: PlaywrightPage) -> Inspector:
    """What somebody meets who is not signed in, and a tablet whose worker does not answer."""
    inspector = Inspector(page)
    starts = ["/", "/sign-in", "/forgotten", "/link/no-such-link", "/nowhere", "/tablet/", "/tablet/outbox"]
    inspector.walks_through(*starts, within=["/"])
    page.goes_to("/sign-in")
    page.taps(button("Sign in"))
    page.sees(MAIN, "Enter your password")
    inspector.looks_at("a sign-in with nothing in it")
    page.tab.evaluate(POST_WITHOUT_A_WORKER)
    page.sees(heading("Not saved"))
    inspector.looks_at("a form that no worker answered")
    return inspector


def looks_at_the_desk(page: PlaywrightPage, record: Record) -> Inspector:
    """All that the SENCO can reach, one note of each instrument, and what opens within the pile."""
    sends_no_photo(page.site)
    Senco(page).signs_in()
    inspector = Inspector(page)
    for row in record.rows(ONE_NOTE_OF_EACH):
        page.goes_to(row["path"])
        inspector.looks_at(row["path"])
    works_with = f"/desk/people/{record.person_id('ta@demo.school')}/assignments"
    inspector.walks_through(
        works_with, "/desk/", "/account", "/desk/nowhere", f"/desk/pupils/{NO_SUCH_ID}", within=["/desk/", "/a"]
    )
    looks_at_the_pile(page, inspector)
    page.goes_to("/desk/pupils")
    page.writes(Part("field", "Search pupils"), "nobody at all")
    page.sees(heading("No pupil matches"))
    inspector.looks_at("a search that finds nobody")
    return inspector


def sends_no_photo(site: str) -> None:
    """Another client of the API sends a photo that broke off: it waits in quarantine."""
    device = {"id": new_id(), "name": "Another client"}
    told = json.dumps({"email": "ta@demo.school", "password": PASSWORD, "device": device}).encode()
    asked = Request(f"{site}/api/v1/enrolments", told, {"Content-Type": "application/json"})
    with urlopen(asked) as answer:
        token = json.load(answer)["token"]
    content = bytes.fromhex("ffd8ffe000104a46494600010101")  # a JPEG's first bytes, and no picture after them
    headers = {"Authorization": f"Bearer {token}", "Content-Digest": digest_header(content)}
    sent = Request(f"{site}/api/v1/attachments/{new_id()}", content, headers, method="PUT")
    with urlopen(sent) as answer:
        assert answer.status == 201


def looks_over_the_heads_shoulder(page: PlaywrightPage, record: Record) -> Inspector:
    """What a headteacher sees, who reads everything and changes nothing."""
    Senco(page, "head@demo.school").enters()
    inspector = Inspector(page)
    pupil = f"/desk/pupils/{record.pupil_id('Amina Yusuf')}"
    inspector.walks_through(pupil, f"{pupil}/readers", within=["/desk/pupils"])
    return inspector


def looks_at_the_pile(page: PlaywrightPage, inspector: Inspector) -> None:
    page.goes_to("/desk/")
    note = Part("article")
    page.taps(Part("link", within=note))
    page.tab.locator("[data-open][aria-expanded=true]").wait_for()
    inspector.looks_at("an open note")
    page.taps(button("Link to outcome", within=note))
    page.sees(button("Save links", within=note))
    inspector.looks_at("linking to outcomes")
    page.taps(button("Ask a question", within=note))
    page.taps(button("Send question", within=note))
    page.sees(Part("field", "Your question", within=note))
    inspector.looks_at("a question that was not typed")
    page.taps(Part("button", "Shortcuts ?"))
    page.sees(heading("Keyboard shortcuts"))
    inspector.looks_at("the list of shortcuts")


def looks_at_the_office(page: PlaywrightPage) -> Inspector:
    """All that the administrator can reach, a form with its problems, and a one-time link from both its ends."""
    Senco(page, "admin@demo.school").enters()
    inspector = Inspector(page)
    inspector.walks_through(page.path, "/desk/settings", within=["/desk/"])
    page.goes_to("/desk/people/invite")
    page.taps(button("Invite"))
    page.sees(Part("alert"))
    inspector.looks_at("an invitation with nothing in it")
    page.goes_to("/desk/people")
    page.taps(Part("link", "Ben Lacey"))
    page.taps(button("Make a link for a new password"))
    link = page.tab.locator(".link-box")
    inspector.looks_at("a link to hand over")
    page.tab.goto(link.inner_text().strip())
    inspector.looks_at("a link that was opened")
    return inspector
