"""When a note was written and arrived, where that differs: `Written 14:20 · arrived Wed 4 Mar, 08:02`.

Its twin is static/jotter/times_apart.js; a parity test holds them together.
"""

from datetime import UTC, datetime, timedelta

from webapp.wall_clock import MONTHS, WEEKDAYS, clock_of, local_of

# Less than this is no difference that anybody asks about.
APART = timedelta(hours=1)


def times_apart(body: object) -> str:
    """When a note's document was written and arrived, as far as each is more than an hour from what was before it;
    nothing where none is. When it happened stands wherever a note is shown, and is not told again."""
    told = body if isinstance(body, dict) else {}
    first = _held(told) if "held_on" in told else ("seen", _moment(told, "observed_at") or _moment(told, "recorded_at"))
    shown = [first]
    for word, name in (("written", "recorded_at"), ("arrived", "received_at")):
        moment = _moment(told, name)
        if moment and shown[-1][1] and _is_apart(shown[-1], (word, moment)):
            shown.append((word, moment))
    if len(shown) == 1:
        return ""
    said = [_said(each, shown[place - 1][1] if place else None) for place, each in enumerate(shown)]
    line = " · ".join(said if first[0] == "written" else said[1:])
    return line[:1].upper() + line[1:]


Shown = tuple[str, datetime | None]


def _held(body: dict[str, object]) -> Shown:
    """A meeting has a day and no hour; one that is only prepared is told by its writing."""
    if body.get("finished"):
        return "held", local_of(body.get("held_on"))
    return "written", _moment(body, "recorded_at")


def _moment(body: dict[str, object], name: str) -> datetime | None:
    value = body.get(name)
    return local_of(value) if isinstance(value, str) and len(value) > len("2026-11-24") else None


def _is_apart(before: Shown, after: Shown) -> bool:
    (word, earlier), (_, later) = before, after
    if earlier is None or later is None or word == after[0]:
        return False
    # In UTC: of two times on one wall Python takes the difference of what the wall shows.
    apart = abs(later.astimezone(UTC) - earlier.astimezone(UTC))
    return later.date() > earlier.date() if word == "held" else apart > APART


def _said(shown: Shown, before: datetime | None) -> str:
    word, local = shown
    if local is None:
        return word
    day = f"{WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"
    if before and before.year != local.year:
        day += f" {local.year}"
    if before and before.date() == local.date():
        return f"{word} {clock_of(local)}"
    return f"{word} {day}, {clock_of(local)}"
