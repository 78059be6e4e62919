"""What a school sets for itself: its name, when tablets lock, when a silent one asks for a sign-in, how hard its
passwords and passcodes are to guess, its domain, and the lists that its forms offer.

Tablets learn of it from the school's own document (school_document.py).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from record import access, audit, school_document, school_lists
from record.errors import Refused
from record.passwords import FULL, WORK_FACTORS
from record.people import Person
from record.schools import School

MAX_NAME_CHARACTERS = 200
LOCK_MINUTES = range(1, 61)
SILENT_DAYS = range(1, 366)
DOMAIN = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")


@dataclass(frozen=True)
class Settings:
    """A school's settings as they are to be."""

    name: str
    lock_minutes: int
    silent_days: int
    sign_in_domain: str = ""
    work_factor: str = FULL


def settings_of(session: Session, school_id: str) -> Settings:
    """The school's settings as they are."""
    school = session.get_one(School, school_id)
    return Settings(school.name, school.lock_minutes, school.silent_days, school.sign_in_domain, school.work_factor)


def problems(settings: Settings) -> dict[str, str]:
    """What is wrong, in words, by field; empty when all may stand."""
    found = {}
    if not 1 <= len(settings.name) <= MAX_NAME_CHARACTERS:
        found["name"] = f"Enter the school's name, at most {MAX_NAME_CHARACTERS} characters"
    if settings.lock_minutes not in LOCK_MINUTES:
        found["lock_minutes"] = f"Enter a number of minutes from {LOCK_MINUTES[0]} to {LOCK_MINUTES[-1]}"
    if settings.silent_days not in SILENT_DAYS:
        found["silent_days"] = f"Enter a number of days from {SILENT_DAYS[0]} to {SILENT_DAYS[-1]}"
    if settings.work_factor not in WORK_FACTORS:
        found["work_factor"] = "Choose one of the two"
    if settings.sign_in_domain and not DOMAIN.fullmatch(settings.sign_in_domain):
        found["sign_in_domain"] = "Enter a domain such as wrenfold.sch.uk, or leave it empty"
    return found


def change(session: Session, by: Person, settings: Settings, now: datetime) -> None:
    """Change the school's settings. Raises NotAllowed, and Refused for a value that cannot be."""
    access.require(by, manage_people=True)
    for field, message in problems(settings).items():
        raise Refused(message, field)
    school = session.get_one(School, by.school_id)
    before = settings_of(session, by.school_id)
    changed = sorted(name for name, value in vars(settings).items() if value != getattr(before, name))
    if not changed:
        return
    for name in changed:
        setattr(school, name, getattr(settings, name))
    school_document.publish(session, school, now.date())
    audit.record(
        session,
        school.id,
        audit.Happening(
            now, "settings changed", person_id=by.id, subject_kind="school", subject_id=school.id,
            detail={name: getattr(settings, name) for name in changed},
        ),
    )  # fmt: skip


def change_lists(session: Session, by: Person, changed: Mapping[str, Sequence[Any]], now: datetime) -> None:
    """Replace some of the school's lists, each by its name and as it travels. Raises NotAllowed, and Refused for a
    list that cannot be."""
    access.require(by, edit_lists=True)
    for field, message in school_lists.problems(changed).items():
        raise Refused(message, field)
    school = session.get_one(School, by.school_id)
    before = school_lists.lists_of(school, now.date())
    news = {name: list(items) for name, items in changed.items() if list(items) != before[name]}
    if not news:
        return
    school.lists = {**(school.lists or {}), **news}
    school_document.publish(session, school, now.date())
    audit.record(
        session,
        school.id,
        audit.Happening(
            now, "lists changed", person_id=by.id, subject_kind="school", subject_id=school.id,
            detail={name: {"before": before[name], "after": items} for name, items in news.items()},
        ),
    )  # fmt: skip
