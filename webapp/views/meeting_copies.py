"""A copy of a meeting for the parents: a page and a PDF, in plain English and large print, with the parts chosen."""

from pathlib import Path
from typing import Any

from flask import Response, make_response, render_template, request
from flask.typing import ResponseReturnValue

from doors.attempts import MEETING_COPY
from doors.database import db
from doors.sign_in import the_person
from record import access, meeting_signatures, preparing, pupils, readings, times
from record.notes import document_body
from record.schools import School
from webapp.pdf import NoPdf, PdfBusy, make_pdf
from webapp.views.desk import answer, desk_blueprint, note_reading
from webapp.views.hurry import count_try, refuse_hurry

blueprint = desk_blueprint("meeting_copies")

# What a copy may hold, in its order, and how the SENCO chooses it.
PARTS = {
    "people": "Who was there",
    "agenda": "Agenda",
    "parent_view": "Parent's view",
    "child_view": "Child's view",
    "prompts": "Structured conversation",
    "discussion": "What we discussed",
    "actions": "Agreed actions",
    "next_meeting": "Next meeting",
    "signatures": "Signatures",
}
# Points. Large print begins at 16 to 18 (UK Association for Accessible Formats).
SIZES = {"18": "Large (18 point)", "14": "Clear (14 point)", "24": "Very large (24 point)"}
SHEET = (Path(__file__).parent.parent / "templates" / "desk" / "copy.css").read_text(encoding="utf-8")
NO_PDF = (
    "This server cannot make a PDF: a system library (pango) is missing. Print this page instead, or ask whoever "
    "looks after the server; docs/deployment.md says what to install."
)
BUSY = "The server is making another copy just now. Try again in a minute, or print this page instead."


@blueprint.get("/meetings/<meeting_id>/copy")
def copy(meeting_id: str) -> ResponseReturnValue:
    """The copy as a page, with the parts to choose."""
    return _page(meeting_id, _told(meeting_id, readings.NOTE))


@blueprint.get("/meetings/<meeting_id>/copy.pdf")
def copy_pdf(meeting_id: str) -> ResponseReturnValue:
    """The copy as a PDF to print or to send."""
    refuse_hurry(MEETING_COPY, the_person().id)
    count_try(MEETING_COPY, the_person().id)
    told = _told(meeting_id, readings.COPY)
    html = render_template("desk/meeting_copy_pdf.html", **told)
    try:
        pdf = make_pdf(html, SHEET.replace("18pt", f"{told['size']}pt"))
    except NoPdf:
        return _page(meeting_id, {**told, "trouble": NO_PDF}, 503)
    except PdfBusy:
        busy = make_response(_page(meeting_id, {**told, "trouble": BUSY}, 503))
        busy.headers["Retry-After"] = "60"
        return busy
    headers = {"Content-Disposition": 'inline; filename="meeting-copy.pdf"'}
    return Response(pdf, mimetype="application/pdf", headers=headers)


def _told(meeting_id: str, what: str) -> dict[str, Any]:
    """What the copy says; that it was read is in the trail before anything is shown."""
    session, person = db.session(), the_person()
    access.require(person, pupils=True)
    meeting = preparing.visible_meeting(session, person, meeting_id)
    note_reading(person, what, [meeting.pupil_id], times.now(), (preparing.KIND, meeting_id))
    session, person = db.session(), the_person()
    meeting = preparing.visible_meeting(session, person, meeting_id)
    pupil = access.visible_pupil(session, person, meeting.pupil_id)
    chosen = request.args.getlist("with") if "chosen" in request.args else list(PARTS)
    size = request.args.get("size", "")
    return {
        "pupil": pupil,
        "pupil_body": pupils.pupil_body(pupil, None),
        "school_name": session.get_one(School, person.school_id).name,
        "body": {**document_body(meeting.as_row()), "signatures": meeting_signatures.told(session, meeting)},
        "parts": [part for part in PARTS if part in chosen],
        "size": size if size in SIZES else "18",
    }


def _page(meeting_id: str, told: dict[str, Any], status: int = 200) -> ResponseReturnValue:
    choices: dict[str, Any] = {"sizes": SIZES, "choices": PARTS, "address": f"/desk/meetings/{meeting_id}/copy"}
    return answer("desk/meeting_copy.html", status=status, **choices, **told)
