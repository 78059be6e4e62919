"""Readers: for the SENCO, who has read a pupil's record, when, what of it and from where."""

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from doors.database import db
from doors.sign_in import the_person
from record import access, people, readings
from webapp.views.desk import answer, desk_blueprint

blueprint = desk_blueprint("readers")

READINGS_A_PAGE = 100
MAX_DIGITS = 15


@blueprint.get("/pupils/<pupil_id>/readers")
def readers(pupil_id: str) -> ResponseReturnValue:
    """The latest readings, newest first; earlier ones by the link at the end."""
    session, person = db.session(), the_person()
    access.require(person, see_readers=True)
    pupil = access.visible_pupil(session, person, pupil_id)
    found = readings.of_pupil(session, person, pupil_id, READINGS_A_PAGE + 1, _before())
    page = found[:READINGS_A_PAGE]
    more = f"/desk/pupils/{pupil.id}/readers?before={page[-1].number}" if len(found) > len(page) else ""
    names = people.names(session, person.school_id)
    told: list[dict[str, Any]] = [
        {"at": each.at, "who": names.get(each.person_id, ""), "what": each.what, "where": each.where} for each in page
    ]
    return answer("desk/readers.html", pupil={"id": pupil.id, "name": pupil.name}, readings=told, more_url=more)


def _before() -> int | None:
    text = request.args.get("before", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MAX_DIGITS else None
