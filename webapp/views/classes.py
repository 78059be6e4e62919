"""Classes: who is in each and whose it is, for whoever says who works with whom."""

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from doors.database import db
from doors.sign_in import the_person
from record import access, assignments, classes, readings
from record.database import writing
from record.errors import Refused
from record.pupils import SchoolClass
from record.times import now
from webapp.views.desk import answer, desk_blueprint, go, note_list_read, tell

blueprint = desk_blueprint("classes")

MAX_CHOSEN = 2_000


@blueprint.get("/classes")
def overview() -> ResponseReturnValue:
    """Every class of the school."""
    return _overview("", {}, 200)


def _overview(name: str, errors: dict[str, str], status: int) -> ResponseReturnValue:
    by = the_person()
    rows = classes.overview(db.session(), by)
    may_add = access.may(by).manage_people
    return answer("desk/classes.html", status=status, rows=rows, name=name, errors=errors, may_add=may_add)


@blueprint.post("/classes")
def add() -> ResponseReturnValue:
    """A new class."""
    access.require(the_person(), manage_people=True)
    name = _typed_name()
    if problem := classes.name_problem(db.session(), the_person(), name):
        return _overview(name, {"name": problem}, 422)
    try:
        with writing(db.session()) as session:
            classes.add(session, the_person(), name, now())
    except Refused as refused:
        return _overview(name, {"name": str(refused)}, 422)
    tell("Class added.")
    return go("/desk/classes")


def _typed_name() -> str:
    return " ".join(request.form.get("name", "").split())


@blueprint.get("/classes/<class_id>")
def one(class_id: str) -> ResponseReturnValue:
    """A class: its staff, to choose, and its pupils, by name."""
    return _page(class_id, None, {}, 200)


def _page(class_id: str, name: str | None, errors: dict[str, str], status: int) -> ResponseReturnValue:
    classes.class_of(db.session(), the_person(), class_id)  # whoever is refused has read nothing
    note_list_read(readings.NAMES_TO_GIVE)
    session, by = db.session(), the_person()
    found = classes.class_of(session, by, class_id)
    return answer(
        "desk/class.html",
        status=status,
        school_class=found,
        name=found.name if name is None else name,
        staff=_staff(found),
        pupils=[each.name for each in classes.pupils_to_assign(session, by, class_id)],
        may_rename=access.may(by).manage_people,
        errors=errors,
    )


def _staff(found: SchoolClass) -> list[dict[str, Any]]:
    session, by = db.session(), the_person()
    holders = {each.id for each in assignments.staff_by_class(session, by.school_id).get(found.id, [])}
    return [
        {"id": each.id, "name": each.name, "role_name": each.role_name, "is_chosen": each.id in holders}
        for each in classes.staff_to_assign(session, by)
    ]


@blueprint.post("/classes/<class_id>")
def rename(class_id: str) -> ResponseReturnValue:
    """Another name."""
    access.require(the_person(), manage_people=True)
    found = classes.class_of(db.session(), the_person(), class_id)
    name = _typed_name()
    if problem := classes.name_problem(db.session(), the_person(), name, found):
        return _page(class_id, name, {"name": problem}, 422)
    try:
        with writing(db.session()) as session:
            by = the_person()
            classes.rename(session, by, classes.class_of(session, by, class_id), name, now())
    except Refused as refused:
        return _page(class_id, name, {"name": str(refused)}, 422)
    tell("Saved.")
    return go(f"/desk/classes/{class_id}")


@blueprint.post("/classes/<class_id>/staff")
def set_staff(class_id: str) -> ResponseReturnValue:
    """Exactly those who are ticked; their tablets learn of it at their next sync."""
    access.require(the_person(), assign=True)
    chosen = set(request.form.getlist("staff")[:MAX_CHOSEN])
    try:
        with writing(db.session()) as session:
            by = the_person()
            classes.set_staff(session, by, classes.class_of(session, by, class_id), chosen, now())
    except Refused as refused:
        return _page(class_id, None, {"staff": str(refused)}, 422)
    tell("Saved. Tablets learn of it at their next sync.")
    return go(f"/desk/classes/{class_id}")
