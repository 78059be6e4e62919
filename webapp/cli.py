"""The command line: serve the record, check it, begin a new epoch."""

import os
import sys
from pathlib import Path
from typing import TextIO

import click
from flask import Flask
from flask_migrate import upgrade

from doors.database import db
from record import attachment_checks, audit, audit_export, epochs, school_document, schools, signatures
from record.database import writing
from record.times import now
from webapp import create_app, database_version
from webapp.logs import guard_hooks, set_up_logs
from webapp.server import Server

data_option = click.option(
    "--data", type=click.Path(path_type=Path), default=Path("var/jotter"), show_default=True, help="Folder of the data."
)


@click.group()
def main() -> None:
    """Jotter: the SENCO's record, and the tablets that write to it."""
    set_up_logs()


def open_app(data: Path) -> Flask:
    """The app over the data, its tables brought up to date: for whoever is about to serve it."""
    app = create_app(data, os.environ.get("JOTTER_DATABASE_URL"))
    with app.app_context():
        upgrade()
    return app


class NotThisVersion(click.ClickException):
    """The record's tables are of another version. Not 1, which says that something in the record does not hold."""

    exit_code = 2


def open_as_it_is(data: Path) -> Flask:
    """The app over the data, its tables left alone: checking a record, perhaps a copy of it, must not change it.
    Raises NotThisVersion where that cannot be done."""
    url = os.environ.get("JOTTER_DATABASE_URL")
    if not url and not (data / "jotter.sqlite3").exists():
        raise NotThisVersion("There is no record here yet: `jotter serve` makes one.")
    app = create_app(data, url)
    with app.app_context():
        if wrong := database_version.what_is_wrong(app, db.engine):
            db.engine.dispose()
            raise NotThisVersion(wrong)
    return app


@main.command()
@data_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--demo", is_flag=True, help="Fill an empty folder with the demo school.")
@click.option("--workers", type=click.IntRange(1, 32), help="Processes; more than one only on PostgreSQL.")
def serve(data: Path, host: str, port: int, demo: bool, workers: int | None) -> None:
    """Serve the record with a production server."""
    guard_hooks()
    app = open_app(data)
    with app.app_context():
        is_sqlite = db.engine.dialect.name == "sqlite"
        if demo and not schools.all_schools(db.session()):
            _fill_demo()
        begin_life(app, data)
        db.session.remove()
        db.engine.dispose()  # a forked process must not share our connections
    if is_sqlite and (workers or 1) > 1:
        raise click.UsageError("SQLite has one process; set JOTTER_DATABASE_URL for more.")
    Server(app, host, port, workers or (1 if is_sqlite else 2)).run()


def begin_life(app: Flask, data: Path) -> None:
    """What every start does before the first request: notice a restored backup, and have each school say its key."""
    with writing(db.session()) as session:
        epochs.check_life(session, data, now())
        for school in schools.all_schools(session):
            key = app.extensions["jotter"].keyring.ensure(school.id, now())
            school_document.publish(session, school, now().date(), key.told())


def _fill_demo() -> None:
    from demo import fill

    with writing(db.session()) as session:
        fill(session, now())
    click.echo("The demo school is ready; every account has the password chalk-and-talk.")


@main.command()
@data_option
def verify(data: Path) -> None:
    """Check every school's audit trail, event by event, every signature and every attachment. Exits with 1 where one
    does not hold."""
    app = open_as_it_is(data)
    sound = True
    with app.app_context():
        for school in schools.all_schools(db.session()):
            session, files = db.session(), app.extensions["jotter"].files
            read = app.extensions["jotter"].read_entry
            faults = [*audit.faults(session, school.id), *signatures.faults(session, school.id, read)]
            faults += attachment_checks.faults(session, files, school.id)
            sound = sound and not faults
            signed, photos = signatures.count(session, school.id), attachment_checks.count(session, school.id)
            checked = f"{school.audit_count:,} events, {signed:,} signatures, {photos:,} attachments"
            click.echo(f"{school.name}: {checked}, " + ("sound" if not faults else "BROKEN"))
            if doubted := signatures.count_doubted(session, school.id):
                click.echo(f"  {doubted:,} entries beside them came with a signature that was not believed")
            for fault in faults[:100]:
                click.echo(f"  {fault}", err=True)
        db.session.remove()
        db.engine.dispose()
    sys.exit(0 if sound else 1)


@main.group()
def keys() -> None:
    """The school's seal keys."""


@keys.command()
@data_option
def rotate(data: Path) -> None:
    """Make a new seal key for every school; the old ones are kept to open what is still under way."""
    app = open_as_it_is(data)
    with app.app_context(), writing(db.session()) as session:
        for school in schools.all_schools(session):
            key = app.extensions["jotter"].keyring.make(school.id, now())
            school_document.publish(session, school, now().date(), key.told())
            click.echo(f"{school.name}: tablets seal to {key.id} from their next sync on.")


@main.group("audit")
def audit_trail() -> None:
    """The audit trail: taken out as a file, and such a file checked."""


@audit_trail.command()
@click.argument("file", type=click.File("w", encoding="ascii", lazy=True))
@data_option
def export(file: TextIO, data: Path) -> None:
    """Write every school's trail to FILE as JSON lines (- for standard output). It names staff and pupils by id and
    holds no word of a note: what was discarded in quarantine is told by its digest. Only what an early build
    discarded, before there were digests, stands there in words, for its hash is over them."""
    app = open_as_it_is(data)
    with app.app_context():
        for school in schools.all_schools(db.session()):
            file.writelines(line + "\n" for line in audit_export.lines(db.session(), school))
        db.session.remove()
        db.engine.dispose()


@audit_trail.command()
@click.argument("file", type=click.File("r", encoding="utf-8", errors="replace"))
def check(file: TextIO) -> None:
    """Check an exported trail: needs no database and no data folder. Exits with 1 where it does not hold."""
    faults = list(audit_export.faults(file))
    for fault in faults[:100]:
        click.echo(fault, err=True)
    click.echo("BROKEN" if faults else "sound")
    sys.exit(1 if faults else 0)


@main.command("new-epoch")
@data_option
def new_epoch(data: Path) -> None:
    """After restoring a backup by hand: have every tablet offer again what it sent in the last 30 days."""
    app = open_app(data)
    with app.app_context(), writing(db.session()) as session:
        epochs.begin(session, "begun by hand", now())
    click.echo("A new epoch has begun.")
