"""Nothing moves under a finger: lists that a sync has changed are swapped in their place (layout shift below 0.01)."""

import pytest

from tests.e2e.actors.inspector import LEAST_ON_A_TABLET_PX, Inspector
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import RECENT_NOTES, Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import MAIN, button, note_with
from tests.e2e.engines.playwright_page import PlaywrightPage

MOST_SHIFT = 0.01
TABLET_PX, PHONE_PX = {"width": 820, "height": 1180}, {"width": 390, "height": 844}
WATCH = """() => {
  window.shifts = [];
  window.shiftsSeen = new PerformanceObserver((list) => window.shifts.push(...list.getEntries()));
  window.shiftsSeen.observe({ type: "layout-shift" });
}"""
# Two frames, so that what was just swapped has been painted and told of.
SHIFTED = """async () => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  window.shifts.push(...window.shiftsSeen.takeRecords());
  return window.shifts.map(({ value, sources }) => [value, sources.map(({ node }) => node?.outerHTML?.slice(0, 90))]);
}"""
SYNC_NOW = "() => dispatchEvent(new Event('online'))"
NOTES = "main .pupil-notes .note"


class Onlooker:
    """Somebody who looks at an open page and touches nothing."""

    def __init__(self, page: PlaywrightPage, looked_at: str) -> None:
        self.tab, self._looked_at = page.tab, looked_at
        self._before = self._place()
        self.tab.evaluate(WATCH)

    def _place(self) -> float:
        box = self.tab.locator(self._looked_at).bounding_box()
        assert box is not None
        return float(box["y"])

    def saw_nothing_move(self) -> None:
        shifts = self.tab.evaluate(SHIFTED)
        assert sum(value for value, _sources in shifts) < MOST_SHIFT, shifts
        assert abs(self._place() - self._before) < 1


@pytest.mark.parametrize("size", [TABLET_PX, PHONE_PX], ids=["tablet", "phone"])
def test_a_question_that_comes_moves_no_pupil_under_the_finger(
    chromium: PlaywrightBrowsers, server: Server, size: dict[str, int]
) -> None:
    page = chromium.opens(server.site, viewport=size)
    tablet = Tablet(page).begins("ta@demo.school")
    tablet.records_observation("Leo Hart", "Sorted the pegs by colour.")
    tablet.is_all_synced()
    senco = Senco(chromium.opens(server.site)).signs_in()
    tablet.opens_today()
    tablet.is_all_synced()
    card = page.tab.locator("main .pupil-card a").nth(2).get_attribute("id")
    onlooker = Onlooker(page, f"#{card}")
    senco.opens_pile()
    senco.asks("Sorted the pegs by colour.", "By whose idea?")
    page.tab.evaluate(SYNC_NOW)
    page.sees(MAIN, "By whose idea?")
    onlooker.saw_nothing_move()
    page.sees(button("New above"))
    page.taps(button("New above"))
    page.misses(button("New above"))
    assert page.tab.evaluate("() => scrollY") == 0
    page.tab.locator("#news button").evaluate("(button) => { button.hidden = false; }")
    inspector = Inspector(page, LEAST_ON_A_TABLET_PX)
    inspector.looks_at("Today, with something new above")
    inspector.is_content()


@pytest.mark.parametrize("notes_down", [0, 4])
def test_a_colleagues_note_that_comes_moves_no_note_that_is_read(
    chromium: PlaywrightBrowsers, server: Server, notes_down: int
) -> None:
    page = chromium.opens(server.site, viewport=TABLET_PX)
    tablet = Tablet(page).begins("ta@demo.school")
    colleague = Tablet(chromium.opens(server.site)).begins("ta2@demo.school", "Green 1")
    tablet.opens_pupil("Leo Hart")
    tablet.is_all_synced()
    page.tab.locator(NOTES).nth(6).wait_for()  # the rest of the notes has come
    page.tab.locator(NOTES).nth(notes_down).evaluate("(note) => scrollBy(0, note.getBoundingClientRect().top - 200)")
    read = page.tab.locator(NOTES).nth(notes_down).get_attribute("id")
    colleague.records_observation("Leo Hart", "Asked for the ear defenders himself.")
    colleague.is_all_synced()
    onlooker = Onlooker(page, f"#{read}")
    page.tab.evaluate(SYNC_NOW)
    page.tab.locator(NOTES, has_text="Asked for the ear defenders himself.").wait_for(state="attached")
    onlooker.saw_nothing_move()


def test_a_note_that_is_acknowledged_changes_its_mark_and_nothing_else(
    chromium: PlaywrightBrowsers, server: Server
) -> None:
    page = chromium.opens(server.site, viewport=TABLET_PX)
    tablet = Tablet(page).begins("ta@demo.school")
    server.stops()
    tablet.records_observation("Leo Hart", "Waited for his turn at the tap.")
    tablet.opens_pupil("Leo Hart")
    tablet.says("1 waiting")
    page.tab.locator(NOTES).nth(1).wait_for()
    second = page.tab.locator(NOTES).nth(1).get_attribute("id")
    onlooker = Onlooker(page, f"#{second}")
    server.starts_again()
    page.tab.evaluate(SYNC_NOW)
    tablet.is_all_synced()
    page.sees(note_with("Waited for his turn at the tap.", within=RECENT_NOTES), "Synced")
    onlooker.saw_nothing_move()
