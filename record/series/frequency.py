"""Frequency counts: how often in an hour, by day, a line for each behaviour."""

from collections.abc import Mapping, Sequence
from datetime import date

from record.instruments.frequency import rate_per_hour
from record.series.chart import LINES, MOST_LINES, Chart, Line, Point
from record.series.seen import (
    Seen,
    also_seen,
    by_day,
    figure,
    grouped,
    lasting,
    most_named,
    named,
    number,
    plural,
    tenth,
)


def charts(seen: Sequence[Seen], texts: Mapping[str, str]) -> list[Chart]:
    """The rate of a day is all that was counted on it divided by all the time it was counted for: two counts of
    unequal length weigh by their length (Cooper, Heron & Heward, Applied Behavior Analysis, "Rate")."""
    counted = [(each, number(each.measures.get("count")), number(each.measures.get("observed_for_s"))) for each in seen]
    whole = [
        (each, (count, time)) for each, count, time in counted if count is not None and time is not None and time > 0
    ]
    groups = grouped((named(each.measures.get("behaviour")), (each, pair)) for each, pair in whole)
    drawn, notes = most_named(groups, MOST_LINES, also_seen)
    if len(whole) < len(seen):
        notes = [*notes, f"{plural(len(seen) - len(whole), 'count')} without how long was looked: not drawn."]
    lines = [Line(name, [_point(*of_day) for of_day in by_day(group)]) for name, group in drawn]
    if not lines:
        return []
    return [Chart("frequency", "How often", LINES, "Times an hour", " an hour", lines=lines, notes=notes)]


def _point(day: date, pairs: list[tuple[float, float]]) -> Point:
    count, time = sum(count for count, _ in pairs), sum(time for _, time in pairs)
    return Point(day, tenth(rate_per_hour(count, time)), f"{figure(count)} in {lasting(time)}")
