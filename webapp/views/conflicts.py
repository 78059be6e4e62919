"""Conflicts: two versions of one note side by side, and the SENCO's choice between them."""

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import the_person
from record import access, conflicts, people, readings, settling, times
from record.conflicts import Conflict
from record.database import writing
from record.people import Person
from webapp.views.cursors import cursor, place
from webapp.views.desk import answer, desk_blueprint, go, note_reading, tell
from webapp.views.labels import LABELS, label, told_value
from webapp.views.notes import outcome_texts_by_id, pupils_by_id, title

blueprint = desk_blueprint("conflicts")

PAIRS_A_PAGE = 20
# Numbers of the machine's, which tell a reader nothing.
LEFT_OUT = frozenset({"pupil_id", "group_id", "attachment_ids", "attachments"})


@blueprint.get("/conflicts")
def pairs() -> ResponseReturnValue:
    """The pairs that wait for a choice."""
    session, person = db.session(), the_person()
    access.require(person, see_queues=True)
    found = conflicts.unsettled(session, person.school_id, PAIRS_A_PAGE + 1, place(request.args.get("after", "")))
    waiting = found[:PAIRS_A_PAGE]
    told = _told(session, person, waiting)
    more = ""
    if len(found) > len(waiting):
        more = f"/desk/conflicts?after={cursor(waiting[-1].arrived_at, waiting[-1].id)}"
    note_reading(person, readings.CONFLICT, [pair.pupil_id for pair in waiting], times.now())
    return answer("desk/conflicts.html", "desk/_conflicts.html", conflicts=told, next_url=more)


def _told(session: Session, person: Person, waiting: list[Conflict]) -> list[dict[str, Any]]:
    known = pupils_by_id(session, {pair.pupil_id for pair in waiting})
    names = people.names(session, person.school_id)
    ids = {each for pair in waiting for side in (pair.recorded, pair.offered) for each in side.get("outcome_ids") or []}
    texts = outcome_texts_by_id(session, ids)
    return [
        {
            "id": pair.id,
            "title": title(pair.entry_kind, pair.recorded),
            "pupil_name": known[pair.pupil_id].name,
            "found_at": pair.arrived_at,
            "offered_by": names.get(pair.author_id, ""),
            "lines": compared(pair, texts),
        }
        for pair in waiting
    ]


def compared(pair: Conflict, texts: dict[str, str]) -> list[dict[str, Any]]:
    """Field against field, those that differ marked and first."""
    fields = [name for name in {**LABELS, **pair.recorded, **pair.offered} if name not in LEFT_OUT]
    lines = []
    for name in fields:
        recorded, offered = pair.recorded.get(name), pair.offered.get(name)
        line = {"name": label(name), "differs": recorded != offered}
        line |= {"recorded": told_value(name, recorded, texts), "offered": told_value(name, offered, texts)}
        if line["recorded"] or line["offered"]:
            lines.append(line)
    return sorted(lines, key=lambda line: not line["differs"])


@blueprint.post("/conflicts/<conflict_id>/settle")
def settle(conflict_id: str) -> ResponseReturnValue:
    """One of them stands, or both do."""
    with writing(db.session()) as session:
        pair = settling.settle_conflict(session, the_person(), conflict_id, request.form.get("keep", ""), times.now())
        settled = pair.settled
    kept = {conflicts.RECORDED: "The record's version stands.", conflicts.OFFERED: "The offered version stands now."}
    tell(kept.get(settled or "", "Both are kept, each as a note of its own."))
    return go("/desk/conflicts")
