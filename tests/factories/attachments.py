"""Photos as a camera makes them, with all that a camera says about where and when; and photos in the record."""

from io import BytesIO

from PIL import Image
from sqlalchemy.orm import Session

from record import attachment_receiving, attachments
from record.attachments import Attachment, Carrier
from record.base import new_id
from record.files import Files
from record.people import Person
from tests.factories.schools import A_MORNING

TURNED_RIGHT = 6  # EXIF: the camera was held upright, and the picture lies on its side
ORIENTATION, MAKE, DATE, GPS = 0x0112, 0x010F, 0x0132, 0x8825
WHERE = "Oakfield Camera"  # what no stored picture may still say


def a_photo(
    width: int = 320,
    height: int = 240,
    *,
    orientation: int | None = TURNED_RIGHT,
    kind: str = "JPEG",
    quality: int = 85,
) -> bytes:
    """A picture, red on its left and blue on its right as it is to be seen; as stored it lies as `orientation` says,
    with the camera's make, the moment and the place (51° 30' N) in its EXIF. None for a picture without any."""
    seen = Image.new("RGB", (width, height), "red")
    seen.paste("blue", (width // 2, 0, width, height))
    lying = seen.rotate(90, expand=True) if orientation == TURNED_RIGHT else seen
    out = BytesIO()
    if orientation is None:
        lying.save(out, kind, quality=quality)
        return out.getvalue()
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE], exif[DATE] = orientation, WHERE, "2026:11:24 10:15:00"
    exif[GPS] = {1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)}
    lying.save(out, kind, quality=quality, exif=exif, comment=WHERE.encode())
    return out.getvalue()


def seen_as(content: bytes) -> tuple[tuple[int, int], str]:
    """How a picture is seen by whoever takes it as it lies: its size, and the colours from left to right."""
    with Image.open(BytesIO(content)) as image:
        dots = image.convert("RGB")
        middle = dots.height // 2
        places = [(dots.width // 8, middle), (dots.width * 7 // 8, middle)]
        return dots.size, "".join(_colour(dots.getpixel(place)) for place in places)


def _colour(dot: tuple[int, int, int]) -> str:
    red, green, blue = dot
    return "r" if red > 200 > 60 > blue else "b" if blue > 200 > 60 > red else "?"


def an_attachment(
    session: Session, files: Files, person: Person, attachment_id: str = "", content: bytes = b""
) -> Attachment:
    """A photo that a person has sent plain, from a tablet that no other has; whatever else came sealed."""
    carrier = Carrier(person.school_id, person.id, new_id())
    sent = content or a_photo()
    is_sealed = not sent.startswith((b"\xff\xd8", b"\x89PNG", b"RIFF"))
    examined = attachments.examine(sent, sent, is_sealed=is_sealed)
    kept, _is_new = attachment_receiving.receive(
        session, files, carrier, attachment_id or new_id(), examined, A_MORNING
    )
    return kept
