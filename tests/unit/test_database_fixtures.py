"""What every database test relies on: a fresh database of the kind it says, with the product's settings."""

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.orm import Session

from record.base import Base


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
