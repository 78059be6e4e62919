"""A stolen tablet: nothing of a pupil and no word of a note lies readable in any file of its browser's profile."""

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import Seals, Wire
from tests.e2e.engines.chromium import ChromiumProfile
from tests.e2e.engines.parts import button, field, heading, link
from tests.e2e.waiting import wait_until

# Words that occur nowhere else: a browser's own files are full of ordinary ones.
SYNCED, WAITING, HALF = "quokkamarmalade", "zibbelmoerchen", "axolotlpyjama"
MEETING, NAME_OF_TABLET, PLANTED = "wombatserenade", "Pangolinkiste", "Narwhalgugelhupf"
FEWEST_LETTERS = 6
KEY_BYTES = 32
FEWEST_BASE64 = 8

# The sort of row that an unsealed store would hold.
PLANT = """(name) => new Promise((done, failed) => {
  const opening = indexedDB.open("planted", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("documents", { keyPath: "id" });
  opening.onsuccess = () => {
    const body = { given_name: name, family_name: `${name}son`, profile: { helps: "A timer" } };
    const tx = opening.result.transaction("documents", "readwrite", { durability: "strict" });
    tx.objectStore("documents").put({ id: "1", kind: "pupil", body });
    tx.oncomplete = () => { opening.result.close(); done(true); };
    tx.onabort = () => failed(tx.error);
  };
})"""


RECOVERY = """async () => {
  const opening = indexedDB.open("jotter-device");
  const db = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
  const asking = db.transaction("vaults").objectStore("vaults").getAll();
  const [{ recovery }] = await new Promise((done) => { asking.onsuccess = () => done(asking.result); });
  db.close();
  return recovery;
}"""
POCKET = """async () => {
  const cache = await caches.open("unlocked");
  const answers = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
  return Promise.all(answers.map(async (answer) => [...new Uint8Array(await answer.arrayBuffer())]));
}"""


def shapes_of(word: str) -> Iterator[bytes]:
    """How a word may lie in a file: in the encodings of V8, SQLite and JSON, and within base64, wherever it begins."""
    for raw in (word.encode(), word.encode("utf-16le"), word.encode("utf-16be")):
        yield raw
        for before in range(3):
            # The characters at both ends also hold bits of the neighbours; what is left of a short name is anything.
            middle = base64.b64encode(b"\0" * before + raw)[4 if before else 0 : -4]
            if len(middle) >= FEWEST_BASE64:
                yield middle


def found_in(folder: Path, words: Iterable[str]) -> dict[str, list[str]]:
    """Which words are found, and in which files."""
    shapes = {word: list(shapes_of(word)) for word in words}
    found: dict[str, list[str]] = {}
    for path in (one for one in folder.rglob("*") if one.is_file()):
        content = path.read_bytes()
        for word, raws in shapes.items():
            if any(raw in content for raw in raws):
                found.setdefault(word, []).append(str(path.relative_to(folder)))
    return found


def names_of_pupils(record: Record) -> set[str]:
    """Every pupil's names, but for those that are too short to mean anything in a heap of bytes."""
    rows = record.rows("SELECT given_name, family_name FROM pupils")
    names = {name for row in rows for name in row.values() if len(name) >= FEWEST_LETTERS}
    assert len(names) > 10
    return names


def uses(tablet: Tablet, wire: Wire) -> None:
    """A day with everything in it: notes sent and waiting, a meeting, a draft, a page of each kind."""
    tablet.records_observation("Amina Yusuf", f"Sent: {SYNCED}.")
    tablet.is_all_synced()
    wire.is_cut()
    tablet.records_observation("Amina Yusuf", f"Waiting: {WAITING}.")
    tablet.opens_pupil("Leo Hart")
    tablet.page.taps(link("New parent meeting"))
    tablet.page.writes(field("Purpose"), "Concern")
    tablet.page.writes(field("What we discussed"), f"Spoke of {MEETING}.")
    tablet.page.taps(button("Finish meeting"))
    tablet.page.sees(heading("Leo Hart"))
    tablet.opens_outbox()
    tablet.begins_observation("Leo Hart", f"Half: {HALF}")
    tablet.sees_draft_kept()


@pytest.mark.gate
def test_no_file_of_a_used_and_locked_browser_holds_a_pupil_s_name_or_a_word_of_a_note(
    profile: ChromiumProfile, wire: Wire, record: Record
) -> None:
    tablet = Tablet(profile.starts()).begins("ta@demo.school", NAME_OF_TABLET)
    uses(tablet, wire)
    tablet.locks()
    assert tablet.tab.evaluate(PLANT, PLANTED)
    profile.closes()

    # Tables are compressed, and a word could hide in one; what was written since the browser began lies in logs.
    assert not list(profile.folder.rglob("IndexedDB/*/*.ldb"))
    control = found_in(profile.folder, [NAME_OF_TABLET, PLANTED, tablet.passcode])
    assert set(control) == {NAME_OF_TABLET, PLANTED}, "what lies in clear is found, and the passcode lies nowhere"
    words = names_of_pupils(record) | {SYNCED, WAITING, HALF, MEETING, tablet.passcode}
    assert found_in(profile.folder, words) == {}


def files_with(profile: ChromiumProfile, raw: bytes) -> list[Path]:
    return [path for path in profile.folder.rglob("*") if path.is_file() and raw in path.read_bytes()]


def pocket_of(tablet: Tablet) -> bytes:
    (wrapped,) = tablet.tab.evaluate(POCKET)
    assert len(wrapped) > KEY_BYTES
    return bytes(wrapped)


def test_a_jotter_s_key_lies_in_no_file_of_the_browser_and_what_unwraps_it_goes_when_it_is_locked(
    tablet: Tablet, profile: ChromiumProfile, server: Server
) -> None:
    key = Seals(server.folder).key_of(tablet.tab.evaluate(RECOVERY))
    assert len(key) == KEY_BYTES
    sitting = pocket_of(tablet)
    wait_until(lambda: files_with(profile, sitting), "this search finds what lies there")
    tablet.opens_pupil("Amina Yusuf")
    tablet.locks()
    wait_until(lambda: not files_with(profile, sitting), "the pocket is empty")
    tablet.unlocks()
    again = pocket_of(tablet)
    assert again != sitting
    wait_until(lambda: files_with(profile, again), "the next sitting has its own")
    profile.is_killed()
    Tablet(profile.starts()).opens()
    wait_until(lambda: not files_with(profile, again), "what a killed browser left is gone")
    assert not files_with(profile, key)
