"""The forms under one thumb: targets large enough, either hand, text twice as large, and a clock that is right."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from tests.e2e.actors.observer import KINDS, Observer, measures_of
from tests.e2e.actors.record import Record
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import button, field, heading
from tests.e2e.engines.playwright_page import PlaywrightPage

SMALL, LARGE = {"width": 390, "height": 844}, {"width": 820, "height": 1180}
# A box that is ticked is tapped by its label; a link in a sentence may be as high as the line.
TOO_SMALL = """() => {
  // Notes further down have no size as long as nobody scrolls to them.
  for (const note of document.querySelectorAll(".note")) note.style.contentVisibility = "visible";
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
  const seen = all.filter((one) => one.type !== "hidden" && one.checkVisibility() && !one.matches(".skip-link"));
  const target = (one) => (["checkbox", "radio"].includes(one.type) ? one.labels[0] : one);
  return seen.map(target).flatMap((one) => {
    const { width, height } = one.getBoundingClientRect();
    return width < 44 || height < 44 ? [`${one.textContent.trim() || one.id}: ${width} × ${height}`] : [];
  });
}"""
SCROLLS_SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
TWICE_AS_LARGE = "() => { document.documentElement.style.fontSize = '200%'; }"
SAVE_SIDE = """() => {
  const { left, right } = document.querySelector(".save-bar button").getBoundingClientRect();
  return (left + right) / 2 < innerWidth / 2 ? "left" : "right";
}"""
BEGAN_EARLIER = """(earlier_ms) => {
  const field = document.querySelector("[name=count_began]");
  field.value = String(Number(field.value) - earlier_ms);
  return field.value;
}"""
STEP_S = 225  # under five minutes, after which an untouched tablet locks itself
HALF_HOUR_S = 30 * 60


@pytest.fixture
def page(chromium: PlaywrightBrowsers, open_school: Server) -> PlaywrightPage:
    """A tablet of ta@demo.school, at Today."""
    page = chromium.opens(open_school.site)
    Tablet(page).begins("ta@demo.school", "One hand")
    return page


def test_every_target_on_every_form_is_large_enough_for_a_thumb(page: PlaywrightPage) -> None:
    observer = Observer(Tablet(page))
    observer.tablet.opens_pupil("Leo Hart")
    forms = [page.path, "/tablet/settings", *(f"{page.path}/observations/new?instrument={kind}" for kind in KINDS)]
    small = []
    for path in forms:
        page.goes_to(path)
        page.tab.locator("main h1").wait_for()
        for size in (SMALL, LARGE):
            page.tab.set_viewport_size(size)
            small += [f"{path.split('/')[-1]} at {size['width']}: {one}" for one in page.tab.evaluate(TOO_SMALL)]
    assert not small, "\n".join(small)


def test_text_twice_as_large_needs_no_scrolling_sideways(page: PlaywrightPage) -> None:
    Tablet(page).opens_pupil("Leo Hart")
    forms = [page.path, "/tablet/", *(f"{page.path}/observations/new?instrument={kind}" for kind in KINDS)]
    page.tab.set_viewport_size(SMALL)
    for path in forms:
        page.goes_to(path)
        page.tab.locator("main h1").wait_for()
        page.tab.evaluate(TWICE_AS_LARGE)
        assert page.tab.evaluate(SCROLLS_SIDEWAYS) <= 0, path


def test_save_stands_on_the_side_of_the_hand_that_taps(page: PlaywrightPage) -> None:
    observer = Observer(Tablet(page))
    page.tab.set_viewport_size(LARGE)
    observer.begins("frequency")
    assert page.tab.evaluate(SAVE_SIDE) == "right"
    page.goes_to("/tablet/settings")
    observer.chooses("Left")
    page.taps(button("Save settings"))
    page.sees(heading("Today"))
    observer.begins("frequency")
    assert page.tab.evaluate(SAVE_SIDE) == "left"


def test_an_explanation_that_was_closed_stays_closed_and_can_be_asked_for_again(page: PlaywrightPage) -> None:
    observer = Observer(Tablet(page))
    shown = page.tab.get_by_text("For example: “Calls out”")
    observer.begins("frequency")
    expect(shown).to_be_visible()
    with page.tab.expect_response(lambda answer: answer.url.endswith("/tablet/help")):
        page.tab.get_by_text("How to count").click()
    observer.begins("frequency")
    expect(shown).to_be_hidden()
    page.goes_to("/tablet/settings")
    page.taps(button("Show all explanations again"))
    observer.begins("frequency")
    expect(shown).to_be_visible()


def test_a_stopwatch_is_right_to_a_tenth_of_a_second_over_half_an_hour(
    page: PlaywrightPage, open_record: Record
) -> None:
    observer, clock = Observer(Tablet(page)), page.tab.clock
    began = datetime.now(UTC) - timedelta(seconds=HALF_HOUR_S + 60)
    clock.install(time=began)
    observer.begins("duration")
    page.writes(field("Behaviour"), "Half an hour")
    clock.pause_at(began + timedelta(seconds=50))
    page.taps(button("Start"))
    for _ in range(HALF_HOUR_S // STEP_S):
        clock.fast_forward(STEP_S * 1000)
        page.tab.keyboard.press("Shift")
    clock.fast_forward(100)
    assert observer.face() == "30:00.1"
    page.taps(button("Stop"))
    clock.resume()
    observer.saves()
    timed = measures_of(open_record, "Half an hour")
    assert timed["total_s"] == HALF_HOUR_S + 0.1
    assert len(timed["spells"]) == 1


def test_a_time_sample_says_which_interval_is_on_and_a_gap_is_filled_in_afterwards(
    page: PlaywrightPage, open_record: Record
) -> None:
    observer, clock, tab = Observer(Tablet(page)), page.tab.clock, page.tab
    Tablet(page).has_pulled()
    began = datetime.now(UTC) - timedelta(minutes=5)
    clock.install(time=began)
    observer.begins("time_sample")
    page.writes(field("Behaviour"), "Looks at the speaker")
    page.writes(field("Behaviour 2"), "")  # offered because the last sample had two
    page.writes(field("How many intervals"), "4")
    page.chooses(field("What counts as yes"), "Partial: seen at all in the interval")
    clock.pause_at(began + timedelta(seconds=50))
    page.taps(button("Start"))
    page.taps(button("Yes"))
    clock.fast_forward(15_000)
    tab.get_by_text("Interval 2 of 4").wait_for()
    clock.fast_forward(15_000)
    tab.get_by_text("Interval 3 of 4").wait_for()
    page.taps(button("No"))
    clock.fast_forward(30_000)
    tab.get_by_text("Ended after 4 of 4").wait_for()
    clock.resume()
    observer.tablet.taps_save()
    observer.tablet.sees_problem("Intervals 2, 4 left blank")
    page.taps(button("Interval 2: blank"))
    page.taps(button("Yes"))
    page.taps(button("All blank ones: no"))
    observer.saves()
    sample = measures_of(open_record, "Looks at the speaker")
    assert sample["behaviours"] == [{"name": "Looks at the speaker", "intervals": [True, True, False, False]}]
    assert (sample["interval_s"], sample["rule"]) == (15, "partial")


def test_a_count_without_a_tap_goes_on_after_a_reload(page: PlaywrightPage) -> None:
    observer, tab = Observer(Tablet(page)), page.tab
    observer.begins("frequency")
    # As if the form had been open for forty seconds: page and worker go by the same clock, and neither is faked.
    began = tab.evaluate(BEGAN_EARLIER, 40_000)
    tab.wait_for_url(re.compile(r"\?draft=.*instrument=frequency"))
    tab.reload()
    page.sees(button("+1"))
    assert tab.locator("[name=count_began]").input_value() == began
    page.taps(button("Stop watching"))
    observer.saves()
