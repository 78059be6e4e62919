"""Photos of work in three engines: put to a note without a network, seen on the tablet and, synced, at the desk."""

from pathlib import Path

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines.parts import MAIN, Part, button, field, heading, region
from tests.factories import a_photo, seen_as

NOTE = "She wrote her name by herself: see the photos."
# Whether a picture has come, and which way it is seen: its size, and the red of its left and right.
LOOK = """async () => {
  const image = document.querySelector("%s");
  image.loading = "eager";
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 8, height: 8 });
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, 8, 8);
  const red = (x) => context.getImageData(x, 4, 1, 1).data[0] > 128;
  return JSON.stringify([image.naturalWidth, image.naturalHeight, red(1), red(6)]);
}"""


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """A camera's photo that lies on its side and says where it was taken, and one that is small and says nothing."""
    paths = [tmp_path / "IMG_0001.jpg", tmp_path / "IMG_0002.png"]
    paths[0].write_bytes(a_photo(2400, 1800))
    paths[1].write_bytes(a_photo(200, 150, orientation=None, kind="PNG"))
    return paths


def test_photos_put_to_a_note_offline_are_seen_at_once_and_reach_the_desk_upright_without_where_and_when(
    tablet: Tablet, server: Server, record: Record, senco: Senco, photos: list[Path]
) -> None:
    tablet.begins("ta@demo.school", "Blue 3")
    server.stops()
    tablet.begins_observation("Amina Yusuf", NOTE)
    tablet.adds_photos(photos)
    tablet.page.reloads()
    tablet.page.sees(heading("New observation"))
    tablet.sees_photos(2)
    assert tablet.page.value_of(field("What did you see?")) == NOTE
    tablet.taps_save()
    tablet.shows_first(NOTE, "Waiting")
    assert tablet.page.runs(LOOK % ".photo-image") == "[1600,1200,true,false]"
    tablet.opens_outbox()
    tablet.page.sees(region("Photos"), "2 photos waiting")

    server.starts_again()
    tablet.comes_back()
    record.holds_once(NOTE)
    large, small = record.photos_of(NOTE, 2)
    assert seen_as(large) == ((1600, 1200), "rb") and seen_as(small) == ((200, 150), "rb")
    for kept in (large, small):
        assert not any(word in kept for word in (b"Exif", b"Oakfield", b"2026:11:24"))
    senco.sees_observation("Amina Yusuf", NOTE)
    senco.page.sees(Part("img", "Photo of work, 2 of 2", within=senco.note(NOTE)))
    assert senco.page.runs(LOOK % ".photo-image") == "[1600,1200,true,false]"
    tablet.opens_outbox()
    tablet.page.misses(region("Photos"))


def test_what_only_calls_itself_a_photo_is_refused_in_a_sentence_and_the_words_are_kept(
    tablet: Tablet, record: Record, tmp_path: Path
) -> None:
    text, cut = tmp_path / "letter.jpg", tmp_path / "cut.jpg"
    text.write_text("Dear Mrs Marsh, only my name says that I am a photo.")
    cut.write_bytes(a_photo(400, 300)[:500])
    tablet.begins("ta@demo.school", "Blue 3")
    tablet.begins_observation("Amina Yusuf", NOTE)
    tablet.page.chooses_files(field("Add photos"), [text, cut])
    tablet.sees_problem("letter.jpg is not a photo that this tablet can open.")
    tablet.sees_problem("cut.jpg is not a photo that this tablet can open.")
    tablet.page.misses(button("Remove photo 1"))
    tablet.taps_save()
    tablet.page.sees(MAIN, "Saved on this tablet.")
    record.holds_once(NOTE)
