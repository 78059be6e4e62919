"""Sessions: minutes delivered against minutes planned, by week, a chart for each provision."""

from collections.abc import Mapping, Sequence
from datetime import date

from record.series.chart import COLUMNS, MOST_CHARTS, Chart, Line, Point
from record.series.seen import Seen, also_seen, grouped, most_named, named, number, plural
from record.series.weeks import monday_of


def charts(seen: Sequence[Seen], texts: Mapping[str, str]) -> list[Chart]:
    """One chart a provision. Where the pupil was not present, what was planned counts and nothing was delivered."""
    groups = grouped((named(each.measures.get("provision")), each) for each in seen if _is_timed(each))
    drawn, notes = most_named(groups, MOST_CHARTS, also_seen)
    found = [_chart(place, name, group) for place, (name, group) in enumerate(drawn)]
    if found:
        found[-1].notes.extend(notes)
    return found


def _is_timed(each: Seen) -> bool:
    return _minutes(each, "planned_minutes") is not None or _minutes(each, "delivered_minutes") is not None


def _minutes(each: Seen, name: str) -> float | None:
    value = number(each.measures.get(name))
    return value if value is not None and value >= 0 else None


def _delivered(each: Seen) -> float:
    return 0 if each.measures.get("present") is False else _minutes(each, "delivered_minutes") or 0


def _chart(place: int, name: str, group: Sequence[Seen]) -> Chart:
    weeks: dict[date, list[Seen]] = {}
    for each in group:
        weeks.setdefault(monday_of(each.day), []).append(each)
    planned, delivered = [], []
    for monday, sessions in sorted(weeks.items()):
        absent = sum(each.measures.get("present") is False for each in sessions)
        detail = plural(len(sessions), "session") + (f", {absent} not present" if absent else "")
        planned.append(Point(monday, sum(_minutes(each, "planned_minutes") or 0 for each in sessions)))
        delivered.append(Point(monday, sum(_delivered(each) for each in sessions), detail))
    lines = [Line("Planned", planned), Line("Delivered", delivered)]
    return Chart(f"session-{place + 1}", "Sessions", COLUMNS, "Minutes", " minutes", about=name, lines=lines)
