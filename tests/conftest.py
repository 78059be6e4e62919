"""The databases that every test may ask for: each test gets a fresh one, on SQLite and on PostgreSQL.

Ask for `session` (or `engine`, or `database_url`) and the test runs once on each. A test which must start
with no tables at all asks for `empty_database_url`. Where PostgreSQL cannot be started the tests fail: they
do not skip.
"""

import importlib
import os
import pkgutil
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine, create_engine
from sqlalchemy.orm import Session

from tests import counts, failures
from tests.throwaway_postgresql import StandingDatabase, ThrowawayCluster

DATABASES = ["sqlite", "postgresql"]

# A busy machine is no failure; a failure says how to have it again.
settings.register_profile("unhurried", deadline=None, print_blob=True)
settings.load_profile("unhurried")


def pytest_configure(config: pytest.Config) -> None:
    """Bring in what is said at the end of a run."""
    config.pluginmanager.register(failures)
    config.pluginmanager.register(counts)


def pytest_report_header(config: pytest.Config) -> list[str]:
    """The seeds of whatever is made up at random, where it was given any, to play it again."""
    seed, seeds = config.getoption("--hypothesis-seed"), os.environ.get("JOTTER_SEEDS")
    cases = [f"random cases: --hypothesis-seed {seed}"] if seed else []
    return [*cases, f"simulator: JOTTER_SEEDS={seeds}"] if seeds else cases


def create_tables(url: str) -> None:
    """Make every table of the record in the database at `url`."""
    import record
    from record.base import Base

    for module in pkgutil.walk_packages(record.__path__, "record."):
        importlib.import_module(module.name)
    engine = create_engine(url)
    Base.metadata.create_all(engine)
    engine.dispose()


@pytest.fixture(scope="session")
def cluster() -> Iterator[ThrowawayCluster]:
    """A PostgreSQL cluster, started when the first test asks for it."""
    cluster = ThrowawayCluster()
    cluster.start()
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every table and no row, to be copied."""
    path = tmp_path_factory.mktemp("template") / "record.sqlite3"
    create_tables(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgresql_template(cluster: ThrowawayCluster) -> str:
    """A PostgreSQL database with every table and no row, to be copied."""
    name = cluster.create()
    create_tables(cluster.url(name))
    return name


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh SQLite database with the record's tables."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'record.sqlite3')}"


@pytest.fixture(scope="session")
def standing_database(cluster: ThrowawayCluster, postgresql_template: str) -> StandingDatabase:
    """The PostgreSQL database that one test after the other gets, as new."""
    return StandingDatabase(cluster, postgresql_template)


@pytest.fixture
def postgresql_url(standing_database: StandingDatabase) -> str:
    """A fresh PostgreSQL database with the record's tables."""
    standing_database.renew()
    return standing_database.url


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database with the record's tables, once of each kind."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture(params=DATABASES)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A fresh database without any table, once of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    cluster = request.getfixturevalue("cluster")
    name = cluster.create()
    yield cluster.url(name)
    cluster.drop(name)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on a fresh database, with the settings that the product itself uses."""
    from record.database import prepare

    engine = prepare(create_engine(database_url))
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    """A session on a fresh database."""
    with Session(engine) as session:
        yield session
