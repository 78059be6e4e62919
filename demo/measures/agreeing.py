"""The same moments as somebody else saw them: mostly alike, never quite."""

from copy import deepcopy
from datetime import timedelta
from random import Random
from typing import Any

from record.times import parse_wire_time, wire_time

MISSED, TURNED = 0.08, 0.07


def by_another(rng: Random, instrument: str, measures: dict[str, Any]) -> dict[str, Any]:
    """What a second observer would have measured: a tap missed here, an interval judged otherwise there."""
    told = deepcopy(measures)
    if instrument == "time_sample":
        for one in told["behaviours"]:
            one["intervals"] = [seen != (rng.random() < TURNED) for seen in one["intervals"]]
    elif instrument == "frequency":
        told["taps"] = [_shifted(tap, rng.uniform(0, 0.9)) for tap in told["taps"][:-1] if rng.random() > MISSED] + [
            *told["taps"][-1:]
        ]
        told["count"] = len(told["taps"])
    elif instrument == "duration":
        for spell in told["spells"]:
            spell["stop"] = _shifted(spell["stop"], rng.uniform(0, 6))
        told["total_s"] = round(sum(_seconds(spell) for spell in told["spells"]), 1)
    return told


def _shifted(moment: str, seconds: float) -> str:
    known = parse_wire_time(moment)
    return wire_time(known + timedelta(seconds=round(seconds, 1))) if known else moment


def _seconds(spell: dict[str, str]) -> float:
    start, stop = parse_wire_time(spell["start"]), parse_wire_time(spell["stop"])
    return (stop - start).total_seconds() if start and stop else 0.0
