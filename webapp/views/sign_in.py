"""Signing in and out of this browser."""

from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, Response, make_response, redirect, render_template, request, session

from doors import sign_in, single_sign_on
from doors.attempts import attempts
from doors.database import db
from record import access, people
from record.errors import SignInRefused
from record.people import Person

blueprint = Blueprint("sign_in", __name__)

MAX_FIELD_CHARACTERS = 1_000


@blueprint.get("/")
def beginning() -> Any:
    """Lead a person to where their work is."""
    person = sign_in.signed_in_person()
    return redirect(_home(person) if person else "/sign-in")


@blueprint.get("/sign-in")
def form() -> Any:
    """The form."""
    return page(200, wanted=request.args.get("next"))


@blueprint.post("/sign-in")
def enter() -> Any:
    """Sign in, and go on to where the person was or where their work is."""
    email = request.form.get("email", "")[:MAX_FIELD_CHARACTERS]
    password = request.form.get("password", "")[:MAX_FIELD_CHARACTERS]
    errors = {} if email.strip() else {"email": "Enter your email"}
    if not password:
        errors |= {"password": "Enter your password"}
    if errors:
        return _again(email, 422, errors=errors)
    tried = sign_in.a_try(email)
    wait = attempts.seconds_to_wait(tried)
    if wait:
        response = make_response(_again(email, 429, problem="Too many tries. Wait a few minutes, then try again."))
        response.headers["Retry-After"] = str(wait)
        return response
    try:
        person = people.sign_in(db.session(), email, password)
    except SignInRefused as refused:
        attempts.note_failure(tried)
        return _again(email, 401, problem=str(refused))
    return entered(person.id, "password", request.form.get("next"), password)


def entered(person_id: str, how: str, wanted: str | None, password: str | None = None) -> Response:
    """Sign the person in, and lead them on; whatever was kept for whoever was signed in before goes."""
    response = make_response(redirect("/", 303))
    sign_in.enter(person_id, how, response, password)
    session.clear()
    response.location = way_on(people.person_by_id(db.session(), person_id), wanted)
    return response


def way_on(person: Person, wanted: str | None) -> str:
    """Where a person goes once signed in: where they were, or where their work is."""
    return safe_next(wanted) or _home(person)


@blueprint.post("/sign-out")
def leave() -> Any:
    """Sign this browser out. A tablet keeps its jotter: what waits there is still sent."""
    response = make_response(redirect("/sign-in", 303))
    if request.is_json:
        # A tablet's worker asks, and takes no answer but the record's own: a captive portal redirects as well.
        response = make_response({}, {"X-Jotter-Protocol": "1"})
    sign_in.leave(response)
    session.clear()
    return response


def _again(email: str, status: int, **told: Any) -> tuple[str, int]:
    return page(status, email=email, wanted=request.form.get("next"), **told)


def page(status: int, email: str = "", wanted: str | None = None, **told: Any) -> tuple[str, int]:
    """The sign-in page, with every way in that there is here."""
    ways = {"providers": single_sign_on.providers(), "next": safe_next(wanted)}
    return render_template("sign_in.html", email=email, **ways, **told), status


def safe_next(address: str | None) -> str | None:
    """An address within this app, or None: nobody is led away by a forged link."""
    if not address or not address.startswith("/") or address.startswith(("//", "/\\")):
        return None
    parts = urlsplit(address)
    return None if parts.scheme or parts.netloc or any(ord(char) < 32 for char in address) else address


def _home(person: Person) -> str:
    rights = access.may(person)
    if rights.use_tablet and rights.pupils == "assigned":
        return "/tablet/"
    if rights.manage_people and rights.pupils == "none":
        return "/desk/people"
    # Whom the desk has nothing for yet (a governor) must not be led to a closed door.
    return "/desk/" if rights.pupils != "none" else "/account"
