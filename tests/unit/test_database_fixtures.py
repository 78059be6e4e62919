"""What every database test relies on: a fresh database of the kind it says, with the product's settings."""

import pytest
from sqlalchemy import Engine, NullPool, create_engine, inspect, text
from sqlalchemy.orm import Session

from record.base import Base
from tests.factories import a_person, a_school
from tests.throwaway_postgresql import StandingDatabase


@pytest.mark.parametrize("time", ["first", "second"])
def test_each_test_gets_a_database_without_rows(session: Session, time: str) -> None:
    table = Base.metadata.tables["schools"]
    assert session.execute(table.select()).all() == []
    session.execute(text("CREATE TABLE left_behind (id INTEGER)"))
    session.commit()


def test_the_database_has_every_table_of_the_record(session: Session) -> None:
    assert set(Base.metadata.tables) <= set(inspect(session.connection()).get_table_names())


def test_an_empty_database_has_no_table(empty_database_url: str) -> None:
    engine = create_engine(empty_database_url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()


def test_sqlite_acknowledges_only_what_is_on_the_disk(sqlite_url: str) -> None:
    from record.database import prepare

    engine = prepare(create_engine(sqlite_url))
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()


def identity(engine: Engine) -> int:
    """What tells one PostgreSQL database of a name from the next."""
    with engine.connect() as connection:
        return connection.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()")).scalar_one()


def test_a_standing_database_is_emptied_whoever_still_holds_on_to_it(standing_database: StandingDatabase) -> None:
    standing_database.renew()
    engine = create_engine(standing_database.url, poolclass=NullPool)
    before = identity(engine)
    with Session(engine) as left_open:
        a_person(left_open, a_school(left_open), "ta")
        left_open.commit()
        left_open.execute(text("LOCK TABLE schools"))
        standing_database.renew()
        left_open.invalidate()
    with engine.connect() as connection:
        assert not [table for table in Base.metadata.sorted_tables if connection.execute(table.select()).first()]
    assert identity(engine) == before


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE schools ADD COLUMN left_behind INTEGER",
        "ALTER TABLE schools ALTER COLUMN name SET DEFAULT 'somewhere'",
        "ALTER TABLE schools DROP CONSTRAINT pk_schools CASCADE",
        "CREATE INDEX left_behind ON schools (name)",
        "DROP TRIGGER audit_events_append_only ON audit_events",
        "ALTER TABLE audit_events DISABLE TRIGGER ALL",
        "ALTER TABLE pupils DISABLE ROW LEVEL SECURITY",
        "CREATE POLICY left_behind ON schools",
        "CREATE FUNCTION left_behind() RETURNS INTEGER LANGUAGE SQL AS 'SELECT 1'",
        "DO $$BEGIN EXECUTE 'ALTER DATABASE ' || current_database() || ' SET synchronous_commit = off'; END$$",
    ],
)
def test_a_standing_database_whose_tables_were_changed_is_made_anew(
    standing_database: StandingDatabase, change: str
) -> None:
    standing_database.renew()
    engine = create_engine(standing_database.url, poolclass=NullPool)
    before = identity(engine)
    with engine.begin() as connection:
        connection.exec_driver_sql(change)
    standing_database.renew()
    assert identity(engine) != before
