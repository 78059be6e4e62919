"""Classes: which there are, who is in each, and whose they are; names alone, for whoever assigns them."""

import re
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from record import access, assignments, audit, pupils
from record.errors import NotFound, Refused
from record.people import Person
from record.pupils import Pupil, SchoolClass

MAX_NAME_CHARACTERS = 50
# Roles that see every pupil, or none, have no use for an assignment.
ASSIGNED_ROLES = tuple(role for role, rights in access.MAY.items() if rights.pupils == "assigned")


@dataclass(frozen=True)
class ClassRow:
    """One class as a list shows it."""

    id: str
    name: str
    pupils: int
    staff: list[Person]


def classes(session: Session, school_id: str) -> list[SchoolClass]:
    """Every class of the school; 2B comes before 10A."""
    found = session.scalars(select(SchoolClass).where(SchoolClass.school_id == school_id))
    return sorted(found, key=lambda each: _in_order(each.name))


def _in_order(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (0, part.casefold()) for part in re.split(r"(\d+)", name) if part]


def overview(session: Session, by: Person) -> list[ClassRow]:
    """Every class with how many are in it and whose it is."""
    access.require(by, assign=True)
    staff = assignments.staff_by_class(session, by.school_id)
    numbers: dict[str | None, int] = {}
    for class_id in session.scalars(select(Pupil.class_id).where(*_here(by.school_id))):
        numbers[class_id] = numbers.get(class_id, 0) + 1
    return [
        ClassRow(each.id, each.name, numbers.get(each.id, 0), staff.get(each.id, []))
        for each in classes(session, by.school_id)
    ]


def _here(school_id: str) -> tuple[ColumnElement[bool], ...]:
    return (Pupil.school_id == school_id, Pupil.left_at.is_(None))


def class_of(session: Session, by: Person, class_id: str) -> SchoolClass:
    """A class of the same school. Raises NotAllowed and NotFound."""
    access.require(by, assign=True)
    found = session.get(SchoolClass, class_id)
    if found is None or found.school_id != by.school_id:
        raise NotFound("There is no such class")
    return found


def pupils_to_assign(session: Session, by: Person, class_id: str | None = None) -> list[Pupil]:
    """The pupils of a class, or of the school, who have not left, by name. Of them only names and class are shown."""
    access.require(by, assign=True)
    query = select(Pupil).where(*_here(by.school_id))
    if class_id is not None:
        query = query.where(Pupil.class_id == class_id)
    return list(session.scalars(query.order_by(Pupil.family_name, Pupil.given_name, Pupil.id)))


def staff_to_assign(session: Session, by: Person) -> list[Person]:
    """The people whose role works with the pupils that are given to them."""
    access.require(by, assign=True)
    query = select(Person).where(
        Person.school_id == by.school_id, Person.left_at.is_(None), Person.role.in_(ASSIGNED_ROLES)
    )
    return list(session.scalars(query.order_by(Person.name, Person.id)))


def set_staff(session: Session, by: Person, school_class: SchoolClass, person_ids: set[str], now: datetime) -> None:
    """Give a class to exactly these people; their tablets learn of it. Raises NotAllowed, and Refused for somebody
    who cannot be given a class."""
    people = {each.id: each for each in staff_to_assign(session, by)}
    if not person_ids <= people.keys():
        raise Refused("One of these people cannot be given a class any more", "staff")
    for person in people.values():
        _, class_ids = assignments.given_to(session, person)
        wanted = class_ids | {school_class.id} if person.id in person_ids else class_ids - {school_class.id}
        if wanted != class_ids:
            access.assign(session, person, now, by, class_ids=wanted)


def name_problem(session: Session, by: Person, name: str, known: SchoolClass | None = None) -> str | None:
    """What is wrong with a class's name, in words."""
    if not 1 <= len(name) <= MAX_NAME_CHARACTERS or not name.isprintable():
        return f"Enter a name such as 4B, at most {MAX_NAME_CHARACTERS} characters"
    others = (each for each in classes(session, by.school_id) if known is None or each.id != known.id)
    if name.casefold() in {each.name.casefold() for each in others}:
        return "There is a class of this name already"
    return None


def add(session: Session, by: Person, name: str, now: datetime) -> SchoolClass:
    """Add a class. Raises NotAllowed and Refused."""
    access.require(by, manage_people=True)
    _refuse(name_problem(session, by, name))
    school_class = pupils.add_class(session, by.school_id, name)
    _note(session, by, "class added", school_class, now)
    return school_class


def rename(session: Session, by: Person, school_class: SchoolClass, name: str, now: datetime) -> None:
    """Give a class another name: who is in it and whose it is stays. Raises NotAllowed and Refused."""
    access.require(by, manage_people=True)
    _refuse(name_problem(session, by, name, school_class))
    if name == school_class.name:
        return
    school_class.name = name
    session.flush()
    inside = select(Pupil).where(Pupil.school_id == by.school_id, Pupil.class_id == school_class.id)
    pupils.publish_pupils(session, by.school_id, list(session.scalars(inside)))
    _note(session, by, "class renamed", school_class, now)


def _refuse(problem: str | None) -> None:
    if problem:
        raise Refused(problem, "name")


def _note(session: Session, by: Person, action: str, school_class: SchoolClass, now: datetime) -> None:
    audit.record(
        session,
        by.school_id,
        audit.Happening(now, action, person_id=by.id, subject_kind="class", subject_id=school_class.id),
    )
