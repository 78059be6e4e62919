"""The demo's plans as the entries that a tablet would have sent (sync protocol, "Sync" and "Bodies")."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from random import Random
from typing import Any

from demo import around_meetings
from demo.plans import MeetingPlan, NotePlan
from record.parent_meetings import PURPOSES
from record.times import wire_time

Wire = dict[str, Any]


def uuid7(rng: Random, moment: datetime) -> str:
    """A UUID of version 7 as a tablet would have made it at that moment; the same seed makes the same one."""
    milliseconds = int(moment.timestamp() * 1000)
    bits = milliseconds << 80 | 0x7 << 76 | rng.getrandbits(12) << 64 | 0b10 << 62 | rng.getrandbits(62)
    return str(uuid.UUID(int=bits))


def entry(entry_id: str, kind: str, recorded_at: datetime, body: Wire, **over: Any) -> Wire:
    """One entry, a first revision unless said otherwise."""
    plain = {
        "id": entry_id,
        "kind": kind,
        "revision": 1,
        "base_version": None,
        "recorded_at": wire_time(recorded_at),
        "schema": 1,
        "body": body,
    }
    return {**plain, **over}


def observation_body(note: NotePlan, pupil_id: str, outcome_ids: Sequence[str]) -> Wire:
    """What an observation says; a target is about the first of its outcomes."""
    seen = {"observed_at": wire_time(note.observed_at)} if note.observed_at else {}
    about = {"outcome_id": outcome_ids[0]} if note.instrument == "target" and outcome_ids else {}
    return {
        "pupil_id": pupil_id,
        "instrument": note.instrument,
        **seen,
        "text": note.text,
        "setting": note.setting,
        "measures": {**about, **note.measures},
        "outcome_ids": list(outcome_ids),
        "attachment_ids": [],
        "group_id": None,
    }


def meeting_body(rng: Random, meeting: MeetingPlan, pupil_id: str) -> Wire:
    """What a parent meeting says; its actions get their ids here, as on a tablet."""
    return {
        "pupil_id": pupil_id,
        "held_on": meeting.recorded_at.date().isoformat(),
        "purpose": PURPOSES[meeting.purpose],
        "present": around_meetings.people(meeting),
        "parent_view": meeting.parent_view,
        "child_view": meeting.child_view,
        "discussion": meeting.discussion,
        "actions": [
            {
                "id": uuid7(rng, meeting.recorded_at),
                "text": action.text,
                "owner": action.owner,
                "due": action.due.isoformat(),
            }
            for action in meeting.actions
        ],
        "next_meeting": meeting.next_meeting.isoformat(),
        "finished": True,
        "attachment_ids": [],
        **around_meetings.around(meeting),
    }
