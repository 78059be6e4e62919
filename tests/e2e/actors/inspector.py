"""An inspector of accessibility: walks through every kind of page, holds each against axe-core and what axe lacks."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect

from tests.e2e.engines.parts import Part
from tests.e2e.engines.playwright_page import PlaywrightPage

ROOT = Path(__file__).parents[3]
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
INSPECTION = Path(__file__).with_name("inspection.js").read_text(encoding="utf-8")

# WCAG 2.2 AA and all before it, and axe's best practices. Sizes of targets are off in axe unless asked for.
EVERYTHING = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
CONTRAST = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}

LEAST_AT_THE_DESK_PX, LEAST_ON_A_TABLET_PX = 24, 44  # WCAG 2.5.8; 2.5.5, for a thumb
NARROW = {"width": 320, "height": 640}  # WCAG 1.4.10: 1280 px at 400 %
FONT_PX = 16

# The ids of one pupil or another make no other kind of page; nor does where a list was begun or what led here.
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,}")
PLAIN_WORD = re.compile(r"[a-z][a-z_-]*")
NO_KIND = {"said", "next"}
WAYS_ON = """() => {
  const links = [...document.querySelectorAll("a[href]:not([download])")].map((link) => link.getAttribute("href"));
  const forms = [...document.querySelectorAll("form:not([method=post]):not([method=dialog])")];
  const ways = [...links, ...forms.map((form) => form.getAttribute("action"))];
  return ways.filter(Boolean).map((way) => new URL(way, location.href)).filter((url) => url.origin === location.origin)
    .map((url) => url.pathname + url.search);
}"""
# A form that keeps a draft is sent with nothing in it: what it says then is a page too.
SEND_BLANK = """() => {
  const button = document.querySelector("main form[data-draft] .button-primary:not([type=button])");
  if (!button) return false;
  document.querySelector("main").dataset.before = "";
  for (const node of button.form.querySelectorAll("textarea, input[type=text]")) node.value = "";
  button.click();
  return true;
}"""


class Inspector:
    """Looks at pages of one browser."""

    def __init__(self, page: PlaywrightPage, least_px: int = LEAST_AT_THE_DESK_PX) -> None:
        self.page, self.least_px = page, least_px
        self.faults: list[str] = []
        self.paths: list[str] = []  # everything that was asked for and looked at, or was a file
        self._protocol = page.tab.context.new_cdp_session(page.tab)
        page.tab.emulate_media(reduced_motion="reduce")

    def walks_through(self, *starts: str, within: Iterable[str]) -> list[str]:
        """Look at one page of each kind that can be reached by links; says which kinds there are."""
        ways, seen = list(starts), set[str]()
        while ways:
            way = ways.pop(0)
            kind = kind_of(way)
            if kind in seen or not any(kind.startswith(place) for place in within):
                continue
            seen.add(kind)
            if self._opens(way):
                self.looks_at(kind)
                ways += self.page.tab.evaluate(WAYS_ON)
                self._sends_blank(kind)
        return sorted(seen)

    def _opens(self, way: str) -> bool:
        """Whether a page came: a file is none, and is told from its headers or by the browser keeping it."""
        self.paths.append(way)
        try:
            answer = self.page.tab.goto(self.page.site + way, wait_until="load")
        except PlaywrightError as error:
            if "Download is starting" in str(error):
                return False
            raise
        self.paths.append(self.page.path)
        assert answer is not None
        return (answer.header_value("content-type") or "").startswith("text/html")

    def _sends_blank(self, kind: str) -> None:
        if not self.page.tab.evaluate(SEND_BLANK):
            return
        self.page.tab.locator("main:not([data-before])").wait_for()
        if self.page.counts(Part("alert")):
            self.looks_at(f"{kind}, sent with nothing in it")

    def looks_at(self, kind: str) -> None:
        """Hold the page that is open against every rule, in the light and the dark, narrow, large, and in the system's
        own colours."""
        tab = self.page.tab
        self.paths.append(self.page.path)
        tab.evaluate(f"() => {{ {AXE}; {INSPECTION} }}")
        tab.keyboard.press("Tab")  # the focus is shown to whoever uses keys
        expect(tab.locator(".htmx-request, .htmx-swapping")).to_have_count(0)  # leaving a field may search
        self._notes(kind, tab.evaluate("(least) => inspection.standing(least)", self.least_px))
        self._asks_axe(f"{kind}, light", EVERYTHING)
        tab.emulate_media(color_scheme="dark")
        self._asks_axe(f"{kind}, dark", CONTRAST)
        tab.emulate_media(color_scheme="light", forced_colors="active")
        self._notes(f"{kind}, forced colours", tab.evaluate("() => inspection.untoldStates()"))
        tab.emulate_media(color_scheme="light", forced_colors="none")
        self._looks_at_its_flow(kind)

    def _looks_at_its_flow(self, kind: str) -> None:
        tab = self.page.tab
        self._protocol.send("Page.setFontSizes", {"fontSizes": {"standard": 2 * FONT_PX}})
        self._notes(f"{kind}, text at 200 %", tab.evaluate("() => inspection.overflow()"))
        self._protocol.send("Page.setFontSizes", {"fontSizes": {"standard": FONT_PX}})
        size = tab.viewport_size
        assert size is not None
        tab.set_viewport_size(NARROW)  # type: ignore[arg-type]  # a plain dictionary of the two
        self._notes(f"{kind}, 320 px wide", tab.evaluate("() => inspection.overflow()"))
        tab.set_viewport_size(size)

    def _asks_axe(self, where: str, options: dict[str, Any]) -> None:
        found = self.page.tab.evaluate("(options) => axe.run(document, options)", options)
        for fault in found["violations"]:
            places = "; ".join(_told(node) for node in fault["nodes"][:3])
            self.faults.append(f"{where}: {fault['id']}: {fault['help']}: {places}")

    def _notes(self, where: str, faults: list[str]) -> None:
        self.faults += [f"{where}: {fault}" for fault in faults]

    def joined_by(self, *others: "Inspector") -> "Inspector":
        """Take over what others have found elsewhere."""
        for other in others:
            self.faults += other.faults
            self.paths += other.paths
        return self

    def is_content(self, left_out: Iterable[str] = ()) -> None:
        """Fail with everything that was found, and with the pages that nobody looked at."""
        faults = [*self.faults, *(f"nobody looked at {page}" for page in sorted(left_out))]
        assert not faults, "\n".join(faults)


def kind_of(way: str) -> str:
    """Two addresses of one kind differ in ids alone, or in what no plain word says (numbers, days, ways back)."""
    parts = urlsplit(way)
    words = [(name, value) for name, value in parse_qsl(parts.query) if name not in NO_KIND]
    told = urlencode([pair for pair in words if PLAIN_WORD.fullmatch(pair[1])])
    return ID.sub(":id", parts.path) + (f"?{told}" if told else "")


def _told(node: dict[str, Any]) -> str:
    reasons = [check["message"] for check in (*node["any"], *node["all"], *node["none"])]
    return f"{node['html'][:160]} ({' '.join(reasons)[:200]})"
