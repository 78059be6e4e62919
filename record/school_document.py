"""The school's own document: what every tablet of the school is told of it, and the key that they seal to."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from record import changes
from record.school_lists import lists_of
from record.school_terms import school_year
from record.schools import School
from record.times import school_day


def publish(session: Session, school: School, today: date, seal_key: Mapping[str, str] | None = None) -> None:
    """Bring the school's document up to its settings, its lists as of `today` and its present seal key (None: the key
    that it names already), unless it says all that. Where no key was ever named there is no document: the next start
    makes it.

    Must run inside `writing`: at every start, for databases older than this document, and whenever any of it changes.
    """
    head = changes.head(session, school.id, "school", school.id)
    said: dict[str, Any] = json.loads(head.body) if head is not None and head.body else {}
    key = dict(seal_key) if seal_key is not None else said.get("seal_key")
    body = {
        "name": school.name,
        "lock_minutes": school.lock_minutes,
        "silent_days": school.silent_days,
        "work_factor": school.work_factor,
        "lists": lists_of(school, today),
        "seal_key": key,
    }
    if key and body != said:
        changes.publish(session, school.id, [changes.Change("school", school.id, scope=school.id, body=body)])


class SaidYears:
    """The school year for which each school's document was last brought up to date, as one process knows it: every
    start does so for all, and the usual half-terms in it change on 1 September only."""

    def __init__(self, now: datetime) -> None:
        self._begun = school_year(school_day(now))
        self._said: dict[str, int] = {}

    def is_behind(self, school_id: str, now: datetime) -> bool:
        """Whether a school year has begun since; asks nothing of the database."""
        return self._said.get(school_id, self._begun) != school_year(school_day(now))

    def publish(self, session: Session, school_id: str, now: datetime) -> None:
        """Bring the document up to this school year. Must run inside `writing`."""
        publish(session, session.get_one(School, school_id), school_day(now))
        self._said[school_id] = school_year(school_day(now))
