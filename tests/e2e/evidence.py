"""What a failed journey leaves behind: pictures of its pages, and the last words of its servers."""

import pytest

from tests.e2e.actors.server import Server
from tests.e2e.engines.browsers import Garage
from tests.failures import RESULTS, file_name_of

LAST_LINES = 5


def leave(item: pytest.Item, report: pytest.TestReport) -> None:
    """Keep pictures in test-results/, and the end of each server's log in the report."""
    arguments = getattr(item, "funcargs", {})
    RESULTS.mkdir(exist_ok=True)
    for value in arguments.values():
        if isinstance(value, Garage):
            value.takes_pictures(RESULTS / file_name_of(item.nodeid))
    logs = {value.log for value in arguments.values() if isinstance(value, Server) and value.log.exists()}
    for log in sorted(logs):
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        report.user_properties += [("server", line) for line in lines[-LAST_LINES:]]
