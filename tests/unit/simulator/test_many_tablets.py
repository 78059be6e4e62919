"""Many tablets, random faults: every revision ever shown as saved is in the record exactly once, or visible in a
queue, or reported as lost.

A failing seed is in the test's name; JOTTER_SEEDS=7,8,9 tries others.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import DATABASES
from tests.unit.simulator.network import FAULTS
from tests.unit.simulator.server import PostgresqlStore, Server, SqliteStore
from tests.unit.simulator.story import Story

STEPS = 120
SEEDS = [int(seed) for seed in os.environ.get("JOTTER_SEEDS", "1,4,13,18,23").split(",")]


@pytest.fixture(params=DATABASES)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """A server that can be backed up and restored, on each database."""
    if request.param == "sqlite":
        store = SqliteStore(request.getfixturevalue("sqlite_template"), tmp_path)
    else:
        store = PostgresqlStore(request.getfixturevalue("cluster"), request.getfixturevalue("postgresql_template"))
    server = Server(store, tmp_path / "folder")
    yield server
    server.stop()


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_that_was_saved_is_unaccounted_for(server: Server, seed: int) -> None:
    story = Story(server, seed)
    story.run(STEPS)
    story.end_well()
    story.check()
    print(f"seed {seed}: {len(story.saved)} revisions, {server.restored} restores, faults {story.network.met}")


def test_the_simulator_meets_every_fault(server: Server) -> None:
    story = Story(server, 11)
    for _ in range(150):
        story.write()
        story.sync()
    assert set(FAULTS) <= set(story.network.met)
    story.end_well()
    story.check()
