"""Entries as received: the permanent receipt of everything a tablet ever pushed, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, String, Text, bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record.base import Base, Id, UtcDateTime
from record.batches import DIALECTS, of_ids

ACCEPTED, DUPLICATE, MERGED, CONFLICT, QUARANTINED = (
    "accepted",
    "duplicate",
    "merged",
    "conflict",
    "quarantined",
)
# Mended in quarantine and filed under a new id, because its own belongs to another note.
FILED_BESIDE = "filed beside"


class Entry(Base):
    """One pushed revision, with its raw text as received. Rows are never changed but for a mended quarantine's
    status and never deleted, so that pushing twice is storing once however much later it happens."""

    __tablename__ = "entries"

    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"), primary_key=True)
    entry_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    # Each device counts its revisions of an entry for itself.
    device_id: Mapped[str] = mapped_column(Id, primary_key=True)
    revision: Mapped[int] = mapped_column(Integer, primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    kind: Mapped[str | None] = mapped_column(String(64))
    author_id: Mapped[str] = mapped_column(ForeignKey("people.id"))
    device_seq: Mapped[int | None] = mapped_column(BigInteger)
    base_version: Mapped[int | None] = mapped_column(Integer)
    recorded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    skew_ms: Mapped[int | None] = mapped_column(BigInteger)
    pupil_id: Mapped[str | None] = mapped_column(Id)
    # What was sent: for an entry that came sealed and opened, the payload exactly as it was signed.
    raw: Mapped[str] = mapped_column(Text)
    signature: Mapped[str | None] = mapped_column(String(100))
    carried_by_id: Mapped[str | None] = mapped_column(Id)
    status: Mapped[str] = mapped_column(String(20))
    version: Mapped[int | None] = mapped_column(Integer)
    problems: Mapped[list[dict[str, str]] | None] = mapped_column(JSON)

    __table_args__ = (Index("ix_entries_device_id_device_seq", "school_id", "device_id", "device_seq"),)


@dataclass(frozen=True)
class Problem:
    """What is wrong with an entry, in plain words; `field` is a path such as `body.text`."""

    field: str
    message: str

    def told(self) -> dict[str, str]:
        return {"field": self.field, "message": self.message}


@dataclass
class Incoming:
    """One entry as a door read it. Where `problems` is not empty the other members are what could be read.

    `id` is the lower-case UUID, or a made-up one where none could be read; `digest` tells its content from another's;
    `raw` is JSON that any database can keep as text.
    """

    id: str
    revision: int
    digest: str
    raw: str
    kind: str | None = None
    base_version: int | None = None
    recorded_at: datetime | None = None
    device_seq: int | None = None
    body: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    # Whether it has an id and a revision of its own, under which it can be known again.
    is_named: bool = True
    # What the tablet is answered with: the digest of what it sent, None of what no digest can be made of.
    told_digest: str | None = None
    # Of an entry that came sealed: whom and which device it names, and its signature.
    author_id: str | None = None
    device_id: str | None = None
    signature: str | None = None

    @property
    def pupil_id(self) -> str | None:
        pupil_id = self.body.get("pupil_id")
        return pupil_id if isinstance(pupil_id, str) and len(pupil_id) == 36 else None


@dataclass(frozen=True)
class Result:
    """What became of an entry."""

    status: str
    version: int | None
    problems: tuple[Problem, ...] = ()


class Receipt(NamedTuple):
    """The columns of a stored entry that decide about later ones of its id."""

    revision: int
    digest: str
    kind: str | None
    author_id: str
    device_id: str
    pupil_id: str | None
    status: str
    version: int | None
    problems: list[dict[str, str]] | None

    @property
    def is_filed(self) -> bool:
        """Whether the note that has this id came of it."""
        return self.status not in (QUARANTINED, FILED_BESIDE)

    def as_result(self, is_named: bool) -> Result:
        """The answer to the same entry pushed again; what is still wrong with it is said again. One without a name
        is no revision of anything: it is only kept once."""
        if self.status != QUARANTINED:
            return Result(DUPLICATE, self.version)
        problems = tuple(Problem(**problem) for problem in self.problems or [])
        return Result(DUPLICATE if is_named else QUARANTINED, None, problems)


# Put together once.
_OF_SCHOOL = select(Entry.entry_id, *(getattr(Entry, name) for name in Receipt._fields)).where(
    Entry.school_id == bindparam("school")
)
_RECEIPTS = {name: of_ids(_OF_SCHOOL, Entry.entry_id, name) for name in DIALECTS}


def receipts(session: Session, school_id: str, entry_ids: Iterable[str]) -> dict[str, list[Receipt]]:
    """All that was ever received under these ids, by id, in no order."""
    connection = session.connection()
    query = _RECEIPTS[connection.dialect.name]
    found: dict[str, list[Receipt]] = {}
    for entry_id, *columns in connection.execute(query, {"school": school_id, "ids": sorted(set(entry_ids))}):
        found.setdefault(entry_id, []).append(Receipt(*columns))
    return found
