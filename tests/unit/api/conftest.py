"""A school behind the real app, on both databases: its people, its pupils and the tablets they enrol.

The app and its two databases are made once; every test founds a school of its own in them. Nothing crosses schools,
so nothing crosses tests.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from types import SimpleNamespace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session

from doors.attempts import attempts
from doors.database import db
from record import enrolments
from record.base import new_id
from record.database import prepare, writing
from record.people import Person
from record.times import now
from tests.conftest import DATABASES
from tests.factories import a_person, a_school, assign, some_pupils
from tests.unit.api.actors import Tablet
from tests.unit.api.sealing_tablet import SealingTablet
from webapp import create_app
from webapp.cli import begin_life


@pytest.fixture(scope="session", params=DATABASES)
def shared_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database with the record's tables, one of each kind for all tests of the API."""
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        path = tmp_path_factory.mktemp("api") / "record.sqlite3"
        path.write_bytes(template.read_bytes())
        yield f"sqlite:///{path}"
        return
    cluster = request.getfixturevalue("cluster")
    name = cluster.create(request.getfixturevalue("postgresql_template"))
    yield cluster.url(name)
    cluster.drop(name)


@pytest.fixture(scope="session")
def app(shared_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The app over that database, begun as `jotter serve` begins it."""
    folder = tmp_path_factory.mktemp("folder")
    app = create_app(folder, shared_url, TESTING=True)
    with app.app_context():
        begin_life(app, folder)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def engine(shared_url: str) -> Iterator[Engine]:
    """A second way into the same database, for what the desk does and for looking what is there."""
    engine = prepare(create_engine(shared_url))
    yield engine
    engine.dispose()


@pytest.fixture
def api_client(app: Flask) -> FlaskClient:
    """A client of the app that keeps no cookies, as a tablet's worker with a token needs none."""
    attempts.forget()
    return app.test_client(use_cookies=False)


@pytest.fixture
def found_school(engine: Engine) -> Callable[[], SimpleNamespace]:
    """Founds a school: a SENCO, a TA with the first three of four pupils, a teacher with all four, and a head."""

    def found() -> SimpleNamespace:
        with Session(engine, expire_on_commit=False) as session, writing(session):
            book = a_school(session)
            people = {role: a_person(session, book, role) for role in ("senco", "ta", "teacher", "head")}
            pupils = some_pupils(session, book, 4)
            assign(session, people["ta"], pupils[:3])
            assign(session, people["teacher"], pupils)
        return SimpleNamespace(id=book.id, pupils=pupils, **people)

    return found


@pytest.fixture
def school(found_school: Callable[[], SimpleNamespace]) -> SimpleNamespace:
    """The school of this test."""
    return found_school()


@pytest.fixture
def desk(session: Session) -> Callable[[], AbstractContextManager[Session]]:
    """What the desk does: `with desk() as record:` is one write to the record, committed at its end."""
    return lambda: writing(session)


@pytest.fixture
def record(session: Session) -> Callable[[], Session]:
    """The record as it now stands: `record()` is a session that sees all that was committed."""

    def fresh() -> Session:
        session.rollback()
        return session

    return fresh


@pytest.fixture
def tablet_of(api_client: FlaskClient, engine: Engine) -> Callable[..., Tablet]:
    """Gives a person an enrolled tablet."""

    def enrol(person: Person, device_id: str | None = None) -> Tablet:
        tablet = Tablet(api_client, person, device_id or new_id())
        with Session(engine) as session, writing(session):
            person = session.get_one(Person, person.id)
            _enrolment, tokens = enrolments.enrol(session, person, tablet.device_id, tablet.name, now())
            tablet.token = tokens.bearer
        return tablet

    return enrol


@pytest.fixture
def tablet(tablet_of: Callable[..., Tablet], school: SimpleNamespace) -> Tablet:
    """The TA's tablet."""
    return tablet_of(school.ta)


@pytest.fixture
def sealing(api_client: FlaskClient, school: SimpleNamespace) -> SealingTablet:
    """The TA's tablet, which signs and seals."""
    tablet = SealingTablet(api_client, school.ta)
    tablet.prepares()
    return tablet
