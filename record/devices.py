"""Devices: which tablets there are, when each was last seen, what it says is waiting, and what it may have lost."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Integer, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import audit, gaps, walls
from record.base import Base, Id, UtcDateTime
from record.errors import NotFound
from record.people import Person

# A pull must not cost a durable write each time: being seen is noted at most this often.
SEEN_EVERY = timedelta(minutes=1)
_DEVICE_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Device(Base):
    """One browser profile on one tablet, as it named itself."""

    __tablename__ = "devices"

    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"), primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    first_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    client: Mapped[str] = mapped_column(String(100), default="")
    queued: Mapped[int] = mapped_column(Integer, default=0)
    stuck: Mapped[int] = mapped_column(Integer, default=0)
    photos: Mapped[int] = mapped_column(Integer, default=0)
    oldest_waiting_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    skew_ms: Mapped[int | None] = mapped_column(BigInteger)
    check: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    top_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    gaps: Mapped[list[Any]] = mapped_column(JSON, default=list)
    came_back_empty_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    came_back_as_id: Mapped[str | None] = mapped_column(Id)
    loss_settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


# What is_news and note_contact look at.
OF_A_CONTACT = (
    Device.queued,
    Device.stuck,
    Device.photos,
    Device.last_seen_at,
    Device.client,
    Device.skew_ms,
    Device.top_seq,
    Device.gaps,
)


@dataclass(frozen=True)
class Waiting:
    """What a tablet says that it has not been able to send."""

    queued: int = 0
    stuck: int = 0
    oldest: datetime | None = None
    photos: int = 0


def device_of(session: Session, school_id: str, device_id: str) -> Device:
    """The device with this id in this school. Raises NotFound."""
    device = session.get(Device, (school_id, device_id))
    if device is None:
        raise NotFound("There is no such tablet")
    return device


def is_news(device: Device, waiting: Waiting | None, now: datetime) -> bool:
    """Whether a contact tells something worth a durable write."""
    known = (device.queued, device.stuck, device.photos)
    told = waiting is not None and (waiting.queued, waiting.stuck, waiting.photos) != known
    return told or now - device.last_seen_at >= SEEN_EVERY


def note_contact(
    device: Device, waiting: Waiting | None, client: str, skew_ms: int | None, seqs: list[int], now: datetime
) -> None:
    """Keep what a contact tells about the device: seen when, waiting how much, clock off by, numbers received."""
    device.last_seen_at = now
    device.client = client[:100] or device.client
    device.skew_ms = skew_ms if skew_ms is not None else device.skew_ms
    if waiting is not None:
        device.queued, device.stuck, device.oldest_waiting_at = waiting.queued, waiting.stuck, waiting.oldest
        device.photos = waiting.photos
    if seqs:
        device.top_seq, device.gaps = gaps.follow(device.top_seq, device.gaps, seqs, now)


@dataclass(frozen=True)
class Loss:
    """Notes that may be missing from a tablet; `count` is None when it cannot be known."""

    device: Device
    count: int | None


def losses(session: Session, school_id: str, now: datetime) -> list[Loss]:
    """The tablets that may have lost notes: a gap open for a day, or storage that came back empty."""
    found = []
    for device in session.scalars(select(Device).where(Device.school_id == school_id).order_by(Device.name)):
        count = gaps.missing(device.gaps, now)
        if device.came_back_empty_at is not None:
            # It may have written more since its last word, so a count of none is not known to be none.
            found.append(Loss(device, count + device.queued + device.stuck or None))
        elif count:
            found.append(Loss(device, count))
    return found


def is_device_id(text: str) -> bool:
    """Whether this could name a device. What a cookie says is anybody's: the database is not asked for all of it."""
    return _DEVICE_ID.fullmatch(text) is not None


def note_loss(session: Session, person: Person, lost_id: str, new_id: str, now: datetime) -> None:
    """A browser that was one device says that it is another: its storage was lost, with whatever was waiting in it."""
    if not is_device_id(lost_id):
        return
    lost = session.get(Device, (person.school_id, lost_id)) or _forgotten_device(session, person, lost_id, new_id, now)
    if lost is None or lost.came_back_empty_at is not None:
        return
    lost.came_back_empty_at, lost.came_back_as_id = now, new_id
    audit.record(
        session,
        person.school_id,
        audit.Happening(
            now,
            "tablet came back empty",
            person_id=person.id,
            device_id=lost_id,
            subject_kind="device",
            subject_id=lost_id,
            detail={"queued": lost.queued},
        ),
    )


def _forgotten_device(session: Session, person: Person, lost_id: str, new_id: str, now: datetime) -> Device | None:
    """The lost device, put into the record again: a restored backup may be older than the tablet. None where the
    cookie names no device, or one of another school that the same tablet served."""
    with walls.lifted(session):
        is_known = session.scalar(select(Device.id).where(Device.id == lost_id).limit(1))
    if is_known:
        return None
    name = session.get_one(Device, (person.school_id, new_id)).name
    device = Device(school_id=person.school_id, id=lost_id, name=name, first_seen_at=now, last_seen_at=now)
    session.add(device)
    session.flush()
    return device


def settle_loss(session: Session, by: Person, device_id: str, now: datetime) -> None:
    """The SENCO has followed up what is missing by now: it is no longer shown. A later loss is."""
    device = device_of(session, by.school_id, device_id)
    device.loss_settled_at, device.came_back_empty_at = now, None
    device.gaps = gaps.young(device.gaps, now)
    audit.record(
        session,
        by.school_id,
        audit.Happening(
            now,
            "loss followed up",
            person_id=by.id,
            device_id=device_id,
            subject_kind="device",
            subject_id=device_id,
        ),
    )
