"""The app with a school in it that has one of everything, for the tests that walk through all addresses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from doors.attempts import attempts
from doors.database import db
from record import epochs
from record.database import writing
from record.times import now
from tests.unit.architecture.world import World, a_world
from webapp import create_app


@pytest.fixture(scope="module")
def app(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One app for all of these tests; each school in it is its own."""
    folder = tmp_path_factory.mktemp("matrix")
    path = folder / "record.sqlite3"
    path.write_bytes(sqlite_template.read_bytes())
    app = create_app(folder / "data", f"sqlite:///{path}", TESTING=True)
    with app.app_context(), writing(db.session()) as session:
        epochs.check_life(session, folder / "data", now())
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="module")
def engine(app: Flask) -> Engine:
    with app.app_context():
        return db.engine


@pytest.fixture
def world(app: Flask, engine: Engine) -> World:
    attempts.forget()
    with Session(engine) as session:
        return a_world(session, app.extensions["jotter"].files)
