"""The template filters that Jinja and Nunjucks share: dates in British time, codes in a teacher's words.

The same list, by the same names, lives in static/jotter/render.js; a parity test holds them together.
"""

from flask import Flask

from record import instruments, needs, pupils
from record.parent_meetings import PURPOSES
from record.times import SCHOOL_ZONE as SCHOOL_ZONE
from webapp import measure_filters, meeting_filters
from webapp.times_apart import times_apart
from webapp.wall_clock import MONTHS, WEEKDAYS, clock_of, local_of

KIND_NAMES = {
    **instruments.TITLES,
    "observation": "Observation",
    "parent_meeting": "Parent meeting",
    "answer": "Answer",
}


def register(app: Flask) -> None:
    """Make every filter known to the app's templates."""
    ours = (day, clock, clock_seconds, day_clock, times_apart, need_name, status_name, kind_name, purpose_name)
    for a_filter in (*ours, *measure_filters.FILTERS, *meeting_filters.FILTERS):
        app.jinja_env.filters[a_filter.__name__] = a_filter


def day(value: object) -> str:
    """'Tue 24 Nov 2026'; what cannot be read as a date is shown as it stands."""
    local = local_of(value)
    if local is None:
        return _as_it_stands(value)
    return f"{WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]} {local.year}"


def clock(value: object) -> str:
    """'10:15' on the school's wall; '01:30 BST' in the hour that the wall shows twice."""
    local = local_of(value)
    return _as_it_stands(value) if local is None else clock_of(local)


def clock_seconds(value: object) -> str:
    """'10:15:32', of a moment on the wire; any other text as it stands, nothing for what is no text."""
    if not isinstance(value, str):
        return ""
    local = local_of(value) if measure_filters.moment(value) else None
    return value if local is None else f"{local.hour:02}:{local.minute:02}:{local.second:02}"


def day_clock(value: object) -> str:
    """'24 Nov, 10:15'."""
    local = local_of(value)
    if local is None:
        return _as_it_stands(value)
    return f"{local.day} {MONTHS[local.month - 1]}, {clock_of(local)}"


def need_name(code: object) -> str:
    return _word(needs.NAMES, code)


def status_name(code: object) -> str:
    return _word(pupils.SEN_STATUSES, code)


def kind_name(code: object) -> str:
    return _word(KIND_NAMES, code)


def purpose_name(code: object) -> str:
    return _word(PURPOSES, code)


def _word(names: dict[str, str], code: object) -> str:
    """A code that nobody has named yet (a newer tablet's) is shown as it came, never hidden."""
    return names.get(str(code), _as_it_stands(code))


def _as_it_stands(value: object) -> str:
    return "" if value is None else str(value)
