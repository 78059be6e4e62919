"""What needs no care is known by its text alone; whatever is called sound so must be sound when looked through."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.canonical import Findings, _examined, _is_plainly_sound, digest, examine
from api.request_body import parse

TEXT = st.text(st.characters() | st.sampled_from('\0"\\:{[,é\ud800\U0001f600'))
NUMBERS = st.integers() | st.floats() | st.integers(2**52, 2**54) | st.just(10**309)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
)


@given(st.dictionaries(TEXT, VALUES, max_size=5))
def test_what_is_called_sound_at_a_glance_is_sound_when_looked_through(value: dict[str, object]) -> None:
    read = parse(json.dumps(value).replace("NaN", "1e999").replace("Infinity", "1e999"))
    if _is_plainly_sound(read):
        assert _examined(read) == Findings()


def test_an_ordinary_note_is_known_at_a_glance() -> None:
    body = {"pupil_id": "p", "text": "She said “done” – 3 of 4: 75 %.", "measures": {}, "outcome_ids": []}
    assert _is_plainly_sound({"id": "i", "revision": 1, "base_version": None, "body": body})


@pytest.mark.parametrize(
    "value", [1.5, 2**53, "\0", "\ud800", {"é": 1}, {"a": [{"b": -0.5}]}, json.loads("[" * 100 + "]" * 100)]
)
def test_what_needs_care_is_not_called_sound(value: object) -> None:
    assert not _is_plainly_sound({"body": {"x": value}})


def test_no_number_is_infinite_after_parsing() -> None:
    for told in parse('[1e400, -1e400, 1e308, {"a": 2e999}, ' + "9" * 400 + "]"):
        number = told["a"] if isinstance(told, dict) else told
        assert isinstance(number, int) or math.isfinite(number)
        assert json.loads(json.dumps(number)) == number


def test_the_digest_is_the_same_whichever_way_it_was_looked_at() -> None:
    entry = {"id": "i", "kind": "k", "revision": 1, "recorded_at": "t", "body": {"é": 1, "n": 1.0, "z": [None]}}
    assert digest(entry, examine(entry)) == digest(entry, _examined(entry))
