"""Parts of a page as a person finds them: by role, by name, by what they contain, within another part."""

from dataclasses import dataclass

FIELD = "field"  # any control, by its label


@dataclass(frozen=True)
class Part:
    """One visible part of a page. `nth` picks among several alike; without it the first is meant."""

    role: str
    name: str | None = None
    containing: str | None = None
    within: "Part | None" = None
    nth: int = 0

    def __str__(self) -> str:
        name = f" “{self.name}”" if self.name else ""
        containing = f" with “{self.containing[:60]}”" if self.containing else ""
        return f"{self.role}{name}{containing}" + (f" in {self.within}" if self.within else "")


def button(name: str, within: Part | None = None, nth: int = 0) -> Part:
    """A button by its text."""
    return Part("button", name, within=within, nth=nth)


def link(name: str, within: Part | None = None) -> Part:
    """A link by its text."""
    return Part("link", name, within=within)


def heading(name: str) -> Part:
    """A heading by its text."""
    return Part("heading", name)


def region(name: str) -> Part:
    """A region by its heading or label."""
    return Part("region", name)


def field(label: str, within: Part | None = None, nth: int = 0) -> Part:
    """A control of a form by its label."""
    return Part(FIELD, label, within=within, nth=nth)


def note_with(text: str, within: Part | None = None) -> Part:
    """A note (or card) by a text in it."""
    return Part("article", containing=text, within=within)


SYNC = Part("status", "Sync")
MAIN = Part("main")
BAR = Part("banner")
