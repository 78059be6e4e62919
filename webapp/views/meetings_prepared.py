"""Preparing a parent meeting at the desk: day, purpose, agenda, what to bring and who is invited."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from flask import current_app, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import the_person
from record import access, actions, outcomes, preparing, readings, times
from record.base import new_id
from record.database import writing
from record.entries import Incoming, Problem
from record.errors import Refused
from record.pupils import Pupil
from webapp.filters import purpose_name
from webapp.meeting_filters import lines
from webapp.views.desk import answer, desk_blueprint, go, note_reading, tell
from webapp.views.labels import field_of, plain, told_value
from webapp.views.notes import note_url
from webapp.views.present_lines import lines_of, people_of
from webapp.views.purposes import SUGGESTED, purpose_of

blueprint = desk_blueprint("meetings_prepared")

FINISHED = "This meeting is finished: it is not prepared any more."
CLASH = "Somebody changed this meanwhile, to: {}. Save again to keep what you wrote instead."
NOTHING = "nothing"
MOST_VERSIONS = 2**31 - 1  # what a column of versions holds
FIELDS = ("held_on", "purpose", "present", "agenda", "bring", "needs")


@blueprint.get("/pupils/<pupil_id>/meetings/new")
def new_form(pupil_id: str) -> ResponseReturnValue:
    """The form for a new meeting."""
    access.require(the_person(), write_notes=True)
    pupil = access.visible_pupil(db.session(), the_person(), pupil_id)
    # The meeting has its id before it is sent, so that sending it twice makes one meeting.
    return _page(pupil, {"id": new_id()}, {})


@blueprint.post("/pupils/<pupil_id>/meetings/new")
def prepare(pupil_id: str) -> ResponseReturnValue:
    """Put it into the record, and onto tablets."""
    now, pupil = times.now(), access.visible_pupil(db.session(), the_person(), pupil_id)
    told = _read(request.form.get("id", "").lower() or new_id(), pupil_id, now)
    if any(problem.field == "id" for problem in told.problems):  # not one of this form's making
        told = _read(new_id(), pupil_id, now)
    return _keep(pupil, told, 1, lambda session: preparing.prepare(session, the_person(), pupil_id, told, now))


@blueprint.get("/meetings/<meeting_id>/prepare")
def form(meeting_id: str) -> ResponseReturnValue:
    """The form for a meeting that is prepared or begun."""
    session, person = db.session(), the_person()
    access.require(person, write_notes=True)
    meeting = preparing.visible_meeting(session, person, meeting_id)
    if meeting.is_finished:
        tell(FINISHED, tone="care")
        return go(note_url(preparing.KIND, meeting_id))
    pupil = access.visible_pupil(session, person, meeting.pupil_id)
    values = _values(meeting.body) | {"version": str(preparing.version_of(session, meeting))}
    return _page(pupil, values, {}, meeting_id)


@blueprint.post("/meetings/<meeting_id>/prepare")
def prepare_anew(meeting_id: str) -> ResponseReturnValue:
    """Change what was prepared."""
    session, now = db.session(), times.now()
    access.require(the_person(), write_notes=True)
    meeting = preparing.visible_meeting(session, the_person(), meeting_id)
    pupil = access.visible_pupil(session, the_person(), meeting.pupil_id)
    if meeting.is_finished:  # what was typed stays on the screen
        return _page(pupil, dict(request.form), {"held_on": FINISHED}, meeting_id, 409)
    version = request.form.get("version", 0, type=int)
    version = version if 0 < version <= MOST_VERSIONS else 0  # there is no version 0: everything that differs clashes
    before = preparing.body_before(session, meeting, version) or {}
    told = _read(meeting_id, pupil.id, now, before)
    return _keep(
        pupil,
        told,
        version,
        lambda book: preparing.prepare_anew(book, the_person(), meeting_id, told, version, now),
        meeting_id,
    )


def _values(body: dict[str, Any]) -> dict[str, str]:
    """The form's texts for a meeting as it stands."""
    values = {name: str(body.get(name) or "") for name in ("held_on", "needs")}
    values["purpose"] = purpose_name(body.get("purpose"))
    values |= {name: "\n".join(lines(body.get(name))) for name in ("agenda", "bring")}
    return values | {"present": lines_of(body.get("present"))}


def _read(meeting_id: str, pupil_id: str, now: datetime, before: Mapping[str, Any] | None = None) -> Incoming:
    """The form as an entry, read by the same reader as a tablet's; `before` is the body that the form showed."""
    shown = before or {}
    typed = {name: request.form.get(name, "").replace("\r\n", "\n").strip() for name in FIELDS}
    body = {"pupil_id": pupil_id, **typed, "present": people_of(typed["present"], shown.get("present"))}
    body["purpose"] = purpose_of(typed["purpose"], shown.get("purpose"))
    raw = {"id": meeting_id, "kind": preparing.KIND, "revision": 1, "recorded_at": times.wire_time(now), "body": body}
    told: Incoming = current_app.extensions["jotter"].read_entry(raw)
    return told


def _keep(
    pupil: Pupil, told: Incoming, version: int, verb: Callable[[Session], list[Problem]], meeting_id: str = ""
) -> ResponseReturnValue:
    pupil_id = pupil.id
    try:
        with writing(db.session()) as session:
            problems = verb(session)
    except Refused:  # finished while it was typed
        found = access.visible_pupil(db.session(), the_person(), pupil_id)
        return _page(found, dict(request.form), {"held_on": FINISHED}, meeting_id, 409)
    if any(each.message == preparing.CHANGED_MEANWHILE for each in problems):
        return _clash(pupil_id, told, version)
    if problems:
        # What the form does not show is told beside the day: it is the day that does not fit it.
        places = [(field_of(each.field), each.message) for each in reversed(problems)]
        errors = {name if name in FIELDS else "held_on": plain(name, message) for name, message in places}
        if "held_on" in errors and request.form.get("held_on"):
            errors["held_on"] = next(text for name, text in reversed(places) if name not in FIELDS[1:])
        found = access.visible_pupil(db.session(), the_person(), pupil_id)
        return _page(found, dict(request.form), errors, meeting_id, 422)
    tell("Prepared. Tablets have it at their next sync, and can take it along offline.")
    return go(f"/desk/pupils/{pupil_id}#meetings")


def _clash(pupil_id: str, told: Incoming, version: int) -> ResponseReturnValue:
    """The form with what was typed and, beside it, what somebody else wrote meanwhile. Sent once more, it is meant."""
    session = db.session()
    meeting = preparing.visible_meeting(session, the_person(), told.id)
    merged = preparing.merged_with(session, meeting, told, version)
    values = _values(merged.body) | {name: request.form.get(name, "") for name in merged.clashes}
    values["version"] = str(preparing.version_of(session, meeting))
    errors = {name: CLASH.format(told_value(name, meeting.body.get(name), {}) or NOTHING) for name in merged.clashes}
    found = access.visible_pupil(session, the_person(), pupil_id)
    return _page(found, values, errors, told.id, 422)


def _page(
    pupil: Pupil, values: dict[str, str], errors: dict[str, str], meeting_id: str = "", status: int = 200
) -> ResponseReturnValue:
    """The form, whatever it answers to; that the meeting, or for a new one what is known of the pupil, is read is in
    the trail first."""
    what, subject = (readings.NOTE, (preparing.KIND, meeting_id)) if meeting_id else (readings.PUPIL, None)
    pupil_id = pupil.id
    note_reading(the_person(), what, [pupil_id], times.now(), subject)
    session = db.session()
    pupil = access.visible_pupil(session, the_person(), pupil_id)
    open_actions = [each for each in actions.actions_of(session, pupil.id) if not each.done]
    aims = [{"body": outcomes.outcome_body(each)} for each in outcomes.outcomes_of(session, pupil.id) if not each.met]
    told: dict[str, Any] = {
        "pupil": pupil,
        "values": values,
        "errors": errors,
        "purposes": SUGGESTED,
        "actions": [actions.action_body(each) for each in open_actions],
        "outcomes": aims,
        "address": f"/desk/meetings/{meeting_id}/prepare" if meeting_id else f"/desk/pupils/{pupil.id}/meetings/new",
    }
    return answer("desk/prepare_meeting.html", status=status, **told)
