"""The JSON door: enrolments, sync and the contract they are described by."""

from typing import Any

from flask import Flask, request
from flask_smorest import Api

from api import attachments, enrolments, openapi, sync, vault
from api.errors import PROTOCOL_HEADER, ProblemSchema
from api.unread import take_rest

BLUEPRINTS = (attachments.blueprint, enrolments.blueprint, sync.blueprint, vault.blueprint)
URL_PREFIX = "/api/v1"


class JotterApi(Api):
    """flask-smorest, with RFC 9457 problems for errors; the app's one error handler makes them (api/errors.py)."""

    ERROR_SCHEMA = ProblemSchema

    def _register_error_handlers(self) -> None:
        """Leave the app's handlers alone: they also answer for the HTML door."""


def register(app: Flask) -> None:
    """Put the JSON door into an app, under /api/v1."""
    app.config.update(
        API_TITLE="Jotter sync",
        API_VERSION="1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX=URL_PREFIX,
        OPENAPI_JSON_PATH="openapi.json",
    )
    api = JotterApi(app, spec_kwargs=openapi.spec_kwargs())
    openapi.describe(api.spec)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint, url_prefix=URL_PREFIX)
    openapi.complete(api.spec)
    app.after_request(_say_protocol)
    app.after_request(_take_rest)


def _say_protocol(response: Any) -> Any:
    # An answer without this is a captive portal's: the tablet takes it for being offline. By path, for the
    # description and the errors of addresses that no blueprint has are answers of this door too.
    if request.path.startswith(f"{URL_PREFIX}/"):
        response.headers[PROTOCOL_HEADER] = "1"
        response.headers["Cache-Control"] = "no-store"
    return response


def _take_rest(response: Any) -> Any:
    if request.path.startswith(f"{URL_PREFIX}/"):
        take_rest(request)
    return response
