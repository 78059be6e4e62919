"""Two tabs of one build, pages and entries of an older one: nothing is sent twice, left behind or reloaded away."""

import threading
from pathlib import Path

import pytest

from tests.e2e.actors import builds
from tests.e2e.actors.builds import WORKER
from tests.e2e.actors.record import Record
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import SYNC, Answer, Exchange, Wire, cuts
from tests.e2e.engines.chromium import ChromiumProfile
from tests.e2e.engines.parts import button, field, heading, link

NEW, OLD = "f00dfeed01", "0ldbu11d01"
WHO_ANSWERS = "async () => (await fetch('/tablet/outbox')).headers.get('X-Jotter-Worker')"


def test_two_open_tabs_send_a_note_once(tablet: Tablet, profile: ChromiumProfile, wire: Wire, record: Record) -> None:
    text = "Two tabs: zipped her coat."
    other = Tablet(profile.opens_tab())
    wire.is_cut()
    tablet.records_observation("Amina Yusuf", text)
    tablet.opens_outbox()
    other.opens_outbox()
    is_tapped = threading.Event()

    def takes_its_time(exchange: Exchange) -> Answer:
        is_tapped.wait(20)
        return exchange.passes_on()

    wire.is_mended()
    wire.misbehaves(SYNC, takes_its_time, carrying=text)
    for one in (tablet, other, tablet, other):
        one.page.taps(button("Sync now"))
    is_tapped.set()
    tablet.is_all_synced()
    other.is_all_synced()
    record.holds_once(text)
    # Whatever was tried before the network was mended was cut.
    arrived = [sync for sync in wire.syncs_with(text) if sync.answered]
    assert len(arrived) == 1, "one sync at a time, and the outbox read again inside the lock"


@pytest.mark.gate
def test_the_same_form_saved_from_two_tabs_is_one_note(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, record: Record
) -> None:
    text = "One form twice: sorted the buttons by size."
    tablet.begins_observation("Amina Yusuf", text)
    tablet.sees_draft_kept()
    other = Tablet(profile.opens_tab())
    other.opens_pupil("Amina Yusuf")
    other.page.taps(link("Continue draft"))
    other.page.sees(heading("New observation"))
    tablet.taps_save()
    tablet.sees_note(text)
    other.taps_save()
    other.sees_note(text)
    other.comes_back()
    record.holds_once(text)


@pytest.mark.gate
def test_a_new_build_waits_for_the_person_and_takes_no_draft_away(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire
) -> None:
    text = "New build: half a note about the assembly"
    tablet.begins_observation("Amina Yusuf", text)
    tablet.sees_draft_kept()
    wire.misbehaves(WORKER, builds.as_version(NEW))
    Tablet(profile.opens_tab()).opens_today()  # whose opening makes the browser look for a new worker
    tablet.page.sees(button("Update"))
    assert tablet.page.value_of(field("What did you see?")) == text
    assert tablet.tab.evaluate(WHO_ANSWERS) == builds.present_version()

    with tablet.tab.expect_navigation():
        tablet.page.taps(button("Update"))
    assert tablet.tab.evaluate(WHO_ANSWERS) == NEW
    tablet.opens_pupil("Amina Yusuf")
    tablet.page.taps(link("Continue draft"))
    tablet.page.sees(heading("New observation"))
    assert tablet.page.value_of(field("What did you see?")) == text


def test_a_build_with_another_store_never_takes_over_while_a_page_of_the_old_one_is_open(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, record: Record, tmp_path: Path
) -> None:
    text = "Newer store: queued before the store was changed."
    newer = builds.from_folder(builds.make_newer_store(tmp_path / "build"))
    wire.misbehaves(WORKER, newer)
    wire.misbehaves("/static/dist/", newer)
    wire.misbehaves(SYNC, cuts)
    tablet.records_observation("Amina Yusuf", text)
    Tablet(profile.opens_tab()).opens_today()
    tablet.page.taps(button("Update"))
    tablet.tab.get_by_text("close every Jotter page and open it again").wait_for()
    assert tablet.tab.evaluate(WHO_ANSWERS) == builds.present_version()

    profile.closes()
    again = Tablet(profile.starts()).reopens()
    again.opens_pupil("Amina Yusuf")
    again.sees_note(text, "Waiting")
    assert again.tab.evaluate(WHO_ANSWERS) != builds.present_version()
    wire.is_mended()
    again.comes_back()
    record.holds_once(text)


@pytest.mark.gate
def test_notes_queued_by_an_older_build_arrive_from_the_newer(
    profile: ChromiumProfile, wire: Wire, record: Record
) -> None:
    text = "Older build: written before the summer."
    wire.misbehaves(WORKER, builds.as_version(OLD))
    old = Tablet(profile.starts()).begins("ta@demo.school", "Blue 3")
    assert old.tab.evaluate(WHO_ANSWERS) == OLD
    wire.is_cut()
    old.records_observation("Amina Yusuf", text)
    profile.closes()

    wire.is_mended()
    new = Tablet(profile.starts()).reopens()
    new.is_all_synced()
    record.holds_once(text)
