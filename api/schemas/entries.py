"""An entry's envelope, and reading a raw one into what the record files."""

import json
import uuid
from typing import Any

from marshmallow import ValidationError
from marshmallow.exceptions import SCHEMA

from api.canonical import content_key, digest, examine
from api.nesting import shallow
from api.schemas.bodies import BODIES
from api.schemas.fields import MAX_COUNT, Count, Id, Members, Moment, Word
from api.schemas.quick import QuickSchema
from record.entries import Incoming, Problem
from record.json_text import json_text

MAX_DEVICE_SEQ = 2**53 - 1
MAX_PROBLEMS = 50  # more help nobody to mend an entry
MAX_KIND_CHARACTERS = 40  # what the audit trail and the feed keep of it
# Entries whose own id cannot be read are kept under one made from what they are.
UNREADABLE = uuid.UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")


class EntrySchema(QuickSchema):
    """One entry on its way to the record."""

    id = Id(required=True)
    kind = Word(required=True, metadata={"enum": list(BODIES)})
    revision = Count(required=True)
    base_version = Count(allow_none=True)
    recorded_at = Moment(required=True)
    device_seq = Count(MAX_DEVICE_SEQ, allow_none=True)
    schema = Count(allow_none=True)
    body = Members(required=True)


ENTRY = EntrySchema()
_ID = Id()


def read_entry(raw: Any) -> Incoming:
    """Read one entry as received. Never raises: what is wrong with it is in `problems`, and it is kept all the same."""
    findings = examine(raw)
    told = digest(raw, findings)
    key = content_key(raw, told, findings)
    if findings.is_too_deep:
        raw = shallow(raw)
    # What no database can keep as text is kept escaped.
    text = json_text(raw) if findings.is_storable else json.dumps(raw)
    revision = _revision_of(raw)
    own_id = _id_of(raw)
    incoming = Incoming(id=own_id or _made_up_id(raw), revision=revision, digest=key, raw=text, told_digest=told)
    incoming.is_named = bool(revision and (own_id or _text_id_of(raw) is not None))
    if not isinstance(raw, dict):
        incoming.problems = [Problem("", "An entry is an object with id, kind, revision, recorded_at and body")]
    elif raw.get("sealed") is not None:
        incoming.problems = [Problem("sealed", "The seal does not open")]
    elif findings.is_storable or (not findings.is_too_deep and examine(_without_its_number(raw)).is_storable):
        _read(raw, incoming)
    else:
        incoming.problems = [Problem("body", "This holds characters, numbers or nesting that cannot be stored")]
    if isinstance(raw, dict):
        # Whatever is wrong with it, it has arrived: its number is not missing.
        incoming.device_seq = _whole(raw.get("device_seq"), MAX_DEVICE_SEQ)
    return incoming


def _read(raw: dict[str, Any], incoming: Incoming) -> None:
    try:
        told = ENTRY.load(_without_its_number(raw))
    except ValidationError as error:
        told = error.valid_data if isinstance(error.valid_data, dict) else {}
        incoming.problems = _problems(error.messages)[:MAX_PROBLEMS]
    kind = told.get("kind")
    incoming.kind = kind[:MAX_KIND_CHARACTERS] if isinstance(kind, str) else None
    incoming.recorded_at = told.get("recorded_at")
    incoming.base_version = told.get("base_version")
    incoming.body = told.get("body") or {}
    if not incoming.problems:
        _read_body(incoming)


def _without_its_number(raw: dict[str, Any]) -> dict[str, Any]:
    """The entry without `device_seq`, which is read by itself: one that cannot be read is as if it were not there."""
    return {name: value for name, value in raw.items() if name != "device_seq"}


def _read_body(incoming: Incoming) -> None:
    schema = BODIES.get(incoming.kind or "")
    if schema is None:
        incoming.problems = [Problem("kind", "This kind of entry is not known here")]
        return
    try:
        incoming.body = schema.load(incoming.body)
    except ValidationError as error:
        incoming.problems = _problems(error.messages, "body.")[:MAX_PROBLEMS]


def _problems(messages: Any, path: str = "") -> list[Problem]:
    """marshmallow's messages, nested as they are, as a flat list with paths such as `body.actions.0.text`."""
    if isinstance(messages, dict):
        return [found for name, inner in messages.items() for found in _problems(inner, _further(path, str(name)))]
    if isinstance(messages, list) and any(isinstance(message, dict | list) for message in messages):
        return [found for inner in messages for found in _problems(inner, path)]
    words = messages if isinstance(messages, list) else [messages]
    return [Problem(path.rstrip("."), str(word)[:300]) for word in words]


def _further(path: str, name: str) -> str:
    return path if name == SCHEMA else f"{path}{name[:60]}."


def _id_of(raw: Any) -> str | None:
    try:
        return str(_ID.deserialize(raw["id"]))
    except (ValidationError, TypeError, KeyError, IndexError):
        return None


def _text_id_of(raw: Any) -> str | None:
    """An id that is a text and no UUID: nothing is filed under it, but by it the entry is known again."""
    told = raw.get("id") if isinstance(raw, dict) else None
    return told if isinstance(told, str) else None


def _made_up_id(raw: Any) -> str:
    text_id = _text_id_of(raw)
    # Without any, of the whole text and not of the digest: two may differ in what the digest does not cover.
    return str(uuid.uuid5(UNREADABLE, json.dumps(raw if text_id is None else f"id {text_id}", sort_keys=True)))


def _revision_of(raw: Any) -> int:
    return _whole(raw.get("revision"), MAX_COUNT) or 0 if isinstance(raw, dict) else 0


def _whole(value: Any, most: int) -> int | None:
    if type(value) is float and value.is_integer():
        value = int(value)  # JSON knows one kind of number: 1.0 is 1
    return value if type(value) is int and 1 <= value <= most else None
