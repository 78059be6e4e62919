"""The way back into a jotter whose passcode was forgotten: its key, sealed to the school, opened for its owner."""

import json

from flask import Response, current_app, request
from flask.views import MethodView
from flask_smorest import Blueprint
from marshmallow import EXCLUDE, Schema, ValidationError, fields, validate

from api.errors import problem
from api.request_body import NotJson, TooLarge, read_told
from api.schemas.fields import Id, limited_text
from doors.database import db
from doors.sign_in import has_just_proved_who_they_are, signed_in_person
from record import audit, enrolments
from record.database import writing
from record.sealing import SealDoesNotOpen
from record.times import now

blueprint = Blueprint("vault", __name__, description="Forgotten passcodes")

VAULT_INFO = b"jotter vault v1"
MAX_BYTES = 64 * 1024


class RecoveryRequest(Schema):
    """A jotter's key as its tablet sealed it to the school: HPKE as for entries, `info` = `jotter vault v1`, around
    JSON `{"person", "device", "key"}`."""

    class Meta:
        unknown = EXCLUDE

    device_id = Id(required=True)
    seal_key = Id(required=True)
    sealed = limited_text(at_most=2_000, at_least=1, required=True)


REQUEST = RecoveryRequest()


class RecoveryAnswer(Schema):
    """The key, to be wrapped with a new passcode at once."""

    key = fields.String(validate=validate.Length(max=200))


@blueprint.route("/vault/recoveries")
class Recoveries(MethodView):
    """The collection: each recovery is told to the audit trail."""

    @blueprint.response(201, RecoveryAnswer)
    @blueprint.alt_response(400, schema="Problem", description="Not JSON, or not a sealed key")
    @blueprint.alt_response(401, schema="Problem", description="Nobody has signed in here within ten minutes")
    @blueprint.alt_response(403, schema="Problem", description="It is another person's or another device's key")
    @blueprint.alt_response(413, schema="Problem", description="More than a sealed key can be")
    @blueprint.doc(
        security=[{"browser": []}],
        requestBody={"required": True, "content": {"application/json": {"schema": RecoveryRequest}}},
    )
    def post(self) -> Response:
        """Open the key of a jotter of whoever has just signed in, on a device they are enrolled on."""
        person = signed_in_person()
        if person is None:
            return problem(401, "Sign in first")
        if not has_just_proved_who_they_are():
            return problem(401, "Sign in once more")
        try:
            told = read_told(request, REQUEST, MAX_BYTES)
        except TooLarge:
            return problem(413, "Too much for a sealed key", max_bytes=MAX_BYTES)
        except NotJson:
            return problem(400, "The body is not JSON")
        except ValidationError as error:
            return problem(400, "This is not a sealed key", errors=error.messages)
        keyring = current_app.extensions["jotter"].keyring
        try:
            inside = json.loads(keyring.open(person.school_id, told["seal_key"], told["sealed"], VAULT_INFO))
            owner, device_id, key = inside["person"], inside["device"], str(inside["key"])
        except (SealDoesNotOpen, ValueError, KeyError, TypeError, RecursionError):
            return problem(403, "This key cannot be opened here")
        is_enrolled = bool(enrolments.enrolments_of(db.session(), person.school_id, person.id, told["device_id"]))
        if (owner, device_id) != (person.id, told["device_id"]) or not is_enrolled:
            return problem(403, "This key is not yours to open")
        with writing(db.session()) as session:
            happening = audit.Happening(
                now(), "vault key recovered", person.id, device_id, subject_kind="device", subject_id=device_id
            )
            audit.record(session, person.school_id, happening)
        return Response(json.dumps({"key": key}), 201, content_type="application/json")
