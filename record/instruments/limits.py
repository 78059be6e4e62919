"""Limits that the instruments share: how long words may be, and the longest that anybody observes."""

from datetime import UTC, datetime

MAX_WORDS_CHARACTERS = 200  # one item of a school's list
MAX_REMARK_CHARACTERS = 2_000  # any words of a measure: other clients than ours have no list
DAY_S = 24 * 60 * 60
# Clocks and sums are kept to a tenth of a second on the tablet; what is told apart by no more than this is the same.
TOLERANCE_S = 1
# When anything can have been seen. A tablet without a clock says 1970; beyond the other end no sum of times is safe.
EARLIEST, LATEST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def can_be(moment: datetime) -> bool:
    """Whether anything can have been seen at an aware moment."""
    return EARLIEST <= moment < LATEST
