"""Schools: whom every row belongs to, and the counters of a school's own books."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Integer, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record.base import Base, Id, UtcDateTime, new_id

FIRST_AUDIT_HASH = "0" * 64


class School(Base):
    """One school. `last_seq` and `audit_*` are the heads of its change feed and audit chain."""

    __tablename__ = "schools"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seq: Mapped[int] = mapped_column(BigInteger, default=0)
    audit_count: Mapped[int] = mapped_column(BigInteger, default=0)
    audit_hash: Mapped[str] = mapped_column(String(64), default=FIRST_AUDIT_HASH)
    # What a school sets for itself: record/school_settings.py says what each may be.
    lock_minutes: Mapped[int] = mapped_column(Integer, default=5, server_default="5")
    silent_days: Mapped[int] = mapped_column(Integer, default=30, server_default="30")
    # How hard its people's passwords and passcodes are to guess: record/passwords.py.
    work_factor: Mapped[str] = mapped_column(String(10), default="full", server_default="full")
    sign_in_domain: Mapped[str] = mapped_column(String(253), default="", server_default="")
    # The lists that it has changed, each by its name: record/school_lists.py. The others are the usual ones.
    lists: Mapped[dict[str, list[Any]] | None] = mapped_column(JSON(none_as_null=True))


def add_school(session: Session, name: str, now: datetime) -> School:
    """Found a school in the record."""
    school = School(id=new_id(), name=name, created_at=now)
    session.add(school)
    session.flush()
    return school


def nobodys_work_factor(session: Session) -> str:
    """The work factor for somebody of no known school: that of all schools here where it is one, else the default."""
    found = list(session.scalars(select(School.work_factor).distinct()))
    return found[0] if len(found) == 1 else "full"


def all_schools(session: Session) -> list[School]:
    """Every school of this database, by name."""
    return list(session.scalars(select(School).order_by(School.name)))
