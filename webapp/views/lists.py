"""The school's lists, for the SENCO: what the tablets' forms offer, and the half-terms that charts mark."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import request
from flask.typing import ResponseReturnValue

from doors.database import db
from doors.sign_in import the_person
from record import access, school_lists, school_settings
from record.base import new_id
from record.database import writing
from record.errors import NotFound
from record.schools import School
from record.times import now
from webapp.views.desk import answer, desk_blueprint, go, tell

blueprint = desk_blueprint("lists")

_WHOLE = re.compile(r"[-+]?\d{1,4}", re.ASCII)


@dataclass(frozen=True)
class About:
    """A list as the desk speaks of it."""

    title: str
    hint: str


ABOUT = {
    "behaviours": About("Behaviours", "What is counted, timed, sampled and described in ABC."),
    "antecedents": About("Antecedents", "What came before, in ABC."),
    "consequences": About("Consequences", "What followed, in ABC."),
    "settings": About("Settings", "Where it was seen."),
    "phrases": About("Quick phrases", "Put into a note's words by one tap."),
    "provisions": About("Provisions", "What a session was of."),
    "scales": About("Scales", "Scales of the school's own, beside Leuven, the engagement model and the zones."),
    "terms": About("Half-terms", "Marked on charts. A year without any of its own has the usual ones."),
}
CHANGED = "Somebody has changed this list since you opened it: see below what it says now. Saving again replaces that"
COUNTED = {"scales": "scale", "terms": "half-term"}


@blueprint.get("/lists")
def lists() -> ResponseReturnValue:
    """All lists, each with how much is on it."""
    access.require(the_person(), edit_lists=True)
    known = _lists()
    rows = [
        {
            "name": name,
            "title": about.title,
            "hint": about.hint,
            "count": _counted(len(known[name]), COUNTED.get(name, "line")),
        }
        for name, about in ABOUT.items()
    ]
    return answer("desk/lists.html", rows=rows)


def _counted(number: int, one: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


@blueprint.route("/lists/<list_name>", methods=["GET", "POST"])
def one_list(list_name: str) -> ResponseReturnValue:
    """One list as a form: one item a line, or a row for each scale and half-term."""
    access.require(the_person(), edit_lists=True)
    if list_name not in ABOUT:
        raise NotFound("There is no such list")
    known = _lists()
    if request.method == "GET":
        items = known[list_name]
        return _page(list_name, _shown(list_name, items), {}, 200, _digest(items))
    typed, wanted = READ.get(list_name, _read_words)(known[list_name])
    seen = request.form.get("seen", "")
    errors = school_lists.problems({list_name: wanted})
    if errors:
        return _page(list_name, typed, errors, 422, seen)
    with writing(db.session()) as session:
        present = _lists()[list_name]
        is_as_seen = seen in ("", _digest(present)) or wanted == present
        if is_as_seen:
            school_settings.change_lists(session, the_person(), {list_name: wanted}, now())
    if not is_as_seen:
        return _page(list_name, typed, {list_name: CHANGED}, 409, _digest(present), _told(list_name, present))
    tell("Saved. Tablets have it at their next sync.")
    return go("/desk/lists")


def _lists() -> school_lists.Lists:
    school = db.session().get_one(School, the_person().school_id)
    return school_lists.lists_of(school, now().date())


def _shown(name: str, items: list[Any]) -> Any:
    """What stands in the form: a text of lines, or rows with one more for a newcomer."""
    if name == "scales":
        return [{**each, "labels": "\n".join(each["labels"])} for each in items]
    return items if name == "terms" else "\n".join(items)


def _digest(items: list[Any]) -> str:
    """What the form says of the list that it shows, so that nobody saves over what they have not seen."""
    return hashlib.sha256(json.dumps(items, sort_keys=True).encode()).hexdigest()


def _told(name: str, items: list[Any]) -> list[str]:
    """The list in words, a line an item."""
    if name == "scales":
        return [
            f"{each['name']}, {each['least']} to {each['most']}: {', '.join(filter(None, each['labels']))}"
            for each in items
        ]
    return [f"{each['name']}: {each['first']} to {each['last']}" for each in items] if name == "terms" else items


def _page(
    name: str, typed: Any, errors: Mapping[str, str], status: int, seen: str, present: Sequence[str] | None = None
) -> ResponseReturnValue:
    # In a form a field's path is its id: `scales.0.name` would be read as three by a style sheet.
    told = {place.replace(".", "-"): message for place, message in errors.items()}
    most = {"scales": school_lists.MAX_SCALES, "terms": school_lists.MAX_TERMS}.get(name, 0)
    rows = [*typed, {}] if most and len(typed) < most else typed
    return answer(
        "desk/list.html",
        status=status,
        name=name,
        about=ABOUT[name],
        typed=rows,
        errors=told,
        seen=seen,
        present=present,
        most=school_lists.MAX_ITEMS,
    )


def _clean(text: str) -> str:
    """One line without blanks around it, and without what cannot be seen."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())


def _lines(text: str) -> list[str]:
    """Each line once, in the order typed."""
    found: dict[str, str] = {}
    for line in map(_clean, text.splitlines()):
        if line:
            found.setdefault(line.casefold(), line)
    return list(found.values())


def _read_words(_known: list[Any]) -> tuple[str, list[str]]:
    text = request.form.get("lines", "")
    return text, _lines(text)


def _rows(list_name: str, fields: tuple[str, ...], most: int) -> list[dict[str, str]]:
    """The rows in which anything was typed: whoever empties a row takes it off the list."""
    rows = [
        {field: request.form.get(f"{list_name}-{place}-{field}", "") for field in fields} for place in range(most + 1)
    ]
    return [row for row in rows if any(value.strip() for field, value in row.items() if field != "id")]


def _read_scales(known: list[Any]) -> tuple[list[dict[str, str]], list[dict[str, Any]]]:
    typed = _rows("scales", ("id", "name", "least", "most", "labels"), school_lists.MAX_SCALES)
    ids = {each["id"] for each in known}
    wanted = [
        {
            "id": row["id"] if row["id"] in ids else new_id(),
            "name": _clean(row["name"]),
            "least": _whole(row["least"]),
            "most": _whole(row["most"]),
            "labels": [_clean(line) for line in row["labels"].splitlines() if line.strip()],
        }
        for row in typed
    ]
    return typed, wanted


def _whole(text: str) -> int | None:
    return int(text) if _WHOLE.fullmatch(text.strip()) else None


def _read_terms(_known: list[Any]) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    typed = _rows("terms", ("name", "first", "last"), school_lists.MAX_TERMS)
    typed.sort(key=lambda row: row["first"] or "9")  # those without a day last, where their mistake is told
    return typed, [{**row, "name": _clean(row["name"])} for row in typed]


READ: dict[str, Callable[[list[Any]], tuple[Any, list[Any]]]] = {"scales": _read_scales, "terms": _read_terms}
