"""Answering: what an author's entry does to the question that it answers."""

from datetime import datetime

from sqlalchemy.orm import Session

from record import questions, reviews, revisions
from record.entries import ACCEPTED, MERGED, Incoming, Problem, Receipt, Result
from record.people import Person
from record.questions import Question

NO_QUESTION = Problem("body.question_id", "There is no such question to this person")


def problems(session: Session, author: Person, entry: Incoming, filed: list[Receipt]) -> list[Problem]:
    """What keeps an answer from being filed. `filed` is what was filed under its id before."""
    question = questions.question_to(session, author, entry.body["question_id"])
    if question is None or question.pupil_id != entry.pupil_id:
        return [NO_QUESTION]
    if any(receipt.kind != entry.kind for receipt in filed):
        return list(revisions.ID_IS_USED.problems)
    return []


def file(session: Session, author: Person, entry: Incoming, filed: list[Receipt], now: datetime) -> Result:
    """File an answer. A second one, from another tablet of the author, is put below the first: neither is lost.
    `filed` is what the same tablet sent under its id before."""
    question = questions.question_to(session, author, entry.body["question_id"])
    if question is None:
        raise LookupError("the question was there a moment ago")
    if any(receipt.revision > entry.revision for receipt in filed):
        return Result(ACCEPTED, None)
    before = revisions.body_sent(session, author.school_id, entry.id, filed[-1]) if filed else None
    answer, is_joined = _answer(question, entry.body["text"], str(before["text"]) if before else None)
    if is_joined and answer == question.answer:
        return Result(MERGED, questions.version_of(session, question))
    version = reviews.answer(session, question, answer, entry.id, now)
    return Result(MERGED if is_joined else ACCEPTED, version)


def _answer(question: Question, text: str, instead_of: str | None) -> tuple[str, bool]:
    if question.answer is None:
        return text, False
    if instead_of is not None and instead_of in question.answer:
        return question.answer.replace(instead_of, text, 1), False
    if f"\n\n{text}\n\n" in f"\n\n{question.answer}\n\n":
        return question.answer, True  # the same words from another tablet
    return f"{question.answer}\n\n{text}", True
