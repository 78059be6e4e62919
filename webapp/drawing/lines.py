"""Lines over days: a dash and a marker of its own for each, broken where nothing joins two points."""

from typing import Any

from record.series.chart import Chart, Line
from webapp.drawing.axes import Axis, Plot, frame, plot_of
from webapp.drawing.words import day_month_year, said, spoken_days

# Points further apart are not joined: nobody looked in between.
MOST_DAYS_JOINED = 21
DENSE_FROM = 60  # from so many points on the markers are small
MARKED_UP_TO = 30  # up to so many points their letters can be read


def drawing(chart: Chart, axis: Axis) -> dict[str, Any]:
    """The drawing of a chart of lines."""
    plot, values = plot_of(chart, axis)
    return {
        **frame(chart, plot, values),
        "lines": [_line(place, line, plot) for place, line in enumerate(chart.lines)],
        "summary": summary(chart),
        "heads": _heads(chart),
        "table": _table(chart),
    }


def _line(place: int, line: Line, plot: Plot) -> dict[str, Any]:
    """Points that were on either side of a change of strategy are not joined (Cooper, Heron & Heward, Applied
    Behavior Analysis, "Constructing line graphs"), nor are those that lie far apart."""
    points: list[dict[str, Any]] = []
    before = None
    for point in line.points:
        is_far = before is not None and (point.day - before).days > MOST_DAYS_JOINED
        is_changed = before is not None and any(before < phase.on <= point.day for phase in plot.axis.phases)
        starts = before is None or is_far or is_changed
        points.append({"x": plot.x(point.day), "y": plot.y(point.value), "starts": starts, "mark": point.mark})
        before = point.day
    is_dense = len(points) >= DENSE_FROM
    if len(points) > MARKED_UP_TO:
        points = [{**point, "mark": ""} for point in points]
    return {"name": line.name, "style": place + 1, "is_dense": is_dense, "points": points}


def summary(chart: Chart) -> str:
    """`Calling out: 21 an hour on 3 Sep, 6 an hour on 20 Nov, 14 days observed.`"""
    days = [point.day for line in chart.lines for point in line.points]
    ends = (min(days), max(days))
    sentences = []
    for line in chart.lines:
        first, last = line.points[0], line.points[-1]
        count = len({point.day for point in line.points})
        parts = [f"{said(chart, first.value)} on {spoken_days(*ends, first.day)}"]
        if len(line.points) > 1:
            parts.append(f"{said(chart, last.value)} on {spoken_days(*ends, last.day)}")
        name = f"{chart.about}, {line.name.lower()}" if chart.about else line.name
        sentences.append(f"{name}: {', '.join(parts)}, {'one day' if count == 1 else f'{count} days'} observed.")
    return " ".join(sentences)


def _heads(chart: Chart) -> list[str]:
    which = ["Which"] if len(chart.lines) > 1 else []
    more = ["Counted"] if any(point.detail for line in chart.lines for point in line.points) else []
    return ["Day", *which, chart.measure, *more]


def _table(chart: Chart) -> list[list[str]]:
    """A row for each point, oldest first; of one day in the order of the lines."""
    heads = _heads(chart)
    found = []
    for place, line in enumerate(chart.lines):
        for point in line.points:
            row = [day_month_year(point.day), *([line.name] if "Which" in heads else []), said(chart, point.value)]
            found.append((point.day, place, row + ([point.detail] if "Counted" in heads else [])))
    return [row for _day, _place, row in sorted(found, key=lambda one: one[:2])]
