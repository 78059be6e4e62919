"""Photos that a tablet has lost before it could send them: told to the record, so that nobody waits for them."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, Index, delete, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import audit
from record.attachments import Attachment, Carrier
from record.base import Base, Id, UtcDateTime
from record.devices import Device


class LostAttachment(Base):
    """That a tablet has said, by the token of this person, that it no longer has the bytes of a file. Each speaks for
    itself: none makes another's photo out to be lost."""

    __tablename__ = "lost_attachments"

    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"), primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"))
    device_id: Mapped[str] = mapped_column(Id, primary_key=True)
    told_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (Index("ix_lost_attachments_device_id", "school_id", "device_id", "told_at"),)


def note(session: Session, carrier: Carrier, attachment_id: str, now: datetime) -> None:
    """Keep that a file is lost. Told twice it is lost once, and what is in the record is not lost."""
    place = (carrier.school_id, attachment_id)
    known = session.get(LostAttachment, (*place, carrier.device_id))
    if known is not None or session.get(Attachment, place) is not None:
        return
    session.add(
        LostAttachment(
            school_id=carrier.school_id,
            id=attachment_id,
            person_id=carrier.person_id,
            device_id=carrier.device_id,
            told_at=now,
        )
    )
    audit.record(
        session,
        carrier.school_id,
        audit.Happening(
            now,
            "attachment lost",
            carrier.person_id,
            carrier.device_id,
            subject_kind="attachment",
            subject_id=attachment_id,
        ),
    )


def found(session: Session, school_id: str, attachment_id: str) -> None:
    """It has come after all: from a copy of the tablet, or an older one than it thought."""
    session.execute(
        delete(LostAttachment).where(LostAttachment.school_id == school_id, LostAttachment.id == attachment_id)
    )


def of(session: Session, school_id: str, ids: Iterable[str]) -> list[LostAttachment]:
    """What has been told of these."""
    query = select(LostAttachment).where(LostAttachment.school_id == school_id, LostAttachment.id.in_(list(ids)))
    return list(session.scalars(query))


def counts(session: Session, school_id: str) -> dict[str, int]:
    """How many photos each tablet has lost that nobody has followed up, by device."""
    is_open = or_(Device.loss_settled_at.is_(None), LostAttachment.told_at > Device.loss_settled_at)
    query = (
        select(LostAttachment.device_id, func.count())
        .join(Device, (Device.school_id == LostAttachment.school_id) & (Device.id == LostAttachment.device_id))
        .where(LostAttachment.school_id == school_id, is_open)
        .group_by(LostAttachment.device_id)
    )
    return {device_id: count for device_id, count in session.execute(query)}
