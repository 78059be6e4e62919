"""What observations and parent meetings have in common: an author, a pupil, a body as filed, and a review."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, select, text
from sqlalchemy.orm import Mapped, Session, declared_attr, mapped_column

from record.base import Id, UtcDateTime
from record.times import wire_time

# Past this the desk warns that the tablet's clock was wrong (protocol, "Order, clocks, scope").
SKEW_WARNING_MS = 5 * 60 * 1000
# The pile of a SENCO is small beside the record: its index holds the pile alone.
DOCUMENT_COLUMNS = ("body", "author_id", "recorded_at", "received_at", "reviewed_at", "is_signed")
# What a note's document says beside its words: the record's own to say, whoever writes it into a body.
SET_BY_THE_RECORD = frozenset({"author_id", "recorded_at", "received_at", "reviewed", "signed"})
TO_REVIEW = text("reviewed_at IS NULL")


class Note:
    """Columns of every kind of note. `body` is the entry's body as it stands, unknown fields of newer tablets
    included; the columns beside it are what lists are made from."""

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    # When it happened, when it was first written, when it arrived: lists are in the order of what happened.
    observed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    skew_ms: Mapped[int | None] = mapped_column(BigInteger)
    device_id: Mapped[str | None] = mapped_column(Id)
    is_signed: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[int] = mapped_column(Integer)
    version: Mapped[int] = mapped_column(Integer)
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    reviewed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reviewed_by_id: Mapped[str | None] = mapped_column(Id)

    @declared_attr
    def school_id(cls) -> Mapped[str]:
        return mapped_column(ForeignKey("schools.id"))

    @declared_attr
    def pupil_id(cls) -> Mapped[str]:
        return mapped_column(ForeignKey("pupils.id"))

    @declared_attr
    def author_id(cls) -> Mapped[str]:
        return mapped_column(ForeignKey("people.id"))

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Index, ...]:
        table = cls.__tablename__  # type: ignore[attr-defined]  # a mixin has none: each table says its own
        return (
            Index(
                f"ix_{table}_to_review",
                "school_id",
                "received_at",
                "id",
                # Not to be sought by: with them counts and keys are answered from the index alone.
                "pupil_id",
                "reviewed_at",
                sqlite_where=TO_REVIEW,
                postgresql_where=TO_REVIEW,
            ),
            Index(f"ix_{table}_pupil_id_observed_at", "pupil_id", "observed_at", "id"),
        )

    def as_row(self) -> dict[str, Any]:
        """The columns that a document is made from."""
        return {name: getattr(self, name) for name in DOCUMENT_COLUMNS}

    @property
    def has_wrong_clock(self) -> bool:
        """Whether the tablet's clock was off by more than five minutes when this note was sent."""
        return self.skew_ms is not None and abs(self.skew_ms) > SKEW_WARNING_MS


def words_of(body: Mapping[str, Any]) -> dict[str, Any]:
    """The body without what only the record says."""
    return {name: value for name, value in body.items() if name not in SET_BY_THE_RECORD}


def document_body(row: Mapping[str, Any]) -> dict[str, Any]:
    """The document, as tablets get it, of a note's columns: the entry's body and what the record knows of it."""
    body = {
        **row["body"],
        "author_id": row["author_id"],
        "recorded_at": wire_time(row["recorded_at"]),
        "received_at": wire_time(row["received_at"]),
        "reviewed": row["reviewed_at"] is not None,
    }
    body.pop("signed", None)
    if row["is_signed"]:
        body["signed"] = True
    return body


AnyNote = TypeVar("AnyNote", bound=Note)


def note_of(session: Session, table: type[AnyNote], school_id: str, note_id: str) -> AnyNote | None:
    """The note of this kind in this school, or None."""
    return session.scalar(select(table).where(table.id == note_id, table.school_id == school_id))
