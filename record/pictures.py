"""Pictures as received: what a file is, told by its content, and the picture alone of it, without where and when.

A picture that says nothing but what it shows is kept byte for byte, so that the digest its author signed stays its
digest. Any other is drawn anew: upright, without EXIF, GPS, XMP and comments, and without what was put behind it.
"""

import logging
import struct
import threading
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

MAX_BYTES = 5 * 1024 * 1024  # sync protocol, "Photos and other files"
# A phone's largest is 50 (8160 x 6120). A JPEG in one scan is decoded line by line, at a size that needs a quarter.
MAX_JPEG_PIXELS = 50_000_000
# Anything else is held whole while it is decoded, some decoders hold it four times: a few bytes may ask for a gigabyte.
MAX_PIXELS = 16_000_000
# Drawn anew, no picture needs to be larger than this.
MAX_REDRAWN_EDGE = 4096
# How long a file waits for the one before it. A request that waits is one that nobody else can make.
PATIENCE_S = 5.0
JPEG_QUALITY = 88
TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}

NOT_A_PICTURE = "It is not a JPEG, PNG or WebP picture, whatever its name says, or it is damaged"
TOO_MANY_PIXELS = "It has more than {} million pixels"

# Ours is checked before anything is decoded; Pillow's own would only warn.
Image.MAX_IMAGE_PIXELS = None
_one_at_a_time = threading.Lock()
_log = logging.getLogger(__name__)

ORIENTATION = 0x0112
# What draws a picture, or says what its colours mean; everything else goes.
_JPEG_PARTS = {0xDB, 0xC4, 0xDD, 0xC0, 0xC1, 0xC2, 0xDA}
_PNG_PARTS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"sBIT", b"bKGD", b"pHYs"}
_WEBP_PARTS = {b"VP8 ", b"VP8L", b"ALPH"}


class NoPicture(Exception):
    """The file is no picture that can be shown; its text says why, fit for a person."""


class OtherKind(NoPicture):
    """By its content the file is none of the kinds that a photo may be."""


class PicturesBusy(Exception):
    """Others' pictures are being looked at, and it takes its time: to be sent again in a while."""


@dataclass(frozen=True)
class Picture:
    """A picture that may be shown: its bytes without any word about where and when, and its size in pixels."""

    content: bytes
    media_type: str
    width: int
    height: int


def read_picture(raw: bytes) -> Picture:
    """The picture in these bytes. Raises NoPicture, of it OtherKind, and PicturesBusy after PATIENCE_S. One at a time:
    so the memory it takes is bounded (docs/security.md), however many tablets deliver at once."""
    if not _one_at_a_time.acquire(timeout=PATIENCE_S):
        raise PicturesBusy
    # A switch of the whole process, which whoever makes PDFs turns on for itself: half a picture is none here.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        return _read(raw)
    except NoPicture:
        raise
    except UnidentifiedImageError as error:
        _log.info("A file of %d bytes is of another kind: %s", len(raw), type(error).__name__)
        raise OtherKind(NOT_A_PICTURE) from error
    except Exception as error:  # a decoder given anything at all may raise anything at all
        _log.info("A file of %d bytes is no picture: %s", len(raw), type(error).__name__)
        raise NoPicture(NOT_A_PICTURE) from error
    finally:
        _one_at_a_time.release()


def _read(raw: bytes) -> Picture:
    with Image.open(BytesIO(raw), formats=tuple(TYPES)) as image:
        kind = image.format or ""
        width, height = image.size
        limit = MAX_JPEG_PIXELS if is_jpeg_in_one_scan(raw) else MAX_PIXELS
        if width * height > limit:
            raise NoPicture(TOO_MANY_PIXELS.format(limit // 1_000_000))
        is_still = getattr(image, "n_frames", 1) == 1
        if is_still and is_bare(raw, kind):
            # Decoded all the same: what is cut off in the middle is no picture.
            image.draft("RGB", (max(1, width // 8), max(1, height // 8)))
            image.load()
            return Picture(raw, TYPES[kind], width, height)
        bare = _bare(image)
    # The decoder and what it held are gone before anything is written.
    has_alpha = bare.mode == "RGBA"
    out = BytesIO()
    if has_alpha:
        bare.save(out, "PNG")
    else:
        bare.save(out, "JPEG", quality=JPEG_QUALITY)
    return Picture(out.getvalue(), TYPES["PNG" if has_alpha else "JPEG"], *bare.size)


def _bare(image: Image.Image) -> Image.Image:
    """The dots of a picture, upright and no larger than need be: RGBA or RGB, and nothing said beside them. Each step
    takes the place of the one before, so that no more than two lie in memory."""
    width, height = image.size
    scale = next((each for each in (1, 2, 4) if max(width, height) <= each * MAX_REDRAWN_EDGE), 8)
    image.draft("RGB", (max(1, width // scale), max(1, height // scale)))
    image.load()
    image.thumbnail((MAX_REDRAWN_EDGE, MAX_REDRAWN_EDGE))
    with suppress(Exception):  # what cannot be read does not say which way is up
        ImageOps.exif_transpose(image, in_place=True)
    has_alpha = image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info
    bare = image.convert("RGBA" if has_alpha else "RGB")
    # What the old one said about itself does not come along.
    bare.info = {}
    return bare


def is_jpeg_in_one_scan(raw: bytes) -> bool:
    """Whether this is a JPEG that is decoded line by line (ITU-T T.81: sequential, all components in its first scan).
    Of any other the decoder keeps every coefficient of the whole picture."""
    place, components = 2, 0
    while raw[:2] == b"\xff\xd8" and raw[place : place + 1] == b"\xff" and place + 10 <= len(raw):
        marker = raw[place + 1]
        if marker in (0xC0, 0xC1):
            components = raw[place + 9]
        elif marker == 0xDA:
            return 0 < components == raw[place + 4]
        place += 2 + int.from_bytes(raw[place + 2 : place + 4], "big")
    return False


def is_bare(raw: bytes, kind: str) -> bool:
    """Whether the file is made of the parts that draw the picture alone, from its first byte to its last."""
    try:
        return {"JPEG": _is_bare_jpeg, "PNG": _is_bare_png, "WEBP": _is_bare_webp}[kind](raw)
    except (KeyError, IndexError, struct.error):
        return False


def _is_bare_jpeg(raw: bytes) -> bool:
    """ITU-T T.81, annex B: markers with lengths up to the first scan; then scans, tables and one end, the last."""
    place = 2
    while raw[place] == 0xFF:
        marker = raw[place + 1]
        length = int.from_bytes(raw[place + 2 : place + 4], "big")
        content = raw[place + 4 : place + 2 + length]
        is_jfif = marker == 0xE0 and content[:5] == b"JFIF\0" and content[12:14] == b"\0\0"  # without a thumbnail
        says_colours = (marker == 0xEE and content[:5] == b"Adobe") or (
            marker == 0xE2 and content[:14] == b"ICC_PROFILE\0\1\1"
        )
        if not (marker in _JPEG_PARTS or is_jfif or says_colours):
            return False
        place += 2 + length
        if marker == 0xDA:
            place = _end_of_scan(raw, place)
            if raw[place : place + 2] == b"\xff\xd9":
                return place + 2 == len(raw)
    return False


def _end_of_scan(raw: bytes, place: int) -> int:
    """The next marker that is neither a stuffed byte nor a restart."""
    while True:
        place = raw.find(b"\xff", place)
        if place < 0:
            raise IndexError
        if raw[place + 1] != 0 and not 0xD0 <= raw[place + 1] <= 0xD7:
            return place
        place += 2


def _is_bare_png(raw: bytes) -> bool:
    place = 8
    while place < len(raw):
        length, name = struct.unpack(">I4s", raw[place : place + 8])
        if name not in _PNG_PARTS:
            return False
        place += 12 + length
        if name == b"IEND":
            return place == len(raw)
    return False


def _is_bare_webp(raw: bytes) -> bool:
    (told,) = struct.unpack("<I", raw[4:8])
    place = 12
    while place < len(raw):
        name, length = struct.unpack("<4sI", raw[place : place + 8])
        is_frame = name == b"VP8X" and not raw[place + 8] & 0b0010_1110  # neither ICC, EXIF, XMP nor moving
        if name not in _WEBP_PARTS and not is_frame:
            return False
        place += 8 + length + length % 2
    return place == len(raw) == told + 8
