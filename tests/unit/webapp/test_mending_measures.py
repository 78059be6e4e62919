"""An observation whose measures are wrong is mended at the desk, field by field, and filed."""

from typing import Any

import pytest

from record.instruments import INSTRUMENTS
from record.observations import Observation
from tests.factories import MEASURES, entry, measured_body
from tests.factories.measures import engagement_measures
from tests.unit.webapp.conftest import Desk
from tests.unit.webapp.test_quarantine import notes, quarantined
from webapp.views.mending_measures import FIELDS, typed_measures, untyped_measures

START, STOP = "2026-11-24T10:00:00.000Z", "2026-11-24T10:05:00.000Z"


def waiting(desk: Desk, instrument: str, measures: dict[str, Any]) -> str:
    return quarantined(desk, entry("observation", measured_body(desk.pupil.id, instrument, "Words.", measures)))


def typed(desk: Desk, instrument: str, measured_as: str | None = None, **measures: str) -> dict[str, str]:
    plain = {
        "pupil_id": desk.pupil.id,
        "observed_at": "2026-11-24T10:15",
        "instrument": instrument,
        "measured_as": instrument if measured_as is None else measured_as,
        "setting": "Maths",
        "text": "Words.",
    }
    return plain | {f"measures-{name}": value for name, value in measures.items()}


def filed(desk: Desk) -> dict[str, Any]:
    (note,) = notes(desk)
    assert isinstance(note, Observation)
    return note.body


def test_every_instrument_has_its_fields_here() -> None:
    assert set(FIELDS) == set(INSTRUMENTS)
    for name, module in INSTRUMENTS.items():
        assert set(FIELDS[name]) | {"scale_id", "outcome_id"} >= set(module.MEMBERS)
        assert set(FIELDS[name]) <= set(module.MEMBERS)


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_what_is_not_touched_comes_back_as_it_was(instrument: str) -> None:
    before = {**MEASURES[instrument](), "newer": {"kept": True}}
    after = typed_measures(instrument, untyped_measures(instrument, before), before)
    assert after == {name: value for name, value in before.items() if value != ""}
    if instrument == "scale":
        whole = engagement_measures()
        assert typed_measures(instrument, untyped_measures(instrument, whole), whole) == whole


WRONG = [
    ("frequency", {"behaviour": "Calling out", "count": -4, "observed_for_s": 600}, "count",
     {"behaviour": "Calling out", "count": "4", "observed_for_s": "600"},
     {"behaviour": "Calling out", "count": 4, "observed_for_s": 600}),
    ("duration", {"spells": [{"start": STOP, "stop": START}]}, "spells",
     {"spells": f"{START}, {STOP}", "total_s": "300"}, {"spells": [{"start": START, "stop": STOP}], "total_s": 300}),
    ("time_sample", {"behaviours": [{"name": "On task", "intervals": [True, None]}], "interval_s": 15}, "behaviours",
     {"behaviours": "On task: yes no", "interval_s": "15"},
     {"behaviours": [{"name": "On task", "intervals": [True, False]}], "interval_s": 15}),
    ("scale", {"scale": "leuven_wellbeing", "score": 9}, "score", {"scale": "leuven_wellbeing", "score": "5"},
     {"scale": "leuven_wellbeing", "score": 5}),
    ("target", {"help": "verbal", "trials_right": 9, "trials_given": 5}, "trials_right",
     {"help": "verbal", "trials_right": "5", "trials_given": "9", "attainment": "-1"},
     {"help": "verbal", "trials_right": 5, "trials_given": 9, "attainment": -1}),
    ("session", {"present": False, "delivered_minutes": 20}, "delivered_minutes",
     {"present": "yes", "delivered_minutes": "20"}, {"present": True, "delivered_minutes": 20}),
    ("abc", {"behaviour": {"chosen": ["Hiding"], "text": ""}, "intensity": 6}, "intensity",
     {"behaviour": "Hiding\nUnder the table", "intensity": "5"},
     {"behaviour": {"chosen": ["Hiding"], "text": "Under the table"}, "intensity": 5}),
]  # fmt: skip


@pytest.mark.parametrize(("instrument", "wrong", "field", "mended", "right"), WRONG, ids=[each[0] for each in WRONG])
def test_wrong_measures_are_mended_in_the_fields_of_their_instrument(
    senco, desk, instrument: str, wrong: dict[str, Any], field: str, mended: dict[str, str], right: dict[str, Any]
) -> None:
    item_id = waiting(desk, instrument, {**wrong, "newer": "kept"})
    form = senco.get(f"/desk/quarantine/{item_id}").text
    for name in FIELDS[instrument]:
        assert f'name="measures-{name}"' in form, name
    untouched = untyped_measures(instrument, wrong)
    again = senco.post(f"/desk/quarantine/{item_id}", data=typed(desk, instrument) | untouched)
    assert again.status_code == 422
    assert f'id="measures-{field}-error"' in again.text and f'href="#measures-{field}"' in again.text
    assert notes(desk) == []
    answer = senco.post(f"/desk/quarantine/{item_id}", data=typed(desk, instrument, **mended))
    assert answer.status_code == 303, answer.text
    assert filed(desk)["measures"] == {**right, "newer": "kept"}


def test_quarantine_names_the_measure_that_is_wrong(senco, desk) -> None:
    waiting(desk, "frequency", {"count": -4})
    page = senco.get("/desk/quarantine").text
    assert "Measures, count" in page and "This must be a whole number from 0 to 10,000" in page


def test_what_was_typed_wrong_stands_there_with_its_sentence(senco, desk) -> None:
    item_id = waiting(desk, "frequency", {"count": -4})
    answer = senco.post(f"/desk/quarantine/{item_id}", data=typed(desk, "frequency", count="<lots>"))
    assert answer.status_code == 422
    assert 'value="&lt;lots&gt;"' in answer.text and "This must be a whole number from 0 to 10,000" in answer.text


def test_a_field_left_empty_is_left_out(senco, desk) -> None:
    item_id = waiting(desk, "frequency", {"behaviour": "Calling out", "count": -4})
    assert senco.post(f"/desk/quarantine/{item_id}", data=typed(desk, "frequency")).status_code == 303
    assert filed(desk)["measures"] == {}


def test_another_kind_of_observation_shows_its_own_fields_before_anything_is_filed(senco, desk) -> None:
    item_id = waiting(desk, "frequency", {"behaviour": "On task", "count": -4})
    answer = senco.post(f"/desk/quarantine/{item_id}", data=typed(desk, "duration", "frequency", behaviour="On task"))
    assert answer.status_code == 422 and 'name="measures-spells"' in answer.text
    assert 'name="measures-count"' not in answer.text and 'value="On task"' in answer.text
    assert notes(desk) == []
    done = senco.post(f"/desk/quarantine/{item_id}", data=typed(desk, "duration", behaviour="On task", total_s="90"))
    assert done.status_code == 303
    assert filed(desk)["measures"]["total_s"] == 90


def test_a_wrong_id_that_has_no_field_is_left_out_and_the_rest_kept(senco, desk) -> None:
    item_id = waiting(desk, "target", {"outcome_id": "the first", "trials_right": 3, "trials_given": 4})
    data = typed(desk, "target", trials_right="3", trials_given="4")
    assert senco.post(f"/desk/quarantine/{item_id}", data=data).status_code == 303
    assert filed(desk)["measures"] == {"trials_right": 3, "trials_given": 4}


@pytest.mark.parametrize(
    "broken", ["words", 7, ["x"], {"count": {"deep": []}, "taps": "x", "spells": [7], "behaviours": [{}]}]
)
@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_the_form_opens_whatever_the_measures_are(senco, desk, instrument: str, broken: Any) -> None:
    assert set(untyped_measures(instrument, broken)) == {f"measures-{name}" for name in FIELDS[instrument]}
    body = measured_body("nobody", instrument, "Words.") | {"measures": broken}
    item_id = quarantined(desk, entry("observation", body))
    assert senco.get(f"/desk/quarantine/{item_id}").status_code == 200


ENGAGED = {"scale": "engagement", "scores": {"exploration": 9, "curiosity": 2}}


def test_areas_are_shown_by_their_titles_and_typed_by_title_or_code_in_any_capitals(senco, desk) -> None:
    item_id = waiting(desk, "scale", ENGAGED)
    assert "Exploration: 9\ncuriosity: 2" in senco.get(f"/desk/quarantine/{item_id}").text
    scores = "EXPLORATION : 3\nRealisation: 1\npersistence: 0\ncuriosity: 2"
    data = typed(desk, "scale", scale="engagement", scores=scores)
    assert senco.post(f"/desk/quarantine/{item_id}", data=data).status_code == 303
    told = {"exploration": 3, "realisation": 1, "persistence": 0, "curiosity": 2}  # what it had before is kept
    assert filed(desk)["measures"] == {"scale": "engagement", "scores": told}


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ("Persistance: 2", "“Persistance: 2” names no area"),
        ("Exploration: 2\nInitiation 3", "“Initiation 3” names no area"),
        ("Exploration: 2\nexploration: 3", "There are two lines for Exploration"),
    ],
)
def test_a_score_that_would_be_filed_where_nobody_looks_is_an_error_beside_its_field(
    senco, desk, scores: str, words: str
) -> None:
    item_id = waiting(desk, "scale", ENGAGED)
    data = typed(desk, "scale", scale="engagement", scores=scores)
    answer = senco.post(f"/desk/quarantine/{item_id}", data=data)
    assert answer.status_code == 422 and notes(desk) == []
    assert 'id="measures-scores-error"' in answer.text and words in answer.text
