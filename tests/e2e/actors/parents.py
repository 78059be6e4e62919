"""Parents and staff around a tablet: they sign on its glass."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote_plus

from playwright.sync_api import Response

from tests.e2e.engines.parts import button, field
from tests.e2e.engines.playwright_page import PlaywrightPage

# A way across the glass, in parts of its width and height.
HAND = [(0.1, 0.6), (0.15, 0.3), (0.2, 0.6), (0.3, 0.4), (0.4, 0.7), (0.5, 0.35), (0.7, 0.6)]


def adds_signature(page: PlaywrightPage, name: str, role: str, row: int = 0) -> None:
    """One more line for somebody's signature."""
    page.taps(button("Add signature"))
    page.sees(field("Name", nth=row))
    page.writes(field("Name", nth=row), name)
    page.writes(field("Relation or role", nth=row), role)


def signs_with_the_mouse(page: PlaywrightPage, row: int = 0) -> None:
    """Draws a name in one stroke."""
    places = _places(page, row)
    page.tab.mouse.move(*places[0])
    page.tab.mouse.down()
    for place in places[1:]:
        page.tab.mouse.move(*place, steps=4)
    page.tab.mouse.up()


def signs_with_a_finger(page: PlaywrightPage, row: int = 0) -> None:
    """The same with a touch, as the browser itself reports one."""
    places = _places(page, row)
    touch = page.tab.context.new_cdp_session(page.tab)
    for kind, place in [("touchStart", places[0]), *(("touchMove", place) for place in places[1:])]:
        points = [{"x": place[0], "y": place[1]}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    touch.detach()


@contextmanager
def kept_as_draft(page: PlaywrightPage, words: str) -> Iterator[None]:
    """Until what is done within has been kept by the worker, with these words in it."""

    def is_it(answer: Response) -> bool:
        return answer.url.endswith("/tablet/drafts") and words in unquote_plus(answer.request.post_data or "")

    with page.tab.expect_response(is_it) as kept:
        yield
    assert kept.value.json() == {"is_kept": True}


def _places(page: PlaywrightPage, row: int) -> list[tuple[float, float]]:
    glass = page.tab.locator("canvas").nth(row)
    # Clear of the bar with the buttons, which stays at the bottom.
    glass.evaluate("one => one.scrollIntoView({ block: 'center' })")
    box = glass.bounding_box()
    assert box, "the glass is not shown"
    return [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in HAND]


def strokes(page: PlaywrightPage, row: int = 0) -> str:
    """What the form holds of a drawn signature."""
    return page.tab.locator("[data-strokes]").nth(row).input_value()
