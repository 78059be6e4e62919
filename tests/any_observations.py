"""Observations such as nobody would write, for tests that ask what a chart does with whatever it finds."""

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

from record.times import wire_time

DAYS = 700
BEGINS = datetime(2025, 9, 1, tzinfo=UTC)
NAMES = [
    "Calling out",
    "calling  out",
    "ÉCRIRE",
    "",
    "🐸 jumps",
    "x" * 120,
    "On task",
    "Hit out",
    "Ran",
    "Sang",
    "Cried",
]
ODD = [None, True, False, 0, -1, 3, 2.5, 1e300, "3", "", [], {}, ["a", 3], {"chosen": [1, "Noise"]}, [None, True]]
INSTRUMENTS = ["narrative", "abc", "frequency", "duration", "time_sample", "scale", "target", "session", "new"]
OUTCOMES = [{"id": f"o{n}", "text": f"Outcome {n} " + "and more " * n} for n in range(4)]


def any_case(seed: int) -> dict[str, Any]:
    """Observations, outcomes and an axis, the same for the same seed."""
    chance = random.Random(seed)
    made = [_any_body(chance) for _ in range(chance.choice([1, 2, 5, 40, 200]))]
    first = date(2025, 9, 1) + timedelta(days=chance.randint(0, 300))
    last = first + timedelta(days=chance.choice([0, 1, 6, 40, 120, 400]))
    days = [(first + timedelta(days=chance.randint(-50, 400))).isoformat() for _ in range(14)]
    return {
        "observations": sorted(made, key=lambda body: body.get("observed_at", body["recorded_at"])),
        "outcomes": OUTCOMES[: chance.randint(0, 4)],
        "axis": {
            "first": first.isoformat(),
            "last": last.isoformat(),
            "half_terms": [_term(chance, a, b) for a, b in zip(days[:6], days[1:7], strict=True) if a < b],
            "phases": [{"on": day, "label": chance.choice(NAMES)} for day in days[7 : 7 + chance.randint(0, 7)]],
        },
    }


def _term(chance: random.Random, first: str, last: str) -> dict[str, str]:
    return {"name": chance.choice(["Autumn 1 2026", "Spring 2", "Half-term", ""]), "first": first, "last": last}


def _any_body(chance: random.Random) -> dict[str, Any]:
    moment = BEGINS + timedelta(seconds=chance.randint(0, DAYS * 86_400))
    instrument = chance.choice(INSTRUMENTS)
    measures = _measures(chance, instrument, moment)
    for name in list(measures):
        if chance.random() < 0.1:
            measures[name] = chance.choice(ODD)
    return {
        **_times(chance, moment),
        "instrument": instrument,
        "setting": chance.choice([*NAMES[:5], None, 3]),
        "measures": chance.choice(ODD) if chance.random() < 0.05 else measures,
        "outcome_ids": chance.choice([["o1"], ["o0", "o2"], [], None, ["o1", "o1", 4]]),
    }


def _times(chance: random.Random, seen: datetime) -> dict[str, str]:
    """Half of them say when it happened apart from when it was written."""
    if chance.random() < 0.5:
        return {"recorded_at": wire_time(seen)}
    written = seen + timedelta(hours=chance.randint(0, 60))
    return {"observed_at": wire_time(seen), "recorded_at": wire_time(written)}


def _measures(chance: random.Random, instrument: str, moment: datetime) -> dict[str, Any]:
    name = chance.choice(NAMES)
    stop = wire_time(moment + timedelta(milliseconds=chance.randint(-1000, 900_000)))
    score = {"score": chance.randint(-1, 6), "least": chance.randint(-2, 1), "most": chance.randint(0, 9), "name": name}
    areas = {area: chance.randint(-1, 5) for area in ("exploration", "realisation", "initiation")}
    part = {"chosen": chance.sample(NAMES, chance.randint(0, 2)), "text": chance.choice(NAMES)}
    marks = [{"name": name, "intervals": [chance.random() < 0.3 for _ in range(chance.randint(0, 20))]}]
    scale = chance.choice(["leuven_wellbeing", "leuven_involvement", "engagement", "zones", "own", "other"])
    return {
        "abc": {"antecedent": part, "behaviour": chance.choice([part, name]), "consequence": part},
        "frequency": {"behaviour": name, "count": chance.randint(0, 90), "observed_for_s": chance.randint(0, 4000)},
        "duration": {"behaviour": name, "spells": [{"start": wire_time(moment), "stop": stop}] * chance.randint(0, 3)},
        "time_sample": {"behaviours": marks, "rule": chance.choice(["momentary", "partial", "whole", "other"])},
        "scale": {"scale": scale, "scores": areas, **score},
        "target": {
            "outcome_id": chance.choice(["o0", "o1", "gone"]),
            "help": chance.choice(["independent", "model", "other"]),
            "trials_right": chance.randint(0, 5),
            "trials_given": chance.randint(0, 5),
            "attainment": chance.randint(-3, 3),
        },
        "session": {
            "provision": name,
            "planned_minutes": chance.randint(0, 60),
            "delivered_minutes": chance.randint(0, 60),
            "present": chance.random() < 0.8,
        },
    }.get(instrument, {})
