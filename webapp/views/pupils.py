"""Pupils at the desk: the SEN register, and one pupil's page with timeline, plan, meetings and charts."""

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import the_person
from record import access, attachments_shown, outcomes, people, pupils, readings, register, timelines, times
from record.needs import NAMES
from record.notes import document_body
from record.people import Person
from record.pupils import SEN_STATUSES, Pupil
from record.register import Filters
from record.reviews import Item
from record.timelines import Place
from webapp.views.attachments import photos_told
from webapp.views.charts import charts_told
from webapp.views.cursors import cursor, place
from webapp.views.desk import answer, desk_blueprint, htmx, note_list_read, note_reading
from webapp.views.meetings import meetings_told
from webapp.views.notes import excerpt, note_facts, note_url, outcome_texts, title, where, year_name

blueprint = desk_blueprint("pupils")

NOTES_A_PAGE = 10


@blueprint.get("/pupils")
@blueprint.post("/pupils/search")
def show_register() -> ResponseReturnValue:
    """The register, narrowed as its form says; its table alone when htmx asks."""
    session, person = db.session(), the_person()
    asked = {name: request.values.get(name, "").strip()[:100] for name in ("search", "year", "status", "need")}
    filters = Filters(asked["search"], asked["year"], asked["status"], asked["need"])
    found = register.rows(session, person, filters)
    told = {
        **asked,
        **_choices(session, person),
        "rows": [_row_told(row) for row in found],
        "total": register.count(session, person),
        "is_filtered": any(asked.values()),
        "is_whole": access.sees_whole_school(person),
    }
    note_list_read(readings.REGISTER)
    return answer("desk/register.html", "desk/_register.html", register=told)


def _choices(session: Session, person: Person) -> dict[str, list[dict[str, str]]]:
    years = register.year_groups(session, person.school_id)
    needs = register.needs(session, person.school_id)
    return {
        "years": [{"value": year, "name": year_name(year)} for year in years],
        "statuses": [{"value": code, "name": name} for code, name in SEN_STATUSES.items()],
        "needs": [{"value": code, "name": NAMES.get(code, code)} for code in needs],
    }


def _row_told(row: register.Row) -> dict[str, Any]:
    return {
        "id": row.pupil.id,
        "name": row.pupil.name,
        "where": where(row.pupil, row.class_name),
        "sen_status": row.pupil.sen_status,
        "primary_need": row.pupil.primary_need,
        "last_note_at": row.last_note_at,
    }


@blueprint.get("/pupils/<pupil_id>")
def pupil(pupil_id: str) -> ResponseReturnValue:
    """One pupil's page; the timeline's next page alone when htmx asks."""
    session, person, now = db.session(), the_person(), times.now()
    access.require(person, pupils=True)
    found = access.visible_pupil(session, person, pupil_id)
    timeline = _timeline(session, person, found)
    context: dict[str, Any] = {"timeline": timeline}
    if not htmx:
        context |= {
            "pupil": _pupil_told(session, found),
            "charts": charts_told(session, found, request.args.get("period", ""), now),
        }
        context["meetings"] = meetings_told(session, person, found, now)
        context["may_see_readers"] = access.may(person).see_readers
    note_reading(person, readings.PUPIL, [pupil_id], now)
    return answer("desk/pupil.html", "desk/_timeline_notes.html", **context)


def _pupil_told(session: Session, found: Pupil) -> dict[str, Any]:
    class_name = pupils.class_names(session, found.school_id).get(found.class_id or "")
    body = pupils.pupil_body(found, class_name)
    plan = [{"id": each.id, "body": outcomes.outcome_body(each)} for each in outcomes.outcomes_of(session, found.id)]
    has_profile = any(body["profile"].values())
    return {"id": found.id, "name": found.name, "body": body, "outcomes": plan, "has_profile": has_profile}


def _timeline(session: Session, person: Person, found: Pupil) -> dict[str, Any]:
    ended = place(request.args.get("before", ""))
    before = Place(*ended) if ended else None
    found_notes = timelines.notes_of(session, person, found.id, NOTES_A_PAGE + 1, before)
    page = found_notes[:NOTES_A_PAGE]
    names = people.names(session, person.school_id)
    texts = outcome_texts(session, page)
    photos = attachments_shown.photos_of(session, person.school_id, [item.note for item in page])
    more = ""
    if len(found_notes) > len(page):
        last = page[-1].note
        more = f"/desk/pupils/{found.id}?before={cursor(last.observed_at, last.id)}"
    return {
        "notes": [_entry_told(item, names, texts) | {"photos": photos_told(item.note, photos)} for item in page],
        "total": timelines.count_notes(session, found),
        "next_url": more,
    }


def _entry_told(item: Item, names: dict[str, str], texts: dict[str, str]) -> dict[str, Any]:
    body = document_body(item.note.as_row())
    told = {
        "id": item.note.id,
        "kind": item.kind,
        "url": note_url(item.kind, item.note.id),
        "body": body,
        "author_name": names.get(item.note.author_id, ""),
        "mark": "Reviewed" if body["reviewed"] else "",
        "outcome_texts": [texts[each] for each in body.get("outcome_ids") or [] if each in texts],
        "facts": [fact for fact in note_facts(item.kind, body) if fact["name"] != "Setting"],
    }
    if item.kind != "observation":
        # It stands whole among the meetings below; here its purpose and first words, under a name of its own.
        words = ". ".join(part for part in (title(item.kind, body), excerpt(item.kind, body)) if part)
        told |= {
            "id": f"timeline-{item.note.id}",
            "body": {**body, "instrument": item.kind, "text": words, "setting": ""},
            "mark": told["mark"] if body.get("finished") else "Not finished",
        }
    return told
