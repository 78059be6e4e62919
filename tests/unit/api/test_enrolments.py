"""Enrolling: who gets a token, whose ends, and what is answered to those who get none."""

from types import SimpleNamespace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from record import devices, enrolments, people
from record.audit import AuditEvent
from record.base import new_id
from record.devices import Device
from record.enrolments import Enrolment
from record.entries import Entry
from record.schools import School
from record.times import now
from tests.factories import PASSWORD, a_person, observation_entry
from tests.unit.api.actors import Tablet, statuses, zipped


def session_client(app: Flask, person: people.Person) -> FlaskClient:
    """A browser in which this person has signed in."""
    return signs_in(app.test_client(), person)


def signs_in(client: FlaskClient, person: people.Person) -> FlaskClient:
    """They sign in to this browser."""
    told = {"email": person.email, "password": PASSWORD}
    assert client.post("/sign-in", data=told, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 303
    return client


def test_enrolling_gives_a_token_the_person_and_the_school(api_client: FlaskClient, school: SimpleNamespace) -> None:
    answer = Tablet(api_client, school.ta).enrols()
    told = answer.get_json()
    assert answer.status_code == 201
    assert told["person"] == {"id": school.ta.id, "name": school.ta.name, "role": "ta"}
    assert told["school"]["id"] == school.id
    assert "seal_key" in told["school"]
    assert len(told["token"]) >= 32
    assert told["enrolment_id"]


def test_the_token_is_stored_only_as_a_hash(tablet: Tablet, record) -> None:
    stored = record().scalar(select(Enrolment.token_hash).where(Enrolment.device_id == tablet.device_id))
    assert stored != tablet.token
    assert tablet.token not in stored


def test_a_token_opens_sync(tablet: Tablet) -> None:
    assert tablet.syncs()["protocol"] == 1


def test_a_wrong_password_is_refused(api_client: FlaskClient, school: SimpleNamespace) -> None:
    for wrong in ("not-the-password", "", "x" * 1_000):
        answer = Tablet(api_client, school.ta).enrols(password=wrong)
        assert answer.status_code == 401
        assert answer.content_type == "application/problem+json"
        assert answer.get_json()["status"] == 401
        assert "WWW-Authenticate" in answer.headers


def test_an_unknown_email_is_refused_in_the_same_words(api_client: FlaskClient, school: SimpleNamespace) -> None:
    tablet = Tablet(api_client, school.ta)
    wrong_password = tablet.enrols(password="not-the-password")
    wrong_email = tablet.enrols(email="nobody@test.school")
    assert (wrong_email.status_code, wrong_email.get_json()) == (401, wrong_password.get_json())


def test_too_many_wrong_passwords_must_wait_and_no_colleague_must(api_client: FlaskClient, school) -> None:
    tablet = Tablet(api_client, school.ta)
    answers = [tablet.enrols(password="not-the-password") for _ in range(11)]
    assert [answer.status_code for answer in answers] == [401] * 10 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert answers[-1].content_type == "application/problem+json"
    assert tablet.enrols().status_code == 429, "a right guess after too many wrong ones tells nothing either"
    assert Tablet(api_client, school.teacher).enrols().status_code == 201


def test_enrolling_the_same_device_again_ends_the_old_token(tablet: Tablet) -> None:
    old = tablet.token
    assert tablet.enrols().status_code == 201
    assert tablet.token != old
    assert tablet.asks().status_code == 200
    tablet.token = old
    assert tablet.asks().status_code == 401


def test_another_person_on_the_same_device_ends_nobodys_token(tablet: Tablet, tablet_of, school) -> None:
    tablet_of(school.teacher, device_id=tablet.device_id)
    assert tablet.asks().status_code == 200


def test_the_same_person_on_another_device_ends_no_token(tablet: Tablet, tablet_of, school) -> None:
    tablet_of(school.ta)
    assert tablet.asks().status_code == 200


def test_a_signed_in_browser_enrols_by_naming_its_device(app: Flask, school: SimpleNamespace) -> None:
    client = session_client(app, school.ta)
    answer = client.post("/api/v1/enrolments", json={"device": {"id": new_id(), "name": "Tablet 3"}})
    assert answer.status_code == 201
    assert answer.get_json()["person"]["id"] == school.ta.id


def test_without_a_session_or_a_password_nobody_enrols(api_client: FlaskClient, school: SimpleNamespace) -> None:
    answer = api_client.post("/api/v1/enrolments", json={"device": {"id": new_id(), "name": "Tablet 3"}})
    assert answer.status_code == 401


def test_ending_the_own_enrolment_ends_the_token(tablet: Tablet, api_client: FlaskClient) -> None:
    headers = {"Authorization": f"Bearer {tablet.token}"}
    answer = api_client.delete("/api/v1/enrolments/current", headers=headers)
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["X-Jotter-Protocol"] == "1"
    assert tablet.asks().status_code == 401
    assert api_client.delete("/api/v1/enrolments/current", headers=headers).status_code == 401


def test_a_token_that_is_none_is_401(api_client: FlaskClient, school: SimpleNamespace) -> None:
    for authorization in (
        "",
        "Bearer",
        "Bearer ",
        "Bearer nonsense",
        "Basic dGE6dGE=",
        "Bearer é",
        "Bearer " + "x" * 999,
    ):
        headers = {"Authorization": authorization} if authorization else {}
        ending = api_client.delete("/api/v1/enrolments/current", headers=headers)
        syncing = api_client.post("/api/v1/sync", json={"protocol": 1, "entries": []}, headers=headers)
        for answer in (ending, syncing):
            assert answer.status_code == 401, authorization
            assert answer.content_type == "application/problem+json"
            assert answer.headers["X-Jotter-Protocol"] == "1"


@pytest.mark.parametrize("role", ["governor", "admin"])
def test_a_role_without_pupils_uses_no_tablet(api_client: FlaskClient, school: SimpleNamespace, desk, role) -> None:
    with desk() as session:
        person = a_person(session, session.get_one(School, school.id), role)
        session.expunge(person)
    answer = Tablet(api_client, person).enrols()
    assert answer.status_code == 403
    assert answer.content_type == "application/problem+json"


def test_somebody_who_left_can_only_deliver(tablet: Tablet, desk, school) -> None:
    with desk() as session:
        people.leave(session, session.get_one(people.Person, school.ta.id), now(), school.senco)
    assert tablet.syncs()["command"] == {"wipe": True}
    assert tablet.enrols().status_code == 401


@pytest.mark.parametrize(
    "forged",
    [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}],
    ids=["cross-site", "same-site", "origin"],
)
def test_a_page_of_another_site_enrols_nobody(app: Flask, school: SimpleNamespace, forged: dict[str, str]) -> None:
    client = session_client(app, school.ta)
    answer = client.post("/api/v1/enrolments", json={"device": {"id": new_id(), "name": "x"}}, headers=forged)
    assert answer.status_code == 403
    assert answer.content_type == "application/problem+json"
    assert answer.headers["X-Jotter-Protocol"] == "1"


@pytest.mark.parametrize("own", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://localhost"}, {}])
def test_the_apps_own_page_enrols(app: Flask, school: SimpleNamespace, own: dict[str, str]) -> None:
    client = session_client(app, school.ta)
    answer = client.post("/api/v1/enrolments", json={"device": {"id": new_id(), "name": "x"}}, headers=own)
    assert answer.status_code == 201


def test_the_device_is_named_by_a_cookie_that_no_script_reads(app: Flask, school: SimpleNamespace) -> None:
    client, device_id = session_client(app, school.ta), new_id()
    answer = client.post("/api/v1/enrolments", json={"device": {"id": device_id, "name": "Tablet 3"}})
    cookie = next(line for line in answer.headers.getlist("Set-Cookie") if line.startswith("jotter_device="))
    assert device_id in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie  # Strict would stay away on the way back from the school's own sign-in


def test_a_device_that_comes_back_empty_is_told_to_the_desk(app: Flask, school: SimpleNamespace, record) -> None:
    client, lost = session_client(app, school.ta), new_id()
    first = client.post("/api/v1/enrolments", json={"device": {"id": lost, "name": "Tablet 3"}}).get_json()
    headers = {"Authorization": f"Bearer {first['token']}"}
    client.post(
        "/api/v1/sync", json={"protocol": 1, "entries": [], "waiting": {"queued": 4, "stuck": 1}}, headers=headers
    )
    signs_in(client, school.ta).post("/api/v1/enrolments", json={"device": {"id": new_id(), "name": "Tablet 3"}})
    loss = devices.losses(record(), school.id, now())
    assert [(each.device.id, each.count) for each in loss] == [(lost, 5)]


def test_enrolling_the_same_device_again_is_no_loss(app: Flask, school: SimpleNamespace, record) -> None:
    client, device_id = session_client(app, school.ta), new_id()
    for _ in range(2):
        signs_in(client, school.ta).post("/api/v1/enrolments", json={"device": {"id": device_id, "name": "Tablet 3"}})
    assert devices.losses(record(), school.id, now()) == []


def test_what_the_device_found_out_about_itself_is_kept(tablet: Tablet, record, school) -> None:
    check = {"installed": True, "persistent": False, "quota_mb": 512.5}
    tablet.enrols(device={"id": tablet.device_id, "name": "Tablet 7", "check": check})
    assert record().get_one(Device, (school.id, tablet.device_id)).check == check


def test_an_enrolment_may_come_zipped(api_client: FlaskClient, school: SimpleNamespace) -> None:
    body = f'{{"email":"{school.ta.email}","password":"{PASSWORD}","device":{{"id":"{new_id()}","name":"T"}}}}'
    headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
    answer = api_client.post("/api/v1/enrolments", data=zipped(body.encode()), headers=headers)
    assert answer.status_code == 201


BROKEN = {
    "nothing": b"",
    "not JSON": b"{",
    "not an object": b"[]",
    "null": b"null",
    "no device": b'{"email":"a@b.c","password":"x"}',
    "device is text": b'{"device":"tablet"}',
    "device has no name": b'{"device":{"id":"01900000-0000-7000-8000-000000000001"}}',
    "broken id": b'{"device":{"id":"7","name":"T"}}',
    "NUL in the name": b'{"device":{"id":"01900000-0000-7000-8000-000000000001","name":"a\\u0000b"}}',
    "half a pair in the name": b'{"device":{"id":"01900000-0000-7000-8000-000000000001","name":"a\\ud800b"}}',
    "email without password": b'{"email":"a@b.c","device":{"id":"01900000-0000-7000-8000-000000000001","name":"T"}}',
    "deep": b'{"device":{"id":"01900000-0000-7000-8000-000000000001","name":"T","check":{"a":'
    + b"[" * 900 + b"]" * 900 + b"}}}",
    "deeper": b'{"device":' + b"[" * 50_000,
    "not UTF-8": b'{"device":"\xff"}',
    "not a number": b'{"device":{"id":"01900000-0000-7000-8000-000000000001","name":"T","check":{"a":NaN}}}',
}  # fmt: skip


def test_a_broken_enrolment_is_a_400_and_a_problem(api_client: FlaskClient, school: SimpleNamespace) -> None:
    for name, body in BROKEN.items():
        answer = api_client.post("/api/v1/enrolments", data=body, headers={"Content-Type": "application/json"})
        assert answer.status_code == 400, name
        assert answer.content_type == "application/problem+json", name
        assert answer.headers["X-Jotter-Protocol"] == "1", name


def test_an_enrolment_as_large_as_a_book_is_a_413(api_client: FlaskClient, school: SimpleNamespace) -> None:
    answer = Tablet(api_client, school.ta).enrols(email="x" * 100_000)
    assert answer.status_code == 413
    assert answer.content_type == "application/problem+json"


def test_odd_characters_are_nobodys_email_and_nobodys_password(api_client: FlaskClient, school) -> None:
    for odd in ("a\0b@c.d", "\ud800@b.c", "x" * 254, "\U0001f600" * 300):
        for where in ("email", "password"):
            assert Tablet(api_client, school.ta).enrols(**{where: odd}).status_code in (400, 401)


def test_an_address_that_does_not_exist_is_a_problem(api_client: FlaskClient, school: SimpleNamespace) -> None:
    answer = api_client.get("/api/v1/nothing-here")
    assert answer.status_code == 404
    assert answer.content_type == "application/problem+json"
    assert answer.headers["X-Jotter-Protocol"] == "1"


def test_a_wrong_method_is_a_405_that_names_the_right_one(api_client: FlaskClient) -> None:
    for address in ("/api/v1/enrolments", "/api/v1/enrolments/current", "/api/v1/sync"):
        answer = api_client.get(address)
        assert answer.status_code == 405
        assert answer.content_type == "application/problem+json"
        assert answer.headers["Allow"]
        assert answer.headers["X-Jotter-Protocol"] == "1"


def test_a_withdrawn_tablet_may_deliver_and_is_told_to_erase(tablet: Tablet, desk, record, school) -> None:
    tablet.syncs()
    with desk() as session:
        assert enrolments.withdraw(session, school.senco, tablet.device_id, now()) == 1
    entry = observation_entry(school.pupils[0].id)
    answer = tablet.syncs(entry)
    assert answer["command"] == {"wipe": True}
    assert statuses(answer["results"]) == ["accepted"]
    assert answer["changes"] == []
    assert record().scalar(select(Entry.status).where(Entry.entry_id == entry["id"])) == "accepted"


def ended_with(api_client: FlaskClient, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    return api_client.delete("/api/v1/enrolments/current", headers=headers).status_code


def erased(record, school: SimpleNamespace) -> list[bool]:
    """Whether each of the school's enrolments is one whose jotter was erased, in the order they began."""
    query = select(Enrolment.erased_at).where(Enrolment.school_id == school.id).order_by(Enrolment.began_at)
    return [erased_at is not None for erased_at in record().scalars(query)]


def happenings(record, school: SimpleNamespace, action: str) -> list[str | None]:
    """Which enrolments this was written down of."""
    query = select(AuditEvent.subject_id).where(AuditEvent.school_id == school.id, AuditEvent.action == action)
    return list(record().scalars(query))


def test_a_withdrawn_tablet_says_with_its_carry_token_that_it_has_erased(api_client, school, desk, record) -> None:
    tablet = Tablet(api_client, school.ta)
    told = tablet.enrols().get_json()
    with desk() as session:
        enrolments.withdraw(session, school.senco, tablet.device_id, now())
    assert ended_with(api_client, told["carry_token"]) == 204
    assert erased(record, school) == [True]
    assert happenings(record, school, "jotter erased") == [told["enrolment_id"]]
    assert [ended_with(api_client, told[name]) for name in ("carry_token", "token")] == [401, 401]
    assert tablet.asks().status_code == 401
    assert happenings(record, school, "jotter erased") == [told["enrolment_id"]], "said twice, it is once"


def test_a_withdrawn_tablet_says_with_its_own_token_that_it_has_erased(
    tablet, api_client, school, desk, record
) -> None:
    with desk() as session:
        enrolments.withdraw(session, school.senco, tablet.device_id, now())
    assert ended_with(api_client, tablet.token) == 204
    assert erased(record, school) == [True]


def test_the_carry_token_of_a_tablet_in_use_ends_nothing(api_client, school, record) -> None:
    tablet = Tablet(api_client, school.ta)
    told = tablet.enrols().get_json()
    assert ended_with(api_client, told["carry_token"]) == 401
    assert tablet.asks().status_code == 200
    assert ended_with(api_client, tablet.token) == 204
    assert erased(record, school) == [False], "who signs off themselves was not withdrawn"
    assert len(happenings(record, school, "enrolment ended")) == 1


def test_who_enrols_again_after_a_withdrawal_has_not_erased(tablet, api_client, school, desk, record) -> None:
    with desk() as session:
        enrolments.withdraw(session, school.senco, tablet.device_id, now())
    tablet.enrols()
    assert erased(record, school) == [False, False]


def test_a_withdrawn_person_may_enrol_again(tablet: Tablet, desk, school) -> None:
    with desk() as session:
        enrolments.withdraw(session, school.senco, tablet.device_id, now())
    assert tablet.enrols().status_code == 201
    answer = tablet.syncs()
    assert answer["command"] is None
    assert answer["changes"]


def test_a_device_that_a_restored_record_has_forgotten_is_told_too(app: Flask, school: SimpleNamespace, record) -> None:
    client, forgotten = session_client(app, school.ta), new_id()
    client.set_cookie("jotter_device", forgotten, path="/")
    client.post("/api/v1/enrolments", json={"device": {"id": new_id(), "name": "Tablet 3"}})
    loss = devices.losses(record(), school.id, now())
    assert [(each.device.id, each.device.name, each.count) for each in loss] == [(forgotten, "Tablet 3", None)]


def test_a_cookie_that_names_nothing_is_no_loss(app: Flask, school: SimpleNamespace, record) -> None:
    for nothing in ("nothing", "", "x" * 36, "7" * 3_000):
        client = session_client(app, school.ta)
        client.set_cookie("jotter_device", nothing, path="/")
        client.post("/api/v1/enrolments", json={"device": {"id": new_id(), "name": "Tablet 3"}})
    assert devices.losses(record(), school.id, now()) == []


def test_a_tablet_that_served_another_school_before_is_no_loss(app: Flask, found_school, record) -> None:
    first, second = found_school(), found_school()
    served = new_id()
    client = session_client(app, first.ta)
    client.post("/api/v1/enrolments", json={"device": {"id": served, "name": "Tablet 3"}})
    client = session_client(app, second.ta)
    client.set_cookie("jotter_device", served, path="/")
    client.post("/api/v1/enrolments", json={"device": {"id": new_id(), "name": "Tablet 3"}})
    assert [devices.losses(record(), school.id, now()) for school in (first, second)] == [[], []]
