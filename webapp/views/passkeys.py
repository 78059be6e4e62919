"""Passkeys: signing in with one, and making one at `/account`. The browser's part is static/desk/passkeys.js.

Both take two requests: the first gives a challenge, which the record keeps (record/ceremonies.py), the second brings
what the person's device made of it. A fingerprint, a face or a code is asked for every time.
"""

import json
from typing import Any
from urllib.parse import urlsplit

import structlog
import webauthn
from flask import Blueprint, Response, current_app, jsonify, make_response, request
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from doors import attempts, sign_in
from doors.database import db
from doors.sign_in import has_just_proved_who_they_are, signed_in_person, the_person
from record import ceremonies, passkeys, people
from record.database import writing
from record.errors import NotFound, Refused, SignInRefused
from record.people import Person
from record.times import now
from webapp.views.desk import go, require_sign_in, tell
from webapp.views.hurry import count_try, refuse_hurry
from webapp.views.sign_in import way_on

log = structlog.get_logger()

blueprint = Blueprint("passkeys", __name__)

CEREMONY_COOKIE = "jotter_ceremony"
MAX_ANSWER_BYTES = 64 * 1024
# What bytes of a stranger can raise in the parser, beside its own exceptions.
NONSENSE = (WebAuthnException, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)
SIGN_IN_ONCE_MORE = "Sign in once more, then add the passkey within ten minutes"
NOT_RIGHT = "That passkey could not be used here"


def _origin() -> str:
    """The address that the browser must say it is at."""
    return str(current_app.config["PUBLIC_URL"]).rstrip("/") or request.host_url.rstrip("/")


def _host() -> str:
    return urlsplit(_origin()).hostname or "localhost"


def _challenge(options: Any, kind: str, person: Person | None) -> Response:
    """The options for the browser, their challenge kept until it comes back."""
    kept = {"challenge": bytes_to_base64url(options.challenge)}
    person_id = person.id if person else None
    with writing(db.session()) as session:
        token = ceremonies.begin(session, kind, kept, now(), person_id)
    response = make_response(jsonify(json.loads(webauthn.options_to_json(options))))
    response.set_cookie(
        CEREMONY_COOKIE,
        token,
        max_age=int(ceremonies.LIFETIME.total_seconds()),
        httponly=True,
        samesite="Strict",
        secure=sign_in.is_for_https(),
    )
    return response


def _taken(kind: str, person: Person | None) -> bytes | None:
    """The challenge that this browser was given, once."""
    person_id = person.id if person else None
    with writing(db.session()) as session:
        kept = ceremonies.take(session, request.cookies.get(CEREMONY_COOKIE), kind, now(), person_id)
    return webauthn.base64url_to_bytes(kept["challenge"]) if kept else None


def _told() -> dict[str, Any]:
    """The JSON of the request; empty for anything else."""
    if request.content_length is None or request.content_length > MAX_ANSWER_BYTES:
        return {}
    told = request.get_json(silent=True)
    return told if isinstance(told, dict) else {}


def _refused(message: str, status: int) -> tuple[Response, int]:
    return jsonify({"problem": message}), status


@blueprint.post("/sign-in/passkey/challenge")
def sign_in_challenge() -> Any:
    """What a browser needs to ask its person for a passkey; it offers those that it has for this site."""
    refuse_hurry(attempts.CHALLENGE)
    count_try(attempts.CHALLENGE)
    options = webauthn.generate_authentication_options(
        rp_id=_host(), user_verification=UserVerificationRequirement.REQUIRED
    )
    return _challenge(options, "passkey sign-in", None)


@blueprint.post("/sign-in/passkey")
def enter() -> Any:
    """Sign in by what the passkey made of the challenge."""
    refuse_hurry(attempts.PASSKEY)
    told = _told()
    challenge = _taken("passkey sign-in", None)
    try:
        if challenge is None:
            raise SignInRefused("That took too long. Try again")
        person_id = _verified(told.get("credential"), challenge)
    except SignInRefused as refused:
        count_try(attempts.PASSKEY)
        return _refused(str(refused), 401)
    wanted = told.get("next")
    person = people.person_by_id(db.session(), person_id)
    response = jsonify({"next": way_on(person, wanted if isinstance(wanted, str) else None)})
    sign_in.enter(person_id, "passkey", response)
    return response


def _verified(credential: Any, challenge: bytes) -> str:
    """Whose passkey answered the challenge. Raises SignInRefused for a wrong answer."""
    credential_id = credential.get("id") if isinstance(credential, dict) else None
    if not isinstance(credential_id, str) or not credential_id.isascii() or "\0" in credential_id:
        raise SignInRefused(NOT_RIGHT)
    with writing(db.session()) as session:
        passkey, person = passkeys.passkey_by_credential(session, credential_id)
        try:
            verified = webauthn.verify_authentication_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=_host(),
                expected_origin=_origin(),
                credential_public_key=webauthn.base64url_to_bytes(passkey.public_key),
                credential_current_sign_count=passkey.sign_count,
                require_user_verification=True,
            )
        except NONSENSE as error:
            log.warning("a passkey was refused", passkey=passkey.id, reason=type(error).__name__)
            raise SignInRefused(NOT_RIGHT) from None
        passkeys.note_use(passkey, verified.new_sign_count, now())
        return person.id


@blueprint.post("/account/passkeys/challenge")
def new_challenge() -> Any:
    """What a browser needs to make a passkey for whoever has just signed in: it lets in for good, and whoever finds an
    open desk must not add theirs."""
    person = signed_in_person()
    if person is None or not has_just_proved_who_they_are():
        return _refused("Sign in first" if person is None else SIGN_IN_ONCE_MORE, 401)
    known = [webauthn.base64url_to_bytes(each.credential_id) for each in passkeys.passkeys_of(db.session(), person)]
    options = webauthn.generate_registration_options(
        rp_id=_host(),
        rp_name="Jotter",
        user_id=person.id.encode(),
        user_name=person.email,
        user_display_name=person.name,
        exclude_credentials=[PublicKeyCredentialDescriptor(id=each) for each in known],
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            require_resident_key=True,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
    )
    return _challenge(options, "passkey new", person)


@blueprint.post("/account/passkeys")
def add() -> Any:
    """Keep the passkey that the person's device has made."""
    person = signed_in_person()
    if person is None or not has_just_proved_who_they_are():
        return _refused("Sign in first" if person is None else SIGN_IN_ONCE_MORE, 401)
    told = _told()
    challenge = _taken("passkey new", person)
    if challenge is None:
        return _refused("That took too long. Try again", 409)
    try:
        made = webauthn.verify_registration_response(
            credential=told.get("credential", {}),
            expected_challenge=challenge,
            expected_rp_id=_host(),
            expected_origin=_origin(),
            require_user_verification=True,
        )
    except NONSENSE as error:
        log.warning("a new passkey was refused", reason=type(error).__name__)
        return _refused("Your device made no passkey that can be used here", 422)
    try:
        _keep(made, told)
    except Refused as refused:
        return _refused(str(refused), 422)
    tell("Passkey added. You can sign in with it.")
    return jsonify({"next": "/account"}), 201


def _keep(made: Any, told: dict[str, Any]) -> None:
    name, transports = told.get("name"), told["credential"].get("response", {}).get("transports")
    with writing(db.session()) as session:
        passkeys.add(
            session,
            the_person(),
            now(),
            credential_id=bytes_to_base64url(made.credential_id),
            public_key=bytes_to_base64url(made.credential_public_key),
            sign_count=made.sign_count,
            transports=[str(each)[:20] for each in transports[:8]] if isinstance(transports, list) else [],
            name=name.replace("\0", "") if isinstance(name, str) else "",
        )


@blueprint.post("/account/passkeys/<passkey_id>/remove")
def remove(passkey_id: str) -> Any:
    """Remove one of one's own passkeys."""
    if (led := require_sign_in()) is not None:
        return led
    try:
        with writing(db.session()) as session:
            passkeys.remove(session, the_person(), passkey_id, now())
        tell("Passkey removed. Nobody can sign in with it any more.")
    except NotFound as gone:
        tell(str(gone), "care")
    return go("/account")
