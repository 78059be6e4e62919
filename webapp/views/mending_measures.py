"""The measures of a quarantined observation as fields of the mending form, and what was typed as measures again.

A new instrument needs its fields in FIELDS; whatever has no field here is kept as it is, where it is sound.
"""

from collections.abc import Mapping
from typing import Any

from record.entries import Problem
from record.instruments import abc, scale, target, time_sample
from webapp.views.measures import showable
from webapp.views.mending_fields import Field

PREFIX = "measures-"
MOMENT = "Such as 2026-11-24T10:15:00.000Z."
YES, NO, BLANK = "yes", "no", "?"
AREAS = dict(scale.SCALES["engagement"].areas)
AREA_CODES = {name.casefold(): code for code, title in AREAS.items() for name in (code, title)}


def _choices(names: Mapping[Any, str]) -> list[dict[str, str]]:
    return [{"value": str(code), "name": name} for code, name in names.items()]


_PART = "One a line."
FIELDS: dict[str, dict[str, Field]] = {
    "narrative": {},
    "abc": {
        **{name: Field("area", _PART, label=title) for name, title in abc.PARTS.items()},
        "intensity": Field(hint="From 1 to 5.", label="Intensity"),
        "duration_s": Field(label="How long (seconds)"),
        "people_present": Field(label="People present"),
    },
    "frequency": {
        "behaviour": Field(label="Behaviour"),
        "count": Field(label="How often"),
        "observed_for_s": Field(label="Watched for (seconds)"),
        "began_at": Field(hint=MOMENT, label="Watched from"),
        "taps": Field("area", f"A moment a line. {MOMENT}", label="Taps"),
    },
    "duration": {
        "behaviour": Field(label="Behaviour"),
        "spells": Field("area", "One a line: its start, a comma, its stop.", label="Spells"),
        "total_s": Field(label="In all (seconds)"),
        "latency_s": Field(label="Began after the instruction by (seconds)"),
    },
    "time_sample": {
        "behaviours": Field(
            "area", "One a line: its name, a colon, then yes or no for each interval.", label="Behaviours"
        ),
        "interval_s": Field(label="Interval (seconds)"),
        "rule": Field("choice", choices=_choices(time_sample.RULES), label="Rule"),
        "began_at": Field(hint=MOMENT, label="Watched from"),
    },
    "scale": {
        "scale": Field(
            "choice",
            choices=_choices(
                {code: known.name for code, known in scale.SCALES.items()} | {scale.OWN: "The school's own"}
            ),
            label="Scale",
        ),
        "name": Field(label="Name, of the school's own"),
        "least": Field(label="Lowest score, of the school's own"),
        "most": Field(label="Highest score, of the school's own"),
        "score": Field(label="Score"),
        "scores": Field("area", "One area a line: its name, a colon, its score from 0 to 4.", label="Engagement"),
        "note": Field("area", label="Note"),
    },
    "target": {
        "help": Field("choice", choices=_choices(target.HELP), label="Help"),
        "trials_right": Field(label="Right"),
        "trials_given": Field(label="Given"),
        "attainment": Field("choice", choices=_choices(target.ATTAINMENTS), label="Goal attainment"),
    },
    "session": {
        "provision": Field(label="Provision"),
        "planned_minutes": Field(label="Planned (minutes)"),
        "delivered_minutes": Field(label="Delivered (minutes)"),
        "present": Field("choice", choices=_choices({YES: "Yes", NO: "No"}), label="Present"),
        "absence_reason": Field(label="Why not"),
    },
}
NUMBERS = {
    *("intensity", "duration_s", "count", "observed_for_s", "total_s", "latency_s", "interval_s", "least", "most"),
    *("score", "trials_right", "trials_given", "attainment", "planned_minutes", "delivered_minutes"),
}


def fields_of(instrument: str) -> dict[str, Field]:
    """The fields of an instrument by their names in the form."""
    return {PREFIX + name: field for name, field in FIELDS.get(instrument, {}).items()}


def untyped_measures(instrument: str, measures: Any) -> dict[str, str]:
    """The form's texts for an entry's measures; what cannot be told as text is left for the person to type."""
    known = measures if isinstance(measures, dict) else {}
    return {PREFIX + name: showable(_text(name, known.get(name))) for name in FIELDS.get(instrument, {})}


def _text(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, str | int | float):
        return str(value)
    if name in abc.PARTS and isinstance(value, dict):
        chosen = value.get("chosen")
        lines = [*(chosen if isinstance(chosen, list) else []), value.get("text")]
        return "\n".join(line for line in lines if isinstance(line, str) and line)
    if name == "scores" and isinstance(value, dict):
        return "\n".join(f"{AREAS.get(area, area)}: {score}" for area, score in value.items())
    if isinstance(value, list):
        return "\n".join(_line(name, each) for each in value)
    return ""


def _line(name: str, value: Any) -> str:
    if name == "spells" and isinstance(value, dict):
        return f"{value.get('start') or ''}, {value.get('stop') or ''}"
    if name == "behaviours" and isinstance(value, dict):
        seen = value.get("intervals")
        words = (
            [YES if each is True else NO if each is False else BLANK for each in seen] if isinstance(seen, list) else []
        )
        return f"{value.get('name') or ''}: {' '.join(words)}"
    return str(value)


def typed_measures(instrument: str, values: Mapping[str, str], before: Any) -> dict[str, Any]:
    """The measures for the form's texts; what is left empty is absent, what has no field stays as it was."""
    known = before if isinstance(before, dict) else {}
    kept = {name: value for name, value in known.items() if name not in FIELDS[instrument]}
    typed = {name: _value(name, values.get(PREFIX + name, "").strip()) for name in FIELDS[instrument]}
    if instrument == "abc":  # the behaviour of a count is plain words, that of an ABC is chosen from a list as well
        typed |= {name: _part(typed[name], known.get(name)) for name in abc.PARTS if typed[name]}
    return {**kept, **{name: value for name, value in typed.items() if value is not None}}


def _value(name: str, text: str) -> Any:
    if not text:
        return None
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if name in NUMBERS:
        return _number(text)
    if name == "present":
        return {YES: True, NO: False}.get(text, text)
    if name == "scores":
        return {_area(area): _number(score.strip()) for area, _, score in (line.rpartition(":") for line in lines)}
    if name == "taps":
        return lines
    if name == "spells":
        pairs = (line.partition(",") for line in lines)
        return [{"start": start.strip(), "stop": stop.strip()} for start, _, stop in pairs]
    if name == "behaviours":
        parts = (line.rpartition(":") for line in lines)
        return [{"name": what.strip(), "intervals": _intervals(seen)} for what, _, seen in parts]
    return text


def _area(words: str) -> str:
    """The code of an area that was typed by its title or its code; what is neither stays as it is."""
    return AREA_CODES.get(words.strip().casefold(), words.strip())


def misplaced(instrument: str, values: Mapping[str, str], before: Any) -> list[Problem]:
    """What was typed that would be filed where nobody looks: a score of no area that there is, or that the entry had
    before; or a second score of one area."""
    if instrument != "scale":
        return []
    had = before.get("scores") if isinstance(before, dict) else None
    known = {*AREAS, *(had if isinstance(had, dict) else ())}
    lines = [line.strip() for line in values.get(f"{PREFIX}scores", "").splitlines() if line.strip()]
    areas = [_area(line.rpartition(":")[0]) for line in lines]
    for line, area in zip(lines, areas, strict=True):
        if area not in known:
            told = (
                f"“{line[:40]}” names no area: those are {', '.join(AREAS.values())}, each with a colon and its score"
            )
            return [Problem("body.measures.scores", told)]
        if areas.count(area) > 1:
            return [Problem("body.measures.scores", f"There are two lines for {AREAS.get(area, area)[:40]}")]
    return []


def _number(text: str) -> Any:
    """The number that was typed; anything else stays as it is, for the reader of entries to refuse."""
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text


def _part(text: str, before: Any) -> dict[str, Any]:
    """What was chosen before and still stands is chosen; every other line is words."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    chosen = before.get("chosen") if isinstance(before, dict) else None
    items = [line for line in lines if isinstance(chosen, list) and line in chosen]
    return {"chosen": items, "text": "\n".join(line for line in lines if line not in items)}


def _intervals(words: str) -> list[bool | None]:
    told = {YES: True, NO: False}
    return [told.get(word.strip(",.").lower()) for word in words.split()]
