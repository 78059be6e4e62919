"""The audit trail as a file of JSON lines, and its check where no database is: by a governor, an auditor, a court.

A line that begins a school's trail names the school, how many events follow and the hash of the last. Every other line
is one event with the columns that its hash is over (docs/security.md says how it is made), and with nothing else: what
no hash is over is no part of the trail. Whoever keeps the last hash elsewhere can tell years later that nothing before
it was changed.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from record import audit
from record.audit import AuditEvent, chained_hash
from record.schools import FIRST_AUDIT_HASH, School
from record.times import wire_time

FORMAT = "jotter audit trail 1"
HEAD = {"format", "school_id", "school", "events", "hash"}
COLUMNS = tuple(AuditEvent.__table__.columns.keys())


def lines(session: Session, school: School) -> Iterator[str]:
    """A school's trail, a line at a time."""
    told = {"format": FORMAT, "school_id": school.id, "school": school.name}
    yield json.dumps({**told, "events": school.audit_count, "hash": school.audit_hash})
    query = select(AuditEvent.__table__).where(
        AuditEvent.school_id == school.id, AuditEvent.number <= school.audit_count
    )
    rows = session.execute(query.order_by(AuditEvent.number), execution_options={"yield_per": 1000})
    previous = FIRST_AUDIT_HASH
    for row in rows.mappings():
        told_as = audit.told_as_hashed(previous, dict(row))
        # One that does not hold is told as it is: without its words, and the check names it.
        detail = audit.told_detail(row["detail"]) if told_as is None else told_as
        yield json.dumps({**row, "at": wire_time(row["at"]), "detail": detail})
        previous = row["hash"]


class _Trail:
    """The trail of one school, as far as it was read."""

    def __init__(self, head: dict[str, Any]) -> None:
        self.head = head
        self.number, self.hash = 0, FIRST_AUDIT_HASH

    def faults_of(self, event: dict[str, Any]) -> Iterator[str]:
        self.number += 1
        if event["number"] != self.number or event["school_id"] != self.head["school_id"]:
            yield f"event {self.number} is missing"
            self.number = event["number"]
        if chained_hash(self.hash, event) != event["hash"]:
            yield f"event {self.number} does not follow from the one before"
        self.hash = event["hash"]

    def faults_at_end(self) -> Iterator[str]:
        if (self.number, self.hash) != (self.head["events"], self.head["hash"]):
            yield f"the trail ends at event {self.number}, its first line says {self.head['events']}"


def faults(written: Iterable[str]) -> Iterator[str]:
    """Name every place where an exported file does not hold."""
    trail: _Trail | None = None
    for place, line in enumerate(written, 1):
        told = _parsed(line)
        if told is None:
            yield f"line {place} is no line of an audit trail"
        elif told.get("format") == FORMAT:
            yield from trail.faults_at_end() if trail else ()
            trail = _Trail(told)
        elif trail is None:
            yield f"line {place} belongs to no school"
        else:
            yield from trail.faults_of(told)
    if trail is None:
        yield "there is no audit trail in this file"
    else:
        yield from trail.faults_at_end()


def _parsed(line: str) -> dict[str, Any] | None:
    try:
        told = json.loads(line, object_pairs_hook=_each_once)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    wanted = HEAD if told.get("format") == FORMAT else set(COLUMNS)
    sound = wanted == told.keys() and isinstance(told.get("number", 0), int)
    return told if sound else None


def _each_once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object none of whose members is told twice: of two readers each might believe another. Raises ValueError."""
    told = dict(members)
    if len(told) != len(members):
        raise ValueError("A member is told twice")
    return told
