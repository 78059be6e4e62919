"""Entries as a tablet sends them (protocol, "Sync" and "Bodies"): plain dictionaries, no session needed."""

from datetime import datetime
from itertools import count
from typing import Any

from record.base import new_id
from record.times import wire_time
from tests.factories.schools import A_MORNING

Wire = dict[str, Any]

_device_seqs = count(1)


def entry(kind: str, body: Wire, *, recorded_at: datetime = A_MORNING, **over: Any) -> Wire:
    """One entry of any kind, a first revision; `over` replaces or adds wire fields."""
    plain: Wire = {
        "id": new_id(),
        "kind": kind,
        "revision": 1,
        "base_version": None,
        "recorded_at": wire_time(recorded_at),
        "device_seq": next(_device_seqs),
        "schema": 1,
        "body": body,
    }
    return {**plain, **over}


def observation_body(pupil_id: str, text: str = "Asked for help twice in Maths.", **over: Any) -> Wire:
    """What a narrative observation says."""
    plain: Wire = {
        "pupil_id": pupil_id,
        "instrument": "narrative",
        "text": text,
        "setting": "Maths",
        "measures": {},
        "outcome_ids": [],
        "attachment_ids": [],
        "group_id": None,
    }
    return {**plain, **over}


def parent_meeting_body(pupil_id: str, **over: Any) -> Wire:
    """What a finished parent meeting with one agreed action says."""
    plain: Wire = {
        "pupil_id": pupil_id,
        "held_on": "2026-11-24",
        "purpose": "sen_support_review",
        "present": [{"name": "Mrs Sample", "relation": "Mother"}],
        "parent_view": "Mornings are better.",
        "child_view": "I like Maths now.",
        "discussion": "We looked at the outcomes together.",
        "actions": [{"id": new_id(), "text": "Read at bedtime", "owner": "Mrs Sample", "due": "2026-12-08"}],
        "next_meeting": "2027-03-02",
        "finished": True,
        "attachment_ids": [],
    }
    return {**plain, **over}


def observation_entry(pupil_id: str, text: str = "Asked for help twice in Maths.", **over: Any) -> Wire:
    """A narrative observation, ready to push; `over` goes to the entry (body fields: observation_body)."""
    return entry("observation", over.pop("body", None) or observation_body(pupil_id, text), **over)


def parent_meeting_entry(pupil_id: str, **over: Any) -> Wire:
    """A finished parent meeting, ready to push."""
    return entry("parent_meeting", over.pop("body", None) or parent_meeting_body(pupil_id), **over)


def answer_entry(question_id: str, pupil_id: str, text: str = "After play.", **over: Any) -> Wire:
    """The author's answer to a question of the SENCO."""
    return entry("answer", {"question_id": question_id, "pupil_id": pupil_id, "text": text}, **over)
