"""Answers that come too late, not at all, or cannot be shown: the page comes to rest, and what is newest stands there."""

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.tablet import Tablet

IS_REFUSED = """() => { htmx.config.responseHandling = [{ code: ".*", swap: false, error: true }]; }"""
BREAKS = """() => {
  document.addEventListener("htmx:beforeSwap", ({ detail }) => { detail.swapOverride = {}; });
}"""


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
