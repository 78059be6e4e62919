"""A time sample under the thumb: the tap at an interval's end, the sign at each, what is taken back, where focus is."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.e2e.actors.observer import Observer
from tests.e2e.actors.parents import adds_signature, signs_with_the_mouse
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import button, field, heading, link
from tests.e2e.engines.playwright_page import PlaywrightPage

PARTIAL = "Partial: seen at all in the interval"
# What no test can feel or hear: each buzz, and each voice that the page asks the browser for.
SIGNS = """() => {
  window.buzzes = 0;
  window.voices = 0;
  navigator.vibrate = () => { window.buzzes += 1; return true; };
  const Voice = window.AudioContext;
  window.AudioContext = class extends Voice { constructor() { super(); window.voices += 1; } };
}"""
FOCUS = "() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent.trim()"
ORDER = """() => {
  const places = [...document.querySelectorAll(".answer-button")].map((one) => one.getBoundingClientRect().left);
  return places.length > 1 && places.every((left, number) => number === 0 || places[number - 1] < left);
}"""

# What a screen reader says of the three that hold still, and what the form would send for them.
SETTINGS = """() => ["interval_s", "planned", "rule"].map((name) => {
  const one = document.getElementsByName(name)[0];
  const said = document.getElementById(one.getAttribute("aria-describedby").split(" ")[0]).innerText.trim();
  const is_held = one.readOnly || one.ariaDisabled === "true";
  return [is_held, new FormData(one.form).get(name), said.startsWith("Undo the start to change")];
})"""


@pytest.fixture
def page(chromium: PlaywrightBrowsers, open_school: Server) -> PlaywrightPage:
    """A tablet of ta@demo.school, at Today."""
    page = chromium.opens(open_school.site)
    Tablet(page).begins("ta@demo.school", "Intervals")
    return page


def samples(page: PlaywrightPage, cue: str = "No sign") -> None:
    """Begins a sample of 15 seconds an interval, by a clock that stands."""
    Tablet(page).has_pulled()
    began = datetime.now(UTC) - timedelta(minutes=5)
    page.tab.clock.install(time=began)
    Observer(Tablet(page)).begins("time_sample")
    page.writes(field("Behaviour"), "Looks up")
    page.writes(field("Behaviour 2"), "")  # the form offers those of the last sample of the pupil
    page.chooses(field("What counts as yes"), PARTIAL)
    page.chooses(field("At each interval"), cue)
    page.tab.clock.pause_at(began + timedelta(seconds=50))
    page.taps(button("Start"))


def test_a_tap_that_an_interval_ends_under_counts_for_the_interval_it_came_down_in(page: PlaywrightPage) -> None:
    samples(page)
    yes = page.one_of(button("Yes"))
    yes.evaluate("one => one.scrollIntoView({ block: 'center' })")
    place = yes.bounding_box()
    assert place
    page.tab.mouse.move(place["x"] + 20, place["y"] + 20)
    page.tab.mouse.down()
    page.tab.clock.fast_forward(15_100)
    page.tab.get_by_text("2. Looks up").wait_for()
    page.tab.mouse.up()
    page.sees(button("Interval 1: yes"))
    page.taps(button("No"))
    page.sees(button("Interval 2: no"))


def test_a_sample_that_is_continued_buzzes_at_each_interval(page: PlaywrightPage) -> None:
    page.tab.add_init_script(f"({SIGNS})()")
    samples(page, "Vibrate")
    page.taps(button("Yes"))
    page.sees(button("Interval 1: yes"))
    page.reloads()
    page.tab.get_by_text("Interval 1 of 20").wait_for()
    page.tab.clock.fast_forward(15_000)
    page.tab.get_by_text("Interval 2 of 20").wait_for()
    assert page.tab.evaluate("window.buzzes") == 1


def test_a_sound_is_made_ready_by_any_tap_and_but_once(page: PlaywrightPage) -> None:
    page.tab.add_init_script(f"({SIGNS})()")
    samples(page)
    page.reloads()
    page.tab.get_by_text("Interval 1 of 20").wait_for()
    assert page.tab.evaluate("window.voices") == 0
    page.chooses(field("At each interval"), "A soft sound")
    assert page.tab.evaluate("window.voices") == 1
    page.taps(button("Stop"))
    page.taps(button("Undo stop"))
    assert page.tab.evaluate("window.voices") == 1


def test_a_start_and_a_stop_by_mistake_are_taken_back_also_after_a_reload(page: PlaywrightPage) -> None:
    samples(page)
    page.taps(button("Undo start"))
    page.sees(button("Start"))
    page.tab.get_by_text("Not started").wait_for()
    page.taps(button("Start"))
    page.taps(button("Yes"))
    page.taps(button("Stop"))
    page.tab.get_by_text("Ended after 0 of 20").wait_for()
    page.reloads()
    page.taps(button("Undo stop"))
    page.tab.get_by_text("Interval 1 of 20").wait_for()
    page.taps(button("Undo"))
    page.sees(button("Undo start"))
    assert page.value_of(field("Behaviour")) == "Looks up"


def types_over_settings(page: PlaywrightPage) -> None:
    """What a keyboard does to the three settings, one after the other."""
    for label, keys in (("Seconds of an interval", "7"), ("How many intervals", "9")):
        page.one_of(field(label)).focus()
        page.tab.keyboard.press("End")
        page.tab.keyboard.type(keys)
    page.one_of(field("What counts as yes")).focus()
    for key in ("w", "ArrowDown", "Home"):
        page.tab.keyboard.press(key)


def test_how_a_sample_is_cut_holds_still_until_its_start_is_undone(page: PlaywrightPage) -> None:
    samples(page)
    page.taps(button("Yes"))
    held = [[True, "15", True], [True, "20", True], [True, "partial", True]]
    types_over_settings(page)
    assert page.tab.evaluate(SETTINGS) == held
    page.reloads()
    page.tab.get_by_text("Interval 1 of 20").wait_for()
    types_over_settings(page)
    assert page.tab.evaluate(SETTINGS) == held
    page.taps(button("Stop"))
    types_over_settings(page)
    assert page.tab.evaluate(SETTINGS) == held
    for name in ("Undo stop", "Undo", "Undo start"):
        page.taps(button(name))
    page.sees(button("Start"))
    types_over_settings(page)
    assert page.tab.evaluate(SETTINGS) == [[False, "157", False], [False, "209", False], [False, "momentary", False]]


def test_a_number_that_is_none_becomes_what_the_timer_goes_by_when_a_sample_begins(page: PlaywrightPage) -> None:
    samples(page)
    page.taps(button("Undo start"))
    page.writes(field("Seconds of an interval"), "")
    page.writes(field("How many intervals"), "5000")
    page.taps(button("Start"))
    page.tab.get_by_text("Interval 1 of 1000").wait_for()
    assert page.tab.evaluate(SETTINGS) == [[True, "15", True], [True, "1000", True], [True, "partial", True]]


def test_focus_stays_in_the_form_when_the_button_under_it_goes(page: PlaywrightPage) -> None:
    samples(page)
    page.taps(button("Yes"))
    page.tab.clock.fast_forward(30_000)
    page.tab.get_by_text("Interval 3 of 20").wait_for()
    page.one_of(button("Stop")).focus()
    page.tab.keyboard.press("Enter")
    page.tab.get_by_text("Ended after 2 of 20").wait_for()
    assert page.tab.evaluate(FOCUS) == "Interval 2: blank"
    page.one_of(button("All blank ones: no")).focus()
    page.tab.keyboard.press("Enter")
    page.sees(button("Interval 2: no"))
    assert page.tab.evaluate(FOCUS) == "Interval 2: no"


def test_focus_goes_to_the_words_when_a_signature_is_cleared(page: PlaywrightPage) -> None:
    Tablet(page).opens_pupil("Amina Yusuf")
    page.taps(link("New parent meeting"))
    adds_signature(page, "Fatima Yusuf", "Mother")
    for name in ("Undo stroke", "Clear signature"):
        signs_with_the_mouse(page)
        page.one_of(button(name)).focus()
        page.tab.keyboard.press("Enter")
        page.misses(button(name))
        assert page.tab.evaluate(FOCUS) == "Sign with a finger or a pen."


def test_what_is_about_to_be_replaced_by_another_kind_takes_no_words(page: PlaywrightPage) -> None:
    Observer(Tablet(page)).begins("frequency")
    page.writes(field("Behaviour"), "Calls out")
    was_held = page.tab.evaluate("""() => {
      const kind = document.getElementById("instrument");
      kind.value = "duration";
      kind.dispatchEvent(new Event("change", { bubbles: true }));
      document.getElementById("text").focus();
      return document.activeElement.id !== "text";
    }""")
    assert was_held
    page.sees(button("Start"))
    page.writes(field("What did you see?"), "It takes words again.")
    assert page.value_of(field("What did you see?")) == "It takes words again."


@pytest.mark.parametrize(
    ("hand", "side", "last"), [("Right", "right", "Finish meeting"), ("Left", "left", "Save draft")]
)
def test_buttons_are_reached_as_they_stand_and_stand_on_the_side_of_the_hand(
    page: PlaywrightPage, hand: str, side: str, last: str
) -> None:
    page.tab.set_viewport_size({"width": 820, "height": 1180})
    page.goes_to("/tablet/settings")
    Observer(Tablet(page)).chooses(hand)
    page.taps(button("Save settings"))
    page.sees(heading("Today"))
    Tablet(page).opens_pupil("Amina Yusuf")
    page.taps(link("New parent meeting"))
    page.sees(button("Finish meeting"))
    bar = page.tab.locator(".form-bar button")
    names = bar.all_inner_texts()
    first, second = (float(one.evaluate("one => one.getBoundingClientRect().left")) for one in bar.all())
    assert names[-1] == last
    assert first < second
    assert ("left" if first + second < 600 else "right") == side
    samples(page)
    page.sees(button("Yes"))
    assert page.tab.evaluate(ORDER)
    assert page.tab.locator(".answer-button").all_inner_texts()[0 if side == "left" else -1] == "Yes"
