"""Bars lying down, each under its name."""

from typing import Any

from record.series.chart import Chart
from webapp.drawing.axes import WIDTH, caption, scaled
from webapp.drawing.words import shortened

ROW, BAR_BELOW, VALUE_BELOW = 84, 36, 62
LONGEST = 880  # what is left beside it is for the number
NAME_CHARACTERS = 58
MOST_SPOKEN = 5


def drawing(chart: Chart) -> dict[str, Any]:
    """The drawing of a chart of rows."""
    counts = [cells[0] for cells in chart.cells]
    highest = max([1, *counts])
    bars = []
    for place, (name, count) in enumerate(zip(chart.rows, counts, strict=True)):
        width, top = scaled(count, highest, LONGEST), place * ROW
        bars.append(
            {
                "name": shortened(name, NAME_CHARACTERS),
                "count": count,
                "y": top + BAR_BELOW,
                "width": width,
                "name_y": top + BAR_BELOW - 10,
                "value_x": width + 12,
                "value_y": top + VALUE_BELOW,
            }
        )
    return {
        **caption(chart),
        "width": WIDTH,
        "height": max(1, len(bars)) * ROW,
        "bars": bars,
        "summary": summary(chart, counts),
        "heads": [chart.row_name, chart.measure],
        "table": [[name, str(count)] for name, count in zip(chart.rows, counts, strict=True)],
    }


def summary(chart: Chart, counts: list[int]) -> str:
    """`By setting: Maths 5, Play 2, and 3 more.`"""
    spoken = [f"{name} {count}" for name, count in zip(chart.rows, counts, strict=True)][:MOST_SPOKEN]
    more = len(counts) - len(spoken)
    return f"{chart.title}: {', '.join(spoken)}{f', and {more} more' if more else ''}."
