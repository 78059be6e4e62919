"""Assignments: which pupils and classes are given to which member of staff."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, ForeignKey, delete, func, insert, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, Session, mapped_column

from record.base import Base
from record.people import Person
from record.pupils import Pupil


class PupilAssignment(Base):
    """A pupil given to a member of staff by name."""

    __tablename__ = "pupil_assignments"

    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"), primary_key=True)
    pupil_id: Mapped[str] = mapped_column(ForeignKey("pupils.id"), primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))


class ClassAssignment(Base):
    """A class given to a member of staff: all who are in it, today and later."""

    __tablename__ = "class_assignments"

    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"), primary_key=True)
    class_id: Mapped[str] = mapped_column(ForeignKey("school_classes.id"), primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))


def assigned_pupil_ids(session: Session, person: Person) -> set[str]:
    """The pupils given to a person, by name or with their class, who have not left."""
    by_name = select(PupilAssignment.pupil_id).where(PupilAssignment.person_id == person.id)
    classes = select(ClassAssignment.class_id).where(ClassAssignment.person_id == person.id)
    query = select(Pupil.id).where(
        Pupil.school_id == person.school_id,
        Pupil.left_at.is_(None),
        Pupil.id.in_(by_name) | Pupil.class_id.in_(classes),
    )
    return set(session.scalars(query))


def set_pupils(session: Session, person: Person, pupil_ids: Iterable[str]) -> None:
    """Give a person exactly these pupils by name. Called by access.assign, which tells the tablets."""
    session.execute(delete(PupilAssignment).where(PupilAssignment.person_id == person.id))
    rows = [{"person_id": person.id, "pupil_id": each, "school_id": person.school_id} for each in set(pupil_ids)]
    if rows:
        session.execute(insert(PupilAssignment), rows)


def set_classes(session: Session, person: Person, class_ids: Iterable[str]) -> None:
    """Give a person exactly these classes. Called by access.assign, which tells the tablets."""
    session.execute(delete(ClassAssignment).where(ClassAssignment.person_id == person.id))
    rows = [{"person_id": person.id, "class_id": each, "school_id": person.school_id} for each in set(class_ids)]
    if rows:
        session.execute(insert(ClassAssignment), rows)


def given_to(session: Session, person: Person) -> tuple[set[str], set[str]]:
    """The ids of the pupils given to a person by name, and of the classes."""
    pupil_ids = session.scalars(select(PupilAssignment.pupil_id).where(PupilAssignment.person_id == person.id))
    class_ids = session.scalars(select(ClassAssignment.class_id).where(ClassAssignment.person_id == person.id))
    return set(pupil_ids), set(class_ids)


def staff_by_class(session: Session, school_id: str) -> dict[str, list[Person]]:
    """The people to whom each class is given, by the class's id, in the order of their names."""
    query = (
        select(ClassAssignment.class_id, Person)
        .join(Person, Person.id == ClassAssignment.person_id)
        .where(ClassAssignment.school_id == school_id, Person.left_at.is_(None))
        .order_by(Person.name, Person.id)
    )
    found: dict[str, list[Person]] = {}
    for class_id, person in session.execute(query):
        found.setdefault(class_id, []).append(person)
    return found


def numbers_by_person(session: Session, school_id: str) -> dict[str, tuple[int, int]]:
    """How many pupils by name, and how many classes, each person has been given."""
    pupils = _numbers(session, PupilAssignment.person_id, PupilAssignment.school_id == school_id)
    classes = _numbers(session, ClassAssignment.person_id, ClassAssignment.school_id == school_id)
    return {each: (pupils.get(each, 0), classes.get(each, 0)) for each in pupils.keys() | classes.keys()}


def _numbers(session: Session, person_id: InstrumentedAttribute[str], where: ColumnElement[bool]) -> dict[str, int]:
    rows = session.execute(select(person_id, func.count()).where(where).group_by(person_id))
    return {row[0]: row[1] for row in rows}
