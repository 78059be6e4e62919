"""Enrolments: who uses which tablet, by which tokens, and how that ends."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ColumnElement, ForeignKey, ForeignKeyConstraint, Index, String, bindparam, select
from sqlalchemy.orm import Mapped, Session, contains_eager, load_only, mapped_column, relationship

from record import audit, devices
from record.base import Base, Id, UtcDateTime, new_id
from record.devices import Device
from record.people import Person


class Enrolment(Base):
    """One person on one device. The bearer token itself is never stored, only its hash."""

    __tablename__ = "enrolments"
    __table_args__ = (
        ForeignKeyConstraint(
            ["school_id", "device_id"], ["devices.school_id", "devices.id"], name="fk_enrolments_device"
        ),
        Index("ix_enrolments_person_id_device_id", "person_id", "device_id"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"))
    device_id: Mapped[str] = mapped_column(Id)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    # The column's name is the older one, from before the protocol called this the carry token.
    carry_hash: Mapped[str | None] = mapped_column("carrier_hash", String(64), unique=True)
    sign_key: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    began_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    person: Mapped[Person] = relationship(viewonly=True, lazy="raise")
    device: Mapped[Device] = relationship(viewonly=True, lazy="raise")


@dataclass(frozen=True)
class Tokens:
    """What a device proves itself with: `bearer` delivers and reads; `carry`, which a locked tablet keeps in clear,
    delivers what is sealed and does nothing else."""

    bearer: str
    carry: str


def _token_hash(token: str) -> str:
    # A token is 256 random bits: a plain digest is enough, there is nothing to guess.
    return hashlib.sha256(token.encode()).hexdigest()


def enrol(
    session: Session,
    person: Person,
    device_id: str,
    name: str,
    now: datetime,
    *,
    check: dict[str, Any] | None = None,
    sign_key: dict[str, Any] | None = None,
    known_as: str | None = None,
) -> tuple[Enrolment, Tokens]:
    """Enrol a person on a device; returns the enrolment and its tokens, which are told this once.

    `known_as` is the device that the browser's cookie names: another id than it now gives means that its storage
    was lost, with whatever was waiting in it.
    """
    device = session.get(Device, (person.school_id, device_id))
    if device is None:
        device = Device(school_id=person.school_id, id=device_id, name=name, first_seen_at=now, last_seen_at=now)
        session.add(device)
    device.name, device.last_seen_at = name, now
    device.check = check if check is not None else device.check
    session.flush()
    if known_as and known_as != device_id:
        devices.note_loss(session, person, known_as, device_id, now)
    for earlier in _live(session, person.id, device_id):
        earlier.ended_at = now
    tokens = Tokens(secrets.token_urlsafe(32), secrets.token_urlsafe(32))
    enrolment = Enrolment(
        id=new_id(),
        school_id=person.school_id,
        person_id=person.id,
        device_id=device_id,
        token_hash=_token_hash(tokens.bearer),
        carry_hash=_token_hash(tokens.carry),
        sign_key=sign_key,
        began_at=now,
    )
    session.add(enrolment)
    audit.record(
        session,
        person.school_id,
        audit.Happening(
            now,
            "tablet enrolled",
            person_id=person.id,
            device_id=device_id,
            subject_kind="enrolment",
            subject_id=enrolment.id,
        ),
    )
    return enrolment, tokens


def _live(session: Session, person_id: str, device_id: str) -> list[Enrolment]:
    query = select(Enrolment).where(
        Enrolment.person_id == person_id, Enrolment.device_id == device_id, Enrolment.ended_at.is_(None)
    )
    return list(session.scalars(query))


def enrolments_of(session: Session, school_id: str, person_id: str, device_id: str) -> list[Enrolment]:
    """Every enrolment that this person ever had on this device, ended ones included."""
    query = select(Enrolment).where(
        Enrolment.school_id == school_id, Enrolment.person_id == person_id, Enrolment.device_id == device_id
    )
    return list(session.scalars(query))


# Put together once: every request asks it, and goes on to ask for the person and the device. Of each only what a sync
# looks at: to make all of their forty columns ready took a tenth of a pull. The others come when they are asked for.
_BY_TOKEN = (
    select(Enrolment)
    .join(Enrolment.person)
    .join(Enrolment.device)
    .options(
        load_only(Enrolment.school_id, Enrolment.person_id, Enrolment.device_id, Enrolment.withdrawn_at),
        contains_eager(Enrolment.person).load_only(Person.school_id, Person.role, Person.left_at),
        contains_eager(Enrolment.device).load_only(*devices.OF_A_CONTACT),
    )
    .where(Enrolment.token_hash == bindparam("hash"), Enrolment.ended_at.is_(None))
)


def enrolment_of(session: Session, token: str) -> Enrolment | None:
    """The enrolment that this token belongs to, unless it has ended. One that was withdrawn, or whose person has left,
    is still found: its tablet may deliver, and is told to erase (must_erase)."""
    return session.scalar(_BY_TOKEN, {"hash": _token_hash(token)})


def carried_by(session: Session, token: str) -> Enrolment | None:
    """The enrolment whose carry token this is, unless it has ended."""
    query = select(Enrolment).where(Enrolment.carry_hash == _token_hash(token), Enrolment.ended_at.is_(None))
    return session.scalar(query)


def must_erase(session: Session, enrolment: Enrolment) -> bool:
    """Whether this tablet may do nothing but deliver, and is then to erase its person's jotter: it was withdrawn at the
    desk, or its person has left the school. Who can no longer sign in must still be able to deliver."""
    return enrolment.withdrawn_at is not None or session.get_one(Person, enrolment.person_id).left_at is not None


def is_enrolled(session: Session, person: Person, device_id: str) -> bool:
    """Whether the person uses this device now: theirs was neither ended nor withdrawn."""
    return any(enrolment.withdrawn_at is None for enrolment in _live(session, person.id, device_id))


def end(session: Session, enrolment: Enrolment, now: datetime) -> None:
    """End the caller's own enrolment."""
    enrolment.ended_at = now
    _record(session, enrolment, "enrolment ended", now)


def note_erased(session: Session, enrolment: Enrolment, now: datetime) -> None:
    """A tablet that had to erase says that it has delivered and erased this person's jotter: the enrolment ends."""
    enrolment.ended_at = enrolment.erased_at = now
    _record(session, enrolment, "jotter erased", now)


def _record(session: Session, enrolment: Enrolment, action: str, now: datetime) -> None:
    happening = audit.Happening(
        now,
        action,
        person_id=enrolment.person_id,
        device_id=enrolment.device_id,
        subject_kind="enrolment",
        subject_id=enrolment.id,
    )
    audit.record(session, enrolment.school_id, happening)


def withdraw(session: Session, by: Person, device_id: str, now: datetime) -> int:
    """Withdraw every live enrolment on a device: at next contact it delivers, then erases. Returns how many."""
    device = devices.device_of(session, by.school_id, device_id)
    query = select(Enrolment).where(
        Enrolment.school_id == by.school_id,
        Enrolment.device_id == device.id,
        Enrolment.ended_at.is_(None),
        Enrolment.withdrawn_at.is_(None),
    )
    enrolments = list(session.scalars(query))
    for enrolment in enrolments:
        enrolment.withdrawn_at = now
        audit.record(
            session,
            by.school_id,
            audit.Happening(
                now,
                "enrolment withdrawn",
                person_id=by.id,
                device_id=device.id,
                subject_kind="enrolment",
                subject_id=enrolment.id,
            ),
        )
    return len(enrolments)


def devices_with_people(
    session: Session, school_id: str, erased_since: datetime | None = None
) -> list[tuple[Device, list[tuple[Enrolment, Person]]]]:
    """Every device of the school, last seen first, with the people enrolled on it, and those whose jotters it has
    erased since then."""
    is_shown: ColumnElement[bool] = Enrolment.ended_at.is_(None)
    if erased_since is not None:
        is_shown |= Enrolment.erased_at >= erased_since
    people: dict[str, list[tuple[Enrolment, Person]]] = {}
    query = (
        select(Enrolment, Person)
        .join(Person, Person.id == Enrolment.person_id)
        .where(Enrolment.school_id == school_id, is_shown)
        .order_by(Person.name, Enrolment.began_at.desc())
    )
    for enrolment, person in session.execute(query):
        people.setdefault(enrolment.device_id, []).append((enrolment, person))
    devices = session.scalars(select(Device).where(Device.school_id == school_id).order_by(Device.last_seen_at.desc()))
    return [(device, people.get(device.id, [])) for device in devices]
