"""Reading a request's body: unpacked, measured and parsed, whatever was sent."""

import gzip
import json
import math
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from flask import Request
from gunicorn.http.errors import ParseException
from marshmallow import Schema
from werkzeug.exceptions import HTTPException

from api.canonical import examine
from api.nesting import Constant, DeepReader, is_balanced

MAX_DIGITS = 300
PAST_DOUBLES = 10**309  # no double reaches it: what stands for a number that a browser reads as infinite


class TooLarge(Exception):
    """The body is larger than a request may be."""


class NotJson(Exception):
    """The body is not JSON."""


class BrokenOff(NotJson):
    """The body breaks off, or is not framed as HTTP frames it."""


def read_sent(request: Request, most_bytes: int) -> bytes:
    """The body's first bytes, as sent. Raises BrokenOff."""
    try:
        content: bytes = request.stream.read(most_bytes)
    except (OSError, ParseException, HTTPException):  # gunicorn's words for a broken chunk, and werkzeug's
        raise BrokenOff from None
    return content


def read_json(request: Request, max_bytes: int) -> Any:
    """The parsed body. Raises TooLarge past `max_bytes` (unpacked), NotJson for anything that is not JSON."""
    coding = request.headers.get("Content-Encoding", "identity").strip().lower()
    # The limit is of what is unpacked, and packing may make a little more of it.
    most = max_bytes + (max_bytes // 100 + 1000 if coding == "gzip" else 0)
    if (request.content_length or 0) > most:
        raise TooLarge
    packed = read_sent(request, most + 1)
    if len(packed) > most:
        raise TooLarge
    if coding == "gzip":
        packed = _unpack(packed, max_bytes)
    elif coding != "identity":
        raise NotJson
    if len(packed) > max_bytes:
        raise TooLarge
    try:
        return parse(packed.decode("utf-8"))
    except (ValueError, RecursionError):
        raise NotJson from None


def read_told(request: Request, schema: Schema, max_bytes: int) -> dict[str, Any]:
    """The body as a schema reads it. Raises TooLarge, NotJson also for what could not be stored, ValidationError."""
    body = read_json(request, max_bytes)
    if not examine(body).is_storable:
        raise NotJson
    told: dict[str, Any] = schema.load(body)
    return told


def parse(text: str) -> Any:
    """The value of a JSON text; it never holds an infinite number, which no JSON could be written of again, and a
    Constant in the place of NaN. One entry nested a thousand deep, or a number of a thousand digits, must not hold up
    those beside it. Raises ValueError."""
    try:
        return _loaded(text)
    except RecursionError:
        if not is_balanced(text):
            raise ValueError("What is opened is not closed") from None
        return DeepReader(text, _SCALAR).read()


def _loaded(text: str) -> Any:
    try:
        return _PLAINLY.decode(text)
    except ValueError:
        return _LONG_DIGITS.decode(text)


def _int(digits: str) -> int | float:
    # Python refuses integers of more than 4,300 digits; past 300 a browser reads them as infinite, or nearly.
    return int(digits) if len(digits) <= MAX_DIGITS else _float(digits)


def _float(digits: str) -> int | float:
    number = float(digits)
    return number if math.isfinite(number) else PAST_DOUBLES if number > 0 else -PAST_DOUBLES


def _unpack(packed: bytes, max_bytes: int) -> bytes:
    try:
        with gzip.GzipFile(fileobj=BytesIO(packed)) as members:
            # One byte more than allowed is enough to know: a small bomb never becomes a large one.
            return members.read(max_bytes + 1)
    except (OSError, EOFError, zlib.error):
        raise NotJson from None


# Made once: json.loads() makes a decoder for each call that names how to parse, and each sealed entry is a call.
_PLAINLY = json.JSONDecoder(parse_constant=Constant, parse_float=_float)
_LONG_DIGITS = json.JSONDecoder(parse_constant=Constant, parse_float=_float, parse_int=_int)
# The reader of one value at a place, as the standard library has it.
_SCALAR: Callable[[str, int], tuple[Any, int]] = vars(_LONG_DIGITS)["scan_once"]
