"""Documents: what travels to a tablet, one schema for each kind, as the record publishes it.

To add a kind: a schema here and its name in DOCUMENTS, who gets it in record/access.py, a builder in tests/factories,
and for a kind of note what record/kinds.py says. A test holds every document that the record publishes against these.
"""

from marshmallow import INCLUDE, Schema, fields, validate

from api.schemas.fields import MAX_TEXT_CHARACTERS, Day, Id, Moment
from api.schemas.parent_meetings import EarlierActionSchema, Lines, PromptsSchema, SignatureSchema
from record.needs import AREAS
from record.passwords import WORK_FACTORS
from record.people import ROLES
from record.phases import MOST_LABEL_CHARACTERS
from record.pupils import SEN_STATUSES, YEAR_GROUPS


class Document(Schema):
    """What every document may do: say more than this version knows."""

    class Meta:
        unknown = INCLUDE


class SealKeySchema(Schema):
    """The public half of a school's present seal key."""

    id = Id(required=True)
    kem = fields.String(required=True, validate=validate.Equal("P256"))
    public = fields.String(required=True, metadata={"description": "base64url of the uncompressed point"})


class OwnScaleSchema(Schema):
    """A scale of the school's own; the first label is of the least score, the next of the one above it, and so on."""

    id = Id(required=True)
    name = fields.String(required=True)
    least = fields.Integer(required=True)
    most = fields.Integer(required=True)
    labels = fields.List(fields.String(), required=True)


class TermSchema(Schema):
    """A half-term, its first and last day both in school."""

    name = fields.String(required=True)
    first = Day(required=True)
    last = Day(required=True)


class ListsSchema(Document):
    """What the school's forms offer, and its half-terms."""

    behaviours = fields.List(fields.String(), required=True)
    antecedents = fields.List(fields.String(), required=True)
    consequences = fields.List(fields.String(), required=True)
    settings = fields.List(fields.String(), required=True)
    phrases = fields.List(fields.String(), required=True)
    provisions = fields.List(fields.String(), required=True)
    scales = fields.List(fields.Nested(OwnScaleSchema), required=True)
    terms = fields.List(fields.Nested(TermSchema), required=True)


class SchoolDocument(Document):
    """The school: what it sets for its tablets, and the key that they seal to."""

    name = fields.String(required=True)
    lock_minutes = fields.Integer(required=True, validate=validate.Range(1, 60))
    silent_days = fields.Integer(required=True, validate=validate.Range(1, 365))
    work_factor = fields.String(required=True, validate=validate.OneOf(list(WORK_FACTORS)))
    lists = fields.Nested(ListsSchema, required=True)
    seal_key = fields.Nested(SealKeySchema, required=True)


class PersonDocument(Document):
    """A member of staff."""

    name = fields.String(required=True)
    role = fields.String(required=True, validate=validate.OneOf(list(ROLES)))
    initials = fields.String(required=True)


class ProfileDocument(Document):
    """What helps whoever works with a pupil."""

    good_at = fields.String(required=True)
    helps = fields.String(required=True)
    avoid = fields.String(required=True)
    communication = fields.String(required=True)
    strategies = fields.List(fields.String(), required=True)


class PupilDocument(Document):
    """A pupil: no UPN, no date of birth."""

    given_name = fields.String(required=True)
    family_name = fields.String(required=True)
    year_group = fields.String(required=True, validate=validate.OneOf(YEAR_GROUPS))
    class_name = fields.String(required=True)
    sen_status = fields.String(required=True, validate=validate.OneOf(list(SEN_STATUSES)))
    primary_need = fields.String(required=True, allow_none=True)
    secondary_need = fields.String(required=True, allow_none=True)
    profile = fields.Nested(ProfileDocument, required=True)


class OutcomeDocument(Document):
    """What a pupil is working towards."""

    pupil_id = Id(required=True)
    text = fields.String(required=True)
    area = fields.String(required=True, validate=validate.OneOf(list(AREAS)))
    baseline = fields.String(required=True)
    review_on = Day(required=True, allow_none=True)
    met = fields.Boolean(required=True)


class PhaseDocument(Document):
    """From which day on something is done otherwise for a pupil; charts draw a line there."""

    pupil_id = Id(required=True)
    on = Day(required=True)
    label = fields.String(required=True, validate=validate.Length(1, MOST_LABEL_CHARACTERS))


class NoteDocument(Document):
    """What every kind of note says beside the body of its entry."""

    pupil_id = Id(required=True)
    author_id = Id(required=True)
    recorded_at = Moment(required=True)
    received_at = Moment(required=True)
    reviewed = fields.Boolean(required=True)
    signed = fields.Boolean()


class AttachmentDocument(Document):
    """A photo that a note names, as its author signed it."""

    id = Id(required=True)
    digest = fields.String(required=True)


class ObservationDocument(NoteDocument):
    """An observation."""

    instrument = fields.String(required=True)
    observed_at = Moment(allow_none=True)
    text = fields.String(validate=validate.Length(max=MAX_TEXT_CHARACTERS))
    setting = fields.String()
    measures = fields.Dict()
    outcome_ids = fields.List(Id())
    attachment_ids = fields.List(Id())
    attachments = fields.List(fields.Nested(AttachmentDocument))
    group_id = Id(allow_none=True)


class PresentDocument(Document):
    """Somebody who was at a meeting."""

    name = fields.String()
    relation = fields.String()
    has_responsibility = fields.Boolean(allow_none=True)


class AgreedActionDocument(Document):
    """An agreed action, as the meeting has it."""

    id = Id(required=True)
    text = fields.String(required=True)
    owner = fields.String(allow_none=True)
    due = Day(allow_none=True)


class ParentMeetingDocument(NoteDocument):
    """A parent meeting."""

    held_on = Day(required=True)
    purpose = fields.String(required=True)
    agenda = Lines()
    bring = Lines()
    needs = fields.String()
    present = fields.List(fields.Nested(PresentDocument))
    parent_view = fields.String()
    child_view = fields.String()
    discussion = fields.String()
    prompts = fields.Nested(PromptsSchema)
    actions = fields.List(fields.Nested(AgreedActionDocument))
    actions_earlier = fields.List(fields.Nested(EarlierActionSchema))
    signatures = fields.List(fields.Nested(SignatureSchema))
    next_meeting = Day(allow_none=True)
    finished = fields.Boolean()
    attachment_ids = fields.List(Id())
    attachments = fields.List(fields.Nested(AttachmentDocument))


class ActionDocument(Document):
    """An agreed action, as the record follows it."""

    pupil_id = Id(required=True)
    text = fields.String(required=True)
    owner = fields.String(required=True)
    due = Day(required=True, allow_none=True)
    done = fields.Boolean(required=True)
    from_entry = Id(required=True)


class QuestionDocument(Document):
    """What the SENCO asks the author of a note."""

    pupil_id = Id(required=True)
    entry_id = Id(required=True)
    entry_kind = fields.String(required=True)
    text = fields.String(required=True)
    asked_by = Id(required=True)
    asked_at = Moment(required=True)
    answer = fields.String(required=True, allow_none=True)
    answered_at = Moment(required=True, allow_none=True)


class ConflictDocument(Document):
    """Two versions of a note that cannot both stand."""

    pupil_id = Id(required=True)
    entry_id = Id(required=True)
    entry_kind = fields.String(required=True)
    recorded = fields.Dict(required=True)
    offered = fields.Dict(required=True)
    settled = fields.String(required=True, allow_none=True, validate=validate.OneOf(["recorded", "offered", "both"]))


DOCUMENTS: dict[str, Schema] = {
    "school": SchoolDocument(),
    "person": PersonDocument(),
    "pupil": PupilDocument(),
    "outcome": OutcomeDocument(),
    "phase": PhaseDocument(),
    "observation": ObservationDocument(),
    "parent_meeting": ParentMeetingDocument(),
    "action": ActionDocument(),
    "question": QuestionDocument(),
    "conflict": ConflictDocument(),
}
