"""Pupils and the classes they are in."""

from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from record import pupils
from record.pupils import NewPupil, Pupil, SchoolClass
from record.schools import School
from tests.factories.schools import A_MORNING

_numbers = count(1)


def a_class(session: Session, school: School, name: str | None = None) -> SchoolClass:
    """A class of the school."""
    return pupils.add_class(session, school.id, name or f"Class {next(_numbers)}")


def a_pupil(session: Session, school: School, *, now: datetime = A_MORNING, **known: Any) -> Pupil:
    """A pupil on SEN support in Year 4, with a name of their own; `known` is any field of NewPupil."""
    return some_pupils(session, school, 1, now=now, **known)[0]


def some_pupils(
    session: Session, school: School, how_many: int, *, now: datetime = A_MORNING, **known: Any
) -> list[Pupil]:
    """Many pupils alike in all but their names, added at once."""
    return pupils.add_pupils(session, school.id, [_newcomer(known) for _ in range(how_many)], now)


def _newcomer(known: dict[str, Any]) -> NewPupil:
    plain = {
        "given_name": "Sam",
        "family_name": f"Sample-{next(_numbers)}",
        "year_group": "4",
        "sen_status": "K",
        "primary_need": "SLCN",
    }
    return NewPupil(**{**plain, **known})
