"""Signing in and out of a browser: the cookie, what it opens, and how often one may try."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from record import sessions, staff
from record.base import new_id
from record.schools import School
from record.sessions import SignInSession
from record.times import now
from tests.conftest import DATABASES
from tests.factories import PASSWORD


@pytest.fixture(params=DATABASES)
def database(request):
    """Both: these doors write on every way in."""
    return request.param


def sign_in(client, email, password=PASSWORD, **more):
    return client.post("/sign-in", data={"email": email, "password": password, **more})


def cookie_of(response, name="jotter_session"):
    return next((line for line in response.headers.getlist("Set-Cookie") if line.startswith(f"{name}=")), "")


def test_signing_in_leads_each_role_to_their_work(app, desk):
    for role, place in (
        ("ta", "/tablet/"),
        ("teacher", "/tablet/"),
        ("senco", "/desk/"),
        ("head", "/desk/"),
        ("admin", "/desk/people"),
        ("governor", "/account"),
    ):
        response = sign_in(app.test_client(), desk.people[role].email)
        assert (response.status_code, response.location) == (303, place)


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(app, desk):
    cookie = cookie_of(sign_in(app.test_client(), desk.people["ta"].email))
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Secure" not in cookie
    app.config["SESSION_COOKIE_SECURE"] = True
    assert "Secure" in cookie_of(sign_in(app.test_client(), desk.people["ta"].email))


def test_flasks_own_cookie_says_nothing_of_who_is_signed_in(app, desk):
    client = app.test_client()
    sign_in(client, desk.people["senco"].email)
    client.get("/desk/")
    with client.session_transaction() as flask_session:
        assert dict(flask_session) == {}


def test_the_record_keeps_which_browser_it_is(app, desk):
    client = app.test_client()
    client.post(
        "/sign-in",
        data={"email": desk.people["ta"].email, "password": PASSWORD},
        headers={"User-Agent": "Mozilla/5.0 (iPad)"},
    )
    desk.look_again()
    [found] = desk.session.scalars(select(SignInSession))
    assert (found.how, found.user_agent, found.address) == ("password", "Mozilla/5.0 (iPad)", "127.0.0.1")


@pytest.mark.parametrize("password", ["wrong-horse-battery", "x" * 2_000, "\0"])
def test_a_wrong_password_is_refused_and_the_email_kept(app, desk, password):
    response = sign_in(app.test_client(), desk.people["ta"].email, password)
    assert response.status_code == 401
    assert desk.people["ta"].email in response.text and password not in response.text
    assert not cookie_of(response)


def test_nobody_is_told_whether_an_email_is_known(app, desk):
    known, unknown = (sign_in(app.test_client(), email, "x").text for email in (desk.people["ta"].email, "x@y.school"))
    assert known.replace(desk.people["ta"].email, "") == unknown.replace("x@y.school", "")


def test_empty_fields_say_what_is_missing(app, desk):
    response = app.test_client().post("/sign-in", data={})
    assert response.status_code == 422
    assert "Enter your email" in response.text and "Enter your password" in response.text


def test_too_many_wrong_passwords_close_the_account_for_a_while(app, desk):
    client = app.test_client()
    for _ in range(10):
        assert sign_in(client, desk.people["ta"].email, "wrong").status_code == 401
    response = sign_in(client, desk.people["ta"].email)
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0
    assert sign_in(client, desk.people["teacher"].email).status_code == 303


def test_signing_in_again_ends_the_session_that_was_there(app, desk):
    client = app.test_client()
    sign_in(client, desk.people["ta"].email)
    sign_in(client, desk.people["senco"].email)
    desk.look_again()
    assert [each.person_id for each in desk.session.scalars(select(SignInSession))] == [desk.people["senco"].id]


def test_signing_out_ends_the_session_for_whoever_kept_a_copy_of_the_cookie(app, desk, senco):
    token = senco.get_cookie("jotter_session").value
    response = senco.post("/sign-out")
    assert (response.status_code, response.location) == (303, "/sign-in")
    assert "Max-Age=0" in cookie_of(response) and "Max-Age=0" in cookie_of(response, "jotter_person")
    thief = app.test_client()
    thief.set_cookie("jotter_session", token)
    assert thief.get("/desk/").status_code == 302
    assert senco.post("/sign-out").status_code == 303  # twice does no harm


def test_a_tablet_that_signs_out_can_tell_the_record_from_a_captive_portal(senco):
    response = senco.post("/sign-out", json={})
    assert (response.status_code, response.json, response.headers["X-Jotter-Protocol"]) == (200, {}, "1")
    assert senco.get("/desk/").status_code == 302


def test_signing_out_is_not_done_by_following_a_link_nor_by_another_site(senco):
    assert senco.get("/sign-out").status_code == 405
    assert senco.post("/sign-out", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert senco.get("/desk/").status_code == 200


def test_a_made_up_cookie_lets_nobody_in(app, desk):
    for token in ("", "x", "é" * 50, "a" * 4_000):
        client = app.test_client()
        client.set_cookie("jotter_session", token)
        assert client.get("/desk/").status_code == 302


def test_somebody_who_leaves_is_out_at_their_next_click(browse, desk):
    ta = browse("ta")
    assert ta.get("/desk/").status_code == 200
    desk.look_again()
    staff.leave(desk.session, desk.people["admin"], desk.people["ta"], now())
    desk.session.commit()
    assert ta.get("/desk/").status_code == 302
    assert sign_in(ta, desk.people["ta"].email).status_code == 401


def test_use_is_noted_once_a_minute_and_keeps_the_session_alive(senco, desk):
    def seen(at=None):
        desk.look_again()
        [found] = desk.session.scalars(select(SignInSession))
        if at is not None:
            found.last_seen_at = at
            desk.session.commit()
        return found.last_seen_at

    just_now = now() - timedelta(seconds=30)
    seen(just_now)
    senco.get("/desk/")
    assert seen() == just_now
    seen(now() - timedelta(minutes=2))
    before = now()
    senco.get("/desk/")
    assert seen() >= before


def test_a_session_that_was_not_used_for_half_a_day_is_over(senco, desk):
    desk.look_again()
    [found] = desk.session.scalars(select(SignInSession))
    found.last_seen_at = now() - sessions.IDLE
    desk.session.commit()
    assert senco.get("/desk/").status_code == 302


@pytest.fixture
def on_a_tablet(app, desk):
    """The SENCO's browser on a tablet that they have set up, signed in to once more for the desk, and a clock."""
    with time_machine.travel(now(), tick=False) as clock:
        client = app.test_client()
        assert sign_in(client, desk.people["senco"].email).status_code == 303
        device = {"id": new_id(), "name": "Owls 1"}
        assert client.post("/api/v1/enrolments", json={"device": device}).status_code == 201
        assert client.get("/desk/").status_code == 302, "setting up has ended the session that it was done by"
        assert sign_in(client, desk.people["senco"].email).status_code == 303
        yield client, clock


def test_a_tablet_that_lies_about_does_not_keep_the_desk_open(on_a_tablet):
    client, clock = on_a_tablet
    assert client.get("/desk/").status_code == 200
    clock.shift(timedelta(minutes=4, seconds=59))
    assert client.get("/desk/").status_code == 200
    clock.shift(timedelta(minutes=4, seconds=59))
    assert client.get("/account").status_code == 200
    clock.shift(timedelta(minutes=5))
    assert client.get("/desk/").status_code == 302
    assert client.post("/api/v1/enrolments", json={"device": {"id": new_id(), "name": "x"}}).status_code == 401


def test_a_tablet_does_not_stay_signed_in_by_throwing_its_cookie_away(on_a_tablet):
    client, clock = on_a_tablet
    assert client.get("/desk/").status_code == 200
    client.delete_cookie("jotter_device")
    clock.shift(timedelta(minutes=5))
    assert client.get("/desk/").status_code == 302


def test_on_a_tablet_a_session_ends_with_the_browser_elsewhere_it_is_kept(app, desk, on_a_tablet):
    client, _clock = on_a_tablet
    assert "Max-Age" in cookie_of(sign_in(app.test_client(), desk.people["senco"].email))
    assert "Max-Age" not in cookie_of(sign_in(client, desk.people["senco"].email))


def test_each_sign_in_has_a_mark_of_its_own_that_a_page_can_read(app, desk):
    marks = [cookie_of(sign_in(app.test_client(), desk.people["ta"].email), "jotter_person") for _ in range(2)]
    assert marks[0] != marks[1]
    for mark in marks:
        assert mark.startswith(f"jotter_person={desk.people['ta'].id}.") and "HttpOnly" not in mark


def test_the_schools_own_lock_counts(on_a_tablet, desk):
    client, clock = on_a_tablet
    desk.look_again()
    desk.session.get_one(School, desk.school.id).lock_minutes = 20
    desk.session.commit()
    clock.shift(timedelta(minutes=19))
    assert client.get("/desk/").status_code == 200
    clock.shift(timedelta(minutes=20))
    assert client.get("/desk/").status_code == 302


def test_signed_in_on_a_tablet_and_at_a_desk_only_the_tablet_locks(app, desk, on_a_tablet):
    client, clock = on_a_tablet
    elsewhere = app.test_client()
    sign_in(elsewhere, desk.people["senco"].email)
    assert elsewhere.get("/desk/").status_code == client.get("/desk/").status_code == 200
    clock.shift(timedelta(minutes=6))
    assert client.get("/desk/").status_code == 302
    assert elsewhere.get("/desk/").status_code == 200
    assert "Sign out all others" not in elsewhere.get("/account").text, "the tablet's is over, and not shown"


@pytest.mark.parametrize(
    "wanted", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "/a\nb"]
)
def test_nobody_is_led_away_by_a_forged_link(app, desk, wanted):
    response = sign_in(app.test_client(), desk.people["ta"].email, next=wanted)
    assert response.location == "/tablet/"


def test_the_beginning_leads_each_role_to_their_work_and_the_door_stays_open_to_them(app, desk):
    for role, place in (("ta", "/tablet/"), ("senco", "/desk/"), ("head", "/desk/"), ("admin", "/desk/people")):
        client = app.test_client()
        assert client.get("/").location == "/sign-in"
        sign_in(client, desk.people[role].email)
        assert client.get("/").location == place
        assert "Password" in client.get("/sign-in").text
        assert client.get(place).status_code == 200


def test_a_device_that_is_no_tablet_yet_begins_with_signing_in_and_comes_back(app, desk, on_a_tablet):
    client = app.test_client()
    assert client.get("/tablet/").location == "/sign-in?next=/tablet/"
    assert sign_in(client, desk.people["senco"].email, next="/tablet/").location == "/tablet/"
    assert client.get("/tablet/").status_code == 200
    tablet, _clock = on_a_tablet
    tablet.post("/sign-out")
    assert tablet.get("/tablet/").status_code == 200, "without its worker it gets that back first"


def test_a_person_comes_back_to_where_they_were(app, desk):
    assert sign_in(app.test_client(), desk.people["ta"].email, next="/desk/pupils").location == "/desk/pupils"
