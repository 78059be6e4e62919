"""The desk without a mouse, and without JavaScript: the pile gone through by keys, and by plain links and forms."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import PASSWORD
from tests.e2e.engines.browsers import Garage, PlaywrightBrowsers

pytestmark = pytest.mark.chromium


@pytest.fixture
def chromium(garage: Garage) -> Iterator[PlaywrightBrowsers]:
    """Chromium alone: the shortcuts are the page's own, not the engine's."""
    browsers = PlaywrightBrowsers(garage.running("chromium"))
    yield browsers
    browsers.closes()


def at_the_pile(chromium: PlaywrightBrowsers, server: Server, **options: object) -> Page:
    """The SENCO's page, signed in, before the pile."""
    opened = chromium.opens(server.site, **options)
    page: Page = opened.tab
    page.goto(f"{server.site}/sign-in")
    page.get_by_label("Email").fill("senco@demo.school")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="To review")).to_be_visible()
    opened.settles()  # before that its keys are nobody's
    return page


def names(page: Page) -> Locator:
    """The link of each note in the pile: what the keys go through."""
    return page.locator("[data-note] h3 a")


def test_the_pile_is_gone_through_by_keys_alone(chromium: PlaywrightBrowsers, server: Server) -> None:
    page = at_the_pile(chromium, server)
    before = names(page).count()
    assert before >= 4
    second, third = (names(page).nth(place).get_attribute("id") for place in (1, 2))
    page.keyboard.press("j")
    expect(names(page).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("k")
    page.keyboard.press("j")
    expect(page.locator(f"#{second}")).to_be_focused()

    page.keyboard.press("Enter")
    expect(page.locator(f"#{second}")).to_have_attribute("aria-expanded", "true")
    expect(page.locator(f"#{second}")).to_be_focused()

    page.keyboard.press("r")
    expect(names(page)).to_have_count(before - 1)
    expect(page.locator(f"#{third}")).to_be_focused()
    page.keyboard.press("u")
    expect(names(page)).to_have_count(before)
    expect(page.locator(f"#{second}")).to_be_focused()


PRESSES_AT_ONCE = """(id) => new MutationObserver((_, observer) => {
  const opener = document.getElementById(id);
  if (opener.getAttribute("aria-expanded") !== "true") return;
  observer.disconnect();
  opener.focus();
  opener.dispatchEvent(new KeyboardEvent("keydown", { key: "r", bubbles: true, cancelable: true }));
}).observe(document.body, { childList: true, subtree: true })"""


def test_a_key_pressed_the_moment_a_note_is_opened_waits_until_its_buttons_work(
    chromium: PlaywrightBrowsers, server: Server
) -> None:
    page = at_the_pile(chromium, server)
    before = names(page).count()
    first, second = (names(page).nth(place).get_attribute("id") for place in (0, 1))
    page.keyboard.press("j")
    expect(names(page).first).to_be_focused()
    page.evaluate("window.is_the_same_page = true")
    page.evaluate(PRESSES_AT_ONCE, first)
    page.keyboard.press("Enter")
    expect(names(page)).to_have_count(before - 1)
    expect(page.locator(f"#{second}")).to_be_focused()
    assert page.evaluate("window.is_the_same_page"), "the page was not loaded anew"


def test_a_question_is_asked_by_keys_and_what_is_typed_is_no_shortcut(
    chromium: PlaywrightBrowsers, server: Server
) -> None:
    page = at_the_pile(chromium, server)
    before = names(page).count()
    page.keyboard.press("j")
    page.keyboard.press("q")
    expect(page.get_by_label("Your question")).to_be_focused()
    page.keyboard.type("jkru?")
    expect(page.get_by_label("Your question")).to_have_value("jkru?")
    page.keyboard.press("Escape")
    expect(page.get_by_label("Your question")).to_have_count(0)
    expect(names(page).first).to_be_focused()

    page.keyboard.press("q")
    page.get_by_label("Your question").fill(" ")
    page.get_by_role("button", name="Send question").click()
    expect(page.get_by_text("Write your question")).to_be_visible()
    page.get_by_label("Your question").fill("Which group was it?")
    page.get_by_role("button", name="Send question").click()
    expect(names(page)).to_have_count(before - 1)


def test_a_question_mark_lists_the_keys_and_no_key_works_behind_the_list(
    chromium: PlaywrightBrowsers, server: Server
) -> None:
    page = at_the_pile(chromium, server)
    before = names(page).count()
    page.keyboard.press("j")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.keyboard.press("r")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(names(page)).to_have_count(before)


def test_the_desk_works_without_javascript(chromium: PlaywrightBrowsers, server: Server) -> None:
    page = at_the_pile(chromium, server, java_script_enabled=False)
    first = page.locator("[data-note]").first.get_attribute("id")
    page.get_by_role("button", name="Mark as reviewed").first.click()
    expect(page.get_by_role("status")).to_contain_text("Marked as reviewed.")
    expect(page.locator(f"#{first}")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(f"#{first}")).to_have_count(1)

    page.get_by_role("button", name="Ask a question").first.click()
    page.get_by_label("Your question").fill("Which group was it?")
    page.get_by_role("button", name="Send question").click()
    expect(page.get_by_role("status")).to_contain_text("Your question is on its way.")

    page.goto(f"{server.site}/desk/pupils")
    page.get_by_label("Search pupils").fill("amina")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Amina Yusuf").click()
    expect(page.get_by_role("heading", name="Amina Yusuf", level=1)).to_be_visible()


def test_a_question_typed_while_the_sign_in_ran_out_is_not_lost(chromium: PlaywrightBrowsers, server: Server) -> None:
    page = at_the_pile(chromium, server)
    page.keyboard.press("j")
    page.keyboard.press("q")
    page.get_by_label("Your question").fill("Which group was it?")
    page.context.clear_cookies()
    page.get_by_role("button", name="Send question").click()
    expect(page.get_by_role("status")).to_contain_text("You have been signed out.")
    expect(page.get_by_label("Your question")).to_have_value("Which group was it?")


def test_what_was_typed_waits_without_javascript_while_its_person_signs_in_again(
    chromium: PlaywrightBrowsers, server: Server
) -> None:
    page = at_the_pile(chromium, server, java_script_enabled=False)
    page.get_by_role("button", name="Ask a question").first.click()
    page.get_by_label("Your question").fill("Which group was it?\nAnd who else?")
    page.context.clear_cookies()
    page.get_by_role("button", name="Send question").click()
    expect(page.get_by_role("heading", name="You were signed out")).to_be_visible()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in in a new tab").click()
    opened.value.get_by_label("Email").fill("senco@demo.school")
    opened.value.get_by_label("Password").fill(PASSWORD)
    opened.value.get_by_role("button", name="Sign in", exact=True).click()
    expect(opened.value.get_by_role("heading", name="To review")).to_be_visible()
    page.get_by_role("button", name="Send again").click()
    expect(page.get_by_role("status")).to_contain_text("Your question is on its way.")


LINES = """(element) => [...element.firstChild.data.matchAll(/[^\\n]+/g)].map(({ 0: line, index }) => {
  const range = document.createRange();
  range.setStart(element.firstChild, index + line.search(/\\S/));
  range.setEnd(element.firstChild, index + line.length);
  const [text, all] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
  return { before: text.left - all.left, after: all.right - text.right };
})"""


def test_lines_stand_as_they_were_typed_and_each_begins_on_its_own_side(
    chromium: PlaywrightBrowsers, server: Server
) -> None:
    page = at_the_pile(chromium, server)
    page.keyboard.press("j")
    page.keyboard.press("q")
    field = page.get_by_label("Your question")
    field.fill("First.\n\tThen?\nشكرا جزيلا, 5\n" + "long" * 100)
    assert field.evaluate("(element) => getComputedStyle(element).unicodeBidi") == "plaintext"
    name = page.locator("[data-note] h3 a").first
    address = name.get_attribute("href")
    page.get_by_role("button", name="Send question").click()
    expect(field).to_have_count(0)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{server.site}{address}")
    first, then, thanks, long = page.locator(".message .note-text").first.evaluate(LINES)
    assert abs(first["before"]) < 1 and first["after"] > 50
    assert then["before"] > 15, "a tab is wider than nothing"
    assert abs(thanks["after"]) < 1 and thanks["before"] > 50, "Arabic begins at the right"
    assert long["after"] > -1, "a long word is broken"


def test_keys_go_on_from_the_last_note_of_a_page_to_the_first_of_the_next(
    chromium: PlaywrightBrowsers, server: Server
) -> None:
    with closing(sqlite3.connect(server.database)) as record, record:
        record.execute("UPDATE observations SET reviewed_at = NULL, reviewed_by_id = NULL")
    page = at_the_pile(chromium, server)
    assert names(page).count() == 50 and page.get_by_role("link", name="Older notes").count() == 1
    names(page).nth(49).focus()
    page.keyboard.press("r")  # reviewed, and on to the fifty-first
    expect(names(page)).to_have_count(99)
    expect(names(page).nth(49)).to_be_focused()
    names(page).nth(98).focus()
    page.keyboard.press("j")
    expect(names(page)).to_have_count(149)
    expect(names(page).nth(99)).to_be_focused()
