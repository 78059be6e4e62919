"""The built files: their hashed names by their plain ones, as the build wrote them down."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, url_for

# What is worth compressing, of whatever is answered.
COMPRESSED = [
    "application/json",
    "application/manifest+json",
    "application/problem+json",
    "text/html",
    "text/css",
    "text/javascript",
    "image/svg+xml",
]
DIST = Path(__file__).parent / "static" / "dist"


@lru_cache(maxsize=1)
def manifest() -> dict[str, Any]:
    """What the build wrote: plain name → file in static/dist, and `version`, the build's own hash."""
    return dict(json.loads((DIST / "manifest.json").read_text(encoding="utf-8")))


def asset(name: str) -> str:
    """The address of a built file. Raises KeyError for one that the build does not make."""
    return url_for("static", filename=manifest()[name])


def take_out_of_file(response: Response) -> Response:
    """A text of the build as bytes: a file that is passed on as it lies is not compressed (most of a first install)."""
    if response.direct_passthrough and response.status_code == 200 and response.mimetype in COMPRESSED:
        response.direct_passthrough = False
        response.make_sequence()
    return response


def register(app: Flask) -> None:
    """Give templates `asset`, and have the built files compressed. To be called after Compress: it goes first then."""
    app.jinja_env.globals["asset"] = asset
    app.after_request(take_out_of_file)
