"""Durations: the total and the longest minutes of a day, a chart for each behaviour."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from record.series.chart import LINES, MOST_CHARTS, Chart, Line, Point
from record.series.seen import Seen, also_seen, by_day, grouped, listed, most_named, named, number, plural, tenth
from record.times import parse_wire_time

MINUTE_S = 60


def charts(seen: Sequence[Seen], texts: Mapping[str, str]) -> list[Chart]:
    """One chart a behaviour: total minutes of each day, and the longest spell of it."""
    timed = [(each, lengths(each.measures), total_s(each.measures)) for each in seen]
    whole = [(each, (spells, total)) for each, spells, total in timed if total is not None]
    groups = grouped((named(each.measures.get("behaviour")), (each, pair)) for each, pair in whole)
    drawn, notes = most_named(groups, MOST_CHARTS, also_seen)
    found = [_chart(place, name, by_day(group)) for place, (name, group) in enumerate(drawn)]
    if found:
        found[-1].notes.extend(notes)
    return found


def _chart(place: int, name: str, days: list[tuple[date, list[tuple[list[float], float]]]]) -> Chart:
    totals, longest = [], []
    for day, times in days:
        spells = [length for lengths, _ in times for length in lengths]
        totals.append(
            Point(day, minutes(sum(total for _, total in times)), plural(len(spells), "spell") if spells else "")
        )
        if spells:
            longest.append(Point(day, minutes(max(spells))))
    lines = [Line("Total", totals), *([Line("Longest spell", longest)] if longest else [])]
    return Chart(f"duration-{place + 1}", "How long", LINES, "Minutes", " minutes", about=name, lines=lines)


def minutes(seconds: float) -> float:
    return tenth(seconds / MINUTE_S)


def lengths(measures: dict[str, Any]) -> list[float]:
    """The seconds of each spell that has a start and a stop."""
    found = []
    for spell in listed(measures.get("spells")):
        start, stop = (
            parse_wire_time(spell.get(end)) if isinstance(spell, dict) else None for end in ("start", "stop")
        )
        if start is not None and stop is not None and stop >= start:
            found.append((stop - start).total_seconds())
    return found


def total_s(measures: dict[str, Any]) -> float | None:
    """The seconds as they were told, or of the spells; None where neither is said."""
    told, spells = number(measures.get("total_s")), lengths(measures)
    if told is not None and told >= 0:
        return told
    return sum(spells) if spells else None
