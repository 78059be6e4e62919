"""The main job: what is written without a network reaches the SENCO, once and intact, and the answer comes back."""

from datetime import date, timedelta

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import AgreedAction, Meeting, Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import MAIN, button, field, heading, link, region

NOTE = (
    "Amina put her hand up and asked Mrs Patel for the word bank. She waited, said thank you and went back to her "
    "sentence without being told."
)
TODAY = date.today()
MEETING = Meeting(
    held_on=TODAY.isoformat(),
    present="Fatima Yusuf, mother\nPriya Shah, teaching assistant",
    parent_view="Amina talks about school at home now, which is new.",
    child_view="I like it when I know what comes next.",
    discussion="We looked at the word bank and agreed that the visual timetable stays on her desk.",
    actions=(
        AgreedAction("Send a copy of the word bank home", "Priya Shah", (TODAY + timedelta(days=7)).isoformat()),
        AgreedAction("Use the same now-and-next board at bedtime", "Fatima Yusuf", ""),
    ),
    next_meeting=(TODAY + timedelta(days=40)).isoformat(),
)


@pytest.mark.gate(engines="all")
def test_notes_and_a_meeting_written_offline_reach_the_senco_and_her_question_comes_back_answered(
    tablet: Tablet, server: Server, record: Record, senco: Senco
) -> None:
    tablet.begins("ta@demo.school", "Blue 3")
    tablet.sees_pupils("Amina Yusuf", "Leo Hart")

    server.stops()
    tablet.records_observation("Amina Yusuf", NOTE, setting="Whole class")
    tablet.shows_first(NOTE, "Waiting")
    tablet.holds_meeting("Amina Yusuf", MEETING)
    tablet.shows_first(MEETING.discussion, "Waiting")
    tablet.says("2 waiting")
    tablet.says("Offline")

    server.starts_again()
    tablet.comes_back()
    tablet.opens_pupil("Amina Yusuf")
    tablet.sees_note(NOTE, "Synced")
    tablet.sees_note(MEETING.discussion, "Synced")
    record.holds_once(NOTE)
    record.holds_once(MEETING.discussion, kind="parent_meetings")

    senco.sees_observation("Amina Yusuf", NOTE, "Whole class")
    senco.asks(NOTE, "Did she ask by herself, or was she prompted?")
    actions = [action.text for action in MEETING.actions]
    senco.sees_meeting("Amina Yusuf", MEETING.discussion, "Fatima Yusuf", MEETING.parent_view, *actions)
    senco.marks_as_reviewed(MEETING.discussion)

    tablet.answers_question("Did she ask by herself", "By herself. I was at the other table.")
    tablet.is_all_synced()
    senco.sees_answer("Amina Yusuf", NOTE, "By herself. I was at the other table.")


def test_a_page_that_nobody_touches_asks_for_news_every_thirty_seconds(
    chromium: PlaywrightBrowsers, server: Server
) -> None:
    page = chromium.opens(server.site)
    tablet = Tablet(page).begins("ta@demo.school", "Blue 3")
    tablet.records_observation("Amina Yusuf", NOTE)
    tablet.is_all_synced()
    page.tab.clock.install()
    tablet.opens_today()
    tablet.is_all_synced()
    question = "Did she ask by herself?"
    Senco(chromium.opens(server.site)).signs_in().asks(NOTE, question)
    assert question not in page.text_of(MAIN)
    page.tab.clock.fast_forward("00:31")
    page.sees(MAIN, question)


@pytest.mark.gate
def test_every_page_of_the_tablet_opens_cold_with_the_server_gone(tablet: Tablet, server: Server) -> None:
    tablet.begins("ta@demo.school", "Blue 3")
    tablet.opens_pupil("Leo Hart")
    pupil = tablet.page.path
    server.stops()
    for path, title in {
        "/tablet/": "Today",
        pupil: "Leo Hart",
        f"{pupil}/observations/new": "New observation",
        f"{pupil}/meetings/new": "New parent meeting",
        "/tablet/outbox": "Outbox",
        "/tablet/sign-out": "Sign out",
    }.items():
        tablet.opens(path)
        tablet.page.sees(heading(title))
    tablet.says("Offline")


@pytest.mark.gate
def test_a_half_written_meeting_is_kept_as_a_draft_and_finished_later_offline(tablet: Tablet, server: Server) -> None:
    tablet.begins("ta@demo.school", "Blue 3")
    server.stops()
    tablet.opens_pupil("Amina Yusuf")
    tablet.page.taps(link("New parent meeting"))
    tablet.fills_in_meeting(MEETING)
    tablet.page.taps(button("Save draft"))
    tablet.page.sees(heading("Amina Yusuf"))
    tablet.opens_pupil("Amina Yusuf")
    tablet.page.taps(link("Continue draft"))
    tablet.page.sees(heading("New parent meeting"))
    assert tablet.page.value_of(field("Action", nth=1)) == MEETING.actions[1].text
    assert tablet.page.value_of(field("What we discussed")) == MEETING.discussion
    tablet.page.taps(button("Finish meeting"))
    tablet.shows_first(MEETING.discussion, "Waiting")
    tablet.page.sees(region("Recent notes"), MEETING.actions[0].text)
