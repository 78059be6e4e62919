"""Wrong passwords: they close one account for a while, never a school, and never its owner's own tablet."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from doors.attempts import FOR_ACCOUNT, FOR_ADDRESS, FOR_OWN_DEVICE, Try, attempts
from doors.sign_in import DEVICE_COOKIE
from record import enrolments
from record.base import new_id
from record.database import writing
from record.times import now
from tests.factories import PASSWORD, a_person

ADDRESS = "127.0.0.1"


def by_form(client: FlaskClient, email: str, password: str = PASSWORD) -> int:
    return client.post("/sign-in", data={"email": email, "password": password}).status_code


def by_enrolling(client: FlaskClient, email: str, password: str = PASSWORD, device_id: str = "") -> int:
    device = {"id": device_id or new_id(), "name": "Owls 1"}
    told = {"email": email, "password": password, "device": device}
    return client.post("/api/v1/enrolments", json=told).status_code


@pytest.fixture
def owls(desk) -> SimpleNamespace:
    """The TA's own tablet, and the SENCO's, which the TA does not use."""
    return SimpleNamespace(own=enrolled(desk, "ta"), colleagues=enrolled(desk, "senco"))


def enrolled(desk, role: str) -> str:
    device_id = new_id()
    with writing(desk.session) as session:
        enrolments.enrol(session, session.merge(desk.people[role]), device_id, "Owls", now())
    return device_id


def close_account(email: str) -> None:
    for _ in range(FOR_ACCOUNT.amount):
        attempts.note_failure(Try(email, "10.9.9.9"))


def test_forty_people_behind_one_address_all_get_in(app: Flask, desk) -> None:
    with writing(desk.session) as session:
        staff = [a_person(session, desk.school, "ta").email for _ in range(40)]
    for number, email in enumerate(staff):
        client = app.test_client()
        if number % 3 == 0:
            assert by_form(client, email, "mistyped") == 401
            assert by_enrolling(client, email, "mistyped") == 401
        assert client.post("/sign-in/passkey/challenge").status_code == 200
        assert (by_form(client, email), by_enrolling(client, email)) == (303, 201)


def test_right_passwords_count_for_nothing(app: Flask, desk) -> None:
    email = desk.people["ta"].email
    for _ in range(FOR_ACCOUNT.amount + 2):
        assert (by_form(app.test_client(), email), by_enrolling(app.test_client(), email)) == (303, 201)


def test_wrong_ones_close_the_account_at_both_doors_unread_and_nobody_elses(app: Flask, desk) -> None:
    email, client = desk.people["ta"].email, app.test_client()
    for number in range(FOR_ACCOUNT.amount):
        door = by_form if number % 2 else by_enrolling
        assert door(client, email, "wrong") == 401
    for door in (by_form, by_enrolling):
        assert door(client, email) == 429, "not even a right one is looked at"
        assert door(app.test_client(), desk.people["teacher"].email) in (201, 303)


@pytest.mark.parametrize("typed", ["  {} ", "{}\0", "\0{}", "{}\x1f"])
def test_the_same_email_typed_otherwise_is_the_same_account(app: Flask, desk, typed: str) -> None:
    email = desk.people["ta"].email
    close_account(email)
    assert by_form(app.test_client(), typed.format(email.upper())) == 429


def test_a_closed_account_opens_on_its_owners_own_tablet_alone(app: Flask, desk, owls) -> None:
    email = desk.people["ta"].email
    close_account(email)
    for device_id, statuses in ((owls.own, (303, 201)), (owls.colleagues, (429, 429)), ("no device", (429, 429))):
        browser = app.test_client()
        browser.set_cookie(DEVICE_COOKIE, device_id)
        assert (by_form(browser, email), by_enrolling(browser, email)) == statuses
    script = app.test_client(use_cookies=False)
    assert by_enrolling(script, email, device_id=owls.own) == 201
    assert by_enrolling(script, email, device_id=owls.colleagues) == 429


def test_a_withdrawn_tablet_is_nobodys_own(app: Flask, desk, owls) -> None:
    email = desk.people["ta"].email
    with writing(desk.session) as session:
        enrolments.withdraw(session, desk.people["senco"], owls.own, now())
    close_account(email)
    assert by_enrolling(app.test_client(), email, device_id=owls.own) == 429


def test_on_the_own_tablet_too_nobody_guesses_for_ever(app: Flask, desk, owls) -> None:
    email = desk.people["ta"].email
    for _ in range(FOR_OWN_DEVICE.amount):
        attempts.note_failure(Try(email, ADDRESS, owls.own))
    assert by_enrolling(app.test_client(), email, device_id=owls.own) == 429
    assert by_enrolling(app.test_client(), desk.people["senco"].email, device_id=owls.colleagues) == 201


def test_what_is_counted_is_the_last_fifteen_minutes_wherever_the_clock_stands() -> None:
    tried = Try("somebody@else.school", ADDRESS)
    attempts.forget()
    with time_machine.travel(datetime(2026, 11, 24, 10, 14, 59, tzinfo=UTC), tick=False) as clock:
        close_account(tried.email)
        clock.shift(2)
        assert attempts.seconds_to_wait(tried) == 15 * 60 - 2
        clock.shift(15 * 60 - 3)
        assert attempts.seconds_to_wait(tried) == 1
        clock.shift(2)
        assert attempts.seconds_to_wait(tried) == 0
    attempts.forget()


def test_whoever_sprays_many_accounts_is_stopped_and_no_tablet_with_them(app: Flask, desk, owls) -> None:
    for number in range(FOR_ADDRESS.amount):
        attempts.note_failure(Try(f"somebody{number}@else.school", ADDRESS))
    email = desk.people["ta"].email
    assert (by_form(app.test_client(), email), by_enrolling(app.test_client(), email)) == (429, 429)
    assert by_enrolling(app.test_client(), email, device_id=owls.own) == 201
    elsewhere = app.test_client()
    elsewhere.environ_base["REMOTE_ADDR"] = "10.1.1.1"
    assert by_form(elsewhere, email) == 303


def test_an_administrator_has_no_use_for_a_tablet(app: Flask, desk) -> None:
    email = desk.people["admin"].email
    assert by_enrolling(app.test_client(), email) == 403
    browser = app.test_client()
    by_form(browser, email)
    device = {"id": new_id(), "name": "Owls 1"}
    assert browser.post("/api/v1/enrolments", json={"device": device}).status_code == 403
