"""Who is due a parent meeting: the list at the desk."""

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from doors.database import db
from doors.sign_in import the_person
from record import access, meetings_due, readings, register, times
from record.meetings_due import Standing
from record.parent_meetings import MEETINGS_A_YEAR
from record.pupils import SchoolClass
from webapp.views.desk import answer, desk_blueprint, note_list_read
from webapp.views.notes import where, year_name

blueprint = desk_blueprint("meetings_due")

STATES = {
    meetings_due.OVERDUE: "Overdue",
    meetings_due.DUE: "Due this term",
    meetings_due.PREPARED: "Prepared",
    meetings_due.UP_TO_DATE: "Up to date",
    meetings_due.ENOUGH: "All held",
}
WANTED = {"due": (meetings_due.OVERDUE, meetings_due.DUE), "prepared": (meetings_due.PREPARED,)}


@blueprint.get("/meetings")
def meetings() -> ResponseReturnValue:
    """Each pupil with SEN: how many of the year's meetings have been held, and who is due; narrowed as asked."""
    session, person, now = db.session(), the_person(), times.now()
    asked = {name: request.args.get(name, "")[:40] for name in ("year", "class", "show")}
    found = meetings_due.standings(
        session, person, times.school_day(now), year_group=asked["year"], class_id=asked["class"]
    )
    shown = [one for one in found if one.state in WANTED.get(asked["show"], STATES)]
    classes = select(SchoolClass).where(SchoolClass.school_id == person.school_id).order_by(SchoolClass.name)
    told: dict[str, Any] = {
        "asked": asked,
        "wanted": MEETINGS_A_YEAR,
        "rows": [_told(one) for one in shown],
        "due": sum(one.state in WANTED["due"] for one in found),
        "years": [{"value": each, "name": year_name(each)} for each in register.year_groups(session, person.school_id)],
        "classes": [{"value": each.id, "name": each.name} for each in session.scalars(classes)],
        "shows": [{"value": "due", "name": "Due or overdue"}, {"value": "prepared", "name": "Prepared"}],
        "may_prepare": access.may(person).write_notes,
    }
    note_list_read(readings.MEETINGS)
    return answer("desk/meetings.html", "desk/_meetings_due.html", **told)


def _told(one: Standing) -> dict[str, Any]:
    return {
        "id": one.pupil.id,
        "name": one.pupil.name,
        "where": where(one.pupil, one.class_name),
        "held": one.held,
        "last": one.last,
        "next": one.next,
        "state": one.state,
        "state_name": STATES[one.state],
        "prepared_id": one.prepared_id,
    }
