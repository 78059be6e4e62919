"""Who works with whom: a form for one person, and a list for the whole school."""

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from doors.database import db
from doors.sign_in import the_person
from record import access, assignment_lists, assignments, classes, readings, staff
from record.assignment_lists import Line, Plan
from record.database import writing
from record.errors import Refused
from record.people import Person
from record.times import now
from webapp.views import csv_lines
from webapp.views.csv_lines import NotCsv
from webapp.views.desk import answer, desk_blueprint, go, note_list_read, tell

blueprint = desk_blueprint("assignments")

COLUMNS = ("email", "pupil", "class")
MAX_CHOSEN = 5_000


@blueprint.route("/people/<person_id>/assignments", methods=["GET", "POST"])
def of_person(person_id: str) -> ResponseReturnValue:
    """The pupils and classes of one person, to tick."""
    by = the_person()
    access.require(by, assign=True)
    found = staff.colleague(db.session(), by, person_id)
    if request.method == "GET":
        pupil_ids, class_ids = assignments.given_to(db.session(), found)
        return _form(found, pupil_ids, class_ids, None, 200)
    pupil_ids, class_ids = (set(request.form.getlist(name)[:MAX_CHOSEN]) for name in ("pupils", "classes"))
    try:
        _assign(person_id, pupil_ids, class_ids)
    except Refused as refused:
        return _form(staff.colleague(db.session(), the_person(), person_id), pupil_ids, class_ids, str(refused), 422)
    tell("Saved. Tablets learn of it at their next sync.")
    return go(f"/desk/people/{person_id}")


def _assign(person_id: str, pupil_ids: set[str], class_ids: set[str]) -> None:
    with writing(db.session()) as session:
        by = the_person()
        person = staff.colleague(session, by, person_id)
        if person.left_at is not None or person.role not in classes.ASSIGNED_ROLES:
            raise Refused("This person is given no pupils: they have left, or their role says whom they see")
        known_pupils = {each.id for each in classes.pupils_to_assign(session, by)}
        known_classes = {each.id for each in classes.classes(session, by.school_id)}
        if not pupil_ids <= known_pupils or not class_ids <= known_classes:
            raise Refused("A pupil or class that you ticked is not there any more. Look again")
        access.assign(session, person, now(), by, pupil_ids=pupil_ids, class_ids=class_ids)


def _form(
    person: Person, pupil_ids: set[str], class_ids: set[str], problem: str | None, status: int
) -> ResponseReturnValue:
    person_id = person.id
    note_list_read(readings.NAMES_TO_GIVE)
    session, by = db.session(), the_person()
    person = staff.colleague(session, by, person_id)
    known = classes.classes(session, by.school_id)
    names = {each.id: each.name for each in known}
    pupils: dict[str, list[dict[str, Any]]] = {name: [] for name in [*names.values(), "In no class"]}
    for each in classes.pupils_to_assign(session, by):
        told = {"id": each.id, "name": each.name, "is_chosen": each.id in pupil_ids}
        pupils[names.get(each.class_id or "", "In no class")].append(told)
    return answer(
        "desk/assignments.html",
        status=status,
        person=person,
        is_given=person.left_at is None and person.role in classes.ASSIGNED_ROLES,
        classes=[{"id": each.id, "name": each.name, "is_chosen": each.id in class_ids} for each in known],
        groups=[{"name": name, "pupils": inside} for name, inside in pupils.items() if inside],
        problem=problem,
    )


@blueprint.get("/people/assignments")
def from_list() -> ResponseReturnValue:
    """Where a list is given."""
    access.require(the_person(), assign=True)
    return _list_page(200)


def _list_page(status: int, **told: Any) -> ResponseReturnValue:
    return answer("desk/assignment_list.html", status=status, columns=COLUMNS, **told)


@blueprint.post("/people/assignments")
def look_at_list() -> ResponseReturnValue:
    """The dry run: what the list would do, and every line that cannot be used, with its reason."""
    access.require(the_person(), assign=True)
    file = request.files.get("file")
    raw = file.stream.read(csv_lines.MAX_BYTES + 1) if file is not None else b""
    if not raw:
        return _list_page(422, error="Choose a CSV file")
    try:
        text = csv_lines.decoded(raw)
        plan = assignment_lists.read(db.session(), the_person(), _lines(text))
    except NotCsv as wrong:
        return _list_page(422, error=str(wrong))
    note_list_read(readings.NAMES_TO_GIVE)
    return _plan_page(plan, text)


def _lines(text: str) -> list[Line]:
    told = csv_lines.read(text, COLUMNS, needed="email")
    return [Line(each.number, each.cells["email"], each.cells["pupil"], each.cells["class"]) for each in told]


def _plan_page(plan: Plan, text: str) -> ResponseReturnValue:
    return answer("desk/assignment_plan.html", plan=plan, text=text)


@blueprint.post("/people/assignments/carry-out")
def carry_out() -> ResponseReturnValue:
    """Do what the dry run showed; the list is read again, for the record may have changed meanwhile."""
    access.require(the_person(), assign=True)
    try:
        lines = _lines(request.form.get("text", ""))
    except NotCsv as wrong:
        return _list_page(422, error=str(wrong))
    with writing(db.session()) as session:
        by = the_person()
        made = assignment_lists.carry_out(session, by, assignment_lists.read(session, by, lines), now())
    tell(f"{made} {'assignment' if made == 1 else 'assignments'} made. Tablets learn of it at their next sync.")
    return go("/desk/people")
