"""Durability: what is acknowledged is on the disk, and what fails half-way leaves nothing."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text
from sqlalchemy.orm import Session

from doors.database import db
from record.base import new_id
from record.database import BUSY_TIMEOUT_MS, writing
from record.observations import Observation
from record.schools import School
from tests.factories import A_MORNING, a_person, a_pupil, a_school, an_observation
from webapp import create_app


def settings_of(connection) -> dict[str, object]:
    """What this connection promises."""
    if connection.dialect.name == "sqlite":
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        return {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}
    names = ("synchronous_commit", "TimeZone")
    return {name: connection.exec_driver_sql(f"SHOW {name}").scalar() for name in names}


EXPECTED = {
    "sqlite": {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": BUSY_TIMEOUT_MS},
    "postgresql": {"synchronous_commit": "on", "TimeZone": "UTC"},
}


def test_every_connection_of_the_app_is_durable(database_url: str, tmp_path: Path) -> None:
    app = create_app(tmp_path, database_url)
    with app.app_context():
        connections = [db.engine.connect() for _ in range(3)]
        try:
            for connection in connections:
                assert settings_of(connection) == EXPECTED[connection.dialect.name]
        finally:
            for connection in connections:
                connection.close()
            db.engine.dispose()


def test_a_database_that_is_careless_by_default_is_overruled(postgresql_url: str, tmp_path: Path) -> None:
    from sqlalchemy import create_engine

    plain = create_engine(postgresql_url, isolation_level="AUTOCOMMIT")
    with plain.connect() as connection:
        name = connection.exec_driver_sql("SELECT current_database()").scalar()
        connection.exec_driver_sql(f"ALTER DATABASE {name} SET synchronous_commit = off")
    plain.dispose()
    app = create_app(tmp_path, postgresql_url)
    with app.app_context(), db.engine.connect() as connection:
        assert settings_of(connection)["synchronous_commit"] == "on"
    with app.app_context():
        db.engine.dispose()


def test_what_was_written_is_there_for_another_connection(engine: Engine) -> None:
    with Session(engine) as session, writing(session):
        school_id = a_school(session, "Durable").id
    with Session(engine) as session:
        assert session.get_one(School, school_id).name == "Durable"


def test_what_fails_half_way_leaves_nothing(engine: Engine) -> None:
    with Session(engine) as session:
        with pytest.raises(RuntimeError), writing(session):
            a_school(session, "Half")
            raise RuntimeError("in the middle")
        assert session.scalars(select(School)).all() == []
        with writing(session):
            a_school(session, "Whole")
        assert [school.name for school in session.scalars(select(School))] == ["Whole"]


def test_a_note_about_nobody_is_refused_by_the_database_itself(session: Session) -> None:
    with writing(session):
        school = a_school(session)
        author, pupil = a_person(session, school), a_pupil(session, school)
        note = an_observation(session, pupil, author)
    with pytest.raises(Exception, match="(?i)foreign key"), writing(session):
        session.execute(
            text("UPDATE observations SET pupil_id = :nobody WHERE id = :id"), {"nobody": new_id(), "id": note.id}
        )
        session.execute(text("SELECT 1"))
    assert session.get_one(Observation, note.id).pupil_id == pupil.id


def test_moments_keep_their_zone_on_both_databases(session: Session) -> None:
    with writing(session):
        school_id = a_school(session, now=A_MORNING).id
    session.expire_all()
    moment = session.get_one(School, school_id).created_at
    assert moment == A_MORNING
    assert moment.tzinfo is not None


def test_a_moment_without_a_zone_is_refused(session: Session) -> None:
    with pytest.raises(Exception, match="time zone"), writing(session):
        a_school(session, now=A_MORNING.replace(tzinfo=None))
