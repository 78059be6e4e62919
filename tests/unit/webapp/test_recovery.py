"""A forgotten passcode: the jotter's key is given back to its owner on its own tablet, to nobody else, and audited."""

import json
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from record import enrolments
from record.audit import AuditEvent
from record.base import new_id
from record.sessions import SignInSession
from record.times import now
from tests.factories import A_MORNING
from tests.unit.record.test_sealing import sealed_to
from tests.unit.webapp.conftest import Desk

INFO = b"jotter vault v1"
KEY = "c2VjcmV0IGtleQ"


@pytest.fixture
def tablet(desk: Desk) -> str:
    """A tablet on which the TA and the teacher are enrolled."""
    device_id = new_id()
    for role in ("ta", "teacher"):
        enrolments.enrol(desk.session, desk.people[role], device_id, "Owls 1", A_MORNING)
    desk.session.commit()
    return device_id


def recover(app: Flask, desk: Desk, client: FlaskClient, owner: str, tablet_id: str, **over: str) -> TestResponse:
    key = app.extensions["jotter"].keyring.ensure(desk.school.id, A_MORNING)
    inside = json.dumps({"person": desk.people[owner].id, "device": tablet_id, "key": KEY}).encode()
    told = {"device_id": tablet_id, "seal_key": key.id, "sealed": sealed_to(key, inside, INFO)}
    desk.session.rollback()
    return client.post("/api/v1/vault/recoveries", json={**told, **over})


def recoveries(desk: Desk) -> list[AuditEvent]:
    desk.look_again()
    return list(desk.session.scalars(select(AuditEvent).where(AuditEvent.action == "vault key recovered")))


def test_the_owner_gets_their_key_and_it_is_in_the_trail(app, browse, desk, tablet) -> None:
    answer = recover(app, desk, browse("ta"), "ta", tablet)
    assert (answer.status_code, answer.get_json()) == (201, {"key": KEY})
    (event,) = recoveries(desk)
    assert (event.person_id, event.device_id) == (desk.people["ta"].id, tablet)
    assert KEY not in event.detail


@pytest.mark.parametrize("role", ["teacher", "senco", "admin", "nobody"])
def test_nobody_else_gets_it_even_on_the_same_tablet(app, browse, desk, tablet, role) -> None:
    answer = recover(app, desk, browse(role), "ta", tablet)
    assert answer.status_code == (401 if role == "nobody" else 403)
    assert KEY not in answer.text
    assert recoveries(desk) == []


def test_it_is_not_given_for_a_tablet_that_the_owner_is_not_enrolled_on(app, browse, desk, tablet) -> None:
    assert recover(app, desk, browse("ta"), "ta", new_id()).status_code == 403
    assert recover(app, desk, browse("ta"), "ta", tablet, device_id=new_id()).status_code == 403
    assert recoveries(desk) == []


def session_began(desk: Desk, ago: timedelta) -> None:
    desk.look_again()
    (session,) = desk.session.scalars(select(SignInSession))
    # Used since, so that it still lets its person in.
    session.began_at, session.last_seen_at = now() - ago, now()
    desk.session.commit()


def test_a_session_that_was_left_open_is_not_enough(app, browse, desk, tablet) -> None:
    client = browse("ta")
    session_began(desk, timedelta(minutes=10, seconds=1))
    assert client.get("/account").status_code == 200
    answer = recover(app, desk, client, "ta", tablet)
    assert (answer.status_code, answer.get_json()["title"]) == (401, "Sign in once more")
    assert KEY not in answer.text
    assert recoveries(desk) == []


def test_signing_in_leaves_time_to_choose_a_passcode(app, browse, desk, tablet) -> None:
    client = browse("ta")
    session_began(desk, timedelta(minutes=9))
    assert recover(app, desk, client, "ta", tablet).status_code == 201


@pytest.mark.parametrize("inside", [b"not json", b"[]", b"7", b"{}", b"\xff", b"[" * 1_400])
def test_a_seal_with_something_else_in_it_is_refused(app, browse, desk, tablet, inside: bytes) -> None:
    key = app.extensions["jotter"].keyring.ensure(desk.school.id, A_MORNING)
    answer = recover(app, desk, browse("ta"), "ta", tablet, sealed=sealed_to(key, inside, INFO))
    assert answer.status_code == 403
    assert recoveries(desk) == []
