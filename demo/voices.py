"""How each author writes: their abbreviations, whether they use names or initials, full stops or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

Swap = tuple[str, str, float]  # pattern, what it becomes, how often


@dataclass(frozen=True)
class Voice:
    """One author's habits."""

    initials: float = 0.0  # how often a pupil is an initial, as in "L asked for help"
    drops_full_stop: float = 0.0
    names_setting: float = 0.0  # how often a note begins with "Maths:"
    time_mark: str = "."
    swaps: Sequence[Swap] = ()


_FULL = (
    (r"\bmins\b", "minutes", 1.0),
    (r"\bsecs\b", "seconds", 1.0),
    (r"\bincl\.", "including", 1.0),
    (r"\bpm\b", "afternoon", 1.0),
    (r"\bam\b", "am", 1.0),
)
_SHORT = (
    (r"\bminutes\b", "mins", 0.9),
    (r"\bby (?:himself|herself)\b", "ind.", 0.5),
    (r"\bwith\b", "w/", 0.45),
)
VOICES = {
    "kelly": Voice(swaps=((r"\bMr Okafor\b", "Mr O", 0.6), (r"\bminutes\b", "mins", 0.6))),
    "shanice": Voice(initials=0.7, drops_full_stop=0.55, swaps=_SHORT),
    "maureen": Voice(swaps=((r"\bmins\b", "minutes", 0.8), (r"\bsecs\b", "seconds", 1.0))),
    "joanna": Voice(drops_full_stop=0.1, time_mark=":", swaps=((r" and ", " & ", 0.35), (r"\bOK\b", "ok", 1.0))),
    "gurpreet": Voice(names_setting=0.5, swaps=((r"\bby (?:himself|herself)\b", "independently", 0.6),)),
    "ben": Voice(
        initials=0.3, drops_full_stop=0.3, time_mark=":", swaps=((r"\bmins\b", "min", 0.5), (r"!(?![)\"])", ".", 0.7))
    ),
    "okafor": Voice(swaps=_FULL),
    "prosser": Voice(swaps=_FULL),
    "aziz": Voice(swaps=_FULL, drops_full_stop=0.1),
    "senco": Voice(swaps=_FULL),
}


def speak(rng: Random, author: str, text: str, setting: str, given_name: str) -> str:
    """The text as this author would have typed it."""
    voice = VOICES[author]
    for pattern, becomes, how_often in voice.swaps:
        if rng.random() < how_often:
            text = re.sub(pattern, becomes, text)
    # "A" and "I" are words of their own: those names stay whole.
    if rng.random() < voice.initials and given_name[0] not in "AI":
        text = re.sub(rf"\b{re.escape(given_name)}\b", given_name[0], text)
    if rng.random() < voice.names_setting and not _says_where(text, setting):
        text = f"{setting}: {text}"
    if rng.random() < voice.drops_full_stop:
        text = re.sub(r"(?<!\.)\.$", "", text)
    return text


def _says_where(text: str, setting: str) -> bool:
    return setting == "All day" or ":" in text[:20] or setting.lower() in text[:40].lower()


def clock(author: str, minute: int) -> str:
    """A time of day as this author writes it: 10.20 or 10:20, by the twelve-hour clock."""
    hour = minute // 60
    return f"{hour - 12 if hour > 12 else hour}{VOICES[author].time_mark}{minute % 60:02d}"
