"""The cast of every journey: the demo school's server, the browsers, the tablet, the SENCO, the record."""

import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from record.passwords import FULL, LIGHT
from tests.e2e import evidence
from tests.e2e.actors import administrator
from tests.e2e.actors.record import Record
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.engines import versions
from tests.e2e.engines.browsers import Browsers, Garage
from tests.e2e.engines.chromium import BUILDS

NAMES = ("chromium", "firefox", "webkit")
ENGINES = [pytest.param(name, marks=getattr(pytest.mark, name)) for name in NAMES]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--suite gate` runs what must never break; `--chromium full` takes the browser that people use."""
    parser.addoption("--suite", choices=["gate", "deep"], default="deep", help="what must never break, or everything")
    parser.addoption("--chromium", choices=list(BUILDS), default="shell", help="which build of Chromium to drive")


def pytest_report_header() -> str:
    """Print the engines' versions above the tests."""
    return versions.told()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Say of each test which engine plays it (where none is named, Chromium), and leave out what the suite does."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)
            if not any(item.get_closest_marker(name) for name in NAMES):
                item.add_marker(pytest.mark.chromium)
    if config.getoption("--suite") == "gate":
        left_out = [item for item in items if not is_in_gate(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


def is_in_gate(item: pytest.Item) -> bool:
    """`gate` puts a test into the gate in Chromium; `gate(engines="all")`, a main journey, in every engine it has."""
    mark = item.get_closest_marker("gate")
    return mark is not None and (mark.kwargs.get("engines") == "all" or item.get_closest_marker("chromium") is not None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """While the pages of a failed test are still open."""
    report = yield
    if report.failed and report.when != "teardown":
        evidence.leave(item, report)
    return report


@pytest.fixture(scope="session")
def garage(playwright: Playwright, pytestconfig: pytest.Config) -> Iterator[Garage]:
    """The engines, each started when first asked for."""
    garage = Garage(playwright, pytestconfig.getoption("--chromium"))
    yield garage
    garage.closes()


@pytest.fixture(scope="session")
def demo_school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo school's folder of data, made once and copied for each test. This school guards its passcodes lightly:
    most tests are about something else."""
    folder = tmp_path_factory.mktemp("school") / "demo"
    folder.mkdir()
    Server(folder, "--demo").starts().stops()
    administrator.chooses_work_factor(folder, LIGHT)
    return folder


@pytest.fixture
def server(request: pytest.FixtureRequest, demo_school: Path, tmp_path: Path) -> Iterator[Server]:
    """The server, running, over data of this test's own."""
    folder = Path(shutil.copytree(demo_school, tmp_path / "data"))
    if request.node.get_closest_marker("fully_guarded"):
        administrator.chooses_work_factor(folder, FULL)
    server = Server(folder)
    yield server.starts()
    server.is_killed()  # nobody needs its data any more


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
