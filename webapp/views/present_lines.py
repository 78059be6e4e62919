"""The people of a meeting as lines that a person types, and the lines as people: by the rules of the tablet's form."""

import re
from typing import Any

_RESPONSIBILITY = re.compile(r"[\s,(]*\b(no )?(?:PR|parental responsibility)\b\)?\s*$", re.IGNORECASE)
_PERSON = re.compile(r"^(.+?)(?:\s*[,(]\s*(.*?)\)?)?$")
_TOLD = {True: "PR", False: "no PR"}


def people_of(text: str, before: Any = None) -> list[dict[str, Any]]:
    """`Fatima Yusuf, mother, PR` one a line; PR stands for parental responsibility. `before` are the people whose
    lines the person had before them: whose line still stands is left exactly as they were."""
    known = [one for one in before or [] if is_sound(one)] if isinstance(before, list) else []
    if known and known == before and _plain(lines_of(known)) == _plain(text):
        return known
    told = []
    for line in (each.strip() for each in text.splitlines()):
        same = next((one for one in known if _plain(_line(one)) == line), None)
        if same is not None:
            known = [one for one in known if one is not same]
        if line:
            told.append(same if same is not None else _person(line))
    return told


def is_sound(one: Any) -> bool:
    """Whether this is a person such as the record takes."""
    if not isinstance(one, dict) or not isinstance(one.get("has_responsibility"), bool | None):
        return False
    return isinstance(one.get("name", ""), str) and isinstance(one.get("relation", ""), str)


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _person(line: str) -> dict[str, Any]:
    found = _RESPONSIBILITY.search(line)
    told: dict[str, Any] = {}
    if found and found.start() > 0:
        line, told = line[: found.start()], {"has_responsibility": not found[1]}
    parts = _PERSON.match(line)
    name, relation = (parts[1], parts[2] or "") if parts else (line, "")
    return {"name": name, "relation": relation, **told}


def lines_of(present: Any) -> str:
    """The lines again."""
    return "\n".join(_line(one) for one in present or [] if isinstance(one, dict))


def _line(one: dict[str, Any]) -> str:
    responsibility = one.get("has_responsibility")
    told = _TOLD[responsibility] if isinstance(responsibility, bool) else ""
    parts = (str(one.get("name") or ""), str(one.get("relation") or ""), told)
    return ", ".join(part for part in parts if part)
