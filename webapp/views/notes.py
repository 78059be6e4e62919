"""Notes at the desk: what templates are told about a note, and the page of one note."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask import current_app, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import the_person
from record import (
    access,
    attachments_shown,
    meeting_signatures,
    people,
    pupils,
    questions,
    readings,
    reviews,
    signatures,
    times,
)
from record.notes import document_body
from record.outcomes import Outcome
from record.parent_meetings import ParentMeeting
from record.people import Person
from record.pupils import Pupil
from record.reviews import Item
from webapp.filters import kind_name, purpose_name
from webapp.times_apart import times_apart
from webapp.views.attachments import photos_told
from webapp.views.desk import answer, desk_blueprint, htmx, next_url, note_reading
from webapp.views.measures import facts, unknown_facts

blueprint = desk_blueprint("notes")

EXCERPT_CHARACTERS = 600


@blueprint.get("/notes/<kind>/<note_id>")
def note(kind: str, note_id: str) -> ResponseReturnValue:
    """One note, whole: as a page, or opened (and closed again) in its place in the pile."""
    access.require(the_person(), pupils=True)
    return note_answer(kind, note_id, is_open="closed" not in request.args)


def note_answer(
    kind: str, note_id: str, status: int = 200, fragment: str = "desk/_item.html", **context: Any
) -> ResponseReturnValue:
    """The note's page; for htmx the note in the pile, or another fragment of it. Whatever it answers to, and whatever
    is wrong with what was sent, somebody reads the note: that is in the trail first. Raises NotFound for one that is
    not theirs to see."""
    pupil_id = reviews.visible_note(db.session(), the_person(), kind, note_id).pupil_id
    note_reading(the_person(), readings.NOTE, [pupil_id], times.now(), (kind, note_id))
    session, person = db.session(), the_person()
    found = reviews.visible_note(session, person, kind, note_id)
    (told,) = shown(session, person, [Item(kind, found)])
    if isinstance(found, ParentMeeting):
        told.body["signatures"] = meeting_signatures.told(session, found)
    here = {"note": told, "next": next_url(), "in_pile": is_in_pile(), "signature": _signature(found), **context}
    return answer("desk/note.html", fragment, status, **here)


def _signature(note: Any) -> dict[str, Any] | None:
    """What is said of a note's signature; by whom only where that was another than its author."""
    session = db.session()
    found = signatures.signature_of(session, note, current_app.extensions["jotter"].read_entry)
    if found is None:
        return None
    is_own = found.person_id == note.author_id
    names = {} if is_own else people.names(session, note.school_id)
    return {**vars(found), "name": names.get(found.person_id, "")}


def is_in_pile() -> bool:
    """Whether htmx asks from the list. A whole page has no pile whose items its forms could aim at."""
    asks = request.headers.get("HX-Target", "").startswith("item-") or request.values.get("place") == "pile"
    return bool(htmx) and asks


@dataclass(frozen=True, slots=True)
class Whose:
    """The pupil whom a note is about."""

    id: str
    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What templates are told about a note. Not a dictionary: a page of fifty asks a few thousand times."""

    id: str
    kind: str
    url: str
    pupil: Whose
    title: str
    is_plain: bool
    author_name: str
    observed_at: datetime
    held_on: date | None
    times_apart: str
    has_wrong_clock: bool
    reviewed: bool
    body: dict[str, Any]
    excerpt: str
    facts: list[dict[str, str]]
    outcomes: list[dict[str, str]]
    is_asked: bool
    questions: list[dict[str, Any]]
    photos: list[dict[str, Any]]


def shown(session: Session, person: Person, items: Sequence[Item]) -> list[Shown]:
    """What templates are told about each of the notes; asked for all of them together."""
    ids = [item.note.id for item in items]
    known = whose(session, person, {item.note.pupil_id for item in items})
    names = people.names(session, person.school_id)
    asked = questions.questions_for(session, person, ids)
    texts = outcome_texts(session, items)
    photos = attachments_shown.photos_of(session, person.school_id, [item.note for item in items])
    return [
        _told(
            item, known[item.note.pupil_id], names, asked.get(item.note.id, []), texts, photos_told(item.note, photos)
        )
        for item in items
    ]


def whose(session: Session, person: Person, ids: Iterable[str]) -> dict[str, Whose]:
    """These pupils by id, with where they are."""
    classes = pupils.class_names(session, person.school_id)
    return {
        pupil.id: Whose(pupil.id, pupil.name, where(pupil, classes.get(pupil.class_id or "")))
        for pupil in pupils_by_id(session, ids).values()
    }


def _told(
    item: Item,
    pupil: Whose,
    names: dict[str, str],
    asked: Sequence[questions.Question],
    texts: dict[str, str],
    photos: list[dict[str, Any]],
) -> Shown:
    note, body = item.note, document_body(item.note.as_row())
    return Shown(
        id=note.id,
        kind=item.kind,
        url=note_url(item.kind, note.id),
        pupil=pupil,
        title=title(item.kind, body),
        is_plain=body.get("instrument") == "narrative",
        author_name=names.get(note.author_id, ""),
        observed_at=note.observed_at,
        held_on=note.held_on if item.kind == "parent_meeting" else None,
        times_apart=times_apart(body),
        has_wrong_clock=note.has_wrong_clock,
        reviewed=note.reviewed_at is not None,
        body=body,
        excerpt=excerpt(item.kind, body),
        facts=note_facts(item.kind, body),
        outcomes=[{"id": each, "text": texts[each]} for each in body.get("outcome_ids") or [] if each in texts],
        is_asked=any(question.answer is None for question in asked),
        questions=[_question_told(each, names) for each in asked],
        photos=photos,
    )


def _question_told(question: questions.Question, names: dict[str, str]) -> dict[str, Any]:
    return {
        "asker_name": names.get(question.asked_by_id, ""),
        "asked_at": question.asked_at,
        "text": question.text,
        "answer": question.answer,
        "answered_at": question.answered_at,
    }


def note_url(kind: str, note_id: str) -> str:
    return f"/desk/notes/{kind}/{note_id}"


def title(kind: str, body: dict[str, Any]) -> str:
    """What kind of note it is, in a word or three."""
    return purpose_name(body.get("purpose")) if kind == "parent_meeting" else kind_name(body.get("instrument"))


def excerpt(kind: str, body: dict[str, Any]) -> str:
    """The first words of a note, enough for the lines that a closed one shows below what was measured."""
    if kind == "parent_meeting":
        parts = [body.get("discussion"), body.get("parent_view"), body.get("child_view")]
    else:
        unknown = (f"{fact['name']}: {fact['value']}" for fact in unknown_facts(body))
        parts = [body.get("text"), "; ".join(unknown)]
    return " ".join(str(part) for part in parts if part)[:EXCERPT_CHARACTERS]


def note_facts(kind: str, body: dict[str, Any]) -> list[dict[str, str]]:
    """Where it was, and what was measured that the instrument does not know."""
    if kind == "parent_meeting":
        return []
    return facts({"setting": body.get("setting")}) + unknown_facts(body)


def where(pupil: Pupil, class_name: str | None) -> str:
    """`Year 4 · 4B`, as far as it is known."""
    year = year_name(pupil.year_group)
    return f"{year} · {class_name}" if class_name else year


def year_name(year_group: str) -> str:
    names = {"R": "Reception", "N1": "Nursery 1", "N2": "Nursery 2"}
    return names.get(year_group, f"Year {year_group}")


def pupils_by_id(session: Session, ids: Iterable[str]) -> dict[str, Pupil]:
    return {pupil.id: pupil for pupil in session.scalars(select(Pupil).where(Pupil.id.in_(list(ids))))}


def outcome_texts(session: Session, items: Sequence[Item]) -> dict[str, str]:
    """The texts of all outcomes that these notes are linked to, by id."""
    return outcome_texts_by_id(session, {each for item in items for each in item.note.body.get("outcome_ids") or []})


def outcome_texts_by_id(session: Session, ids: Iterable[Any]) -> dict[str, str]:
    wanted = [each for each in ids if isinstance(each, str)]
    if not wanted:
        return {}
    rows = session.execute(select(Outcome.id, Outcome.text).where(Outcome.id.in_(wanted)))
    return {row.id: row.text for row in rows}
