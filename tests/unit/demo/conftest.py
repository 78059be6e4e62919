"""The demo school, as a plan and as a filled record; made once, since all its tests look and none change it."""

import shutil
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session

import demo
from demo.plans import SchoolPlan
from demo.school import school_on
from record.database import prepare, writing

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def plan() -> SchoolPlan:
    """The demo school of a Tuesday in November."""
    return school_on(TODAY)


@pytest.fixture(scope="module")
def filled(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """A session on a SQLite record that holds that school."""
    path = tmp_path_factory.mktemp("demo") / "record.sqlite3"
    shutil.copy(sqlite_template, path)
    engine = prepare(create_engine(f"sqlite:///{path}"))
    statements = count(1)
    event.listen(engine, "before_cursor_execute", lambda *_args: next(statements))
    with Session(engine) as session:
        with writing(session):
            demo.fill(session, TODAY)
        session.info["statements"] = next(statements)
        yield session
    engine.dispose()
