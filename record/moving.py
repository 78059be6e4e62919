"""Moving: a note turns out to be about another pupil, and all that hangs on it goes with it."""

from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from record import audit, conflicts, questions
from record.attachment_links import AttachmentLink
from record.conflicts import Conflict
from record.outcomes import Outcome
from record.questions import Question


def without_links_of_others(session: Session, body: dict[str, Any]) -> dict[str, Any]:
    """The body, linked to no outcome of another pupil than the one it is about."""
    linked = body.get("outcome_ids")
    if not linked:
        return body
    query = select(Outcome.id).where(Outcome.id.in_(linked), Outcome.pupil_id != body["pupil_id"])
    others = set(session.scalars(query))
    return {**body, "outcome_ids": [each for each in linked if each not in others]}


def follow(session: Session, kind: str, note: Any, left: str, by_id: str, now: datetime) -> None:
    """Take what was asked about a note, its versions that wait, and who may see its photos, from the pupil `left` to
    the one whom it is about now. Both pupils' trails say so."""
    _move_questions(session, note)
    _move_pairs(session, note)
    links = update(AttachmentLink).where(AttachmentLink.school_id == note.school_id, AttachmentLink.note_id == note.id)
    session.execute(links.values(pupil_id=note.pupil_id))
    told = [
        audit.Happening(now, f"note moved {way}", by_id, note.device_id, kind, note.id, pupil_id)
        for way, pupil_id in (("away", left), ("here", note.pupil_id))
    ]
    audit.record_many(session, note.school_id, told)


def _move_questions(session: Session, note: Any) -> None:
    query = select(Question).where(Question.school_id == note.school_id, Question.entry_id == note.id)
    for question in session.scalars(query).all():
        question.pupil_id = note.pupil_id
        questions.publish_question(session, question)


def _move_pairs(session: Session, note: Any) -> None:
    query = select(Conflict).where(Conflict.school_id == note.school_id, Conflict.entry_id == note.id)
    for pair in session.scalars(query).all():
        pair.pupil_id = note.pupil_id
        conflicts.publish_pair(session, pair)
