"""The names that people know an entry's fields by, the same as on the tablet's forms."""

from typing import Any

from webapp.filters import day, day_clock, kind_name, purpose_name
from webapp.meeting_filters import lines
from webapp.views.measures import said, showable, words
from webapp.views.present_lines import lines_of

LABELS = {
    "pupil_id": "Pupil",
    "observed_at": "When",
    "recorded_at": "Written",
    "kind": "Kind of entry",
    "text": "What was seen",
    "setting": "Setting",
    "instrument": "Kind of observation",
    "measures": "Measures",
    "outcome_ids": "Outcomes",
    "held_on": "Date",
    "purpose": "Purpose",
    "present": "People present",
    "agenda": "Agenda",
    "bring": "What to bring",
    "needs": "Interpreter or other need",
    "parent_view": "Parent's view",
    "child_view": "Child's view",
    "discussion": "What we discussed",
    "prompts": "Structured conversation",
    "actions_earlier": "Earlier actions",
    "signatures": "Signatures",
    "actions": "Agreed actions",
    "next_meeting": "Next meeting",
    "finished": "Finished",
}


def label(name: str) -> str:
    """The field's name on the form; one that no form has is told by its own."""
    return LABELS.get(name, words(name))


def field_of(path: str) -> str:
    """The field that a problem's path leads to: `present` of `body.present.0.name`."""
    parts = path.split(".")
    return parts[1] if parts[0] == "body" and len(parts) > 1 else parts[0]


def told_value(name: str, value: Any, texts: dict[str, str]) -> str:
    """One value of an entry in words; `texts` are the outcomes' by id."""
    if name == "instrument":
        return showable(kind_name(value))
    if name == "purpose":
        return showable(purpose_name(value))
    if name in ("observed_at", "recorded_at"):
        return showable(day_clock(value)) if isinstance(value, str) else ""
    if name in ("held_on", "next_meeting"):
        return showable(day(value))
    if name == "outcome_ids" and isinstance(value, list):
        return "\n".join(texts.get(each, "") for each in value if isinstance(each, str))
    if name == "actions" and isinstance(value, list):
        return "\n".join(_action(each) for each in value)
    if name in MEETING_PARTS:
        return _told_of_meeting(name, value)
    return said(value)


MEETING_PARTS = frozenset({"present", "agenda", "bring", "prompts", "actions_earlier", "signatures"})


def _told_of_meeting(name: str, value: Any) -> str:
    if name == "present" and isinstance(value, list):
        return showable(lines_of(value))
    if name in ("agenda", "bring"):
        return showable("\n".join(lines(value)))
    if name == "prompts" and isinstance(value, dict):
        return "\n".join(f"{words(step)}: {said(text)}" for step, text in value.items() if text)
    if name == "actions_earlier" and isinstance(value, list):
        done = sum(isinstance(tick, dict) and tick.get("done") is True for tick in value)
        return f"{done} ticked off" if value else ""
    if name == "signatures" and isinstance(value, list):
        return "\n".join(_signature(each) for each in value)
    return said(value)


def _signature(signature: Any) -> str:
    if not isinstance(signature, dict):
        return said(signature)
    how = "typed" if signature.get("typed") else "on the glass"
    return f"{said(signature.get('name'))} ({how})"


def _action(action: Any) -> str:
    if not isinstance(action, dict):
        return said(action)
    parts = [said(action.get("text")), said(action.get("owner")), showable(day(action.get("due")))]
    return " · ".join(part for part in parts if part)


# What the reader of entries says to a machine, as the desk says it to a person.
PLAIN = {
    "pupil_id": "Choose a pupil",
    "observed_at": "Say when it was: a day and a time",
    "held_on": "Say on which day it was held",
    "next_meeting": "This is not a day",
    "instrument": "Choose one of the list",
    "purpose": "Say what the meeting is for",
}
UNREADABLE = "It could not be read. What arrived is kept below, as it arrived."


def plain(field: str, message: str) -> str:
    """What is wrong with a field of a form, in plain words."""
    return PLAIN.get(field, message)
