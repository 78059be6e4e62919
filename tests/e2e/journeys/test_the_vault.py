"""The jotter under its passcode, in every engine: set up, locked, unlocked without a network, and delivered."""

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.parts import MAIN, field, heading, link

# As if the last touch were two minutes ago: less than a lock, more than the minute's grace of a page that was closed.
TOUCHED_LONG_AGO = """async () => {
  const opening = indexedDB.open("jotter-device");
  const db = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
  const tx = db.transaction("unlocked", "readwrite");
  const asking = tx.objectStore("unlocked").getAll();
  asking.onsuccess = () => {
    for (const row of asking.result) tx.objectStore("unlocked").put({ ...row, touched_at: Date.now() - 120000 });
  };
  await new Promise((done) => { tx.oncomplete = done; });
  db.close();
  return asking.result.length;
}"""
NOTE = "Counted the steps to the hall aloud, and smiled at the last one."


@pytest.mark.gate
@pytest.mark.fully_guarded
def test_a_locked_jotter_opens_offline_with_its_passcode_alone_and_what_is_written_then_arrives(
    tablet: Tablet, server: Server, record: Record
) -> None:
    tablet.begins("ta@demo.school", "Blue 3")
    tablet.sees_pupils("Amina Yusuf")
    server.stops()
    tablet.locks()
    tablet.page.misses(link("Amina Yusuf"))
    tablet.tries("not this one")
    tablet.page.sees(MAIN, "That is not the passcode")
    tablet.unlocks()
    tablet.records_observation("Amina Yusuf", NOTE)
    tablet.shows_first(NOTE, "Waiting")

    server.starts_again()
    tablet.comes_back()
    record.holds_once(NOTE)


def test_unlocking_leads_to_the_page_that_was_asked_for(tablet: Tablet) -> None:
    tablet.begins("ta@demo.school", "Blue 3")
    tablet.opens_pupil("Leo Hart")
    pupil = tablet.page.path
    tablet.locks()
    tablet.reopens(f"{pupil}/observations/new")
    tablet.page.sees(heading("New observation"))
    assert tablet.page.path == f"{pupil}/observations/new"


@pytest.mark.gate
def test_words_being_typed_when_the_jotter_is_locked_are_a_draft_afterwards(tablet: Tablet, server: Server) -> None:
    tablet.begins("ta@demo.school", "Blue 3")
    server.stops()
    tablet.begins_observation("Amina Yusuf", "Half a sentence, then the bell")
    tablet.locks()
    tablet.unlocks()
    tablet.page.taps(link("Continue draft"))
    tablet.page.sees(heading("New observation"))
    assert tablet.page.value_of(field("What did you see?")) == "Half a sentence, then the bell"


@pytest.mark.gate
def test_what_waits_is_delivered_while_the_tablet_is_locked(tablet: Tablet, server: Server, record: Record) -> None:
    tablet.begins("ta@demo.school", "Blue 3")
    server.stops()
    tablet.records_observation("Amina Yusuf", NOTE)
    tablet.locks()
    tablet.says("1 waiting")
    server.starts_again()
    tablet.opens()
    tablet.is_locked()
    tablet.is_all_synced()
    record.holds_once(NOTE)


def test_whoever_reads_a_page_for_minutes_goes_on_from_it_and_whoever_closed_it_has_locked_it(tablet: Tablet) -> None:
    tablet.begins("ta@demo.school", "Blue 3")
    tablet.opens_pupil("Leo Hart")
    assert tablet.page.runs(TOUCHED_LONG_AGO) == 1
    tablet.page.reloads()
    tablet.page.sees(heading("Leo Hart"))
    assert tablet.page.runs(TOUCHED_LONG_AGO) == 1
    tablet.opens("/tablet/outbox")
    tablet.page.sees(heading("Outbox"))
    assert tablet.page.runs(TOUCHED_LONG_AGO) == 1
    tablet.page.goes_to("/sign-in")
    tablet.page.sees(heading("Sign in"))
    tablet.opens("/tablet/outbox")
    tablet.is_locked()
