"""Series: figures worked out by hand, for each instrument."""

from datetime import date
from typing import Any

from record.series import charts_of
from record.series.chart import Chart
from record.series.seen import Seen

THURSDAY, FRIDAY = date(2026, 9, 3), date(2026, 9, 4)


def seen(instrument: str, day: date = THURSDAY, hour: int = 10, **measures: Any) -> Seen:
    return Seen(day, hour, day.weekday(), instrument, "Maths", measures, [])


def charts(*observations: Seen, **texts: str) -> list[Chart]:
    """The charts of the one instrument that these were written with."""
    (instrument,) = {each.instrument for each in observations}
    return charts_of(observations, texts).get(instrument, [])


def values(chart: Chart) -> dict[str, list[float]]:
    return {line.name: [point.value for point in line.points] for line in chart.lines}


def test_the_rate_of_a_day_weighs_counts_by_how_long_was_looked() -> None:
    # 7 in 20 minutes is 21 an hour; with 2 in a whole hour it is 9 in 80 minutes: 6.75 an hour.
    (chart,) = charts(seen("frequency", behaviour="Calling out", count=7, observed_for_s=1200))
    assert values(chart) == {"Calling out": [21]}
    (chart,) = charts(
        seen("frequency", behaviour="Calling out", count=7, observed_for_s=1200),
        seen("frequency", behaviour="calling out", count=2, observed_for_s=3600),
        seen("frequency", day=FRIDAY, behaviour="Calling out", count=0, observed_for_s=600),
    )
    assert values(chart) == {"Calling out": [6.8, 0]}
    assert [point.detail for point in chart.lines[0].points] == ["9 in 1 h 20 min", "0 in 10 min"]


def test_a_count_without_a_length_of_time_has_no_rate_and_is_said() -> None:
    assert charts(seen("frequency", behaviour="Calling out", count=7)) == []
    (chart,) = charts(seen("frequency", count=7, observed_for_s=60), seen("frequency", count=7))
    assert chart.notes == ["1 count without how long was looked: not drawn."]


def test_total_and_longest_minutes_of_a_day() -> None:
    spells = [
        {"start": "2026-09-03T09:00:00.000Z", "stop": "2026-09-03T09:02:30.000Z"},
        {"start": "2026-09-03T09:10:00.000Z", "stop": "2026-09-03T09:10:30.000Z"},
    ]
    (chart,) = charts(
        seen("duration", behaviour="Off task", spells=spells, total_s=180),
        seen("duration", behaviour="Off task", total_s=60),
    )
    assert values(chart) == {"Total": [4], "Longest spell": [2.5]}


def test_the_share_of_intervals_is_of_all_intervals_of_a_day_by_one_rule() -> None:
    def sampled(rule: str, *intervals: bool) -> Seen:
        return seen("time_sample", rule=rule, behaviours=[{"name": "On task", "intervals": list(intervals)}])

    (chart,) = charts(sampled("momentary", True), sampled("momentary", True, False, False), sampled("whole", False))
    assert values(chart) == {"On task, momentary": [50], "On task, whole interval": [0]}


def test_scores_of_one_day_are_all_drawn_and_scales_of_other_ranges_apart() -> None:
    leuven, zones = charts(
        seen("scale", scale="leuven_wellbeing", score=2),
        seen("scale", scale="leuven_wellbeing", score=4),
        seen("scale", scale="leuven_involvement", score=6),
        seen("scale", scale="zones", score=4),
    )
    assert values(leuven) == {"Well-being": [2, 4]} and (leuven.least, leuven.most) == (1, 5)
    assert [point.mark for point in zones.lines[0].points] == ["R"]


def test_a_target_shows_per_cent_right_with_the_help_that_was_given() -> None:
    right, helped, attained = charts(
        seen("target", outcome_id="o", trials_right=3, trials_given=4, help="verbal", attainment=-1), o="Asks for help"
    )
    (point,) = right.lines[0].points
    assert (point.value, point.mark, point.detail) == (75, "V", "3 of 4, verbal")
    assert helped.lines[0].points[0].detail == "Verbal" and values(attained) == {"Attained": [-1]}
    assert {chart.about for chart in (right, helped, attained)} == {"Asks for help"}


def test_what_was_planned_counts_where_the_pupil_was_not_present() -> None:
    (chart,) = charts(
        seen("session", provision="Lego therapy", planned_minutes=30, delivered_minutes=20, present=True),
        seen("session", provision="Lego therapy", day=FRIDAY, planned_minutes=30, delivered_minutes=30, present=False),
    )
    assert values(chart) == {"Planned": [60], "Delivered": [20]}
    assert [point.day for point in chart.lines[0].points] == [date(2026, 8, 31)]
    assert chart.lines[1].points[0].detail == "2 sessions, 1 not present"


def test_abc_counts_every_antecedent_with_every_behaviour_and_the_hour_with_the_weekday() -> None:
    before, when = charts(
        seen("abc", antecedent={"chosen": ["Noise", "Waiting"]}, behaviour={"chosen": ["Hit out"]}),
        seen("abc", antecedent={"chosen": ["noise"]}, behaviour="Hit out", hour=13, day=FRIDAY),
        seen("abc", behaviour={"text": "A long story"}, day=FRIDAY),
    )
    counts = {
        (row, column): count
        for row, cells in zip(before.rows, before.cells, strict=True)
        for column, count in zip(before.columns, cells, strict=True)
        if count
    }
    assert counts == {("Noise", "Hit out"): 2, ("Waiting", "Hit out"): 1, ("Not said", "In words only"): 1}
    assert (when.rows[0], when.columns[3:5], when.cells[0][3:5], when.cells[3][4]) == (
        "10:00 to 10:59",
        ["Thu", "Fri"],
        [1, 1],
        1,
    )


def test_a_week_begins_on_monday() -> None:
    (chart,) = charts(*(seen("narrative", day=date(2026, 9, day)) for day in (6, 7, 13)))
    assert [(point.day.day, point.value) for point in chart.lines[0].points] == [(31, 1), (7, 2)]


def test_the_most_observed_lines_are_drawn_and_the_others_are_named() -> None:
    names = "AABBCCDDEEFG"
    (chart,) = charts(*(seen("frequency", behaviour=name, count=1, observed_for_s=60) for name in names))
    assert list(values(chart)) == list("ABCDE")
    assert chart.notes == ["Also recorded, and not drawn: F, G."]
