"""When it happened, was written and arrived, in a line, where they differ: `Seen Tue 3 Mar, 10:15 · written 14:20`.

Its twin is static/jotter/times_apart.js; a parity test holds them together.
"""

from datetime import UTC, datetime, timedelta

from webapp.wall_clock import MONTHS, WEEKDAYS, clock_of, local_of

# Less than this is no difference that anybody asks about.
APART = timedelta(hours=1)


def times_apart(body: object) -> str:
    """The times of a note's document that are more than an hour apart, in their order; nothing where none are."""
    told = body if isinstance(body, dict) else {}
    first = _held(told) if "held_on" in told else ("Seen", _moment(told, "observed_at") or _moment(told, "recorded_at"))
    shown = [first]
    for word, name in (("written", "recorded_at"), ("arrived", "received_at")):
        moment = _moment(told, name)
        if moment and shown[-1][1] and _is_apart(shown[-1], (word, moment)):
            shown.append((word, moment))
    if len(shown) == 1:
        return ""
    line = " · ".join(_said(each, shown[place - 1][1] if place else None) for place, each in enumerate(shown))
    return line[:1].upper() + line[1:]


Shown = tuple[str, datetime | None]


def _held(body: dict[str, object]) -> Shown:
    """A meeting has a day and no hour; one that is only prepared is told by its writing."""
    if body.get("finished"):
        return "Held", local_of(body.get("held_on"))
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
    return later.date() > earlier.date() if word == "Held" else apart > APART


def _said(shown: Shown, before: datetime | None) -> str:
    word, local = shown
    if local is None:
        return word
    day = f"{WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]}"
    if before and before.year != local.year:
        day += f" {local.year}"
    if word == "Held":
        return f"{word} {day}"
    if before and before.date() == local.date():
        return f"{word} {clock_of(local)}"
    return f"{word} {day}, {clock_of(local)}"
