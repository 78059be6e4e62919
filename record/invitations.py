"""Invitations and new passwords by one-time link: made for one person, good for one use, and not for long."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import audit, sessions
from record.base import Base, Id, UtcDateTime, new_id
from record.errors import NotFound
from record.passwords import hash_chosen_password
from record.people import Person
from record.schools import School
from record.tokens import new_token, token_hash

# An invitation is printed and laid in a pigeonhole; a new password is asked for by whoever sits there waiting.
LIFETIMES = {"invitation": timedelta(hours=72), "reset": timedelta(hours=1)}
GONE = "This link has been used, or it is too old"


class OneTimeLink(Base):
    """A link by which one person may choose a password, once. Its token is never stored, only its hash."""

    __tablename__ = "one_time_links"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(20))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_by_id: Mapped[str | None] = mapped_column(ForeignKey("people.id"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    def is_live(self, now: datetime) -> bool:
        """Whether it can still be used."""
        return self.ended_at is None and now < self.expires_at


@dataclass(frozen=True)
class NewLink:
    """A link just made; `token` is told this once."""

    token: str
    purpose: str
    expires_at: datetime


def make(session: Session, person: Person, now: datetime, by: Person | None) -> NewLink:
    """Make a person a link: an invitation as long as they have no password, afterwards a reset. Earlier ones end.

    `by` is None when the person asked for it themselves.
    """
    purpose = "reset" if person.has_password else "invitation"
    cancel(session, person, now)
    token, expires_at = new_token(), now + LIFETIMES[purpose]
    link = OneTimeLink(
        id=new_id(),
        school_id=person.school_id,
        person_id=person.id,
        purpose=purpose,
        token_hash=token_hash(token),
        made_by_id=by.id if by else None,
        made_at=now,
        expires_at=expires_at,
    )
    session.add(link)
    audit.record(
        session,
        person.school_id,
        audit.Happening(
            now,
            f"{purpose} link made",
            person_id=by.id if by else None,
            subject_kind="person",
            subject_id=person.id,
        ),
    )
    return NewLink(token, purpose, expires_at)


def cancel(session: Session, person: Person, now: datetime) -> None:
    """End every link of a person that could still be used."""
    query = select(OneTimeLink).where(OneTimeLink.person_id == person.id, OneTimeLink.ended_at.is_(None))
    for link in session.scalars(query):
        link.ended_at = now


def open_link(session: Session, token: str, now: datetime) -> tuple[OneTimeLink, Person]:
    """The link with this token and whose it is; looking uses nothing up. Raises NotFound for one that is no good."""
    query = select(OneTimeLink).where(OneTimeLink.token_hash == token_hash(token))
    link = session.scalar(query)
    if link is None or not link.is_live(now):
        raise NotFound(GONE)
    person = session.get_one(Person, link.person_id)
    if person.left_at is not None:
        raise NotFound(GONE)
    return link, person


def use(session: Session, token: str, password: str, now: datetime) -> Person:
    """Choose a password by a link. The link ends, and so does every session. Raises NotFound, or Refused for the
    password, in which case the link stays good."""
    link, person = open_link(session, token, now)
    person.password_hash = hash_chosen_password(password, known_of(session, person), _work_factor(session, person))
    cancel(session, person, now)
    sessions.end_all(session, person, now, person)
    audit.record(
        session,
        person.school_id,
        audit.Happening(
            now, f"{link.purpose} link used", person_id=person.id, subject_kind="person", subject_id=person.id
        ),
    )
    return person


def change_password(session: Session, person: Person, password: str, now: datetime, *, but: str | None = None) -> None:
    """Choose another password while signed in: every other session ends, and every link."""
    person.password_hash = hash_chosen_password(password, known_of(session, person), _work_factor(session, person))
    cancel(session, person, now)
    sessions.end_all(session, person, now, person, but=but)
    audit.record(
        session,
        person.school_id,
        audit.Happening(now, "password changed", person_id=person.id, subject_kind="person", subject_id=person.id),
    )


def _work_factor(session: Session, person: Person) -> str:
    return session.get_one(School, person.school_id).work_factor


def known_of(session: Session, person: Person) -> list[str]:
    """What others know of a person and would try as a password first."""
    school = session.get_one(School, person.school_id)
    return [person.name, person.email, school.name]


def waiting_until(session: Session, school_id: str, now: datetime) -> dict[str, datetime]:
    """The people who have a link that they have not used, each with when it ends."""
    query = select(OneTimeLink).where(OneTimeLink.school_id == school_id, OneTimeLink.ended_at.is_(None))
    return {link.person_id: link.expires_at for link in session.scalars(query) if link.is_live(now)}
