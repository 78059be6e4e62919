"""Attachments: photos of work, sent as bytes, plain or sealed, and given back to tablets that may show them."""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass

from flask import Response, current_app, request
from flask.views import MethodView
from flask_smorest import Blueprint
from limits import RateLimitItem, parse
from marshmallow import Schema, fields, validate

from api.errors import problem
from api.request_body import BrokenOff, read_sent
from api.schemas.fields import UUID_PATTERN, Id
from api.tokens import bearer_enrolment, carry_enrolment
from doors.attempts import Door, attempts
from doors.database import db
from record import attachment_losses, attachment_receiving, attachments, attachments_shown, enrolments, readings
from record.attachments import AnotherFile, Attachment, Carrier, Examined
from record.database import writing
from record.enrolments import Enrolment
from record.errors import NotFound
from record.people import Person
from record.pictures import MAX_BYTES, PATIENCE_S, TYPES, OtherKind, PicturesBusy
from record.sealing import SealDoesNotOpen
from record.times import now

# A class's tablets share one address; one tablet that sends more in ten minutes is not a person with a camera.
SENDING = Door("attachments", parse("6000 per 10 minutes"), parse("300 per 10 minutes"))
FETCHING: RateLimitItem = parse("3000 per 10 minutes")
READING = Door("photos", parse("30000 per 10 minutes"), FETCHING)

SEAL_HEADER = "X-Jotter-Seal-Key"
MAX_SEALED_BYTES = MAX_BYTES + attachments.SEAL_BYTES
# RFC 9530: a dictionary of digests, each a byte sequence between colons.
_DIGEST = re.compile(r"(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):\s*(?=$|[,;])")
_UUID = re.compile(UUID_PATTERN)

blueprint = Blueprint("attachments", __name__, description="Photos of work")


class AttachmentAnswer(Schema):
    """What became of a file. Quarantined is stored too: the SENCO sees it."""

    id = Id(required=True)
    state = fields.String(
        required=True, validate=validate.OneOf((attachments.RECEIVED, attachments.QUARANTINED, attachments.DISCARDED))
    )
    media_type = fields.String(required=True, allow_none=True)


ANY_BYTES = {"schema": {"type": "string", "format": "binary"}}
SENT = {
    "security": [{"enrolment": []}],
    "parameters": [
        {
            "in": "header",
            "name": "Content-Digest",
            "required": True,
            "description": "RFC 9530, of the bytes as sent: sha-256=:base64:",
            "schema": {"type": "string"},
        },
        {
            "in": "header",
            "name": SEAL_HEADER,
            "description": "The id of the school's key, where the bytes are sealed: HPKE as for entries, enc || ct",
            "schema": {"type": "string"},
        },
    ],
    "requestBody": {
        "required": True,
        "content": {media_type: ANY_BYTES for media_type in (*TYPES.values(), "application/octet-stream")},
    },
}
SHOWN = {
    "security": [{"enrolment": []}],
    "responses": {"200": {"description": "The picture", "content": {each: ANY_BYTES for each in TYPES.values()}}},
}


class _Unfit(Exception):
    """The request is none that could be taken; `answer` says why."""

    def __init__(self, answer: Response) -> None:
        self.answer = answer


@blueprint.route("/attachments/<attachment_id>")
class Attachments(MethodView):
    """One file under the id that its tablet gave it."""

    @blueprint.response(201, AttachmentAnswer)
    @blueprint.alt_response(200, schema=AttachmentAnswer, description="These very bytes were received before")
    @blueprint.alt_response(400, schema="Problem", description="No UUID, or the digest is missing or is another's")
    @blueprint.alt_response(401, schema="Problem", description="The enrolment has ended: sign in to send")
    @blueprint.alt_response(404, schema="Problem", description="There is no such address")
    @blueprint.alt_response(409, schema="Problem", description="Other bytes lie under this id")
    @blueprint.alt_response(413, schema="Problem", description="Larger than a file may be; nothing stored")
    @blueprint.alt_response(415, schema="Problem", description="No JPEG, PNG or WebP; or sent in a coding")
    @blueprint.alt_response(429, schema="Problem", description="Too many files in ten minutes")
    @blueprint.alt_response(503, schema="Problem", description="Others' pictures are being looked at: send it again")
    @blueprint.alt_response(507, schema="Problem", description="There is no room for it just now")
    @blueprint.doc(**SENT)
    def put(self, attachment_id: str) -> Response:
        """Deliver a file. A damaged picture, and whatever was sealed and is none, is kept and waits in quarantine."""
        enrolment, is_carrier = _sender()
        if enrolment is None:
            return problem(401, "This enrolment has ended: sign in to send")
        try:
            sent = _Sent.read(attachment_id, enrolment, is_carrier)
            return _take(sent, enrolment)
        except _Unfit as unfit:
            return unfit.answer
        except AnotherFile:
            return problem(409, "Other bytes lie under this id", code="another_file")
        except OtherKind:
            return problem(415, "This is no JPEG, PNG or WebP picture", code="other_kind")
        except PicturesBusy:
            again = {"Retry-After": str(round(PATIENCE_S))}
            return problem(503, "Others' pictures are being looked at: send it again", headers=again)
        except OSError:
            return problem(507, "There is no room for it just now")

    @blueprint.alt_response(401, schema="Problem", description="The enrolment has ended")
    @blueprint.alt_response(404, schema="Problem", description="None, or not this person's to see")
    @blueprint.alt_response(429, schema="Problem", description="Too many photos in ten minutes")
    @blueprint.doc(**SHOWN)
    def get(self, attachment_id: str) -> Response:
        """A photo, for a tablet whose person may see a pupil whose note names it. Its reading is written down."""
        enrolment, is_carrier = _sender()
        if enrolment is None:
            return problem(401, "This enrolment has ended")
        if wait := _wait(READING, enrolment):
            return wait
        if not _is_id(attachment_id) or is_carrier or enrolments.must_erase(db.session(), enrolment):
            raise NotFound("There is no such photo, or it is not yours to see")
        person = db.session.get_one(Person, enrolment.person_id)
        found, links = attachments_shown.visible(db.session(), person, attachment_id.lower())
        content = attachments.content_of(current_app.extensions["jotter"].files, found)
        media_type = found.media_type
        pupil_ids = sorted({link.pupil_id for link in links})
        school_id, person_id, device_id = person.school_id, person.id, enrolment.device_id
        subjects: dict[str | None, tuple[str, str]] = dict.fromkeys(pupil_ids, ("attachment", found.id))
        address = request.remote_addr or ""
        with writing(db.session()) as session:
            readings.note(
                session,
                school_id,
                person_id,
                readings.PHOTO,
                pupil_ids,
                now(),
                address=address,
                device_id=device_id,
                subjects=subjects,
            )
        return Response(content, content_type=media_type)


@blueprint.route("/attachments/<attachment_id>/loss")
class AttachmentLosses(MethodView):
    """That a tablet no longer has a file which it was to send."""

    @blueprint.response(204)
    @blueprint.alt_response(400, schema="Problem", description="No UUID")
    @blueprint.alt_response(401, schema="Problem", description="The enrolment has ended: sign in to send")
    @blueprint.alt_response(404, schema="Problem", description="There is no such address")
    @blueprint.alt_response(429, schema="Problem", description="Too many files in ten minutes")
    @blueprint.doc(security=[{"enrolment": []}])
    def put(self, attachment_id: str) -> Response:
        """Say that a file is lost: the desk is told, and nobody waits for it. Said again it is the same."""
        enrolment, _ = _sender()
        if enrolment is None:
            return problem(401, "This enrolment has ended: sign in to send")
        if wait := _wait(SENDING, enrolment):
            return wait
        if not _is_id(attachment_id):
            return problem(400, "This is not a UUID")
        carrier = Carrier(enrolment.school_id, enrolment.person_id, enrolment.device_id)
        with writing(db.session()) as session:
            attachment_losses.note(session, carrier, attachment_id.lower(), now())
        return Response(status=204)


def _is_id(text: str) -> bool:
    return len(text) == 36 and _UUID.match(text) is not None


def _sender() -> tuple[Enrolment | None, bool]:
    """Whose token came, and whether it is one that only carries what is sealed. A withdrawn one still delivers."""
    enrolment = bearer_enrolment()
    return (enrolment, False) if enrolment is not None else (carry_enrolment(), True)


def _wait(door: Door, enrolment: Enrolment) -> Response | None:
    seconds = attempts.seconds_at(door, request.remote_addr, enrolment.id)
    if seconds:
        return problem(429, "Too many files in ten minutes", headers={"Retry-After": str(seconds)})
    attempts.count_at(door, request.remote_addr, enrolment.id)
    return None


@dataclass(frozen=True)
class _Sent:
    """A file as it came, its digest checked."""

    id: str
    content: bytes
    digest: str
    seal_key: str | None

    @classmethod
    def read(cls, attachment_id: str, enrolment: Enrolment, is_carrier: bool) -> "_Sent":
        """Read the request, judged in the order of the contract: who, how much, what. Raises _Unfit."""
        seal_key = request.headers.get(SEAL_HEADER)
        if is_carrier and seal_key is None:
            raise _Unfit(problem(401, "With this token only sealed files are taken"))
        if wait := _wait(SENDING, enrolment):
            raise _Unfit(wait)
        content = _content(MAX_BYTES if seal_key is None else MAX_SEALED_BYTES)
        if not _is_id(attachment_id):
            raise _Unfit(problem(400, "This is not a UUID"))
        told = _DIGEST.search(request.headers.get("Content-Digest", ""))
        if told is None:
            raise _Unfit(problem(400, "Content-Digest is missing, or names no sha-256"))
        digest = hashlib.sha256(content).digest()
        if digest != _bytes_of(told[1]):
            raise _Unfit(problem(400, "The bytes are not those of Content-Digest", code="digest_differs"))
        return cls(attachment_id.lower(), content, digest.hex(), seal_key)

    def examined(self, school_id: str) -> Examined:
        """What it is, the seal opened."""
        opened: bytes | None = self.content
        if self.seal_key is not None:
            try:
                keyring = current_app.extensions["jotter"].keyring
                opened = keyring.open_bytes(school_id, self.seal_key.strip().lower(), self.content)
            except SealDoesNotOpen:
                opened = None
        return attachments.examine(self.content, opened, is_sealed=self.seal_key is not None)


def _content(limit: int) -> bytes:
    """The bytes sent, never more of them read than a file may be long. Raises _Unfit."""
    told = request.content_length or 0
    try:
        content = b"" if told > limit else read_sent(request, limit + 1)
    except BrokenOff:
        raise _Unfit(problem(400, "The body breaks off")) from None
    if max(told, len(content)) > limit:
        raise _Unfit(problem(413, "Larger than a file may be", code="too_large", max_bytes=MAX_BYTES))
    if request.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        raise _Unfit(problem(415, "Send the bytes themselves, in no coding"))
    return content


def _bytes_of(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        return b""


def _take(sent: _Sent, enrolment: Enrolment) -> Response:
    carrier = Carrier(enrolment.school_id, enrolment.person_id, enrolment.device_id)
    before = db.session.get(Attachment, (carrier.school_id, sent.id))
    if before is not None and before.digest == sent.digest:
        return _answer(before, is_new=False)
    is_sealed = sent.seal_key is not None
    if before is not None and not attachment_receiving.may_replace(db.session(), before, carrier, is_sealed=is_sealed):
        raise AnotherFile
    # Opened and decoded before anybody's turn to write begins: that takes its time.
    try:
        examined = sent.examined(carrier.school_id)
    except OtherKind:
        if before is not None:
            raise AnotherFile from None
        raise
    with writing(db.session()) as session:
        if _sender()[0] is None:
            raise _Unfit(problem(401, "This enrolment has ended: sign in to send"))
        files = current_app.extensions["jotter"].files
        kept, is_new = attachment_receiving.receive(session, files, carrier, sent.id, examined, now())
        answer = _answer(kept, is_new=is_new)
    return answer


def _answer(kept: Attachment, *, is_new: bool) -> Response:
    told = {"id": kept.id, "state": kept.state, "media_type": kept.media_type}
    text = current_app.json.dumps(told)
    return Response(text, 201 if is_new else 200, content_type="application/json")
