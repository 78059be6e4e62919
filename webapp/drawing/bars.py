"""Columns over weeks: one for each, or what was planned as an outline with what was delivered inside."""

from datetime import timedelta
from typing import Any

from record.series.chart import Chart, Line, Point
from record.series.seen import figure
from webapp.drawing.axes import BASE, RIGHT, Axis, Plot, frame, plot_of
from webapp.drawing.words import day_month_year, said, spoken_days


def drawing(chart: Chart, axis: Axis) -> dict[str, Any]:
    """The drawing of a chart of columns."""
    plot, values = plot_of(chart, axis)
    return {
        **frame(chart, plot, values),
        "lines": [
            {
                "name": line.name,
                "style": _style(chart, place),
                "bars": [_bar(point, plot, _style(chart, place)) for point in line.points],
            }
            for place, line in enumerate(chart.lines)
        ],
        "summary": summary(chart),
        "heads": ["Week from", *(line.name for line in chart.lines), *(["Counted"] if _has_details(chart) else [])],
        "table": _table(chart),
    }


def _style(chart: Chart, place: int) -> str:
    return "outline" if len(chart.lines) > 1 and place == 0 else "inside" if len(chart.lines) > 1 else "alone"


def _bar(point: Point, plot: Plot, style: str) -> dict[str, int]:
    """A week's column, eight tenths of the week wide; the one inside another is narrower."""
    begin, end = plot.x(point.day), plot.x(point.day + timedelta(days=7))
    gap = (end - begin) * (3 if style == "inside" else 1) // 10
    x, y = min(begin + gap, RIGHT - 2), plot.y(point.value)
    return {"x": x, "y": y, "width": max(end - begin - 2 * gap, 2), "height": BASE - y}


def summary(chart: Chart) -> str:
    """`Notes: 14 in 6 weeks, most in the week from 3 Nov (5).`"""
    days = [point.day for line in chart.lines for point in line.points]
    sentences = []
    for line in chart.lines:
        most = _most(line)
        total = said(chart, sum(point.value for point in line.points))
        name = f"{chart.about}, {line.name.lower()}" if chart.about else line.name
        weeks = "one week" if len(line.points) == 1 else f"{len(line.points)} weeks"
        top = f"{spoken_days(min(days), max(days), most.day)} ({figure(most.value)})"
        sentences.append(f"{name}: {total} in {weeks}, most in the week from {top}.")
    return " ".join(sentences)


def _most(line: Line) -> Point:
    return max(line.points, key=lambda point: point.value)


def _has_details(chart: Chart) -> bool:
    return any(point.detail for line in chart.lines for point in line.points)


def _table(chart: Chart) -> list[list[str]]:
    weeks: dict[Any, list[str]] = {}
    details: dict[Any, str] = {}
    for line in chart.lines:
        for point in line.points:
            weeks.setdefault(point.day, [day_month_year(point.day)]).append(figure(point.value))
            details[point.day] = point.detail or details.get(point.day, "")
    return [row + ([details[day]] if _has_details(chart) else []) for day, row in sorted(weeks.items())]
