"""Moments as they travel: RFC 3339 in UTC with milliseconds (sync protocol, "Words")."""

import re
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

# The wall clock by which a day of school is told, whatever a machine is set to.
SCHOOL_ZONE = ZoneInfo("Europe/London")
ON_THE_WAY_MS = 60_000
# RFC 3339, 5.6. The standard library also reads other things of ISO 8601, such as weeks.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(_DAY.pattern + r"[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})")


def now() -> datetime:
    """The present moment, aware, in UTC. Doors call it once and hand the value to verbs."""
    return datetime.now(UTC)


def school_day(moment: datetime) -> date:
    """The day it is at the school at an aware moment."""
    try:
        return moment.astimezone(SCHOOL_ZONE).date()
    except OverflowError:  # the first or last hours of all time, from a broken clock
        return moment.date()


def on_the_wall(wall: datetime, now: datetime) -> datetime:
    """The aware moment meant by a time without a zone that was read off the school's wall. Of the two half past ones
    when the clocks go back it is the later, unless that is still to come; the hour that is left out in March ends
    where it would have ended."""
    first, second = (wall.replace(tzinfo=SCHOOL_ZONE, fold=fold).astimezone(UTC) for fold in (0, 1))
    return second if first < second <= now else first


@lru_cache(maxsize=1024)  # the rows of one push share their moments
def wire_time(moment: datetime) -> str:
    """`2026-11-24T10:15:00.000Z` for an aware moment."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def by_our_clock(written: datetime, skew_ms: int | None) -> datetime:
    """When something was written by the server's clock, where the tablet's seemed off by `skew_ms`. What it seems slow
    by up to a minute may be no fault of the clock: a request has its way to go after it has said when it was sent."""
    if skew_ms is None or -ON_THE_WAY_MS <= skew_ms < 0:
        return written
    try:
        return written - timedelta(milliseconds=skew_ms)
    except OverflowError:  # no clock is that wrong: as late as can be
        return datetime.max.replace(tzinfo=UTC)


def wire_date(day: date | None) -> str | None:
    """`2026-11-24`, or None for no day."""
    return day.isoformat() if day else None


def parse_wire_time(text: object) -> datetime | None:
    """The aware UTC moment that an RFC 3339 text names; None where it names none."""
    if not isinstance(text, str) or len(text) > 40 or not _MOMENT.fullmatch(text):
        return None
    try:
        moment = datetime.fromisoformat(text.upper())
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def parse_wire_date(text: object) -> date | None:
    """The day that an RFC 3339 date names; None where it names none."""
    if not isinstance(text, str) or not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
