"""Sealed entries: opened here, and read as the signed entries that are inside."""

import json
from collections.abc import Callable
from typing import Any

from api.canonical import examine
from api.request_body import parse
from api.schemas.entries import read_entry
from api.schemas.fields import Id
from record.entries import Incoming, Problem
from record.sealing import SealDoesNotOpen

MAX_SIGNATURE_CHARACTERS = 100
NOT_AN_ENTRY = Problem("sealed", "What is inside the seal is no signed entry")
ANOTHER_ENTRY = Problem("sealed", "Inside the seal is another entry than it says outside")

# Given a key's id and the sealed text, what is inside; raises SealDoesNotOpen.
Opener = Callable[[str, str], bytes]
_ID = Id()


def read_any(raw: Any, opener: Opener) -> Incoming:
    """Read an entry as received, sealed or plain. Never raises: what is wrong is in its `problems`."""
    if not isinstance(raw, dict) or not isinstance(raw.get("sealed"), str):
        return read_entry(raw)
    try:
        payload, signature = _opened(raw, opener)
        inner = parse(payload)
    except (SealDoesNotOpen, ValueError, KeyError, TypeError, RecursionError):
        return read_entry(raw)
    return _read_inside(raw, payload, inner, signature)


def _opened(raw: dict[str, Any], opener: Opener) -> tuple[str, str]:
    envelope = json.loads(opener(str(raw.get("seal_key")).lower(), raw["sealed"]).decode("utf-8"))
    payload, signature = envelope["payload"], envelope["signature"]
    if not isinstance(payload, str) or not isinstance(signature, str):
        raise ValueError
    return payload, signature


def _read_inside(raw: dict[str, Any], payload: str, inner: Any, signature: str) -> Incoming:
    outside = read_entry(raw)
    findings = examine([payload, signature])
    if not isinstance(inner, dict) or findings.has_nul or findings.has_half_character:
        outside.problems = [NOT_AN_ENTRY]
        return outside
    incoming = read_entry(inner)
    incoming.told_digest = outside.told_digest
    if incoming.device_seq is None:
        incoming.device_seq = outside.device_seq
    # Kept exactly as it was signed, so that the signature can be checked years later.
    incoming.raw, incoming.signature = payload, signature[:MAX_SIGNATURE_CHARACTERS]
    incoming.author_id, incoming.device_id = _id(inner.get("author")), _id(inner.get("device"))
    if (outside.id, outside.revision) != (incoming.id, incoming.revision):
        incoming.problems = [ANOTHER_ENTRY, *incoming.problems]
        # It is known by what its tablet calls it: it takes nobody else's name.
        incoming.id, incoming.revision, incoming.is_named = outside.id, outside.revision, outside.is_named
    return incoming


def _id(value: Any) -> str:
    """The id of somebody, or of a tablet; of nobody where it is none."""
    return _ID.plain(value) or ""
