"""When a note can have been written: its own words must agree with the clock and the weekday."""

import re
from datetime import date
from random import Random

from demo import school_days

# What the beginning of a note says of where it happened, most telling first.
_PLACES = (
    (r"\b(lunch|dinner hall|pudding|the cook|fork in|only ate)\b", "Lunch"),
    (
        r"\b(register|registration|zones check|at the gate|the gate|side door|in from the gate|radio aid check)",
        "Registration",
    ),
    (r"\b(assembly)\b", "Assembly"),
    (r"\b(playground|on duty|football|at play\b|all play\b|wet play|the pitch|mud kitchen)", "Playground"),
    (r"^snack\b|\bat snack\b", "Snack"),
    (r"\b(home time|pick up)\b", "Home time"),
    (r"\b(stairs|fire drill|line up)\b", "Transition"),
    (r"\b(guided reading)\b", "Guided reading"),
    (r"\b(PE|swimming)\b", "PE"),
    (r"\b(phonics)\b", "Phonics group"),
    (r"\bMaths\b", "Maths"),
    (r"\bLiteracy\b", "Literacy"),
    (r"\bScience\b", "Science"),
    (r"\bTopic\b", "Topic"),
    (r"\bArt\b", "Art"),
    (r"\bComputing\b", "Computing"),
    (r"\bMusic\b", "Music"),
    (r"\b(Lego group)\b", "Lego group"),
)
_CLOCK = re.compile(r"(?<![\d/£])(\d{1,2})[.:]([0-5]\d)(?![\d/])")
_LATER = (  # words that a note can only hold from a certain minute of the day on
    (
        r"whole (?:day|morning)|all (?:day|morning)|by lunch|after lunch|at lunch|(?:all|whole)(?: of)? lunch",
        12 * 60 + 35,
    ),
    (r"whole day|all day|all afternoon|end of the day|this afternoon|in the afternoon", 14 * 60 + 40),
    (r"shattered by 2|home time|counted? for the day|today <score>|so far today", 14 * 60 + 30),
    (r"[Bb]y (?:ten|10)\b|by eleven|[Bb]y 11\b|half nine|worst day", 11 * 60 + 20),
    (r"after break|at break|by break", 11 * 60),
)
OPENING = 70


def setting_of(rng: Random, text: str, usual: tuple[str, ...], year_group: str) -> str:
    """Where a note happened: what its first words say, or one of the usual settings."""
    if len(set(usual)) == 1:
        return usual[0]
    opening = text[:OPENING]
    for pattern, setting in _PLACES:
        found = re.search(pattern, opening, re.IGNORECASE if pattern.islower() else 0)
        if found and _has(setting, year_group):
            return setting
    return rng.choice(usual)


def _has(setting: str, year_group: str) -> bool:
    return school_days.is_infant(year_group) or setting not in school_days.INFANT_SETTINGS


def written_at(rng: Random, text: str, happened: int) -> int:
    """The minute at which a note about what happened then was written: after the last thing that it tells."""
    earliest = happened + rng.randint(4, 40)
    for hour, minute in _CLOCK.findall(text):
        told = (int(hour) + (12 if int(hour) < 8 else 0)) * 60 + int(minute)
        earliest = max(earliest, told + rng.randint(3, 25))
    for pattern, minute in _LATER:
        if re.search(pattern, text):
            earliest = max(earliest, minute + rng.randint(0, 25))
    return earliest


def fits_day(text: str, day: date) -> bool:
    """Whether a note may be of this day: nobody writes "better than on Tuesday" on a Tuesday."""
    return f"on {day:%A}" not in text
