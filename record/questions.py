"""Questions: what the SENCO asks an author about a note, and the answer that comes back from the tablet."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import access, audit, changes
from record.base import Base, Id, UtcDateTime, new_id
from record.errors import Refused
from record.notes import Note
from record.people import Person
from record.times import wire_time

MAX_QUESTION_CHARACTERS = 2_000


class Question(Base):
    """One question about one note, addressed to its author."""

    __tablename__ = "questions"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))
    pupil_id: Mapped[str] = mapped_column(ForeignKey("pupils.id"))
    entry_kind: Mapped[str] = mapped_column(String(40))
    entry_id: Mapped[str] = mapped_column(Id, index=True)
    author_id: Mapped[str] = mapped_column(ForeignKey("people.id"))
    asked_by_id: Mapped[str] = mapped_column(ForeignKey("people.id"))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    text: Mapped[str] = mapped_column(Text)
    answer: Mapped[str | None] = mapped_column(Text)
    answer_entry_id: Mapped[str | None] = mapped_column(Id)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


def ask(session: Session, by: Person, kind: str, note: Note, text: str, now: datetime) -> Question:
    """Ask the note's author something; it reaches their tablet at its next sync. Raises Refused for no text."""
    text = text.strip()
    if not text:
        raise Refused("Write your question", "text")
    if len(text) > MAX_QUESTION_CHARACTERS:
        raise Refused(f"A question has at most {MAX_QUESTION_CHARACTERS:,} characters", "text")
    question = Question(
        id=new_id(),
        school_id=by.school_id,
        pupil_id=note.pupil_id,
        entry_kind=kind,
        entry_id=note.id,
        author_id=note.author_id,
        asked_by_id=by.id,
        asked_at=now,
        text=text,
    )
    session.add(question)
    session.flush()
    publish_question(session, question)
    audit.record(
        session,
        by.school_id,
        audit.Happening(
            now,
            "question asked",
            person_id=by.id,
            subject_kind=kind,
            subject_id=note.id,
            pupil_id=note.pupil_id,
        ),
    )
    return question


def publish_question(session: Session, question: Question) -> int:
    """Put the question, as it stands, into the feed for its author; returns its version."""
    change = changes.Change(
        "question",
        question.id,
        scope=question.pupil_id,
        body=question_body(question),
        person_id=question.author_id,
    )
    return changes.publish(session, question.school_id, [change])["question", question.id]


def version_of(session: Session, question: Question) -> int:
    """The version of a question's document as it stands."""
    key = {"school_id": question.school_id, "kind": "question", "id": question.id}
    return session.get_one(changes.Document, key, populate_existing=True).version


def question_body(question: Question) -> dict[str, Any]:
    """The question's document."""
    return {
        "pupil_id": question.pupil_id,
        "entry_id": question.entry_id,
        "entry_kind": question.entry_kind,
        "text": question.text,
        "asked_by": question.asked_by_id,
        "asked_at": wire_time(question.asked_at),
        "answer": question.answer,
        "answered_at": wire_time(question.answered_at) if question.answered_at else None,
    }


def question_to(session: Session, person: Person, question_id: str) -> Question | None:
    """The question with this id, if it was put to this person."""
    query = select(Question).where(Question.id == question_id, Question.author_id == person.id)
    return session.scalar(query)


def questions_about(session: Session, school_id: str, entry_ids: list[str]) -> dict[str, list[Question]]:
    """The questions about these notes, by the note's id, oldest first; whoever sees them (questions_for)."""
    query = (
        select(Question)
        .where(Question.school_id == school_id, Question.entry_id.in_(entry_ids))
        .order_by(Question.asked_at)
    )
    found: dict[str, list[Question]] = {}
    for question in session.scalars(query):
        found.setdefault(question.entry_id, []).append(question)
    return found


def questions_for(session: Session, person: Person, entry_ids: list[str]) -> dict[str, list[Question]]:
    """The questions about these notes that are this person's to see."""
    asked = questions_about(session, person.school_id, entry_ids)
    return {
        entry_id: [each for each in found if access.sees_question(person, each.asked_by_id, each.author_id)]
        for entry_id, found in asked.items()
    }
