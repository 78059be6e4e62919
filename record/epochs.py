"""Epochs: each life of the database has a name, so that tablets notice when a backup was restored.

A restored database knows nothing of what was acknowledged after the backup was made. Three signs betray it: a
tablet's cursor ahead of the feed, a life file beside the database that has seen more changes than the database, and
a mark file that was copied (protocol, "Lost tablets' memory, restored servers"). A false alarm costs tablets a few
duplicates.
"""

import json
import os
import secrets
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import String, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record.base import Base, Id, UtcDateTime, new_id
from record.schools import School

LIFE_FILE = "life.json"
MARK_FILE = "life.mark"
LIFE_BYTES = 200


class Epoch(Base):
    """One life of the database; the newest is the present one. `mark` names the mark file made for it."""

    __tablename__ = "epochs"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(String(200))
    mark: Mapped[str | None] = mapped_column(String(100))
    # What cursors of this life are signed with: whoever could make one up could have every tablet start again.
    cursor_key: Mapped[str] = mapped_column(String(64), default=lambda: secrets.token_hex(32))


class Present(NamedTuple):
    """The present life, as a sync needs it."""

    id: str
    cursor_key: str


def _present(session: Session) -> Epoch | None:
    return session.scalar(select(Epoch).order_by(*NEWEST_FIRST).limit(1))


NEWEST_FIRST = (Epoch.started_at.desc(), Epoch.id.desc())
_PRESENT_KEYS = select(Epoch.id, Epoch.cursor_key).order_by(*NEWEST_FIRST).limit(1)


def current(session: Session) -> Present:
    """The name of this life of the database, and its key; both empty before the first start."""
    row = session.connection().execute(_PRESENT_KEYS).first()
    return Present(*row) if row else Present("", "")


def begin(session: Session, reason: str, now: datetime) -> Epoch:
    """Begin a new life: tablets will offer again what they hold of the last 30 days."""
    before = _present(session)
    # A clock set back must not make the new life older than the one before it.
    started_at = max(now, before.started_at + timedelta(seconds=1)) if before else now
    epoch = Epoch(id=new_id(), started_at=started_at, reason=reason, mark=before.mark if before else None)
    session.add(epoch)
    session.flush()
    return epoch


def check_life(session: Session, folder: Path, now: datetime) -> str:
    """At every start: begin a new epoch where the database was swapped for an older one; returns the present one.

    Must run inside `writing`, before requests are answered.
    """
    life, mark = folder / LIFE_FILE, folder / MARK_FILE
    epoch = _present(session)
    if epoch is None:
        epoch = begin(session, "first start", now)
    elif epoch.mark == _mark(mark) and _high_water(life) <= changes_made(session):
        return epoch.id
    else:
        epoch = begin(session, "the database was restored or moved", now)
    mark.write_text(epoch.id, encoding="utf-8")
    epoch.mark = _mark(mark)
    _write_high_water(life, changes_made(session), now)
    return epoch.id


def raise_high_water(path: Path, changes_made: int, now: datetime) -> None:
    """Note beside the database how far it has come, unless that is known."""
    if changes_made > _high_water(path):
        _write_high_water(path, changes_made, now)


def _write_high_water(path: Path, changes_made: int, now: datetime) -> None:
    told = json.dumps({"changes_made": changes_made, "at": now.isoformat()})
    # One write of one length over the old one: whoever is killed here leaves the one or the other.
    handle = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.write(handle, told.ljust(LIFE_BYTES).encode())
    finally:
        os.close(handle)


def _mark(path: Path) -> str:
    # The file is written once. Whatever puts another in its place or its words back, no copy keeps this moment.
    try:
        seen = path.stat()
    except FileNotFoundError:
        return ""
    return f"{seen.st_dev}:{seen.st_ino}:{seen.st_ctime_ns}"


def _high_water(path: Path) -> int:
    try:
        return int(json.loads(path.read_text(encoding="utf-8"))["changes_made"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


_CHANGES_MADE = select(func.sum(School.last_seq + School.audit_count))


def changes_made(session: Session) -> int:
    """How many changes all schools' feeds have seen, and how many events their trails: what the life file remembers. An
    entry that went to quarantine is no change of the feed, and would be missing all the same."""
    return int(session.connection().scalar(_CHANGES_MADE) or 0)


class RolledBack(Exception):
    """Somebody knows of changes that this database does not: it was restored from a backup."""


def refuse_foresight(reached: int, top: int) -> None:
    """Raise RolledBack for a cursor of this epoch (signed with its key: no client made it up) that is ahead of the
    school's feed, whose newest change was `top` before the cursor's own request added to it."""
    if reached > top:
        raise RolledBack
