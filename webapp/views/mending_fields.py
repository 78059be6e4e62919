"""The fields of the mending form: how each is shown, and how typed text and an entry's values become each other."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from record.base import new_id
from record.instruments import INSTRUMENTS
from webapp.filters import kind_name, purpose_name
from webapp.meeting_filters import lines
from webapp.views.measures import showable
from webapp.views.present_lines import lines_of, people_of
from webapp.views.purposes import SUGGESTED, purpose_of


@dataclass(frozen=True)
class Field:
    """How a field is shown: `control` is area, choice, or the type of an input."""

    control: str = "text"
    hint: str | None = None
    choices: list[dict[str, str]] = field(default_factory=list)
    suggestions: tuple[str, ...] = ()
    label: str = ""  # where the name of the field does not say it


FIELDS = {
    "pupil_id": Field("choice"),
    "observed_at": Field("datetime-local"),
    "instrument": Field("choice", choices=[{"value": code, "name": kind_name(code)} for code in INSTRUMENTS]),
    "setting": Field(),
    "text": Field("area"),
    "held_on": Field("date"),
    "purpose": Field(suggestions=SUGGESTED),
    "present": Field("area", "One person a line: name, a comma, how they are related; PR for parental responsibility."),
    "agenda": Field("area", "One point a line."),
    "bring": Field("area", "One thing a line."),
    "needs": Field(),
    "parent_view": Field("area"),
    "child_view": Field("area"),
    "discussion": Field("area"),
    "actions": Field("area", "One action a line: what; who; by when, such as 2026-12-08."),
    "next_meeting": Field("date"),
    "finished": Field("choice", choices=[{"value": "yes", "name": "Yes"}, {"value": "no", "name": "No"}]),
}
FORMS = {
    "observation": ("pupil_id", "observed_at", "instrument", "setting", "text"),
    "parent_meeting": (
        "pupil_id", "held_on", "purpose", "present", "agenda", "bring", "needs", "parent_view", "child_view",
        "discussion", "actions", "next_meeting", "finished",
    ),
}  # fmt: skip


def untyped(kind: str, body: Mapping[str, Any]) -> dict[str, str]:
    """The form's texts for an entry's values; what cannot be told as text is left for the person to type."""
    values = {name: _text(name, body.get(name)) for name in FORMS[kind]}
    if kind == "observation":
        values["instrument"] = values["instrument"] or "narrative"
    return values


def _text(name: str, value: Any) -> str:
    if name == "present" and isinstance(value, list):
        return showable(lines_of(value))
    if name == "actions" and isinstance(value, list):
        return "\n".join(_joined(each, ("text", "owner", "due"), "; ") for each in value)
    if name == "purpose":
        return showable(purpose_name(value)) if isinstance(value, str) else ""
    if name in ("agenda", "bring"):
        return showable("\n".join(lines(value)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return showable(str(value)) if isinstance(value, str | int | float) else ""


def _joined(item: Any, names: tuple[str, ...], between: str) -> str:
    if not isinstance(item, dict):
        return showable(str(item))
    return showable(between.join(str(item.get(name) or "") for name in names)).rstrip(between)


def typed_body(kind: str, values: Mapping[str, str], before: Mapping[str, Any]) -> dict[str, Any]:
    """The entry's values for the form's texts. An action that stands as it was keeps its id."""
    body: dict[str, Any] = {name: values.get(name, "") for name in FORMS[kind]}
    if kind == "parent_meeting":
        body["purpose"] = purpose_of(body["purpose"], before.get("purpose"))
        body["present"] = people_of(values.get("present", ""), before.get("present"))
        body["actions"] = _actions(values.get("actions", ""), before.get("actions"))
        body["next_meeting"] = values.get("next_meeting") or None
        body["finished"] = values.get("finished") == "yes"
    return body


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _actions(text: str, before: Any) -> list[dict[str, Any]]:
    known = {each.get("text"): each.get("id") for each in before or [] if isinstance(each, dict)}
    told = []
    for line in _lines(text):
        # A part too many stays with the day, which then is none: the form says so, and nothing is dropped.
        what, who, due = (part.strip() for part in [*line.rstrip("; ").split(";", 2), "", ""][:3])
        told.append({"id": known.get(what) or new_id(), "text": what, "owner": who, "due": due or None})
    return told
