"""Opening the database safely, and the one way to write to it: one writer at a time."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.orm import Session

from record import walls

# Any fixed number will do: it names the lock that PostgreSQL's writers queue for.
WRITER_LOCK = 6_90_2015
_LOCK = text("SELECT pg_advisory_xact_lock(:lock)")
BUSY_TIMEOUT_MS = 30_000


def prepare(engine: Engine) -> Engine:
    """Set the durability and locking of every connection of this engine; returns the engine."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        event.listen(engine, "connect", _prepare_postgresql)
        event.listen(engine, "begin", walls.begin)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver's own implicit BEGIN is switched off: _begin_sqlite decides which kind of BEGIN.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "page_size=8192",  # of a new database: rows of a note are long, and half of a smaller page would stay empty
        "journal_mode=WAL",
        "synchronous=FULL",  # protocol, promise 1: acknowledged means on the disk
        "foreign_keys=ON",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "cache_size=-16000",
        # 16 MB of log before it is copied into the database: a busy minute pays for that once, not at every third push.
        "wal_autocheckpoint=2000",
        "temp_store=MEMORY",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A reader that turns writer half-way fails when another has written meanwhile: writers say so at once.
    if connection.get_execution_options().get("is_writer", False):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.connection.execute("BEGIN")  # it takes no lock and waits for nobody


def _prepare_postgresql(connection: Any, _record: object) -> None:
    connection.execute("SET synchronous_commit = on")
    connection.execute("SET timezone = 'UTC'")
    connection.execute("SET jotter.school_id = 'all'")  # until it is known who asks: record/walls.py
    connection.commit()


@contextmanager
def writing(session: Session) -> Iterator[Session]:
    """Write as the only writer: begins, yields the session, commits; on any error rolls back and raises it.

    What was loaded before is read again inside, so that a rule is never judged on an old snapshot. One writer at a
    time, on both databases, makes the change feed free of gaps and the audit chain free of forks.
    """
    session.rollback()
    with _turn(session.get_bind()):
        connection = session.connection(execution_options={"is_writer": True})
        if connection.dialect.name == "postgresql":
            connection.execute(_LOCK, {"lock": WRITER_LOCK})
        try:
            yield session
            session.commit()
        except BaseException:
            session.rollback()
            raise


_queues: WeakKeyDictionary[Engine | Connection, threading.Lock] = WeakKeyDictionary()


@contextmanager
def _turn(engine: Engine | Connection) -> Iterator[None]:
    """Wait for this thread's turn to write. PostgreSQL keeps a queue itself; SQLite has whoever finds it busy sleep
    for up to a tenth of a second, and while thirty tablets slept nobody wrote."""
    if engine.dialect.name == "postgresql":
        yield
        return
    queue = _queues.setdefault(engine, threading.Lock())
    # Who waited in vain goes on to SQLite, which knows how to refuse.
    is_mine = queue.acquire(timeout=BUSY_TIMEOUT_MS / 1000)
    try:
        yield
    finally:
        if is_mine:
            queue.release()
