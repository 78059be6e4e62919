"""Commands beside `jotter serve` leave the tables of a record alone, whichever version they are of."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import inspect, text

from doors.database import db
from record import schools
from record.database import writing
from record.times import now
from webapp import cli, create_app

COMMANDS = {
    "verify": ["verify"],
    "keys rotate": ["keys", "rotate"],
    "audit export": ["audit", "export", "-"],
}


@pytest.fixture
def app(tmp_path: Path, empty_database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    """The app over a database without any table, which every command is told to use."""
    monkeypatch.setenv("JOTTER_DATABASE_URL", empty_database_url)
    app = create_app(tmp_path / "data", empty_database_url)
    monkeypatch.setattr(cli, "create_app", lambda *_: app)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def run(app: Flask, tmp_path: Path) -> Callable[[list[str]], Result]:
    """Runs one command over that database."""
    return lambda command: CliRunner().invoke(cli.main, [*command, "--data", str(tmp_path / "data")])


def tables() -> set[str]:
    return {table for table in inspect(db.engine).get_table_names() if table != "alembic_version"}


def version() -> str | None:
    with db.engine.connect() as connection:
        return connection.scalar(text("SELECT version_num FROM alembic_version"))


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_record_of_an_older_version_is_left_as_it_is(app: Flask, run, command: list[str]) -> None:
    upgrade(revision="0006")
    done = run(command)
    assert done.exit_code == 2 and "start `jotter serve` once" in done.output
    assert version() == "0006"


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_record_of_a_newer_version_is_left_as_it_is(app: Flask, run, command: list[str]) -> None:
    upgrade()
    with db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'next year'"))
    done = run(command)
    assert done.exit_code == 2 and "newer Jotter" in done.output


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_where_there_is_no_record_none_is_made(app: Flask, run, command: list[str]) -> None:
    done = run(command)
    assert done.exit_code == 2 and "no record here" in done.output
    assert tables() == set()


def test_an_export_that_cannot_be_made_leaves_the_last_one_as_it_is(app: Flask, run, tmp_path: Path) -> None:
    upgrade(revision="0006")
    kept = tmp_path / "trail.jsonl"
    kept.write_text("last year's")
    assert run(["audit", "export", str(kept)]).exit_code == 2
    assert kept.read_text() == "last year's"


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_folder_that_was_mistyped_is_not_made(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JOTTER_DATABASE_URL", raising=False)
    done = CliRunner().invoke(cli.main, [*command, "--data", str(tmp_path / "mistyped")])
    assert done.exit_code == 2 and "no record here" in done.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_record_of_this_version_is_worked_with(app: Flask, run, command: list[str]) -> None:
    upgrade()
    with writing(db.session()) as session:
        schools.add_school(session, "Wrenfold", now())
    done = run(command)
    assert done.exit_code == 0, done.output
    assert "Wrenfold" in done.output or command[0] == "audit"
