"""The two axes: where a day and a value stand, which of them are labelled, and what marks the days."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from record.school_terms import Term
from record.series.chart import COLUMNS, Chart
from record.series.seen import figure
from webapp.drawing.words import day_month, month_year, shortened

WIDTH, HEIGHT = 1000, 520
LEFT, LEFT_OF_WORDS, RIGHT, BASE = 90, 250, 950, 440
TOP, PHASE_ROW = 30, 38
BANDS_NAMED = 34  # the height of their names, beneath the days
MOST_ROWS_OF_PHASES = 3
PHASE_CHARACTERS = 24
CHARACTER_WIDTH = 17  # of the text of phases where a drawing is shown small
DAY_STEPS = (1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1456)
MOST_DAYS_LABELLED = 6
MONTHS_FROM_DAYS = 91  # from this step on a label names month and year
VALUE_STEPS_IN_TENTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
MOST_VALUES_LABELLED = 5
WIDE_BAND, NARROW_BAND = 170, 60
DIGITS = tuple("123456789")


@dataclass(frozen=True)
class PhaseLine:
    """A change of strategy from a day on."""

    on: date
    label: str


@dataclass(frozen=True)
class Axis:
    """The days that are shown, and what marks them. Phases are in the order of their days."""

    first: date
    last: date
    half_terms: Sequence[Term] = field(default_factory=list)
    phases: Sequence[PhaseLine] = field(default_factory=list)


@dataclass(frozen=True)
class Plot:
    """The part of a drawing that is between its axes."""

    axis: Axis
    left: int
    top: int
    least: float
    most: float

    def x(self, day: date) -> int:
        """Where a day stands; a day beyond the axis at its end."""
        span = max(1, (self.axis.last - self.axis.first).days)
        days = min(max((day - self.axis.first).days, 0), span)
        return self.left + scaled(days, span, RIGHT - self.left)

    def y(self, value: float) -> int:
        """Where a value stands; one beyond the axis at its end."""
        within = min(max(value, self.least), self.most)
        return BASE - scaled(within - self.least, self.most - self.least, BASE - self.top)


def scaled(part: float, whole: float, length: int) -> int:
    """`part` of `whole` in steps of a drawing, halves upwards."""
    return math.floor(part * length / whole + 0.5)


def plot_of(chart: Chart, axis: Axis) -> tuple[Plot, list[dict[str, Any]]]:
    """Where points will stand, and the labels of the y axis: [{"y", "text"}, …]."""
    values, most = _values(chart)
    left = LEFT_OF_WORDS if any(len(text) > 4 for _, text in values) else LEFT
    plot = Plot(axis, left, TOP, chart.least, most)
    rows = 1 + max((phase["row"] for phase in phase_lines(plot)), default=-1)
    plot = replace(plot, top=TOP + PHASE_ROW * rows)
    return plot, [{"y": plot.y(value), "text": text} for value, text in values]


def _values(chart: Chart) -> tuple[list[tuple[float, str]], float]:
    """The labelled values, and the end of the axis."""
    if chart.ticks:
        return [(tick.value, tick.text) for tick in chart.ticks], chart.ticks[-1].value
    highest = chart.most
    if highest is None:
        highest = max((point.value for line in chart.lines for point in line.points), default=0)
    tenths = max(10, math.ceil((highest - chart.least) * 10))
    step = _step(tenths, 10 if chart.shape == COLUMNS else 1)  # what is counted is counted whole
    count = -(-tenths // step) if chart.most is None else tenths // step
    values = [chart.least + place * step / 10 for place in range(count + 1)]
    return [(value, figure(value)) for value in values], values[-1] if chart.most is None else chart.most


def _step(tenths: int, least: int) -> int:
    size = 1
    while True:
        for step in VALUE_STEPS_IN_TENTHS:
            if step >= least and tenths <= step * size * MOST_VALUES_LABELLED:
                return step * size
        size *= 1000


def day_labels(plot: Plot) -> list[dict[str, Any]]:
    """The labels of the x axis: [{"x", "text"}, …], a round number of days or weeks apart; weeks from Monday."""
    first, last = plot.axis.first, plot.axis.last
    span = (last - first).days
    step = next((step for step in DAY_STEPS if span < step * MOST_DAYS_LABELLED), DAY_STEPS[-1])
    begin = first if step < 7 else first + timedelta(days=-first.weekday() % 7)
    days = [begin + timedelta(days=away) for away in range(0, (last - begin).days + 1, step)]
    text = month_year if step >= MONTHS_FROM_DAYS else day_month
    return [{"x": plot.x(day), "text": text(day)} for day in days]


def bands(plot: Plot) -> list[dict[str, Any]]:
    """The half-terms within the axis: [{"x", "width", "middle", "text"}, …]; a narrow one has the short form of its
    name, or none."""
    found = []
    for term in plot.axis.half_terms:
        if term.last < plot.axis.first or term.first > plot.axis.last:
            continue
        x, end = plot.x(term.first), plot.x(term.last)
        width = max(end - x, 1)
        found.append({"x": x, "width": width, "middle": x + width // 2, "text": _band_text(term.name, width)})
    return found


def _band_text(name: str, width: int) -> str:
    if width >= WIDE_BAND:
        return shortened(name, width // 17)
    words = name.split()
    is_numbered = len(words) >= 2 and words[1] in DIGITS
    return words[0][:2] + words[1] if is_numbered and width >= NARROW_BAND else ""


def phase_lines(plot: Plot) -> list[dict[str, Any]]:
    """The phases within the axis: [{"x", "row", "y", "label", "anchor", "text_x", "name", "day", "is_numbered"}, …].
    Their labels stand above the plot, each in the first row where it has room; where one has room in none, all are
    numbers, and a list beneath says the rest."""
    shown = [phase for phase in plot.axis.phases if plot.axis.first <= phase.on <= plot.axis.last]
    labelled = [_phase_line(plot, phase, shortened(phase.label, PHASE_CHARACTERS)) for phase in shown]
    rows = _rows(labelled)
    if rows is None:
        labelled = [_phase_line(plot, phase, str(place + 1)) for place, phase in enumerate(shown)]
    found = []
    for place, phase in enumerate(labelled):
        row = place % MOST_ROWS_OF_PHASES if rows is None else rows[place]
        found.append({**phase, "row": row, "y": TOP + PHASE_ROW * row - 8, "is_numbered": rows is None})
    return found


def _phase_line(plot: Plot, phase: PhaseLine, label: str) -> dict[str, Any]:
    x = plot.x(phase.on)
    is_late = x > (plot.left + RIGHT) // 2
    sides = {"anchor": "end", "text_x": x - 8} if is_late else {"anchor": "start", "text_x": x + 8}
    return {"x": x, "label": label, **sides, "name": phase.label, "day": phase.on.isoformat()}


def _rows(labelled: Sequence[Mapping[str, Any]]) -> list[int] | None:
    """The row of each label, or None where one has no room."""
    taken: list[list[tuple[int, int]]] = [[] for _ in range(MOST_ROWS_OF_PHASES)]
    rows = []
    for phase in labelled:
        width = len(phase["label"]) * CHARACTER_WIDTH
        begin = phase["text_x"] - (width if phase["anchor"] == "end" else 0)
        end = begin + width + CHARACTER_WIDTH
        free = (row for row, spans in enumerate(taken) if all(end <= first or last <= begin for first, last in spans))
        row = next(free, None)
        if row is None:
            return None
        taken[row].append((begin, end))
        rows.append(row)
    return rows


def frame(chart: Chart, plot: Plot, values: list[dict[str, Any]]) -> dict[str, Any]:
    """What every drawing with days along it has."""
    phases, half_terms = phase_lines(plot), bands(plot)
    return {
        **caption(chart),
        "width": WIDTH,
        "height": HEIGHT if half_terms else HEIGHT - BANDS_NAMED,
        "left": plot.left,
        "right": RIGHT,
        "top": plot.top,
        "base": BASE,
        "levels": values,
        "days": day_labels(plot),
        "bands": half_terms,
        "phases": phases,
        "has_numbered_phases": any(phase["is_numbered"] for phase in phases),
    }


def caption(chart: Chart) -> dict[str, Any]:
    """What every drawing has."""
    return {
        "key": chart.key,
        "title": chart.title,
        "about": chart.about,
        "shape": chart.shape,
        "measure": chart.measure,
        "notes": list(chart.notes),
    }
