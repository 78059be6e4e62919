"""JSON of any depth: read and written without recursion, which would end at a thousand levels."""

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

# The protocol: nested deeper than this it is no entry, and no request.
MAX_NESTING = 100

# A string that never ends is taken to the end of the text: nothing here is looked at twice.
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)
_SPACE = re.compile(r"[ \t\n\r]*")


class Constant(str):
    """What stands where JSON has no number, such as NaN: no text, and nothing that could be stored."""


def flattened(text: str, most: int = MAX_NESTING) -> str:
    """The JSON text with every list and object that lies deeper than `most` written as a string of its own text."""
    parts, depth, kept_to, opened_at = [], 0, 0, 0
    for token in _BRACKET.finditer(text):
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


def is_balanced(text: str) -> bool:
    """Whether a JSON text closes what it opens: quickly known, before a million lists are made in vain."""
    depth = 0
    for token in _BRACKET.finditer(text):
        depth += 1 if token[0] in "[{" else -1 if token[0] in "]}" else 0
    return depth == 0


def written(
    value: Any, scalar: Callable[[Any], str] = json.dumps, order: Callable[[Iterable[str]], Iterable[str]] = list
) -> str:
    """The value as JSON text, however deep: names and what is neither list nor object as `scalar` writes them, the
    names of an object in the `order` that it puts them in."""
    parts: list[str] = []
    waiting: list[tuple[bool, Any]] = [(False, value)]
    while waiting:
        is_text, item = waiting.pop()
        if is_text:
            parts.append(item)
        elif isinstance(item, dict):
            waiting += _inside("{", [(scalar(name) + ":", item[name]) for name in order(item)], "}")
        elif isinstance(item, list):
            waiting += _inside("[", [("", member) for member in item], "]")
        else:
            parts.append(scalar(item))
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


class DeepReader:
    """Reads JSON that is nested deeper than the standard library's reader can follow."""

    def __init__(self, text: str, scalar: Callable[[str, int], tuple[Any, int]]) -> None:
        """`scalar` reads what is neither list nor object at a place: (value, where it ends)."""
        self.text, self.scalar, self.place = text, scalar, 0

    def read(self) -> Any:
        """The value of the whole text. Raises ValueError where it is not JSON."""
        top: list[Any] = []
        inside: list[Any] = [top]
        names: list[str] = [""]
        while inside:
            value, is_opened = self._value()
            self._put(inside[-1], names[-1], value)
            if is_opened:
                inside.append(value)
                names.append("")
                if not self._is_empty(value):
                    self._name(inside, names)
                    continue
                inside.pop(), names.pop()
            self._close(inside, names)
        return top[0]

    def _value(self) -> tuple[Any, bool]:
        opening = self._peek()
        if opening in ("[", "{"):
            self.place += 1
            return ([] if opening == "[" else {}), True
        try:
            value, self.place = self.scalar(self.text, self.place)
        except StopIteration:
            raise ValueError("This is not JSON") from None
        return value, False

    @staticmethod
    def _put(container: Any, name: str, value: Any) -> None:
        if isinstance(container, list):
            container.append(value)
        else:
            container[name] = value

    def _is_empty(self, container: Any) -> bool:
        if self._peek() != ("]" if isinstance(container, list) else "}"):
            return False
        self.place += 1
        return True

    def _close(self, inside: list[Any], names: list[str]) -> None:
        """Go on behind a value: to the next member of what it is in, or out of that."""
        while len(inside) > 1:
            mark = self._peek()
            self.place += 1
            if mark == ",":
                return self._name(inside, names)
            if mark != ("]" if isinstance(inside[-1], list) else "}"):
                raise ValueError("This is not JSON")
            inside.pop(), names.pop()
        if self._peek():
            raise ValueError("There is something behind the end")
        inside.pop()

    def _name(self, inside: list[Any], names: list[str]) -> None:
        if isinstance(inside[-1], list):
            return
        if self._peek() != '"':
            raise ValueError("A member has no name")
        names[-1], self.place = self.scalar(self.text, self.place)
        if self._peek() != ":":
            raise ValueError("A name has no value")
        self.place += 1

    def _peek(self) -> str:
        found = _SPACE.match(self.text, self.place)
        self.place = found.end() if found else self.place
        return self.text[self.place : self.place + 1]
