"""ABC: what came before with what was seen, counted; and when in the week and the day it was."""

from collections.abc import Mapping, Sequence
from typing import Any

from record.series.chart import GRID, Chart
from record.series.seen import Seen, grouped, listed, named

MOST_ROWS = 8
MOST_COLUMNS = 6
OTHERS = "All others"
IN_WORDS = "In words only"
NOT_SAID = "Not said"
SHORT_CHARACTERS = 40  # plain words up to here are a name; beyond it a story
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SCHOOL_DAYS = 5


def charts(seen: Sequence[Seen], texts: Mapping[str, str]) -> list[Chart]:
    """Counts by antecedent and behaviour, and by time of day and weekday. An observation with two antecedents counts
    under both."""
    if not seen:
        return []
    return [_before_and_seen(seen), _when(seen)]


def _before_and_seen(seen: Sequence[Seen]) -> Chart:
    pairs = [
        (before, behaviour)
        for each in seen
        for before in words_of(each.measures.get("antecedent"))
        for behaviour in words_of(each.measures.get("behaviour"))
    ]
    befores = _names([before for before, _ in pairs], MOST_ROWS)
    behaviours = _names([behaviour for _, behaviour in pairs], MOST_COLUMNS)
    cells = [[0] * len(set(behaviours.values())) for _ in set(befores.values())]
    rows, columns = list(dict.fromkeys(befores.values())), list(dict.fromkeys(behaviours.values()))
    for before, behaviour in pairs:
        cells[rows.index(befores[before.lower()])][columns.index(behaviours[behaviour.lower()])] += 1
    return Chart(
        "abc-before",
        "What came before, and the behaviour",
        GRID,
        "Observations",
        rows=rows,
        columns=columns,
        cells=cells,
        row_name="Antecedent",
        column_name="Behaviour",
    )


def words_of(part: Any) -> list[str]:
    """What was chosen of an antecedent, behaviour or consequence, or what stands for it."""
    chosen = listed(part.get("chosen")) if isinstance(part, dict) else []
    names = list(dict.fromkeys(named(each) for each in chosen if named(each, "")))
    if names:
        return names
    text = named(part.get("text") if isinstance(part, dict) else part, "")
    if isinstance(part, str) and text and len(text) <= SHORT_CHARACTERS:
        return [text]
    return [IN_WORDS if text else NOT_SAID]


def _names(found: Sequence[str], most: int) -> dict[str, str]:
    """The name under which each (in lower case) is counted, in the order of the drawing."""
    groups = grouped((name, name) for name in found)
    kept = most if len(groups) <= most else most - 1
    return {name.lower(): name if place < kept else OTHERS for place, (name, _) in enumerate(groups)}


def _when(seen: Sequence[Seen]) -> Chart:
    hours = range(min(each.hour for each in seen), max(each.hour for each in seen) + 1)
    days = max(SCHOOL_DAYS, *(each.weekday + 1 for each in seen))
    cells = [[0] * days for _ in hours]
    for each in seen:
        cells[each.hour - hours[0]][each.weekday] += 1
    return Chart(
        "abc-when",
        "Time of day and weekday",
        GRID,
        "Observations",
        rows=[f"{hour:02}:00 to {hour:02}:59" for hour in hours],
        columns=list(WEEKDAYS[:days]),
        cells=cells,
        row_name="Time",
        column_name="Weekday",
    )
