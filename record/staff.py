"""What an administrator does about members of staff: invites them, changes what is known of them, sees them off."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from record import access, audit, invitations, passkeys, people, sessions
from record.enrolments import Enrolment
from record.errors import NotFound, Refused
from record.invitations import NewLink
from record.passwords import NO_PASSWORD
from record.people import MAX_EMAIL_CHARACTERS, MAX_NAME_CHARACTERS, ROLES, Person
from record.plain_text import is_called, plain

# Not the whole of RFC 5322: what a school's mail can reach, and nothing with a space or a second @ in it.
EMAIL = re.compile(r"[^@\s\x00-\x1f\"(),:;<>\[\]\\]+@[^@\s.\x00-\x1f]+(\.[^@\s.\x00-\x1f]+)+")


@dataclass(frozen=True)
class About:
    """What an administrator says of a member of staff."""

    name: str
    email: str
    role: str

    @classmethod
    def tidy(cls, name: str, email: str, role: str) -> "About":
        """From what was typed: no space too many, no capital in an email, nothing that cannot be seen."""
        seen = "".join(" " if unicodedata.category(char) == "Cc" else char for char in name)
        return cls(" ".join(seen.split()), email.strip().lower(), role)


def problems(session: Session, about: About, person: Person | None = None, by: Person | None = None) -> dict[str, str]:
    """What is wrong, in words, by field; `person` is who it is about when they are known already, `by` who asks."""
    found = {}
    if not 1 <= len(about.name) <= MAX_NAME_CHARACTERS:
        found["name"] = f"Enter a name, at most {MAX_NAME_CHARACTERS} characters"
    if len(about.email) > MAX_EMAIL_CHARACTERS or not EMAIL.fullmatch(about.email):
        found["email"] = "Enter an email address, such as name@school.sch.uk"
    elif people.is_email_taken(session, about.email, but=person):
        found["email"] = "Somebody has this email already"
    if about.role not in ROLES:
        found["role"] = "Choose a role"
    elif person is not None and about.role != "admin" and _is_last_admin(session, person):
        found["role"] = "The school would have no administrator: make somebody else one first"
    elif person is not None and by is not None and person.id == by.id and about.role != person.role:
        found["role"] = "Nobody can change their own role: ask another administrator"
    return found


def _is_last_admin(session: Session, person: Person) -> bool:
    query = select(Person.id).where(
        Person.school_id == person.school_id, Person.role == "admin", Person.left_at.is_(None)
    )
    return session.scalars(query).all() == [person.id]


def _refuse(found: dict[str, str]) -> None:
    for field, message in found.items():
        raise Refused(message, field)


def staff(session: Session, by: Person, search: str = "", role: str = "", *, has_left: bool = False) -> list[Person]:
    """The school's staff by name, narrowed; those who have left only when they are asked for."""
    query = select(Person).where(Person.school_id == by.school_id)
    query = query.where(Person.left_at.is_not(None) if has_left else Person.left_at.is_(None))
    if role:
        query = query.where(Person.role == role)
    found = [each for each in session.scalars(query) if is_called(f"{each.name} {each.email}", search)]
    return sorted(found, key=lambda each: (plain(each.name), each.id))


def colleague(session: Session, by: Person, person_id: str) -> Person:
    """A person of the same school. Raises NotFound for everybody else."""
    person = session.get(Person, person_id)
    if person is None or person.school_id != by.school_id:
        raise NotFound("There is no such person")
    return person


def invite(session: Session, by: Person, about: About, now: datetime) -> tuple[Person, NewLink]:
    """Add somebody who chooses their password by the link that is returned. Raises NotAllowed and Refused."""
    access.require(by, manage_people=True)
    _refuse(problems(session, about))
    person = people.add_person(
        session, by.school_id, name=about.name, email=about.email, role=about.role, password_hash=NO_PASSWORD, now=now
    )
    return person, invitations.make(session, person, now, by)


def send_link(session: Session, by: Person, person: Person, now: datetime) -> NewLink:
    """A new link for somebody who is here. Raises NotAllowed, and Refused for somebody who has left."""
    access.require(by, manage_people=True)
    _refuse_gone(person)
    return invitations.make(session, person, now, by)


def _refuse_gone(person: Person) -> None:
    if person.left_at is not None:
        raise Refused(f"{person.name} has left")


def change(session: Session, by: Person, person: Person, about: About, now: datetime) -> None:
    """Change name, email or role. A new role is in force at once, on tablets from their next sync.
    Raises NotAllowed and Refused."""
    access.require(by, manage_people=True)
    _refuse_gone(person)
    _refuse(problems(session, about, person, by))
    changed = [name for name, value in vars(about).items() if value != getattr(person, name)]
    if not changed:
        return
    for name in changed:
        setattr(person, name, getattr(about, name))
    session.flush()
    people.publish_person(session, person)
    if "role" in changed:
        _change_rights(session, person, now)
    if "email" in changed:
        invitations.cancel(session, person, now)  # it went to an address that is no longer theirs
    told = {"changed": changed} | ({"role": about.role} if "role" in changed else {})
    _note(session, by, person, "person changed", now, told)


def _change_rights(session: Session, person: Person, now: datetime) -> None:
    access.refresh_scope(session, [person], now)
    if not access.may(person).use_tablet:
        _empty_tablets(session, person, now)


def _empty_tablets(session: Session, person: Person, now: datetime) -> None:
    """Their tablets deliver what waits, then erase what may no longer be seen there."""
    for enrolment in _live_enrolments(session, person):
        enrolment.withdrawn_at = enrolment.withdrawn_at or now


def leave(session: Session, by: Person, person: Person, now: datetime) -> None:
    """Somebody leaves: sessions, passkeys and links end at once, their tablets deliver and are then erased; what they
    wrote stays theirs. Raises NotAllowed, and Refused for oneself and for the last administrator."""
    access.require(by, manage_people=True)
    _refuse_gone(person)
    if person.id == by.id:
        raise Refused("Nobody can see themselves off: ask another administrator")
    if _is_last_admin(session, person):
        raise Refused("The school would have no administrator")
    _empty_tablets(session, person, now)
    sessions.end_all(session, person, now, by)
    passkeys.remove_all(session, person, now, by)
    invitations.cancel(session, person, now)
    people.leave(session, person, now, by)
    access.refresh_scope(session, [person], now)


def _live_enrolments(session: Session, person: Person) -> list[Enrolment]:
    query = select(Enrolment).where(Enrolment.person_id == person.id, Enrolment.ended_at.is_(None))
    return list(session.scalars(query))


def tablets_of(session: Session, person: Person) -> int:
    """On how many tablets the person is enrolled."""
    return len(_live_enrolments(session, person))


def _note(
    session: Session, by: Person, person: Person, action: str, now: datetime, detail: Mapping[str, object]
) -> None:
    audit.record(
        session,
        person.school_id,
        audit.Happening(now, action, person_id=by.id, subject_kind="person", subject_id=person.id, detail=dict(detail)),
    )
