"""Answers that come too late, not at all, or cannot be shown: the page comes to rest, and shows what is newest."""

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import Wire
from tests.e2e.waiting import wait_until

# Something changes at the moment at which the page of a saved note asks for the rest of its notes.
CHANGES_MEANWHILE = """() => {
  window.notes = { asked: [], shown: "" };
  const pathOf = ({ detail }) => detail.pathInfo.finalRequestPath;
  document.addEventListener("htmx:beforeSend", (event) => {
    if (!pathOf(event).includes("/notes?")) return;
    notes.asked.push(pathOf(event));
    if (notes.asked.length === 1) setTimeout(() => htmx.trigger(document.body, "jotter:changed"));
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (pathOf(event).includes("/notes?")) notes.shown = pathOf(event);
  });
}"""
CHANGES_TWICE = """() => {
  window.asked = 0;
  document.addEventListener("htmx:beforeSend", () => { asked += 1; });
  for (let change = 0; change < 2; change++) htmx.trigger(document.body, "jotter:changed");
}"""
IS_REFUSED = """() => { htmx.config.responseHandling = [{ code: ".*", swap: false, error: true }]; }"""
BREAKS = """() => {
  document.addEventListener("htmx:beforeSwap", ({ detail }) => { detail.swapOverride = {}; });
}"""


def test_of_two_answers_on_their_way_to_one_list_the_one_asked_for_last_stands(tablet: Tablet, wire: Wire) -> None:
    page = tablet.page
    tablet.begins_observation("Leo Hart", "Crossing: put the lid back on.")
    wire.is_cut()
    tablet.tab.evaluate(CHANGES_MEANWHILE)
    tablet.taps_save()
    wait_until(lambda: tablet.tab.evaluate("notes.asked.length === 2"), "the list is asked for twice")
    page.settles()
    assert tablet.tab.evaluate("notes.shown === notes.asked.at(-1)")


@pytest.mark.parametrize("path", ["/tablet/", "/tablet/outbox"])
def test_a_change_while_a_list_is_asked_for_is_asked_for_too(tablet: Tablet, path: str) -> None:
    tablet.opens(path)
    tablet.page.settles()
    tablet.tab.evaluate(CHANGES_TWICE)
    tablet.page.settles()
    assert tablet.tab.evaluate("asked") >= 2  # and once more where a sync has just ended


@pytest.mark.parametrize("fault", [IS_REFUSED, BREAKS], ids=["refused", "broken"])
def test_where_the_page_that_follows_cannot_be_shown_the_browser_goes_to_it(
    tablet: Tablet, record: Record, fault: str
) -> None:
    text = f"Not shown: hung up {len(fault)} coats."
    tablet.begins_observation("Amina Yusuf", text)
    tablet.tab.evaluate(fault)
    tablet.taps_save()
    tablet.sees_note(text)
    tablet.page.settles()
    record.holds_once(text)
