"""The built files: their hashed names by their plain ones, as the build wrote them down."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import brotli
from flask import Flask, Response, request, url_for

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
BROTLI_QUALITY = 9  # a tenth smaller than what is packed for one answer only; 10 and 11 take thirty times as long
DIST = Path(__file__).parent / "static" / "dist"


@lru_cache(maxsize=1)
def manifest() -> dict[str, Any]:
    """What the build wrote: plain name → file in static/dist, and `version`, the build's own hash."""
    return dict(json.loads((DIST / "manifest.json").read_text(encoding="utf-8")))


def asset(name: str) -> str:
    """The address of a built file. Raises KeyError for one that the build does not make."""
    return url_for("static", filename=manifest()[name])


@lru_cache(maxsize=32)
def _packed(text: bytes) -> bytes:
    return bytes(brotli.compress(text, quality=BROTLI_QUALITY))


def pack(response: Response) -> Response:
    """A text of the build as bytes, packed once for all who take Brotli: it is most of a first install. For others it
    is left to Compress, which would pass it on as it is if it were still a file."""
    if response.direct_passthrough and response.status_code == 200 and response.mimetype in COMPRESSED:
        response.direct_passthrough = False
        response.make_sequence()
        if request.accept_encodings["br"]:
            response.set_data(_packed(response.get_data()))
            response.headers["Content-Encoding"] = "br"
            etag, _ = response.get_etag()
            response.set_etag(f"{etag}:br")
            response.make_conditional(request)
    return response


def register(app: Flask) -> None:
    """Give templates `asset`, and have the built files compressed. To be called after Compress: it goes first then."""
    app.jinja_env.globals["asset"] = asset
    app.after_request(pack)
