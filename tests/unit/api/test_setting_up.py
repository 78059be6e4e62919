"""Setting up by a browser's session: by one that has just begun, and it is over with that."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from record import devices
from record.base import new_id
from record.enrolments import Enrolment
from record.sessions import SignInSession
from record.times import now
from tests.factories import PASSWORD

TEN_MINUTES = timedelta(minutes=10)
A_SECOND = timedelta(seconds=1)


@pytest.fixture
def browser(app: Flask, school: SimpleNamespace) -> FlaskClient:
    """A browser in which the SENCO has just signed in."""
    client = app.test_client()
    signs_in(client, school)
    return client


def signs_in(client: FlaskClient, school: SimpleNamespace) -> None:
    told = {"email": school.senco.email, "password": PASSWORD}
    assert client.post("/sign-in", data=told).status_code == 303


def sets_up(client: FlaskClient) -> TestResponse:
    return client.post("/api/v1/enrolments", json={"device": {"id": new_id(), "name": "Owls 1"}})


def test_a_session_sets_up_within_ten_minutes_of_its_sign_in_however_much_it_was_used(app, school, record) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        client = app.test_client()
        signs_in(client, school)
        clock.shift(TEN_MINUTES - A_SECOND)
        assert client.get("/desk/").status_code == 200
        clock.shift(A_SECOND)
        answer = sets_up(client)
        assert (answer.status_code, answer.content_type) == (401, "application/problem+json")
        assert answer.get_json()["code"] == "sign_in_again"
        assert client.get("/desk/").status_code == 200, "it is good for everything else"
        signs_in(client, school)
        clock.shift(TEN_MINUTES - A_SECOND)
        assert sets_up(client).status_code == 201
    query = select(func.count()).select_from(Enrolment).where(Enrolment.school_id == school.id)
    assert record().scalar(query) == 1


def test_setting_up_ends_the_session_for_whoever_kept_a_copy_of_its_cookie(app, browser, school, record) -> None:
    token = browser.get_cookie("jotter_session").value
    answer = sets_up(browser)
    assert answer.status_code == 201
    for name in ("jotter_session", "jotter_person"):
        assert browser.get_cookie(name) is None
    thief = app.test_client()
    thief.set_cookie("jotter_session", token)
    for client in (browser, thief):
        assert client.get("/desk/").status_code == client.get("/account").status_code == 302
        assert sets_up(client).status_code == 401
        recovery = {"device_id": new_id(), "seal_key": new_id(), "sealed": "x"}
        assert client.post("/api/v1/vault/recoveries", json=recovery).status_code == 401
    query = select(func.count()).select_from(SignInSession).where(SignInSession.person_id == school.senco.id)
    assert record().scalar(query) == 0
    assert browser.post("/sign-out").status_code == 303, "and what is signed out already does no harm"


def test_a_refused_setting_up_leaves_the_session_be(browser: FlaskClient) -> None:
    assert browser.post("/api/v1/enrolments", json={"device": "none"}).status_code == 400
    assert browser.get("/desk/").status_code == 200


def test_the_desk_on_a_set_up_tablet_takes_a_sign_in_of_its_own(browser: FlaskClient, school) -> None:
    token = sets_up(browser).get_json()["token"]
    assert browser.get("/desk/").status_code == 302
    signs_in(browser, school)
    assert browser.get("/desk/").status_code == 200
    headers = {"Authorization": f"Bearer {token}"}
    assert browser.post("/api/v1/sync", json={"protocol": 1, "entries": []}, headers=headers).status_code == 200


def test_setting_up_by_password_ends_the_browsers_session_too_whosever_it_is(app, browser, found_school) -> None:
    other = found_school()
    told = {"email": other.ta.email, "password": PASSWORD, "device": {"id": new_id(), "name": "Owls 1"}}
    assert browser.post("/api/v1/enrolments", json=told).status_code == 201
    assert browser.get_cookie("jotter_session") is None
    assert browser.get("/desk/").location.startswith("/sign-in")


@pytest.mark.parametrize("odd", ['"\\000"', '"\\777"', "-" * 36, "x" * 3_000])
def test_a_cookie_that_names_no_tablet_is_no_loss_and_no_error(app, school, record, odd: str) -> None:
    told = {"email": school.ta.email, "password": PASSWORD, "device": {"id": new_id(), "name": "Owls 1"}}
    client = app.test_client(use_cookies=False)
    answer = client.post("/api/v1/enrolments", json=told, headers={"Cookie": f"jotter_device={odd}"})
    assert answer.status_code == 201
    assert devices.losses(record(), school.id, now()) == []
