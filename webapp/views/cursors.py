"""Where a page of a list ended, as it stands in the address of the next page: a moment and an id, no words."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
MAX_DIGITS = 17


def cursor(moment: datetime, note_id: str) -> str:
    """Exact to the microsecond: whole numbers, no floating point."""
    return f"{(moment - EPOCH) // MICROSECOND}.{note_id}"


def place(text: str) -> tuple[datetime, str] | None:
    """What a cursor says; None for an address that was cut short or made up, and the list begins again."""
    digits, _, note_id = text.partition(".")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MAX_DIGITS):
        return None
    if not (note_id and note_id.isprintable()):  # a NUL would be an error of PostgreSQL's
        return None
    return EPOCH + int(digits) * MICROSECOND, note_id
