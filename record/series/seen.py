"""An observation as series are computed from it, and how its measures are read, whatever may stand in them.

What is filed is right by the schemas; but an older or a newer tablet may say less, more or other. Nothing here raises.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from record.times import SCHOOL_ZONE

NOT_NAMED = "Not named"
MOST_NAMED = 10
T = TypeVar("T")


@dataclass(frozen=True)
class Seen:
    """What a chart needs of one observation. `hour` and `weekday` (Monday is 0) are of the school's wall clock."""

    day: date
    hour: int
    weekday: int
    instrument: str
    setting: str = ""
    measures: dict[str, Any] = field(default_factory=dict)
    outcome_ids: list[str] = field(default_factory=list)


def seen_at(observed_at: datetime, instrument: str, setting: Any, measures: Any, outcome_ids: Any) -> Seen:
    """An observation, of its moment and the parts of its body."""
    wall = observed_at.astimezone(SCHOOL_ZONE)
    ids = [each for each in outcome_ids if isinstance(each, str)] if isinstance(outcome_ids, list) else []
    known = measures if isinstance(measures, dict) else {}
    return Seen(wall.date(), wall.hour, wall.weekday(), instrument, named(setting, ""), known, ids)


def number(value: Any) -> float | None:
    """A number, or None for whatever is none."""
    is_one = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if is_one and abs(value) < 1e9 else None  # NaN is less than nothing


def named(value: Any, otherwise: str = NOT_NAMED) -> str:
    """A name with its blanks put in order, or what stands for none."""
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return words or otherwise


def listed(value: Any) -> list[Any]:
    """A list, or an empty one for whatever is none."""
    return value if isinstance(value, list) else []


def tenth(value: float) -> float:
    """To one decimal, halves upwards: the same on every side, as Python's `round` and JavaScript's are not."""
    return math.floor(value * 10 + 0.5) / 10


def figure(value: float) -> str:
    """`21`, `2.5`: a value in words, without a decimal that says nothing."""
    rounded = tenth(value)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def lasting(seconds: float) -> str:
    """`1 h 20 min` or `4 min 5 s`, to the second."""
    whole = math.floor(seconds + 0.5)
    parts = [(whole // 3600, "h"), (whole // 60 % 60, "min"), (whole % 60, "s")]
    return " ".join(f"{amount} {unit}" for amount, unit in parts if amount) or "0 s"


def plural(count: int, one: str) -> str:
    """`1 spell`, `3 spells`."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def grouped(pairs: Iterable[tuple[str, T]]) -> list[tuple[str, list[T]]]:
    """What belongs to each name, the name with most first. Case makes no difference: the first spelling stands."""
    names: dict[str, str] = {}
    groups: dict[str, list[T]] = {}
    for name, thing in pairs:
        names.setdefault(name.lower(), name)
        groups.setdefault(name.lower(), []).append(thing)
    order = sorted(groups, key=lambda key: (-len(groups[key]), key))
    return [(names[key], groups[key]) for key in order]


def by_day(things: Iterable[tuple[Seen, T]]) -> list[tuple[date, list[T]]]:
    """What belongs to each day, in the order of days."""
    days: dict[date, list[T]] = {}
    for seen, thing in things:
        days.setdefault(seen.day, []).append(thing)
    return sorted(days.items(), key=lambda pair: pair[0])


def most_named(
    groups: Sequence[tuple[str, list[T]]], most: int, says: Callable[[str], str]
) -> tuple[Sequence[tuple[str, list[T]]], list[str]]:
    """The first `most` groups, and a sentence that names the others, where there are any."""
    others = [name for name, _ in groups[most:]]
    listed_names = ", ".join(others[:MOST_NAMED]) + (" and more" if len(others) > MOST_NAMED else "")
    return groups[:most], [says(listed_names)] if others else []


def also_seen(names: str) -> str:
    """What is said of groups beyond the readable number of lines or charts."""
    return f"Also recorded, and not drawn: {names}."
