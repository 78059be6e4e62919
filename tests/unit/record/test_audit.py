"""The audit trail: it only grows, each event follows from the one before, and tampering is found."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from doors.database import db
from record import audit
from record.audit import AuditEvent, Happening
from record.database import writing
from record.schools import School
from tests.factories import A_MORNING, a_person, a_pupil, a_school
from webapp import cli, create_app


@pytest.fixture
def school(session: Session) -> School:
    """A school in whose trail a few things have happened."""
    with writing(session):
        school = a_school(session)
        a_person(session, school)
        a_pupil(session, school)
        for number in range(5):
            detail = {"text": f"é \U0001f600 {number}"}
            audit.record(session, school.id, Happening(A_MORNING, "something", subject_id="x", detail=detail))
    return school


def disarm(session: Session) -> None:
    """Take the database's own guard away, as somebody with the database's password could."""
    if session.get_bind().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            session.execute(text(f"DROP TRIGGER audit_events_no_{verb}"))
    else:
        session.execute(text("DROP TRIGGER audit_events_append_only ON audit_events"))


def faults(session: Session, school: School) -> list[str]:
    return list(audit.faults(session, school.id))


def test_a_trail_that_was_only_written_is_sound(session: Session, school: School) -> None:
    assert school.audit_count >= 7
    assert faults(session, school) == []


def test_events_are_numbered_from_one_without_gaps(session: Session, school: School) -> None:
    numbers = session.scalars(select(AuditEvent.number).where(AuditEvent.school_id == school.id)).all()
    assert sorted(numbers) == list(range(1, school.audit_count + 1))


@pytest.mark.parametrize("detail", ['{"raw":"other"}', "{}", '{"raw_sha256":"%s"}', '{"raw"', '"raw"'])
def test_words_of_the_trail_that_were_changed_or_taken_out_are_missed(session: Session, school: School, detail) -> None:
    with writing(session):
        audit.record(session, school.id, Happening(A_MORNING, "quarantine discarded", detail={"raw": "words"}))
    assert faults(session, school) == []
    disarm(session)
    told = detail.replace("%s", hashlib.sha256(b"words").hexdigest())
    session.execute(update(AuditEvent).where(AuditEvent.action == "quarantine discarded").values(detail=told))
    assert len(faults(session, school)) == 1


@pytest.mark.parametrize("statement", [update(AuditEvent).values(action="nothing"), delete(AuditEvent)])
def test_the_database_refuses_to_change_the_trail(session: Session, school: School, statement) -> None:
    session.rollback()
    with pytest.raises(DBAPIError, match="append-only"), writing(session):
        session.execute(statement)
    assert faults(session, school) == []


def test_every_change_of_an_event_is_found(session: Session, school: School) -> None:
    columns = set(AuditEvent.__table__.columns.keys()) - {"school_id", "number"}
    assert len(columns) == 9
    with writing(session):
        disarm(session)
    for column in sorted(columns):
        value = A_MORNING.replace(year=2001) if column == "at" else "tampered"
        session.execute(update(AuditEvent).where(AuditEvent.number == 4).values({column: value}))
        assert any(fault.startswith(("event 4 ", "event 5 ")) for fault in faults(session, school)), column
        session.rollback()
    assert faults(session, school) == []


def test_an_event_taken_out_is_found(session: Session, school: School) -> None:
    with writing(session):
        disarm(session)
        session.execute(delete(AuditEvent).where(AuditEvent.number == 3))
    assert "event 3 is missing" in faults(session, school)


def test_the_latest_events_taken_away_are_found(session: Session, school: School) -> None:
    with writing(session):
        disarm(session)
        session.execute(delete(AuditEvent).where(AuditEvent.number > 5))
    assert any("the chain ends at event 5" in fault for fault in faults(session, school))


def test_an_event_put_in_is_found(session: Session, school: School) -> None:
    with writing(session):
        disarm(session)
        session.execute(update(AuditEvent).where(AuditEvent.number == 5).values(number=500))
    assert faults(session, school)


def test_schools_have_trails_of_their_own(session: Session, school: School) -> None:
    with writing(session):
        other = a_school(session)
        a_person(session, other)
    assert faults(session, other) == faults(session, school) == []
    first = session.scalar(select(AuditEvent.number).where(AuditEvent.school_id == other.id))
    assert first == 1


@pytest.fixture
def verify(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Result]:
    """Runs `jotter verify` over the database of this test, and closes what the command leaves to its process."""
    apps = []

    def create(*told: Any) -> Flask:
        apps.append(create_app(*told))
        return apps[-1]

    def run() -> Result:
        done = CliRunner().invoke(cli.main, ["verify", "--data", str(tmp_path / "folder")])
        for app in apps:
            with app.app_context():
                db.engine.dispose()
        return done

    monkeypatch.setenv("JOTTER_DATABASE_URL", database_url)
    monkeypatch.setattr(cli, "create_app", create)
    return run


@pytest.fixture
def migrated(session: Session) -> None:
    """The tables were made from the models: say so, that the command does not make them again."""
    newest = max(path.name[:4] for path in Path("migrations/versions").glob("0*.py"))
    with writing(session):
        session.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        session.execute(text("INSERT INTO alembic_version VALUES (:newest)"), {"newest": newest})


def test_jotter_verify_finds_a_sound_trail_sound(session: Session, school: School, migrated, verify) -> None:
    done = verify()
    assert done.exit_code == 0, done.output
    assert "sound" in done.output


def test_jotter_verify_names_what_was_tampered_with(session: Session, school: School, migrated, verify) -> None:
    with writing(session):
        disarm(session)
        session.execute(update(AuditEvent).where(AuditEvent.number == 4).values(action="nothing happened"))
    done = verify()
    assert done.exit_code == 1
    assert "event 4" in done.output
