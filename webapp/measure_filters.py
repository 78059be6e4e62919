"""Template filters that tell what an instrument measured, in words; the same in static/jotter/measure_filters.js.

A note may hold anything where a number or a list is wanted: an older build's, a broken tablet's. Whatever is not what
is wanted is told as nothing, by both engines alike. Texts come back without blanks around them, numbers as texts.
"""

import math
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from record.instruments import scale, target, time_sample
from record.instruments.frequency import rate_per_hour
from record.instruments.time_sample import percent_of_intervals
from record.times import parse_wire_time

_BLANKS_AROUND = re.compile(r"^[ \t\r\n]+|[ \t\r\n]+$")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
BRIEF_CHARACTERS = 60
MOST = 1e9  # no instrument counts further


def members(value: Any) -> dict[str, Any]:
    """An object, or an empty one."""
    return value if isinstance(value, dict) else {}


def listed(value: Any) -> list[Any]:
    """A list, or an empty one."""
    return value if isinstance(value, list) else []


def rows(value: Any) -> list[dict[str, Any]]:
    """The objects of a list."""
    return [each for each in listed(value) if isinstance(each, dict)]


def worded(value: Any) -> str:
    """A text without the blanks around it."""
    return _BLANKS_AROUND.sub("", value) if isinstance(value, str) else ""


def brief(text: str) -> str:
    """The first words of a text, for a line among others."""
    return text if len(text) <= BRIEF_CHARACTERS else text[: BRIEF_CHARACTERS - 1] + "…"


def joined(parts: list[Any]) -> str:
    """The texts of a list that say something, by commas."""
    return ", ".join(part for part in map(worded, parts) if part)


def spaced(parts: list[Any]) -> str:
    """The texts of a list that say something, by blanks."""
    return " ".join(part for part in map(worded, parts) if part)


def labelled(parts: list[Any]) -> str:
    """`Calling out: 7`, of a name and what is said of it; either alone where the other is missing."""
    return ": ".join(part for part in map(worded, parts) if part)


def picked(value: Any) -> str:
    """What was chosen from a list, and the words beside it."""
    told = members(value)
    chosen, text = joined(listed(told.get("chosen"))), worded(told.get("text"))
    return worded(value) or "; ".join(part for part in (chosen, text) if part)


def number(value: Any) -> str:
    """`7`, `2.5`: a number to one decimal."""
    known = _number(value)
    return "" if known is None else _figure(known)


def signed(value: Any) -> str:
    """`+1`, `0`, `-2`."""
    known = _number(value)
    return "" if known is None else f"{'+' if known > 0 else ''}{_figure(known)}"


def lasting(value: Any) -> str:
    """`1 h 20 min`, `4 min 5 s`; under a minute to a tenth of a second."""
    seconds = _number(value)
    if seconds is None or seconds < 0:
        return ""
    if seconds < 59.95:
        return f"{_figure(seconds)} s"
    whole = math.floor(seconds + 0.5)
    parts = ((whole // 3600, "h"), (whole // 60 % 60, "min"), (whole % 60, "s"))
    return " ".join(f"{amount} {unit}" for amount, unit in parts if amount)


def per_hour(count: Any, seconds: Any) -> str:
    """How often an hour, of a count in so many seconds."""
    known, watched = _number(count), _number(seconds)
    return "" if known is None or not watched or watched < 0 else _figure(rate_per_hour(known, watched))


def percent(part: Any, whole: Any) -> str:
    """So many of so many, in whole per cent."""
    known, of = _number(part), _number(whole)
    if known is None or not of or of < 0:
        return ""
    return str(math.floor(100 * known / of + 0.5))


def yeses(intervals: Any) -> int:
    """In how many intervals it was seen."""
    return sum(each is True for each in listed(intervals))


def percent_yes(intervals: Any) -> str:
    """In how many per cent of the intervals it was seen."""
    known = listed(intervals)
    return str(math.floor(percent_of_intervals(yeses(known), len(known)) + 0.5)) if known else ""


def moment(value: Any) -> datetime | None:
    """The moment that a text names, written as RFC 3339 writes it; a stricter reader than a browser's own."""
    return parse_wire_time(value) if isinstance(value, str) and _MOMENT.fullmatch(value) else None


def spell_seconds(spell: Any) -> float | None:
    """How long a spell went on."""
    start, stop = (moment(members(spell).get(end)) for end in ("start", "stop"))
    return None if start is None or stop is None else (stop - start).total_seconds()


def scale_name(code: Any) -> str:
    """The name of a known scale; a code that nobody has named yet as it came."""
    return scale.SCALES[code].name if isinstance(code, str) and code in scale.SCALES else worded(code)


def step_name(score: Any, code: Any) -> str:
    """What a score on a known scale is called."""
    known, step = scale.SCALES.get(code) if isinstance(code, str) else None, _whole(score)
    if known is None or step is None or not known.least <= step <= known.most:
        return ""
    return known.labels[step - known.least]


def most_on(code: Any) -> str:
    """The highest score of a known scale."""
    return str(scale.SCALES[code].most) if isinstance(code, str) and code in scale.SCALES else ""


def scored(scores: Any) -> list[dict[str, str]]:
    """The areas of the engagement model that have a score."""
    told = members(scores)
    named = [{"name": name, "score": number(told.get(code))} for code, name in scale.SCALES["engagement"].areas]
    return [each for each in named if each["score"]]


def help_name(code: Any) -> str:
    """A level of help in words."""
    return target.HELP.get(code, code) if isinstance(code, str) else ""


def rule_name(code: Any) -> str:
    """A rule of time sampling in words."""
    return time_sample.RULES.get(code, code) if isinstance(code, str) else ""


def attainment_name(value: Any) -> str:
    """What a goal attainment is called."""
    step = _whole(value)
    return "" if step is None else target.ATTAINMENTS.get(step, "")


def is_no(value: Any) -> bool:
    """Whether it was said that it is not so."""
    return value is False


FILTERS: tuple[Callable[..., Any], ...] = (
    members, listed, rows, worded, brief, joined, spaced, labelled, picked, number, signed, lasting, per_hour, percent,
    yeses, percent_yes, spell_seconds, scale_name, step_name, most_on, scored, help_name, rule_name, attainment_name,
    is_no,
)  # fmt: skip


def _number(value: Any) -> float | None:
    is_one = isinstance(value, (int, float)) and not isinstance(value, bool)
    return value if is_one and abs(value) < MOST else None


def _whole(value: Any) -> int | None:
    known = _number(value)
    return int(known) if known is not None and known == int(known) else None


def _figure(value: float) -> str:
    """To one decimal, halves upwards: the same on every side, as Python's `round` and JavaScript's are not."""
    rounded = math.floor(value * 10 + 0.5) / 10
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)
