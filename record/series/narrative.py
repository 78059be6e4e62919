"""Narratives: how many notes a week."""

from collections.abc import Mapping, Sequence

from record.series.chart import COLUMNS, Chart, Line
from record.series.seen import Seen
from record.series.weeks import a_point_a_week


def charts(seen: Sequence[Seen], texts: Mapping[str, str]) -> list[Chart]:
    """Notes a week."""
    line = Line("Notes", a_point_a_week(each.day for each in seen))
    return [Chart("narrative", "Notes a week", COLUMNS, "Notes", lines=[line])] if seen else []
