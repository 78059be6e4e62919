"""Every route asks who is there: walked with nobody signed in, from the app's own list of addresses."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.routing import Rule

from doors.database import db
from tests.unit.architecture.matrix import OPEN_ROUTES
from webapp import create_app

# With an email and a password in the request it needs no session: it is turned away for lack of a body instead.
OPEN = {*OPEN_ROUTES, "POST /api/v1/enrolments"}

# What screens.md, the protocol and house.md name: none of it vanishes unnoticed.
PROMISED = {
    ("POST", "/api/v1/enrolments"),
    ("DELETE", "/api/v1/enrolments/current"),
    ("POST", "/api/v1/sync"),
    ("GET", "/api/v1/openapi.json"),
    ("GET", "/sign-in"),
    ("POST", "/sign-in"),
    ("POST", "/sign-out"),
    ("GET", "/tablet/"),
    ("GET", "/sw.js"),
    ("GET", "/manifest.webmanifest"),
    ("GET", "/healthz"),
    ("GET", "/desk/"),
    ("GET", "/desk/pupils"),
    ("GET", "/desk/pupils/<pupil_id>"),
    ("GET", "/desk/tablets"),
    ("GET", "/desk/quarantine"),
    ("GET", "/desk/conflicts"),
}
SOME_ID = "01900000-0000-7000-8000-000000000001"


@pytest.fixture
def app(tmp_path: Path, sqlite_url: str) -> Iterator[Flask]:
    """The app over a record in which there is nothing."""
    app = create_app(tmp_path / "folder", sqlite_url)
    yield app
    with app.app_context():
        db.engine.dispose()


def routes(app: Flask) -> Iterator[tuple[str, Rule]]:
    """Every method of every address."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield method, rule


def test_every_route_asks_who_is_there(app: Flask) -> None:
    client = app.test_client()
    adapter = app.url_map.bind("localhost")
    for method, rule in routes(app):
        if f"{method} {rule.rule}" in OPEN:
            continue
        address = adapter.build(rule.endpoint, dict.fromkeys(rule.arguments, SOME_ID), method=method)
        answer = client.open(address, method=method)
        answer.close()
        turned_away = answer.status_code == 401 or (
            answer.status_code in (302, 303) and answer.headers["Location"].startswith("/sign-in")
        )
        assert turned_away, f"{method} {rule.rule} answers {answer.status_code} to nobody"
        assert "jotter_person" not in str(answer.headers)


def test_no_forged_request_reaches_a_route(app: Flask) -> None:
    client = app.test_client()
    adapter = app.url_map.bind("localhost")
    for method, rule in routes(app):
        if method != "GET":
            address = adapter.build(rule.endpoint, dict.fromkeys(rule.arguments, SOME_ID), method=method)
            for forged in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
                assert client.open(address, method=method, headers=forged).status_code == 403, f"{method} {rule.rule}"


def test_the_list_of_open_routes_names_none_that_is_gone(app: Flask) -> None:
    assert {f"{method} {rule.rule}" for method, rule in routes(app)} >= OPEN


def test_no_promised_address_has_vanished(app: Flask) -> None:
    assert {(method, rule.rule) for method, rule in routes(app)} >= PROMISED
