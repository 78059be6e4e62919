"""Errors of the JSON door as RFC 9457 problem documents: made here, once."""

import json
from typing import Any

import structlog
from flask import Response
from marshmallow import INCLUDE, Schema, fields
from werkzeug.exceptions import HTTPException

from record.errors import CursorExpired, NotAllowed, NotFound, RecordError, Refused, SignInRefused

log = structlog.get_logger()

PROTOCOL_HEADER = "X-Jotter-Protocol"
STATUSES: dict[type[RecordError], int] = {
    NotFound: 404,
    NotAllowed: 403,
    Refused: 400,
    SignInRefused: 401,
    CursorExpired: 409,
}


class ProblemSchema(Schema):
    """An RFC 9457 problem document; members beside these depend on the problem."""

    class Meta:
        unknown = INCLUDE

    type = fields.String(load_default="about:blank")
    title = fields.String(required=True)
    status = fields.Integer(required=True)
    detail = fields.String()
    code = fields.String(metadata={"description": "A fixed word for this problem, for programs"})
    errors = fields.Dict(metadata={"description": "What is wrong with which member of the request"})


def problem(status: int, title: str, *, headers: dict[str, str] | None = None, **members: Any) -> Response:
    """A problem document as an answer; `members` are its further members, those of None left out."""
    told = {"type": "about:blank", "title": title, "status": status}
    told.update({name: value for name, value in members.items() if value is not None})
    response = Response(json.dumps(told), status, content_type="application/problem+json")
    response.headers[PROTOCOL_HEADER] = "1"
    response.headers["Cache-Control"] = "no-store"
    if status == 401:
        response.headers["WWW-Authenticate"] = 'Bearer realm="jotter"'
    for name, value in (headers or {}).items():
        response.headers[name] = value
    return response


def answer_for(error: Exception) -> Any:
    """The answer to an exception: the domain's own, HTTP's, or (logged, told nothing of) one of ours."""
    if isinstance(error, RecordError):
        return problem(STATUSES.get(type(error), 400), str(error))
    if isinstance(error, HTTPException):
        return _http_problem(error) if (error.code or 500) >= 400 else error.get_response()
    log.error("unexpected error", error=type(error).__name__, exc_info=error)
    return problem(500, "Something went wrong on our side")


def _http_problem(error: HTTPException) -> Response:
    status = error.code or 500
    headers = {name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After")}
    response = getattr(error, "response", None)
    if response is not None and "Retry-After" in response.headers:
        headers["Retry-After"] = response.headers["Retry-After"]
    details = getattr(error, "data", None) or {}
    return problem(status, error.name, headers=headers, errors=details.get("messages"))
