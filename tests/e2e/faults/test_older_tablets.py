"""A tablet from before there were passcodes meets the build that has them: one passcode, and nothing else is lost."""

from pathlib import Path
from typing import Any

from tests.e2e.actors.record import Record
from tests.e2e.actors.tablet import MY_PUPILS, Tablet
from tests.e2e.actors.wire import SYNC, Wire, cuts
from tests.e2e.engines.chromium import ChromiumProfile
from tests.e2e.engines.parts import MAIN, button, field, heading, link

LEAVE = (Path(__file__).parents[1] / "actors/older_store.js").read_text(encoding="utf-8")
LEAVE = LEAVE[LEAVE.index("async (") :].rstrip().removesuffix(";")
DEVICE = {"id": "01900000-0000-7000-8000-00000000de01", "name": "Blue 3", "check": None}
NOTE, HALF = "Older: sang the register with us.", "Older: half a sentence about the"
ANOTHER = "Older: asked for the bigger brush."
ENROL = """async (device) => {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch("/api/v1/enrolments", { method: "POST", headers, body: JSON.stringify({ device }) });
  return answer.json();
}"""
# Every row of every store, as text.
EVERYTHING = """async () => {
  const asked = (request) => new Promise((done) => { request.onsuccess = () => done(request.result); });
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await asked(indexedDB.open(name));
    for (const store of db.objectStoreNames) found.push(await asked(db.transaction(store).objectStore(store).getAll()));
    db.close();
  }
  return JSON.stringify(found);
}"""


def leave_older_tablet(tablet: Tablet, record: Record, note: str) -> dict[str, Any]:
    """Sign in, enrol as that build did (no key to sign with), and write its stores."""
    tablet.page.goes_to("/sign-in?next=/account")
    tablet.fills_in_the_door("ta@demo.school")
    tablet.page.sees(heading("Your account"))
    enrolment = tablet.tab.evaluate(ENROL, {"id": DEVICE["id"], "name": DEVICE["name"]})
    pupil = {"id": record.pupil_id("Amina Yusuf"), "given_name": "Amina", "family_name": "Yusuf", "year_group": "4"}
    given = {"enrolment": enrolment, "device": DEVICE, "pupil": pupil, "note": note, "half": HALF}
    tablet.tab.evaluate(LEAVE, given)
    return dict(enrolment)


def test_an_older_tablet_chooses_a_passcode_offline_and_keeps_note_draft_and_pupils(
    profile: ChromiumProfile, wire: Wire, record: Record
) -> None:
    tablet = Tablet(profile.starts())
    token = leave_older_tablet(tablet, record, NOTE)["token"]
    held = tablet.tab.evaluate(EVERYTHING)
    assert all(words in held for words in (NOTE, HALF, "Yusuf", token)), "so that what is looked for below was there"
    wire.misbehaves(SYNC, cuts)  # with its token in clear the tablet would deliver at once
    tablet.opens()
    tablet.page.sees(heading("Choose a passcode"))
    wire.is_cut()
    tablet.chooses_passcode("Set up")
    tablet.page.sees(link("Amina Yusuf", within=MY_PUPILS))
    tablet.opens_pupil("Amina Yusuf")
    tablet.sees_note(NOTE, "Waiting")
    tablet.page.taps(link("Continue draft"))
    tablet.page.sees(heading("New observation"))
    assert tablet.page.value_of(field("What did you see?")) == HALF

    held = tablet.tab.evaluate(EVERYTHING)
    assert [words for words in (NOTE, HALF, "Yusuf", token) if words in held] == []
    tablet.locks()
    tablet.page.sees(MAIN, "1 note waits on this tablet.")
    tablet.unlocks()
    wire.is_mended()
    tablet.comes_back()
    record.holds_once(NOTE)
    tablet.sees_pupils("Leo Hart")


def test_whoever_is_not_the_last_to_have_used_an_older_tablet_signs_in_before_choosing_a_passcode(
    profile: ChromiumProfile, wire: Wire, record: Record
) -> None:
    tablet = Tablet(profile.starts())
    leave_older_tablet(tablet, record, ANOTHER)
    tablet.signs_in("ta2@demo.school")
    second = Tablet(tablet.page, passcode="seven blue kettles")
    second.page.sees(heading("Set up your jotter on this tablet"))
    second.page.taps(link("Someone else"))
    second.page.misses(button("Kelly Brennan"))
    second.page.taps(link("Kelly Brennan (sign in)"))
    tablet.fills_in_the_door("ta@demo.school")
    tablet.page.sees(heading("Choose a passcode"))
    tablet.chooses_passcode("Set up")
    tablet.is_all_synced()
    record.holds_once(ANOTHER)
