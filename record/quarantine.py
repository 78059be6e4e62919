"""Quarantine: entries that could not be filed, kept whole for the SENCO to mend and file, or to discard."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, ForeignKeyConstraint, Index, Integer, String, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import access, audit
from record.base import Base, Id, UtcDateTime, new_id
from record.entries import Entry
from record.errors import NotFound, Refused
from record.json_text import read_kept
from record.people import Person

WAITING, FILED, DISCARDED = "waiting", "filed", "discarded"


class QuarantineItem(Base):
    """One quarantined entry and what was decided about it."""

    __tablename__ = "quarantine_items"
    __table_args__ = (
        ForeignKeyConstraint(
            ["school_id", "entry_id", "device_id", "revision", "digest"],
            [f"entries.{name}" for name in ("school_id", "entry_id", "device_id", "revision", "digest")],
            name="fk_quarantine_items_entry",
        ),
        Index("ix_quarantine_items_school_id_state", "school_id", "state", "arrived_at"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))
    entry_id: Mapped[str] = mapped_column(String(64))
    device_id: Mapped[str] = mapped_column(Id)
    revision: Mapped[int] = mapped_column(Integer)
    digest: Mapped[str] = mapped_column(String(64))
    arrived_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[str] = mapped_column(String(20), default=WAITING)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_by_id: Mapped[str | None] = mapped_column(Id)
    filed_as: Mapped[str | None] = mapped_column(Id)


def waiting(
    session: Session, school_id: str, limit: int | None = None, after: tuple[datetime, str] | None = None
) -> list[tuple[QuarantineItem, Entry]]:
    """What waits to be decided, newest first, each with the entry as received: up to `limit`, of those that come
    `after` this moment and id in that order."""
    query = (
        select(QuarantineItem, Entry)
        .join(Entry, same_entry())
        .where(QuarantineItem.school_id == school_id, QuarantineItem.state == WAITING)
        .order_by(QuarantineItem.arrived_at.desc(), QuarantineItem.id.desc())
        .limit(limit)
    )
    if after is not None:
        moment, item_id = after
        same = (QuarantineItem.arrived_at == moment) & (QuarantineItem.id < item_id)
        query = query.where(or_(QuarantineItem.arrived_at < moment, same))
    return [(item, entry) for item, entry in session.execute(query)]


def same_entry() -> Any:
    """What joins an item with its entry."""
    return (
        (Entry.school_id == QuarantineItem.school_id)
        & (Entry.entry_id == QuarantineItem.entry_id)
        & (Entry.device_id == QuarantineItem.device_id)
        & (Entry.revision == QuarantineItem.revision)
        & (Entry.digest == QuarantineItem.digest)
    )


def count_waiting(session: Session, school_id: str) -> int:
    """How many entries wait to be decided."""
    query = select(func.count()).where(QuarantineItem.school_id == school_id, QuarantineItem.state == WAITING)
    return session.scalar(query) or 0


def item_of(session: Session, school_id: str, item_id: str) -> tuple[QuarantineItem, Entry]:
    """The item with this id in this school, and its entry. Raises NotFound."""
    query = select(QuarantineItem, Entry).join(Entry, same_entry())
    row = session.execute(query.where(QuarantineItem.id == item_id, QuarantineItem.school_id == school_id)).first()
    if row is None:
        raise NotFound("There is no such entry in quarantine")
    return row[0], row[1]


def content(entry: Entry) -> Any:
    """The entry as received, parsed; whatever JSON it was."""
    return read_kept(entry.raw)


def new_item(school_id: str, entry: dict[str, Any]) -> dict[str, Any]:
    """The row that puts a stored entry into quarantine."""
    return {
        "id": new_id(),
        "school_id": school_id,
        "entry_id": entry["entry_id"],
        "device_id": entry["device_id"],
        "revision": entry["revision"],
        "digest": entry["digest"],
        "arrived_at": entry["received_at"],
        "state": WAITING,
    }


def settle(
    session: Session,
    by: Person,
    item: QuarantineItem,
    entry: Entry,
    state: str,
    now: datetime,
    filed_as: str | None = None,
) -> None:
    """Note the decision. Raises Refused when it was taken before."""
    if item.state != WAITING:
        raise Refused("Somebody has settled this entry already")
    item.state, item.settled_at, item.settled_by_id, item.filed_as = state, now, by.id, filed_as
    # A discarded entry leaves the SENCO's sight: the trail keeps a copy of it.
    detail: dict[str, Any] = {"author": entry.author_id, "filed_as": filed_as}
    if state == DISCARDED:
        detail["raw"] = entry.raw
    audit.record(
        session,
        by.school_id,
        audit.Happening(
            now,
            f"quarantine {state}",
            person_id=by.id,
            device_id=entry.device_id,
            subject_kind="entry",
            subject_id=entry.entry_id,
            pupil_id=entry.pupil_id,
            detail=detail,
        ),
    )


def discard(session: Session, by: Person, item_id: str, now: datetime) -> None:
    """Discard an entry: it stays as received, with a copy in the audit trail, and is shown no more.
    Raises NotAllowed, and Refused when somebody settled it before."""
    access.require(by, review=True)
    item, entry = item_of(session, by.school_id, item_id)
    settle(session, by, item, entry, DISCARDED, now)
