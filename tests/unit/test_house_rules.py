"""The habits of the house that a machine can see: names, sizes, a first sentence, and no line of script in HTML."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ["record", "doors", "api", "webapp", "migrations", "demo", "bench", "scripts", "tests"]
NO_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "data"}
MOST_LINES = 400
MOST_PAGE_LINES = 100
MOST_FRAGMENT_LINES = 60
OURS = "http://www.w3.org/"  # the names of SVG's and XHTML's namespaces, which nothing fetches


def sources(*endings: str) -> Iterator[Path]:
    """The files of every room that people write."""
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*")):
            if path.suffix in endings and "dist" not in path.parts and "__pycache__" not in path.parts:
                yield path


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


TEMPLATES = list(sources(".html"))


def test_no_file_is_called_what_says_nothing() -> None:
    assert not [name_of(path) for path in sources(".py", ".js", ".css", ".html") if path.stem in NO_NAMES]


def test_no_file_is_too_long_to_read() -> None:
    # Versions of the migrations are written by Alembic, and lists of words are read by nobody from end to end.
    written = [path for path in sources(".py", ".js", ".css") if not {"versions", "phrases"} & set(path.parts)]
    assert not [name_of(path) for path in written if len(path.read_text().splitlines()) > MOST_LINES]


def test_every_module_begins_by_saying_what_it_is_for() -> None:
    for path in sources(".py"):
        text = path.read_text()
        assert not text.strip() or ast.get_docstring(ast.parse(text)), name_of(path)


def test_every_script_begins_by_saying_what_it_is_for() -> None:
    for path in sources(".js"):
        assert path.read_text().startswith(("//", "/*")), name_of(path)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_is_short_enough_to_see_at_once(path: Path) -> None:
    most = MOST_FRAGMENT_LINES if path.name.startswith("_") else MOST_PAGE_LINES
    if path.name != "_fields.html":  # a macro for each kind of field
        assert len(path.read_text().splitlines()) <= most


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_holds_no_script_no_style_and_no_foreign_address(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"<style\b|\bstyle=|\son\w+=|\bhx-on|javascript:", text)
    assert all("src=" in tag for tag in re.findall(r"<script\b[^>]*>", text))
    assert not re.findall(rf"(?!{OURS})https?://", text)
