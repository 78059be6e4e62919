"""The audit trail: who did what, when and to whom; append-only, each event chained to the one before by hash."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import DDL, BigInteger, ForeignKey, Index, String, Text, bindparam, event, select, text, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from record.base import Base, Id, UtcDateTime, table_of
from record.batches import insert_rows
from record.json_text import sorted_json_text
from record.schools import FIRST_AUDIT_HASH, School
from record.times import wire_time

# The trail is asked who read of a pupil, and who read a list (record/readings.py). What tablets deliver is most of it,
# and never asked for so: left out of the index a push writes a fifth less. Index and question say it in the same words.
BUT_ENTRIES = text("substr(action, 1, 6) <> 'entry '")
LISTS = text("action = 'register read'")


class AuditEvent(Base):
    """One event; `number` counts up in a school without gaps from 1."""

    __tablename__ = "audit_events"

    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"), primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    person_id: Mapped[str | None] = mapped_column(Id)
    device_id: Mapped[str | None] = mapped_column(Id)
    action: Mapped[str] = mapped_column(String(60))
    subject_kind: Mapped[str | None] = mapped_column(String(40))
    subject_id: Mapped[str | None] = mapped_column(String(64))
    pupil_id: Mapped[str | None] = mapped_column(Id)
    detail: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(String(64))

    __table_args__ = (
        Index(
            "ix_audit_events_of_pupil",
            "school_id",
            "pupil_id",
            "number",
            sqlite_where=BUT_ENTRIES,
            postgresql_where=BUT_ENTRIES,
        ),
        Index("ix_audit_events_of_lists", "school_id", "at", sqlite_where=LISTS, postgresql_where=LISTS),
    )


# Append-only is kept by the database itself, so that no code of ours can quietly change what was recorded.
REFUSE_CHANGE_SQLITE = tuple(
    f"CREATE TRIGGER audit_events_no_{verb.lower()} BEFORE {verb} ON audit_events "
    f"BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END"
    for verb in ("UPDATE", "DELETE")
)
REFUSE_CHANGE_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$",
    "CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON audit_events "
    "FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()",
)
for _dialect, _statements in (("sqlite", REFUSE_CHANGE_SQLITE), ("postgresql", REFUSE_CHANGE_POSTGRESQL)):
    for _statement in _statements:
        _ddl = DDL(_statement.replace("%", "%%")).execute_if(dialect=_dialect)
        event.listen(AuditEvent.__table__, "after_create", _ddl)


# Statements of every push and pull are put together once: doing so takes longer than running them.
_HEAD = select(School.audit_count, School.audit_hash).where(School.id == bindparam("id")).with_for_update()
_MOVE_HEAD = (
    update(table_of(School))
    .where(table_of(School).c.id == bindparam("school"))
    .values(audit_count=bindparam("number"), audit_hash=bindparam("hash"))
)


class Happening(NamedTuple):
    """What is to be written into the trail; the trail itself adds number and hash."""

    at: datetime
    action: str
    person_id: str | None = None
    device_id: str | None = None
    subject_kind: str | None = None
    subject_id: str | None = None
    pupil_id: str | None = None
    detail: Mapping[str, Any] = MappingProxyType({})


def record(session: Session, school_id: str, *happenings: Happening) -> None:
    """Append the happenings to a school's trail, in this order."""
    record_many(session, school_id, happenings)


def record_many(session: Session, school_id: str, happenings: Sequence[Happening]) -> None:
    """Append many happenings at once."""
    if not happenings:
        return
    session.flush()  # what is told of comes first; the connection below does not see to that, as the session would
    connection = session.connection()
    number, previous = connection.execute(_HEAD, {"id": school_id}).one()
    rows = []
    for happening in happenings:
        number += 1
        row = _row(school_id, number, happening)
        previous = row["hash"] = chained_hash(previous, {**row, "detail": told_detail(row["detail"])})
        rows.append(row)
    insert_rows(session, AuditEvent, rows)
    connection.execute(_MOVE_HEAD, {"school": school_id, "number": number, "hash": previous})


@lru_cache(maxsize=64)
def _to_milliseconds(moment: datetime) -> datetime:
    # Milliseconds are what is hashed, so milliseconds are what is stored.
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def _row(school_id: str, number: int, happening: Happening) -> dict[str, Any]:
    return {
        "school_id": school_id,
        "number": number,
        "at": _to_milliseconds(happening.at),
        "person_id": happening.person_id,
        "device_id": happening.device_id,
        "action": happening.action,
        "subject_kind": happening.subject_kind,
        "subject_id": happening.subject_id,
        "pupil_id": happening.pupil_id,
        "detail": sorted_json_text(dict(happening.detail)),
    }


# What was discarded in quarantine: its words stay in the trail, and leave it as their digest.
WORDS, DIGEST = "raw", "raw_sha256"


def told_detail(detail: str) -> str:
    """An event's detail as its hash is over it, and as a file for elsewhere tells it: words that were discarded are
    told by their digest, so that the file holds none of them and can be checked all the same."""
    if f'"{WORDS}"' not in detail:
        return detail
    told = _members(detail)
    if not isinstance(told.get(WORDS), str):
        return detail
    digest = hashlib.sha256(told.pop(WORDS).encode()).hexdigest()
    return sorted_json_text({**told, DIGEST: digest})


def _members(detail: str) -> dict[str, Any]:
    """What a detail says; nothing, where somebody made it into what no detail is."""
    try:
        told = json.loads(detail)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def told_as_hashed(previous: str, row: dict[str, Any]) -> str | None:
    """The detail of an event over which its hash is, after the hash before; None where it follows from neither form. A
    hash from before there were digests is over the words themselves."""
    forms = dict.fromkeys((told_detail(row["detail"]), row["detail"]))
    return next((form for form in forms if chained_hash(previous, {**row, "detail": form}) == row["hash"]), None)


def chained_hash(previous: str, row: dict[str, Any]) -> str:
    """SHA-256 over the hash before and the event's columns, as one JSON list (ASCII). `at` may be wire text."""
    told = [
        previous,
        row["school_id"],
        row["number"],
        row["at"] if isinstance(row["at"], str) else wire_time(row["at"]),
        row["person_id"],
        row["device_id"],
        row["action"],
        row["subject_kind"],
        row["subject_id"],
        row["pupil_id"],
        row["detail"],
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def faults(session: Session, school_id: str) -> Iterator[str]:
    """Walk a school's chain and name, in words, every place where it does not hold."""
    number, previous = 0, FIRST_AUDIT_HASH
    query = select(AuditEvent.__table__).where(AuditEvent.school_id == school_id).order_by(AuditEvent.number)
    for row in session.execute(query, execution_options={"yield_per": 1000}).mappings():
        number += 1
        if row["number"] != number:
            yield f"event {number} is missing"
            number = row["number"]
        if told_as_hashed(previous, dict(row)) is None:
            yield f"event {number} does not follow from the one before"
        elif f'"{DIGEST}"' in row["detail"] and DIGEST in _members(row["detail"]):
            yield f"event {number} has lost the words that were discarded"
        previous = row["hash"]
    head = session.execute(select(School.audit_count, School.audit_hash).where(School.id == school_id)).one()
    if (number, previous) != tuple(head):
        yield f"the chain ends at event {number}, the school's book says {head.audit_count}"
