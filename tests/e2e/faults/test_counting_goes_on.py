"""A count, a stopwatch and a time sample go on through a reload, a lock, a killed tab and a killed browser."""

from tests.e2e.actors.observer import Observer, measures_of
from tests.e2e.actors.record import Record
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import Wire
from tests.e2e.engines.chromium import ChromiumProfile
from tests.e2e.engines.parts import button, field, heading, link


def test_a_reload_right_after_a_tap_loses_no_tap(tablet: Tablet, profile: ChromiumProfile) -> None:
    observer = Observer(tablet)
    observer.begins("frequency")
    for taps in range(1, 6):
        observer.counts(1)
        tablet.page.reloads()
        tablet.page.sees(heading("New observation"))
        assert observer.count() == str(taps)


def test_a_tab_killed_right_after_a_tap_loses_no_tap(tablet: Tablet, profile: ChromiumProfile, wire: Wire) -> None:
    wire.is_cut()
    observer = Observer(tablet)
    observer.begins("frequency")
    observer.counts(7)
    tab = profile.opens_tab()
    tablet.tab.close()
    again = Observer(Tablet(tab))
    again.continues_draft()
    assert again.count() == "7"
    tab.taps(button("Undo last tap"))
    assert again.count() == "6"


def test_a_stopwatch_runs_on_while_the_jotter_is_locked(
    tablet: Tablet, profile: ChromiumProfile, server: Server, wire: Wire
) -> None:
    observer = Observer(tablet)
    observer.begins("duration")
    tablet.page.writes(field("Behaviour"), "Locked meanwhile")
    tablet.page.taps(button("Start"))
    tablet.locks()
    tablet.unlocks()
    observer.continues_draft()
    tablet.page.sees(button("Stop"))
    assert observer.face() != "0:00.0"
    observer.saves()
    tablet.comes_back()
    assert measures_of(Record(server.database), "Locked meanwhile")["total_s"] > 0


def test_a_browser_killed_in_the_middle_of_a_count_goes_on_where_it_was(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, server: Server
) -> None:
    wire.is_cut()
    observer = Observer(tablet)
    observer.begins("frequency")
    tablet.page.writes(field("Behaviour"), "Killed meanwhile")
    tablet.sees_draft_kept()
    observer.counts(3)
    # As soon as the worker answers anything, before which it keeps what was tapped: a draft that waits for a pause in
    # the typing would not be kept by then. Sooner, what the last tap began may not have reached the disk.
    assert tablet.tab.evaluate("() => fetch('/tablet/').then((answer) => answer.ok)")
    profile.is_killed()

    tablet = Tablet(profile.starts()).reopens()
    observer = Observer(tablet)
    observer.continues_draft()
    assert observer.count() == "3"
    observer.counts(2)
    observer.saves()
    wire.is_mended()
    tablet.comes_back()
    measures = measures_of(Record(server.database), "Killed meanwhile")
    assert measures["count"] == 5 == len(measures["taps"])


def test_a_time_sample_is_continued_in_the_interval_that_is_on(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire
) -> None:
    observer, page = Observer(tablet), tablet.page
    tablet.has_pulled()
    # Of whom this person has no sample, so that the form offers none of its behaviours. Which sample is the last of any
    # other pupil depends on the tests that used the same server before.
    observer.begins("time_sample", "Freya Hollins")
    page.writes(field("Behaviour"), "Waits")
    page.chooses(field("What counts as yes"), "Partial: seen at all in the interval")
    page.writes(field("Seconds of an interval"), "600")
    page.taps(button("Start"))
    page.taps(button("Yes"))
    page.reloads()
    page.sees(heading("New observation"))
    tablet.tab.get_by_text("Interval 1 of 20").wait_for()
    page.sees(button("Interval 1: yes"))
    tablet.opens_pupil("Freya Hollins")
    page.sees(link("Continue draft"))
