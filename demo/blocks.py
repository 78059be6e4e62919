"""Putting a note together: each block is one thing seen, at its own time; a long note tells several, in order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from demo import moments, phrasing, school_days, voices
from demo.people import BY_KEY, CLASS_TEACHERS
from demo.plans import PupilPlan

NOON = 12 * 60 + 15
SAME_HALF = ("Later: ", "Then: ", "Later on: ", "Also: ", "After that: ", "- ", "Other thing: ")
AFTER_LUNCH = ("After lunch: ", "PM: ", "This afternoon: ", "Afternoon: ", "Pm - ")
ALL_DAY = "All day"


@dataclass(frozen=True)
class Block:
    """One thing seen: phrases with choices and slots, and the settings in which it may have been."""

    phrases: tuple[str, ...]
    settings: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """A block in words: where and at what minute of the day it happened."""

    minute: int
    setting: str
    text: str


def tell(rng: Random, pupil: PupilPlan, author: str, blocks: Sequence[Block], day: date) -> list[Told]:
    """The blocks in words, in the order in which they happened."""
    words = phrasing.words_for(rng, pupil, CLASS_TEACHERS[pupil.class_name])
    told = []
    for block in blocks:
        text = " ".join(phrasing.choose(rng, phrase) for phrase in block.phrases)
        setting = moments.setting_of(rng, text, block.settings, pupil.year_group)
        minute = school_days.minute_of(rng, setting, pupil.year_group)
        text = phrasing.fill(text, {**words, "time": voices.clock(author, minute)})
        text = _at_home_in(text, pupil, day).replace(f"with {BY_KEY[author].title}", "with me")
        told.append(Told(minute, setting, text))
    return sorted(told, key=lambda each: each.minute)


def joined(rng: Random, told: Sequence[Told]) -> str:
    """One text: the first thing, and the others each on a line that says when it was."""
    lines = [told[0].text]
    for before, after in zip(told, told[1:], strict=False):
        after_lunch = before.minute < NOON <= after.minute
        lines.append(rng.choice(AFTER_LUNCH if after_lunch else SAME_HALF) + after.text)
    return "\n".join(lines)


def _at_home_in(text: str, pupil: PupilPlan, day: date) -> str:
    """The text with what does not suit this pupil or this day put right."""
    home = pupil.carers[0][1]
    if home != "Mother":
        text = re.sub(r"\b([Mm])um\b", lambda match: home if match[1] == "M" else home.lower(), text)
    if not 9 <= day.month <= 12:
        text = text.replace("September", "the first week").replace("the autumn", "the first week")
    text = _next_school_day(text, "yesterday", day, -1)
    return _next_school_day(text, "tomorrow", day, 1)


def _next_school_day(text: str, word: str, day: date, step: int) -> str:
    """On a Monday "yesterday" was no school day: say Friday, and likewise for tomorrow."""
    other = day + timedelta(step)
    if school_days.is_school_day(other):
        return text
    while not school_days.is_school_day(other):
        other += timedelta(step)
    return re.sub(rf"\b{word}\b", f"on {other:%A}", text)
