"""The school's people, for its administrator: who is here, inviting, changing, new links, and leaving."""

from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from doors import mail
from doors.database import db
from doors.sign_in import the_person
from record import access, assignments, invitations, staff
from record.database import writing
from record.errors import Refused
from record.invitations import NewLink
from record.people import ROLES, Person
from record.staff import About
from record.times import now
from webapp.views.desk import answer, desk_blueprint, go, tell
from webapp.views.links import send_link

blueprint = desk_blueprint("people")

ROLE_CHOICES = [{"value": value, "name": name} for value, name in ROLES.items()]


@blueprint.get("/people")
def people() -> ResponseReturnValue:
    """Who is here, or who has left."""
    by = the_person()
    access.require(by, see_people=True)
    search = request.args.get("search", "")
    role = request.args.get("role", "") if request.args.get("role") in ROLES else ""
    has_left = request.args.get("show") == "left"
    session = db.session()
    found = staff.staff(session, by, search, role, has_left=has_left)
    listed = {
        "rows": _rows(by, found),
        "total": len(staff.staff(session, by, has_left=has_left)),
        "search": search,
        "role": role,
        "roles": ROLE_CHOICES,
        "has_left": has_left,
    }
    return answer("desk/people.html", "desk/_people.html", people=listed, **_rights(by))


def _rights(by: Person) -> dict[str, Any]:
    rights = access.may(by)
    return {"may_manage": rights.manage_people, "may_assign": rights.assign}


def _rows(by: Person, found: list[Person]) -> list[dict[str, Any]]:
    numbers = assignments.numbers_by_person(db.session(), by.school_id)
    waiting = invitations.waiting_until(db.session(), by.school_id, now())
    return [_told(person, numbers.get(person.id, (0, 0)), waiting.get(person.id)) for person in found]


def _told(person: Person, numbers: tuple[int, int], waits_until: Any) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "email": person.email,
        "role": person.role,
        "role_name": person.role_name,
        "left_at": person.left_at,
        "has_password": person.has_password,
        "waits_until": waits_until,
        "gives": access.may(person).pupils == "assigned",
        "sees_all": access.sees_whole_school(person),
        "pupils": numbers[0],
        "classes": numbers[1],
    }


@blueprint.route("/people/invite", methods=["GET", "POST"])
def invite() -> ResponseReturnValue:
    """Somebody new: name, email and role; they choose their own password by the link."""
    by = the_person()
    access.require(by, manage_people=True)
    if request.method == "GET":
        return _invite_form(About("", "", ""), {}, 200)
    about = _typed()
    errors = staff.problems(db.session(), about)
    if errors:
        return _invite_form(about, errors, 422)
    try:
        with writing(db.session()) as session:
            person, link = staff.invite(session, the_person(), about, now())
            person_id = person.id
    except Refused as refused:  # somebody else has just taken the email
        return _invite_form(about, {refused.field or "email": str(refused)}, 422)
    return _show_link(person_id, link)


def _typed() -> About:
    name, email, role = (request.form.get(field, "") for field in ("name", "email", "role"))
    return About.tidy(name, email, role)


def _invite_form(about: About, errors: dict[str, str], status: int) -> ResponseReturnValue:
    has_mail = mail.is_configured()
    return answer("desk/invite.html", status=status, about=about, errors=errors, roles=ROLE_CHOICES, has_mail=has_mail)


def _show_link(person_id: str, link: NewLink) -> ResponseReturnValue:
    """The link, gone by mail to whose it is; or, where there is no mail, shown this once, to print or to hand over."""
    person = db.session().get_one(Person, person_id)
    address = None
    if mail.is_configured():
        send_link(person.email, person.name, link)
    else:
        address = f"{request.host_url.rstrip('/')}/link/{link.token}"
    return answer("desk/link.html", person=person, link=link, address=address)


@blueprint.get("/people/<person_id>")
def person(person_id: str) -> ResponseReturnValue:
    """One member of staff: what is known of them, and what can be done."""
    access.require(the_person(), see_people=True)
    return _person_page(person_id, None, {}, 200)


def _person_page(person_id: str, about: About | None, errors: dict[str, str], status: int) -> ResponseReturnValue:
    by, session = the_person(), db.session()
    found = staff.colleague(session, by, person_id)
    return answer(
        "desk/person.html",
        status=status,
        person=_rows(by, [found])[0],
        about=about or About(found.name, found.email, found.role),
        tablets=staff.tablets_of(session, found),
        is_self=found.id == by.id,
        roles=ROLE_CHOICES,
        errors=errors,
        **_rights(by),
    )


@blueprint.post("/people/<person_id>")
def change(person_id: str) -> ResponseReturnValue:
    """Another name, email or role."""
    access.require(the_person(), manage_people=True)
    found = staff.colleague(db.session(), the_person(), person_id)
    about = _typed()
    errors = staff.problems(db.session(), about, found, the_person())
    if errors:
        return _person_page(person_id, about, errors, 422)
    try:
        with writing(db.session()) as session:
            by = the_person()
            staff.change(session, by, staff.colleague(session, by, person_id), about, now())
    except Refused as refused:
        return _person_page(person_id, about, {refused.field or "name": str(refused)}, 422)
    tell("Saved. A new role is in force at once.")
    return go(f"/desk/people/{person_id}")


@blueprint.post("/people/<person_id>/link")
def new_link(person_id: str) -> ResponseReturnValue:
    """A new link for somebody who has lost theirs, or forgotten their password; earlier ones end."""
    access.require(the_person(), manage_people=True)
    try:
        with writing(db.session()) as session:
            by = the_person()
            link = staff.send_link(session, by, staff.colleague(session, by, person_id), now())
    except Refused as refused:
        return _not_done(person_id, refused)
    return _show_link(person_id, link)


@blueprint.route("/people/<person_id>/leave", methods=["GET", "POST"])
def leave(person_id: str) -> ResponseReturnValue:
    """Asks first, and says what ends and what stays."""
    by = the_person()
    access.require(by, manage_people=True)
    found = staff.colleague(db.session(), by, person_id)
    if request.method == "GET":
        return answer("desk/leave.html", person=found, tablets=staff.tablets_of(db.session(), found))
    try:
        with writing(db.session()) as session:
            by = the_person()
            staff.leave(session, by, staff.colleague(session, by, person_id), now())
    except Refused as refused:
        return _not_done(person_id, refused)
    tell("They have left. What they wrote stays in the record.")
    return go("/desk/people")


def _not_done(person_id: str, refused: Refused) -> ResponseReturnValue:
    tell(f"{refused}.", "wrong")
    return go(f"/desk/people/{person_id}")
