"""Bodies of entries, one schema for each kind. Unknown fields of newer tablets are kept.

To add a kind: a schema here, its name in BODIES, and what record/kinds.py says.
"""

from typing import Any

from marshmallow import ValidationError, fields

from api.schemas.fields import FEW, MAX_LINE_CHARACTERS, Id, Ids, Listed, Members, WireMoment, limited_text
from api.schemas.measures import MEASURES, says_something
from api.schemas.parent_meetings import ParentMeetingBody
from api.schemas.quick import QuickSchema
from api.schemas.signed_attachments import SignedAttachmentSchema
from record.instruments import INSTRUMENTS


class Body(QuickSchema):
    """What every body says: whom it is about."""

    pupil_id = Id(required=True)


class ObservationBody(Body):
    """An observation. What its measures hold is the matter of its instrument: api/schemas/measures.py."""

    # A newer tablet's instrument is shown by its text.
    instrument = limited_text(
        at_most=MAX_LINE_CHARACTERS, at_least=1, required=True, metadata={"examples": list(INSTRUMENTS)}
    )
    observed_at = WireMoment(allow_none=True)
    text = limited_text()
    setting = limited_text(at_most=MAX_LINE_CHARACTERS)
    measures = Members()
    outcome_ids = Ids()
    attachment_ids = Ids()
    attachments = Listed(fields.Nested(SignedAttachmentSchema), validate=FEW)
    group_id = Id(allow_none=True)

    def check(self, data: dict[str, Any]) -> None:
        """The measures are right for the instrument, and the whole says something: a narrative by its text. What an
        instrument that is not known here says is not for us to judge."""
        if data["instrument"] not in INSTRUMENTS:
            return
        measures = data.get("measures")
        if measures:
            data["measures"] = _measured(data["instrument"], measures)
        if (data.get("text") or "").strip():
            return
        if data["instrument"] == "narrative":
            raise ValidationError("A narrative needs some words", "text")
        if not says_something(measures):
            raise ValidationError("This says nothing: it has neither words nor measures", "text")


def _measured(instrument: str, measures: dict[str, Any]) -> dict[str, Any]:
    try:
        return dict(MEASURES[instrument].load(measures))
    except ValidationError as error:
        raise ValidationError({"measures": error.messages}) from None


class AnswerBody(Body):
    """An author's answer to the SENCO's question."""

    question_id = Id(required=True)
    text = limited_text(at_least=1, required=True)


BODIES: dict[str, QuickSchema] = {
    "observation": ObservationBody(),
    "parent_meeting": ParentMeetingBody(),
    "answer": AnswerBody(),
}
