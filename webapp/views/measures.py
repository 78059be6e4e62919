"""What a tablet told, as facts in words: what this build knows no better words for goes by its own name.

What an instrument measured is told by shared/_summary.html and shared/_details.html; what newer tablets add, here.
"""

from typing import Any

from record.instruments import INSTRUMENTS

MAX_FACT_CHARACTERS = 2_000
MAX_DEPTH = 5


def facts(values: Any, leave_out: frozenset[str] = frozenset()) -> list[dict[str, str]]:
    """The named values of a body or of its measures, those that are empty left out."""
    if not isinstance(values, dict):
        return []
    told = [{"name": words(name), "value": said(value)} for name, value in values.items() if name not in leave_out]
    return [fact for fact in told if fact["value"]]


def unknown_facts(body: dict[str, Any]) -> list[dict[str, str]]:
    """The members of an observation's measures that its instrument does not know; all of them where nobody knows it."""
    module = INSTRUMENTS.get(str(body.get("instrument")))
    known = frozenset(module.MEMBERS) if module else frozenset()
    return facts(body.get("measures"), leave_out=known)


def words(name: object) -> str:
    """`observed_for_s` is told as `Observed for (seconds)`."""
    if str(name).endswith("_s"):
        return f"{words(str(name)[:-2])} (seconds)"
    return showable(str(name)[:60].replace("_", " ").strip().capitalize())


def said(value: Any, depth: int = 0) -> str:
    """One value as text that can be shown: lists by commas, yes and no for truth, whatever else as it is."""
    if value is None or depth > MAX_DEPTH:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, dict):
        parts = ((name, said(part, depth + 1)) for name, part in value.items())
        text = "; ".join(f"{words(name)}: {part}" for name, part in parts if part)
    elif isinstance(value, list):
        text = ", ".join(said(part, depth + 1) for part in value)
    else:
        text = str(value)
    return showable(text if len(text) <= MAX_FACT_CHARACTERS else text[:MAX_FACT_CHARACTERS] + "…")


def showable(text: str) -> str:
    """Half a character (a lone surrogate of a broken entry) cannot be sent to a browser: a mark stands for it."""
    return text.encode("utf-8", "replace").decode("utf-8")
