"""Members of staff who can sign in; all have the one PASSWORD, hashed once and lightly."""

from datetime import datetime
from functools import cache
from itertools import count

from sqlalchemy.orm import Session

from record import people, sessions
from record.passwords import LIGHT
from record.people import Person
from record.schools import School
from record.times import now as present_moment
from tests.factories.schools import A_MORNING

PASSWORD = "correct-horse-battery"

_numbers = count(1)


def a_person(
    session: Session,
    school: School,
    role: str = "ta",
    *,
    name: str | None = None,
    email: str | None = None,
    now: datetime = A_MORNING,
) -> Person:
    """A member of staff, a TA unless said otherwise, with a name and email of their own."""
    number = next(_numbers)
    return people.add_person(
        session,
        school.id,
        name=name or f"Pat Tester-{number}",
        email=email or f"{role}{number}@test.school",
        role=role,
        password_hash=_password_hash(),
        now=now,
    )


@cache
def _password_hash() -> str:
    return people.hash_password(PASSWORD, LIGHT)


def a_browser_session(session: Session, person: Person) -> str:
    """A browser signed in to by this person a moment ago, committed; returns the token for its cookie."""
    token = sessions.begin(
        session, person, "password", present_moment(), user_agent="Test browser", address="127.0.0.1"
    )
    session.commit()
    return token
