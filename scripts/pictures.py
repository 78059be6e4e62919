"""Takes the pictures of the README and a contact set of screenshots, from the demo school as it stands.

    .venv/bin/python scripts/pictures.py [FOLDER]

Without FOLDER only the pictures in docs/pictures are made. With it, every page is also taken there in four
sizes, light and dark, to be looked at.
"""

import base64
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.e2e.actors.senco import Senco  # noqa: E402 - the root must be on the path first
from tests.e2e.actors.server import Server  # noqa: E402 - likewise
from tests.e2e.actors.tablet import Tablet  # noqa: E402 - likewise
from tests.e2e.engines.chromium import launch_options  # noqa: E402 - likewise
from tests.e2e.engines.parts import Part, button, heading, link  # noqa: E402 - likewise
from tests.e2e.engines.playwright_page import PlaywrightPage  # noqa: E402 - likewise

PICTURES = ROOT / "docs/pictures"
SIZES = ((820, 1180), (1180, 820), (1280, 800), (390, 844))
SCHEMES = ("light", "dark")
NOTES = (
    "Amina put her hand up and asked for the word bank by name. She found “because” herself and finished the sentence.",
    "Noise in the lunch hall: covered her ears, then showed me the blue card. We ate in the library. Calm by 12:40.",
)
Shot = Callable[[str], None]


def main() -> None:
    """Make the pictures."""
    contact = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        data = Path(folder) / "data"
        data.mkdir()
        server = Server(data, "--demo").starts()
        try:
            with playwright.chromium.launch(**launch_options()) as browser:
                take_all(browser, server, contact)
        finally:
            server.stops()


def take_all(browser: Browser, server: Server, contact: Path | None) -> None:
    """The desk first, while the server runs; the tablet then, whose server is stopped half-way."""
    desk = open_page(browser, server, 1280, 800)
    Senco(desk).signs_in()
    take(desk, PICTURES / "desk.webp")
    desk.goes_to("/desk/pupils")
    desk.taps(link("Amina Yusuf"))
    desk.sees(heading("Amina Yusuf"))
    desk.goes_to(f"{desk.path}/charts")
    take(desk, PICTURES / "desk-charts.webp")
    desk.goes_to("/desk/")
    if contact:
        show_desk(desk, camera(desk, contact / "desk"))
    tablet = Tablet(open_page(browser, server, 820, 1180))
    show_tablet(tablet, server, camera(tablet.page, contact / "tablet") if contact else lambda _name: None)


def open_page(browser: Browser, server: Server, width: int, height: int) -> PlaywrightPage:
    """A page of a size."""
    context = browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=1.25)
    return PlaywrightPage(context.new_page(), server.site)


def take(page: PlaywrightPage, path: Path) -> None:
    """One picture of what the window shows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".webp":
        picture = page.tab.context.new_cdp_session(page.tab).send(
            "Page.captureScreenshot", {"format": "webp", "quality": 80}
        )
        path.write_bytes(base64.b64decode(picture["data"]))
    else:
        page.tab.screenshot(path=path, animations="disabled")


def camera(page: PlaywrightPage, folder: Path) -> Shot:
    """Takes the page that is open in every size and scheme."""

    def shoot(name: str) -> None:
        was = page.tab.viewport_size
        for width, height in SIZES:
            page.tab.set_viewport_size({"width": width, "height": height})
            for scheme in SCHEMES:
                page.tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of two literals
                take(page, folder / f"{name}-{width}x{height}-{scheme}.png")
        page.tab.emulate_media(color_scheme="light")
        if was:
            page.tab.set_viewport_size(was)

    return shoot


def show_desk(page: PlaywrightPage, shoot: Shot) -> None:
    """Every page of the desk that a SENCO sees in a week."""
    shoot("review")
    note = Part("article")
    page.taps(Part("link", within=note))
    page.tab.locator("[data-open][aria-expanded=true]").wait_for()
    page.taps(button("Ask a question", within=note))
    page.sees(button("Send question", within=note))
    shoot("review-open")
    for name in ("pupils", "tablets", "quarantine", "conflicts", "people", "classes"):
        page.goes_to(f"/desk/{name}")
        shoot(name)
    page.goes_to("/desk/pupils")
    page.taps(link("Amina Yusuf"))
    page.sees(heading("Amina Yusuf"))
    shoot("pupil")
    page.tab.locator("#charts").scroll_into_view_if_needed()
    shoot("pupil-charts")


def show_tablet(tablet: Tablet, server: Server, shoot: Shot) -> None:
    """A tablet from its box to an afternoon without a network."""
    page = tablet.page
    page.goes_to("/sign-in")
    shoot("sign-in")
    tablet.signs_in("ta@demo.school")
    page.sees(heading("Set up this tablet"))
    page.sees(Part("list"), "Good:")
    shoot("set-up")
    tablet.is_set_up("Blue 3")
    shoot("today")
    tablet.records_observation("Amina Yusuf", NOTES[0], setting="Whole class")
    tablet.is_all_synced()
    server.stops()
    tablet.records_observation("Amina Yusuf", NOTES[1], setting="Lunch hall")
    tablet.opens_pupil("Amina Yusuf")
    tablet.says("1 waiting")
    tablet.says("Offline")
    take(page, PICTURES / "tablet.webp")  # type: ignore[arg-type]  # Playwright's page, by its actor
    shoot("pupil-offline")
    page.taps(link("Count"))
    page.sees(heading("New observation"))
    take(page, PICTURES / "tablet-count.webp")  # type: ignore[arg-type]  # likewise
    shoot("count")
    tablet.begins_observation("Amina Yusuf")
    tablet.taps_save()
    tablet.sees_problem("Write what you saw")
    shoot("observation-problem")
    tablet.opens_pupil("Amina Yusuf")
    page.taps(link("New parent meeting"))
    page.taps(button("Add action"))
    page.sees(Part("field", "Action"))
    shoot("meeting")
    tablet.opens_outbox()
    shoot("outbox")
    tablet.locks()
    shoot("locked")
    page.taps(link("Someone else"))
    page.sees(heading("Who is here?"))
    shoot("people")


if __name__ == "__main__":
    main()
