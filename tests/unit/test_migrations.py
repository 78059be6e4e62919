"""The migrations lead from an empty database to exactly what the models say, on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect

from doors.database import db
from record.models import Base
from webapp import create_app


@pytest.fixture
def app(tmp_path: Path, empty_database_url: str) -> Iterator[Flask]:
    """The app over a database without any table."""
    app = create_app(tmp_path / "data", empty_database_url)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_migrating_from_empty_makes_what_the_models_say(app: Flask) -> None:
    upgrade()
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_keys_have_the_order_that_the_models_say(app: Flask) -> None:
    upgrade()  # a key is an index too: by what comes first in it, rows are found quickly
    keys = {name: inspect(db.engine).get_pk_constraint(name)["constrained_columns"] for name in Base.metadata.tables}
    assert keys == {name: [column.name for column in table.primary_key] for name, table in Base.metadata.tables.items()}


def test_migrating_twice_changes_nothing(app: Flask) -> None:
    upgrade()
    before = set(inspect(db.engine).get_table_names())
    upgrade()
    assert set(inspect(db.engine).get_table_names()) == before


def test_every_migration_can_be_taken_back(app: Flask) -> None:
    upgrade()
    downgrade(revision="base")
    assert set(inspect(db.engine).get_table_names()) == {"alembic_version"}
