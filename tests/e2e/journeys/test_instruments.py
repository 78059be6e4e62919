"""Every instrument in one hand: few taps, saved without a server, and in the record as docs/instruments.md says."""

from datetime import datetime

import pytest

from tests.e2e.actors.observer import Observer, measures_of
from tests.e2e.actors.record import Record
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.browsers import PlaywrightBrowsers
from tests.e2e.engines.parts import MAIN, Part, button, field, heading, link

WORDS = field("What did you see?")


@pytest.mark.gate
def test_what_counts_and_times_without_a_server_reaches_the_record_with_every_moment(
    tablet: Tablet, server: Server, record: Record
) -> None:
    observer, page = Observer(tablet.begins("ta@demo.school", "Blue 3")), tablet.page
    server.is_killed()
    observer.begins("frequency")
    page.writes(field("Behaviour"), "Hums to herself")
    observer.counts(3)
    page.taps(button("Undo last tap"))
    assert observer.count() == "2"
    observer.saves()

    observer.begins("duration")
    page.writes(field("Behaviour"), "Stays at the table")
    page.taps(button("Instruction given"))
    for _ in range(2):
        page.taps(button("Start"))
        page.taps(button("Stop"))
    observer.saves()

    observer.begins("time_sample")
    page.writes(field("Behaviour"), "Looks out of the window")
    page.writes(field("Seconds of an interval"), "1")
    page.writes(field("How many intervals"), "2")
    page.chooses(field("What counts as yes"), "Partial: seen at all in the interval")
    page.taps(button("Start"))
    page.taps(button("Yes"))
    page.taps(button("All blank ones: no"))
    observer.saves()
    tablet.says("3 waiting")

    server.starts_again()
    tablet.comes_back()
    count = measures_of(record, "Hums to herself")
    assert count["count"] == 2 == len(count["taps"])
    assert count["taps"] == sorted(count["taps"])
    assert count["began_at"] <= count["taps"][0]
    assert count["observed_for_s"] > 0
    sample = measures_of(record, "Looks out of the window")
    assert sorted(sample["behaviours"][0]["intervals"]) == [False, True]
    assert (sample["interval_s"], sample["rule"]) == (1, "partial")
    timed = measures_of(record, "Stays at the table")
    assert len(timed["spells"]) == 2
    assert timed["latency_s"] >= 0
    assert abs(timed["total_s"] - sum(seconds(spell) for spell in timed["spells"])) <= 0.1


def seconds(spell: dict[str, str]) -> float:
    """How long one spell lasted."""
    return (datetime.fromisoformat(spell["stop"]) - datetime.fromisoformat(spell["start"])).total_seconds()


def test_the_other_kinds_are_saved_without_a_server_and_arrive_as_the_page_of_instruments_says(
    chromium: PlaywrightBrowsers, server: Server, record: Record
) -> None:
    tablet = Tablet(chromium.opens(server.site)).begins("ta@demo.school", "Blue 3")
    observer, page = Observer(tablet), tablet.page
    server.is_killed()

    observer.begins("abc")
    observer.chooses("Asked to wait")
    observer.chooses("Calling out")
    page.writes(field("What came of it, in your own words"), "Was asked again, calmly")
    observer.chooses("2")
    page.writes(field("Minutes"), "1")
    page.writes(field("Seconds"), "30")
    page.writes(WORDS, "Kind: abc")
    observer.saves()

    observer.begins("scale")
    page.chooses(field("Scale"), "Engagement model")
    page.sees(Part("group", "Persistence"))
    tablet.tab.get_by_role("group", name="Persistence").get_by_label("3 Mostly sustained").click()
    page.writes(WORDS, "Kind: scale")
    observer.saves()

    observer.begins("target")
    tablet.tab.get_by_label("Outcome", exact=True).select_option(index=1)
    observer.chooses("Gesture")
    for name in ("Right", "Right", "Not yet", "Right"):
        page.taps(button(name))
    page.taps(button("Undo last trial"))
    observer.chooses("+1 More than expected")
    page.writes(WORDS, "Kind: target")
    observer.saves()

    observer.begins("session")
    page.writes(field("Provision"), "Precision teaching")
    page.writes(field("Planned minutes"), "15")
    page.writes(field("Delivered minutes"), "10")
    page.writes(WORDS, "Kind: session")
    observer.saves()

    server.starts_again()
    tablet.comes_back()
    assert measures_of(record, "Kind: abc") == {
        "antecedent": {"chosen": ["Asked to wait"], "text": ""},
        "behaviour": {"chosen": ["Calling out"], "text": ""},
        "consequence": {"chosen": [], "text": "Was asked again, calmly"},
        "intensity": 2,
        "duration_s": 90,
    }
    assert measures_of(record, "Kind: scale") == {"scale": "engagement", "scores": {"persistence": 3}}
    target = measures_of(record, "Kind: target")
    assert (target["help"], target["trials_right"], target["trials_given"], target["attainment"]) == (
        "gesture",
        2,
        3,
        1,
    )
    assert measures_of(record, "Kind: session") == {
        "provision": "Precision teaching",
        "planned_minutes": 15,
        "delivered_minutes": 10,
        "present": True,
    }


def test_from_unlock_a_count_takes_five_taps_and_a_narrative_three_and_the_words(
    chromium: PlaywrightBrowsers, open_school: Server, open_record: Record
) -> None:
    page = chromium.opens(open_school.site)
    tablet = Tablet(page).begins("ta@demo.school", "Thumb")
    tablet.locks()
    tablet.unlocks()
    page.sees(heading("Today"))
    taps = 0

    def tap(part: Part) -> None:
        nonlocal taps
        page.taps(part)
        taps += 1

    tap(link("Leo Hart"))
    tap(link("Count"))
    tap(button("+1"))
    tap(button("+1"))
    tap(button("Save observation"))
    page.sees(Part("status", "Done"), "Saved on this tablet.")
    assert taps <= 5
    tablet.opens_today()
    taps, text = 0, "Three taps: hung up his coat."
    tap(link("Leo Hart"))
    tap(link("New observation"))
    page.sees(heading("New observation"))
    page.tab.keyboard.type(text)
    tap(button("Save observation"))
    tablet.shows_first(text, "Synced")
    assert taps <= 3
    open_record.holds_once(text)


def test_the_last_note_is_repeated_by_one_tap_and_a_phrase_stands_where_the_caret_is(
    chromium: PlaywrightBrowsers, open_school: Server, open_record: Record
) -> None:
    page = chromium.opens(open_school.site)
    tablet = Tablet(page).begins("ta@demo.school", "Repeat")
    observer = Observer(tablet)
    observer.begins("frequency", "Leo Hart")
    page.taps(button("Calling out"))
    page.writes(field("Setting"), "Carpet time")
    observer.counts(1)
    observer.saves("Leo Hart")
    page.taps(link("Repeat last: Frequency"))
    page.sees(heading("New observation"))
    assert page.value_of(field("Behaviour")) == "Calling out"
    assert page.value_of(field("Setting")) == "Carpet time"
    assert observer.count() == "0"
    page.writes(WORDS, "At first, then again. Repeat.")
    page.tab.evaluate("document.getElementById('text').setSelectionRange(9, 9)")
    page.taps(button("Asked for help."))
    assert page.value_of(WORDS) == "At first, Asked for help. then again. Repeat."
    observer.saves("Leo Hart")
    assert measures_of(open_record, "then again. Repeat.", "Leo Hart")["behaviour"] == "Calling out"


def test_choosing_another_kind_keeps_what_was_typed_and_counted(
    chromium: PlaywrightBrowsers, open_school: Server
) -> None:
    page = chromium.opens(open_school.site)
    observer = Observer(Tablet(page).begins("ta@demo.school", "Kinds"))
    observer.begins("frequency")
    observer.counts(4)
    page.writes(WORDS, "Kept from kind to kind.")
    page.chooses(field("Kind of observation"), "Duration")
    page.sees(button("Start"))
    assert page.value_of(WORDS) == "Kept from kind to kind."
    page.chooses(field("Kind of observation"), "Frequency")
    page.sees(button("+1"))
    assert observer.count() == "4"
    page.taps(button("Undo last tap"))
    assert observer.count() == "3"


def test_a_group_gets_one_note_each_with_one_group_id(
    chromium: PlaywrightBrowsers, open_school: Server, open_record: Record
) -> None:
    page = chromium.opens(open_school.site)
    tablet = Tablet(page).begins("ta@demo.school", "Group")
    tablet.begins_observation("Amina Yusuf", "Group: built the bridge together.")
    page.tab.get_by_text("Also for other pupils").click()
    page.tab.get_by_label("Leo Hart").check()
    tablet.taps_save()
    page.sees(heading("Amina Yusuf"))
    tablet.comes_back()
    both = [
        (row["body"]["pupil_id"], row["body"]["group_id"])
        for row in open_record.notes_with("Group: built the bridge together.")
    ]
    names = {open_record.pupil_id(name) for name in ("Amina Yusuf", "Leo Hart")}
    assert {pupil for pupil, _ in both} == names
    assert len(both) == 2
    assert len({group for _, group in both}) == 1
    assert both[0][1]


def test_what_cannot_be_is_said_beside_the_field_and_nothing_typed_is_lost(
    chromium: PlaywrightBrowsers, open_school: Server
) -> None:
    page = chromium.opens(open_school.site)
    tablet = Tablet(page).begins("ta@demo.school", "Bad input")
    observer = Observer(tablet)
    observer.begins("frequency")
    page.writes(field("Count"), "10001")
    tablet.taps_save()
    tablet.sees_problem("Count is a whole number from 0 to 10,000")
    assert observer.count() == "10001"
    observer.begins("duration")
    page.tab.get_by_text("Timed it by the clock?").click()
    page.writes(field("Began at"), "10:20")
    page.writes(field("Ended at"), "10:10")
    tablet.taps_save()
    tablet.sees_problem("It cannot end before it began")
    assert page.value_of(field("Ended at")) == "10:10"
    observer.begins("target")
    page.writes(field("Trials right"), "6")
    page.writes(field("Trials given"), "5")
    tablet.taps_save()
    tablet.sees_problem("There cannot be more right than were given")
    observer.begins("time_sample")
    page.writes(field("Behaviour"), "Looks up")
    tablet.taps_save()
    tablet.sees_problem("Start the timer and answer at least one interval")
    page.sees(MAIN, "How to sample")
    assert page.value_of(field("Behaviour")) == "Looks up"
