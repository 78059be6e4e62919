"""A school with one of everything that an address or a document can be about, as plain ids."""

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from api.schemas.entries import read_entry
from record import enrolments, filing, pupils
from record.base import new_id
from record.database import writing
from record.files import Files
from record.people import ROLES, Person
from record.pupils import Pupil
from record.quarantine import waiting
from record.schools import School
from record.times import now
from tests.factories import (
    a_browser_session,
    a_conflict,
    a_parent_meeting,
    a_person,
    a_phase,
    a_pupil,
    a_question,
    a_school,
    a_school_document,
    an_attachment,
    an_observation,
    an_outcome,
    assign,
    observation_body,
    parent_meeting_body,
)
from tests.factories import entry as an_entry

SECRET = "Xylophonia"  # part of every pupil's name here, and of every note


@dataclass
class World:
    """One school: everybody by role, one pupil given to whoever is given any, and one given to nobody."""

    school_id: str
    people: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    given: dict[str, str] = field(default_factory=dict)
    other: dict[str, str] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)


def a_world(session: Session, files: Files) -> World:
    """Found the school and close the book behind it; its photos lie among `files`."""
    with writing(session):
        school = a_school(session)
        a_school_document(session, school)
        people = {role: a_person(session, school, role) for role in ROLES}
        victim = a_person(session, school, "ta", name="Vic Tim")
        given, other = (a_pupil(session, school, given_name=f"{SECRET}{each}") for each in ("A", "B"))
        for role in ("ta", "teacher", "designated_teacher"):
            assign(session, people[role], [given])
        made = World(school.id, {role: person.id for role, person in people.items()})
        common = _common(session, files, school, victim) | {"list_name": "phrases"}
        given.class_id = common["class_id"]
        made.given = common | _about(session, files, given, victim, people["senco"])
        made.other = common | _about(session, files, other, victim, people["senco"])
        for role, person in people.items():
            made.questions[role] = _own(session, given, person, people["senco"])
            _enrolment, tokens = enrolments.enrol(session, person, new_id(), "Tablet", now())
            made.tokens[role] = tokens.bearer
    for role, person_id in made.people.items():
        made.cookies[role] = a_browser_session(session, session.get_one(Person, person_id))
    session.rollback()
    return made


def _common(session: Session, files: Files, school: School, victim: Person) -> dict[str, str]:
    enrolment, _tokens = enrolments.enrol(session, victim, new_id(), "Victim's tablet", now())
    broken = {"kind": "no such kind", "text": SECRET}
    filing.receive(session, victim, enrolment.device_id, [read_entry(broken)], now())
    ((item, _entry),) = waiting(session, school.id)
    return {
        "device_id": enrolment.device_id,
        "item_id": item.id,
        "file_id": an_attachment(session, files, victim, content=SECRET.encode()).id,
        "person_id": victim.id,
        "class_id": pupils.add_class(session, school.id, "4B").id,
        "kind": "observation",
    }


def _about(session: Session, files: Files, pupil: Pupil, author: Person, senco: Person) -> dict[str, str]:
    photo = an_attachment(session, files, author)
    note = an_observation(session, pupil, author, f"{SECRET} sat with the group.", attachment_ids=[photo.id])
    meeting = a_parent_meeting(session, pupil, author, discussion=SECRET)
    outcome = an_outcome(session, pupil)
    question = a_question(session, senco, note, f"{SECRET}: when?")
    return {
        "pupil_id": pupil.id,
        "note_id": note.id,
        "photo_id": photo.id,
        "attachment_id": photo.id,
        "action_id": meeting.body["actions"][0]["id"],
        "meeting_id": meeting.id,
        "outcome_id": outcome.id,
        "phase_id": a_phase(session, pupil, senco).id,
        "question_id": question.id,
        "conflict_id": a_conflict(session, note, author, f"{SECRET} offered").id,
    }


def _own(session: Session, pupil: Pupil, person: Person, senco: Person) -> str:
    note = an_observation(session, pupil, person, f"{SECRET}, by one of us.")
    a_conflict(session, note, person, f"{SECRET} offered")
    return a_question(session, senco, note, f"{SECRET}?").id


def entries_about(pupil_id: str, question_id: str) -> list[dict]:
    """One entry of each kind that a tablet sends."""
    bodies = {
        "observation": observation_body(pupil_id),
        "parent_meeting": parent_meeting_body(pupil_id),
        "answer": {"question_id": question_id, "pupil_id": pupil_id, "text": "After play."},
    }
    return [an_entry(kind, body) for kind, body in bodies.items()]
