"""JSON nested deeper than a reader can follow: what lies too deep is kept as the text that it is."""

import json
import re
from typing import Any

# Far beyond any form's depth, and far from the depth at which Python's own reader and writer give up.
MAX_NESTING = 60

# A string that never ends is taken to the end of the text: nothing here is looked at twice.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)


def flattened(text: str, most: int = MAX_NESTING) -> str:
    """The JSON text with every list and object that lies deeper than `most` written as a string of its own text."""
    parts, depth, kept_to, opened_at = [], 0, 0, 0
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
            if depth == most + 1:
                opened_at = token.start()
        elif token[0] in "]}":
            depth -= 1
            if depth == most:
                parts += [text[kept_to:opened_at], json.dumps(text[opened_at : token.end()])]
                kept_to = token.end()
    return "".join(parts) + text[kept_to:]


def written(value: Any) -> str:
    """The value as JSON text, however deep: without recursion, which would end at a thousand levels."""
    parts: list[str] = []
    waiting: list[tuple[bool, Any]] = [(False, value)]
    while waiting:
        is_text, item = waiting.pop()
        if is_text:
            parts.append(item)
        elif isinstance(item, dict):
            members = [(json.dumps(name) + ":", member) for name, member in item.items()]
            waiting += _inside("{", members, "}")
        elif isinstance(item, list):
            waiting += _inside("[", [("", member) for member in item], "]")
        else:
            parts.append(json.dumps(item))
    return "".join(parts)


def _inside(opening: str, members: list[tuple[str, Any]], closing: str) -> list[tuple[bool, Any]]:
    """What is still to be written of a list or object, last first."""
    row: list[tuple[bool, Any]] = [(True, opening)]
    for place, (label, member) in enumerate(members):
        row += [(True, ("," if place else "") + label), (False, member)]
    return [*row, (True, closing)][::-1]


def shallow(value: Any) -> Any:
    """The value with what lies too deep as text."""
    return json.loads(flattened(written(value)))
