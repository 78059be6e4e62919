"""Readings: the events of the audit trail which say that somebody read a pupil's record, and who they were.

A reading is written down before anything is shown: an answer is given only once its reading is in the trail.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from record import access, audit
from record.audit import AuditEvent
from record.devices import Device
from record.people import Person

PUPIL, NOTE, NOTES = "pupil record read", "note read", "notes read"
PHOTO = "photo read"
CONFLICT, QUARANTINE, PULLED = "conflict read", "quarantine read", "sent to tablet"
LIST = "register read"
COPY = "copy for parents made"
# The lists of pupils, as the trail names them.
REGISTER, MEETINGS, NAMES_TO_GIVE = "register", "meetings", "names of pupils"
# What each says on the SENCO's page of readers.
NAMES = {
    PUPIL: "Pupil's page",
    NOTE: "A note",
    NOTES: "Notes to review",
    PHOTO: "A photo of work",
    CONFLICT: "Two versions of a note",
    QUARANTINE: "An entry in quarantine",
    PULLED: "Taken onto a tablet",
    COPY: "A copy for parents",
}


def note(
    session: Session,
    school_id: str,
    person_id: str,
    what: str,
    pupil_ids: Iterable[str | None],
    now: datetime,
    *,
    address: str = "",
    device_id: str | None = None,
    subjects: Mapping[str | None, tuple[str, str]] | None = None,
    documents: Mapping[str, int] | None = None,
) -> None:
    """Write down that a person reads these pupils' records, by which address or tablet: one event for each pupil.

    `subjects` names, by pupil, the one thing that is read where it is not the record as a whole; `documents` how
    many went to the tablet. The pupil None is one whom nobody can tell: what is read has not been filed with any.
    """
    happenings = []
    for pupil_id in pupil_ids:
        kind, subject_id = (subjects or {}).get(pupil_id, ("pupil", pupil_id))
        detail: dict[str, Any] = {"address": address} if address else {}
        if documents is not None and pupil_id is not None:
            detail["documents"] = documents[pupil_id]
        happenings.append(audit.Happening(now, what, person_id, device_id, kind, subject_id, pupil_id, detail))
    audit.record_many(session, school_id, happenings)


def note_list(session: Session, person: Person, what: str, now: datetime, address: str = "") -> None:
    """Write down that a person reads a list of pupils (`what` of them), which is one event: it holds whomever they may
    see, or may give to somebody."""
    happening = audit.Happening(now, LIST, person.id, subject_kind=what, detail={"address": address})
    audit.record(session, person.school_id, happening)


@dataclass(frozen=True)
class Reading:
    """One event of a pupil's page of readers."""

    number: int
    at: datetime
    person_id: str
    what: str
    where: str


def of_pupil(session: Session, by: Person, pupil_id: str, limit: int, before: int | None = None) -> list[Reading]:
    """Who read a pupil's record, newest first: up to `limit` events numbered before `before`.
    Raises NotAllowed, and NotFound for a pupil not this person's to see."""
    access.require(by, see_readers=True)
    access.visible_pupil(session, by, pupil_id)
    query = select(AuditEvent).where(
        AuditEvent.school_id == by.school_id,
        AuditEvent.pupil_id == pupil_id,
        audit.BUT_ENTRIES,  # by its index
        AuditEvent.action.in_(NAMES),
    )
    if before is not None:
        query = query.where(AuditEvent.number < before)
    events = list(session.scalars(query.order_by(AuditEvent.number.desc()).limit(limit)))
    tablets = _tablet_names(session, by.school_id, {event.device_id for event in events if event.device_id})
    return [_reading(event, tablets) for event in events]


@dataclass(frozen=True)
class ListReader:
    """How often a person lately read a list of pupils, and when last."""

    person_id: str
    times: int
    last_at: datetime


def of_lists(session: Session, by: Person, pupil_id: str, since: datetime) -> list[ListReader]:
    """Who has read a list of pupils since then, of those whose lists hold this pupil or held them meanwhile; the last
    first. An event for each pupil of each list would drown what is read of one. Raises NotAllowed, and NotFound for a
    pupil not this person's to see."""
    access.require(by, see_readers=True)
    access.visible_pupil(session, by, pupil_id)
    times, last_at = func.count(), func.max(AuditEvent.at)
    query = select(AuditEvent.person_id, times, last_at).where(
        AuditEvent.school_id == by.school_id,
        AuditEvent.at >= since,
        audit.LISTS,  # by its index
        AuditEvent.person_id.in_(access.whose_lists_hold(session, by.school_id, pupil_id, since)),
    )
    rows = session.execute(query.group_by(AuditEvent.person_id).order_by(last_at.desc(), AuditEvent.person_id))
    return [ListReader(person_id or "", number, at) for person_id, number, at in rows]


def _tablet_names(session: Session, school_id: str, ids: set[str]) -> dict[str, str]:
    query = select(Device.id, Device.name).where(Device.school_id == school_id, Device.id.in_(ids))
    return {row.id: row.name for row in session.execute(query)} if ids else {}


def _reading(event: AuditEvent, tablets: Mapping[str, str]) -> Reading:
    address = str(json.loads(event.detail).get("address", ""))
    places = [tablets.get(event.device_id or "", ""), address]
    where = ", ".join(place for place in places if place)
    return Reading(event.number, event.at, event.person_id or "", NAMES[event.action], where)
