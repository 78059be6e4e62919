"""A meeting with parents while the tablet dies: words and strokes are there again, and arrive."""

from tests.e2e.actors.parents import adds_signature, kept_as_draft, signs_with_the_mouse, strokes
from tests.e2e.actors.record import Record
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import Wire
from tests.e2e.engines.chromium import ChromiumProfile
from tests.e2e.engines.parts import button, field, heading, link


def test_a_signature_on_the_glass_survives_a_killed_browser(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, record: Record
) -> None:
    said = "Killed while the ink was wet."
    wire.is_cut()
    tablet.opens_pupil("Leo Hart")
    tablet.page.taps(link("New parent meeting"))
    tablet.page.writes(field("Purpose"), "Concern")
    tablet.page.writes(field("What we discussed"), said)
    adds_signature(tablet.page, "Anne Hart", "Mother")
    with kept_as_draft(tablet.page, '"strokes":[[['):
        signs_with_the_mouse(tablet.page)
    drawn = strokes(tablet.page)
    profile.is_killed()

    again = Tablet(profile.starts()).reopens()
    again.opens_pupil("Leo Hart")
    again.page.taps(link("Continue draft"))
    again.page.sees(heading("New parent meeting"))
    assert strokes(again.page) == drawn != ""
    again.page.taps(button("Finish meeting"))
    again.shows_first(said, "Waiting")
    wire.is_mended()
    again.comes_back()
    record.holds_once(said, kind="parent_meetings")


def test_a_meeting_kept_as_a_draft_offline_survives_a_killed_browser(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, record: Record
) -> None:
    said = "Kept as a draft, then the battery died."
    wire.is_cut()
    tablet.opens_pupil("Leo Hart")
    tablet.page.taps(link("New parent meeting"))
    tablet.page.writes(field("Purpose"), "Concern")
    tablet.page.writes(field("What we discussed"), said)
    tablet.page.taps(button("Save draft"))
    tablet.page.sees(heading("Leo Hart"))
    profile.is_killed()

    again = Tablet(profile.starts()).reopens()
    again.opens_pupil("Leo Hart")
    again.page.taps(link("Continue draft"))
    assert again.page.value_of(field("What we discussed")) == said
    again.page.taps(button("Finish meeting"))
    wire.is_mended()
    again.comes_back()
    assert [row["body"]["finished"] for row in record.notes_with(said, kind="parent_meetings")] == [True]
