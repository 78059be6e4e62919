"""A person's own page: their password, their passkeys, and the browsers in which they are signed in."""

import re
from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from doors import attempts
from doors.database import db
from doors.sign_in import has_just_proved_who_they_are, the_person, the_session_id
from record import invitations, passkeys, sessions
from record.database import writing
from record.errors import NotFound, Refused
from record.passwords import MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS, verify
from record.sessions import SignInSession
from record.times import now
from webapp.views.desk import answer, go, keep_private, require_sign_in, tell
from webapp.views.hurry import count_try, refuse_hurry
from webapp.views.new_password import typed_password
from webapp.views.sign_in import page

blueprint = Blueprint("account", __name__, url_prefix="/account")
blueprint.before_request(require_sign_in)
blueprint.after_request(keep_private)

HOW = {"password": "with a password", "passkey": "with a passkey", "link": "by a one-time link",
       "microsoft": "with Microsoft 365", "google": "with Google"}  # fmt: skip


@blueprint.get("")
def account() -> ResponseReturnValue:
    """Everything by which this person gets in."""
    return _page({}, 200)


def _page(errors: dict[str, str], status: int) -> ResponseReturnValue:
    session, person = db.session(), the_person()
    here = the_session_id()
    return answer(
        "account/account.html",
        status=status,
        person=person,
        passkeys=passkeys.passkeys_of(session, person),
        browsers=[_told(each, here) for each in sessions.sessions_of(session, person, now())],
        errors=errors,
        # What lets its person in for good takes more than a session that was left open.
        may_add=has_just_proved_who_they_are(),
        least=MIN_PASSWORD_CHARACTERS,
        suggested_name=browser_name(request.headers.get("User-Agent", "")),
    )


def _told(session: SignInSession, here: str) -> dict[str, Any]:
    return {
        "id": session.id,
        "name": browser_name(session.user_agent),
        "address": session.address,
        "how": HOW.get(session.how.removesuffix(" anew"), session.how),
        "began_at": session.began_at,
        "last_seen_at": session.last_seen_at,
        "is_here": session.id == here,
    }


# In this order: every Edge says that it is a Chrome, every Chrome that it is a Safari.
BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari"))
SYSTEMS = (("iPad", "iPad"), ("iPhone", "iPhone"), ("Android", "Android"), ("CrOS", "Chromebook"),
           ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux"))  # fmt: skip


def browser_name(user_agent: str) -> str:
    """`Safari on iPad`: what a person recognises a browser by."""
    browser = next((name for mark, name in BROWSERS if re.search(mark, user_agent)), "A browser")
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    return f"{browser} on {system}" if system else browser


@blueprint.post("/password")
def change_password() -> ResponseReturnValue:
    """Another password: whoever has one gives it first, whoever has none must have just signed in. Every other browser
    is signed out."""
    person = the_person()
    if not person.has_password and not has_just_proved_who_they_are():
        return page(401, problem="Sign in once more, then choose a password", wanted="/account?add")
    refuse_hurry(attempts.PASSWORD_CHANGE, person.id)
    password, errors = typed_password()
    present = request.form.get("present", "")[: MAX_PASSWORD_CHARACTERS + 1]
    if person.has_password and not verify(person.password_hash, present):
        count_try(attempts.PASSWORD_CHANGE, person.id)
        errors = {"present": "This is not your password"} | errors
    if errors:
        return _page(errors, 422)
    here = the_session_id()
    try:
        with writing(db.session()) as session:
            invitations.change_password(session, the_person(), password, now(), but=here)
    except Refused as refused:
        return _page({"password": str(refused)}, 422)
    tell("Password changed. Every other browser is signed out.")
    return go("/account")


@blueprint.post("/sessions/<session_id>/end")
def end_session(session_id: str) -> ResponseReturnValue:
    """Sign one of one's own browsers out."""
    try:
        with writing(db.session()) as session:
            sessions.end(session, the_person(), session_id, now())
        tell("That browser is signed out.")
    except NotFound as gone:
        tell(str(gone), "care")
    return go("/account")


@blueprint.post("/sessions/end-others")
def end_others() -> ResponseReturnValue:
    """Sign every browser out but this one."""
    here = the_session_id()
    with writing(db.session()) as session:
        how_many = sessions.end_all(session, the_person(), now(), the_person(), but=here)
    words = "1 other browser is" if how_many == 1 else f"{how_many} other browsers are"
    tell(f"{words} signed out." if how_many else "No other browser was signed in.")
    return go("/account")
