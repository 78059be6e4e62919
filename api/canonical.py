"""The digest of an entry: SHA-256 over its canonical JSON (RFC 8785), as tablet and record both compute it."""

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
import rfc8785

from api.nesting import MAX_NESTING, Constant, written
from record.json_text import sorted_json_text

# What the digest is over, in the protocol's words. Two entries in which these agree have the same content.
DIGESTED = ("id", "kind", "revision", "recorded_at", "body")

MAX_EXACT_INTEGER = 2**53 - 1
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass
class Findings:
    """What a look through a JSON value found."""

    is_plain: bool = True  # no number or name that RFC 8785 writes otherwise than the standard library
    has_nul: bool = False  # NUL: PostgreSQL cannot keep it as text
    has_half_character: bool = False  # half a surrogate pair: no UTF-8 can be written of it
    has_bad_number: bool = False  # past what a double holds: no browser could read it again
    has_constant: bool = False  # NaN or Infinity, which is no JSON
    is_too_deep: bool = False

    @property
    def is_writable(self) -> bool:
        """Whether RFC 8785 can write it."""
        return not (self.has_half_character or self.has_bad_number or self.has_constant)

    @property
    def is_storable(self) -> bool:
        """Whether any database can keep it, and any reader read it."""
        return self.is_writable and not (self.has_nul or self.is_too_deep)


def examine(value: Any) -> Findings:
    """Look through a JSON value for all that needs care."""
    return Findings() if _is_plainly_sound(value) else _examined(value)


def _is_plainly_sound(value: Any) -> bool:
    """Whether a glance shows that the value needs no care, as it does with nearly every entry. It may err towards
    care: a note may be full of brackets."""
    if type(value) is not dict:
        return False
    try:
        text = orjson.dumps(value, option=orjson.OPT_STRICT_INTEGER | orjson.OPT_PASSTHROUGH_SUBCLASS)
    except TypeError:  # NaN, half a surrogate pair, an integer past 2**53, or nesting without end
        return False
    is_flat = text.count(b"{") + text.count(b"[") <= MAX_NESTING
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
    """The look itself, level by level: to the very bottom, for the digest covers what lies there too."""
    findings = Findings()
    level, depth = [value], 0
    while level:
        if depth >= MAX_NESTING and not findings.is_too_deep:
            findings.is_too_deep = any(type(each) in (dict, list) for each in level)
        level, depth = _examine_level(level, findings), depth + 1
    return findings


def _examine_level(level: list[Any], findings: Findings) -> list[Any]:
    inner: list[Any] = []
    for value in level:
        kind = type(value)
        if kind is str:
            _examine_text(value, findings)
        elif kind is dict:
            findings.is_plain &= all(map(str.isascii, value))
            for name in value:
                _examine_text(name, findings)
            inner.extend(value.values())
        elif kind is list:
            inner.extend(value)
        elif kind is Constant:
            findings.is_plain, findings.has_constant = False, True
        elif kind is float or (kind is int and abs(value) > MAX_EXACT_INTEGER):
            findings.is_plain = False
            findings.has_bad_number |= not _is_double(value)
    return inner


def _examine_text(text: str, findings: Findings) -> None:
    findings.has_nul |= "\0" in text
    findings.has_half_character |= has_half_character(text)


def has_half_character(text: str) -> bool:
    """Whether a text holds half a surrogate pair, which is no character."""
    return not text.isascii() and _LONE_SURROGATE.search(text) is not None


def _is_double(number: float) -> bool:
    try:
        return abs(float(number)) < float("inf")
    except OverflowError:
        return False


def canonical(value: Any, findings: Findings) -> bytes:
    """The RFC 8785 form of a value that it can write. `findings` is what a look through it found."""
    if findings.is_plain and not findings.is_too_deep:
        # Sorted JSON is then what RFC 8785 asks for, at a fiftieth of the time.
        return sorted_json_text(value).encode()
    return written(value, _scalar, _in_order).encode()


def _scalar(value: Any) -> str:
    """As JavaScript writes it: an integer past 2**53 is the double that a browser reads it as."""
    if type(value) is int and abs(value) > MAX_EXACT_INTEGER:
        value = float(value)
    return rfc8785.dumps(value).decode()


def _in_order(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: name.encode("utf-16-be"))


def digest(entry: Any, findings: Findings) -> str | None:
    """The digest, in hex, of an entry as received: of the sealed text itself where it is sealed; None of what
    RFC 8785 cannot write. `findings` is what a look through the entry found."""
    if isinstance(entry, dict) and isinstance(entry.get("sealed"), str):
        return None if has_half_character(entry["sealed"]) else _sha256(entry["sealed"].encode())
    if not isinstance(entry, dict) or any(name not in entry for name in DIGESTED):
        return None
    told = {name: entry[name] for name in DIGESTED}
    if not findings.is_writable:  # what cannot be written may lie beside these fields
        findings = examine(told)
    return _sha256(canonical(told, findings)) if findings.is_writable else None


def content_key(entry: Any, told: str | None, findings: Findings) -> str:
    """What tells the content of an entry from another's: `told`, its digest, wherever it has one, and an id in capitals
    is the same id."""
    if told is None:
        return _sha256(_as_ascii(entry).encode())
    if isinstance(entry.get("id"), str) and not isinstance(entry.get("sealed"), str) and not entry["id"].islower():
        return digest({**entry, "id": entry["id"].lower()}, findings) or told
    return told


def _as_ascii(entry: Any) -> str:
    if isinstance(entry, dict):
        # Where one of the fields is not there, another member may be what it was meant to say.
        entry = {name: entry[name] for name in DIGESTED} if all(name in entry for name in DIGESTED) else {**entry}
        if isinstance(entry.get("id"), str):
            entry["id"] = entry["id"].lower()
    return written(entry, json.dumps, sorted)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
