"""Conflicts: two people changed the same fields of one note; both versions are kept until the SENCO settles it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Integer, String, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import changes
from record.base import Base, Id, UtcDateTime, new_id
from record.errors import NotFound
from record.people import Person

RECORDED, OFFERED, BOTH = "recorded", "offered", "both"


class Conflict(Base):
    """The pair: `recorded` as it stood in the record, `offered` as the tablet sent it, `fields` where they clash."""

    __tablename__ = "conflicts"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))
    pupil_id: Mapped[str] = mapped_column(ForeignKey("pupils.id"))
    entry_kind: Mapped[str] = mapped_column(String(40))
    entry_id: Mapped[str] = mapped_column(Id, index=True)
    revision: Mapped[int] = mapped_column(Integer)
    recorded_version: Mapped[int] = mapped_column(Integer)
    author_id: Mapped[str] = mapped_column(ForeignKey("people.id"))
    device_id: Mapped[str] = mapped_column(Id)
    offered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    arrived_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded: Mapped[dict[str, Any]] = mapped_column(JSON)
    offered: Mapped[dict[str, Any]] = mapped_column(JSON)
    fields: Mapped[list[str]] = mapped_column(JSON)
    settled: Mapped[str | None] = mapped_column(String(10))
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_by_id: Mapped[str | None] = mapped_column(Id)

    __table_args__ = (Index("ix_conflicts_school_id_settled", "school_id", "settled"),)


def conflict_body(conflict: Conflict) -> dict[str, Any]:
    """The conflict's document, which its author's tablet gets."""
    return {
        "pupil_id": conflict.pupil_id,
        "entry_id": conflict.entry_id,
        "entry_kind": conflict.entry_kind,
        "recorded": conflict.recorded,
        "offered": conflict.offered,
        "settled": conflict.settled,
    }


def publish_pair(session: Session, pair: Conflict) -> None:
    """Put the pair into the feed for the author of the offered version."""
    changes.publish(
        session,
        pair.school_id,
        [
            changes.Change(
                "conflict",
                pair.id,
                scope=pair.pupil_id,
                body=conflict_body(pair),
                person_id=pair.author_id,
            )
        ],
    )


def new_conflict(**columns: Any) -> Conflict:
    """A conflict that has just arisen."""
    return Conflict(id=new_id(), **columns)


def unsettled(
    session: Session, school_id: str, limit: int | None = None, after: tuple[datetime, str] | None = None
) -> list[Conflict]:
    """The pairs that wait for the SENCO, newest first: up to `limit`, of those that come `after` this moment and id
    in that order."""
    query = select(Conflict).where(Conflict.school_id == school_id, Conflict.settled.is_(None))
    if after is not None:
        moment, conflict_id = after
        same = (Conflict.arrived_at == moment) & (Conflict.id < conflict_id)
        query = query.where(or_(Conflict.arrived_at < moment, same))
    return list(session.scalars(query.order_by(Conflict.arrived_at.desc(), Conflict.id.desc()).limit(limit)))


def count_unsettled(session: Session, school_id: str) -> int:
    """How many pairs wait for the SENCO."""
    query = select(func.count()).where(Conflict.school_id == school_id, Conflict.settled.is_(None))
    return session.scalar(query) or 0


def conflict_of(session: Session, by: Person, conflict_id: str) -> Conflict:
    """The conflict with this id in this person's school. Raises NotFound."""
    conflict = session.get(Conflict, conflict_id)
    if conflict is None or conflict.school_id != by.school_id:
        raise NotFound("There is no such pair of versions")
    return conflict


def open_pair(session: Session, entry_id: str, author_id: str, device_id: str) -> Conflict | None:
    """The unsettled pair that this author's device already has about a note."""
    query = select(Conflict).where(
        Conflict.entry_id == entry_id,
        Conflict.author_id == author_id,
        Conflict.device_id == device_id,
        Conflict.settled.is_(None),
    )
    return session.scalar(query)
