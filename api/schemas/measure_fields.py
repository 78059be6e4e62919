"""Fields of measures: numbers within limits, moments kept as they were told, what was chosen from a school's list.

Every one may be null, which is the same as absent; what is there must be right.
"""

from collections.abc import Callable
from math import isfinite
from typing import Any

from marshmallow import ValidationError, fields, validate

from api.schemas.fields import Listed, Moment, Text
from api.schemas.quick import QuickField, QuickSchema
from record.instruments.abc import MAX_CHOSEN
from record.instruments.limits import EARLIEST, LATEST, MAX_REMARK_CHARACTERS, can_be
from record.times import parse_wire_time

MISSING = "This is missing"
NO_LIST = "This is not a list"
NO_MOMENT = "This is not a moment with a date, a time and a zone"
NEVER = f"Nothing can have been seen then: a moment is from {EARLIEST.year} to {LATEST.year - 1}"


class Whole(QuickField, fields.Integer):
    """A whole number from `least` to `most`."""

    def __init__(self, least: int, most: int, **options: Any) -> None:
        self.least, self.most = least, most
        self.refusal = f"This must be a whole number from {least:,} to {most:,}"
        super().__init__(allow_none=True, validate=validate.Range(least, most), **options)

    def plain(self, value: Any) -> int | None:
        """The number itself; 7.0 is the same number as 7, by JSON's own rules."""
        if type(value) is float and value.is_integer():
            value = int(value)
        return value if type(value) is int and self.least <= value <= self.most else None

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> int:
        raise ValidationError(self.refusal)


class Seconds(QuickField, fields.Float):
    """A number of seconds, from 0 (or, `above_zero`, more than 0) to `most`."""

    def __init__(self, most: int, *, above_zero: bool = False, **options: Any) -> None:
        self.most, self.above_zero = most, above_zero
        begins = "more than 0, at most" if above_zero else "from 0 to"
        self.refusal = f"This must be a number of seconds, {begins} {most:,}"
        checks = validate.Range(0, most, min_inclusive=not above_zero)
        super().__init__(allow_none=True, validate=checks, **options)

    def plain(self, value: Any) -> float | None:
        """The number itself."""
        if type(value) not in (int, float) or not isfinite(value) or (self.above_zero and value <= 0):
            return None
        return value if 0 <= value <= self.most else None

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> float:
        raise ValidationError(self.refusal)


class ToldMoment(Moment):
    """A moment at which something can have been seen. It stays the text it is: measures are kept as they were told."""

    default_error_messages = {"invalid": NO_MOMENT, "required": MISSING}

    def plain(self, value: Any) -> str | None:
        """The text, where it names such a moment."""
        return str(value) if _is_moment(value) else None

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        raise ValidationError(NO_MOMENT if parse_wire_time(value) is None else NEVER)


def _is_moment(value: Any) -> bool:
    moment = parse_wire_time(value)
    return moment is not None and can_be(moment)


class Moments(QuickField, Listed):
    """A list of moments."""

    def __init__(self, at_most: int) -> None:
        self.at_most = at_most
        length = validate.Length(max=at_most, error=f"At most {at_most:,}")
        messages: dict[str, Any] = {"invalid": NO_LIST}
        super().__init__(ToldMoment(), allow_none=True, validate=length, error_messages=messages)

    def plain(self, value: Any) -> list[str] | None:
        """The list itself."""
        if type(value) is not list or len(value) > self.at_most:
            return None
        return value if all(_is_moment(each) for each in value) else None


class YesNo(QuickField, fields.Boolean):
    """True or false, and no other way of saying it."""

    def __init__(self, **options: Any) -> None:
        messages: dict[str, Any] = {"invalid": "This is yes or no", "required": MISSING}
        super().__init__(truthy={True}, falsy={False}, error_messages=messages, **options)

    def plain(self, value: Any) -> bool | None:
        """The truth itself."""
        return value if type(value) is bool else None

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> bool:
        raise self.make_error("invalid")


class Intervals(QuickField, fields.List):
    """Yes or no for every interval, none left blank."""

    def __init__(self, at_most: int, **options: Any) -> None:
        self.at_most = at_most
        length = validate.Length(min=1, max=at_most, error=f"From 1 to {at_most:,} intervals")
        super().__init__(fields.Boolean(), validate=length, error_messages={"required": MISSING}, **options)

    def plain(self, value: Any) -> list[bool] | None:
        """The list itself."""
        if type(value) is not list or not 1 <= len(value) <= self.at_most:
            return None
        return value if all(type(each) is bool for each in value) else None

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> list[Any]:
        if type(value) is not list:
            raise ValidationError("This is a list of yes and no")
        blank = next((place for place, each in enumerate(value) if each is None), None)
        if blank is not None:
            raise ValidationError(f"Interval {blank + 1} is blank")
        if not all(type(each) is bool for each in value):
            raise ValidationError("Each interval is yes or no")
        return value


class Picked(QuickField, fields.Raw):
    """Items chosen from the school's list and words beside them, or plain words."""

    def __init__(self) -> None:
        words = {"type": "string", "maxLength": MAX_REMARK_CHARACTERS}
        item = {"type": "string", "maxLength": MAX_REMARK_CHARACTERS}
        chosen = {"type": "array", "items": item, "maxItems": MAX_CHOSEN}
        parts = {"type": "object", "properties": {"chosen": chosen, "text": words}}
        super().__init__(allow_none=True, metadata={"anyOf": [words, parts, {"type": "null"}]})

    def plain(self, value: Any) -> Any:
        """The words, or the object, themselves."""
        return None if self._problems(value) else value

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        raise ValidationError(self._problems(value))

    def _problems(self, value: Any) -> dict[str, list[str]] | list[str]:
        if isinstance(value, str):
            return [_TOO_LONG] if len(value) > MAX_REMARK_CHARACTERS else []
        if type(value) is not dict:
            return ["This is words, or what was chosen with words"]
        found = {"chosen": _wrong_with_chosen(value.get("chosen")), "text": _wrong_with_text(value.get("text"))}
        return {name: [message] for name, message in found.items() if message}


_TOO_LONG = f"At most {MAX_REMARK_CHARACTERS:,} characters"


def _wrong_with_chosen(chosen: Any) -> str:
    if chosen is None:
        return ""
    if type(chosen) is not list or not all(isinstance(each, str) for each in chosen):
        return "This is a list of words"
    if len(chosen) > MAX_CHOSEN:
        return f"At most {MAX_CHOSEN} can be chosen"
    return "" if all(len(each) <= MAX_REMARK_CHARACTERS for each in chosen) else _TOO_LONG


def _wrong_with_text(text: Any) -> str:
    if text is None or (isinstance(text, str) and len(text) <= MAX_REMARK_CHARACTERS):
        return ""
    return _TOO_LONG if isinstance(text, str) else "This is not text"


class Part(QuickField, fields.Nested):
    """An object within the measures."""

    def __init__(self, schema: Callable[[], QuickSchema]) -> None:
        self.quick = schema()
        super().__init__(schema, allow_none=True)

    def plain(self, value: Any) -> Any:
        """The object as its schema loads it."""
        return _loaded(self.quick, value)


class Rows(QuickField, Listed):
    """A list of objects."""

    def __init__(self, schema: Callable[[], QuickSchema], at_least: int, at_most: int, what: str) -> None:
        self.quick, self.at_least, self.at_most = schema(), at_least, at_most
        words = f"From {at_least} to {at_most:,} {what}" if at_least else f"At most {at_most:,} {what}"
        length = validate.Length(min=at_least, max=at_most, error=words)
        messages: dict[str, Any] = {"invalid": NO_LIST}
        super().__init__(fields.Nested(schema), allow_none=True, validate=length, error_messages=messages)

    def plain(self, value: Any) -> list[Any] | None:
        """The list, each as its schema loads it."""
        if type(value) is not list or not self.at_least <= len(value) <= self.at_most:
            return None
        rows = [_loaded(self.quick, each) for each in value]
        return None if any(row is None for row in rows) else rows


def _loaded(schema: QuickSchema, value: Any) -> Any:
    try:
        return schema.load(value) if type(value) is dict else None
    except ValidationError:
        return None


def words() -> Text:
    """What a thing is called: as long as one item of a school's list."""
    return Text(MAX_REMARK_CHARACTERS, allow_none=True)


def remark() -> Text:
    """A sentence or a few."""
    return Text(MAX_REMARK_CHARACTERS, allow_none=True)
