"""Requests as a whole: what is answered to the malformed, the too large, the zipped and the foreign ones."""

import gzip
import hashlib
import json
import random
import tracemalloc
import zlib
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
import rfc8785
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from api.canonical import digest, examine, has_half_character
from api.schemas.entries import read_entry
from record.base import new_id
from record.devices import Device
from record.entries import Entry
from record.times import now, parse_wire_time, wire_time
from tests.factories import observation_body, observation_entry
from tests.unit.api.actors import Tablet, statuses, zipped


def stored(record, school: SimpleNamespace) -> int:
    """How many entries of this school the record holds."""
    return record().scalar(select(func.count()).where(Entry.school_id == school.id))


def test_a_request_that_is_none_is_a_400_and_a_problem(tablet: Tablet, school: SimpleNamespace) -> None:
    bodies = {
        "nothing": b"",
        "not JSON": b"{",
        "two values": b"{} {}",
        "text": b'"entries"',
        "a list": b"[]",
        "null": b"null",
        "no entries": b'{"protocol": 1}',
        "entries is an object": b'{"protocol": 1, "entries": {}}',
        "entries is null": b'{"protocol": 1, "entries": null}',
        "not UTF-8": b'{"protocol": 1, "entries": ["\xff"]}',
        "UTF-16": '{"protocol": 1, "entries": []}'.encode("utf-16"),
        "no protocol": b'{"entries": []}',
        "NaN": b'{"protocol": 1, "limit": NaN, "entries": []}',
        "NaN somewhere": b'{"protocol": 1, "new": {"x": [NaN]}, "entries": []}',
        "-Infinity": b'{"protocol": 1, "waiting": {"queued": -Infinity}, "entries": []}',
        "nested deep": b'{"protocol": 1, "new": ' + b"[" * 101 + b"]" * 101 + b', "entries": []}',
        "nested deeper than anybody reads": b'{"protocol": 1, "new": '
        + b"[" * 99_999
        + b"]" * 99_999
        + b', "entries": []}',
        "limit is a word": b'{"protocol": 1, "limit": "500", "entries": []}',
        "limit is true": b'{"protocol": 1, "limit": true, "entries": []}',
        "limit is null": b'{"protocol": 1, "limit": null, "entries": []}',
        "limit is a list": b'{"protocol": 1, "limit": [1], "entries": []}',
        "never ends": b"[" * 1_000_000,
        "never ends in a string": b"[" * 1_000 + b'"' + b'\\"' * 500_000,
    }
    for name, body in bodies.items():
        answer = tablet.posts(body)
        assert answer.status_code == 400, name
        assert answer.content_type == "application/problem+json", name
        assert answer.headers["X-Jotter-Protocol"] == "1", name
        assert answer.get_json()["status"] == 400, name


def test_what_is_not_gzip_is_a_400(tablet: Tablet, school: SimpleNamespace) -> None:
    good = json.dumps({"protocol": 1, "entries": []}).encode()
    for coding, body in {
        "gzip": good,
        "GZIP": zipped(good)[:-12],
        "deflate": zlib.compress(good),
        "br": good,
        "gzip, gzip": zipped(zipped(good)),
    }.items():
        assert tablet.posts(body, Content_Encoding=coding).status_code == 400, coding


def test_a_zipped_request_is_unpacked(tablet: Tablet, school: SimpleNamespace) -> None:
    told = {"protocol": 1, "nonce": "n", "entries": [observation_entry(school.pupils[0].id)]}
    answer = tablet.posts(zipped(json.dumps(told).encode()), Content_Encoding="gzip")
    assert statuses(answer.get_json()["results"]) == ["accepted"]


def test_an_answer_is_compressed_for_whoever_takes_it(tablet: Tablet, school: SimpleNamespace) -> None:
    told = json.dumps({"protocol": 1, "nonce": "n" * 200, "entries": []}).encode()
    for coding in ("gzip", "br", "zstd"):
        answer = tablet.posts(told, Accept_Encoding=coding)
        assert answer.headers.get("Content-Encoding") == coding
        if coding == "gzip":
            assert json.loads(gzip.decompress(answer.data))["nonce"] == "n" * 200
    assert "Content-Encoding" not in tablet.posts(told).headers


def assert_too_much(answer) -> None:
    assert answer.status_code == 413
    assert answer.content_type == "application/problem+json"
    assert answer.headers["X-Jotter-Protocol"] == "1"
    told = answer.get_json()
    assert (told["max_entries"], told["max_bytes"]) == (200, 2 * 1024 * 1024)


def test_more_than_200_entries_are_a_413_and_nothing_is_stored(tablet, school, record) -> None:
    entries = [observation_entry(school.pupils[0].id) for _ in range(201)]
    assert_too_much(tablet.asks(*entries))
    assert stored(record, school) == 0
    assert statuses(tablet.pushes(*entries[:200])) == ["accepted"] * 200


def test_more_than_two_mebibytes_are_a_413_and_nothing_is_stored(tablet, school, record) -> None:
    entries = [observation_entry(school.pupils[0].id, "x" * 20_000) for _ in range(110)]
    assert_too_much(tablet.asks(*entries))
    body = json.dumps({"protocol": 1, "entries": entries}).encode()
    assert_too_much(tablet.posts(zipped(body), Content_Encoding="gzip"))
    assert stored(record, school) == 0
    assert statuses(tablet.pushes(*entries[:100])) == ["accepted"] * 100


def test_a_body_of_exactly_two_mebibytes_is_taken_and_one_byte_more_is_not(tablet: Tablet, school) -> None:
    body = json.dumps({"protocol": 1, "entries": []}).encode()
    for over, status in ((0, 200), (1, 413), (7 * 1024 * 1024, 413)):
        padded = body + b" " * (2 * 1024 * 1024 - len(body) + over)
        assert tablet.posts(padded).status_code == status
        assert tablet.posts(zipped(padded), Content_Encoding="gzip").status_code == status


def test_a_small_bomb_never_becomes_a_large_one(tablet: Tablet, school: SimpleNamespace) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(packer.compress(b"[" * 1_000_000) for _ in range(200)) + packer.flush()
    assert len(bomb) < 2 * 1024 * 1024
    tracemalloc.start()
    try:
        assert_too_much(tablet.posts(bomb, Content_Encoding="gzip"))
        assert tracemalloc.get_traced_memory()[1] < 20 * 1024 * 1024
    finally:
        tracemalloc.stop()


def test_another_protocol_is_a_426_and_nothing_is_stored(tablet, school, record) -> None:
    entry = observation_entry(school.pupils[0].id)
    for protocol in (0, 2, "1", None, True, 1.5, [1], {"major": 1}):
        answer = tablet.posts(json.dumps({"protocol": protocol, "entries": [entry]}).encode())
        assert answer.status_code == 426, protocol
        assert answer.content_type == "application/problem+json"
        assert answer.headers["X-Jotter-Protocol"] == "1"
    assert stored(record, school) == 0


def test_a_request_is_judged_by_its_token_its_size_its_shape_and_its_protocol_in_this_order(tablet, school) -> None:
    entry = observation_entry(school.pupils[0].id)
    wrong: list[tuple[int, dict[str, Any]]] = [
        (426, {"protocol": 2}),
        (400, {"limit": "many"}),
        (413, {"entries": [entry] * 201}),
        (401, {}),
    ]
    told: dict[str, Any] = {"protocol": 1, "entries": [entry]}
    for status, fault in wrong:
        told |= fault
        tablet.token = "nobody's" if status == 401 else tablet.token
        assert tablet.posts(json.dumps(told).encode()).status_code == status


def test_what_is_odd_about_a_request_never_holds_up_its_entries(tablet: Tablet, school: SimpleNamespace) -> None:
    oddities = [
        {"sent_at": "yesterday"},
        {"sent_at": 7},
        {"client": "x" * 5_000},
        {"client": {"name": "x"}},
        {"client": "a\0b\ud800"},
        {"waiting": "five"},
        {"waiting": {"queued": -1, "stuck": 2**80, "oldest": "long ago"}},
        {"waiting": None},
        {"nonce": 7},
        {"nonce": {}},
        {"nonce": "a\ud800"},
        {"sent_at": None},
        {"schemas": [1, 2]},
    ]
    for odd in oddities:
        answer = tablet.asks(observation_entry(school.pupils[0].id), **odd)
        assert answer.status_code == 200, odd
        assert statuses(answer.get_json()["results"]) == ["accepted"], odd


def test_a_nonce_comes_back_as_it_was_sent(tablet: Tablet) -> None:
    for nonce in ("", "a\0b\x1f", "n" * 5_000, "😀\u202e", '"</script>'):
        assert tablet.asks(nonce=nonce).get_json()["nonce"] == nonce


def test_optional_members_may_be_left_out(tablet: Tablet, school: SimpleNamespace) -> None:
    entry = observation_entry(school.pupils[0].id)
    for name in ("device_seq", "base_version", "schema"):
        del entry[name]
    answer = tablet.posts(json.dumps({"protocol": 1, "entries": [entry]}).encode())
    told = answer.get_json()
    assert statuses(told["results"]) == ["accepted"]
    assert told["nonce"] is None
    assert len(told["changes"]) > 1


def test_an_unusable_cursor_is_a_409_after_the_entries_were_stored(tablet, school, record, found_school) -> None:
    person = {"cursor": tablet.syncs()["cursor"]}["cursor"]
    unusable = ["nonsense", "", "é" * 10, "W10", "x" * 5_000, 7, {"at": 1}, [], True, person[:-4], person + "AAAA"]
    for cursor in unusable:
        entry = observation_entry(school.pupils[0].id)
        answer = tablet.asks(entry, cursor=cursor, nonce="once")
        told = answer.get_json()
        assert answer.status_code == 409, cursor
        assert answer.content_type == "application/problem+json"
        assert answer.headers["X-Jotter-Protocol"] == "1"
        assert (told["code"], told["nonce"]) == ("cursor_expired", "once")
        assert statuses(told["results"]) == ["accepted"], cursor
        assert told["epoch"]
        assert statuses(tablet.pushes(entry, cursor=None)) == ["duplicate"]


def test_another_persons_cursor_is_of_no_use(tablet: Tablet, tablet_of, school: SimpleNamespace) -> None:
    theirs = tablet_of(school.teacher).syncs()["cursor"]
    answer = tablet.asks(cursor=theirs)
    assert (answer.status_code, answer.get_json()["code"]) == (409, "cursor_expired")


def test_the_answer_carries_the_requests_own_nonce_and_one_epoch(tablet: Tablet, school: SimpleNamespace) -> None:
    epochs = set()
    for nonce in ("a", "Ünïcode \U0001f600", "x" * 200, ""):
        answer = tablet.syncs(nonce=nonce)
        assert answer["nonce"] == nonce
        epochs.add(answer["epoch"])
    assert len(epochs) == 1
    assert all(epochs)


def test_the_server_says_its_time_in_utc_with_milliseconds(tablet: Tablet, school: SimpleNamespace) -> None:
    said = tablet.syncs()["server_time"]
    assert len(said) == len("2026-11-24T10:15:00.000Z")
    assert abs(parse_wire_time(said) - now()) < timedelta(minutes=1)


def test_the_digest_is_rfc_8785_as_others_compute_it(tablet: Tablet, school: SimpleNamespace) -> None:
    entry = observation_entry(school.pupils[0].id, "Zoë: <b>\u2028\x7f</b> \U0001f600 שלום")
    entry["body"]["measures"] = {
        "é": 1.0,
        "€": 1e21,
        "\U0001f600": 1e-7,
        "\ufb33": -0.0,
        "1": [True, None, 0.1],
        "\r": "\b",
    }
    told = {name: entry[name] for name in ("id", "kind", "revision", "recorded_at", "body")}
    [result] = tablet.pushes(entry)
    assert result["digest"] == hashlib.sha256(rfc8785.dumps(told)).hexdigest()


def test_names_are_ordered_as_utf_16_orders_them(tablet: Tablet, school: SimpleNamespace) -> None:
    entry = observation_entry(school.pupils[0].id)
    entry["body"]["measures"] = {"\ufb33": 1, "\U0001f600": 2, "é": 3, "z": 4}
    told = {name: entry[name] for name in ("id", "kind", "revision", "recorded_at", "body")}
    [result] = tablet.pushes(entry)
    assert result["digest"] == hashlib.sha256(rfc8785.dumps(told)).hexdigest()


def test_the_digest_covers_what_was_received_also_in_quarantine(tablet: Tablet, school: SimpleNamespace) -> None:
    entry = observation_entry(new_id(), device_seq=99, extra="not digested")
    told = {name: entry[name] for name in ("id", "kind", "revision", "recorded_at", "body")}
    [result] = tablet.pushes(entry)
    assert (result["status"], result["digest"]) == ("quarantined", hashlib.sha256(rfc8785.dumps(told)).hexdigest())


safe_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | safe_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(safe_text, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(json_values)
def test_every_json_value_has_the_digest_that_rfc_8785_gives_it(value: object) -> None:
    entry = {"id": "x", "kind": "y", "revision": 1, "recorded_at": "z", "body": value}
    assert digest(entry, examine(entry)) == hashlib.sha256(rfc8785.dumps(entry)).hexdigest()


any_text = st.text(st.characters(), max_size=6)
any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | any_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(any_text, inner, max_size=4),
    max_leaves=10,
)
members = ("id", "kind", "revision", "base_version", "recorded_at", "device_seq", "body", "sealed", "seal_key")
any_entry = any_json | st.fixed_dictionaries({}, optional={name: any_json for name in members}) | st.builds(
    lambda pupil, over, body: {**observation_entry(pupil), **over, "body": {**observation_body(pupil), **body}},
    st.just("01900000-0000-7000-8000-000000000001"),
    st.fixed_dictionaries({}, optional={name: any_json for name in members if name != "body"}),
    st.dictionaries(any_text | st.sampled_from(["text", "measures", "instrument", "setting"]), any_json, max_size=3),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(any_entry)
def test_no_entry_whatever_it_is_breaks_its_reader(raw: object) -> None:
    incoming = read_entry(raw)
    assert len(incoming.digest) == 64
    assert len(incoming.id) == 36
    assert "\0" not in incoming.raw and not has_half_character(incoming.raw)
    again = read_entry(json.loads(json.dumps(raw)))
    for name in ("id", "revision", "digest", "told_digest"):
        assert getattr(again, name) == getattr(incoming, name)


def test_the_skew_seen_is_kept_with_the_note_and_the_device(tablet: Tablet, school: SimpleNamespace, record) -> None:
    entry = observation_entry(school.pupils[0].id)
    tablet.pushes(entry, sent_at=wire_time(now() + timedelta(days=3)))
    three_days = 3 * 24 * 3600 * 1000
    skew = record().scalar(select(Entry.skew_ms).where(Entry.entry_id == entry["id"]))
    assert abs(skew - three_days) < 60_000
    assert abs(record().get_one(Device, (school.id, tablet.device_id)).skew_ms - three_days) < 60_000
    assert tablet.holds("observation")[entry["id"]]["recorded_at"] == entry["recorded_at"]


def test_what_a_tablet_says_is_waiting_is_kept(tablet: Tablet, school: SimpleNamespace, record) -> None:
    tablet.syncs(waiting={"queued": 50, "stuck": 2, "oldest": "2026-11-20T08:00:00.000Z"}, client="jotter 7")
    device = record().get_one(Device, (school.id, tablet.device_id))
    assert (device.queued, device.stuck, device.client) == (50, 2, "jotter 7")
    assert wire_time(device.oldest_waiting_at) == "2026-11-20T08:00:00.000Z"


def test_every_answer_says_the_protocol(api_client: FlaskClient, tablet: Tablet, school: SimpleNamespace) -> None:
    answers = [
        tablet.asks(),
        tablet.asks(cursor="nonsense"),
        tablet.posts(b"{"),
        tablet.posts(b'{"protocol": 2, "entries": []}'),
        tablet.posts(b" " * (3 * 1024 * 1024)),
        api_client.post("/api/v1/sync"),
        api_client.get("/api/v1/sync"),
        api_client.options("/api/v1/sync"),
        api_client.post("/api/v1/sync/nothing"),
        api_client.post("/api/v1/sync", headers={"Sec-Fetch-Site": "cross-site"}),
    ]
    assert [answer.status_code for answer in answers] == [200, 409, 400, 426, 413, 401, 405, 200, 404, 403]
    for answer in answers:
        assert answer.headers["X-Jotter-Protocol"] == "1"
        if answer.status_code >= 400:
            assert answer.content_type == "application/problem+json"
            assert answer.get_json()["status"] == answer.status_code


def test_an_error_of_our_own_is_a_problem_that_tells_nothing(app, tablet: Tablet, school, monkeypatch) -> None:
    from record import delivering

    def fails(*_told: object, **_more: object) -> None:
        raise ValueError("Sam Sample hit somebody")

    monkeypatch.setattr(delivering, "deliver", fails)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    answer = tablet.asks(observation_entry(school.pupils[0].id))
    assert answer.status_code == 500
    assert answer.content_type == "application/problem+json"
    assert answer.headers["X-Jotter-Protocol"] == "1"
    assert "Sam Sample" not in answer.get_data(as_text=True)
    monkeypatch.undo()
    assert statuses(tablet.pushes(observation_entry(school.pupils[0].id))) == ["accepted"]


def test_a_zipped_request_of_several_members_is_unpacked_to_its_end(tablet: Tablet) -> None:
    text = json.dumps({"protocol": 1, "nonce": "n" * 200, "entries": []}).encode()
    packed = zipped(text[:50]) + zipped(b"") + zipped(text[50:])
    assert tablet.posts(packed, Content_Encoding="gzip").get_json()["nonce"] == "n" * 200
    assert tablet.posts(packed[:-9], Content_Encoding="gzip").status_code == 400
    many = zipped(b" " * 1_500_000) * 3
    assert tablet.posts(many, Content_Encoding="gzip").status_code == 413


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip;q=0", None), ("gzip;q=0, br;q=0, zstd;q=0", None), ("gzip;q=0.0, br", "br"), ("gzip, *;q=0", "gzip")],
)
def test_a_coding_that_is_refused_is_not_used(tablet: Tablet, school, accepted: str, coding: str | None) -> None:
    answer = tablet.posts(json.dumps({"protocol": 1, "entries": []}).encode(), Accept_Encoding=accepted)
    assert answer.status_code == 200 and answer.headers.get("Content-Encoding") == coding


def test_what_packing_made_larger_is_measured_unpacked(tablet: Tablet) -> None:
    most = 2 * 1024 * 1024
    body = json.dumps({"protocol": 1, "entries": []}).encode()
    stored = gzip.compress(body + b" " * (most - len(body)), compresslevel=0)
    assert len(stored) > most and tablet.posts(stored, Content_Encoding="gzip").status_code == 200
    noise = gzip.compress(random.Random(1).randbytes(most + most // 10))
    assert_too_much(tablet.posts(noise, Content_Encoding="gzip"))
