"""A meeting with parents: begun on one tablet, finished on another; signed on the glass; ticked off."""

import pytest

from tests.e2e.actors.parents import adds_signature, kept_as_draft, signs_with_a_finger, signs_with_the_mouse, strokes
from tests.e2e.actors.record import Record
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import RECENT_NOTES, Meeting, Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import Part, button, field, heading, link, note_with

TODAY = "2026-11-20"


def a_meeting(discussion: str) -> Meeting:
    """What is typed at the first tablet."""
    return Meeting(TODAY, "Anne Hart, mother, PR", "Mornings are better.", "I like frogs.", discussion)


@pytest.mark.gate
@pytest.mark.parametrize("colleague", ["ta@demo.school", "ta2@demo.school"])
def test_a_meeting_begun_on_one_tablet_is_finished_on_another(
    chromium: PlaywrightBrowsers, open_school: Server, open_record: Record, colleague: str
) -> None:
    first = Tablet(chromium.opens(open_school.site)).begins("ta@demo.school", "One")
    second = Tablet(chromium.opens(open_school.site)).begins(colleague, "Two")
    said = f"First half, for {colleague}."
    first.opens_pupil("Leo Hart")
    first.page.taps(link("New parent meeting"))
    first.fills_in_meeting(a_meeting(said))
    first.page.taps(button("Save draft"))
    first.page.sees(heading("Leo Hart"))
    first.is_all_synced()

    second.taps_sync_now()
    second.is_all_synced()
    second.opens_pupil("Leo Hart")
    second.sees_note(said)
    second.page.taps(link("Continue draft"))
    assert second.page.value_of(field("People present")) == "Anne Hart, mother, PR"
    assert second.page.value_of(field("What we discussed")) == said
    second.page.writes(field("What we discussed"), f"{said} Second half.")
    second.page.taps(button("Finish meeting"))
    second.page.sees(heading("Leo Hart"))
    second.is_all_synced()

    first.taps_sync_now()
    first.is_all_synced()
    first.opens_pupil("Leo Hart")
    first.page.sees(note_with(f"{said} Second half.", within=RECENT_NOTES), said)
    first.page.misses(link("Continue draft"))
    open_record.holds_once(f"{said} Second half.", kind="parent_meetings")


def test_parents_sign_on_the_glass_by_finger_mouse_and_typed_name(
    chromium: PlaywrightBrowsers, open_school: Server
) -> None:
    page = chromium.opens(open_school.site, has_touch=True)
    tablet = Tablet(page).begins("ta@demo.school", "Glass")
    open_school.stops()
    said = "Signed by all three."
    tablet.opens_pupil("Amina Yusuf")
    page.taps(link("New parent meeting"))
    tablet.fills_in_meeting(a_meeting(said))
    adds_signature(page, "Fatima Yusuf", "Mother")
    signs_with_a_finger(page)
    page.sees(Part("main"), "Signed.")
    adds_signature(page, "Omar Yusuf", "Father", row=1)
    assert strokes(page), "the first signature came back with the new line"
    signs_with_the_mouse(page, row=1)
    page.sees(button("Undo stroke", nth=1))
    signs_with_the_mouse(page, row=1)
    page.taps(button("Undo stroke", nth=1))
    page.sees(button("Clear signature", nth=1))
    adds_signature(page, "Rosa Ortiz", "SENCO", row=2)
    with kept_as_draft(page, "&signature_typed="):
        page.taps(field("My typed name stands for my signature", nth=2))
    page.reloads()
    page.sees(heading("New parent meeting"))
    assert [bool(strokes(page, row)) for row in range(3)] == [True, True, False], "a reload loses no stroke"
    page.taps(button("Finish meeting"))
    page.sees(heading("Amina Yusuf"))
    note = note_with(said, within=RECENT_NOTES)
    for name in ("Fatima Yusuf", "Omar Yusuf"):
        drawn = Part("img", f"Signature of {name}", within=note)
        page.sees(drawn)
        path = page.one_of(drawn).locator("path").get_attribute("d") or ""
        assert path.count("M") == 1 and path.count("L") > 5, path
    page.sees(note, "Rosa Ortiz")
    open_school.starts_again()
    tablet.comes_back()
