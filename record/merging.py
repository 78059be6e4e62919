"""Two people changed one document: whose fields stand, and where they cannot both stand."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from record.times import parse_wire_time, wire_time

Body = dict[str, Any]
# A moment that is written in two ways is one moment.
MOMENTS = frozenset({"observed_at"})
LINKS = frozenset({"outcome_ids"})
UUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")


@dataclass(frozen=True)
class Merge:
    """The outcome: the body in which both changes stand, and the fields in which they clash."""

    body: Body
    clashes: tuple[str, ...]


def merge(base: Body, recorded: Body, offered: Body, touched: Collection[str] = ()) -> Merge:
    """Three-way merge by field: what `offered` changed since `base`, put upon `recorded`.

    A field clashes when both sides changed it, to different values; there the record's value is left standing.
    `touched` are the fields that were changed in the record between the two: one that was changed and changed back
    is among them, and clashes too. A field that `offered` does not mention is unchanged: an older tablet does not
    know a newer one's fields.
    """
    merged, clashes = dict(recorded), []
    for name in offered:
        if name in base and is_same(offered[name], base[name]):
            continue
        was, theirs, ours = (_value(body, name) for body in (base, recorded, offered))
        if is_same(theirs, was) and name not in touched:
            # Nobody else has touched it: exactly as it is offered, be it another way to leave it empty.
            merged[name] = offered[name]
        elif not (is_same(ours, was) or is_same(ours, theirs)):
            clashes.append(name)
    return Merge(merged, tuple(clashes))


def is_same(one: Any, other: Any) -> bool:
    """Whether two JSON values are the same: to Python `true` is 1, to JSON it is not."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(value, other[name]) for name, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def has_same_words(one: Body, other: Body) -> bool:
    """Whether two bodies of a note say the same. What the SENCO links it to is none of its words."""
    return all(is_same(_value(one, name), _value(other, name)) for name in (one.keys() | other.keys()) - LINKS)


def lower_ids(value: Any, name: str = "") -> Any:
    """A body as it was sent, or a part of it, with the UUIDs of its ids in lower case: so are those of every body in
    the record, and an id is the same however it was written. Words stay as they are, whatever they look like."""
    if isinstance(value, dict):
        return {key: lower_ids(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [lower_ids(each, name) for each in value]
    is_id = name == "id" or name.endswith(("_id", "_ids"))
    return value.lower() if is_id and isinstance(value, str) and UUID.fullmatch(value) else value


def differing(offered: Body, recorded: Body) -> tuple[str, ...]:
    """The fields that the first body mentions and in which it says something else than the second."""
    return tuple(name for name in offered if not is_same(_value(offered, name), _value(recorded, name)))


def _value(body: Body, name: str) -> Any:
    # A field left out and a field left empty mean the same to a person: neither is a change of the other.
    value = body.get(name)
    if name in MOMENTS:
        moment = parse_wire_time(value)
        value = wire_time(moment) if moment else value
    return None if value in ("", [], {}) else value
