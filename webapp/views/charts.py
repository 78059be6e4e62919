"""A pupil's charts at the desk: for a period that is chosen, with the half-terms marked."""

from datetime import datetime
from typing import Any

from flask import request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import the_person
from record import access, outcomes, periods, phases, readings, school_lists, timelines, times
from record.pupils import Pupil
from record.schools import School
from record.series import EVERYTHING, charts_of
from record.times import SCHOOL_ZONE
from webapp.drawing import Axis, PhaseLine, draw_all
from webapp.filters import kind_name
from webapp.views.desk import answer, desk_blueprint, note_reading

blueprint = desk_blueprint("charts")


@blueprint.get("/pupils/<pupil_id>/charts")
def charts(pupil_id: str) -> ResponseReturnValue:
    """A pupil's charts as a page of their own; for htmx their region of the pupil's page, for another period."""
    return charts_answer(pupil_id)


def charts_answer(pupil_id: str, status: int = 200, **context: Any) -> ResponseReturnValue:
    """The page or region of charts, for the period that was asked for."""
    session, person, now = db.session(), the_person(), times.now()
    access.require(person, pupils=True)
    found = access.visible_pupil(session, person, pupil_id)
    told = charts_told(session, found, request.values.get("period", ""), now)
    told = {"pupil": {"id": pupil_id, "name": found.name}, "charts": told, **context}
    note_reading(person, readings.PUPIL, [pupil_id], now)
    return answer("desk/charts.html", "desk/_charts.html", status, **told)


def charts_told(session: Session, pupil: Pupil, period_key: str, now: datetime) -> dict[str, Any]:
    """What templates are told about a pupil's charts for a period (the school year where none is named)."""
    today = now.astimezone(SCHOOL_ZONE).date()
    half_terms = school_lists.terms_of(session.get_one(School, pupil.school_id), today)
    offered = periods.periods(half_terms, today)
    period = periods.chosen(offered, period_key)
    seen = timelines.seen_between(session, pupil, period.first or periods.earliest(today), period.last)
    first = period.first or (seen[0].day if seen else period.last)
    texts = {each.id: each.text for each in outcomes.outcomes_of(session, pupil.id)}
    marked = phases.phases_of(session, pupil.id)
    lines = [PhaseLine(each.begins_on, each.label) for each in marked]
    groups = draw_all(charts_of(seen, texts), Axis(first, period.last, half_terms, lines))
    return {
        "periods": [{"key": each.key, "name": each.name, "is_chosen": each == period} for each in offered],
        "period": period.key,
        "phases": [{"id": each.id, "on": each.begins_on, "label": each.label} for each in marked],
        "first": first,
        "last": period.last,
        "total": len(seen),
        "groups": [{**group, "name": _group_name(group["instrument"])} for group in groups],
    }


def _group_name(instrument: str) -> str:
    return "All observations" if instrument == EVERYTHING else kind_name(instrument)
