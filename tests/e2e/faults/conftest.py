"""The cast of the faults: Chromium alone, on a profile that can be killed, behind a wire that can misbehave."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.actors.office import Office
from tests.e2e.actors.senco import Senco
from tests.e2e.actors.server import Server
from tests.e2e.actors.tablet import Tablet
from tests.e2e.actors.wire import Seals, Wire
from tests.e2e.engines.browsers import Garage, PlaywrightBrowsers
from tests.e2e.engines.chromium import ChromiumProfile


@pytest.fixture(scope="session")
def standing_server(demo_school: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all the tests that do it no harm: starting one costs seconds."""
    server = Server(Path(shutil.copytree(demo_school, tmp_path_factory.mktemp("standing") / "data")))
    yield server.starts()
    server.is_killed()


@pytest.fixture
def own_server(demo_school: Path, tmp_path: Path) -> Iterator[Server]:
    """A server that this test may kill. Modules that need it say `server = own_server`."""
    server = Server(Path(shutil.copytree(demo_school, tmp_path / "data")))
    yield server.starts()
    server.is_killed()


@pytest.fixture
def server(standing_server: Server) -> Server:
    """The server, unless the module takes its own."""
    return standing_server


@pytest.fixture
def wire(server: Server) -> Iterator[Wire]:
    """The wire between the tablet and the server."""
    wire = Wire(server.port, Seals(server.folder))
    yield wire
    print(wire.told())
    wire.closes()


@pytest.fixture
def profile(garage: Garage, wire: Wire, tmp_path: Path) -> Iterator[ChromiumProfile]:
    """The tablet's browser."""
    profile = garage.profile(tmp_path / "profile", wire.site)
    yield profile
    profile.closes()


@pytest.fixture
def tablet(profile: ChromiumProfile) -> Tablet:
    """A tablet of ta@demo.school, set up as Blue 3 and all synced."""
    return Tablet(profile.starts()).begins("ta@demo.school", "Blue 3")


@pytest.fixture
def senco(garage: Garage, server: Server) -> Iterator[Senco]:
    """The SENCO, at a desk whose wire is sound."""
    browsers = PlaywrightBrowsers(garage.running("chromium"))
    yield Senco(browsers.opens(server.site)).signs_in()
    browsers.closes()


@pytest.fixture
def office(server: Server) -> Office:
    """The school office."""
    return Office(server.database)
