"""Cases that both sides of a thing drawn twice are held to: read by pytest here and by node:test in tests/jotter/.

What is expected was computed once and read over by a person; `python -m tests.cases.write` computes it again after a
change that is meant, and the difference is to be read like code.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from record.periods import periods
from record.school_terms import Term
from record.series import charts_of
from record.series.chart import Chart
from record.series.seen import seen_at
from record.times import parse_wire_time
from webapp.drawing import Axis, PhaseLine, draw_all

FOLDER = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one file."""
    return json.loads((FOLDER / f"{name}.json").read_text())


def series_of(case: Mapping[str, Any]) -> dict[str, list[Chart]]:
    """The charts that the record makes of a case's documents."""
    seen = []
    for body in case["observations"]:
        moment = parse_wire_time(body.get("observed_at", body["recorded_at"]))
        assert moment, body
        parts = (body.get(name) for name in ("setting", "measures", "outcome_ids"))
        seen.append(seen_at(moment, body.get("instrument", ""), *parts))
    return charts_of(seen, {each["id"]: each["text"] for each in case["outcomes"]})


def half_terms_of(wire: Sequence[Mapping[str, str]]) -> list[Term]:
    """Half-terms as the school's document has them."""
    day = date.fromisoformat
    return [Term(each["name"], day(each["first"]), day(each["last"])) for each in wire]


def periods_of(case: Mapping[str, Any]) -> list[Any]:
    """The periods that the record offers on a day."""
    return [asdict(each) for each in periods(half_terms_of(case["terms"]), date.fromisoformat(case["today"]))]


def axis_of(wire: Mapping[str, Any]) -> Axis:
    """The axis that a case describes."""
    day = date.fromisoformat
    phases = [PhaseLine(day(each["on"]), each["label"]) for each in wire["phases"]]
    return Axis(day(wire["first"]), day(wire["last"]), half_terms_of(wire["half_terms"]), phases)


def drawings_of(case: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The drawings that the desk makes of a case: `of` names the case of series.json whose charts are drawn."""
    (observed,) = [each for each in cases("series") if each["name"] == case["of"]]
    return draw_all(series_of(observed), axis_of(case["axis"]))


def plain(value: Any) -> Any:
    """As it would be after a journey as JSON: days as text, 21.0 as 21."""
    if isinstance(value, Chart):
        value = asdict(value)
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value == int(value) else value
