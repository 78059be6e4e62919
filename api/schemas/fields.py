"""Fields that the contract uses again and again: ids, moments, days, counts and texts of a limited length."""

import re
from collections.abc import Iterable
from typing import Any

from marshmallow import fields, validate

from api.schemas.quick import QuickField
from record.times import parse_wire_date, parse_wire_time, wire_time

UUID_PATTERN = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"
_UUID = re.compile(UUID_PATTERN)
MAX_TEXT_CHARACTERS = 20_000
MAX_LINE_CHARACTERS = 2_000  # the least that any other text of a body holds
MAX_COUNT = 2**31 - 1
MAX_LIST = 100
FEW = validate.Length(max=MAX_LIST)


class Id(QuickField, fields.String):
    """A UUID as text; loaded in lower case."""

    default_error_messages = {"invalid": "This is not a UUID"}

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"pattern": UUID_PATTERN, **options.pop("metadata", {})}, **options)

    def plain(self, value: Any) -> str | None:
        """Lower case, of a UUID."""
        return value.lower() if isinstance(value, str) and len(value) == 36 and _UUID.match(value) else None

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> str:
        raise self.make_error("invalid")


class Moment(QuickField, fields.String):
    """An RFC 3339 moment, kept as text; loaded as an aware datetime in UTC."""

    default_error_messages = {"invalid": "This is not an RFC 3339 moment with a time zone"}

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"format": "date-time", **options.pop("metadata", {})}, **options)

    def plain(self, value: Any) -> Any:
        """The moment, of a text that names one."""
        return parse_wire_time(value)

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        raise self.make_error("invalid")


class WireMoment(Moment):
    """A moment that stays in the body, as the text that answers tell it by: in UTC with milliseconds."""

    def plain(self, value: Any) -> Any:
        """The text, of one that names a moment."""
        moment = parse_wire_time(value)
        return wire_time(moment) if moment else None


class Day(QuickField, fields.String):
    """An ISO 8601 day; checked, and loaded as the text it is."""

    default_error_messages = {"invalid": "This is not a day like 2026-11-24"}

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"format": "date", **options.pop("metadata", {})}, **options)

    def plain(self, value: Any) -> str | None:
        """The text, where it names a day."""
        return str(value) if parse_wire_date(value) is not None else None

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> str:
        raise self.make_error("invalid")


class Count(QuickField, fields.Integer):
    """A whole number from 1 to `most`."""

    def __init__(self, most: int = MAX_COUNT, **options: Any) -> None:
        self.most = most
        checks = validate.Range(min=1, max=most, error="This is not a count from 1")
        messages: dict[str, Any] = {"required": "This is missing"}
        super().__init__(strict=True, validate=checks, error_messages=messages, **options)

    def plain(self, value: Any) -> int | None:
        """The number itself; JSON knows one kind, so that 1.0 is 1."""
        if type(value) is float and value.is_integer():
            value = int(value)
        return value if type(value) is int and 1 <= value <= self.most else None


class Text(QuickField, fields.String):
    """A text of a limited length."""

    def __init__(self, at_most: int, at_least: int = 0, **options: Any) -> None:
        self.at_most, self.at_least = at_most, at_least
        at_least_words = "This is empty" if at_least == 1 else f"At least {at_least} characters"
        checks: list[Any] = [validate.Length(max=at_most, error=f"At most {at_most:,} characters")]
        if at_least:
            checks.insert(0, validate.Length(min=at_least, error=at_least_words))
        words = {"required": "This is missing", "null": "This is missing", "invalid": "This is not text"}
        messages: dict[str, Any] = {**words}
        super().__init__(validate=checks, error_messages=messages, **options)

    def plain(self, value: Any) -> str | None:
        """The text itself."""
        return value if isinstance(value, str) and self.at_least <= len(value) <= self.at_most else None


class Choice(QuickField, fields.String):
    """One of the words that there are for something."""

    def __init__(self, words: Iterable[str], refusal: str, **options: Any) -> None:
        self.words = tuple(words)
        messages: dict[str, Any] = {"invalid": refusal}
        super().__init__(validate=validate.OneOf(self.words, error=refusal), error_messages=messages, **options)

    def plain(self, value: Any) -> str | None:
        """The word itself."""
        return value if isinstance(value, str) and value in self.words else None


class Word(QuickField, fields.String):
    """A word of which newer tablets may have more."""

    def plain(self, value: Any) -> str | None:
        """The word itself."""
        return value if isinstance(value, str) else None


class Members(QuickField, fields.Dict):
    """An object with members of any name and kind."""

    default_error_messages = {"invalid": "This is not an object with members"}

    def plain(self, value: Any) -> dict[str, Any] | None:
        """The object itself."""
        return value if type(value) is dict else None


class Listed(fields.List):
    """A list of a limited length. One that is too long is refused unread: to say of each of a million what is wrong
    with it would keep everybody waiting."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> list[Any]:
        if isinstance(value, list):
            self._validate(value)
        return super()._deserialize(value, attr, data, **kwargs)


class Ids(QuickField, Listed):
    """A list of UUIDs."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Id(), validate=FEW, **options)

    def plain(self, value: Any) -> list[str] | None:
        """Most notes name no outcome and no photo."""
        return [] if value == [] else None


def limited_text(at_most: int = MAX_TEXT_CHARACTERS, at_least: int = 0, **options: Any) -> Text:
    """A text of a limited length."""
    return Text(at_most, at_least, **options)
