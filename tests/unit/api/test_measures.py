"""What each instrument measures: what is right is filed as it is, what is wrong is quarantined with its place and a
sentence (docs/instruments.md, "must hold")."""

from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask

from api.schemas.bodies import ObservationBody
from api.schemas.entries import read_entry
from api.schemas.measures import MEASURES
from record.entries import Problem
from record.instruments import INSTRUMENTS
from tests.factories import MEASURES as MADE
from tests.factories import entry, measured_body
from tests.factories.measures import engagement_measures, own_scale_measures
from tests.unit.api.actors import Tablet, statuses

PUPIL = "01900000-0000-7000-8000-000000000001"
TEN = "2026-11-24T10:00:00.000Z"
FIVE_PAST = "2026-11-24T10:05:00.000Z"
TEN_PAST = "2026-11-24T10:10:00.000Z"


def spell(start: str, stop: str) -> dict[str, str]:
    return {"start": start, "stop": stop}


def sampled(*intervals: list[Any]) -> dict[str, Any]:
    return {"behaviours": [{"name": "On task", "intervals": each} for each in intervals]}


def problems(instrument: str, measures: Any, text: str = "") -> list[Problem]:
    return read_entry(entry("observation", measured_body(PUPIL, instrument, text, measures))).problems


RIGHT: list[tuple[str, dict[str, Any]]] = [
    *((name, make()) for name, make in MADE.items()),
    ("scale", engagement_measures()),
    ("scale", own_scale_measures()),
    ("scale", own_scale_measures(least=-100, most=100, score=-100)),
    ("scale", {"scale": "zones", "score": 4}),
    ("abc", {"antecedent": "Plain words", "behaviour": {"text": "x" * 2_000}}),
    ("abc", {"consequence": {"chosen": ["x" * 2_000] * 20}}),
    ("abc", {"intensity": 1, "duration_s": 0}),
    ("abc", {"duration_s": 24 * 3600}),
    ("frequency", {"count": 0, "observed_for_s": 0.1}),
    ("frequency", {"count": 10_000, "observed_for_s": 24 * 3600}),
    ("frequency", {"count": 7.0}),
    ("frequency", {"count": 2, "observed_for_s": 299, "began_at": TEN, "taps": [TEN, FIVE_PAST]}),
    ("frequency", {"taps": [TEN, FIVE_PAST]}),
    ("frequency", {"began_at": "1970-01-01T00:00:00Z", "taps": ["2199-12-31T23:59:59.999Z"]}),
    ("duration", {"spells": [spell(TEN, TEN), spell(TEN, FIVE_PAST), spell(FIVE_PAST, TEN_PAST)], "total_s": 600.9}),
    ("duration", {"spells": [], "total_s": 45, "latency_s": 24 * 3600}),
    ("time_sample", sampled(*[[True] * 1_000] * 5)),
    ("time_sample", {**sampled([False]), "interval_s": 3_600, "rule": "whole"}),
    ("target", {"trials_right": 0, "trials_given": 1_000, "attainment": -2, "help": "full_physical"}),
    ("target", {"trials_right": 4, "trials_given": 4}),
    ("session", {"present": False, "delivered_minutes": 0, "planned_minutes": 600, "absence_reason": "At a clinic"}),
    ("session", {"present": False}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("instrument", "measures"), RIGHT, ids=[f"{number}-{name}" for number, (name, _) in enumerate(RIGHT)]
)
def test_what_is_right_is_read_as_it_was_told(instrument: str, measures: dict[str, Any]) -> None:
    incoming = read_entry(entry("observation", measured_body(PUPIL, instrument, measures=measures)))
    assert incoming.problems == []
    assert incoming.body["measures"] == measures


WRONG: list[tuple[str, dict[str, Any], str, str]] = [
    ("abc", {"intensity": 6}, "intensity", "from 1 to 5"),
    ("abc", {"intensity": 0}, "intensity", "from 1 to 5"),
    ("abc", {"duration_s": -1}, "duration_s", "from 0 to 86,400"),
    ("abc", {"duration_s": 86_401}, "duration_s", "from 0 to 86,400"),
    ("abc", {"antecedent": {"chosen": ["x"] * 21}}, "antecedent.chosen", "At most 20"),
    ("abc", {"behaviour": {"chosen": ["x" * 2_001]}}, "behaviour.chosen", "At most 2,000 characters"),
    ("abc", {"behaviour": {"chosen": [7]}}, "behaviour.chosen", "list of words"),
    ("abc", {"consequence": {"text": "x" * 2_001}}, "consequence.text", "At most 2,000 characters"),
    ("abc", {"consequence": "x" * 2_001}, "consequence", "At most 2,000 characters"),
    ("abc", {"consequence": 7}, "consequence", "This is words"),
    ("abc", {"people_present": "x" * 2_001}, "people_present", "At most 2,000 characters"),
    ("frequency", {"count": -1}, "count", "from 0 to 10,000"),
    ("frequency", {"count": 10_001}, "count", "from 0 to 10,000"),
    ("frequency", {"count": 1.5}, "count", "whole number"),
    ("frequency", {"count": True}, "count", "whole number"),
    ("frequency", {"count": "7"}, "count", "whole number"),
    ("frequency", {"observed_for_s": 0}, "observed_for_s", "more than 0"),
    ("frequency", {"observed_for_s": 86_400.1}, "observed_for_s", "at most 86,400"),
    ("frequency", {"behaviour": "x" * 2_001}, "behaviour", "At most 2,000 characters"),
    ("frequency", {"began_at": "ten o'clock"}, "began_at", "not a moment"),
    ("frequency", {"began_at": "9999-12-31T23:59:59Z", "observed_for_s": 86_400}, "began_at", "from 1970 to 2199"),
    ("frequency", {"taps": [TEN, "2200-01-01T00:00:00.000Z"]}, "taps.1", "from 1970 to 2199"),
    ("time_sample", {"began_at": "0001-01-01T00:00:00Z"}, "began_at", "from 1970 to 2199"),
    ("duration", {"spells": [spell(TEN, "9999-12-31T23:59:59Z")]}, "spells.0.stop", "from 1970 to 2199"),
    ("frequency", {"count": 1, "taps": [TEN, TEN]}, "taps", "2 taps but the count is 1"),
    ("frequency", {"taps": [TEN, "x"]}, "taps.1", "not a moment"),
    ("frequency", {"began_at": FIVE_PAST, "taps": [TEN]}, "taps", "before the watching began"),
    ("frequency", {"began_at": TEN, "observed_for_s": 298, "taps": [FIVE_PAST]}, "taps", "after the watching ended"),
    ("duration", {"spells": [spell(FIVE_PAST, TEN)]}, "spells.0.stop", "stops before it starts"),
    ("duration", {"spells": [spell(TEN, TEN_PAST), spell(FIVE_PAST, TEN_PAST)]}, "spells.1.start", "begins before"),
    ("duration", {"spells": [{"start": TEN}]}, "spells.0.stop", "missing"),
    ("duration", {"spells": [7]}, "spells.0", "not an object"),
    ("duration", {"spells": "x"}, "spells", "not a list"),
    ("duration", {"spells": [spell(TEN, TEN)] * 1_001}, "spells", "At most 1,000"),
    ("duration", {"spells": [spell(TEN, FIVE_PAST)], "total_s": 302}, "total_s", "add up to 300.0 seconds"),
    ("duration", {"latency_s": -0.1}, "latency_s", "from 0"),
    ("duration", {"latency_s": 86_401}, "latency_s", "to 86,400"),
    ("time_sample", sampled([True, None]), "behaviours.0.intervals", "Interval 2 is blank"),
    ("time_sample", sampled([1, 0]), "behaviours.0.intervals", "yes or no"),
    ("time_sample", sampled([]), "behaviours.0.intervals", "From 1 to 1,000"),
    ("time_sample", sampled([True] * 1_001), "behaviours.0.intervals", "From 1 to 1,000"),
    ("time_sample", sampled([True], [True, True]), "behaviours.1.intervals", "the first behaviour 1"),
    ("time_sample", sampled(*[[True]] * 6), "behaviours", "From 1 to 5"),
    ("time_sample", {"behaviours": []}, "behaviours", "From 1 to 5"),
    ("time_sample", {"behaviours": [{"name": "x"}]}, "behaviours.0.intervals", "missing"),
    ("time_sample", {"interval_s": 0}, "interval_s", "from 1 to 3,600"),
    ("time_sample", {"interval_s": 3_601}, "interval_s", "from 1 to 3,600"),
    ("time_sample", {"rule": "sometimes"}, "rule", "momentary, partial or whole"),
    ("scale", {"scale": "leuven_wellbeing", "score": 6}, "score", "not on this scale"),
    ("scale", {"scale": "leuven_involvement", "score": 0}, "score", "not on this scale"),
    ("scale", {"scale": "zones", "score": 5}, "score", "not on this scale"),
    ("scale", {"scale": "own", "least": 1, "most": 5, "score": 6}, "score", "not on this scale"),
    ("scale", {"scale": "own", "least": 1, "most": 5, "score": 0}, "score", "not on this scale"),
    ("scale", {"scale": "own", "least": 5, "most": 5}, "least", "below the most"),
    ("scale", {"scale": "own", "least": -101}, "least", "from -100 to 100"),
    ("scale", {"scale": "own", "scale_id": "x"}, "scale_id", "UUID"),
    ("scale", {"scale": "weather"}, "scale", "no such scale"),
    ("scale", engagement_measures(scores={"persistence": 5}), "scores.persistence", "from 0 to 4"),
    ("scale", engagement_measures(scores=[4]), "scores", "not an object"),
    ("target", {"trials_right": 11, "trials_given": 10}, "trials_right", "11 right is more than the 10 given"),
    ("target", {"trials_given": 0}, "trials_given", "from 1 to 1,000"),
    ("target", {"trials_given": 1_001}, "trials_given", "from 1 to 1,000"),
    ("target", {"trials_right": -1}, "trials_right", "from 0"),
    ("target", {"attainment": 3}, "attainment", "from -2 to 2"),
    ("target", {"help": "shouting"}, "help", "no such level of help"),
    ("target", {"outcome_id": "x"}, "outcome_id", "UUID"),
    ("session", {"planned_minutes": 601}, "planned_minutes", "from 0 to 600"),
    ("session", {"delivered_minutes": -1}, "delivered_minutes", "from 0 to 600"),
    ("session", {"present": "no"}, "present", "yes or no"),
    ("session", {"present": 0}, "present", "yes or no"),
    ("session", {"present": False, "delivered_minutes": 1}, "delivered_minutes", "not present"),
    ("session", {"provision": "x" * 2_001}, "provision", "At most 2,000 characters"),
]  # fmt: skip


@pytest.mark.parametrize(("instrument", "measures", "place", "words"), WRONG, ids=lambda part: str(part)[:50])
def test_what_is_wrong_is_named_by_its_place_in_a_sentence(
    instrument: str, measures: dict[str, Any], place: str, words: str
) -> None:
    (problem,) = problems(instrument, measures, "It has words as well.")
    assert problem.field == f"body.measures.{place}"
    assert words in problem.message


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_members_that_nobody_knows_are_kept(instrument: str) -> None:
    measures = {**MADE[instrument](), "colour": "red", "later": {"deep": [1, None]}}
    incoming = read_entry(entry("observation", measured_body(PUPIL, instrument, "Words.", measures)))
    assert incoming.problems == []
    assert incoming.body["measures"] == measures


@pytest.mark.parametrize("instrument", [name for name in INSTRUMENTS if name != "narrative"])
def test_everything_may_be_absent_or_null(instrument: str) -> None:
    nothing = dict.fromkeys(MADE[instrument]())
    assert problems(instrument, nothing, "The words say it all.") == []
    for name in MADE[instrument]():
        alone = {name: MADE[instrument]()[name]}
        assert problems(instrument, alone, "The words say it all.") == [], alone


@pytest.mark.parametrize("instrument", [name for name in INSTRUMENTS if name != "narrative"])
@pytest.mark.parametrize("empty", [{}, {"behaviour": "", "note": None, "taps": [], "scores": {}}])
def test_neither_words_nor_measures_says_nothing(instrument: str, empty: dict[str, Any]) -> None:
    (problem,) = problems(instrument, empty, " \n ")
    assert (problem.field, problem.message) == ("body.text", "This says nothing: it has neither words nor measures")
    body = measured_body(PUPIL, instrument, " ", empty)
    del body["measures"]
    assert [each.field for each in read_entry(entry("observation", body)).problems] == ["body.text"]


def test_a_zero_and_a_no_say_something() -> None:
    assert problems("frequency", {"count": 0}) == []
    assert problems("session", {"present": False}) == []


def test_everything_that_is_wrong_with_a_form_is_told_at_once() -> None:
    found = problems("frequency", {"count": -1, "observed_for_s": 0, "taps": ["x", TEN, 3]})
    assert {each.field.removeprefix("body.measures.") for each in found} == {
        "count", "observed_for_s", "taps.0", "taps.2",
    }  # fmt: skip


def test_wrong_measures_are_quarantined_and_hold_up_nothing(tablet: Tablet, school: SimpleNamespace) -> None:
    pupil = school.pupils[0].id
    good = [entry("observation", measured_body(pupil, name)) for name in INSTRUMENTS]
    bad = entry("observation", measured_body(pupil, "frequency", measures={"count": -7}))
    results = tablet.pushes(*good[:4], bad, *good[4:])
    assert statuses(results) == ["accepted"] * 4 + ["quarantined"] + ["accepted"] * 4
    assert results[4]["problems"][0]["field"] == "body.measures.count"
    tablet.catches_up()
    for sent in good:
        assert tablet.holds("observation")[sent["id"]]["measures"] == sent["body"]["measures"]


def test_a_narrative_costs_no_schema_of_measures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MEASURES, "narrative", None)  # type: ignore[arg-type]  # asking it anything would fail
    body = measured_body(PUPIL, "narrative", "Words.", {})
    assert ObservationBody().load(body) == body


def test_the_contract_describes_every_instruments_measures(app: Flask) -> None:
    schemas = app.test_client().get("/api/v1/openapi.json").get_json()["components"]["schemas"]
    refs = [each["$ref"].rsplit("/", 1)[1] for each in schemas["ObservationBody"]["properties"]["measures"]["anyOf"]]
    assert len(refs) == len(INSTRUMENTS) and set(MEASURES) == set(INSTRUMENTS)
    for instrument, name in zip(INSTRUMENTS, refs, strict=True):
        assert set(schemas[name].get("properties", {})) == set(MEASURES[instrument].fields), name
    assert schemas["FrequencyMeasures"]["properties"]["count"]["maximum"] == 10_000
