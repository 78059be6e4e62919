"""What enrolment and sync say to each other, beside the entries and documents themselves."""

from typing import Any

from marshmallow import (
    EXCLUDE,
    INCLUDE,
    Schema,
    ValidationError,
    fields,
    pre_load,
    validate,
    validates,
    validates_schema,
)

from api.canonical import examine
from api.errors import ProblemSchema
from api.schemas.entries import MAX_DEVICE_SEQ, EntrySchema
from api.schemas.fields import Count, Id, Moment, limited_text
from record.sealing import public_key_of

MAX_ENTRIES = 200
MAX_BYTES = 2 * 1024 * 1024
MAX_CHANGES = 1_000
DEFAULT_CHANGES = 500
STATUSES = ("accepted", "duplicate", "merged", "conflict", "quarantined")


class DeviceSchema(Schema):
    """A device as it names itself; `check` is what it found out about its own storage."""

    class Meta:
        unknown = EXCLUDE

    id = Id(required=True)
    name = limited_text(at_most=100, at_least=1, required=True)
    check = fields.Dict(validate=validate.Length(max=20))


class EnrolmentRequest(Schema):
    """Who enrols on which device: by email and password, or (both left out) by the browser's session."""

    class Meta:
        unknown = EXCLUDE

    email = limited_text(at_most=254)
    password = limited_text(at_most=1_000, load_only=True)
    device = fields.Nested(DeviceSchema, required=True)
    sign_key = fields.Dict(validate=validate.Length(max=20))

    @validates("sign_key")
    def is_public_key(self, value: dict[str, Any], **_options: Any) -> None:
        """The person's public key on this device: a JWK of ECDSA P-256, without its private half."""
        try:
            public_key_of(value)
        except ValueError:
            raise ValidationError("This is not a P-256 public key") from None
        if "d" in value:
            raise ValidationError("A private key never leaves its tablet")

    @validates_schema
    def both_or_neither(self, data: dict[str, Any], **_options: Any) -> None:
        """An email without a password, or the other way round, is a mistake."""
        if ("email" in data) != ("password" in data):
            raise ValidationError("Give both email and password, or neither", "password")


class PersonSchema(Schema):
    """The person who enrolled."""

    id = Id()
    name = fields.String()
    role = fields.String()


class SchoolSchema(Schema):
    """The school they belong to. `seal_key` is what its tablets seal entries to; `work_factor` says how hard the
    passcodes on them shall be to guess."""

    id = Id()
    name = fields.String()
    work_factor = fields.String()
    seal_key = fields.Dict(allow_none=True)


class EnrolmentAnswer(Schema):
    """An enrolment; its token is told this once."""

    enrolment_id = Id()
    token = fields.String()
    carry_token = fields.String(
        metadata={"description": "Delivers what is sealed while the tablet is locked, and does nothing else"}
    )
    person = fields.Nested(PersonSchema)
    school = fields.Nested(SchoolSchema)


class WaitingSchema(Schema):
    """What a tablet has not been able to send."""

    class Meta:
        unknown = EXCLUDE

    queued = fields.Integer(strict=True, load_default=0, validate=validate.Range(0, 2**31 - 1))
    stuck = fields.Integer(strict=True, load_default=0, validate=validate.Range(0, 2**31 - 1))
    oldest = Moment(allow_none=True, load_default=None)
    photos = fields.Integer(strict=True, load_default=0, validate=validate.Range(0, 2**31 - 1))


class Limit(fields.Field):
    """How many changes a page may have: any number, brought inside what the record gives."""

    default_error_messages = {"invalid": "This is not a number"}

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"type": "number"}, **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> int:
        if type(value) not in (int, float):
            raise self.make_error("invalid")
        return int(min(max(value, 1), MAX_CHANGES))


class SyncEnvelope(Schema):
    """A sync request without its entries, which are read one by one so that a bad one harms no other."""

    # What a tablet says about itself; where it makes no sense it is as if it had not been said.
    REMARKS = ("client", "sent_at", "waiting", "nonce")

    class Meta:
        unknown = INCLUDE

    protocol = fields.Raw(required=True, allow_none=True, metadata={"type": "integer", "enum": [1]})
    client = limited_text(at_most=200, load_default="", allow_none=True)
    sent_at = Moment(allow_none=True, load_default=None)
    nonce = fields.String(load_default=None, allow_none=True)
    cursor = fields.Raw(load_default=None, allow_none=True, metadata={"type": ["string", "null"]})
    limit = Limit(load_default=DEFAULT_CHANGES)
    # Of this build: with `false` nothing is pulled, and the cursor comes back as it was.
    pull = fields.Raw(load_default=True, metadata={"type": "boolean"})
    waiting = fields.Nested(WaitingSchema, allow_none=True, load_default=None)
    entries = fields.List(fields.Raw(allow_none=True), required=True)

    def load(self, data: Any, **options: Any) -> Any:
        """The request as read. No remark holds up an entry: one that makes no sense is left out. Raises
        ValidationError."""
        try:
            return super().load(data, **options)
        except ValidationError as error:
            senseless = set(error.messages_dict) & set(self.REMARKS)
            if not senseless:
                raise
            return super().load({name: said for name, said in data.items() if name not in senseless}, **options)

    @pre_load
    def leave_out(self, told: Any, **_options: Any) -> Any:
        """Leave out a remark that nothing could keep. What is no JSON, or too deep, is no request."""
        if not isinstance(told, dict):
            return told
        findings = examine({name: said for name, said in told.items() if name != "entries"})
        if findings.is_too_deep or findings.has_constant:
            raise ValidationError("This is not JSON, or nested too deep")
        if findings.is_storable:
            return told
        return {name: said for name, said in told.items() if name not in self.REMARKS or self._can_be_kept(name, said)}

    def _can_be_kept(self, name: str, value: Any) -> bool:
        found = examine(value)
        return found.is_writable if name == "nonce" else found.is_storable  # a nonce only goes back


class SealedEntrySchema(Schema):
    """An entry on its way to the record, sealed: inside are payload and signature."""

    class Meta:
        unknown = INCLUDE

    id = Id(required=True)
    revision = Count(required=True)
    device_seq = Count(MAX_DEVICE_SEQ, allow_none=True)
    seal_key = fields.String(required=True)
    sealed = fields.String(required=True, metadata={"description": "base64url of enc || ciphertext"})


class SyncRequest(SyncEnvelope):
    """A sync request as the contract describes it. An entry of another shape is taken too, into quarantine."""

    entries = fields.List(fields.Nested(EntrySchema), required=True, validate=validate.Length(max=MAX_ENTRIES))


class ProblemItem(Schema):
    """What is wrong with an entry, in plain words."""

    field = fields.String()
    message = fields.String()


class ResultSchema(Schema):
    """What became of one entry; `id` and `revision` are as they were sent, null where they cannot be read."""

    id = fields.String(allow_none=True)
    revision = fields.Integer(allow_none=True)
    status = fields.String(validate=validate.OneOf(STATUSES))
    version = fields.Integer(allow_none=True, metadata={"description": "What the entry became, if anything"})
    digest = fields.String(
        allow_none=True, metadata={"description": "Of the entry as it came; null of what RFC 8785 cannot write"}
    )
    problems = fields.List(fields.Nested(ProblemItem))


class ChangeSchema(Schema):
    """One document as it now is; gone for this reader where `body` is null."""

    kind = fields.String()
    id = fields.String()
    version = fields.Integer()
    gone = fields.Boolean()
    body = fields.Dict(allow_none=True)


class CommandSchema(Schema):
    """What a tablet is told to do."""

    wipe = fields.Boolean()


class SyncAnswer(Schema):
    """What a sync answers."""

    protocol = fields.Integer()
    server_time = Moment()
    epoch = fields.String()
    nonce = fields.String(allow_none=True)
    results = fields.List(fields.Nested(ResultSchema))
    changes = fields.List(fields.Nested(ChangeSchema))
    cursor = fields.String(allow_none=True)
    more = fields.Boolean()
    command = fields.Nested(CommandSchema, allow_none=True)


class TooMuchSchema(ProblemSchema):
    """More than one request may carry: send it in parts."""

    max_entries = fields.Integer()
    max_bytes = fields.Integer()


class CursorExpiredSchema(ProblemSchema):
    """The cursor is of no use; the entries of the request were stored all the same."""

    epoch = fields.String()
    nonce = fields.String(allow_none=True)
    results = fields.List(fields.Nested(ResultSchema))
