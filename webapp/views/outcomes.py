"""Outcomes: the SENCO says which of a pupil's outcomes a note is evidence for."""

from flask import request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import the_person
from record import access, outcomes, reviews, times
from record.database import writing
from record.errors import NotFound
from webapp.views.desk import desk_blueprint, go, htmx, next_url, tell
from webapp.views.notes import note_answer
from webapp.views.reviews import answer_in_pile

blueprint = desk_blueprint("outcomes")

FORM = "desk/_outcomes_form.html"


@blueprint.get("/notes/<kind>/<note_id>/outcomes")
def outcomes_form(kind: str, note_id: str) -> ResponseReturnValue:
    """The pupil's outcomes to tick, in their place in the note or on the note's page."""
    access.require(the_person(), review=True)
    choices = _choices(db.session(), kind, note_id, None)
    return note_answer(kind, note_id, fragment=FORM, form_template=FORM, choices=choices)


@blueprint.post("/notes/<kind>/<note_id>/outcomes")
def link(kind: str, note_id: str) -> ResponseReturnValue:
    """Link the note to exactly the outcomes that were ticked."""
    wanted = list(dict.fromkeys(request.form.getlist("outcome_ids")))
    access.require(the_person(), review=True)
    reviews.visible_note(db.session(), the_person(), kind, note_id)
    try:
        with writing(db.session()) as session:
            reviews.link_outcomes(session, the_person(), kind, note_id, wanted, times.now())
    except NotFound:  # the note is there: an outcome was taken away meanwhile
        wrong = {"outcome_ids": "One of these outcomes is no longer there. Choose again."}
        choices = _choices(db.session(), kind, note_id, wanted)
        return note_answer(kind, note_id, 422, form_template=FORM, choices=choices, errors=wrong)
    if htmx:
        return answer_in_pile(kind, note_id)
    tell("Linked." if wanted else "No longer linked to an outcome.")
    return go(next_url())


def _choices(session: Session, kind: str, note_id: str, ticked: list[str] | None) -> list[dict[str, object]]:
    """The pupil's outcomes; ticked are those that somebody has just ticked, or those that the note is linked to."""
    note = reviews.visible_note(session, the_person(), kind, note_id)
    chosen = (note.body.get("outcome_ids") or []) if ticked is None else ticked
    return [
        {"id": each.id, "text": each.text, "met": each.met, "is_ticked": each.id in chosen}
        for each in outcomes.outcomes_of(session, note.pupil_id)
    ]
