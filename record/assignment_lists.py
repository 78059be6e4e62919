"""Lists of who works with whom, as a school's office keeps them: read against the record first, then carried out.

A line names a person by email, and a pupil by name, a class by name, or both: then it is the pupil of that name in
that class. Nothing is carried out by reading, and a line that cannot be used never keeps the others back.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from record import access, assignments, classes
from record.people import Person
from record.plain_text import plain
from record.pupils import Pupil, SchoolClass


@dataclass(frozen=True)
class Line:
    """One line of a list, as it was written; `number` is its place in the file."""

    number: int
    email: str
    pupil: str
    class_name: str


@dataclass(frozen=True)
class Problem:
    """A line that cannot be used, and why."""

    line: Line
    reason: str


@dataclass(frozen=True)
class Given:
    """What one person is given: names for the eye, ids for the record."""

    person: Person
    pupils: list[Pupil] = field(default_factory=list)
    classes: list[SchoolClass] = field(default_factory=list)
    known: int = 0


@dataclass(frozen=True)
class Plan:
    """What a list would do."""

    given: list[Given]
    problems: list[Problem]

    @property
    def new(self) -> int:
        """How many assignments would be made that are not there yet."""
        return sum(len(each.pupils) + len(each.classes) for each in self.given)

    @property
    def known(self) -> int:
        """How many lines say what is so already."""
        return sum(each.known for each in self.given)


def _key(text: str) -> str:
    """How names are compared: without case, accents, or a space too many."""
    return " ".join(plain(text).split())


class _Reader:
    """The school's people, pupils and classes, by what a list calls them."""

    def __init__(self, session: Session, by: Person) -> None:
        self.session = session
        people = session.scalars(select(Person).where(Person.school_id == by.school_id))
        self.people = {person.email: person for person in people}
        self.classes: dict[str, list[SchoolClass]] = defaultdict(list)
        for each in classes.classes(session, by.school_id):
            self.classes[_key(each.name)].append(each)
        self.pupils: dict[str, list[Pupil]] = defaultdict(list)
        for pupil in classes.pupils_to_assign(session, by):
            self.pupils[_key(pupil.name)].append(pupil)
            self.pupils[_key(f"{pupil.family_name}, {pupil.given_name}")].append(pupil)

    def person(self, line: Line) -> Person | str:
        """Whom the line names, or why they can be given nothing."""
        if not line.email.strip():
            return "The email is missing"
        person = self.people.get(line.email.strip().lower())
        if person is None:
            return "Nobody here has this email"
        if person.left_at is not None:
            return f"{person.name} has left"
        if person.role not in classes.ASSIGNED_ROLES:
            sees = "sees every pupil already" if access.sees_whole_school(person) else "sees no pupils"
            return f"{person.name} is {person.role_name} and {sees}"
        return person

    def what(self, line: Line) -> Pupil | SchoolClass | str:
        """Which pupil or class the line gives, or why none."""
        found = self.classes.get(_key(line.class_name), []) if line.class_name.strip() else []
        if line.class_name.strip() and len(found) != 1:
            return "There is no such class" if not found else "There are several classes of this name"
        if line.pupil.strip():
            return self._pupil(line.pupil, found[0] if found else None)
        return found[0] if found else "Neither a pupil nor a class is named"

    def _pupil(self, name: str, school_class: SchoolClass | None) -> Pupil | str:
        found = [each for each in self.pupils.get(_key(name), []) if school_class in (None, self._class_of(each))]
        if len(found) == 1:
            return found[0]
        if found:
            return "Several pupils have this name: name the class as well"
        return "There is no pupil of this name" + (" in this class" if school_class else "")

    def _class_of(self, pupil: Pupil) -> SchoolClass | None:
        return self.session.get(SchoolClass, pupil.class_id) if pupil.class_id else None


def read(session: Session, by: Person, lines: Iterable[Line]) -> Plan:
    """What the list would do; nothing is done. Raises NotAllowed."""
    reader = _Reader(session, by)
    problems: list[Problem] = []
    wanted: dict[str, list[Pupil | SchoolClass]] = defaultdict(list)
    people: dict[str, Person] = {}
    for line in lines:
        person, what = reader.person(line), reader.what(line)
        reasons = [each for each in (person, what) if isinstance(each, str)]
        if isinstance(person, Person) and not isinstance(what, str):
            people[person.id] = person
            wanted[person.id].append(what)
        else:
            problems.append(Problem(line, ". ".join(reasons)))
    given = [_given(session, people[person_id], things) for person_id, things in wanted.items()]
    return Plan(sorted(given, key=lambda each: _key(each.person.name)), problems)


def _given(session: Session, person: Person, things: Sequence[Pupil | SchoolClass]) -> Given:
    pupil_ids, class_ids = assignments.given_to(session, person)
    has = pupil_ids | class_ids
    new: dict[str, Pupil | SchoolClass] = {each.id: each for each in things if each.id not in has}
    return Given(
        person,
        [each for each in new.values() if isinstance(each, Pupil)],
        [each for each in new.values() if isinstance(each, SchoolClass)],
        len(things) - len(new),
    )


def carry_out(session: Session, by: Person, plan: Plan, now: datetime) -> int:
    """Add what the plan gives to what each person has; nothing is taken away. Returns how many were made."""
    access.require(by, assign=True)
    for each in plan.given:
        if not each.pupils and not each.classes:
            continue
        pupil_ids, class_ids = assignments.given_to(session, each.person)
        access.assign(
            session,
            each.person,
            now,
            by,
            pupil_ids=pupil_ids | {pupil.id for pupil in each.pupils},
            class_ids=class_ids | {school_class.id for school_class in each.classes},
        )
    return plan.new
