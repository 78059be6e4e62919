"""How many tests each suite has, so that none is lost without a word: counts.json says, and a whole run must agree.

A skipped test is not counted, nor one that is no longer found. Whoever adds or takes away tests writes the new number,
which the end of the run names.
"""

import json
import os
from collections.abc import Generator
from pathlib import Path

import pytest

COUNTS = Path(__file__).with_name("counts.json")
NARROWED_BY = ("keyword", "markexpr", "deselect", "lf", "ignore", "ignore_glob")

_ran: set[str] = set()
_problems: list[str] = []


def suite_of(config: pytest.Config) -> str | None:
    """Which whole suite this run is; None where only a part of one was asked for."""
    if any(config.getoption(name, None) for name in NARROWED_BY):
        return None
    if config.args == ["tests/unit"]:
        return "unit-deep" if os.environ.get("JOTTER_SEEDS") else "unit"
    return str(config.getoption("suite")) if config.args == ["tests/e2e"] else None


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Count what was really run. With workers this is called in their controller."""
    if report.failed or (report.when == "call" and not report.skipped):
        _ran.add(report.nodeid)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Turn a green run red that has not run what its suite holds."""
    if hasattr(session.config, "workerinput") or session.exitstatus != pytest.ExitCode.OK:
        return
    suite = suite_of(session.config)
    wanted = json.loads(COUNTS.read_text(encoding="utf-8")).get(suite)
    if suite is not None and len(_ran) != wanted:
        _problems.append(f"FAILED the {suite} suite ran {len(_ran)} tests, and tests/counts.json says {wanted}")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None, None, None]:
    """Say it at the very end."""
    yield
    for problem in _problems:
        terminalreporter.write_line(problem)
