"""Answers are compressed where the client accepts it."""

from flask import Flask, request
from flask_compress import Compress


def register(app: Flask) -> None:
    """Put compression into an app."""
    Compress(app)
    app.before_request(_leave_out_refused)


def _leave_out_refused() -> None:
    """A coding with a weight of 0 is refused (RFC 9110, 12.4.2): Flask-Compress takes it for the last resort."""
    if "q=0" in request.headers.get("Accept-Encoding", ""):
        left = ", ".join(f"{coding};q={weight}" for coding, weight in request.accept_encodings if weight)
        request.environ["HTTP_ACCEPT_ENCODING"] = left
