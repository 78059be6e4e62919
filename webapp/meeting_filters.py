"""Template filters for parent meetings: lists of lines, and signatures as SVG paths.

The same list, by the same names, lives in static/jotter/drawings.js; a parity test holds them together.
"""

import math

# Of a signature that does not say how large the glass was.
BOX = (1000, 300)


def lines(value: object) -> list[str]:
    """The lines of a text, or of a list of them, without those that are empty."""
    told = value.split("\n") if isinstance(value, str) else value if isinstance(value, list) else []
    return [line.strip() for line in told if isinstance(line, str) and line.strip()]


def stroke_path(strokes: object) -> str:
    """An SVG path through the points of every stroke: `M10 20L14.5 28`. A touch without a way is a dot."""
    return "".join(_stroke(stroke) for stroke in strokes) if isinstance(strokes, list) else ""


def _stroke(stroke: object) -> str:
    points = [f"{_tenth(point[0])} {_tenth(point[1])}" for point in stroke] if isinstance(stroke, list) else []
    if len(points) == 1:
        return f"M{points[0]}h0.1"
    return "M" + "L".join(points) if points else ""


def box(signature: object) -> str:
    """The view box of a signature's strokes."""
    told = signature if isinstance(signature, dict) else {}
    return f"0 0 {_tenth(told.get('width') or BOX[0])} {_tenth(told.get('height') or BOX[1])}"


def _tenth(number: float) -> str:
    """A number as JavaScript prints it, rounded to a tenth."""
    rounded = math.floor(number * 10 + 0.5) / 10
    return str(int(rounded) if rounded == int(rounded) else rounded)


FILTERS = (lines, stroke_path, box)
