"""The app over a fresh SQLite record with one school, and a browser for each person of it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache
from sqlalchemy.orm import Session

from doors.attempts import attempts
from doors.database import db
from doors.sign_in import SESSION_COOKIE
from record.observations import Observation
from record.people import Person
from record.pupils import Pupil
from record.schools import School
from tests.factories import a_browser_session, a_person, a_pupil, a_school, an_observation, assign
from tests.throwaway_postgresql import StandingDatabase, ThrowawayCluster
from webapp import create_app


@pytest.fixture(scope="session", autouse=True)
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Each template is compiled once for all apps of the run, which takes longer than most requests."""
    cache = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Flask, "jinja_options", {**Flask.jinja_options, "bytecode_cache": cache})
        yield


class Standing(NamedTuple):
    """An app that stands for the whole run, for most of a test's time would go into making it; and what gives it a
    fresh record."""

    app: Flask
    renew: Callable[[], None]


@pytest.fixture(scope="session")
def standing_sqlite(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Standing:
    """The app over SQLite, in a folder of its own."""
    folder = tmp_path_factory.mktemp("standing")
    record = folder / "jotter.sqlite3"

    def renew() -> None:
        for left in folder.glob("jotter.sqlite3*"):
            left.unlink()
        shutil.copy(sqlite_template, record)

    return Standing(create_app(folder, f"sqlite:///{record}", TESTING=True), renew)


@pytest.fixture(scope="session")
def standing_postgresql(
    cluster: ThrowawayCluster, postgresql_template: str, tmp_path_factory: pytest.TempPathFactory
) -> Standing:
    """The app over PostgreSQL."""
    database = StandingDatabase(cluster, postgresql_template)
    return Standing(create_app(tmp_path_factory.mktemp("standing"), database.url, TESTING=True), database.renew)


@pytest.fixture
def database() -> str:
    """Which database the app is over; a module may say that its tests run on both."""
    return "sqlite"


@pytest.fixture
def app(request: pytest.FixtureRequest, database: str) -> Iterator[Flask]:
    """The app as it is served, but for errors, which the test gets to see; its record is fresh, nobody has tried a
    password, and its settings are put back."""
    app, renew = request.getfixturevalue(f"standing_{database}")
    renew()
    settings = dict(app.config)
    attempts.forget()
    yield app
    app.config.clear()
    app.config.update(settings)
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
