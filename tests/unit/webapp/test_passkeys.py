"""The doors that passkeys come by: who may ask, what is refused, how often. The keys themselves: tests/e2e."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from doors.attempts import CHALLENGE, PASSKEY, attempts
from record import passkeys
from record.ceremonies import Ceremony
from record.sessions import SignInSession
from record.times import now
from tests.conftest import DATABASES
from tests.factories import A_MORNING

CREDENTIAL = {
    "id": "AQID",
    "rawId": "AQID",
    "type": "public-key",
    "response": {"clientDataJSON": "e30", "authenticatorData": "AAAA", "signature": "AAAA"},
}
DOORS = ("/sign-in/passkey/challenge", "/sign-in/passkey", "/account/passkeys/challenge", "/account/passkeys")


@pytest.fixture(params=DATABASES)
def database(request):
    """Both: these doors write on every way in."""
    return request.param


@pytest.fixture
def passkey(desk):
    found = passkeys.add(
        desk.session, desk.people["ta"], A_MORNING,
        credential_id="AQID", public_key="AAAA", sign_count=7, transports=["internal"], name="  Kelly's   iPad ",
    )  # fmt: skip
    desk.session.commit()
    return found


@pytest.mark.parametrize("url", DOORS)
def test_these_doors_are_for_scripts_of_this_site_alone(senco, url):
    assert senco.get(url).status_code == 405
    assert senco.post(url, json={}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


@pytest.mark.parametrize("url", ["/account/passkeys/challenge", "/account/passkeys"])
def test_a_passkey_is_made_by_whoever_is_signed_in(browse, url):
    assert browse("nobody").post(url, json={}).status_code == 401


def left_open(desk):
    """Every session began more than ten minutes ago, and was used since."""
    desk.look_again()
    for session in desk.session.scalars(select(SignInSession)):
        session.began_at, session.last_seen_at = now() - timedelta(minutes=10, seconds=1), now()
    desk.session.commit()


def test_a_session_that_was_left_open_adds_no_passkey(browse, desk):
    ta = browse("ta")
    ta.post("/account/passkeys/challenge")
    left_open(desk)
    for url in ("/account/passkeys/challenge", "/account/passkeys"):
        response = ta.post(url, json={"credential": CREDENTIAL})
        assert response.status_code == 401 and "Sign in once more" in response.get_json()["problem"]


def test_the_page_says_how_to_get_a_passkey_and_offers_it_to_whoever_has_just_signed_in(browse, desk, passkey):
    ta, again = browse("ta"), "/sign-in?next=/account"
    page = ta.get("/account").text
    assert 'data-passkey="new"' in page and again not in page
    left_open(desk)
    page = ta.get("/account").text
    assert 'data-passkey="new"' not in page and again in page
    assert "Kelly&#39;s iPad" in page
    assert "Passkey removed" in ta.post(f"/account/passkeys/{passkey.id}/remove", follow_redirects=True).text


def test_a_challenge_asks_for_the_person_and_is_never_the_same_twice(app, desk):
    told = [app.test_client().post("/sign-in/passkey/challenge").get_json() for _ in range(2)]
    assert told[0]["challenge"] != told[1]["challenge"]
    assert (told[0]["rpId"], told[0]["userVerification"]) == ("localhost", "required")
    assert told[0].get("allowCredentials", []) == []  # it names nobody's keys


def test_a_new_passkey_is_made_for_its_person_and_not_where_they_have_one(browse, desk, passkey):
    told = browse("ta").post("/account/passkeys/challenge").get_json()
    assert told["user"]["name"] == desk.people["ta"].email
    assert [each["id"] for each in told["excludeCredentials"]] == ["AQID"]
    assert told["authenticatorSelection"]["userVerification"] == "required"
    assert told["authenticatorSelection"]["residentKey"] == "required"
    assert browse("teacher").post("/account/passkeys/challenge").get_json()["excludeCredentials"] == []


NONSENSE = [
    None,
    [],
    {},
    {"credential": None},
    {"credential": "x"},
    {"credential": {"id": 7}},
    {"credential": {"id": "é"}},
    {"credential": {"id": "\0"}},
    {"credential": {"id": "unknown"}},
    {"credential": {"id": "AQID"}},
    {"credential": CREDENTIAL},
    {"credential": CREDENTIAL | {"rawId": "!"}},
    {"credential": CREDENTIAL | {"type": "password"}},
    {"credential": CREDENTIAL | {"response": {"clientDataJSON": "x", "authenticatorData": 7, "signature": []}}},
    {"credential": CREDENTIAL | {"response": CREDENTIAL["response"] | {"userHandle": "é"}}},
]


@pytest.mark.parametrize("told", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_lets_nobody_in_and_breaks_nothing(app, desk, passkey, told):
    client = app.test_client()
    client.post("/sign-in/passkey/challenge")
    response = client.post("/sign-in/passkey", json=told)
    assert response.status_code == 401 and response.get_json()["problem"]
    assert client.get("/account").status_code == 302


@pytest.mark.parametrize("told", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_makes_no_passkey(browse, desk, told):
    ta = browse("ta")
    ta.post("/account/passkeys/challenge")
    assert ta.post("/account/passkeys", json=told).status_code == 422
    desk.look_again()
    assert passkeys.passkeys_of(desk.session, desk.people["ta"]) == []


def test_a_challenge_is_good_once_and_for_its_own_purpose_and_person(app, browse, desk):
    client = app.test_client()
    client.post("/sign-in/passkey/challenge")
    client.post("/sign-in/passkey", json={})
    again = client.post("/sign-in/passkey", json={})
    assert again.status_code == 401 and "took too long" in again.get_json()["problem"]
    ta, teacher = browse("ta"), browse("teacher")
    assert ta.post("/account/passkeys", json={"credential": CREDENTIAL}).status_code == 409
    ta.post("/account/passkeys/challenge")
    teacher.set_cookie("jotter_ceremony", ta.get_cookie("jotter_ceremony").value)
    assert teacher.post("/account/passkeys", json={"credential": CREDENTIAL}).status_code == 409
    desk.look_again()
    assert desk.session.scalars(select(Ceremony)).all() == []


def test_a_body_too_large_is_not_read(app, desk):
    client = app.test_client()
    client.post("/sign-in/passkey/challenge")
    assert client.post("/sign-in/passkey", json={"credential": {"id": "x" * 100_000}}).status_code == 401


@pytest.mark.parametrize(("url", "door"), [("/sign-in/passkey/challenge", CHALLENGE), ("/sign-in/passkey", PASSKEY)])
def test_whoever_tries_too_often_is_told_when_to_come_again(app, desk, url, door):
    for _ in range(door.for_address.amount):
        attempts.count_at(door, "127.0.0.1")
    response = app.test_client().post(url, json={})
    assert response.status_code == 429 and int(response.headers["Retry-After"]) > 0


def test_a_person_removes_their_own_passkey_and_nobody_elses(browse, desk, passkey):
    url = f"/account/passkeys/{passkey.id}/remove"
    ta, teacher = browse("ta"), browse("teacher")
    assert "Kelly&#39;s iPad" in ta.get("/account").text
    teacher.post(url)
    desk.look_again()
    assert len(passkeys.passkeys_of(desk.session, desk.people["ta"])) == 1
    assert "Passkey removed" in ta.post(url, follow_redirects=True).text
    assert "removed already" in ta.post(url, follow_redirects=True).text
    desk.look_again()
    assert passkeys.passkeys_of(desk.session, desk.people["ta"]) == []


def test_a_passkey_of_somebody_who_has_left_is_not_known(desk, passkey):
    desk.people["ta"].left_at = now()
    desk.session.commit()
    with pytest.raises(passkeys.SignInRefused):
        passkeys.passkey_by_credential(desk.session, "AQID")


def test_one_key_is_kept_once_and_nobody_has_a_heap_of_them(desk, passkey):
    told = {"public_key": "AAAA", "sign_count": 0, "transports": [], "name": ""}
    with pytest.raises(passkeys.Refused):
        passkeys.add(desk.session, desk.people["teacher"], A_MORNING, credential_id="AQID", **told)
    for number in range(passkeys.MOST_FOR_A_PERSON - 1):
        passkeys.add(desk.session, desk.people["ta"], A_MORNING, credential_id=f"k{number}", **told)
    with pytest.raises(passkeys.Refused):
        passkeys.add(desk.session, desk.people["ta"], A_MORNING, credential_id="one more", **told)
