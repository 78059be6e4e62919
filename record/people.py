"""People: the school's staff, their roles and their passwords."""

from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import audit, changes, walls
from record.base import Base, Id, UtcDateTime, new_id
from record.errors import NotFound, Refused, SignInRefused
from record.passwords import NO_PASSWORD, is_outdated, verify
from record.passwords import hash_password as hash_password
from record.schools import School, nobodys_work_factor

ROLES = {
    "ta": "Teaching assistant",
    "teacher": "Teacher",
    "senco": "SENCO",
    "assistant_senco": "Assistant SENCO",
    "head": "Headteacher",
    "governor": "SEN governor",
    "designated_teacher": "Designated teacher",
    "admin": "Administrator",
}
# A tablet's clock drifts, and the office learns of a leaving in its own time: so long after it a note may be written.
AFTER_LEAVING = timedelta(hours=24)
MAX_NAME_CHARACTERS = 200
MAX_EMAIL_CHARACTERS = 254


class Person(Base):
    """A member of staff. Somebody who left keeps their row: authorship stays."""

    __tablename__ = "people"
    __table_args__ = (UniqueConstraint("email"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"), index=True)
    name: Mapped[str] = mapped_column(String(MAX_NAME_CHARACTERS))
    email: Mapped[str] = mapped_column(String(MAX_EMAIL_CHARACTERS))
    role: Mapped[str] = mapped_column(String(20))
    password_hash: Mapped[str] = mapped_column(String(200))
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def role_name(self) -> str:
        return ROLES[self.role]

    @property
    def initials(self) -> str:
        return initials(self.name)

    @property
    def has_password(self) -> bool:
        """Whether they have chosen a password yet: whoever was invited has not."""
        return self.password_hash != NO_PASSWORD


def initials(name: str) -> str:
    """`AB` for "Ann Mary Brown": the first letters of the first and the last name."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def add_person(
    session: Session, school_id: str, *, name: str, email: str, role: str, password_hash: str, now: datetime
) -> Person:
    """Add a member of staff. Raises Refused for an unknown role or an email in use."""
    email = email.strip().lower()
    if role not in ROLES:
        raise Refused("There is no such role", "role")
    if is_email_taken(session, email):
        raise Refused("Somebody has this email already", "email")
    person = Person(
        id=new_id(),
        school_id=school_id,
        name=name,
        email=email,
        role=role,
        password_hash=password_hash,
        added_at=now,
    )
    session.add(person)
    session.flush()
    publish_person(session, person)
    audit.record(
        session,
        school_id,
        audit.Happening(now, "person added", subject_kind="person", subject_id=person.id, detail={"role": role}),
    )
    return person


def is_email_taken(session: Session, email: str, but: Person | None = None) -> bool:
    """Whether somebody of any school, other than `but`, signs in with this email."""
    with walls.lifted(session):
        found = session.scalar(select(Person.id).where(Person.email == email))
    return found is not None and (but is None or found != but.id)


def publish_person(session: Session, person: Person) -> None:
    """Put the person's document into the change feed, for the whole school."""
    body = {"name": person.name, "role": person.role, "initials": person.initials}
    changes.publish(session, person.school_id, [changes.Change("person", person.id, scope=person.school_id, body=body)])


def person_by_id(session: Session, person_id: str) -> Person:
    """The member of staff with this id. Raises NotFound."""
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("There is no such person")
    return person


def person_with_email(session: Session, email: str) -> Person | None:
    """The member of staff with this email, unless they have left."""
    return session.scalar(select(Person).where(Person.email == tidy_email(email), Person.left_at.is_(None)))


def tidy_email(email: str) -> str:
    """An email as it is looked for, whatever was typed around it; PostgreSQL would take no NUL."""
    return email.replace("\0", "").strip().lower()[:MAX_EMAIL_CHARACTERS]


def sign_in(session: Session, email: str, password: str) -> Person:
    """The person whose email and password these are. Raises SignInRefused, in the same time, for all others."""
    person = person_with_email(session, email)
    with walls.lifted(session):
        nobodys = nobodys_work_factor(session)
    if not verify(person.password_hash if person else None, password, nobodys) or person is None:
        raise SignInRefused("The email or the password is not right")
    return person


def renew_hash(session: Session, person_id: str, password: str) -> None:
    """Hash a password that has just been found right again, where the school's work factor is another by now."""
    person = person_by_id(session, person_id)
    work_factor = session.get_one(School, person.school_id).work_factor
    if person.has_password and is_outdated(person.password_hash, work_factor):
        person.password_hash = hash_password(password, work_factor)


def names(session: Session, school_id: str) -> dict[str, str]:
    """Every person's name by id, those who left included: the authors of notes."""
    rows = session.execute(select(Person.id, Person.name).where(Person.school_id == school_id))
    return {row.id: row.name for row in rows}


def leave(session: Session, person: Person, now: datetime, by: Person) -> None:
    """The person leaves: they can no longer sign in, and their tablets only deliver; what they wrote stays theirs."""
    person.left_at = now
    audit.record(
        session,
        person.school_id,
        audit.Happening(now, "person left", person_id=by.id, subject_kind="person", subject_id=person.id),
    )
