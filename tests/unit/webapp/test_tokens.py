"""One visual language: colours, type, corners and shadows stand in tokens.css alone, and its pairs can be read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

WEBAPP = Path(__file__).parents[3] / "webapp"
CSS = WEBAPP / "static" / "css"
TOKENS = (CSS / "tokens.css").read_text(encoding="utf-8")
OTHERS = sorted(path for path in CSS.glob("*.css") if path.name not in ("tokens.css", "app.css"))

# Words of colour that are no colour of ours: nothing, what is around, and the system's own in forced colours.
NO_COLOURS = {"transparent", "currentcolor", "inherit"}
NAMED = "white|black|red|green|blue|yellow|orange|purple|pink|brown|gr[ae]y|silver|navy|teal|olive|maroon|gold|crimson"
RAW_COLOUR = re.compile(
    rf"#[0-9a-fA-F]{{3,8}}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|(?<![\w-])(?:{NAMED})(?![\w-])"
)
FROM_TOKENS = ("font-family", "font-size", "border-radius", "box-shadow")
FREE = re.compile(r"var\(--[\w-]+\)|inherit|none|0|[\d.]+em|100%|50%")
PARTS = re.compile(r",?\s+(?![^(]*\))")
RING = re.compile(r"box-shadow: (inset )?0 0 0 ")  # as wide as a line: no shadow of a sheet
DRAWN = re.compile(r"font-size: \d+px")  # within a drawing, in the drawing's own units

# What is read on what: 4.5 to 1 (WCAG 1.4.3).
READ = {
    "ink": "paper surface sunk accent-wash good-wash warn-wash bad-wash news-wash",
    "ink-soft": "paper surface sunk",
    "accent": "paper surface accent-wash",
    "accent-deep": "accent-wash",
    "accent-ink": "accent accent-deep",
    "cover-ink": "cover cover-deep cover-line",
    "cover-soft": "cover",
    "alarm-ink": "alarm",
    "good": "good-wash surface",
    "warn": "warn-wash surface",
    "bad": "bad-wash surface paper",
    "bad-ink": "bad",
    "news": "news-wash surface",
}
# What must be told from its ground without being read: 3 to 1 (WCAG 1.4.11).
SEEN = {"line-strong": "paper surface", "focus": "paper surface sunk accent-wash", "cover-ink": "cover"}


def declarations(text: str) -> Iterator[tuple[str, str]]:
    """Every property with its value, comments left out."""
    bare = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    for name, value in re.findall(r"([\w-]+)\s*:\s*([^;{}]+)(?=[;}])", bare):
        yield name, value.strip()


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_no_colour_is_written_outside_the_tokens(path: Path) -> None:
    raw = [f"{name}: {value}" for name, value in declarations(path.read_text("utf-8")) if RAW_COLOUR.search(value)]
    assert not raw


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_type_corners_and_shadows_come_from_the_tokens(path: Path) -> None:
    said = [pair for pair in declarations(path.read_text("utf-8")) if pair[0] in FROM_TOKENS]
    own = [f"{name}: {value}" for name, value in said if not all(map(FREE.fullmatch, PARTS.split(value)))]
    assert not [line for line in own if not RING.match(line) and not (path.name == "charts.css" and DRAWN.match(line))]


def test_every_token_that_is_asked_for_is_there_and_every_one_that_is_there_is_asked_for() -> None:
    there = {name for name, _value in declarations(TOKENS) if name.startswith("--")}
    sources = [*CSS.glob("*.css"), *(WEBAPP / "templates").rglob("*.html"), *(WEBAPP / "static/jotter").rglob("*.js")]
    asked = set(re.findall(r"var\((--[\w-]+)", "".join(path.read_text("utf-8") for path in sources)))
    local = {name for path in OTHERS for name, _value in declarations(path.read_text("utf-8")) if name.startswith("--")}
    assert asked - there - local == set()
    assert there - asked == set()


def palette(scheme: str) -> dict[str, str]:
    """The colours of a scheme: those of the dark one stand over those of the light."""
    light, rest = TOKENS.split("@media (prefers-color-scheme: dark)", 1)
    dark = rest.split("@media print", 1)[0]
    colours = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")
    return dict(colours.findall(light)) | (dict(colours.findall(dark)) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, from 0 to 1 (WCAG 2.2, definitions)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, definitions)."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def test_the_contrast_of_black_on_white_is_21() -> None:
    assert round(contrast("#000000", "#ffffff"), 6) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(READ, 4.5), (SEEN, 3.0)], ids=["read", "seen"])
def test_what_is_read_and_what_is_seen_stands_out_from_its_ground(
    scheme: str, pairs: dict[str, str], least: float
) -> None:
    colours = palette(scheme)
    weak = {
        f"{name} on {ground}": round(contrast(colours[name], colours[ground]), 2)
        for name, grounds in pairs.items()
        for ground in grounds.split()
        if contrast(colours[name], colours[ground]) < least
    }
    assert not weak


def test_the_browsers_own_bar_has_the_colour_of_the_cover() -> None:
    cover = palette("light")["cover"]
    layouts = "".join(path.read_text("utf-8") for path in (WEBAPP / "templates/layouts").glob("*.html"))
    assert set(re.findall(r'name="theme-color" content="(#\w+)"', layouts)) == {cover}
    assert f'"theme_color": "{cover}"' in (WEBAPP / "static/manifest.webmanifest").read_text("utf-8")
