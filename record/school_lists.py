"""The lists of a school: what its forms offer (behaviours, settings, phrases, scales …) and its half-terms.

They are offered, never required, and travel to every tablet in the school's document (docs/instruments.md). What a
school has not changed is the usual list. The verb that changes them is in school_settings.py.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from record.errors import Refused
from record.instruments.limits import MAX_WORDS_CHARACTERS
from record.instruments.scale import OWN_LEAST, OWN_MOST
from record.school_terms import Term, with_usual
from record.schools import School
from record.times import parse_wire_date, wire_date
from record.usual_lists import USUAL

WORD_LISTS = ("behaviours", "antecedents", "consequences", "settings", "phrases", "provisions")
NAMES = (*WORD_LISTS, "scales", "terms")
MAX_ITEMS = 100
MAX_SCALES = 20
MAX_TERMS = 24
MAX_TERM_DAYS = 200

Lists = dict[str, list[Any]]


def lists_of(school: School, today: date) -> Lists:
    """The school's lists as they travel; its half-terms are those of this school year and the last, and whatever
    else it has set."""
    own = school.lists or {}
    lists = {name: list(own.get(name, USUAL[name])) for name in (*WORD_LISTS, "scales")}
    return {**lists, "terms": [_told(term) for term in terms_of(school, today)]}


def terms_of(school: School, today: date) -> list[Term]:
    """The school's half-terms, in the order of their days: those of this school year and the last, and whatever
    else it has set."""
    return with_usual(_terms((school.lists or {}).get("terms", [])), today)


def problems(lists: Mapping[str, Sequence[Any]]) -> dict[str, str]:
    """What is wrong, in words, by where: `behaviours`, or `scales.0.name`. Empty when all may stand. Raises Refused
    for a list that there is not."""
    found: dict[str, str] = {}
    for name, items in lists.items():
        if name not in NAMES:
            raise Refused("There is no such list", name)
        if name == "scales":
            found |= _wrong_with_scales(items)
        elif name == "terms":
            found |= _wrong_with_terms(items)
        else:
            found |= _wrong_with_words(name, items)
    return found


def _wrong_with_words(name: str, items: Sequence[str]) -> dict[str, str]:
    if len(items) > MAX_ITEMS:
        return {name: f"At most {MAX_ITEMS} lines: there are {len(items)}"}
    long = next((item for item in items if len(item) > MAX_WORDS_CHARACTERS), None)
    if long is not None:
        return {name: f"At most {MAX_WORDS_CHARACTERS} characters a line: shorten “{long[:40]}…”"}
    return {}


def _wrong_with_scales(scales: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    if len(scales) > MAX_SCALES:
        return {"scales": f"At most {MAX_SCALES} scales"}
    found: dict[str, str] = {}
    names: set[str] = set()
    for place, scale in enumerate(scales):
        name = scale["name"]
        if not 1 <= len(name) <= MAX_WORDS_CHARACTERS:
            found[f"scales.{place}.name"] = f"Name the scale, in at most {MAX_WORDS_CHARACTERS} characters"
        elif name.casefold() in names:
            found[f"scales.{place}.name"] = f"There are two scales called {name}"
        names.add(name.casefold())
        found |= {f"scales.{place}.{field}": message for field, message in _wrong_with_steps(scale).items()}
    return found


def _wrong_with_steps(scale: Mapping[str, Any]) -> dict[str, str]:
    least, most, labels = scale["least"], scale["most"], scale["labels"]
    ends = {"least": least, "most": most}
    wrong = [field for field, value in ends.items() if type(value) is not int or not OWN_LEAST <= value <= OWN_MOST]
    if wrong:
        return dict.fromkeys(wrong, f"Enter a whole number from {OWN_LEAST} to {OWN_MOST}")
    if least >= most:
        return {"most": "The highest score must be above the lowest"}
    if len(labels) > most - least + 1:
        return {"labels": f"There are {most - least + 1} scores and {len(labels)} lines"}
    if any(len(label) > MAX_WORDS_CHARACTERS for label in labels):
        return {"labels": f"At most {MAX_WORDS_CHARACTERS} characters a line"}
    return {}


def _wrong_with_terms(terms: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    if len(terms) > MAX_TERMS:
        return {"terms": f"At most {MAX_TERMS} half-terms"}
    found: dict[str, str] = {}
    known: list[tuple[date, date]] = []
    for place, term in enumerate(terms):
        first, last = parse_wire_date(term["first"]), parse_wire_date(term["last"])
        if not 1 <= len(term["name"]) <= MAX_WORDS_CHARACTERS:
            found[f"terms.{place}.name"] = "Name the half-term, such as Autumn 1"
        if first is None or last is None:
            ends = {"first": first, "last": last}
            found |= {f"terms.{place}.{field}": "Enter a day" for field, day in ends.items() if day is None}
            continue
        if not 0 <= (last - first).days <= MAX_TERM_DAYS:
            found[f"terms.{place}.last"] = "The last day must come after the first, within the same term"
        elif any(first <= until and since <= last for since, until in known):
            found[f"terms.{place}.first"] = "This lies within another half-term"
        known.append((first, last))
    return found


def _terms(told: Sequence[Mapping[str, str]]) -> list[Term]:
    return [Term(each["name"], date.fromisoformat(each["first"]), date.fromisoformat(each["last"])) for each in told]


def _told(term: Term) -> dict[str, str | None]:
    return {"name": term.name, "first": wire_date(term.first), "last": wire_date(term.last)}
