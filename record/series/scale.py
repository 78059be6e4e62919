"""Scales: the score over time, a line for each scale or area; scales of different range have charts of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from record.series.chart import LINES, MOST_CHARTS, Chart, Line, Point, Tick
from record.series.seen import Seen, also_seen, figure, grouped, most_named, named, number

LEUVEN = {"leuven_wellbeing": "Well-being", "leuven_involvement": "Involvement"}
AREAS = ("exploration", "realisation", "anticipation", "persistence", "initiation")
ZONES = ((1, "Blue"), (2, "Green"), (3, "Yellow"), (4, "Red"))


def charts(seen: Sequence[Seen], texts: Mapping[str, str]) -> list[Chart]:
    """Leuven scales, engagement model, zones, and the school's own; every score is a point, two of a day are two."""
    found = [
        Chart(
            "scale-leuven", "Leuven scales", LINES, "Score", lines=_leuven(seen), least=1, most=5, ticks=_whole(1, 5)
        ),
        Chart("scale-engagement", "Engagement", LINES, "Score", lines=_areas(seen), most=4, ticks=_whole(0, 4)),
        Chart("scale-zones", "Zones", LINES, "Zone", lines=_zones(seen), least=1, most=4, ticks=_zone_ticks()),
    ]
    return [*(chart for chart in found if chart.lines), *_own(seen)]


def _of(seen: Sequence[Seen], scale: str) -> list[Seen]:
    return [each for each in seen if each.measures.get("scale") == scale]


def _scores(seen: Sequence[Seen], least: float, most: float) -> list[Point]:
    scored = [(each.day, number(each.measures.get("score"))) for each in seen]
    return [Point(day, score) for day, score in scored if score is not None and least <= score <= most]


def _leuven(seen: Sequence[Seen]) -> list[Line]:
    lines = [Line(name, _scores(_of(seen, scale), 1, 5)) for scale, name in LEUVEN.items()]
    return [line for line in lines if line.points]


def _areas(seen: Sequence[Seen]) -> list[Line]:
    lines = []
    for area in AREAS:
        points = []
        for each in _of(seen, "engagement"):
            scores = each.measures.get("scores")
            score = number(scores.get(area)) if isinstance(scores, dict) else None
            if score is not None and 0 <= score <= 4:
                points.append(Point(each.day, score))
        lines.append(Line(area.capitalize(), points))
    return [line for line in lines if line.points]


def _zones(seen: Sequence[Seen]) -> list[Line]:
    points = [
        replace(point, mark=dict(ZONES).get(int(point.value), "")[:1]) for point in _scores(_of(seen, "zones"), 1, 4)
    ]
    return [Line("Zone", points)] if points else []


def _zone_ticks() -> list[Tick]:
    return [Tick(value, text) for value, text in ZONES]


def _whole(least: int, most: int) -> list[Tick]:
    return [Tick(value, str(value)) for value in range(least, most + 1)]


def _own(seen: Sequence[Seen]) -> list[Chart]:
    ranged = [each for each in _of(seen, "own") if _range(each) is not None]
    groups = grouped((f"{named(each.measures.get('name'))}, {_said(_range(each))}", each) for each in ranged)
    drawn, notes = most_named(groups, MOST_CHARTS, also_seen)
    found = []
    for place, (name, group) in enumerate(drawn):
        least, most = _range(group[0]) or (0, 1)
        line = Line("Score", _scores(group, least, most))
        if line.points:
            found.append(
                Chart(
                    f"scale-own-{place + 1}",
                    "Our own scale",
                    LINES,
                    "Score",
                    about=name,
                    lines=[line],
                    least=least,
                    most=most,
                )
            )
    if found:
        found[-1].notes.extend(notes)
    return found


def _range(each: Seen) -> tuple[float, float] | None:
    least, most = number(each.measures.get("least")), number(each.measures.get("most"))
    return (least, most) if least is not None and most is not None and least < most else None


def _said(ends: tuple[float, float] | None) -> str:
    return f"{figure(ends[0])} to {figure(ends[1])}" if ends else ""
