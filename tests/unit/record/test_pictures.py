"""Pictures: told by their content, shown upright, and without a word about where and when they were taken."""

import logging
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageFile

from record import pictures
from record.pictures import NOT_A_PICTURE, TOO_MANY_PIXELS, NoPicture, PicturesBusy, is_bare, read_picture
from tests.factories import a_photo, seen_as
from tests.factories.attachments import WHERE


def says_nothing(content: bytes) -> bool:
    """Whether nothing of what a camera writes down is left in a file."""
    with Image.open(BytesIO(content)) as image:
        image.load()
        return not image.getexif() and not any(
            each in content for each in (b"Exif", WHERE.encode(), b"xmp", b"XMP", b"2026:11:24")
        )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_lay_on_its_side_is_kept_upright_and_says_nothing_of_where_it_was_taken(kind: str) -> None:
    raw = a_photo(320, 240, kind=kind)
    assert WHERE.encode() in raw and seen_as(raw)[0] == (240, 320), "a camera's file says it all"
    found = read_picture(raw)
    assert seen_as(found.content) == ((320, 240), "rb")
    assert (found.width, found.height) == (320, 240)
    assert says_nothing(found.content)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_says_nothing_is_kept_byte_for_byte(kind: str) -> None:
    raw = a_photo(orientation=None, kind=kind)
    found = read_picture(raw)
    assert found.content == raw and found.media_type == f"image/{kind.lower()}"


def test_a_progressive_jpeg_that_says_nothing_is_kept_byte_for_byte() -> None:
    out = BytesIO()
    Image.effect_noise((400, 300), 60).convert("RGB").save(out, "JPEG", progressive=True)
    assert read_picture(out.getvalue()).content == out.getvalue()


def with_segment(raw: bytes, marker: int, content: bytes) -> bytes:
    return raw[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content + raw[2:]


HIDDEN = {
    "a comment": lambda raw: with_segment(raw, 0xFE, WHERE.encode()),
    "XMP": lambda raw: with_segment(raw, 0xE1, b"http://ns.adobe.com/xap/1.0/\0" + WHERE.encode()),
    "IPTC": lambda raw: with_segment(raw, 0xED, b"Photoshop 3.0\0" + WHERE.encode()),
    "a film behind it": lambda raw: raw + WHERE.encode() * 100,
    "a thumbnail": lambda raw: with_segment(raw, 0xE0, b"JFIF\0\1\1\0\0\1\0\1\1\1" + WHERE.encode()[:3]),
}


@pytest.mark.parametrize("hide", HIDDEN.values(), ids=HIDDEN)
def test_what_is_hidden_in_a_jpeg_does_not_come_along(hide) -> None:
    raw = hide(a_photo(orientation=None))
    found = read_picture(raw)
    assert found.content != raw and WHERE.encode() not in found.content
    assert seen_as(found.content) == ((320, 240), "rb")


def test_what_is_hidden_in_a_png_or_behind_it_does_not_come_along() -> None:
    raw = a_photo(orientation=None, kind="PNG")
    text = b"tEXt" + b"Location\0" + WHERE.encode()
    chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    for hidden in (raw[:33] + chunk + raw[33:], raw + WHERE.encode()):
        assert WHERE.encode() not in read_picture(hidden).content


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_a_film_one_still_picture_is_kept(kind: str) -> None:
    found = read_picture(moving(kind, 3))
    with Image.open(BytesIO(found.content)) as image:
        assert (getattr(image, "n_frames", 1), image.size) == (1, (500, 500))


@pytest.mark.parametrize("orientation", [None, 6])
def test_of_a_phones_picture_with_a_second_one_in_it_the_first_is_kept_upright(orientation: int | None) -> None:
    first, second = (Image.open(BytesIO(a_photo(orientation=orientation))) for _ in range(2))
    out = BytesIO()
    exif = first.getexif().tobytes() if orientation else b""
    first.save(out, "MPO", save_all=True, append_images=[second], exif=exif)
    with Image.open(BytesIO(out.getvalue())) as image:
        assert (image.format, getattr(image, "n_frames", 1)) == ("MPO", 2)
    found = read_picture(out.getvalue())
    assert found.media_type == "image/jpeg" and seen_as(found.content) == ((320, 240), "rb")
    assert b"MPF" not in found.content and says_nothing(found.content)


HIDDEN_IN_PNG = {
    "plain words": (b"tEXt", b"Location\0" + WHERE.encode()),
    "packed words": (b"zTXt", b"Location\0\0" + zlib.compress(WHERE.encode())),
    "international words": (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + WHERE.encode()),
    "EXIF": (b"eXIf", b"MM\0*\0\0\0\x08\0\0" + WHERE.encode()),
    "the time": (b"tIME", struct.pack(">HBBBBB", 2026, 11, 24, 10, 15, 0)),
}


@pytest.mark.parametrize(("name", "content"), HIDDEN_IN_PNG.values(), ids=HIDDEN_IN_PNG)
def test_no_chunk_of_a_png_that_says_where_or_when_comes_along(name: bytes, content: bytes) -> None:
    raw = png_with(name, content)
    found = read_picture(raw)
    assert found.content != raw and name not in found.content and WHERE.encode() not in found.content


def test_what_can_be_seen_through_is_seen_through_still() -> None:
    out = BytesIO()
    Image.new("RGBA", (20, 10), (255, 0, 0, 0)).save(out, "PNG", pnginfo=None, exif=Image.Exif(), comment="x")
    with Image.open(BytesIO(read_picture(out.getvalue() + b"behind").content)) as image:
        assert image.mode == "RGBA" and image.getpixel((0, 0))[3] == 0


NO_PICTURES = {
    "words": b"Dear Mrs Marsh, this is no photo.",
    "nothing": b"",
    "a page": b"<html><script>alert(1)</script></html>",
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    "the beginning of a JPEG": a_photo()[:400],
    "half a JPEG": a_photo(orientation=None)[:-600],
    "half a PNG": a_photo(orientation=None, kind="PNG")[:200],
    "a GIF": b"GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;",
    "zeros": bytes(5000),
}


@pytest.mark.parametrize("raw", NO_PICTURES.values(), ids=NO_PICTURES)
def test_what_only_calls_itself_a_picture_is_none(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    # As it stands in a process that has made a PDF.
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(NoPicture, match=NOT_A_PICTURE[:30]):
        read_picture(raw)


def test_a_picture_of_forty_megapixels_is_read() -> None:
    out = BytesIO()
    Image.new("RGB", (8000, 5000), "green").save(out, "JPEG", exif=Image.Exif(), comment=WHERE.encode())
    found = read_picture(out.getvalue())
    assert max(found.width, found.height) <= pictures.MAX_REDRAWN_EDGE and WHERE.encode() not in found.content


def test_a_bomb_of_pixels_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    ihdr = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + ihdr + struct.pack(">I", zlib.crc32(ihdr))
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda *_: pytest.fail("it was unpacked"))
    idat = b"IDAT" + zlib.compress(bytes(1000))
    bomb += struct.pack(">I", len(idat) - 4) + idat + struct.pack(">I", zlib.crc32(idat))
    with pytest.raises(NoPicture, match=TOO_MANY_PIXELS.format(16)):
        read_picture(bomb)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_file_cut_or_changed_anywhere_is_never_more_than_no_picture(kind: str) -> None:
    raw = a_photo(64, 48, kind=kind)
    for place in range(0, len(raw), 7):
        for broken in (raw[:place], raw[:place] + b"\xff\x00\xff" + raw[place + 3 :]):
            is_bare(broken, kind)
            try:
                found = read_picture(broken)
            except NoPicture:
                continue
            assert WHERE.encode() not in found.content


def huge(kind: str, size: tuple[int, int], mode: str = "RGB", **how) -> bytes:
    """A picture of one colour that its camera held upright: few bytes, many dots."""
    out = BytesIO()
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, WHERE
    Image.new(mode, size, "green").save(out, kind, exif=exif, **how)
    return out.getvalue()


HUGE: dict[str, Callable[[], bytes]] = {
    "WebP, as many as go": lambda: huge("WEBP", (4000, 4000), "RGBA", lossless=True),
    "WebP, more than go": lambda: huge("WEBP", (7071, 7071), lossless=True),
    "PNG, as many as go": lambda: huge("PNG", (4000, 4000), "RGBA"),
    "PNG, more than go": lambda: huge("PNG", (7071, 7071)),
    "JPEG of the largest phone": lambda: huge("JPEG", (8160, 6120)),
    "JPEG in many scans, as many as go": lambda: huge("JPEG", (4000, 4000), progressive=True, subsampling=0),
    "JPEG in many scans, more than go": lambda: huge("JPEG", (7071, 7071), progressive=True, subsampling=0),
}


def png_with(name: bytes, content: bytes) -> bytes:
    """A small PNG with one more chunk behind its header."""
    raw = a_photo(40, 30, orientation=None, kind="PNG")
    chunk = name + content
    return raw[:33] + struct.pack(">I", len(content)) + chunk + struct.pack(">I", zlib.crc32(chunk)) + raw[33:]


def gigabyte() -> bytes:
    """A megabyte that unpacks to one."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(1024)) + packer.flush()


def moving(kind: str, frames: int = 200) -> bytes:
    """A film of coloured squares."""
    first, *others = [Image.new("RGB", (500, 500), (each % 255, 0, 0)) for each in range(frames)]
    out = BytesIO()
    first.save(out, kind, save_all=True, append_images=others)
    return out.getvalue()


def moving_in_an_endless_canvas() -> bytes:
    """A film that says 65,536 by 65,535 dots (RFC 9649, 2.7)."""
    raw = bytearray(moving("WEBP", 60))
    place = raw.index(b"VP8X") + 12
    raw[place : place + 6] = b"\xff\xff\0" + b"\xfe\xff\0"
    return bytes(raw)


def endless_jpeg() -> bytes:
    """A small JPEG whose frame says 65,500 by 65,500 dots."""
    raw = bytearray(a_photo(40, 30, orientation=None))
    place = raw.index(b"\xff\xc0") + 5
    raw[place : place + 4] = struct.pack(">HH", 65_500, 65_500)
    return bytes(raw)


BOMBS: dict[str, Callable[[], bytes]] = {
    "PNG, words that unpack to a gigabyte": lambda: png_with(b"zTXt", b"Comment\0\0" + gigabyte()),
    "PNG, international words that do": lambda: png_with(b"iTXt", b"Comment\0\1\0\0\0" + gigabyte()),
    "PNG, a colour profile that does": lambda: png_with(b"iCCP", b"sRGB\0\0" + gigabyte()),
    "PNG, a film": lambda: moving("PNG"),
    "WebP, a film": lambda: moving("WEBP"),
    "WebP, a film without end": moving_in_an_endless_canvas,
    "JPEG without end": endless_jpeg,
}
PEAK = """
import sys
from record.pictures import NoPicture, read_picture
try:
    read_picture(sys.stdin.buffer.read())
except NoPicture:
    pass
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
MOST_MEMORY_MB = 350


@pytest.mark.parametrize("make", (HUGE | BOMBS).values(), ids=HUGE | BOMBS)
def test_no_file_makes_the_record_take_more_than_a_bounded_part_of_the_memory(make: Callable[[], bytes]) -> None:
    told = subprocess.run([sys.executable, "-c", PEAK], input=make(), capture_output=True, check=True)
    assert int(told.stdout) / 1024 < MOST_MEMORY_MB


def test_what_is_as_large_as_it_may_be_is_shown_upright() -> None:
    for make in ("WebP, as many as go", "PNG, as many as go", "JPEG in many scans, as many as go"):
        found = read_picture(HUGE[make]())
        assert (found.width, found.height) == (4000, 4000) and WHERE.encode() not in found.content
    of_a_phone = read_picture(HUGE["JPEG of the largest phone"]())
    assert (of_a_phone.width, of_a_phone.height) == (3060, 4080)


@pytest.mark.parametrize("orientation", [None, 6])
@pytest.mark.parametrize("size", [(7, 300), (300, 7), (1, 1)])
def test_a_narrow_picture_is_a_picture(size: tuple[int, int], orientation: int | None) -> None:
    out, exif = BytesIO(), Image.Exif()
    exif[0x0112] = orientation or 1
    Image.new("RGB", size, "green").save(out, "JPEG", **({"exif": exif} if orientation else {}))
    assert is_bare(out.getvalue(), "JPEG") == (orientation is None)
    found = read_picture(out.getvalue())
    assert sorted((found.width, found.height)) == sorted(size)


def test_who_waits_too_long_for_others_pictures_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "PATIENCE_S", 0.01)
    with pictures._one_at_a_time, pytest.raises(PicturesBusy):
        read_picture(a_photo())
    assert read_picture(a_photo()).media_type == "image/jpeg"


def test_what_a_decoder_said_is_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO), pytest.raises(NoPicture):
        read_picture(b"Dear Mrs Marsh")
    assert "UnidentifiedImageError" in caplog.text and "Marsh" not in caplog.text


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("exif", [b"SECRETPLACE", b"Exif\0\0SECRETPLACE"])
def test_a_picture_whose_exif_cannot_be_read_is_a_picture_all_the_same(kind: str, exif: bytes) -> None:
    out = BytesIO()
    Image.new("RGB", (40, 30), "red").save(out, kind, exif=exif)
    picture = read_picture(out.getvalue())
    assert (picture.width, picture.height) == (40, 30) and b"SECRETPLACE" not in picture.content
