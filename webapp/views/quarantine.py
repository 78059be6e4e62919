"""Quarantine: entries that could not be filed, told in plain words; discarding one, after asking."""

import json
from collections.abc import Sequence
from typing import Any

from flask import request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import the_person
from record import access, people, quarantine, readings, times
from record.database import writing
from record.devices import Device
from record.entries import Entry
from record.errors import Refused
from record.merging import UUID
from record.people import Person
from record.pupils import Pupil
from record.quarantine import QuarantineItem
from webapp.filters import day_clock, kind_name
from webapp.views.attachments import files_told
from webapp.views.cursors import cursor, place
from webapp.views.desk import answer, desk_blueprint, go, note_reading, tell
from webapp.views.labels import UNREADABLE, field_of, label, told_value
from webapp.views.measures import showable, words

blueprint = desk_blueprint("quarantine")

ENTRIES_A_PAGE = 20
# What a list of facts would only repeat: ids, and what is said in words above it.
LEFT_OUT = ("pupil_id", "attachment_ids", "attachments", "outcome_ids", "group_id")


@blueprint.get("/quarantine")
def entries() -> ResponseReturnValue:
    """What waits to be mended or discarded, newest first."""
    session, person = db.session(), the_person()
    access.require(person, see_queues=True)
    found = quarantine.waiting(session, person.school_id, ENTRIES_A_PAGE + 1, place(request.args.get("after", "")))
    waiting = found[:ENTRIES_A_PAGE]
    told = [entry_told(session, item, entry) for item, entry in waiting]
    more = ""
    if len(found) > len(waiting):
        last, _ = waiting[-1]
        more = f"/desk/quarantine?after={cursor(last.arrived_at, last.id)}"
    note_entries_read(person, [entry for _, entry in waiting])
    files = [] if request.args.get("after") else files_told(session, person)
    return answer("desk/quarantine.html", "desk/_quarantine.html", entries=told, files=files, next_url=more)


def note_entries_read(person: Person, found: Sequence[Entry]) -> None:
    """A quarantined entry is a reading of whichever pupil of the school it names; of somebody, where it names none."""
    session = db.session()
    named = [_pupil_named(session, entry.school_id, quarantine.content(entry)) for entry in found]
    note_reading(person, readings.QUARANTINE, {pupil.id if pupil else None for pupil in named}, times.now())


def _pupil_named(session: Session, school_id: str, content: Any) -> Pupil | None:
    """The pupil whom an entry names, as far as that can be read of what arrived: also where the entry as a whole could
    not be. Whoever wrote it may have named anybody: a pupil of another school is none."""
    body = content.get("body") if isinstance(content, dict) else None
    pupil_id = body.get("pupil_id") if isinstance(body, dict) else None
    if not isinstance(pupil_id, str) or not UUID.fullmatch(pupil_id):
        return None
    pupil = session.get(Pupil, pupil_id.lower())
    return pupil if pupil and pupil.school_id == school_id else None


def entry_told(session: Session, item: QuarantineItem, entry: Entry) -> dict[str, Any]:
    """What templates are told about a quarantined entry: whatever it holds, as far as it can be read."""
    content = quarantine.content(entry)
    device = session.get(Device, (entry.school_id, entry.device_id))
    return {
        "id": item.id,
        "title": kind_name(entry.kind) if entry.kind else "Unreadable entry",
        "author_name": people.person_by_id(session, entry.author_id).name,
        "tablet_name": device.name if device else "",
        "claimed_name": _name_claimed(session, entry, content),
        "received_at": entry.received_at,
        "problems": [_problem_told(problem) for problem in entry.problems or []],
        "facts": _facts(session, entry.school_id, content) + _written(entry),
        "raw": _readable(content, entry.raw),
    }


def _name_claimed(session: Session, entry: Entry, content: Any) -> str:
    """Whom a seal that was not believed names as its author, where that is another of the school."""
    claimed = content.get("author") if entry.signature and isinstance(content, dict) else None
    if not isinstance(claimed, str) or claimed.lower() == entry.author_id:
        return ""
    return people.names(session, entry.school_id).get(claimed.lower(), "")


def _problem_told(problem: dict[str, str]) -> dict[str, str]:
    field = field_of(problem.get("field", ""))
    if not field:
        return {"name": "", "message": UNREADABLE}
    parts = problem.get("field", "").split(".")
    member = f", {words(parts[2]).lower()}" if parts[:2] == ["body", "measures"] and len(parts) > 2 else ""
    return {"name": f"{label(field)}{member}", "message": showable(problem.get("message", ""))}


def _facts(session: Session, school_id: str, content: Any) -> list[dict[str, str]]:
    body = content.get("body") if isinstance(content, dict) else None
    if not isinstance(body, dict):
        return []
    pupil = _pupil_named(session, school_id, content)
    told = [{"name": "Pupil", "value": pupil.name}] if pupil else []
    for name, value in body.items():
        if name not in LEFT_OUT and (words := told_value(name, value, {})):
            told.append({"name": label(name), "value": words})
    return told


def _written(entry: Entry) -> list[dict[str, str]]:
    return [{"name": label("recorded_at"), "value": day_clock(entry.recorded_at)}] if entry.recorded_at else []


def _readable(content: Any, raw: str) -> str:
    try:
        return showable(json.dumps(content, indent=2, ensure_ascii=False))
    except RecursionError:  # nested deeper than anybody could read
        return raw


@blueprint.get("/quarantine/<item_id>/discard")
def ask_discard(item_id: str) -> ResponseReturnValue:
    """Asks first, with the entry in sight."""
    session, person = db.session(), the_person()
    access.require(person, review=True)
    item, entry = quarantine.item_of(session, person.school_id, item_id)
    told = entry_told(session, item, entry)
    note_entries_read(person, [entry])
    return answer("desk/discard.html", entry=told)


@blueprint.post("/quarantine/<item_id>/discard")
def discard(item_id: str) -> ResponseReturnValue:
    """It is shown no more; a copy stays in the audit trail."""
    access.require(the_person(), review=True)
    try:
        with writing(db.session()) as session:
            quarantine.discard(session, the_person(), item_id, times.now())
        tell("Discarded. A copy stays in the audit trail.")
    except Refused as refusal:
        tell(f"{refusal}.", tone="care")
    return go("/desk/quarantine")
