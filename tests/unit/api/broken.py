"""One entry of every sort that cannot be filed, by what is wrong with it."""

from typing import Any

from record.base import new_id
from tests.factories import answer_entry, observation_body, observation_entry, parent_meeting_body, parent_meeting_entry


def nested(depth: int) -> list:
    value: list = []
    for _ in range(depth):
        value = [value]
    return value


def changed(entry: dict[str, Any], **members: Any) -> dict[str, Any]:
    """The entry with members replaced; one that is `...` is left out."""
    return {name: value for name, value in {**entry, **members}.items() if value is not ...}


def broken_entries(pupil_id: str) -> dict[str, Any]:
    """One entry of every sort that cannot be filed, by what is wrong with it."""
    plain = observation_entry(pupil_id)
    bodies = {
        "no pupil": {"instrument": "narrative", "text": "x"},
        "pupil is a number": observation_body(7),  # type: ignore[arg-type]  # wrong on purpose
        "instrument is a list": observation_body(pupil_id, instrument=["abc"]),  # type: ignore[arg-type]  # wrong on purpose
        "a very long instrument": observation_body(pupil_id, instrument="t" * 2_001),
        "text is a list": observation_body(pupil_id, text=["x"]),  # type: ignore[arg-type]  # wrong on purpose
        "text is null": observation_body(pupil_id, text=None),  # type: ignore[arg-type]  # wrong on purpose
        "text too long": observation_body(pupil_id, "x" * 20_001),
        "nothing said": observation_body(pupil_id, " "),
        "measures is a list": observation_body(pupil_id, measures=[]),
        "outcome ids are words": observation_body(pupil_id, outcome_ids=["first"]),
        "NUL": observation_body(pupil_id, "a\0b"),
        "NUL in a name": observation_body(pupil_id, **{"a\0b": 1}),
        "half a pair": observation_body(pupil_id, "a\ud800b"),
        "half a pair in a name": observation_body(pupil_id, **{"\udfff": 1}),
        "deep": observation_body(pupil_id, measures={"a": nested(100)}),
        "as deep as Python reads": observation_body(pupil_id, measures={"a": nested(900)}),
        "a number of 400 digits": observation_body(pupil_id, measures={"a": 10**400}),
        "a negative number of 400 digits": observation_body(pupil_id, measures={"a": -(10**400)}),
    }
    meetings = {
        "day that is none": parent_meeting_body(pupil_id, held_on="2026-02-30"),
        "no day": changed(parent_meeting_body(pupil_id), held_on=...),
        "no purpose": parent_meeting_body(pupil_id, purpose=" "),
        "purpose is a number": parent_meeting_body(pupil_id, purpose=7),
        "actions without ids": parent_meeting_body(pupil_id, actions=[{"text": "x"}]),
        "one action twice": parent_meeting_body(pupil_id, actions=[{"id": pupil_id, "text": "x"}] * 2),
        "actions are words": parent_meeting_body(pupil_id, actions=["x"]),
        "finished is a word": parent_meeting_body(pupil_id, finished="yes"),
    }
    envelopes = {
        "a pupil": changed(plain, id=new_id(), kind="pupil", body={"given_name": "Sam", "pupil_id": pupil_id}),
        "a person": changed(plain, id=new_id(), kind="person", body={"name": "Sam", "role": "senco"}),
        "an outcome": changed(plain, id=new_id(), kind="outcome", body={"pupil_id": pupil_id, "text": "Reads"}),
        "an action": changed(plain, id=new_id(), kind="action", body={"pupil_id": pupil_id, "text": "Do it"}),
        "unknown kind": changed(plain, id=new_id(), kind="song"),
        "a very long kind": changed(plain, id=new_id(), kind="k" * 5_000),
        "no kind": changed(plain, id=new_id(), kind=...),
        "kind is an object": changed(plain, id=new_id(), kind={}),
        "no id": changed(plain, id=...),
        "id is a number": changed(plain, id=7),
        "id is null": changed(plain, id=None),
        "id is words": changed(plain, id="the first one"),
        "id is deep": changed(plain, id=nested(800)),
        "no revision": changed(plain, id=new_id(), revision=...),
        "revision 0": changed(plain, id=new_id(), revision=0),
        "revision below 0": changed(plain, id=new_id(), revision=-1),
        "revision is words": changed(plain, id=new_id(), revision="1"),
        "revision is true": changed(plain, id=new_id(), revision=True),
        "huge revision": changed(plain, id=new_id(), revision=2**70),
        "revision and a half": changed(plain, id=new_id(), revision=1.5),
        "no recorded_at": changed(plain, id=new_id(), recorded_at=...),
        "recorded_at is no moment": changed(plain, id=new_id(), recorded_at="this morning"),
        "recorded_at has no zone": changed(plain, id=new_id(), recorded_at="2026-11-24T10:00:00.000"),
        "no body": changed(plain, id=new_id(), body=...),
        "body is a list": changed(plain, id=new_id(), body=[]),
        "body is null": changed(plain, id=new_id(), body=None),
        "huge base_version": changed(plain, id=new_id(), base_version=2**64),
        "sealed with nothing": {"id": new_id(), "revision": 1, "device_seq": 1, "seal_key": "none", "sealed": "!"},
        "sealed is a number": {"id": new_id(), "revision": 1, "seal_key": 7, "sealed": 7},
        "an empty object": {},
        "an answer to nothing": answer_entry(new_id(), pupil_id),
        "not their pupil": observation_entry(new_id()),
        "text": "just text",
        "number": 7,
        "null": None,
        "true": True,
        "list": [1, 2],
        "empty list": [],
        "half a pair alone": "\ud800",
    }
    made = {name: observation_entry(pupil_id, body=body) for name, body in bodies.items()}
    made |= {name: parent_meeting_entry(pupil_id, body=body) for name, body in meetings.items()}
    return made | envelopes
