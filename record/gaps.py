"""Gaps in a tablet's count of what it wrote: `device_seq` has none, so a gap that stays open is a loss.

Gaps are `[first, last, opened_at]` lists (both ends missing, wire time), in ascending order, kept on the device.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from record.times import parse_wire_time, wire_time

Gap = list  # [int, int, str], as JSON keeps it

# Protocol, "Lost tablets' memory": a gap that stays open for a day is told to the desk.
OPEN_LONG_ENOUGH = timedelta(days=1)
# A client that counts wildly must not grow a device's row without end: the oldest gaps are then joined.
MAX_GAPS = 200


def follow(top: int, gaps: list[Gap], arrived: Iterable[int], now: datetime) -> tuple[int, list[Gap]]:
    """The new top and gaps after these numbers arrived, in any order."""
    gaps = [list(gap) for gap in gaps]
    for number in sorted(set(arrived)):
        if number > top:
            if number > top + 1:
                gaps.append([top + 1, number - 1, wire_time(now)])
            top = number
        else:
            gaps = [part for gap in gaps for part in _without(gap, number)]
    while len(gaps) > MAX_GAPS:
        gaps[:2] = [[gaps[0][0], gaps[1][1], gaps[0][2]]]
    return top, gaps


def _without(gap: Gap, number: int) -> list[Gap]:
    first, last, opened_at = gap
    if not first <= number <= last:
        return [gap]
    parts = [[first, number - 1, opened_at], [number + 1, last, opened_at]]
    return [part for part in parts if part[0] <= part[1]]


def missing(gaps: list[Gap], now: datetime) -> int:
    """How many notes are missing in gaps that have been open for a day."""
    return sum(last - first + 1 for first, last, opened_at in gaps if _is_old(opened_at, now))


def young(gaps: list[Gap], now: datetime) -> list[Gap]:
    """The gaps that have not been open for a day: what is missing in them may still be on its way."""
    return [gap for gap in gaps if not _is_old(gap[2], now)]


def _is_old(opened_at: str, now: datetime) -> bool:
    moment = parse_wire_time(opened_at)
    return moment is None or now - moment >= OPEN_LONG_ENOUGH
