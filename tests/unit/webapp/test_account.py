"""A person's own page: their browsers, their password; and that nobody else's is within reach."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from record import people
from record.people import NO_PASSWORD
from record.sessions import SignInSession
from record.times import now
from tests.conftest import DATABASES
from tests.factories import PASSWORD, a_browser_session
from webapp.views.account import browser_name

CHOSEN = "tuesday-biscuit-otter"
POSTS = ("/account/password", "/account/sessions/x/end", "/account/sessions/end-others", "/account/passkeys/x/remove")


@pytest.fixture(params=DATABASES)
def database(request):
    """Both: these doors write on every way in."""
    return request.param


def session_ids(desk, role):
    desk.look_again()
    query = select(SignInSession.id).where(SignInSession.person_id == desk.people[role].id)
    return list(desk.session.scalars(query.order_by(SignInSession.id)))


@pytest.mark.parametrize("role", ["senco", "ta", "teacher", "head", "admin", "governor"])
def test_everybody_has_an_account_page_that_no_cache_keeps(browse, desk, role):
    response = browse(role).get("/account")
    assert response.status_code == 200
    assert desk.people[role].email in response.text and "This browser" in response.text
    assert response.headers["Cache-Control"] == "no-store"


def test_whoever_is_not_signed_in_has_none(browse):
    nobody = browse("nobody")
    assert nobody.get("/account").location.startswith("/sign-in")
    for url in POSTS:
        assert nobody.post(url).location.startswith("/sign-in")


@pytest.mark.parametrize("url", POSTS)
def test_what_changes_an_account_is_done_by_a_form_of_this_site_alone(senco, url):
    assert senco.get(url).status_code == 405
    assert senco.post(url, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_a_person_ends_one_of_their_browsers(app, browse, desk):
    here = browse("ta")
    a_browser_session(desk.session, desk.people["ta"])
    first, second = session_ids(desk, "ta")
    assert here.post(f"/account/sessions/{second}/end").status_code == 303
    assert session_ids(desk, "ta") == [first]
    assert "signed out already" in here.post(f"/account/sessions/{second}/end", follow_redirects=True).text


def test_nobody_ends_anybody_elses(browse, desk):
    theirs = browse("teacher")
    [session_id] = session_ids(desk, "teacher")
    assert browse("admin").post(f"/account/sessions/{session_id}/end").status_code == 303
    assert theirs.get("/account").status_code == 200


def test_all_other_browsers_are_signed_out_at_once(browse, desk):
    here, other = browse("ta"), browse("ta")
    assert "1 other browser is signed out" in here.post("/account/sessions/end-others", follow_redirects=True).text
    assert here.get("/account").status_code == 200
    assert other.get("/account").status_code == 302


def change(client, present=PASSWORD, password=CHOSEN, repeated=None):
    form = {"present": present, "password": password, "repeated": password if repeated is None else repeated}
    return client.post("/account/password", data=form)


def test_a_new_password_signs_every_other_browser_out(browse, desk):
    here, other = browse("ta"), browse("ta")
    assert change(here).status_code == 303
    assert here.get("/account").status_code == 200
    assert other.get("/account").status_code == 302
    desk.look_again()
    assert people.sign_in(desk.session, desk.people["ta"].email, CHOSEN).id == desk.people["ta"].id


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"present": "not-my-password"}, "This is not your password"),
        ({"repeated": "tuesday-biscuit-ottr"}, "This is not the same as above"),
        ({"password": "short"}, "A password has 12 to 256 characters; this has 5"),
        ({"password": "password1234"}, "That password is common"),
        ({"password": ""}, "Enter a password"),
        ({"password": "x" * 300}, "this has 300"),
    ],
)
def test_a_password_that_will_not_do_says_why_beside_its_field(browse, desk, wrong, words):
    response = change(browse("ta"), **wrong)
    assert response.status_code == 422
    assert words in response.text and 'aria-invalid="true"' in response.text
    desk.look_again()
    people.sign_in(desk.session, desk.people["ta"].email, PASSWORD)


def test_whoever_finds_an_open_browser_gives_no_password_to_an_account_without_one(browse, desk):
    """Somebody who signs in with the school's account alone."""
    desk.people["ta"].password_hash = NO_PASSWORD
    desk.session.commit()
    ta = browse("ta")
    [session_id] = session_ids(desk, "ta")
    session = desk.session.get_one(SignInSession, session_id)
    session.began_at, session.last_seen_at = now() - timedelta(minutes=10, seconds=1), now()
    desk.session.commit()
    assert "/sign-in?next=/account" in ta.get("/account").text
    response = change(ta)
    assert response.status_code == 401 and "Sign in once more" in response.text
    desk.look_again()
    assert not desk.people["ta"].has_password
    session.began_at = now()
    desk.session.commit()
    assert change(ta).status_code == 303


def test_whoever_finds_an_open_browser_cannot_guess_the_password_there(browse, desk):
    ta = browse("ta")
    for _ in range(10):
        assert change(ta, present="guess-guess-guess").status_code == 422
    response = change(ta)
    assert response.status_code == 429 and int(response.headers["Retry-After"]) > 0


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        ("Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari on iPad"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0", "Firefox on Linux"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("curl/8", "A browser"),
        ("", "A browser"),
    ],
)
def test_a_browser_is_called_what_its_person_calls_it(user_agent, name):
    assert browser_name(user_agent) == name
