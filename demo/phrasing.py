"""Phrases with choices in them, and turning them into one sentence about one pupil.

`{this|that}` is one of the choices (they nest); `<word>` is filled in: name, he, him, his, himself (a capital
letter makes a capital), friend, peer, interest, calm, trigger, teacher, time, score, of, start, target, when, sound.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from random import Random

from demo.plans import PupilPlan

PHRASES = Path(__file__).parent / "phrases"
_INNERMOST = re.compile(r"\{([^{}]*)\}")
_SLOT = re.compile(r"<(a younger child|[A-Za-z]+)>")
_SENTENCE_START = re.compile(r"(^|\n|(?<!\.)[.!?] )$")
_PRONOUNS = {
    "he": {"he": "he", "him": "him", "his": "his", "himself": "himself"},
    "she": {"he": "she", "him": "her", "his": "her", "himself": "herself"},
}
SOUNDS = ("ai", "ee", "igh", "oa", "oo", "ar", "or", "ur", "ow", "oi", "ear", "air", "er", "ng", "th")


def read_sections(name: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """A phrase file: its `key: value` head, and its sections, each a list of phrases (one a line)."""
    head: dict[str, str] = {}
    sections: dict[str, list[str]] = {}
    section: list[str] | None = None
    for raw in (PHRASES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.strip()
        if line.startswith("== "):
            section = sections.setdefault(line[3:], [])
        elif line and section is not None:
            section.append(line)
        elif line:
            key, _, value = line.partition(":")
            head[key] = value.strip()
    return head, {key: tuple(lines) for key, lines in sections.items()}


def choose(rng: Random, phrase: str) -> str:
    """The phrase with one choice made at every `{…|…}`, innermost first."""
    while True:
        chosen = _INNERMOST.sub(lambda match: rng.choice(match[1].split("|")), phrase)
        if chosen == phrase:
            return phrase
        phrase = chosen


def words_for(rng: Random, pupil: PupilPlan, teacher: str) -> dict[str, str]:
    """What fills the slots of a phrase about this pupil, but for scores and times."""
    initials = set("ABCDEFGHJKLMNOPRSTVWZ") - {pupil.given_name[0], pupil.friend}
    return {
        "name": pupil.given_name,
        **_PRONOUNS[pupil.pronoun],
        "friend": pupil.friend,
        "peer": rng.choice(sorted(initials)),
        "interest": pupil.interest,
        "calm": pupil.calm,
        "trigger": pupil.trigger,
        "teacher": teacher,
        "sound": rng.choice(SOUNDS),
        "a younger child": "a younger child",
    }


def fill(phrase: str, words: Mapping[str, str]) -> str:
    """The phrase with its slots filled; a slot at the start of a sentence gets a capital letter."""
    text = _SLOT.sub(lambda match: _word(match, words), phrase)
    return re.sub(r"[ \t]+", " ", text).strip()


def _word(match: re.Match[str], words: Mapping[str, str]) -> str:
    slot = match[1]
    word = words.get(slot) or words[slot[0].lower() + slot[1:]]
    starts = slot[0].isupper() or _SENTENCE_START.search(match.string[: match.start()])
    return word[0].upper() + word[1:] if starts else word
