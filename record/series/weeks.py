"""Counting by week: the Monday that a day belongs to, and one point for each week."""

from collections.abc import Iterable
from datetime import date, timedelta

from record.series.chart import Point


def monday_of(day: date) -> date:
    """The Monday of the week that a day lies in."""
    return day - timedelta(days=day.weekday())


def a_point_a_week(days: Iterable[date]) -> list[Point]:
    """How many of these days lie in each week, weeks without any left out."""
    counts: dict[date, int] = {}
    for day in days:
        counts[monday_of(day)] = counts.get(monday_of(day), 0) + 1
    return [Point(monday, count) for monday, count in sorted(counts.items())]
