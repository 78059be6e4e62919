"""Time samples: the share of intervals in which a behaviour was seen, by day, a line for each behaviour and rule."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from record.instruments.time_sample import percent_of_intervals
from record.series.chart import LINES, MOST_LINES, Chart, Line, Point
from record.series.seen import Seen, also_seen, by_day, grouped, listed, most_named, named, plural, tenth

RULES = {"momentary": "momentary", "partial": "partial interval", "whole": "whole interval"}


def charts(seen: Sequence[Seen], texts: Mapping[str, str]) -> list[Chart]:
    """Per cent of a day's intervals. By different rules the same behaviour gives different shares (whole intervals
    underestimate, partial ones overestimate): so each rule has its own line."""
    drawn, notes = most_named(grouped(_samples(seen)), MOST_LINES, also_seen)
    lines = [Line(name, [_point(*of_day) for of_day in by_day(group)]) for name, group in drawn]
    if not lines:
        return []
    return [
        Chart("time_sample", "How much of the time", LINES, "% of intervals", " %", lines=lines, most=100, notes=notes)
    ]


def _samples(seen: Sequence[Seen]) -> Iterator[tuple[str, tuple[Seen, list[bool]]]]:
    for each in seen:
        rule = each.measures.get("rule")
        how = RULES.get(rule, "") if isinstance(rule, str) else ""
        for behaviour in listed(each.measures.get("behaviours")):
            if not isinstance(behaviour, dict):
                continue
            marks = [mark for mark in listed(behaviour.get("intervals")) if isinstance(mark, bool)]
            if marks:
                name = named(behaviour.get("name"))
                yield (f"{name}, {how}" if how else name, (each, marks))


def _point(day: date, samples: list[list[bool]]) -> Point:
    marks = [mark for sample in samples for mark in sample]
    share = tenth(percent_of_intervals(sum(marks), len(marks)))
    return Point(day, share, f"{sum(marks)} of {plural(len(marks), 'interval')}")
