"""Recording an observation and going through the pile with the keyboard alone; the focus is always to be seen."""

from playwright.sync_api import expect

from tests.e2e.actors.observer import measures_of
from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import Part, button, heading
from tests.e2e.engines.playwright_page import PlaywrightPage

FOCUSED = """() => {
  const one = document.activeElement;
  const label = one.labels?.[0]?.textContent ?? one.getAttribute("aria-label") ?? one.textContent;
  return label.replace(/\\s+/g, " ").trim();
}"""
# The ring may be drawn by a card that the link fills, or by the browser around a part of its own date field.
HAS_RING = """() => {
  const one = document.activeElement;
  if (!one.matches(":focus")) return true;
  const looks = [getComputedStyle(one), getComputedStyle(one, "::after")];
  const is_ringed = looks.some((look) => look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0);
  const { top, bottom, height } = one.getBoundingClientRect();
  return is_ringed && height > 0 && bottom > 0 && top < innerHeight;
}"""
MOST_STEPS = 80


def tabs_to(page: PlaywrightPage, name: str) -> None:
    """Press Tab until this has the focus; everything on the way shows that it has it."""
    page.settles()
    for _ in range(MOST_STEPS):
        page.tab.keyboard.press("Tab")
        focused = page.tab.evaluate(FOCUSED)
        assert page.tab.evaluate(HAS_RING), f"nobody sees that “{focused[:60]}” has the focus"
        if focused == name:
            return
    raise AssertionError(f"“{name}” is not reached by {MOST_STEPS} tabs")


def test_an_observation_is_recorded_and_reviewed_without_a_mouse(
    chromium: PlaywrightBrowsers, open_school: Server, open_record: Record
) -> None:
    page = chromium.opens(open_school.site)
    tablet = Tablet(page).begins("ta@demo.school", "Keyboard")
    text = "Keyboard: counted the lunch boxes."
    press, write = page.tab.keyboard.press, page.tab.keyboard.type
    tabs_to(page, "Amina Yusuf")
    press("Enter")
    page.sees(heading("Amina Yusuf"))
    tabs_to(page, "New observation")
    press("Enter")
    page.sees(heading("New observation"))
    # The words have the focus already: whoever came to write writes.
    assert page.tab.evaluate(FOCUSED) == "What did you see?"
    write(text)
    tabs_to(page, "Save observation")
    expect(page.tab.locator("#said")).to_be_empty()
    tablet.hears_that_it_is_saved(lambda: press("Enter"))
    page.sees(heading("Amina Yusuf"))
    tablet.shows_first(text, "Synced")
    open_record.holds_once(text)

    desk = chromium.opens(open_school.site)
    senco = Senco(desk).signs_in()
    desk.sees(senco.note(text))
    desk.settles()
    desk.tab.keyboard.press("j")
    desk.tab.keyboard.press("Enter")
    desk.tab.keyboard.press("r")
    desk.sees(Part("listitem", containing="Reviewed."))
    desk.misses(senco.note(text))
    desk.tab.keyboard.press("u")
    desk.sees(senco.note(text))


def test_what_becomes_of_a_note_is_heard_by_whoever_does_not_see_it(
    chromium: PlaywrightBrowsers, open_school: Server
) -> None:
    page = chromium.opens(open_school.site)
    tablet = Tablet(page).begins("ta@demo.school", "Heard")
    tablet.begins_observation("Leo Hart", "Heard: thrown away by a slip.")
    tablet.sees_draft_kept()
    page.taps(button("Discard draft"))
    expect(page.tab.locator("#said")).to_have_text("Draft thrown away.")
    page.taps(button("Undo"))
    expect(page.tab.locator("#said")).to_have_text("The draft is back.")
    for text in ("Heard: saved.", "Heard: saved once more."):
        tablet.begins_observation("Leo Hart", text)
        tablet.hears_that_it_is_saved(tablet.taps_save)
        tablet.sees_note(text)


def test_counting_and_sampling_need_no_more_than_tab_enter_and_space(
    chromium: PlaywrightBrowsers, server: Server, record: Record
) -> None:
    # A school of its own: the form offers what was sampled last about this pupil, by whomever.
    page = chromium.opens(server.site)
    Tablet(page).begins("ta@demo.school", "Switch").has_pulled()
    page.goes_to("/tablet/")
    press, write = page.tab.keyboard.press, page.tab.keyboard.type
    tabs_to(page, "Amina Yusuf")
    press("Enter")
    page.sees(heading("Amina Yusuf"))
    tabs_to(page, "Count")
    press("Enter")
    page.sees(heading("New observation"))
    tabs_to(page, "Behaviour")
    write("By switch alone")
    tabs_to(page, "+1")
    for key in ("Space", "Enter", "Space"):
        press(key)
    tabs_to(page, "Undo last tap")
    press("Space")
    tabs_to(page, "Save observation")
    press("Space")
    page.sees(heading("Amina Yusuf"))
    assert measures_of(record, "By switch alone")["count"] == 2

    tabs_to(page, "Intervals")
    press("Enter")
    page.sees(heading("New observation"))
    tabs_to(page, "Behaviour")
    write("Sampled by switch")
    tabs_to(page, "Behaviour 2")
    press("Delete")
    tabs_to(page, "How many intervals")
    write("1")
    tabs_to(page, "What counts as yes")
    press("ArrowDown")
    tabs_to(page, "Start")
    press("Space")
    tabs_to(page, "Yes")
    press("Space")
    tabs_to(page, "Save observation")
    press("Enter")
    page.sees(heading("Amina Yusuf"))
    assert measures_of(record, "Sampled by switch")["behaviours"][0]["intervals"] == [True]


def test_the_pile_is_reviewed_by_tab_and_enter_alone(chromium: PlaywrightBrowsers, open_school: Server) -> None:
    page = chromium.opens(open_school.site)
    tablet = Tablet(page).begins("ta@demo.school", "Tab")
    text = "Tab and Enter: tied both laces."
    tablet.records_observation("Leo Hart", text)
    tablet.shows_first(text, "Synced")
    desk = chromium.opens(open_school.site)
    senco = Senco(desk).signs_in()
    desk.sees(senco.note(text))
    tabs_to(desk, "Leo Hart")
    tabs_to(desk, "Mark as reviewed")
    desk.tab.keyboard.press("Enter")
    desk.misses(senco.note(text))
