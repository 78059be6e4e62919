"""What people paste survives the whole way, and is shown as text: markup, emoji, right-to-left, 20,000 characters."""

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import button, field, heading, link, note_with, region

HEAD = "Bad input {name}: "
MARKUP = (
    '<script>document.title = "stolen"</script><img src=x onerror=alert(1)> '
    "&amp; {{ 7 * 7 }} {% raw %} \"quoted\" 'too'"
)
TEXTS = {
    "markup": MARKUP,
    "emoji": "She drew 👩🏽‍🦽 next to 🏴󠁧󠁢󠁥󠁮󠁧󠁿 and said “naïve café”; then e\u0301 and \u00e9.",
    "right to left": "أمينة قرأت الصفحة كلها، ثم قالت: ‏«انتهيت»! עברית (1) <- abc",
    "lines": "first line\n\n    indented third\n\ttabbed\nlast",
    "long": "x" * 9_900 + " middle " + "ÿ" * 10_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_any_text_reaches_the_desk_as_it_was_typed_and_is_shown_as_text(
    chromium: PlaywrightBrowsers, open_school: Server, open_record: Record, name: str
) -> None:
    head = HEAD.format(name=name)
    text = head + TEXTS[name]
    tablet = Tablet(chromium.opens(open_school.site)).begins("ta@demo.school", f"Bad {name}")
    tablet.records_observation("Amina Yusuf", text)
    tablet.shows_first(head, "Synced")
    (note,) = open_record.notes_with(head)
    assert note["body"]["text"] == text

    desk = chromium.opens(open_school.site)
    Senco(desk).signs_in().opens_note("Amina Yusuf", head)
    desk.sees(note_with(head), text[-40:])
    shown = desk.one_of(note_with(head)).locator(".note-text")
    assert shown.evaluate("(place) => place.textContent") == text
    assert desk.tab.locator("article script, article img").count() == 0
    assert desk.tab.title() != "stolen"


def test_text_past_the_limit_is_refused_beside_the_field_and_stays_in_it(
    chromium: PlaywrightBrowsers, open_school: Server
) -> None:
    text = "y" * 20_001
    tablet = Tablet(chromium.opens(open_school.site)).begins("ta@demo.school", "Too long")
    tablet.begins_observation("Amina Yusuf", text)
    tablet.taps_save()
    tablet.sees_problem("20,001 characters")
    assert tablet.page.value_of(field("What did you see?")) == text


def test_a_meeting_s_actions_survive_markup_and_right_to_left(
    chromium: PlaywrightBrowsers, open_school: Server, open_record: Record
) -> None:
    page = chromium.opens(open_school.site)
    tablet = Tablet(page).begins("ta@demo.school", "Bad meeting")
    tablet.opens_pupil("Leo Hart")
    page.taps(link("New parent meeting"))
    page.writes(field("Purpose"), MARKUP)
    page.writes(field("What we discussed"), f"Bad meeting: {MARKUP}")
    page.writes(field("People present"), 'Ali <b>"Hart"</b>, father\nדינה, אם')
    page.taps(button("Add action"))
    page.writes(field("Action"), MARKUP)
    page.writes(field("Who"), "דינה")
    page.taps(button("Finish meeting"))
    page.sees(heading("Leo Hart"))
    page.sees(region("Recent notes"), MARKUP)
    tablet.is_all_synced()
    open_record.holds_once("Bad meeting: ", kind="parent_meetings")
    (meeting,) = open_record.notes_with("Bad meeting: ", "parent_meetings")
    (action,) = meeting["body"]["actions"]
    assert (action["text"], action["owner"]) == (MARKUP, "דינה")
    assert [one["name"] for one in meeting["body"]["present"]] == ['Ali <b>"Hart"</b>', "דינה"]
