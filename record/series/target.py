"""Targets: how many trials were right, with how much help, and what was attained; charts for each outcome."""

from collections.abc import Mapping, Sequence

from record.series.chart import LINES, MOST_CHARTS, Chart, Line, Point, Tick
from record.series.seen import Seen, figure, grouped, number, plural, tenth

# From most help to least, so that the line rises as a pupil needs less.
HELP = {
    "full_physical": ("F", "Full physical"),
    "partial_physical": ("P", "Part physical"),
    "model": ("M", "Model"),
    "verbal": ("V", "Verbal"),
    "gesture": ("G", "Gesture"),
    "independent": ("I", "Independent"),
}
LETTERS = "Help given: " + ", ".join(f"{letter} {text.lower()}" for letter, text in reversed(HELP.values())) + "."
GONE = "An outcome that is no longer in the plan"
# Goal attainment scaling: 0 is what was expected (Kiresuk & Sherman 1968).
ATTAINED = [Tick(value, text) for value, text in ((-2, "−2"), (-1, "−1"), (0, "0"), (1, "+1"), (2, "+2"))]


def charts(seen: Sequence[Seen], texts: Mapping[str, str]) -> list[Chart]:
    """For each outcome, as far as it was measured: % right over sessions, level of help, attainment."""
    groups = grouped((_outcome(each), each) for each in seen)
    found = []
    for place, (outcome_id, group) in enumerate(groups[:MOST_CHARTS]):
        found += _of_outcome(f"target-{place + 1}", texts.get(outcome_id, GONE), group)
    if found and groups[MOST_CHARTS:]:
        found[-1].notes.append(f"{plural(len(groups) - MOST_CHARTS, 'outcome')} more, with fewer sessions: not drawn.")
    return found


def _outcome(each: Seen) -> str:
    said = each.measures.get("outcome_id")
    return said if isinstance(said, str) and said else next(iter(each.outcome_ids), "")


def _of_outcome(key: str, about: str, group: Sequence[Seen]) -> list[Chart]:
    right = [point for each in group if (point := _right(each))]
    helped = [Point(each.day, list(HELP).index(level), HELP[level][1]) for each in group if (level := help_of(each))]
    attained = [Point(each.day, value) for each in group if (value := _attained(each)) is not None]
    notes = [LETTERS] if any(point.mark for point in right) else []
    levels = [Tick(place, text) for place, (_, text) in enumerate(HELP.values())]
    drawn = [
        Chart(
            f"{key}-right", "Trials right", LINES, "% right", " %", about, [Line("Right", right)], most=100, notes=notes
        ),
        Chart(f"{key}-help", "Level of help", LINES, "Help", "", about, [Line("Help", helped)], most=5, ticks=levels),
        Chart(
            f"{key}-attained",
            "Goal attainment",
            LINES,
            "Attainment",
            "",
            about,
            [Line("Attained", attained)],
            -2,
            2,
            ATTAINED,
        ),
    ]
    return [chart for chart in drawn if chart.lines[0].points]


def help_of(each: Seen) -> str | None:
    """The level of help, where it is one of those that are known."""
    level = each.measures.get("help")
    return level if isinstance(level, str) and level in HELP else None


def _right(each: Seen) -> Point | None:
    right, given = number(each.measures.get("trials_right")), number(each.measures.get("trials_given"))
    if right is None or given is None or given <= 0 or not 0 <= right <= given:
        return None
    level = help_of(each)
    detail = f"{figure(right)} of {figure(given)}" + (f", {HELP[level][1].lower()}" if level else "")
    return Point(each.day, tenth(100 * right / given), detail, HELP[level][0] if level else "")


def _attained(each: Seen) -> float | None:
    value = number(each.measures.get("attainment"))
    return value if value is not None and -2 <= value <= 2 else None
