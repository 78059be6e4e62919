"""What a journey may do with a browser's page: the same few things in every engine, and no pause anywhere."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tests.e2e.engines.parts import Part

# How long a condition may take to come true. Generous: a slow machine is no fault of the product.
LIMIT_S = 40.0
# The page says when it is at rest (webapp/static/jotter/page/settled.js); doors without htmx always are. What is typed
# or tapped earlier may meet a form that is about to be replaced.
SETTLED = "html[data-settled], body.door:not([data-shell])"
# What it waits for until then, by its own word.
WAITS_FOR = "document.documentElement.getAttribute('data-waits-for')"


class Page(Protocol):
    """One page. Every method waits for its condition and fails with a sentence when that does not come true; what a
    person does waits until the page is settled."""

    def settles(self) -> None:
        """Wait until nothing under way may still replace a part of the page."""

    def goes_to(self, path: str) -> None:
        """Open an address of the site."""

    def reloads(self) -> None:
        """Load the page again."""

    def loses_its_tab(self) -> None:
        """The tab is gone, without a word to the page; another one of the same browser is at hand."""

    def taps(self, part: Part) -> None:
        """Click."""

    def writes(self, part: Part, text: str) -> None:
        """Put text into a field in place of what it held."""

    def chooses(self, part: Part, option: str) -> None:
        """Choose an option by its words."""

    def chooses_files(self, part: Part, paths: Sequence[Path]) -> None:
        """Choose files from the disk, as the system's own dialogue would."""

    def sees(self, part: Part, text: str | None = None) -> None:
        """Wait until the part is there, and contains the text."""

    def misses(self, part: Part) -> None:
        """Wait until there is no such part."""

    def sees_either(self, *parts: Part) -> Part:
        """Wait until one of the parts is there, and say which."""

    def text_of(self, part: Part) -> str:
        """The words of a part that is there."""

    def value_of(self, part: Part) -> str:
        """What a field holds."""

    def counts(self, part: Part) -> int:
        """How many parts of this kind are there now."""

    def runs(self, script: str) -> object:
        """What an async function without arguments gives when the page runs it: for what no person can do."""

    @property
    def path(self) -> str:
        """The page's address within the site."""
