"""In every engine: a tab that dies in mid-sentence, and a tablet that changes hands."""

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.parts import MAIN, field, heading, link

pytestmark = pytest.mark.gate(engines="all")


def test_a_draft_survives_the_tab_it_was_typed_in(tablet: Tablet, server: Server) -> None:
    text = "Half a sentence about the sand tr"
    tablet.begins("ta@demo.school", "Blue 3")
    server.stops()
    tablet.begins_observation("Leo Hart", text)
    tablet.sees_draft_kept()
    tablet.page.loses_its_tab()
    tablet.opens()
    # On a slow machine the grace of a closed page may have run out.
    if tablet.page.sees_either(heading("Today"), heading("Unlock")) == heading("Unlock"):
        tablet.unlocks()
    tablet.opens_pupil("Leo Hart")
    tablet.page.taps(link("Continue draft"))
    tablet.page.sees(heading("New observation"))
    assert tablet.page.value_of(field("What did you see?")) == text


def test_a_second_person_sends_what_the_first_one_wrote_and_neither_opens_the_other_s_jotter(
    tablet: Tablet, server: Server, record: Record
) -> None:
    text = "Before the tablet changed hands: hummed while he was painting."
    tablet.begins("ta@demo.school", "Blue 3")
    server.stops()
    tablet.records_observation("Amina Yusuf", text)
    tablet.locks()
    server.starts_again()

    tablet.page.taps(link("Someone else"))
    tablet.page.taps(link("Sign in"))
    tablet.fills_in_the_door("ta2@demo.school")
    second = Tablet(tablet.page, passcode="seven blue kettles")
    second.joins()
    second.sees_pupils("Leo Hart", "Grace Osei")
    second.page.misses(link("Amina Yusuf"))
    second.is_all_synced()
    record.holds_once(text)
    (note,) = record.notes_with(text)
    assert note["author_id"] == record.person_id("ta@demo.school")

    second.locks()
    second.is_somebody_else("Kelly Brennan")
    second.tries(second.passcode)
    second.page.sees(MAIN, "That is not the passcode")
    tablet.unlocks()
    tablet.sees_pupils("Amina Yusuf")
