"""The body of a parent meeting: who was there, what was said, what was agreed, and who signed on the glass.

Everything but the pupil, the day and the purpose may be absent; docs/parent-meetings.md says what each member means.
"""

from collections.abc import Iterable
from typing import Any

from marshmallow import ValidationError, fields, validate

from api.schemas.fields import (
    FEW,
    MAX_LINE_CHARACTERS,
    MAX_TEXT_CHARACTERS,
    Day,
    Id,
    Ids,
    Listed,
    Moment,
    Text,
    limited_text,
)
from api.schemas.quick import QuickField, QuickSchema
from api.schemas.signed_attachments import SignedAttachmentSchema
from record.times import parse_wire_time

MAX_LINES = 100
MAX_SIGNATURES = 6
MAX_POINTS = 20_000  # of all signatures of a meeting together: a name takes some two hundred
MAX_PLACE, MAX_DRAWING_MS = 10_000, 24 * 3600 * 1000


class Lines(QuickField, fields.Field):
    """A text, or a list of lines."""

    def __init__(self, **options: Any) -> None:
        lines = {"type": "array", "maxItems": MAX_LINES, "items": {"type": "string", "maxLength": MAX_LINE_CHARACTERS}}
        text = {"type": "string", "maxLength": MAX_TEXT_CHARACTERS}
        super().__init__(metadata={"oneOf": [text, lines]}, **options)

    def plain(self, value: Any) -> Any:
        """The text or the list itself."""
        if isinstance(value, str):
            return value if len(value) <= MAX_TEXT_CHARACTERS else None
        is_list = isinstance(value, list) and len(value) <= MAX_LINES
        return value if is_list and all(_is_line(line) for line in value) else None

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        raise ValidationError(
            f"A text of at most {MAX_TEXT_CHARACTERS:,} characters, or at most {MAX_LINES} lines of "
            f"{MAX_LINE_CHARACTERS} characters each"
        )


def _is_line(line: Any) -> bool:
    return isinstance(line, str) and len(line) <= MAX_LINE_CHARACTERS


class Purpose(Text):
    """What a meeting is for: one of the five that forms suggest, or other words; an older tablet sends a code."""

    def __init__(self) -> None:
        super().__init__(MAX_LINE_CHARACTERS, 1, required=True)
        self.validators.append(_says_something)

    def plain(self, value: Any) -> str | None:
        """The text itself, where it is not blank."""
        return super().plain(value) if isinstance(value, str) and value.strip() else None


def _says_something(text: str) -> None:
    if not text.strip():
        raise ValidationError("This is empty")


class WrittenMoment(Moment):
    """An RFC 3339 moment that stays in the body as the text it is."""

    def plain(self, value: Any) -> Any:
        """The text, where it names a moment."""
        return value if parse_wire_time(value) is not None else None


class Truth(QuickField, fields.Boolean):
    """True or false, and nothing that is like it."""

    def __init__(self, **options: Any) -> None:
        super().__init__(truthy={True}, falsy={False}, **options)

    def plain(self, value: Any) -> bool | None:
        """The truth itself."""
        return value if isinstance(value, bool) else None

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> bool:
        raise self.make_error("invalid")


class Measured(fields.Float):
    """A number, and no text that is like one; it stays as it was sent."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        if type(value) not in (int, float):
            raise self.make_error("invalid")
        super()._deserialize(value, attr, data, **kwargs)
        return value


class Strokes(QuickField, fields.Field):
    """What a finger drew: strokes of points [x, y, milliseconds since the first], in a box of the signature's width
    and height."""

    def __init__(self, **options: Any) -> None:
        point = {"type": "array", "minItems": 3, "maxItems": 3, "items": {"type": "number"}}
        super().__init__(
            metadata={"type": "array", "items": {"type": "array", "minItems": 1, "items": point}}, **options
        )

    def plain(self, value: Any) -> Any:
        """The strokes themselves."""
        return value if is_drawing(value) else None

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        raise ValidationError("These are not strokes of points, each with a place and a time")


def is_drawing(strokes: Any) -> bool:
    """Whether these are strokes of points that can be drawn."""
    if not isinstance(strokes, list) or len(strokes) > MAX_POINTS or count_points(strokes) > MAX_POINTS:
        return False
    return all(isinstance(stroke, list) and stroke and all(map(_is_point, stroke)) for stroke in strokes)


def count_points(strokes: Iterable[Any]) -> int:
    """How many points all strokes have."""
    return sum(len(stroke) for stroke in strokes if isinstance(stroke, list))


def _is_point(point: Any) -> bool:
    if not isinstance(point, list) or len(point) != 3 or not all(type(each) in (int, float) for each in point):
        return False
    x, y, at = point
    return abs(x) <= MAX_PLACE and abs(y) <= MAX_PLACE and 0 <= at <= MAX_DRAWING_MS


class PresentSchema(QuickSchema):
    """Somebody who was at a meeting, or is invited to it."""

    name = limited_text(at_most=MAX_LINE_CHARACTERS)
    relation = limited_text(at_most=MAX_LINE_CHARACTERS)
    has_responsibility = Truth(allow_none=True)


class AgreedActionSchema(QuickSchema):
    """One agreed action, as the meeting's form has it."""

    id = Id(required=True)
    text = limited_text(at_most=MAX_LINE_CHARACTERS, at_least=1, required=True)
    owner = limited_text(at_most=MAX_LINE_CHARACTERS, allow_none=True)
    due = Day(allow_none=True)


class EarlierActionSchema(QuickSchema):
    """An action agreed at an earlier meeting, and whether it is done by now."""

    id = Id(required=True)
    done = Truth(required=True)


class PromptsSchema(QuickSchema):
    """What was said at each step of a structured conversation."""

    explore = limited_text()
    focus = limited_text()
    plan = limited_text()
    review = limited_text()


class SignatureSchema(QuickSchema):
    """One signature: drawn on the glass, or a name typed in its stead."""

    id = Id()
    name = limited_text(at_most=MAX_LINE_CHARACTERS)
    role = limited_text(at_most=MAX_LINE_CHARACTERS)
    signed_at = WrittenMoment(allow_none=True)
    strokes = Strokes()
    typed = Truth()
    width = Measured(validate=validate.Range(min=1, max=MAX_PLACE))
    height = Measured(validate=validate.Range(min=1, max=MAX_PLACE))

    def check(self, data: dict[str, Any]) -> None:
        """A drawing, or a typed name."""
        if data.get("typed"):
            if not (data.get("name") or "").strip():
                raise ValidationError("A typed signature is a name", "name")
        elif not data.get("strokes"):
            raise ValidationError("A signature is drawn, or typed", "strokes")


class ParentMeetingBody(QuickSchema):
    """A parent meeting."""

    pupil_id = Id(required=True)
    held_on = Day(required=True)
    purpose = Purpose()
    agenda = Lines()
    bring = Lines()
    needs = limited_text(at_most=MAX_LINE_CHARACTERS)
    present = Listed(fields.Nested(PresentSchema), validate=FEW)
    parent_view = limited_text()
    child_view = limited_text()
    discussion = limited_text()
    prompts = fields.Nested(PromptsSchema)
    actions = Listed(fields.Nested(AgreedActionSchema), validate=FEW)
    actions_earlier = Listed(fields.Nested(EarlierActionSchema), validate=FEW)
    next_meeting = Day(allow_none=True)
    signatures = Listed(
        fields.Nested(SignatureSchema),
        validate=validate.Length(max=MAX_SIGNATURES, error=f"At most {MAX_SIGNATURES} signatures"),
    )
    finished = Truth()
    attachment_ids = Ids()
    attachments = Listed(fields.Nested(SignedAttachmentSchema), validate=FEW)

    def check(self, data: dict[str, Any]) -> None:
        """Two actions of one meeting cannot share an id, and all signatures together are no more than a page holds."""
        for name in ("actions", "actions_earlier"):
            ids = [action["id"] for action in data.get(name) or []]
            if len(ids) != len(set(ids)):
                raise ValidationError("Two actions have the same id", name)
        points = sum(count_points(signature.get("strokes") or []) for signature in data.get("signatures") or [])
        if points > MAX_POINTS:
            raise ValidationError(f"The signatures have more than {MAX_POINTS:,} points", "signatures")
