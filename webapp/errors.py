"""Errors: one handler for the whole app, which answers each door in its own way."""

from typing import Any

import structlog
from flask import Flask, Response, make_response, render_template, request
from sqlalchemy.exc import DataError
from werkzeug.exceptions import HTTPException

from api.errors import STATUSES, answer_for
from record.errors import NotAllowed, RecordError

log = structlog.get_logger()

WORDS = {
    400: ("That did not work", "The request could not be understood."),
    403: ("Not yours to open", "Your role does not open this page."),
    404: ("No such page", "The address may be mistyped, or what was here has gone."),
    405: ("That did not work", "This page is not asked for in that way."),
    413: ("Too large", "That is more than one form may hold."),
    429: ("Too many tries", "Wait a few minutes, then try again."),
    500: ("Something went wrong", "It is not your doing, and it has been noted. Nothing that was saved is lost."),
    503: ("Not just now", "The record cannot be reached. Try again in a minute."),
}


def handle(error: Exception) -> Any:
    """Answer an exception: a problem document under /api/, a plain page elsewhere."""
    if request.path.startswith("/api/"):
        return answer_for(error)
    if isinstance(error, HTTPException):
        if (error.code or 500) < 400:
            return error
        return _page(error.code or 500, headers=error.get_headers())
    if isinstance(error, RecordError):
        status = STATUSES.get(type(error), 400)
        return _page(status, None if isinstance(error, NotAllowed) else str(error))
    route = request.url_rule.rule if request.url_rule else None
    if isinstance(error, DataError):
        # What PostgreSQL keeps in no column, such as a NUL in an address or a form: it was asked for, not our doing.
        log.warning("what was asked cannot be stored", route=route)
        return _page(400)
    log.error("unexpected error", error=type(error).__name__, route=route, exc_info=error)
    return _page(500)


def _page(status: int, text: str | None = None, headers: Any = ()) -> Response:
    title, words = WORDS.get(status, WORDS[400 if status < 500 else 500])
    way_out = {"url": "/", "name": "Back to the beginning"}
    response = make_response(render_template("error.html", title=title, text=text or words, way_out=way_out), status)
    response.headers.extend((name, value) for name, value in headers if name in ("Allow", "Retry-After"))
    return response


def register(app: Flask) -> None:
    """Put the one handler into the app."""
    app.register_error_handler(Exception, handle)
