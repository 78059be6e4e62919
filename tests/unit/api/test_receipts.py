"""Receipts: the digest is the same to Python and to JavaScript, and what none can be made of is answered null."""

import hashlib
import json
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.canonical import DIGESTED, canonical, examine
from api.request_body import parse
from record.base import new_id
from tests.factories import observation_entry
from tests.unit.api.actors import Tablet, statuses

ROOT = Path(__file__).parents[3]
BY_JAVASCRIPT = """
import { canonical } from "./webapp/static/jotter/sync/digest.js";
import { readFileSync } from "node:fs";
const texts = JSON.parse(readFileSync(0, "utf8"));
const written = texts.map((text) => { try { return canonical(JSON.parse(text)); } catch { return null; } });
process.stdout.write(JSON.stringify(written));
"""
DOCUMENTS = 2_000


def by_javascript(texts: list[str]) -> list[str | None]:
    """The canonical form of each JSON text as the tablet makes it; None where it can make none."""
    command = ["node", "--input-type=module", "-e", BY_JAVASCRIPT]
    told = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, cwd=ROOT, check=True)
    written: list[str | None] = json.loads(told.stdout)
    return written


def by_python(text: str) -> str | None:
    """The same as the record makes it."""
    value = parse(text)
    findings = examine(value)
    return canonical(value, findings).decode() if findings.is_writable else None


TEXT = st.text(st.characters() | st.sampled_from('\0\x1f"\\/\b\x7f\u2028é\ufb33\ud800\udfff\U0001f600'), max_size=8)
NUMBERS = (
    st.integers()
    | st.integers(2**53 - 3, 2**53 + 9)
    | st.integers(-(2**70), 2**70)
    | st.integers(10**20, 10**23)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from([-0.0, 5e-324, 1e21, 1e-7, 1.7976931348623157e308, 10**308, 10**309, 10**400, 0.1 + 0.2])
)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXT, inner, max_size=5),
    max_leaves=20,
)


@settings(max_examples=20, deadline=None, print_blob=True, suppress_health_check=list(HealthCheck))
@given(st.lists(VALUES, min_size=DOCUMENTS // 20, max_size=DOCUMENTS // 20))
def test_python_and_javascript_write_the_same_bytes_of_whatever_it_is(values: list[Any]) -> None:
    texts = [json.dumps(value) for value in values]
    for text, theirs in zip(texts, by_javascript(texts), strict=True):
        assert by_python(text) == theirs, text


def test_both_write_what_comes_as_odd_text_alike() -> None:
    texts = ['{"a":1,"a":2}', "1e400", "[-1e999]", "1E2", "-0", "1.0", '"\\u00e9"', '{"__proto__":{"b":1},"a":2}']
    texts += [
        "9" * 400,
        "9" * 305,
        "0.1e-400",
        '{"1":0,"10":1,"2":2}',
        '"\\ud83d"',
        '{"\\udc00":1}',
        "[" * 90 + "]" * 90,
    ]
    texts += [
        "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587" + "0" * 213
    ]
    assert [by_python(text) for text in texts] == by_javascript(texts)


def sha_of(entry: Any) -> str:
    told = {name: entry[name] for name in DIGESTED}
    return hashlib.sha256(canonical(told, examine(told))).hexdigest()


def test_what_no_digest_can_be_made_of_is_quarantined_and_null_is_its_receipt(tablet, school) -> None:
    plain = observation_entry(school.pupils[0].id)
    cases: dict[str, Any] = {
        "half an emoji": {**plain, "body": {**plain["body"], "text": "a\ud83d"}},
        "half an emoji in a name": {**plain, "body": {**plain["body"], "\udc00": 1}},
        "past a double": {**plain, "body": {**plain["body"], "n": 10**400}},
        "not an object": 7,
        "nothing": {},
        "sealed with half an emoji": {"id": new_id(), "revision": 1, "seal_key": "k", "sealed": "\ud83d"},
    }
    cases |= {f"no {name}": {key: plain[key] for key in plain if key != name} for name in DIGESTED}
    for name, entry in cases.items():
        if isinstance(entry, dict) and "id" in entry:
            entry = {**entry, "id": new_id()}
        [before, result, after] = tablet.pushes(
            observation_entry(school.pupils[0].id), entry, observation_entry(school.pupils[0].id)
        )
        assert (result["status"], result["digest"], result["version"]) == ("quarantined", None, None), name
        assert [before["status"], after["status"]] == ["accepted", "accepted"], name
        [again] = tablet.pushes(entry)
        assert again["digest"] is None and again["status"] in ("quarantined", "duplicate"), name


def test_what_lies_outside_the_five_fields_spoils_no_digest(tablet, school) -> None:
    entry = {**observation_entry(school.pupils[0].id), "mark": "\ud800", "count": 10**400}
    [result] = tablet.pushes(entry)
    assert (result["status"], result["digest"]) == ("quarantined", sha_of(entry))


def test_nesting_that_is_too_deep_has_a_digest_all_the_same(tablet: Tablet, school: SimpleNamespace) -> None:
    entry = observation_entry(school.pupils[0].id)
    text = json.dumps({"protocol": 1, "entries": [{**entry, "body": {**entry["body"], "x": "HERE"}}]})
    for depth, status in ((98, "accepted"), (99, "quarantined"), (5_000, "quarantined"), (100_000, "quarantined")):
        sent = text.replace('"HERE"', "[" * depth + "]" * depth)
        sent = sent.replace(entry["id"], new_id())
        parsed = parse(sent)["entries"][0]
        [result] = tablet.posts(sent.encode()).get_json()["results"]
        assert (result["status"], result["digest"]) == (status, sha_of(parsed)), depth


def test_nan_in_one_entry_is_that_entrys_own_trouble(tablet: Tablet, school: SimpleNamespace) -> None:
    for constant in ("NaN", "Infinity", "-Infinity"):
        bad, good = observation_entry(school.pupils[0].id), observation_entry(school.pupils[0].id)
        bad["body"]["measures"] = {"n": "HERE"}
        text = json.dumps({"protocol": 1, "entries": [bad, good]}).replace('"HERE"', constant)
        results = tablet.posts(text.encode()).get_json()["results"]
        assert statuses(results) == ["quarantined", "accepted"], constant
        assert results[0]["digest"] is None


def strictly(text: str) -> Any:
    """Read JSON as strict readers do: no NaN, no infinite number, no half character."""

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} in an answer")

    told = json.loads(text, parse_constant=refuse)
    assert json.dumps(told, allow_nan=False, ensure_ascii=False).encode(), "no half character"
    return told


ODD_NAMES = ["\ud800", -7, None, True, {}, [], "", "x" * 5_000, 1.5, 2**70, -1, 0, "1"]


@pytest.mark.parametrize("name", ["id", "revision"])
def test_a_name_that_cannot_be_read_is_answered_null_and_all_else_as_it_was_sent(tablet, school, name: str) -> None:
    sent = [{**observation_entry(school.pupils[0].id), name: value} for value in ODD_NAMES]
    answer = tablet.asks(*sent, nonce="n", cursor="\ud800")
    results = strictly(answer.get_data(as_text=True))["results"]
    assert statuses(results) == ["quarantined"] * len(sent)
    for entry, result in zip(sent, results, strict=True):
        kind = str if name == "id" else int
        is_readable = type(entry[name]) is kind and entry[name] not in ("\ud800", 2**70)
        assert result[name] == (entry[name] if is_readable else None)


def test_no_answer_after_any_bad_input_is_anything_but_strict_json(tablet, tablet_of, school) -> None:
    odd = {"a": [1e300, -0.0, 2**64, -(2**70), 5e-324], "\x01": "\x02\x1f\x7f\u2028", "z": {"": [None, "007", -2]}}
    good = observation_entry(school.pupils[0].id, body={**observation_entry(school.pupils[0].id)["body"], **odd})
    bad = [{**good, "id": new_id(), "body": {**good["body"], "x": each}} for each in ("\0", "\ud800", 10**400)]
    results = strictly(tablet.asks(good, *bad).get_data(as_text=True))["results"]
    assert statuses(results) == ["accepted", "quarantined", "quarantined", "quarantined"]
    for person in (school.ta, school.teacher, school.senco, school.head):
        reader = tablet_of(person)
        text = reader.asks().get_data(as_text=True)
        strictly(text)
        [body] = [each["body"] for each in json.loads(text)["changes"] if each["id"] == good["id"]]
        assert {name: body[name] for name in odd} == odd
