"""One bad entry among good ones, and a store erased with notes in it: nothing is held up, nothing lost in silence."""

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import SYNC, Wire, answers
from tests.e2e.engines.chromium import ChromiumProfile
from tests.e2e.engines.parts import MAIN, Part, button, heading, link, note_with, region
from tests.e2e.waiting import wait_until

# What a fault of an older build might have queued, which sealed nothing: an entry whose instrument is a number.
SPOIL = """([text, place]) => new Promise((done, failed) => {
  const opening = indexedDB.open("jotter-device");
  opening.onsuccess = () => {
    const tx = opening.result.transaction("revisions", "readwrite");
    const all = tx.objectStore("revisions").getAll();
    all.onsuccess = () => {
      const row = all.result.sort((a, b) => a.device_seq - b.device_seq)[place];
      const { id, revision, device_seq, pupil_id, kind } = row;
      const recorded_at = new Date(row.saved_at).toISOString();
      const body = { pupil_id, instrument: 42, text, setting: "", measures: {}, outcome_ids: [], attachment_ids: [] };
      row.entry = { id, kind, revision, base_version: null, recorded_at, device_seq, schema: 1, body };
      delete row.hidden;
      delete row.travel;
      tx.objectStore("revisions").put(row);
    };
    tx.oncomplete = () => { opening.result.close(); done(true); };
    tx.onabort = () => failed(tx.error);
  };
})"""
LEFT = """async () => {
  const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const db = await asked(indexedDB.open("jotter-device"));
  const rows = [];
  for (const store of ["vaults", "unlocked", "revisions", "outbox", "enrolments"])
    rows.push(...(await asked(db.transaction(store).objectStore(store).getAll())));
  db.close();
  return [...names.filter((name) => name !== "jotter-device"), ...rows.map(JSON.stringify)];
}"""
ERASED = "indexeddb,cache_storage,service_workers,local_storage"  # all but the cookies


@pytest.mark.gate
def test_an_entry_that_the_server_chokes_on_gets_stuck_alone_and_is_sent_when_its_author_says(
    tablet: Tablet, wire: Wire, record: Record
) -> None:
    poison = "Poison: no server can take this one."
    good = [f"Beside the poison {number}." for number in range(6)]
    wire.is_cut()
    tablet.quickly_records("Amina Yusuf", [*good[:3], poison, *good[3:]])
    wire.is_mended()
    wire.misbehaves(SYNC, answers(500, "{}", X_Jotter_Protocol="1"), carrying=poison)
    tablet.opens_today()
    record.holds_once(good)
    stuck = region("Waiting")

    def is_stuck() -> bool:
        tablet.taps_sync_now()
        return "Stuck." in tablet.page.text_of(stuck)

    wait_until(is_stuck, "after three failures alone it is stuck", limit_s=90)
    tablet.page.sees(link("Export", within=stuck))
    tablet.says("1 waiting")
    wire.is_mended()
    tablet.page.taps(button("Try again", within=stuck))
    tablet.is_all_synced()
    record.holds_once(poison)


@pytest.mark.gate
def test_a_broken_entry_goes_to_quarantine_and_its_neighbours_are_filed(
    tablet: Tablet, wire: Wire, record: Record, senco: Senco
) -> None:
    good, bad = ["Good one: shared.", "Good two: waited."], "Bad one: written by a broken build."
    wire.is_cut()
    tablet.quickly_records("Amina Yusuf", [good[0], bad, good[1]])
    assert tablet.tab.evaluate(SPOIL, [bad, 1])
    wire.is_mended()
    tablet.comes_back()
    record.holds_once(good)
    record.quarantines(bad)
    senco.sees_in_quarantine(bad)
    tablet.opens_outbox()
    tablet.page.sees(MAIN, "With the SENCO to sort out")


def test_notes_lost_with_an_erased_store_are_told_to_the_desk(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, record: Record, senco: Senco
) -> None:
    text = "Erased: nobody will ever read this."
    tablet.records_observation("Amina Yusuf", "Before it was erased: was well.")
    tablet.is_all_synced()
    wire.is_cut()
    tablet.records_observation("Amina Yusuf", text)
    tablet.tab.goto("about:blank")
    profile.protocol().send("Storage.clearDataForOrigin", {"origin": profile.site, "storageTypes": ERASED})
    wire.is_mended()
    tablet.opens()
    tablet.fills_in_the_door("ta@demo.school")
    tablet.is_set_up("Blue 3 again")
    record.holds_nothing_with(text)
    senco.sees_on_tablets("Notes may be missing from Blue 3.")


@pytest.mark.gate
@pytest.mark.parametrize("is_locked", [False, True], ids=["open", "locked"])
def test_a_tablet_withdrawn_at_the_desk_delivers_first_and_is_erased_then(
    profile: ChromiumProfile, wire: Wire, record: Record, senco: Senco, is_locked: bool
) -> None:
    name = "Green 9" if is_locked else "Green 8"
    text = f"Withdrawn tablet {name}: delivered at the last moment."
    tablet = Tablet(profile.starts()).begins("ta@demo.school", name)
    wire.is_cut()
    tablet.records_observation("Amina Yusuf", text)
    if is_locked:
        tablet.locks()
    senco.withdraws_tablet(name)
    wire.is_mended()
    tablet.opens()
    record.holds_once(text)
    tablet.page.sees_either(heading("Nobody is signed in"), heading("Set up this tablet"))
    tablet.opens()
    tablet.page.misses(Part("link", "Amina Yusuf"))
    tablet.page.misses(button("Kelly Brennan"))
    assert not tablet.page.counts(note_with(text))
    assert tablet.tab.evaluate(LEFT) == [], "neither vault nor pupils nor notes are left"
    senco.sees_erased(name)
