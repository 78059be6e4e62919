"""Drawings: the shared cases, whatever anybody may have written, and that nothing stands outside the drawing."""

import json
import subprocess
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from record.school_terms import Term
from record.series import charts_of
from record.series.chart import LINES, Chart, Line, Point, Tick
from record.series.seen import seen_at
from record.times import parse_wire_time
from tests.any_observations import any_case
from tests.cases import axis_of, cases, drawings_of, periods_of, plain, series_of
from webapp.drawing import Axis, PhaseLine, draw, draw_all
from webapp.drawing.axes import CHARACTER_WIDTH

SEEDS = range(120)
FIRST = date(2026, 9, 1)
DAYS = st.integers(0, 800).map(lambda days: FIRST + timedelta(days=days))
VALUES = st.one_of(st.just(0), st.integers(0, 20_000), st.floats(0, 1e6))
POINTS = st.lists(st.tuples(DAYS, VALUES), min_size=1, max_size=250).map(sorted)


@pytest.mark.parametrize("case", cases("series"), ids=lambda case: case["name"])
def test_the_record_makes_the_series_of_the_shared_cases(case: dict[str, Any]) -> None:
    assert plain(series_of(case)) == case["series"]


@pytest.mark.parametrize("case", cases("drawings"), ids=lambda case: case["name"])
def test_the_desk_makes_the_drawings_of_the_shared_cases(case: dict[str, Any]) -> None:
    assert plain(drawings_of(case)) == case["drawings"]


@pytest.mark.parametrize("case", cases("periods"), ids=lambda case: case["name"])
def test_the_record_offers_the_periods_of_the_shared_cases(case: dict[str, Any]) -> None:
    assert plain(periods_of(case)) == case["periods"]


def desk_drawings(case: dict[str, Any]) -> list[dict[str, Any]]:
    seen = []
    for body in case["observations"]:
        moment = parse_wire_time(body.get("observed_at", body["recorded_at"]))
        assert moment
        seen.append(seen_at(moment, *(body[name] for name in ("instrument", "setting", "measures", "outcome_ids"))))
    found = charts_of(seen, {each["id"]: each["text"] for each in case["outcomes"]})
    return plain(draw_all(found, axis_of(case["axis"])))


def test_desk_and_tablet_draw_whatever_was_written_alike() -> None:
    asked = [any_case(seed) for seed in SEEDS]
    script = Path(__file__).parents[2] / "draw_with_node.js"
    done = subprocess.run(["node", script], input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for seed, case, tablet in zip(SEEDS, asked, json.loads(done.stdout), strict=True):
        assert desk_drawings(case) == tablet, f"seed {seed}"


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_was_written_stands_inside_its_drawing_and_in_its_table(seed: int) -> None:
    for group in desk_drawings(any_case(seed)):
        for chart in group["charts"]:
            stands_inside(chart)
            assert chart["summary"].endswith(".")
            assert all(len(row) == len(chart["heads"]) for row in chart["table"])


def stands_inside(it: dict[str, Any]) -> None:
    if it["shape"] in ("lines", "columns"):
        left, right, top, base = (it[name] for name in ("left", "right", "top", "base"))
        for line in it["lines"]:
            for point in line.get("points", []):
                assert left <= point["x"] <= right and top <= point["y"] <= base
            for bar in line.get("bars", []):
                assert left <= bar["x"] and bar["x"] + bar["width"] <= right + 2
                assert top <= bar["y"] and bar["y"] + bar["height"] == base
        for band in it["bands"]:
            assert left <= band["x"] and band["x"] + band["width"] <= right + 1
        for mark in (*it["phases"], *it["days"]):
            assert left <= mark["x"] <= right
        phases_have_room(it)
        assert all(top <= level["y"] <= base for level in it["levels"]) and len(it["levels"]) <= 201
    elif it["shape"] == "rows":
        for bar in it["bars"]:
            assert 0 <= bar["width"] <= 880 and bar["y"] + 32 <= it["height"]
    else:
        for circle in it["circles"]:
            assert it["left"] <= circle["x"] - circle["r"] and circle["x"] + circle["r"] <= it["right"]
            assert 0 < circle["y"] - circle["r"] and circle["y"] + circle["r"] <= it["height"]


def phases_have_room(it: dict[str, Any]) -> None:
    assert all(phase["y"] < it["top"] for phase in it["phases"])
    for one, other in combinations(it["phases"], 2):
        assert one["is_numbered"] or one["row"] != other["row"] or apart(one, other)


def apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two labels of one row leave each other room."""
    spans = []
    for phase in (one, other):
        width = len(phase["label"]) * CHARACTER_WIDTH
        begin = phase["text_x"] - (width if phase["anchor"] == "end" else 0)
        spans.append((begin, begin + width))
    return spans[0][1] <= spans[1][0] or spans[1][1] <= spans[0][0]


@given(POINTS, DAYS, DAYS)
def test_points_stand_inside_the_drawing_in_the_order_of_their_days_and_values(points, one, other) -> None:
    chart = Chart("k", "T", LINES, "Minutes", lines=[Line("A", [Point(*each) for each in points])])
    terms = [Term("Autumn 1", min(one, other), max(one, other))]
    drawing = draw(chart, Axis(min(one, other), max(one, other), terms, [PhaseLine(one, "A change")]))
    stands_inside(drawing)
    drawn = drawing["lines"][0]["points"]
    assert [each["x"] for each in drawn] == sorted(each["x"] for each in drawn)
    by_value = sorted(zip(points, drawn, strict=True), key=lambda pair: pair[0][1])
    assert [each["y"] for _, each in by_value] == sorted((each["y"] for _, each in by_value), reverse=True)
    assert drawing["levels"][0]["text"] == "0" and 2 <= len(drawing["levels"]) <= 6


@given(st.integers(-100, 99), st.integers(1, 200), st.integers(-300, 300))
def test_a_score_outside_its_scale_stands_at_its_edge(least: int, width: int, score: int) -> None:
    most = min(100, least + width)
    chart = Chart("k", "T", LINES, "Score", lines=[Line("A", [Point(FIRST, score)])], least=least, most=most)
    stands_inside(draw(chart, Axis(FIRST, FIRST)))


def a_line(*days: int, **axis: Any) -> list[bool]:
    """Whether a new piece of the line starts at each of these days of September."""
    points = [Point(FIRST + timedelta(days=day), 1) for day in days]
    chart = Chart("k", "T", LINES, "Minutes", lines=[Line("A", points)])
    drawn = draw(chart, Axis(FIRST, FIRST + timedelta(days=60), **axis))
    return [point["starts"] for point in drawn["lines"][0]["points"]]


def test_points_far_apart_or_on_both_sides_of_a_change_are_not_joined() -> None:
    assert a_line(0, 21, 43) == [True, False, True]
    assert a_line(0, 4, 5, phases=[PhaseLine(FIRST + timedelta(days=5), "Timer")]) == [True, False, True]


def test_half_terms_and_phases_within_the_axis_are_marked() -> None:
    chart = Chart(
        "k", "T", LINES, "Zone", lines=[Line("A", [Point(FIRST, 1)])], least=1, ticks=[Tick(1, "Blue"), Tick(2, "Red")]
    )
    terms = [
        Term("Autumn 1 2026", FIRST, date(2026, 10, 23)),
        Term("Spring 1", date(2027, 1, 4), date(2027, 2, 1)),
    ]
    phases = [PhaseLine(date(2026, 9, 30), "Seat by the door"), PhaseLine(date(2026, 8, 1), "Before")]
    drawing = draw(chart, Axis(FIRST, date(2026, 10, 30), terms, phases))
    assert [band["text"] for band in drawing["bands"]] == ["Autumn 1 2026"]
    assert [(phase["label"], phase["x"]) for phase in drawing["phases"]] == [
        ("Seat by the door", drawing["left"] + 423)
    ]
    assert drawing["summary"] == "A: Blue on 1 Sep, one day observed."
