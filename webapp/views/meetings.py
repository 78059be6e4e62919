"""Parent meetings at the desk: what was held and agreed, and an action that is ticked off."""

from datetime import datetime
from typing import Any

from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import the_person
from record import access, actions, people, readings, timelines, times
from record.database import writing
from record.notes import document_body
from record.parent_meetings import MEETINGS_A_YEAR
from record.people import Person
from record.pupils import Pupil
from webapp.filters import SCHOOL_ZONE
from webapp.views.desk import answer, desk_blueprint, go, htmx, note_reading, tell
from webapp.views.notes import note_url

blueprint = desk_blueprint("meetings")


def meetings_told(session: Session, person: Person, pupil: Pupil, now: datetime) -> dict[str, Any]:
    """What templates are told about a pupil's meetings and agreed actions."""
    today = now.astimezone(SCHOOL_ZONE).date()
    held = timelines.meetings_of(session, person, pupil.id)
    names = people.names(session, person.school_id)
    begins = timelines.school_year_start(today)
    return {
        "wanted": MEETINGS_A_YEAR,
        "may_prepare": access.may(person).write_notes,
        "this_year": sum(begins <= meeting.held_on <= today and meeting.is_finished for meeting in held),
        "held": [_meeting_told(meeting, names) for meeting in held],
        "actions": [
            {**actions.action_body(each), "id": each.id, "is_late": bool(each.due and each.due < today)}
            for each in actions.actions_of(session, pupil.id)
        ],
    }


def _meeting_told(meeting: Any, names: dict[str, str]) -> dict[str, Any]:
    body = document_body(meeting.as_row())
    return {
        "id": meeting.id,
        "kind": "parent_meeting",
        "url": note_url("parent_meeting", meeting.id),
        "body": body,
        "author_name": names.get(meeting.author_id, ""),
        "mark": "Reviewed" if body["reviewed"] else "",
    }


@blueprint.post("/pupils/<pupil_id>/actions/<action_id>/done")
def action_done(pupil_id: str, action_id: str) -> ResponseReturnValue:
    """The agreed action has been done."""
    return _turn(pupil_id, action_id, True)


@blueprint.post("/pupils/<pupil_id>/actions/<action_id>/reopen")
def action_open(pupil_id: str, action_id: str) -> ResponseReturnValue:
    """The agreed action has not been done after all."""
    return _turn(pupil_id, action_id, False)


def _turn(pupil_id: str, action_id: str, is_done: bool) -> ResponseReturnValue:
    now = times.now()
    with writing(db.session()) as session:
        actions.turn(session, the_person(), pupil_id, action_id, is_done, now)
    if htmx:
        note_reading(the_person(), readings.PUPIL, [pupil_id], now)
        session, person = db.session(), the_person()
        pupil = access.visible_pupil(session, person, pupil_id)
        told: dict[str, Any] = {"pupil": pupil, "meetings": meetings_told(session, person, pupil, now)}
        return answer("desk/pupil.html", "desk/_meetings.html", **told)
    tell("Marked as done." if is_done else "Open again.")
    return go(f"/desk/pupils/{pupil_id}#meetings")
