"""What a red run says at its end, and the one second chance: a failed browser test is run once more, alone.

Passing then, it is told as FLAKY and the run stays green; its cause is looked for (docs/testing.md). More than two,
or one that fails again, and the run is red. Nothing else is ever run twice.
"""

import os
import re
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

MOST_FLAKY = 2
SECOND_RUN = "JOTTER_SECOND_RUN"
AGAIN_LIMIT_S = 300
LONGEST_REASON = 200
RESULTS = Path("test-results")

_failed: dict[str, str] = {}
_browser: list[str] = []
_servers: dict[str, list[str]] = {}
_verdicts: dict[str, str] = {}


def is_browser_test(report: pytest.TestReport) -> bool:
    """Whether it drives a browser: tests/e2e/conftest.py marks all that do."""
    return "browser" in report.keywords


def file_name_of(nodeid: str) -> str:
    """A test's name as a file's, for what is kept of it in RESULTS."""
    return re.sub(r"[^\w.-]+", "-", nodeid.split("/")[-1])[:150]


def reason_of(report: pytest.TestReport) -> str:
    """Why it failed, on one line."""
    crash = getattr(report.longrepr, "reprcrash", None)
    text = crash.message if crash else str(report.longrepr).strip().rsplit("\n", 1)[-1]
    return re.sub(r"\s+", " ", text)[:LONGEST_REASON]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what failed. With workers this is called in their controller."""
    if not report.failed or report.nodeid in _failed:
        return
    _failed[report.nodeid] = reason_of(report)
    if is_browser_test(report):
        _browser.append(report.nodeid)
        _servers[report.nodeid] = [str(line) for name, line in report.user_properties if name == "server"]
        RESULTS.mkdir(exist_ok=True)
        (RESULTS / f"{file_name_of(report.nodeid)}.txt").write_text(
            f"{report.longreprtext}\n{report.capstdout}", encoding="utf-8"
        )


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Give failed browser tests their second chance, where nothing else failed and they are few."""
    is_worker = hasattr(session.config, "workerinput")
    if is_worker or os.environ.get(SECOND_RUN) or exitstatus != pytest.ExitCode.TESTS_FAILED:
        return
    if len(_browser) != len(_failed):
        return
    if len(_browser) > MOST_FLAKY:
        _verdicts[f"{len(_browser)} failed, and {MOST_FLAKY} are tried again"] = "TOO MANY"
        return
    for nodeid in _browser:
        _verdicts[nodeid] = "FLAKY" if _passes_alone(session.config, nodeid) else "FAILED TWICE"
    if all(verdict == "FLAKY" for verdict in _verdicts.values()):
        session.exitstatus = pytest.ExitCode.OK


def _passes_alone(config: pytest.Config, nodeid: str) -> bool:
    build = config.getoption("--chromium", None)
    options = [f"--chromium={build}"] if build else []
    command = [sys.executable, "-m", "pytest", "-n0", "--no-header", "-q", *options, nodeid]
    again = subprocess.run(
        command,
        cwd=config.rootpath,
        env={**os.environ, SECOND_RUN: "1"},
        capture_output=True,
        text=True,
        timeout=AGAIN_LIMIT_S,
        check=False,
    )
    if again.returncode:
        print(again.stdout[-6000:])
    return again.returncode == 0


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None, None, None]:
    """At the very end, a line for each test that failed: those lines may be all that somebody sees."""
    yield
    if _failed:
        _tell(terminalreporter)


def _tell(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("what failed")
    for nodeid, reason in _failed.items():
        if _verdicts.get(nodeid) != "FLAKY":
            for line in _servers.get(nodeid, []):
                terminalreporter.write_line(f"    server: {line[:LONGEST_REASON]}")
            terminalreporter.write_line(f"FAILED {nodeid} - {reason}")
    for nodeid, verdict in _verdicts.items():
        terminalreporter.write_line(f"{verdict} {nodeid}")
