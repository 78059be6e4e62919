"""Notes that have reached the record: an observation, a parent meeting, filed as if a tablet had pushed them."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from record import conflicts, kinds, questions
from record.base import new_id
from record.conflicts import Conflict, new_conflict
from record.observations import Observation
from record.parent_meetings import ParentMeeting
from record.people import Person
from record.pupils import Pupil
from record.questions import Question
from tests.factories.entries import observation_body, parent_meeting_body
from tests.factories.schools import A_MORNING


def an_observation(
    session: Session,
    pupil: Pupil,
    author: Person,
    text: str = "Asked for help twice in Maths.",
    *,
    recorded_at: datetime = A_MORNING,
    received_at: datetime | None = None,
    **body: Any,
) -> Observation:
    """An observation that waits to be reviewed; `body` replaces fields of the entry's body."""
    wire = observation_body(pupil.id, text, **body)
    return _filed(session, "observation", Observation, pupil, author, wire, recorded_at, received_at)


def a_parent_meeting(
    session: Session,
    pupil: Pupil,
    author: Person,
    *,
    recorded_at: datetime = A_MORNING,
    received_at: datetime | None = None,
    **body: Any,
) -> ParentMeeting:
    """A finished parent meeting that waits to be reviewed."""
    wire = parent_meeting_body(pupil.id, **body)
    return _filed(session, "parent_meeting", ParentMeeting, pupil, author, wire, recorded_at, received_at)


def a_question(session: Session, senco: Person, note: Observation, text: str = "When was that?") -> Question:
    """A question of the SENCO to the author of an observation."""
    return questions.ask(session, senco, "observation", note, text, A_MORNING)


def a_conflict(session: Session, note: Observation, author: Person, text: str = "Other words.") -> Conflict:
    """An observation, and a second version of it that somebody else wrote."""
    pair = new_conflict(
        school_id=note.school_id,
        pupil_id=note.pupil_id,
        entry_kind="observation",
        entry_id=note.id,
        revision=2,
        recorded_version=1,
        author_id=author.id,
        device_id=new_id(),
        offered_at=A_MORNING,
        arrived_at=A_MORNING,
        recorded=note.body,
        offered={**note.body, "text": text},
        fields=["text"],
    )
    session.add(pair)
    session.flush()
    conflicts.publish_pair(session, pair)
    return pair


def _filed(
    session: Session,
    kind: str,
    table: Any,
    pupil: Pupil,
    author: Person,
    body: dict[str, Any],
    recorded_at: datetime,
    received_at: datetime | None,
) -> Any:
    row = kinds.new_row(pupil.school_id, new_id(), author.id, body, recorded_at, received_at or recorded_at)
    kinds.store_new(session, pupil.school_id, kind, [row])
    session.flush()
    return session.get(table, row["id"])
