"""When school is on: an English school's year, its day, and which lesson is when."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

from record.school_terms import school_year, usual_terms

LONDON = ZoneInfo("Europe/London")
EARLIEST, LATEST = 8 * 60 + 40, 15 * 60 + 45  # minutes past midnight: nobody writes notes outside school hours
TERM_DAYS = 54

# (from, to) of a day, in minutes past midnight, by setting; infants (to Year 2) keep other hours than juniors.
INFANT_DAY = {
    "Registration": [(525, 540)],
    "Phonics group": [(540, 570)],
    "Literacy": [(570, 628)],
    "Playground": [(630, 645), (735, 765)],
    "Snack": [(630, 645)],
    "Maths": [(645, 705)],
    "Lunch": [(705, 735)],
    "Carpet time": [(540, 560), (780, 800)],
    "Assembly": [(890, 908)],
    "Home time": [(908, 920)],
}
JUNIOR_DAY = {
    "Registration": [(525, 540)],
    "Assembly": [(540, 560)],
    "Guided reading": [(560, 585)],
    "Literacy": [(585, 645)],
    "Playground": [(645, 660), (760, 790)],
    "Maths": [(660, 730)],
    "Lunch": [(730, 760)],
    "Home time": [(908, 920)],
}
AFTERNOON = (795, 890)
AT_ANY_TIME = {"1:1 session": (560, 885), "Small group": (560, 885), "Transition": (540, 880)}
INFANT_SETTINGS = {"Phonics group", "Carpet time", "Free flow", "Role play", "Snack"}


def is_school_day(day: date) -> bool:
    """Whether an English school is open on a day, as most authorities' calendars have it."""
    is_may_day = day.month == 5 and day.day <= 7 and day.weekday() == 0
    if day.weekday() > 4 or is_may_day:
        return False
    return any(term.first <= day <= term.last for term in _terms(school_year(day)))


_terms = cache(usual_terms)


def days_before(today: date, how_many: int = TERM_DAYS) -> list[date]:
    """The last school days before a day, oldest first."""
    days: list[date] = []
    day = today
    while len(days) < how_many:
        day -= timedelta(1)
        if is_school_day(day):
            days.append(day)
    return days[::-1]


def on_or_after(day: date) -> date:
    """The day itself, or the first school day after it."""
    while not is_school_day(day):
        day += timedelta(1)
    return day


def is_infant(year_group: str) -> bool:
    """Whether the year group keeps the infants' day: Reception to Year 2."""
    return year_group in ("R", "1", "2")


def minute_of(rng: Random, setting: str, year_group: str) -> int:
    """A minute of the day at which something may have happened in a setting."""
    timetable = INFANT_DAY if is_infant(year_group) else JUNIOR_DAY
    slots = timetable.get(setting) or [AT_ANY_TIME.get(setting, AFTERNOON)]
    first, last = rng.choice(slots)
    return rng.randint(first, last)


def at(day: date, minute: int, second: int = 0) -> datetime:
    """The moment of a minute of a school day, moved into school hours where it is not within them."""
    return moment(day, min(max(minute, EARLIEST), LATEST), second)


def moment(day: date, minute: int, second: int = 0) -> datetime:
    """The moment, in UTC, of a minute of a day in British time."""
    local = datetime.combine(day, time(minute // 60, minute % 60, second), LONDON)
    return local.astimezone(UTC)
