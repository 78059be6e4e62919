"""Passkeys: the keys on people's own devices with which they sign in instead of a password."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import audit
from record.base import Base, Id, UtcDateTime, new_id
from record.errors import NotFound, Refused, SignInRefused
from record.people import Person

MAX_NAME_CHARACTERS = 60
MOST_FOR_A_PERSON = 20


class Passkey(Base):
    """One passkey: its public key alone, the private one never leaves the person's device."""

    __tablename__ = "passkeys"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"), index=True)
    # base64url, at most 1,023 bytes by the standard
    credential_id: Mapped[str] = mapped_column(String(1400), unique=True)
    public_key: Mapped[str] = mapped_column(Text)
    sign_count: Mapped[int] = mapped_column(BigInteger)
    transports: Mapped[list[Any]] = mapped_column(JSON)
    name: Mapped[str] = mapped_column(String(MAX_NAME_CHARACTERS))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


def add(
    session: Session,
    person: Person,
    now: datetime,
    *,
    credential_id: str,
    public_key: str,
    sign_count: int,
    transports: list[str],
    name: str,
) -> Passkey:
    """Keep a passkey that a person has just made. Raises Refused for one that is known already."""
    if session.scalar(select(Passkey.id).where(Passkey.credential_id == credential_id)):
        raise Refused("This passkey is known already", "passkey")
    if len(passkeys_of(session, person)) >= MOST_FOR_A_PERSON:
        raise Refused(f"Nobody needs more than {MOST_FOR_A_PERSON} passkeys. Remove one first", "passkey")
    passkey = Passkey(
        id=new_id(),
        school_id=person.school_id,
        person_id=person.id,
        credential_id=credential_id,
        public_key=public_key,
        sign_count=sign_count,
        transports=transports,
        name=" ".join(name.split())[:MAX_NAME_CHARACTERS] or "Passkey",
        made_at=now,
    )
    session.add(passkey)
    _note(session, person, passkey, "passkey added", now)
    return passkey


def passkeys_of(session: Session, person: Person) -> list[Passkey]:
    """A person's passkeys, the oldest first."""
    return list(session.scalars(select(Passkey).where(Passkey.person_id == person.id).order_by(Passkey.made_at)))


def passkey_by_credential(session: Session, credential_id: str) -> tuple[Passkey, Person]:
    """The passkey with this credential and whose it is. Raises SignInRefused for an unknown one, and for somebody
    who has left."""
    passkey = session.scalar(select(Passkey).where(Passkey.credential_id == credential_id))
    person = session.get(Person, passkey.person_id) if passkey else None
    if passkey is None or person is None or person.left_at is not None:
        raise SignInRefused("That passkey is not known here")
    return passkey, person


def note_use(passkey: Passkey, sign_count: int, now: datetime) -> None:
    """Keep the count that the passkey told: a lower one later means that somebody has copied it."""
    passkey.sign_count, passkey.last_used_at = sign_count, now


def remove(session: Session, person: Person, passkey_id: str, now: datetime) -> None:
    """Remove one of the person's own passkeys. Raises NotFound for anybody else's."""
    passkey = session.get(Passkey, passkey_id)
    if passkey is None or passkey.person_id != person.id:
        raise NotFound("That passkey has been removed already")
    session.delete(passkey)
    _note(session, person, passkey, "passkey removed", now)


def remove_all(session: Session, person: Person, now: datetime, by: Person) -> None:
    """Remove every passkey of a person who leaves."""
    for passkey in passkeys_of(session, person):
        session.delete(passkey)
        _note(session, by, passkey, "passkey removed", now)


def _note(session: Session, person: Person, passkey: Passkey, action: str, now: datetime) -> None:
    audit.record(
        session,
        person.school_id,
        audit.Happening(now, action, person_id=person.id, subject_kind="passkey", subject_id=passkey.id),
    )
