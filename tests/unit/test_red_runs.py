"""A red run explains itself, gives a browser test one second chance, and never shrinks without a word."""

import json
import os
import re
import sys
from pathlib import Path

import pytest

from tests import counts
from tests.conftest import pytest_report_header

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]
CONFTEST = """
import json
import pytest
from pathlib import Path
from tests import counts, failures

def pytest_addoption(parser):
    parser.addoption("--chromium", choices=["shell", "full"], default="shell")

def pytest_configure(config):
    config.addinivalue_line("markers", "browser: drives one")
    counts.COUNTS = Path(config.rootpath, "counts.json")
    config.pluginmanager.register(failures)
    config.pluginmanager.register(counts)

def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.name:
            item.add_marker(pytest.mark.browser)
"""
GREEN = "def test_browser_is_green(): pass\n"
RED = "def test_browser_{0}_is_red(): assert 'this is {0}' == 'right'\n"
ONCE = """
def test_browser_{0}_is_red_once():
    from pathlib import Path
    been = Path(__file__).with_name('been_{0}')
    first = not been.exists()
    been.touch()
    assert not first, 'this is luck'
"""
IN_FULL = "    assert pytestconfig.getoption('--chromium') == 'full'\n"
UNIT_RED = "def test_a_rule_is_red(): assert 1 == 2\n"


class Suite:
    """A suite of tests of its own in a folder of its own, and how it is run."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self._pytester = pytester
        pytester.makeconftest(CONFTEST)
        pytester.makeini("[pytest]\naddopts = -rN")
        pytester.mkdir("tests")
        self.counts("unit", 0)

    def counts(self, suite: str, number: int) -> None:
        """What the committed file says."""
        self._pytester.path.joinpath("counts.json").write_text(json.dumps({suite: number}), encoding="utf-8")

    def runs(self, *tests: str, asked: tuple[str, ...] = ("tests",)) -> tuple[int, str]:
        """Its exit code and what it said."""
        folder = self._pytester.path / asked[-1]
        folder.mkdir(exist_ok=True)
        folder.joinpath("test_it.py").write_text("import pytest\n" + "".join(tests), encoding="utf-8")
        result = self._pytester.run(sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *asked, timeout=120)
        return int(result.ret), "\n".join(result.outlines)


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Suite:
    """A suite that sees the hooks, and none of this run's own settings."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for name in [name for name in os.environ if name.startswith(("PYTEST_", "JOTTER_"))]:
        monkeypatch.delenv(name)
    # Of the plugins that are installed here the hooks need one, and starting with all takes a second each time.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p xdist.plugin")
    return Suite(pytester)


def last_lines(said: str) -> list[str]:
    return [line for line in said.splitlines() if re.match(r"(FAILED|FAILED TWICE|FLAKY) tests/", line)]


def test_a_browser_test_that_passes_alone_is_told_as_flaky_and_the_run_is_green(suite: Suite) -> None:
    code, said = suite.runs(GREEN, ONCE.format("lucky"))
    assert code == 0
    assert last_lines(said) == ["FLAKY tests/test_it.py::test_browser_lucky_is_red_once"]


def test_the_second_chance_is_in_the_same_build_of_chromium(suite: Suite) -> None:
    lucky = ONCE.format("lucky").replace("_once():", "_once(pytestconfig):") + IN_FULL
    code, said = suite.runs(lucky, asked=("--chromium", "full", "tests"))
    assert (code, last_lines(said)) == (0, ["FLAKY tests/test_it.py::test_browser_lucky_is_red_once"])


def test_a_browser_test_that_fails_again_is_red_and_named_with_its_reason(suite: Suite) -> None:
    code, said = suite.runs(GREEN, RED.format("wrong"), ONCE.format("lucky"))
    assert code == 1
    name = "tests/test_it.py::test_browser_wrong_is_red"
    red, *verdicts = last_lines(said)[-3:]  # before them stands what the second run said
    assert red.startswith(f"FAILED {name} - ") and "this is wrong" in red
    assert verdicts == [f"FAILED TWICE {name}", "FLAKY tests/test_it.py::test_browser_lucky_is_red_once"]


def test_three_failures_are_red_and_none_is_run_again(suite: Suite) -> None:
    code, said = suite.runs(*(ONCE.format(name) for name in ("one", "two", "three")))
    assert code == 1
    assert "FLAKY" not in said and said.count("FAILED tests/") == 3
    assert "TOO MANY 3 failed, and 2 are tried again" in said


def test_no_other_test_is_ever_run_again(suite: Suite) -> None:
    code, said = suite.runs(UNIT_RED, ONCE.format("lucky"))
    assert code == 1
    assert "FLAKY" not in said and said.count("FAILED tests/") == 2


def test_a_whole_suite_that_ran_fewer_tests_than_are_written_down_is_red(suite: Suite) -> None:
    suite.counts("unit", 2)
    skipped = "@pytest.mark.skip\ndef test_browser_is_skipped(): pass\n"
    code, said = suite.runs(GREEN, skipped, asked=("tests/unit",))
    assert code == 1
    assert "FAILED the unit suite ran 1 tests, and tests/counts.json says 2" in said
    second = "def test_a_second(): pass\n"
    assert suite.runs(GREEN, second, asked=("tests/unit",))[0] == 0
    assert suite.runs(GREEN, second, "def test_a_third(): pass\n", asked=("tests/unit",))[0] == 1


def test_a_part_of_a_suite_is_not_counted(suite: Suite) -> None:
    suite.counts("unit", 2)
    assert suite.runs(GREEN, asked=("-k", "green", "tests/unit"))[0] == 0


def test_every_suite_has_its_number() -> None:
    assert set(json.loads(counts.COUNTS.read_text(encoding="utf-8"))) == {"unit", "unit-deep", "js", "gate", "deep"}


def test_a_run_says_which_seeds_its_stories_are_told_of(pytestconfig, monkeypatch) -> None:
    monkeypatch.setenv("JOTTER_SEEDS", "7,8")
    assert "simulator: JOTTER_SEEDS=7,8" in pytest_report_header(pytestconfig)
    monkeypatch.delenv("JOTTER_SEEDS")
    assert "JOTTER_SEEDS" not in str(pytest_report_header(pytestconfig))
