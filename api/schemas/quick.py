"""Reading quickly what is plainly right: a push is checked field by field in a fraction of marshmallow's time.

Whatever is not plainly right is read again by marshmallow itself, which says what is wrong and where. The rules stand
once: both ways ask the same fields, and the same `check`.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from marshmallow import INCLUDE, Schema, ValidationError, fields, validates_schema


class QuickSchema(Schema):
    """A schema that keeps unknown members, and has no defaults or hooks but `check`."""

    class Meta:
        unknown = INCLUDE

    error_messages = {"type": "This is not an object with members"}

    def load(self, data: Any, **options: Any) -> Any:
        """The data as loaded. Raises ValidationError."""
        if type(data) is dict and not options:
            try:
                return self._plainly(data)
            except ValidationError:
                pass
        return super().load(data, **options)

    def _plainly(self, data: dict[str, Any]) -> dict[str, Any]:
        loaded = dict(data)
        for name, field, plain in self._quick_fields:
            if name in data:
                found = plain(data[name]) if plain else None
                loaded[name] = field.deserialize(data[name], name, data) if found is None else found
            elif field.required:
                raise ValidationError("This is missing", name)
        self.check(loaded)
        return loaded

    @cached_property
    def _quick_fields(self) -> list[tuple[str, fields.Field, Callable[[Any], Any] | None]]:
        return [
            (name, field, field.plain if isinstance(field, QuickField) else None)
            for name, field in self.load_fields.items()
        ]

    @validates_schema
    def _is_sound(self, data: dict[str, Any], **_options: Any) -> None:
        self.check(data)

    def check(self, data: dict[str, Any]) -> None:
        """Raise ValidationError where members that are right by themselves do not go together."""


class QuickField(fields.Field):
    """A field that knows its plain values, and leaves all others to marshmallow. Put before a field's own class."""

    def plain(self, value: Any) -> Any:
        """What a plain value is loaded as; None for a value that is not plain."""
        raise NotImplementedError

    def deserialize(self, value: Any, attr: Any = None, data: Any = None, **kwargs: Any) -> Any:
        """The value as loaded. Raises ValidationError."""
        found = self.plain(value)
        return super().deserialize(value, attr, data, **kwargs) if found is None else found
