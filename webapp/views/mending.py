"""Mend and file: a quarantined entry as a form, and the form as an entry that is read and filed like any other."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import current_app, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import the_person
from record import access, quarantine, readings, register, settling, times
from record.base import new_id
from record.database import writing
from record.entries import Entry, Incoming, Problem
from record.errors import Refused
from record.instruments import INSTRUMENTS
from record.instruments.limits import can_be
from record.people import Person
from record.register import Filters
from webapp.filters import SCHOOL_ZONE
from webapp.views.desk import answer, desk_blueprint, go, note_list_read, tell
from webapp.views.labels import field_of, label, plain
from webapp.views.mending_fields import FIELDS, FORMS, Field, typed_body, untyped
from webapp.views.mending_measures import PREFIX, fields_of, misplaced, typed_measures, untyped_measures
from webapp.views.quarantine import entry_told, note_entries_read

blueprint = desk_blueprint("mending")

GENERAL = "entry"  # a problem that belongs to no field of the form


@dataclass
class Form:
    """What stands in the form, and what is wrong with it."""

    kind: str
    values: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)
    measured_as: str = ""  # the instrument whose fields the form has

    @property
    def fields(self) -> dict[str, Field]:
        """Its fields by name, in order."""
        plain = {name: FIELDS[name] for name in FORMS[self.kind]}
        return plain | fields_of(self.measured_as)


@blueprint.get("/quarantine/<item_id>")
def mend_form(item_id: str) -> ResponseReturnValue:
    """The form, filled with whatever of the entry can be read."""
    access.require(the_person(), review=True)
    _, entry = quarantine.item_of(db.session(), the_person().school_id, item_id)
    kind, body = _kind_and_body(entry)
    measured_as = _instrument(kind, body.get("instrument"))
    values = untyped(kind, body)
    if kind == "observation":
        values["observed_at"] = _local_text(_seen_at(entry))
    values |= untyped_measures(measured_as, body.get("measures"))
    return _page(item_id, Form(kind, values, measured_as=measured_as))


def _instrument(kind: str, name: Any) -> str:
    """The instrument of an observation, where there is one of that name."""
    return name if kind == "observation" and isinstance(name, str) and name in INSTRUMENTS else ""


def _kind_and_body(entry: Entry) -> tuple[str, dict[str, Any]]:
    """An entry of no known kind can be filed as an observation: its words are what matters."""
    content = quarantine.content(entry)
    content = content if isinstance(content, dict) else {}
    body = content.get("body")
    kind = content.get("kind")
    return (kind if kind in FORMS else "observation"), (body if isinstance(body, dict) else {})


def _page(item_id: str, form: Form, status: int = 200) -> ResponseReturnValue:
    """The form, whatever it answers to. That the entry is read, and the names to choose from, is in the trail first."""
    note_entries_read(the_person(), [quarantine.item_of(db.session(), the_person().school_id, item_id)[1]])
    note_list_read(readings.NAMES_TO_GIVE)
    session, person = db.session(), the_person()
    item, entry = quarantine.item_of(session, person.school_id, item_id)
    fields = [_field_told(session, person, name, field, form) for name, field in form.fields.items()]
    told: dict[str, Any] = {"entry": entry_told(session, item, entry), "fields": fields, "errors": form.errors}
    told["measured_as"] = form.measured_as
    return answer("desk/mend.html", status=status, **told)


def _field_told(session: Session, person: Person, name: str, field: Field, form: Form) -> dict[str, Any]:
    choices = field.choices
    if name == "pupil_id":
        rows = register.rows(session, person, Filters())
        choices = [{"value": row.pupil.id, "name": f"{row.pupil.name}, {row.class_name}"} for row in rows]
    return {
        "name": name,
        "label": field.label or label(name),
        "control": field.control,
        "hint": field.hint,
        "choices": choices,
        "suggestions": field.suggestions,
        "value": form.values.get(name, ""),
    }


@blueprint.post("/quarantine/<item_id>")
def mend(item_id: str) -> ResponseReturnValue:
    """Read what was typed as an entry; file it, or give the form back with what is still wrong."""
    access.require(the_person(), review=True)
    _, entry = quarantine.item_of(db.session(), the_person().school_id, item_id)
    kind, body = _kind_and_body(entry)
    form = Form(kind, {}, measured_as=_instrument(kind, request.form.get("measured_as")))
    form.values = {name: request.form.get(name, "").replace("\r\n", "\n") for name in form.fields}
    chosen = _instrument(kind, form.values.get("instrument"))
    if chosen != form.measured_as and fields_of(chosen):
        return _page(item_id, _measured_otherwise(form, chosen, body), 422)
    mended = _read(entry, form, body)
    try:
        with writing(db.session()) as session:
            problems = settling.file_mended(session, the_person(), item_id, mended, times.now())
    except Refused as refusal:
        tell(f"{refusal}.", tone="care")
        return go("/desk/quarantine")
    if problems:
        form.errors = {name: plain(name, message) for name, message in _by_field(problems, form).items()}
        return _page(item_id, form, 422)
    tell("Filed. It waits to be reviewed like any other note.")
    return go("/desk/quarantine")


def _measured_otherwise(form: Form, chosen: str, body: dict[str, Any]) -> Form:
    """The form with the fields of another instrument: whoever chose it sees them before anything is filed."""
    values = untyped_measures(chosen, body.get("measures")) | form.values
    errors = {"instrument": "The form has the fields of this kind now: check them, then file"}
    return Form(form.kind, values, errors, measured_as=chosen)


def _by_field(problems: list[Problem], form: Form) -> dict[str, str]:
    return {_named(problem, form): problem.message for problem in problems}


def _named(problem: Problem, form: Form) -> str:
    """The form's field that a problem belongs to: `measures-spells` of `body.measures.spells.0.stop`."""
    parts = problem.field.split(".")
    is_measure = parts[:2] == ["body", "measures"] and len(parts) > 2
    name = PREFIX + parts[2] if is_measure else field_of(problem.field)
    return name if name in form.fields else GENERAL


def _read(entry: Entry, form: Form, body: dict[str, Any]) -> Incoming:
    """What the form does not show is kept where it is sound, and left out where that is what was wrong."""
    mended = _incoming(entry, form, body)
    unseen = [problem for problem in mended.problems if _named(problem, form) == GENERAL]
    if unseen:
        wrong = {field_of(problem.field) for problem in unseen}
        mended = _incoming(entry, form, {name: value for name, value in body.items() if name not in wrong})
    if any(_named(problem, form) == GENERAL for problem in mended.problems):
        mended = _incoming(entry, form, {})
    return mended


def _incoming(entry: Entry, form: Form, body: dict[str, Any]) -> Incoming:
    raw: dict[str, Any] = {
        "id": entry.entry_id if len(entry.entry_id) == 36 else new_id(),
        "kind": form.kind,
        "revision": max(entry.revision, 1),
        "recorded_at": times.wire_time(entry.recorded_at or entry.received_at),
        "body": {**body, **typed_body(form.kind, form.values, body)},
    }
    if "observed_at" in form.fields:
        raw["body"]["observed_at"] = _observed(entry, form.values["observed_at"])
    if fields_of(form.measured_as) and form.measured_as == form.values.get("instrument"):
        raw["body"]["measures"] = typed_measures(form.measured_as, form.values, body.get("measures"))
    mended: Incoming = current_app.extensions["jotter"].read_entry(raw)
    if "measures" in raw["body"]:
        mended.problems += misplaced(form.measured_as, form.values, body.get("measures"))
    return mended


def _seen_at(entry: Entry) -> datetime:
    """When it happened, as far as the entry says: else when it was written, else when it arrived."""
    _, body = _kind_and_body(entry)
    told = (times.parse_wire_time(body.get("observed_at")), entry.recorded_at)
    return next((moment for moment in told if moment and can_be(moment)), entry.received_at)


def _observed(entry: Entry, typed: str) -> str:
    """The moment on the wire that the form's date and time mean. Left as they were shown, it is that very moment."""
    shown = _seen_at(entry)
    if typed == _local_text(shown):
        return times.wire_time(shown)
    try:
        wall = datetime.fromisoformat(typed).replace(tzinfo=None)
    except ValueError:
        return typed
    return times.wire_time(times.on_the_wall(wall, entry.received_at))


def _local_text(moment: datetime) -> str:
    return moment.astimezone(SCHOOL_ZONE).strftime("%Y-%m-%dT%H:%M")
