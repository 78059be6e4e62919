"""The cast of every journey: the demo school's server, the browsers, the tablet, the SENCO, the record."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines import versions
from tests.e2e.engines.browsers import Browsers, Garage

NAMES = ("chromium", "firefox", "webkit")
ENGINES = [pytest.param(name, marks=getattr(pytest.mark, name)) for name in NAMES]


def pytest_report_header() -> str:
    """Print the engines' versions above the tests."""
    return versions.told()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is not played in three engines is played in Chromium, and so marked: `-m chromium` runs all of it."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here) and not any(item.get_closest_marker(name) for name in NAMES):
            item.add_marker(pytest.mark.chromium)


@pytest.fixture(scope="session")
def garage(playwright: Playwright) -> Iterator[Garage]:
    """The engines, each started when first asked for."""
    garage = Garage(playwright)
    yield garage
    garage.closes()


@pytest.fixture(scope="session")
def demo_school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo school's folder of data, made once and copied for each test."""
    ready_made = os.environ.get("JOTTER_E2E_DATA")
    if ready_made:
        return Path(ready_made)
    folder = tmp_path_factory.mktemp("school") / "demo"
    folder.mkdir()
    Server(folder, "--demo").starts().stops()
    return folder


@pytest.fixture
def server(demo_school: Path, tmp_path: Path) -> Iterator[Server]:
    """The server, running, over data of this test's own."""
    server = Server(Path(shutil.copytree(demo_school, tmp_path / "data")))
    yield server.starts()
    server.stops()


@pytest.fixture
def record(server: Server) -> Record:
    """The record as a witness."""
    return Record(server.database)


@pytest.fixture(params=ENGINES)
def browsers(request: pytest.FixtureRequest, garage: Garage) -> Iterator[Browsers]:
    """Browsers of each of the three engines in turn."""
    browsers = garage.browsers(request.param)
    yield browsers
    browsers.closes()


@pytest.fixture
def tablet(browsers: Browsers, server: Server) -> Tablet:
    """A tablet fresh from its box."""
    return Tablet(browsers.opens(server.site))


@pytest.fixture
def senco(browsers: Browsers, server: Server) -> Senco:
    """The SENCO, signed in at the desk."""
    return Senco(browsers.opens(server.site)).signs_in()
