"""A PostgreSQL cluster for one run of the tests: made from the machine's own binaries, then thrown away."""

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import psycopg

PROGRAMS = Path("/usr/lib/postgresql")  # Debian keeps initdb and pg_ctl there, a folder for each version
START_LIMIT_S = 60
# Nothing here outlives the run, so a power cut may eat it: that makes every test several times quicker.
CARELESS = "-c fsync=off -c full_page_writes=off -c autovacuum=off -c max_connections=60 -c shared_buffers=32MB"

TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
OTHERS_OUT = """
    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""
# What is there of each kind, and the last transaction that changed one: no statement about tables leaves these alone.
_CATALOGS = ("pg_class", "pg_attribute", "pg_attrdef", "pg_constraint", "pg_trigger", "pg_policy", "pg_proc")
_OF_EACH = ", ".join(f"(SELECT (count(*), max(xmin::text::bigint))::text FROM {each})" for each in _CATALOGS)
SHAPE = f"""
    SELECT {_OF_EACH}, (SELECT array_agg(setconfig::text ORDER BY setrole) FROM pg_db_role_setting
    WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()))"""


def find_program(name: str) -> str:
    """The path of one of PostgreSQL's programs, the newest version's."""
    found = shutil.which(name)
    if found is None:
        versions = sorted(PROGRAMS.glob(f"*/bin/{name}"), key=lambda path: float(path.parts[-3]))
        if not versions:
            raise RuntimeError(f"PostgreSQL's {name} is not here: apt-get install postgresql")
        found = str(versions[-1])
    return found


def _unprivileged_user() -> pwd.struct_passwd | None:
    """Whom to become: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


class ThrowawayCluster:
    """One running cluster, reached by a Unix socket in its own folder."""

    def __init__(self, settings: str = CARELESS) -> None:
        self._settings = settings
        self._user = _unprivileged_user()
        self._numbers = itertools.count(1)
        self.folder = Path(tempfile.mkdtemp(prefix="jotter-pg-"))
        self._log = self.folder / "log"
        if self._user:
            os.chown(self.folder, self._user.pw_uid, self._user.pw_gid)

    def start(self) -> None:
        """Make the cluster and wait until it answers."""
        made = "--username=jotter --auth=trust --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions"
        self._run("initdb", *made.split(), "--pgdata", str(self.folder / "cluster"))
        options = f"-k {self.folder} -c listen_addresses='' {self._settings}"
        self._control("start", "--wait", f"--timeout={START_LIMIT_S}", "--log", str(self._log), "-o", options)

    def stop(self) -> None:
        """Stop at once and remove every trace."""
        try:
            self._control("stop", "--mode=immediate", "--wait")
        finally:
            shutil.rmtree(self.folder)

    def url(self, database: str) -> str:
        """Where SQLAlchemy finds a database of this cluster."""
        return f"postgresql://jotter@/{database}?host={self.folder}"

    def create(self, template: str = "template0", name: str = "") -> str:
        """The name of a new database, a copy of `template`."""
        name = name or f"test_{next(self._numbers)}"
        self._execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def drop(self, database: str) -> None:
        """Remove a database, also when a test left a connection open."""
        self._execute(f"DROP DATABASE {database} WITH (FORCE)")

    def _execute(self, statement: str) -> None:
        with psycopg.connect(host=str(self.folder), user="jotter", dbname="postgres", autocommit=True) as connection:
            connection.execute(statement)

    def _control(self, *arguments: str) -> None:
        self._run("pg_ctl", "--pgdata", str(self.folder / "cluster"), *arguments)

    def _run(self, program: str, *arguments: str) -> None:
        # The server inherits these handles and keeps them: a pipe here would never be read to its end.
        with open(self.folder / f"{program}.out", "ab") as output:
            owner = self._user
            done = subprocess.run(
                [find_program(program), *arguments],
                cwd=self.folder,
                stdout=output,
                stderr=subprocess.STDOUT,
                user=owner.pw_uid if owner else None,
                group=owner.pw_gid if owner else None,
                extra_groups=[] if owner else None,
            )
        if done.returncode:
            written = [path.read_text() for path in (self.folder / f"{program}.out", self._log) if path.exists()]
            raise RuntimeError(f"{program} failed with {done.returncode}:\n" + "\n".join(written))


class StandingDatabase:
    """One database that each `renew` makes as its template was, without a row: what is left in its tables is deleted.
    Only where somebody changed the tables themselves it is made anew, which takes thirty times as long."""

    def __init__(self, cluster: ThrowawayCluster, template: str) -> None:
        self._cluster, self._template = cluster, template
        self._name = cluster.create(template)
        with self._connect() as connection:
            tables = [row[0] for row in connection.execute(TABLES)]
            self._shape = connection.execute(SHAPE).fetchone()
        self._filled = " UNION ALL ".join(f"(SELECT '{name}' FROM {name} LIMIT 1)" for name in tables)

    @property
    def url(self) -> str:
        """Where SQLAlchemy finds it, always the same."""
        return self._cluster.url(self._name)

    def renew(self) -> None:
        """Cut off whoever is still connected, and take away all that they left."""
        with self._connect() as connection:
            connection.execute(OTHERS_OUT)
            is_as_made = connection.execute(SHAPE).fetchone() == self._shape
            if is_as_made and (filled := [row[0] for row in connection.execute(self._filled)]):
                # Nothing is checked on the way: events are never deleted otherwise, and rows go in any order.
                connection.execute("SET session_replication_role = replica")
                connection.execute("; ".join(f"DELETE FROM {name}" for name in filled))
                connection.execute(f"VACUUM {', '.join(filled)}")
        if not is_as_made:
            self._cluster.drop(self._name)
            self._cluster.create(self._template, self._name)
            with self._connect() as connection:
                self._shape = connection.execute(SHAPE).fetchone()

    def _connect(self) -> "psycopg.Connection[tuple[Any, ...]]":
        return psycopg.connect(host=str(self._cluster.folder), user="jotter", dbname=self._name, autocommit=True)
