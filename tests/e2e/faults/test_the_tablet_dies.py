"""The browser killed, its worker or its store pulled from under it: what was shown as saved is there, and arrives."""

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import Wire
from tests.e2e.engines.chromium import ChromiumProfile
from tests.e2e.engines.parts import button, field, heading, link

# Closes each database's connection once, at its next use and behind the worker's back, as WebKit does.
LOSE_HANDLES = """() => {
  const original = IDBDatabase.prototype.transaction;
  self.lostHandles = new Set();
  IDBDatabase.prototype.transaction = function (...order) {
    if (!self.lostHandles.has(this.name)) {
      self.lostHandles.add(this.name);
      this.close();
    }
    return original.apply(this, order);
  };
}"""

# Answers nobody for longer than a page waits for it.
BE_BUSY = """() => setTimeout(() => {
  const begun = Date.now();
  while (Date.now() - begun < 4000);
})"""

ROOM_BYTES = 15_000


@pytest.mark.parametrize("round", [pytest.param(0, marks=pytest.mark.gate), 1, 2])
def test_a_browser_killed_right_after_the_tap_on_save_still_has_the_note(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, record: Record, round: int
) -> None:
    text = f"Killed at once {round}: carried the register to the office."
    wire.is_cut()
    tablet.begins_observation("Amina Yusuf", text)
    tablet.is_told_that_it_is_saved(tablet.taps_save)
    profile.is_killed()

    again = Tablet(profile.starts()).reopens()
    again.opens_pupil("Amina Yusuf")
    again.shows_first(text, "Waiting")
    wire.is_mended()
    again.comes_back()
    record.holds_once(text)


@pytest.mark.gate
def test_a_draft_survives_a_killed_browser(tablet: Tablet, profile: ChromiumProfile, wire: Wire) -> None:
    text = "Half a sentence about the sand tr"
    wire.is_cut()
    tablet.begins_observation("Leo Hart", text)
    tablet.sees_draft_kept()
    profile.is_killed()

    again = Tablet(profile.starts()).reopens()
    again.opens_pupil("Leo Hart")
    again.page.taps(link("Continue draft"))
    again.page.sees(heading("New observation"))
    assert again.page.value_of(field("What did you see?")) == text


@pytest.mark.gate
def test_a_worker_killed_between_two_requests_is_not_missed(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, record: Record
) -> None:
    protocol = profile.protocol()
    protocol.send("ServiceWorker.enable")
    wire.is_cut()
    text = "Worker gone: asked to be first."
    tablet.begins_observation("Amina Yusuf", text)
    protocol.send("ServiceWorker.stopAllWorkers")
    tablet.taps_save()
    tablet.shows_first(text, "Waiting")
    protocol.send("ServiceWorker.stopAllWorkers")
    wire.is_mended()
    tablet.comes_back()
    record.holds_once(text)


@pytest.mark.gate
def test_a_database_handle_that_died_is_opened_again_and_nothing_is_lost(
    tablet: Tablet, profile: ChromiumProfile, record: Record
) -> None:
    text = "Dead handle: shared the blue pencil."
    tablet.begins_observation("Amina Yusuf", text)
    worker = profile.worker()
    worker.evaluate(LOSE_HANDLES)
    tablet.taps_save()
    tablet.sees_note(text)
    assert worker.evaluate("() => self.lostHandles.size") > 0
    tablet.comes_back()
    record.holds_once(text)


@pytest.mark.gate
def test_a_full_tablet_says_so_keeps_the_words_on_the_screen_and_saves_them_once_there_is_room(
    tablet: Tablet, profile: ChromiumProfile, record: Record
) -> None:
    text = ("Full: " + "a very long note about a very long morning. " * 430).strip()
    # Chromium remembers for half a minute that there was room: only a fresh start feels the new limit, where opening
    # had nothing to write, as that the jotter is locked now. There is room to unlock, and not for the note.
    tablet.locks()
    profile.closes()
    tablet = Tablet(profile.starts())
    tablet.opens()
    protocol = profile.protocol()
    used = tablet.tab.evaluate("async () => (await navigator.storage.estimate()).usage")
    protocol.send("Storage.overrideQuotaForOrigin", {"origin": profile.site, "quotaSize": used + ROOM_BYTES})
    tablet.unlocks()
    tablet.begins_observation("Amina Yusuf", text)
    tablet.taps_save()
    tablet.sees_problem("this tablet is full")
    assert tablet.page.value_of(field("What did you see?")) == text
    record.holds_nothing_with(text)

    protocol.send("Storage.overrideQuotaForOrigin", {"origin": profile.site})
    tablet.taps_save()
    tablet.sees_note(text)
    tablet.comes_back()
    record.holds_once(text)


@pytest.mark.gate
def test_a_form_that_the_worker_does_not_answer_says_so_and_is_saved_once_at_the_next_tap(
    tablet: Tablet, profile: ChromiumProfile, record: Record
) -> None:
    text = "Worker busy: took his coat off by himself."
    tablet.begins_observation("Amina Yusuf", text)
    tablet.sees_draft_kept()
    profile.worker().evaluate(BE_BUSY)
    tablet.taps_save()
    tablet.sees_problem("Not confirmed within 3 seconds")
    assert tablet.page.value_of(field("What did you see?")) == text

    tablet.taps_save()
    tablet.sees_note(text)
    tablet.comes_back()
    record.holds_once(text)


def test_what_is_saved_does_not_depend_on_who_answers_requests(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, record: Record
) -> None:
    text = "Not controlled: found the page by himself."
    protocol = profile.protocol()
    protocol.send("Network.enable")
    tablet.begins_observation("Amina Yusuf", text)
    wire.is_cut()
    protocol.send("Network.setBypassServiceWorker", {"bypass": True})
    tablet.is_told_that_it_is_saved(tablet.taps_save)

    other = Tablet(profile.opens_tab())
    other.opens_pupil("Amina Yusuf")
    other.shows_first(text, "Waiting")
    wire.is_mended()
    other.comes_back()
    record.holds_once(text)


def test_a_hard_reload_leads_back_to_the_worker_and_the_draft(tablet: Tablet, profile: ChromiumProfile) -> None:
    text = "Hard reload: looked for his peg."
    tablet.begins_observation("Amina Yusuf", text)
    tablet.sees_draft_kept()
    profile.protocol().send("Page.reload", {"ignoreCache": True})
    tablet.page.sees(button("Save observation"))
    tablet.opens_pupil("Amina Yusuf")
    tablet.page.taps(link("Continue draft"))
    tablet.page.sees(heading("New observation"))
    assert tablet.page.value_of(field("What did you see?")) == text
