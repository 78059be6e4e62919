"""Questions: the SENCO asks a note's author, who answers on their tablet."""

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from doors.database import db
from doors.sign_in import the_person
from record import access, reviews, times
from record.database import writing
from record.errors import Refused
from webapp.views.desk import desk_blueprint, go, htmx, next_url, tell
from webapp.views.notes import note_answer
from webapp.views.reviews import answer_in_pile

blueprint = desk_blueprint("questions")

FORM = "desk/_question_form.html"


@blueprint.get("/notes/<kind>/<note_id>/question")
def question_form(kind: str, note_id: str) -> ResponseReturnValue:
    """The form, in its place in the note or on the note's page."""
    access.require(the_person(), review=True)
    return note_answer(kind, note_id, fragment=FORM, form_template=FORM)


@blueprint.post("/notes/<kind>/<note_id>/question")
def ask(kind: str, note_id: str) -> ResponseReturnValue:
    """Send the question on its way, or give the form back with what is wrong."""
    text = request.form.get("text", "").replace("\r\n", "\n")
    try:
        with writing(db.session()) as session:
            reviews.ask_about(session, the_person(), kind, note_id, text, times.now())
    except Refused as refusal:
        wrong: dict[str, Any] = {"form_template": FORM, "typed": text, "errors": {"text": str(refusal)}}
        return note_answer(kind, note_id, 422, **wrong)
    if htmx:
        return answer_in_pile(kind, note_id)
    tell("Your question is on its way. The note comes back here with the answer.")
    return go(next_url())
