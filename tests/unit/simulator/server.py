"""The school's server as the simulator runs it: the real app, which can be stopped, backed up and restored."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from flask import Flask
from sqlalchemy.orm import Session

from doors.database import db
from record import epochs
from record.database import writing
from record.times import now
from tests.throwaway_postgresql import ThrowawayCluster
from webapp import create_app


class Store(Protocol):
    """Where a database is kept, and how it is copied while nobody uses it."""

    def url(self) -> str: ...
    def back_up(self) -> None: ...
    def restore(self) -> None: ...


class SqliteStore:
    """A SQLite file."""

    def __init__(self, template: Path, folder: Path) -> None:
        self.path, self.copy = folder / "record.sqlite3", folder / "backup.sqlite3"
        shutil.copy(template, self.path)

    def url(self) -> str:
        """Where SQLAlchemy finds it."""
        return f"sqlite:///{self.path}"

    def back_up(self) -> None:
        """Copy it as docs/deployment.md says."""
        with sqlite3.connect(self.path) as source, sqlite3.connect(self.copy) as target:
            source.backup(target)
        source.close()
        target.close()

    def restore(self) -> None:
        """Put the copy in its place."""
        for ending in ("-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        shutil.copy(self.copy, self.path)


class PostgresqlStore:
    """A database of the throwaway cluster; its backup is another one."""

    def __init__(self, cluster: ThrowawayCluster, template: str) -> None:
        self.cluster, self.name, self.copy = cluster, cluster.create(template), ""

    def url(self) -> str:
        """Where SQLAlchemy finds it."""
        return self.cluster.url(self.name)

    def back_up(self) -> None:
        """Copy it; nobody may be connected."""
        self.copy = self.cluster.create(self.name)

    def restore(self) -> None:
        """Go on with a copy of the copy."""
        self.name = self.cluster.create(self.copy)


class Server:
    """The app over a store; `start` does what `jotter serve` does."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder = store, folder
        self.has_backup = False
        self.restored = 0
        self.start()

    def start(self) -> None:
        """Begin to serve."""
        self.app: Flask = create_app(self.folder, self.store.url())
        with self.record() as session:
            epochs.check_life(session, self.folder, now())
        self.client = self.app.test_client(use_cookies=False)

    def stop(self) -> None:
        """Serve no more, with every connection closed."""
        with self.app.app_context():
            db.session.remove()
            db.engine.dispose()

    @contextmanager
    def record(self) -> Iterator[Session]:
        """One write to the record, as the desk makes it."""
        with self.app.app_context(), writing(db.session()) as session:
            yield session

    def back_up(self) -> None:
        """Last night's backup is of now."""
        self._down(self.store.back_up)
        self.has_backup = True

    def restore(self) -> None:
        """Last night's backup is put back."""
        self._down(self.store.restore)
        self.restored += 1

    def _down(self, work: Callable[[], None]) -> None:
        self.stop()
        work()
        self.start()
