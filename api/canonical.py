"""The digest of an entry: SHA-256 over its canonical JSON (RFC 8785), as tablet and record both compute it."""

import hashlib
import json
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
import rfc8785

from record.json_text import sorted_json_text

# What the digest is over, in the protocol's words; a member that was not sent is left out.
DIGESTED = ("id", "kind", "revision", "recorded_at", "body")

MAX_DEPTH = 40
MAX_EXACT_INTEGER = 2**53 - 1
MAX_NUMBER = sys.float_info.max
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass
class Findings:
    """What a look through a JSON value found."""

    is_plain: bool = True  # no number or name that RFC 8785 writes otherwise than the standard library
    has_bad_text: bool = False  # NUL or half a surrogate pair: no database can keep it as text
    has_bad_number: bool = False  # past what a double holds: no browser could read it again
    is_too_deep: bool = False

    @property
    def is_storable(self) -> bool:
        return not (self.has_bad_text or self.has_bad_number or self.is_too_deep)


def examine(value: Any) -> Findings:
    """Look through a JSON value for all that needs care."""
    return Findings() if _is_plainly_sound(value) else _examined(value)


def _is_plainly_sound(value: Any) -> bool:
    """Whether a glance shows that the value needs no care, as it does with nearly every entry. It may err towards
    care: a note may be full of brackets."""
    if type(value) is not dict:
        return False
    try:
        text = orjson.dumps(value, option=orjson.OPT_STRICT_INTEGER)
    except TypeError:  # half a surrogate pair, an integer past 2**53, or nesting without end
        return False
    is_flat = text.count(b"{") + text.count(b"[") <= MAX_DEPTH
    return is_flat and b"\\u0000" not in text and not _has_fraction_or_other_name(value)


def _has_fraction_or_other_name(value: dict[str, Any] | list[Any]) -> bool:
    inner: Iterable[Any] = value
    if type(value) is dict:
        if not all(map(str.isascii, value)):
            return True
        inner = value.values()
    for member in inner:
        kind = type(member)
        if kind is float or ((kind is dict or kind is list) and member and _has_fraction_or_other_name(member)):
            return True
    return False


def _examined(value: Any) -> Findings:
    """The look itself, level by level."""
    findings = Findings()
    level, depth = [value], 0
    while level:
        if depth > MAX_DEPTH:
            findings.is_too_deep, findings.is_plain = True, False
            break
        level, depth = _examine_level(level, findings), depth + 1
    return findings


def _examine_level(level: list[Any], findings: Findings) -> list[Any]:
    inner: list[Any] = []
    for value in level:
        kind = type(value)
        if kind is str:
            findings.has_bad_text |= _is_bad(value)
        elif kind is dict:
            findings.is_plain &= all(map(str.isascii, value))
            findings.has_bad_text |= any(map(_is_bad, value))
            inner.extend(value.values())
        elif kind is list:
            inner.extend(value)
        elif kind is float or (kind is int and abs(value) > MAX_EXACT_INTEGER):
            findings.is_plain = False
            findings.has_bad_number |= not -MAX_NUMBER <= value <= MAX_NUMBER
    return inner


def _is_bad(text: str) -> bool:
    return "\0" in text or (not text.isascii() and _LONE_SURROGATE.search(text) is not None)


def canonical(value: Any, findings: Findings) -> bytes:
    """The value's RFC 8785 form. Half surrogate pairs are replaced, as a browser's TextEncoder does."""
    if findings.has_bad_text or findings.is_too_deep:  # too deep: nobody has looked at the words down there
        value = _mended_text(value)
    if findings.is_plain:
        # Sorted JSON is then what RFC 8785 asks for, at a fiftieth of the time.
        return sorted_json_text(value).encode("utf-8", "replace")
    try:
        return rfc8785.dumps(_as_doubles(value))
    except (rfc8785.CanonicalizationError, OverflowError):
        text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return text.encode("utf-8", "replace")


def _mended_text(value: Any) -> Any:
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_mended_text(member) for member in value]
    if isinstance(value, dict):
        return {_mended_text(name): _mended_text(member) for name, member in value.items()}
    return value


def _as_doubles(value: Any) -> Any:
    """Integers past 2**53 as the doubles that a browser reads them as."""
    if isinstance(value, list):
        return [_as_doubles(member) for member in value]
    if isinstance(value, dict):
        return {name: _as_doubles(member) for name, member in value.items()}
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > MAX_EXACT_INTEGER:
        return float(value)
    return value


def digest(entry: Any, findings: Findings) -> str:
    """The digest, in hex, of an entry as received: of the sealed text itself where it is sealed. `findings` is
    what a look through the entry found."""
    if isinstance(entry, dict) and isinstance(entry.get("sealed"), str):
        sealed = entry["sealed"]
        return hashlib.sha256((sealed if sealed.isascii() else _mended_text(sealed)).encode()).hexdigest()
    told = {name: entry[name] for name in DIGESTED if name in entry} if isinstance(entry, dict) else entry
    return hashlib.sha256(canonical(told, findings)).hexdigest()
