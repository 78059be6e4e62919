"""Agreement between observers at the desk: who watched the same pupil at the same time, and how far they agree."""

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from doors.database import db
from doors.sign_in import the_person
from record import access, agreement_pairs, people, periods, readings, school_lists, times
from record.agreement_pairs import Look, Pair
from record.schools import School
from record.times import SCHOOL_ZONE
from webapp.filters import kind_name
from webapp.views.desk import answer, desk_blueprint, note_reading
from webapp.views.notes import note_url

blueprint = desk_blueprint("agreement")


@blueprint.get("/pupils/<pupil_id>/agreement")
def agreement(pupil_id: str) -> ResponseReturnValue:
    """The pairs of observations of a pupil that can be laid side by side, in a period."""
    session, person, now = db.session(), the_person(), times.now()
    access.require(person, pupils=True)
    found = access.visible_pupil(session, person, pupil_id)
    today = now.astimezone(SCHOOL_ZONE).date()
    offered = periods.periods(school_lists.terms_of(session.get_one(School, found.school_id), today), today)
    period = periods.chosen(offered, request.args.get("period", ""))
    pairs = agreement_pairs.pairs_of(session, found, period.first or periods.earliest(today), period.last)
    names = people.names(session, person.school_id)
    told: dict[str, Any] = {
        "periods": [{"key": each.key, "name": each.name, "is_chosen": each == period} for each in offered],
        "pairs": [_pair_told(place, pair, names) for place, pair in enumerate(pairs.pairs)],
        "most": agreement_pairs.MOST_PAIRS if pairs.has_more else 0,
        "without_time": pairs.without_time,
    }
    note_reading(person, readings.PUPIL, [pupil_id], now)
    return answer("desk/agreement.html", pupil={"id": pupil_id, "name": found.name}, agreement=told)


def _pair_told(place: int, pair: Pair, names: dict[str, str]) -> dict[str, Any]:
    looks = zip((pair.one, pair.other), pair.found, strict=True)
    return {
        "id": f"pair-{place + 1}",
        "behaviour": pair.one.behaviour,
        "instrument": kind_name(pair.one.instrument),
        "at": pair.other.begins,
        "looks": [_look_told(look, found, names) for look, found in looks],
        "notes": pair.notes,
        "rows": pair.rows,
        "figures": pair.figures,
        "cannot": pair.cannot,
    }


def _look_told(look: Look, found: str, names: dict[str, str]) -> dict[str, Any]:
    return {
        "name": names.get(look.author_id, ""),
        "url": note_url("observation", look.note_id),
        "begins": look.begins,
        "ends": look.ends,
        "found": found,
    }
