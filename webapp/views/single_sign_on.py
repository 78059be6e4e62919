"""Signing in with the school's Microsoft or Google account."""

import hmac
from typing import Any

from flask import Blueprint, abort, current_app, make_response, redirect, request, url_for

from doors import attempts, mail, sign_in, single_sign_on
from doors.database import db
from doors.single_sign_on import Provider, Vouched
from record import ceremonies, people, schools
from record.database import writing
from record.errors import SignInRefused
from record.people import Person
from record.times import now
from webapp.views.hurry import count_try, refuse_hurry
from webapp.views.sign_in import entered, page, safe_next

blueprint = Blueprint("single_sign_on", __name__)

# A cookie of its own, Lax: the way back begins at another site.
STATE_COOKIE = "jotter_state"
KIND = "single sign-on"
# What leads to a jotter's key, and to a passkey or a first password, which let in for good.
TAKES_A_PROOF = ("/tablet/forgotten", "/account?add")


@blueprint.get("/sign-in/with/<key>")
def start(key: str) -> Any:
    """Lead the browser to the provider. By a link: a form's own policy would forbid the way there."""
    found = _provider_or_404(key)
    refuse_hurry(attempts.SINGLE_SIGN_ON)
    count_try(attempts.SINGLE_SIGN_ON)
    wanted = safe_next(request.args.get("next")) or ""
    # On a tablet the provider's own cookie must not open what a passcode guards; these two, nowhere.
    is_anew = sign_in.is_on_a_tablet() or wanted in TAKES_A_PROOF
    try:
        started = found.start(_way_back(key), is_anew=is_anew)
    except SignInRefused as refused:
        return page(503, problem=str(refused))
    kept = started.kept | {"provider": key, "next": wanted, "anew": "yes" if is_anew else ""}
    with writing(db.session()) as session:
        token = ceremonies.begin(session, KIND, kept, now())
    response = make_response(redirect(started.url, 303))
    response.set_cookie(
        STATE_COOKIE,
        token,
        max_age=int(ceremonies.LIFETIME.total_seconds()),
        path="/sign-in/with",
        httponly=True,
        samesite="Lax",
        secure=sign_in.is_for_https(),
    )
    return response


def _provider_or_404(key: str) -> Provider:
    found = single_sign_on.provider(key)
    if found is None:
        abort(404)
    return found


def _way_back(key: str) -> str:
    path = url_for("single_sign_on.come_back", key=key)
    return mail.public_address(path) if current_app.config["PUBLIC_URL"] else request.host_url.rstrip("/") + path


@blueprint.get("/sign-in/with/<key>/back")
def come_back(key: str) -> Any:
    """The browser is back, with a code that says who it is, or with the provider's no."""
    found = _provider_or_404(key)
    refuse_hurry(attempts.SINGLE_SIGN_ON)
    kept: dict[str, str] = {}
    try:
        kept = _kept(key)
        is_anew = bool(kept.get("anew", "yes")) or sign_in.is_on_a_tablet()
        vouched = found.vouched(request.args.get("code", ""), kept, must_be_fresh=now() if is_anew else None)
        person = _somebody(found, vouched)
    except SignInRefused as refused:
        count_try(attempts.SINGLE_SIGN_ON)
        return page(401, problem=str(refused), wanted=kept.get("next"))
    return entered(person.id, f"{key} anew" if is_anew else key, kept["next"])


def _kept(key: str) -> dict[str, str]:
    """What was kept when this browser set out. Raises SignInRefused when this is not its way back."""
    with writing(db.session()) as session:
        kept = ceremonies.take(session, request.cookies.get(STATE_COOKIE), KIND, now())
    state = request.args.get("state", "")
    if kept is None or kept["provider"] != key or not hmac.compare_digest(kept["state"].encode(), state.encode()):
        raise SignInRefused("That sign-in was not begun here, or took too long. Try again")
    if "code" not in request.args:
        raise SignInRefused("You were not signed in")
    return kept


def _somebody(found: Provider, vouched: Vouched) -> Person:
    """The member of staff whom the provider vouches for. Raises SignInRefused for others: no account is made."""
    person = people.person_with_email(db.session(), vouched.email)
    refused = SignInRefused(f"{vouched.email} has no account here. Ask your school's administrator to invite you")
    if person is None:
        raise refused
    school = db.session().get_one(schools.School, person.school_id)
    if not vouched.is_of(school.sign_in_domain or found.domain):
        raise refused
    return person
