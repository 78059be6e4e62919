"""All observations together: how many a week, in which setting, for which outcome."""

from collections.abc import Mapping, Sequence

from record.series.chart import COLUMNS, ROWS, Chart, Line
from record.series.seen import Seen, grouped
from record.series.weeks import a_point_a_week

MOST_ROWS = 10
OTHERS = "All others"


def charts(seen: Sequence[Seen], texts: Mapping[str, str]) -> list[Chart]:
    """Observations a week, by setting, and by outcome (of those in the plan, also where there is none yet)."""
    settings = [(name, len(group)) for name, group in grouped((each.setting or "Not said", each) for each in seen)]
    linked = [outcome_id for each in seen for outcome_id in dict.fromkeys(each.outcome_ids)]
    outcomes = [(text, linked.count(outcome_id)) for outcome_id, text in texts.items()]
    found = [
        Chart(
            "all-week",
            "Observations a week",
            COLUMNS,
            "Observations",
            lines=[Line("Observations", a_point_a_week(each.day for each in seen))],
        ),
        _rows("all-setting", "By setting", "Setting", with_others(settings)),
    ]
    return [*found, _rows("all-outcome", "By outcome", "Outcome", with_others(outcomes))] if outcomes else found


def with_others(counts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """What is beyond a readable number of names is counted together."""
    rest = sum(count for _, count in counts[MOST_ROWS:])
    return [*counts[:MOST_ROWS], *([(OTHERS, rest)] if counts[MOST_ROWS:] else [])]


def _rows(key: str, title: str, row_name: str, counts: Sequence[tuple[str, int]]) -> Chart:
    names, cells = [name for name, _ in counts], [[count] for _, count in counts]
    return Chart(key, title, ROWS, "Observations", rows=names, cells=cells, row_name=row_name)
