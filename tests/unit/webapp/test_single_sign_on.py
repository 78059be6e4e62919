"""Single sign-on against a real OpenID provider (npm's oidc-provider, started by the test)."""

import json
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import requests
from sqlalchemy import select

from doors import single_sign_on
from doors.attempts import SINGLE_SIGN_ON, attempts
from doors.database import db
from doors.sign_in import DEVICE_COOKIE
from doors.single_sign_on import verified_email
from record import enrolments, staff
from record.base import new_id
from record.ceremonies import Ceremony
from record.people import Person
from record.sessions import SignInSession
from record.times import now
from tests.factories import A_MORNING
from tests.ports import free_port
from tests.unit.record.test_sealing import sealed_to
from webapp import create_app

ROOT = Path(__file__).parents[3]
CLIENT = {"client_id": "jotter", "client_secret": "a-secret-of-the-tests-alone-0123456789"}
ACCOUNTS = {
    "ta": {"email": "kelly@wrenfold.school", "email_verified": True, "hd": "wrenfold.school"},
    "consumer": {"email": "kelly@wrenfold.school", "email_verified": True},
    "another school's": {"email": "kelly@wrenfold.school", "email_verified": True, "hd": "else.school"},
    "unverified": {"email": "kelly@wrenfold.school", "email_verified": False, "hd": "wrenfold.school"},
    "stranger": {"email": "nobody@wrenfold.school", "email_verified": True, "hd": "wrenfold.school"},
    "elsewhere": {"email": "pat@else.school", "email_verified": True, "hd": "else.school"},
    "subdomain": {"email": "kelly@wrenfold.school.evil.example", "email_verified": True, "hd": "wrenfold.school"},
    "tenant": {"email": "anything@typed.example", "preferred_username": "Kelly@Wrenfold.school"},
    "guest": {"preferred_username": "kelly@wrenfold.school", "acct": 1},
}


@pytest.fixture(scope="module")
def issuer():
    """The provider, listening; one for all tests of this file."""
    port = free_port()
    ways_back = [f"http://localhost/sign-in/with/{key}/back" for key in ("google", "microsoft")]
    told = CLIENT | {"redirect_uris": ways_back, "accounts": ACCOUNTS}
    command = ["node", "tests/oidc/provider.js", str(port)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as process:
        process.stdin.write(json.dumps(told))
        process.stdin.close()
        for line in process.stdout:
            if line.strip() == "ready":
                break
        else:
            pytest.fail("the OpenID provider did not start: run npm ci")
        yield f"http://localhost:{port}"
        process.kill()


@pytest.fixture
def app(sqlite_url, tmp_path, issuer):
    secret = tmp_path / "secret"
    secret.write_text(CLIENT["client_secret"] + "\n")
    surroundings = {}
    for key in ("GOOGLE", "MICROSOFT"):
        surroundings |= {
            f"JOTTER_OIDC_{key}_ISSUER": issuer,
            f"JOTTER_OIDC_{key}_CLIENT_ID": CLIENT["client_id"],
            f"JOTTER_OIDC_{key}_SECRET_FILE": str(secret),
            f"JOTTER_OIDC_{key}_DOMAIN": "wrenfold.school",
        }
    app = create_app(tmp_path / "data", sqlite_url, TESTING=True, SINGLE_SIGN_ON=surroundings)
    attempts.forget()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def kelly(desk):
    """The TA, with an address at the provider."""
    desk.people["ta"].email = "kelly@wrenfold.school"
    desk.session.commit()
    return desk.people["ta"]


def set_out(client, key="google", wanted=""):
    """From the sign-in page to the provider; the address there."""
    response = client.get(f"/sign-in/with/{key}", query_string={"next": wanted} if wanted else {})
    assert response.status_code == 303
    return response.location


def at_provider(address, account, browser=None, ago=0):
    """What the provider sends the browser back to; nothing of it is asked for yet. Without an account the browser taps
    the one that is signed in there."""
    browser = browser or requests.Session()
    headers = {"X-Account": account, "X-Signed-In-Ago": str(ago)}
    response = browser.get(address, headers=headers, allow_redirects=False)
    while not urlsplit(response.headers["Location"]).path.startswith("/sign-in/"):
        on = urljoin(response.url, response.headers["Location"])
        response = browser.get(on, headers=headers, allow_redirects=False)
    return response.headers["Location"].removeprefix("http://localhost")


def sign_in(client, account, key="google", wanted=""):
    return client.get(at_provider(set_out(client, key, wanted), account))


def signed_in(desk):
    desk.look_again()
    return [each.person_id for each in desk.session.scalars(select(SignInSession))]


def test_somebody_who_is_known_comes_in_and_where_they_were_going(app, desk, kelly):
    client = app.test_client()
    response = sign_in(client, "ta", wanted="/desk/pupils")
    assert (response.status_code, response.location) == (303, "/desk/pupils")
    assert client.get("/account").status_code == 200
    assert "with Google" in client.get("/account").text
    assert signed_in(desk) == [kelly.id]


def test_the_way_there_carries_state_nonce_and_a_challenge(app, desk):
    asked = parse_qs(urlsplit(set_out(app.test_client())).query)
    assert asked["code_challenge_method"] == ["S256"] and len(asked["code_challenge"][0]) == 43
    assert asked["state"] and asked["nonce"] and asked["scope"] == ["openid email profile"]
    assert asked["hd"] == ["wrenfold.school"] and asked["prompt"] == ["select_account"]


@pytest.mark.parametrize(
    "account", ["stranger", "unverified", "elsewhere", "subdomain", "guest", "consumer", "another school's"]
)
def test_nobody_else_comes_in_and_no_account_is_made(app, desk, kelly, account):
    desk.people["teacher"].email = "pat@else.school"
    desk.session.commit()
    before = len(desk.session.scalars(select(Person)).all())
    response = sign_in(app.test_client(), account, "microsoft" if account == "guest" else "google")
    assert response.status_code == 401 and "Sign in" in response.text
    assert signed_in(desk) == []
    assert len(desk.session.scalars(select(Person)).all()) == before


@pytest.fixture
def tablet(app, desk, kelly):
    """The browser of Kelly's set-up tablet, which is locked."""
    device_id = new_id()
    enrolments.enrol(desk.session, kelly, device_id, "Owls 1", A_MORNING)
    desk.session.commit()
    client = app.test_client()
    client.set_cookie(DEVICE_COOKIE, device_id)
    return client


def signed_in_there(app, key, ago):
    """A browser in which Kelly has signed in to the provider some seconds ago, for whatever it was."""
    browser = requests.Session()
    at_provider(set_out(app.test_client(), key), "ta", browser, ago)
    return browser


@pytest.mark.parametrize(("key", "prompt"), [("google", "select_account"), ("microsoft", "login")])
def test_a_tablet_asks_the_provider_to_have_its_person_sign_in_anew(tablet, key, prompt):
    asked = parse_qs(urlsplit(set_out(tablet, key)).query)
    assert asked["prompt"] == [prompt]
    assert json.loads(asked["claims"][0]) == {"id_token": {"auth_time": {"essential": True}}}
    assert asked.get("max_age") == (["0"] if key == "google" else None)


@pytest.mark.parametrize("key", ["google", "microsoft"])
def test_a_new_device_is_asked_for_no_more_than_the_account(app, desk, kelly, key):
    asked = parse_qs(urlsplit(set_out(app.test_client(), key)).query)
    assert asked["prompt"] == ["select_account"] and not {"max_age", "claims"} & set(asked)
    back = at_provider(set_out(client := app.test_client(), key), "", signed_in_there(app, key, 3_600))
    assert client.get(back).status_code == 303


@pytest.mark.parametrize("key", ["google", "microsoft"])
def test_whoever_finds_a_tablet_does_not_come_in_by_a_sign_in_that_the_provider_remembers(app, desk, tablet, key):
    browser = signed_in_there(app, key, 3_600)
    assert tablet.get(at_provider(set_out(tablet, key), "", browser)).status_code == 401
    assert signed_in(desk) == []


def test_a_provider_that_does_not_ask_anew_is_not_believed_on_a_tablet(app, desk, tablet):
    """As Google does, which knows no way to be asked."""
    address = set_out(tablet, wanted="/tablet/forgotten").replace("max_age=0", "")
    response = tablet.get(at_provider(address, "", signed_in_there(app, "google", 601)))
    assert response.status_code == 401 and "password or a passkey" in response.text
    assert 'value="/tablet/forgotten"' in response.text  # where another way in leads all the same
    assert signed_in(desk) == []


def test_a_provider_that_does_not_say_when_is_not_believed_on_a_tablet(app, desk, kelly, tablet):
    client = app.test_client()
    back = at_provider(set_out(client), "ta")  # of a request that did not ask when
    client.set_cookie(DEVICE_COOKIE, tablet.get_cookie(DEVICE_COOKIE).value)
    response = client.get(back)
    assert response.status_code == 401 and "password or a passkey" in response.text


def test_losing_the_cookie_on_the_way_back_does_not_help(app, desk, tablet):
    back = at_provider(set_out(tablet).replace("max_age=0", ""), "", signed_in_there(app, "google", 3_600))
    tablet.delete_cookie(DEVICE_COOKIE)
    assert tablet.get(back).status_code == 401


@pytest.mark.parametrize("key", ["google", "microsoft"])
def test_whoever_signs_in_anew_at_the_provider_comes_in_on_a_tablet(app, desk, tablet, kelly, key):
    browser = signed_in_there(app, key, 3_600)
    assert tablet.get(at_provider(set_out(tablet, key), "ta", browser)).status_code == 303
    assert signed_in(desk) == [kelly.id]
    assert f"with {'Google' if key == 'google' else 'Microsoft 365'}," in tablet.get("/account").text


def test_whoever_has_just_signed_in_at_google_comes_in_on_a_tablet(app, desk, tablet, kelly):
    address = set_out(tablet).replace("max_age=0", "")
    assert tablet.get(at_provider(address, "", signed_in_there(app, "google", 300))).status_code == 303
    assert signed_in(desk) == [kelly.id]


def test_what_lets_in_for_good_takes_a_sign_in_made_anew_on_any_browser(app, desk, kelly):
    client = app.test_client()
    assert client.get(at_provider(set_out(client), "", signed_in_there(app, "google", 3_600))).status_code == 303
    assert "sign in once more" in client.get("/account").text
    assert client.post("/account/passkeys/challenge").status_code == 401
    back = at_provider(set_out(client, wanted="/account?add"), "ta", signed_in_there(app, "google", 3_600))
    assert client.get(back).location == "/account?add"
    assert "sign in once more" not in client.get("/account?add").text
    assert client.post("/account/passkeys/challenge").status_code == 200


NOW = 1_790_000_000


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        (NOW, True),
        (NOW - 600, True),
        (NOW + 60, True),  # clocks differ a little
        (NOW - 601, False),
        (NOW + 3_600, False),
        (None, False),
        (True, False),
        (str(NOW), False),
        (float("nan"), False),
    ],
)
def test_when_somebody_signed_in_is_a_number_of_the_last_ten_minutes(told, counts):
    moment = datetime.fromtimestamp(NOW, UTC)
    assert single_sign_on.is_fresh({"auth_time": told}, moment) is counts
    assert not single_sign_on.is_fresh({}, moment)


def recover(app, desk, client, kelly, device_id):
    """Ask for the key of Kelly's jotter, as the page after a forgotten passcode does."""
    key = app.extensions["jotter"].keyring.ensure(desk.school.id, A_MORNING)
    inside = json.dumps({"person": kelly.id, "device": device_id, "key": "c2VjcmV0"}).encode()
    told = {"device_id": device_id, "seal_key": key.id, "sealed": sealed_to(key, inside, b"jotter vault v1")}
    desk.session.rollback()
    return client.post("/api/v1/vault/recoveries", json=told)


def test_a_jotters_key_takes_a_sign_in_made_anew_whatever_cookie_was_lost(app, desk, tablet, kelly):
    device_id = tablet.get_cookie(DEVICE_COOKIE).value
    tablet.delete_cookie(DEVICE_COOKIE)
    assert sign_in(tablet, "ta").status_code == 303
    assert recover(app, desk, tablet, kelly, device_id).status_code == 401
    # The page asks for it by its address, so that a tablet without its cookie is not sent round in circles.
    back = at_provider(set_out(tablet, wanted="/tablet/forgotten"), "ta")
    assert tablet.get(back).location == "/tablet/forgotten"
    assert recover(app, desk, tablet, kelly, device_id).status_code == 201


@pytest.mark.parametrize("key", ["google", "microsoft"])
def test_a_token_of_another_issuer_is_refused(app, desk, kelly, key):
    """A Microsoft tenant is its issuer."""
    client = app.test_client()
    back = at_provider(set_out(client, key), "ta")
    with app.app_context():
        single_sign_on.provider(key)._client.server_metadata["issuer"] = "https://login.example/another-tenant/v2.0"
    assert client.get(back).status_code == 401


def test_a_provider_that_calls_itself_something_else_is_not_gone_to(app, desk):
    with app.app_context():
        provider = single_sign_on.provider("microsoft")
    provider.issuer = provider.issuer.replace("localhost", "127.0.0.1")
    assert app.test_client().get("/sign-in/with/microsoft").status_code == 503


def test_microsofts_own_name_for_an_account_counts_and_its_free_email_does_not(app, desk, kelly):
    assert sign_in(app.test_client(), "tenant", "microsoft").status_code == 303
    assert sign_in(app.test_client(), "tenant", "google").status_code == 401


def test_the_schools_own_setting_says_which_domain(app, desk, kelly):
    desk.school.sign_in_domain = "another.school"
    desk.session.commit()
    assert sign_in(app.test_client(), "ta").status_code == 401


def test_somebody_who_has_left_does_not_come_in(app, desk, kelly):
    staff.leave(desk.session, desk.people["admin"], kelly, now())
    desk.session.commit()
    assert sign_in(app.test_client(), "ta").status_code == 401


def test_a_way_back_is_good_in_its_own_browser_and_once(app, desk, kelly):
    client = app.test_client()
    back = at_provider(set_out(client), "ta")
    assert app.test_client().get(back).status_code == 401  # somebody else's browser
    assert client.get(back).status_code == 303
    assert client.get(back).status_code == 401


def test_a_way_back_that_was_tampered_with_is_refused(app, desk, kelly):
    for old, new in (("state=", "state=x"), ("code=", "code=x")):
        client = app.test_client()
        assert client.get(at_provider(set_out(client), "ta").replace(old, new)).status_code == 401
    for name in ("nonce", "code_verifier", "provider"):
        client = app.test_client()
        back = at_provider(set_out(client), "ta")
        desk.look_again()
        for ceremony in desk.session.scalars(select(Ceremony)):
            ceremony.kept = {**ceremony.kept, name: "x" * 50}
        desk.session.commit()
        assert client.get(back).status_code == 401, name
    assert signed_in(desk) == []


def test_a_no_at_the_provider_is_a_no_here(app, desk, kelly):
    response = sign_in(app.test_client(), "")
    assert response.status_code == 401 and "You were not signed in" in response.text


def test_nobody_is_led_away_afterwards(app, desk, kelly):
    assert sign_in(app.test_client(), "ta", wanted="https://evil.example/").location == "/tablet/"


def test_the_page_shows_the_ways_that_are_set_and_only_those(app, sqlite_url, tmp_path, desk):
    page = app.test_client().get("/sign-in?next=/tablet/").text
    assert "Sign in with Google" in page and "Sign in with Microsoft 365" in page
    plain = create_app(tmp_path / "plain", sqlite_url, TESTING=True, SINGLE_SIGN_ON={"none": "set"}).test_client()
    assert "Google" not in plain.get("/sign-in").text
    for url in ("/sign-in/with/google", "/sign-in/with/google/back", "/sign-in/with/evil"):
        assert plain.get(url).status_code == 404


def test_a_provider_that_is_down_is_said_in_plain_words(sqlite_url, tmp_path, desk):
    gone = {"JOTTER_OIDC_GOOGLE_CLIENT_ID": "x", "JOTTER_OIDC_GOOGLE_ISSUER": "http://127.0.0.1:1"}
    client = create_app(tmp_path / "gone", sqlite_url, TESTING=True, SINGLE_SIGN_ON=gone).test_client()
    response = client.get("/sign-in/with/google")
    assert response.status_code == 503 and "Google cannot be reached just now" in response.text


@pytest.mark.parametrize("url", ["/sign-in/with/google", "/sign-in/with/google/back"])
def test_these_doors_are_not_posted_to(app, desk, url):
    assert app.test_client().post(url).status_code == 405


def test_whoever_tries_too_often_is_told_when_to_come_again(app, desk):
    for _ in range(SINGLE_SIGN_ON.for_address.amount):
        attempts.count_at(SINGLE_SIGN_ON, "127.0.0.1")
    response = app.test_client().get("/sign-in/with/google")
    assert response.status_code == 429 and int(response.headers["Retry-After"]) > 0
    attempts.forget()


@pytest.mark.parametrize(
    "tenant", ["common", "organizations", "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad", "Common"]
)
def test_microsofts_shared_tenants_are_refused_at_the_start(tenant):
    told = {"JOTTER_OIDC_MICROSOFT_CLIENT_ID": "x"}
    issuer = {"JOTTER_OIDC_MICROSOFT_ISSUER": f"https://login.microsoftonline.com/{tenant}/v2.0"}
    with pytest.raises(ValueError, match="own tenant"):
        single_sign_on.from_surroundings(told | issuer)
    with pytest.raises(ValueError, match="https"):
        single_sign_on.from_surroundings(told | {"JOTTER_OIDC_MICROSOFT_ISSUER": "http://login.example"})


def test_only_a_verified_address_counts():
    assert verified_email("google", {"email": "A@b.school", "email_verified": True}) == "a@b.school"
    assert verified_email("google", {"email": "a@b.school", "email_verified": "true"}) is None
    assert verified_email("google", {"preferred_username": "a@b.school"}) is None
    assert verified_email("microsoft", {"email": "a@b.school", "xms_edov": True}) == "a@b.school"
    assert verified_email("microsoft", {"email": "a@b.school"}) is None
    assert verified_email("microsoft", {}) is None
