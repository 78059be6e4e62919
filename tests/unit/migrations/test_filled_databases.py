"""Migrating a database that is in use: every row stays, and the trail stays append-only."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import Column, Date, DateTime, Integer, MetaData, Numeric, func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import JSON, Boolean

from doors.database import db
from webapp import create_app

FIRST = "0001"
A_MOMENT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture
def app(tmp_path: Path, empty_database_url: str) -> Iterator[Flask]:
    """The app over a database without any table."""
    app = create_app(tmp_path / "data", empty_database_url)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def a_value(column: Column[Any]) -> Any:
    """Something that fits the column, and the same in every table, so that each row refers to one that is there."""
    for kind, value in (
        (Boolean, False),
        (DateTime, A_MOMENT),
        (Date, date(2026, 11, 24)),
        (JSON, {}),
        (Integer, 1),
        (Numeric, 1),
    ):
        if isinstance(column.type, kind):
            return value
    return "x"


def reflected() -> MetaData:
    metadata = MetaData()
    metadata.reflect(db.engine)
    metadata.remove(metadata.tables["alembic_version"])
    return metadata


def fill() -> dict[str, int]:
    """Put a row into every table; returns how many rows each has."""
    metadata = reflected()
    with db.engine.begin() as connection:
        for table in metadata.sorted_tables:
            connection.execute(table.insert().values({column.name: a_value(column) for column in table.columns}))
    return {table.name: 1 for table in metadata.sorted_tables}


def counts() -> dict[str, int]:
    with db.engine.connect() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in reflected().sorted_tables
        }


def assert_trail_only_grows() -> None:
    for statement in ("UPDATE audit_events SET action = 'nothing'", "DELETE FROM audit_events"):
        with pytest.raises(DBAPIError, match="append-only"), db.engine.begin() as connection:
            connection.execute(text(statement))


def test_a_database_of_the_first_version_comes_to_the_newest_with_every_row(app: Flask) -> None:
    upgrade(revision=FIRST)
    before = fill()
    upgrade()
    after = counts()
    assert {name: after[name] for name in before} == before


def test_the_trail_only_grows_after_migrating(app: Flask) -> None:
    upgrade()
    fill()
    assert_trail_only_grows()
    assert counts()["audit_events"] == 1


def test_a_database_taken_back_can_come_again(app: Flask) -> None:
    upgrade()
    downgrade(revision="base")
    upgrade()
    fill()
    assert_trail_only_grows()


def test_what_was_written_before_there_were_three_times_happened_when_its_form_said(app: Flask) -> None:
    upgrade(revision="0013")
    fill()
    with db.engine.begin() as connection:
        held = {"day": date(2026, 6, 16), "yes": True}
        connection.execute(text("UPDATE parent_meetings SET held_on = :day, is_finished = :yes"), held)
    upgrade()
    with db.engine.connect() as connection:
        tables = reflected().tables
        happened = {
            name: connection.scalar(select(tables[name].c.observed_at)).replace(tzinfo=UTC)
            for name in ("observations", "parent_meetings")
        }
    assert happened == {"observations": A_MOMENT, "parent_meetings": datetime(2026, 6, 16, 11, 0, tzinfo=UTC)}
