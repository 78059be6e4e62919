"""A grid of counts: a circle as large as its count, with the number in it."""

import math
from typing import Any

from record.series.chart import Chart
from webapp.drawing.axes import WIDTH, caption
from webapp.drawing.words import shortened

LEFT, RIGHT, HEAD, ROW = 370, 990, 56, 76
LEAST_RADIUS, MORE_RADIUS = 16, 18
NAME_CHARACTERS = 24
SHORT_CHARACTERS = 9  # longer names of columns are replaced by letters, with a list beneath
LETTERS = "ABCDEFGHIJ"


def drawing(chart: Chart) -> dict[str, Any]:
    """The drawing of a grid."""
    is_lettered = any(len(name) > SHORT_CHARACTERS for name in chart.columns)
    step = (RIGHT - LEFT) // len(chart.columns)
    heads = [LETTERS[place] if is_lettered else name for place, name in enumerate(chart.columns)]
    return {
        **caption(chart),
        "width": WIDTH,
        "height": HEAD + ROW * len(chart.rows) + 8,
        "left": LEFT,
        "right": RIGHT,
        "columns": [{"x": LEFT + step * place + step // 2, "text": text} for place, text in enumerate(heads)],
        "rows": [
            {"y": HEAD + ROW * place + ROW // 2, "line_y": HEAD + ROW * place, "text": shortened(name, NAME_CHARACTERS)}
            for place, name in enumerate(chart.rows)
        ],
        "circles": _circles(chart, step),
        "letters": [
            {"letter": LETTERS[place], "name": name} for place, name in enumerate(chart.columns) if is_lettered
        ],
        "summary": summary(chart),
        "heads": [chart.row_name, *chart.columns],
        "table": [[name, *map(str, cells)] for name, cells in zip(chart.rows, chart.cells, strict=True)],
    }


def _circles(chart: Chart, step: int) -> list[dict[str, int]]:
    highest = max([1, *(count for cells in chart.cells for count in cells)])
    return [
        {
            "x": LEFT + step * column + step // 2,
            "y": HEAD + ROW * row + ROW // 2,
            # By area, so that twice as many look twice as much.
            "r": LEAST_RADIUS + math.floor(math.sqrt(count / highest) * MORE_RADIUS + 0.5),
            "count": count,
        }
        for row, cells in enumerate(chart.cells)
        for column, count in enumerate(cells)
        if count
    ]


def summary(chart: Chart) -> str:
    """`Most often: Asked to stop, Calling out, 5 of 14.`"""
    found = [
        (count, -row, -column) for row, cells in enumerate(chart.cells) for column, count in enumerate(cells) if count
    ]
    if not found:
        return f"{chart.title}: nothing counted."
    count, row, column = max(found)
    total = sum(each for each, _row, _column in found)
    return f"{chart.title}. Most often: {chart.rows[-row]}, {chart.columns[-column]}, {count} of {total}."
