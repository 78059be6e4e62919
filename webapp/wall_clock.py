"""The school's wall: what its clock and its calendar show at a moment, whatever the machine is set to."""

from datetime import UTC, date, datetime

from record.times import SCHOOL_ZONE

# Day and month names are spelled here, not by strftime, whose answer depends on the machine's locale.
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def local_of(value: object) -> datetime | None:
    """A moment is moved to the school's wall clock; a bare date stays the date it is."""
    if isinstance(value, str):
        value = _parsed(value)
    if isinstance(value, datetime):
        return _on_the_wall(value if value.tzinfo else value.replace(tzinfo=UTC))
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=SCHOOL_ZONE)
    return None


def _on_the_wall(moment: datetime) -> datetime | None:
    try:
        return moment.astimezone(SCHOOL_ZONE)
    except OverflowError:  # the first or last hours of all time, from a broken clock
        return None


def _parsed(text: str) -> datetime | date | None:
    try:
        return date.fromisoformat(text) if len(text) == len("2026-11-24") else datetime.fromisoformat(text)
    except ValueError:
        return None


def clock_of(local: datetime) -> str:
    """`10:15`; `01:30 BST` in the hour that the wall shows twice."""
    return f"{local.hour:02}:{local.minute:02}{_zone(local)}"


def _zone(local: datetime) -> str:
    """Which of the two it is, where the clocks go back and the wall shows an hour twice."""
    if (local.month, local.hour) != (10, 1) or local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return ""
    return " BST" if local.utcoffset() else " GMT"
