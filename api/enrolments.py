"""Enrolments: a person on a device gets a bearer token, and can end it."""

from typing import Any

from flask import Response, current_app, jsonify, make_response, request
from flask.views import MethodView
from flask_smorest import Blueprint
from marshmallow import ValidationError

from api.errors import problem
from api.request_body import NotJson, TooLarge, read_told
from api.schemas.sync import EnrolmentAnswer, EnrolmentRequest
from api.tokens import bearer_enrolment, erased_enrolment
from doors import sign_in
from doors.attempts import attempts
from doors.database import db
from doors.sign_in import DEVICE_COOKIE, a_try, has_just_signed_in, signed_in_person
from record import access, enrolments, people, school_document
from record.database import writing
from record.errors import SignInRefused
from record.people import Person
from record.schools import School
from record.times import now

blueprint = Blueprint("enrolments", __name__, description="Who uses which tablet")

DEVICE_COOKIE_SECONDS = 400 * 24 * 3600
MAX_BYTES = 64 * 1024
REQUEST = EnrolmentRequest()


@blueprint.route("/enrolments")
class Enrolments(MethodView):
    """The collection: enrolling."""

    @blueprint.response(201, EnrolmentAnswer)
    @blueprint.alt_response(400, schema="Problem", description="Not JSON, or not an enrolment")
    @blueprint.alt_response(
        401, schema="Problem", description="Wrong email or password, or nobody has signed in here within ten minutes"
    )
    @blueprint.alt_response(403, schema="Problem", description="This role uses no tablet, or a foreign page asks")
    @blueprint.alt_response(413, schema="Problem", description="More than an enrolment can have to say")
    @blueprint.alt_response(429, schema="Problem", description="Too many tries: see Retry-After")
    @blueprint.doc(
        security=[{}, {"browser": []}],
        requestBody={"required": True, "content": {"application/json": {"schema": EnrolmentRequest}}},
    )
    def post(self) -> Response:
        """Enrol a person on a device. The same person on the same device gets a new token; the old one ends."""
        try:
            told = read_told(request, REQUEST, MAX_BYTES)
        except TooLarge:
            return problem(413, "Too much for an enrolment", max_bytes=MAX_BYTES)
        except NotJson:
            return problem(400, "The body is not JSON, or holds what cannot be stored")
        except ValidationError as error:
            return problem(400, "This is not an enrolment", errors=error.messages)
        if "email" in told:
            tried = a_try(told["email"], told["device"]["id"])
            if wait := attempts.seconds_to_wait(tried):
                return problem(429, "Too many tries", headers={"Retry-After": str(wait)})
        person = _who(told)
        if person is None:
            return problem(401, "The email or the password is not right" if "email" in told else "Sign in first")
        if not access.may(person).use_tablet:
            return problem(403, "This role does not use a tablet")
        if "email" not in told and not has_just_signed_in():
            return problem(401, "Sign in once more: setting up works within ten minutes of it", code="sign_in_again")
        return _enrol(person, told)


def _who(told: dict[str, Any]) -> Person | None:
    if "email" not in told:
        return signed_in_person()
    try:
        return people.sign_in(db.session(), told["email"], told["password"])
    except SignInRefused:
        attempts.note_failure(a_try(told["email"], told["device"]["id"]))
        return None


def _enrol(person: Person, told: dict[str, Any]) -> Response:
    device = told["device"]
    with writing(db.session()) as session:
        enrolment, tokens = enrolments.enrol(
            session,
            person,
            device["id"],
            device["name"],
            now(),
            check=device.get("check"),
            sign_key=told.get("sign_key"),
            known_as=request.cookies.get(DEVICE_COOKIE),
        )
        seal_key = current_app.extensions["jotter"].keyring.ensure(person.school_id, now())
        school = session.get_one(School, person.school_id)
        school_document.publish(session, school, now().date(), seal_key.told())
        answer = {
            "enrolment_id": enrolment.id,
            "token": tokens.bearer,
            "carry_token": tokens.carry,
            "person": {"id": person.id, "name": person.name, "role": person.role},
            "school": {
                "id": person.school_id,
                "name": school.name,
                "work_factor": school.work_factor,
                "seal_key": seal_key.told(),
            },
        }
        # From here on a passcode is what opens things here: a session would open the desk on a locked tablet.
        sign_in.end_present(now())
    response = make_response(jsonify(answer), 201)
    sign_in.forget(response)
    response.set_cookie(
        DEVICE_COOKIE,
        device["id"],
        max_age=DEVICE_COOKIE_SECONDS,
        httponly=True,
        # Not Strict: it must come along on the way back from the school's own provider of single sign-on.
        samesite="Lax",
        secure=sign_in.is_for_https(),
    )
    return response


@blueprint.route("/enrolments/current")
class CurrentEnrolment(MethodView):
    """The caller's own enrolment."""

    @blueprint.response(204)
    @blueprint.alt_response(401, schema="Problem", description="The token is not, or no longer, good")
    @blueprint.doc(security=[{"enrolment": []}])
    def delete(self) -> Response:
        """End the caller's own enrolment. A tablet that was told to erase says by it that it has; so it may with its
        carry token."""
        with writing(db.session()) as session:
            enrolment = bearer_enrolment() or erased_enrolment()
            if enrolment is None:
                return problem(401, "This enrolment has ended")
            has_erased = enrolments.must_erase(session, enrolment)
            (enrolments.note_erased if has_erased else enrolments.end)(session, enrolment, now())
        return Response(status=204)
