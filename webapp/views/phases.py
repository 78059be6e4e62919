"""Phases at the desk: marking on a pupil's charts that something is done otherwise from a day on, and removing it."""

from flask import request
from flask.typing import ResponseReturnValue

from doors.database import db
from doors.sign_in import the_person
from record import phases, times
from record.database import writing
from record.errors import Refused
from record.times import parse_wire_date
from webapp.views.charts import charts_answer
from webapp.views.desk import desk_blueprint, go, htmx, tell

blueprint = desk_blueprint("phases")


@blueprint.post("/pupils/<pupil_id>/phases")
def add(pupil_id: str) -> ResponseReturnValue:
    """Mark a change; the form comes back with what is wrong."""
    label, on = request.form.get("label", ""), request.form.get("on", "")
    try:
        with writing(db.session()) as session:
            phases.set_phase(session, the_person(), pupil_id, parse_wire_date(on), label, times.now())
    except Refused as refusal:
        typed = {"on": on, "label": label}
        return charts_answer(pupil_id, 422, typed=typed, errors={refusal.field: str(refusal)})
    return _done(pupil_id, "The change is marked on the charts.")


@blueprint.post("/pupils/<pupil_id>/phases/<phase_id>/remove")
def remove(pupil_id: str, phase_id: str) -> ResponseReturnValue:
    """Take a change off the charts."""
    with writing(db.session()) as session:
        phases.remove_phase(session, the_person(), pupil_id, phase_id, times.now())
    return _done(pupil_id, "The change is no longer marked.")


def _done(pupil_id: str, says: str) -> ResponseReturnValue:
    if htmx:
        return charts_answer(pupil_id, says=says)
    tell(says)
    return go(f"/desk/pupils/{pupil_id}/charts")
