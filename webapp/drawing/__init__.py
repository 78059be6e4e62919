"""Where everything of a chart stands, in whole numbers, and how it is said in words: a template then only draws.

Twin of webapp/static/jotter/drawing/, file by file: tests/cases/drawings.json holds both. Templates cannot do this
themselves: they may not divide (Jinja prints 2.0 where Nunjucks prints 2).
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from record.series.chart import COLUMNS, GRID, ROWS, Chart
from webapp.drawing import bars, grid, lines, rows
from webapp.drawing.axes import Axis, PhaseLine

__all__ = ["Axis", "PhaseLine", "draw", "draw_all"]


def draw(chart: Chart, axis: Axis) -> dict[str, Any]:
    """The drawing of one chart: what shared/_chart.html takes."""
    if chart.shape == ROWS:
        return rows.drawing(chart)
    if chart.shape == GRID:
        return grid.drawing(chart)
    return bars.drawing(chart, axis) if chart.shape == COLUMNS else lines.drawing(chart, axis)


def draw_all(found: dict[str, list[Chart]], axis: Axis) -> list[dict[str, Any]]:
    """The drawings of all charts, an instrument at a time: [{"instrument", "charts": [drawing, …]}, …]."""
    shown = replace(axis, phases=_known(axis.phases))
    return [{"instrument": name, "charts": [draw(each, shown) for each in charts]} for name, charts in found.items()]


def _known(phases: Sequence[PhaseLine]) -> list[PhaseLine]:
    return sorted(phases, key=lambda phase: (phase.on, phase.label))
