"""The cast of journeys in Chromium alone: one standing server, a tablet and a desk."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.actors.record import Record
from tests.e2e.actors.server import Server
from tests.e2e.engines.browsers import Garage, PlaywrightBrowsers


@pytest.fixture(scope="session")
def open_school(demo_school: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all journeys that leave it running."""
    server = Server(Path(shutil.copytree(demo_school, tmp_path_factory.mktemp("open") / "data")))
    yield server.starts()
    server.is_killed()


@pytest.fixture
def open_record(open_school: Server) -> Record:
    """Its record as a witness."""
    return Record(open_school.database)


@pytest.fixture
def chromium(garage: Garage) -> Iterator[PlaywrightBrowsers]:
    """Chromium, for what one engine can tell."""
    browsers = PlaywrightBrowsers(garage.running("chromium"))
    yield browsers
    browsers.closes()
