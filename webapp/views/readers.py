"""Readers: for the SENCO, who has read a pupil's record, when, what of it and from where."""

from datetime import timedelta
from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from doors.database import db
from doors.sign_in import the_person
from record import access, people, readings, times
from webapp.views.desk import answer, desk_blueprint

blueprint = desk_blueprint("readers")

READINGS_A_PAGE = 100
LISTS_SINCE = timedelta(days=30)
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
    lists = readings.of_lists(session, person, pupil_id, times.now() - LISTS_SINCE)
    list_readers = [{"who": names.get(each.person_id, ""), "times": each.times, "at": each.last_at} for each in lists]
    context: dict[str, Any] = {"readings": told, "more_url": more, "lists": list_readers, "days": LISTS_SINCE.days}
    return answer("desk/readers.html", pupil={"id": pupil.id, "name": pupil.name}, **context)


def _before() -> int | None:
    text = request.args.get("before", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MAX_DIGITS else None
