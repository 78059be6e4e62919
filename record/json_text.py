"""JSON as text, compactly and fast: a push writes the body of every note several times over."""

import json
from datetime import date
from typing import Any

import orjson


def json_text(value: Any) -> str:
    """The value as JSON text, not escaped beyond need. For numbers past 64 bits the standard library's slower way."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_as_orjson_has_it)


def _as_orjson_has_it(value: Any) -> str:
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is nothing that JSON has")


def sorted_json_text(value: Any) -> str:
    """The same with the members of objects in the order of their names."""
    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
    except TypeError:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_kept(text: str) -> Any:
    """What a text that was kept as received says; the text itself where it is nested deeper than can be followed."""
    try:
        return json.loads(text)
    except RecursionError:
        return text
