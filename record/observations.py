"""Observations: what staff see of a pupil, each written with one of the instruments."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from record.base import Base
from record.batches import insert_rows
from record.notes import Note
from record.times import parse_wire_time

MAX_INSTRUMENT_CHARACTERS = 40
MAX_SETTING_CHARACTERS = 200


class Observation(Note, Base):
    """One observation of one pupil."""

    __tablename__ = "observations"

    instrument: Mapped[str] = mapped_column(String(MAX_INSTRUMENT_CHARACTERS))
    setting: Mapped[str] = mapped_column(String(MAX_SETTING_CHARACTERS))

    @property
    def text(self) -> str:
        return str(self.body.get("text") or "")

    @property
    def outcome_ids(self) -> list[str]:
        return list(self.body.get("outcome_ids") or [])


TABLE = Observation


def columns(body: dict[str, Any], recorded_at: datetime) -> dict[str, Any]:
    """The columns that are read off a body; one that does not say when it happened happened when it was written."""
    return {
        # The columns are for lists; the body has both whole.
        "instrument": body["instrument"][:MAX_INSTRUMENT_CHARACTERS],
        "setting": (body.get("setting") or "")[:MAX_SETTING_CHARACTERS],
        "observed_at": parse_wire_time(body.get("observed_at")) or recorded_at,
    }


def store_new(session: Session, rows: list[dict[str, Any]]) -> None:
    """Store new observations: one row of columns each."""
    insert_rows(session, Observation, rows)


def after_stored(
    session: Session,
    school_id: str,
    pupil_id: str,
    entry_id: str,
    body: dict[str, Any],
    before: dict[str, Any],
    by_id: str,
    now: datetime,
) -> None:
    """Nothing follows from an observation alone."""


def before_moved(
    session: Session, school_id: str, pupil_id: str, body: dict[str, Any], by_id: str, now: datetime
) -> None:
    """Nothing followed from an observation that would have to be taken back."""
