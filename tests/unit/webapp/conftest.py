"""The app over a fresh SQLite record with one school, and a browser for each person of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import SESSION_COOKIE
from record.observations import Observation
from record.people import Person
from record.pupils import Pupil
from record.schools import School
from tests.factories import a_browser_session, a_person, a_pupil, a_school, an_observation, assign
from webapp import create_app


@pytest.fixture
def app(sqlite_url: str, tmp_path: Path) -> Iterator[Flask]:
    """The app as it is served, but for errors, which the test gets to see."""
    app = create_app(tmp_path / "data", sqlite_url, TESTING=True)
    yield app
    with app.app_context():
        db.engine.dispose()


@dataclass
class Desk:
    """A school with one pupil, Amina, one note about her, and everybody who might look at it."""

    session: Session
    school: School
    pupil: Pupil
    note: Observation
    people: dict[str, Person]

    def look_again(self) -> None:
        """See what requests have written since."""
        self.session.rollback()

    @property
    def note_url(self) -> str:
        return f"/desk/notes/observation/{self.note.id}"


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """The test's own look at the record. No app context is held: it would carry one person's sign-in to the next."""
    with app.app_context():
        engine = db.engine
    with Session(engine) as session:
        yield session


@pytest.fixture
def desk(session: Session) -> Desk:
    """What most tests of the desk begin with."""
    school = a_school(session, "Test Primary")
    roles = ("senco", "ta", "teacher", "head", "admin", "governor")
    people = {role: a_person(session, school, role, name=f"The {role}") for role in roles}
    people["other_ta"] = a_person(session, school, "ta", name="The other TA")
    pupil = a_pupil(session, school, given_name="Amina", family_name="Yusuf")
    assign(session, people["ta"], [pupil])
    note = an_observation(session, pupil, people["ta"], "Sat with the group for six minutes.")
    session.commit()
    return Desk(session, school, pupil, note, people)


@pytest.fixture
def browse(app: Flask, desk: Desk) -> Callable[[str], FlaskClient]:
    """A browser that a person is signed in to, by their role; "nobody" is not."""

    def browser(role: str) -> FlaskClient:
        client = app.test_client()
        if role != "nobody":
            client.set_cookie(SESSION_COOKIE, a_browser_session(desk.session, desk.people[role]))
        return client

    return browser


@pytest.fixture
def senco(browse: Callable[[str], FlaskClient]) -> FlaskClient:
    """The SENCO's browser."""
    return browse("senco")
