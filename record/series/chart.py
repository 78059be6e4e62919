"""A chart as plain values: what is drawn, without where it stands or how it looks."""

from dataclasses import dataclass, field
from datetime import date

LINES, COLUMNS, ROWS, GRID = "lines", "columns", "rows", "grid"
MOST_LINES = 5  # as many as can be told apart by dash and marker
MOST_CHARTS = 6  # of one instrument: of the behaviours, outcomes or provisions most often written about


@dataclass(frozen=True)
class Point:
    """One value of one day (of the week from that Monday, in columns). `mark` is a letter that stands beside it."""

    day: date
    value: float
    detail: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Line:
    """Points in the order of their days, under one name."""

    name: str
    points: list[Point]


@dataclass(frozen=True)
class Tick:
    """A value of the y axis that has a name of its own."""

    value: float
    text: str


@dataclass(frozen=True)
class Chart:
    """One chart. `lines` and `columns` have lines of points; `rows` have names with one count each; a `grid` has a
    count for each name of `rows` with each of `columns`.

    `measure` names the values ("Times an hour"), `unit` follows one of them in a sentence (" an hour"). Where `most`
    is None the axis goes as high as the values do. `about` is the one behaviour, outcome or provision that it shows.
    """

    key: str
    title: str
    shape: str
    measure: str
    unit: str = ""
    about: str = ""
    lines: list[Line] = field(default_factory=list)
    least: float = 0
    most: float | None = None
    ticks: list[Tick] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    cells: list[list[int]] = field(default_factory=list)
    row_name: str = ""
    column_name: str = ""
    notes: list[str] = field(default_factory=list)
