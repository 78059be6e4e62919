"""Who is signed in to this browser: Flask-Login over the sessions of the record.

The cookie holds a random token; everything else about the session is the record's, so that it can be seen and ended
from another browser. Flask's own signed cookie carries nothing but messages for the next page.
"""

from datetime import datetime, timedelta
from typing import Any

from flask import Flask, Request, Response, current_app, g, request
from flask_login import LoginManager, UserMixin, current_user

from doors.attempts import Try
from doors.database import db
from record import enrolments, people, sessions
from record.database import writing
from record.devices import is_device_id
from record.errors import NotAllowed
from record.people import Person
from record.sessions import SignInSession
from record.times import now
from record.tokens import token_hash

login_manager = LoginManager()
login_manager.session_protection = None  # it would write into Flask's cookie, and our sessions are not there

# A session that was left open, or taken with the tablet, must neither open what a passcode guards nor set up another
# tablet. Long enough to choose a passcode in.
JUST_NOW = timedelta(minutes=10)

SESSION_COOKIE = "jotter_session"
SESSION_COOKIE_SECONDS = int(sessions.LONGEST.total_seconds())
# `<person id>.<a mark of this sign-in>`, readable by the tablet's page, so that it can tell whose jotter to open, and a
# new sign-in from one that it knows; it opens nothing by itself.
PERSON_COOKIE = "jotter_person"
# Names the device that enrolled in this browser. Outlives its erased storage, so that the desk is told that it came
# back empty, and tells that a session is one on a tablet.
DEVICE_COOKIE = "jotter_device"
PERSON_COOKIE_SECONDS = 400 * 24 * 3600


class SignedIn(UserMixin):
    """A person as Flask-Login knows them, and the session that lets them in."""

    def __init__(self, person_id: str, session_id: str) -> None:
        self.id = person_id
        self.session_id = session_id


@login_manager.request_loader
def load(asked: Request) -> SignedIn | None:
    """The signed-in person of a request's cookie, unless the session has ended or they have left."""
    token = asked.cookies.get(SESSION_COOKIE)
    moment = now()
    device = asked.cookies.get(DEVICE_COOKIE)
    found = sessions.find(db.session(), token, moment, device) if token else None
    if found is None:
        return None
    tablet = sessions.tablet_of(db.session(), found.school_id, device)
    if found.is_news(moment, tablet):
        g.seen_session = (found.id, moment, tablet)
    return SignedIn(found.person_id, found.id)


def note_seen(response: Response) -> Response:
    """Keep that the session is in use; after the answer is made, so that no view's own work is disturbed."""
    seen: tuple[str, datetime, str | None] | None = g.pop("seen_session", None)
    if seen is not None:
        with writing(db.session()) as session:
            sessions.note_seen(session, *seen)
    return response


def signed_in_person() -> Person | None:
    """The person signed in to this browser, or None."""
    if not current_user.is_authenticated:
        return None
    return db.session.get(Person, current_user.id)


def the_person() -> Person:
    """The person signed in to this browser. Raises NotAllowed for nobody."""
    person = signed_in_person()
    if person is None:
        raise NotAllowed("Sign in first")
    return person


def the_session_id() -> str:
    """The id of the session that this request came by. Raises NotAllowed for nobody."""
    if not current_user.is_authenticated:
        raise NotAllowed("Sign in first")
    return str(current_user.session_id)


def has_just_signed_in() -> bool:
    """Whether the session of this request is one that has just begun, however much it was used since."""
    begun = db.session.get(SignInSession, the_session_id())
    return begun is not None and now() < begun.began_at + JUST_NOW


def has_just_proved_who_they_are() -> bool:
    """As has_just_signed_in, and not by a provider's own cookie alone: for what a passcode guards."""
    begun = db.session.get(SignInSession, the_session_id())
    return begun is not None and begun.is_of_a_proof and has_just_signed_in()


def is_on_a_tablet() -> bool:
    """Whether the browser says that a device was set up in it; for whoever is not signed in yet, so of any school."""
    return DEVICE_COOKIE in request.cookies


def a_try(email: str, *devices: str | None) -> Try:
    """The present try to sign in; it counts as one on the person's own tablet where one of these devices, or the one
    that the browser's cookie names, is a tablet that they use."""
    person = people.person_with_email(db.session(), email)
    named = [each for each in (*devices, request.cookies.get(DEVICE_COOKIE)) if each and is_device_id(each)]
    own = (each for each in named if person and enrolments.is_enrolled(db.session(), person, each))
    return Try(email, request.remote_addr, next(own, None))


def is_for_https() -> bool:
    """Whether a cookie of this answer may travel by https alone: as this installation says, or as the request came."""
    return request.is_secure or bool(current_app.config["SESSION_COOKIE_SECURE"])


def enter(person_id: str, how: str, response: Response, password: str | None = None) -> None:
    """Sign a person in to this browser, and out of it whoever was in before. A password that was just given is
    hashed again where that is due."""
    moment = now()
    with writing(db.session()) as session:
        person = people.person_by_id(session, person_id)
        end_present(moment)
        if password is not None:
            people.renew_hash(session, person_id, password)
        agent, address = request.headers.get("User-Agent", ""), request.remote_addr or ""
        device = request.cookies.get(DEVICE_COOKIE)
        token = sessions.begin(session, person, how, moment, user_agent=agent, address=address, device=device)
        is_tablet = sessions.tablet_of(session, person.school_id, device) is not None
    g.pop("seen_session", None)
    secure = is_for_https()
    # On a tablet it ends with the browser, as the jotter is locked then.
    seconds = None if is_tablet else SESSION_COOKIE_SECONDS
    response.set_cookie(SESSION_COOKIE, token, max_age=seconds, secure=secure, httponly=True, samesite="Lax")
    known_by = f"{person_id}.{token_hash(token)[:12]}"
    response.set_cookie(PERSON_COOKIE, known_by, max_age=PERSON_COOKIE_SECONDS, secure=secure, samesite="Lax")


def leave(response: Response) -> None:
    """Sign the browser out."""
    with writing(db.session()):
        end_present(now())
    forget(response)


def forget(response: Response) -> None:
    """Have the browser forget a session that has ended."""
    g.pop("seen_session", None)
    response.delete_cookie(SESSION_COOKIE, samesite="Lax", httponly=True)
    response.delete_cookie(PERSON_COOKIE, samesite="Lax")


def end_present(moment: datetime) -> None:
    """End the browser's session, in the caller's own write; forget() is for the answer."""
    token = request.cookies.get(SESSION_COOKIE)
    found = sessions.find(db.session(), token, moment, request.cookies.get(DEVICE_COOKIE)) if token else None
    if found is not None:
        person = people.person_by_id(db.session(), found.person_id)
        sessions.end(db.session(), person, found.id, moment)


def register(app: Flask) -> Any:
    """Put sign-in into an app; a page that needs it leads to the sign-in page."""
    login_manager.init_app(app)
    login_manager.login_view = "sign_in.form"
    app.after_request(note_seen)
