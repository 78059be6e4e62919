"""Photos where things fail: ten offline and the browser killed, a stolen profile, forty megapixels, a full tablet."""

from pathlib import Path

import pytest
from PIL import Image

from record.base import new_id
from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import Wire
from tests.e2e.engines.chromium import ChromiumProfile
from tests.e2e.engines.parts import MAIN, Part, button, field, heading, link, region
from tests.factories import a_photo, seen_as
from tests.unit.api.actors import digest_header

NOTE = "Ten pages of her book, one photo each."
ROOM_BYTES = 300_000  # for notes, and not for a large photo

CARRIER = """async () => {
  const opening = indexedDB.open("jotter-device");
  const db = await new Promise((done) => { opening.onsuccess = () => done(opening.result); });
  const asking = db.transaction("enrolments").objectStore("enrolments").getAll();
  const [{ carry_token }] = await new Promise((done) => { asking.onsuccess = () => done(asking.result); });
  db.close();
  return carry_token;
}"""


@pytest.fixture
def server(own_server: Server) -> Server:
    """A server of one's own to kill."""
    return own_server


def written(folder: Path, count: int, width: int = 2000, height: int = 1500) -> list[Path]:
    """Photos as a camera makes them, each of another size."""
    paths = [folder / f"IMG_{number:04}.jpg" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(a_photo(width + 8 * number, height))
    return paths


@pytest.mark.gate
def test_ten_photos_taken_offline_arrive_though_the_browser_and_the_server_were_killed(
    tablet: Tablet, profile: ChromiumProfile, server: Server, record: Record, senco: Senco, tmp_path: Path
) -> None:
    server.is_killed()
    tablet.begins_observation("Amina Yusuf", NOTE)
    paths = written(tmp_path, 10)
    tablet.adds_photos(paths[:6])
    profile.is_killed()

    again = Tablet(profile.starts()).reopens()
    again.opens_pupil("Amina Yusuf")
    again.page.taps(link("Continue draft"))
    again.page.sees(heading("New observation"))
    again.sees_photos(6)
    assert again.page.value_of(field("What did you see?")) == NOTE
    again.adds_photos(paths[6:], already=6)
    again.taps_save()
    again.shows_first(NOTE, "Waiting")
    profile.is_killed()

    server.starts_again()
    Tablet(profile.starts()).opens()  # locked: what waits goes all the same
    kept = record.photos_of(NOTE, 10)
    assert [seen_as(photo) for photo in kept] == [
        ((1600, round(1600 * 1500 / (2000 + 8 * number))), "rb") for number in range(10)
    ]
    assert not any(word in photo for photo in kept for word in (b"Exif", b"Oakfield", b"GPS"))
    senco.sees_observation("Amina Yusuf", NOTE)
    senco.page.sees(Part("img", "Photo of work, 10 of 10", within=senco.note(NOTE)))


def test_save_tapped_while_photos_are_being_made_ready_waits_for_them(
    tablet: Tablet, record: Record, tmp_path: Path
) -> None:
    tablet.begins_observation("Amina Yusuf", NOTE)
    tablet.page.chooses_files(field("Add photos"), written(tmp_path, 3, 4000, 3000))
    tablet.taps_save()
    tablet.shows_first(NOTE, "Synced")
    assert len(record.photos_of(NOTE, 3)) == 3


def test_a_photo_taken_out_again_does_not_arrive_and_the_focus_is_not_lost(
    tablet: Tablet, record: Record, tmp_path: Path
) -> None:
    tablet.begins_observation("Amina Yusuf", NOTE)
    tablet.adds_photos(written(tmp_path, 2, 400, 300))
    button_1 = tablet.page.one_of(button("Remove photo 1"))
    button_1.focus()
    tablet.tab.keyboard.press("Enter")
    tablet.sees_photos(1)
    assert tablet.tab.evaluate("document.activeElement.getAttribute('aria-label')") == "Remove photo 1"
    tablet.taps_save()
    tablet.shows_first(NOTE, "Synced")
    assert seen_as(record.photos_of(NOTE, 1)[0])[0] == (408, 300)


def test_a_photo_of_forty_megapixels_is_scaled_like_any_other(tablet: Tablet, record: Record, tmp_path: Path) -> None:
    large = tmp_path / "large.jpg"
    large.write_bytes(a_photo(8000, 5000, quality=50))
    tablet.begins_observation("Amina Yusuf", NOTE)
    tablet.adds_photos([large])
    tablet.taps_save()
    tablet.shows_first(NOTE, "Synced")
    assert seen_as(record.photos_of(NOTE, 1)[0]) == ((1600, 1000), "rb")


def test_a_full_tablet_says_so_beside_the_field_and_still_has_room_for_the_words(
    tablet: Tablet, profile: ChromiumProfile, record: Record, tmp_path: Path
) -> None:
    # Chromium remembers for half a minute that there was room: only a fresh start feels the new limit, where opening
    # had nothing to write, as that the jotter is locked now.
    tablet.locks()
    profile.closes()
    tablet = Tablet(profile.starts())
    tablet.opens()
    protocol = profile.protocol()
    used = tablet.tab.evaluate("async () => (await navigator.storage.estimate()).usage")
    protocol.send("Storage.overrideQuotaForOrigin", {"origin": profile.site, "quotaSize": used + ROOM_BYTES})
    tablet.unlocks()
    tablet.begins_observation("Amina Yusuf", NOTE)
    sand = tmp_path / "sand.jpg"
    Image.effect_noise((1600, 1200), 90).convert("RGB").save(sand, quality=90)  # nothing of it can be made small
    tablet.page.chooses_files(field("Add photos"), [sand])
    tablet.sees_problem("There is no room for more photos on this tablet. Your words are kept.")
    tablet.taps_save()
    tablet.shows_first(NOTE, "Synced")
    record.holds_once(NOTE)


def test_no_file_of_the_browser_holds_a_photo(
    tablet: Tablet, profile: ChromiumProfile, wire: Wire, record: Record, tmp_path: Path
) -> None:
    tablet.begins_observation("Amina Yusuf", NOTE)
    tablet.adds_photos(written(tmp_path, 2))
    tablet.taps_save()
    tablet.shows_first(NOTE, "Synced")
    kept = record.photos_of(NOTE, 2)
    wire.is_cut()
    tablet.begins_observation("Leo Hart", "A draft with a photo.")
    tablet.adds_photos(written(tmp_path, 1, 900, 700))
    tablet.sees_draft_kept()
    tablet.locks()
    profile.closes()
    # Out of the middle, where no two pictures are alike; and the beginning of any JPEG that a canvas makes.
    tell_tales = [photo[len(photo) // 2 :][:48] for photo in kept] + [
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"Oakfield Camera",
    ]
    files = [path for path in profile.folder.rglob("*") if path.is_file()]
    found = [path.name for path in files if any(each in path.read_bytes() for each in tell_tales)]
    assert len(files) > 20 and found == []


def test_a_file_that_no_tablet_would_send_is_seen_in_quarantine(
    tablet: Tablet, server: Server, senco: Senco, record: Record
) -> None:
    content, file_id = b"Only its name says that it is a photo.", new_id()
    token = tablet.tab.evaluate(CARRIER)
    answer = tablet.tab.request.put(
        f"{server.site}/api/v1/attachments/{file_id}",
        data=content,
        headers={
            "Authorization": f"Bearer {token}",
            "Content-Digest": digest_header(content),
            "X-Jotter-Seal-Key": new_id(),
            "Content-Type": "application/octet-stream",
        },
    )
    assert answer.status == 201
    senco.sees_in_quarantine("A file that could not be read")
    senco.page.taps(button("Discard", within=region("Files")))
    senco.page.sees(heading("Discard this file?"))
    senco.page.taps(button("Discard"))
    senco.page.sees(MAIN, "Discarded.")
