"""One-time links in the browser, and forgotten passwords, with and without mail (a real SMTP server of the test's)."""

import queue
import re
import threading
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import select

from doors.attempts import LINK, attempts
from record import invitations, people
from record.audit import AuditEvent
from record.database import writing
from record.times import now
from tests.factories import PASSWORD
from tests.ports import free_port

CHOSEN = "tuesday-biscuit-otter"
WAIT_SECONDS = 20


@pytest.fixture(autouse=True)
def forget_attempts(app):
    attempts.forget()
    yield
    attempts.forget()
    while under_way := [each for each in threading.enumerate() if each.name == "mail"]:
        under_way[0].join()


class Mailbox:
    """What the SMTP server took in."""

    def __init__(self):
        self.mails = queue.Queue()

    async def handle_DATA(self, _server, _session, envelope):
        self.mails.put((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=policy.default)))
        return "250 OK"

    def next(self):
        return self.mails.get(timeout=WAIT_SECONDS)


@pytest.fixture
def mailbox(app):
    mailbox = Mailbox()
    port = free_port()
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    app.config.update(SMTP_URL=f"smtp://127.0.0.1:{port}", PUBLIC_URL="https://jotter.wrenfold.school/")
    yield mailbox
    controller.stop()


@pytest.fixture
def token(desk):
    link = invitations.make(desk.session, desk.people["ta"], now(), desk.people["admin"])
    desk.session.commit()
    return link.token


def choose(client, token, password=CHOSEN, repeated=None):
    form = {"password": password, "repeated": password if repeated is None else repeated}
    return client.post(f"/link/{token}", data=form)


def test_a_link_shows_whose_it_is_and_lets_its_person_choose_and_in(app, desk, token):
    client = app.test_client()
    page = client.get(f"/link/{token}")
    assert page.status_code == 200 and "The ta" in page.text and desk.people["ta"].email in page.text
    response = choose(client, token)
    assert (response.status_code, response.location) == (303, "/tablet/")
    assert client.get("/account").status_code == 200
    desk.look_again()
    people.sign_in(desk.session, desk.people["ta"].email, CHOSEN)


def test_a_link_that_was_used_says_so_and_changes_nothing(app, desk, token):
    choose(app.test_client(), token)
    client = app.test_client()
    assert client.get(f"/link/{token}").status_code == 404
    response = choose(client, token, "another-biscuit-otter")
    assert response.status_code == 404 and "This link does not work" in response.text
    desk.look_again()
    people.sign_in(desk.session, desk.people["ta"].email, CHOSEN)


def test_what_will_not_do_is_said_beside_the_field_and_the_link_stays_good(app, desk, token):
    client = app.test_client()
    for password, repeated, words in (
        ("", "", "Enter a password"),
        ("short", "short", "this has 5"),
        (CHOSEN, "other", "This is not the same as above"),
        ("password1234", None, "That password is common"),
    ):
        response = choose(client, token, password, repeated)
        assert response.status_code == 422 and words in response.text
    assert choose(client, token).status_code == 303


def test_a_link_is_not_used_by_another_site(app, token):
    response = app.test_client().post(
        f"/link/{token}", data={"password": CHOSEN, "repeated": CHOSEN}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert response.status_code == 403


def test_whoever_tries_links_is_stopped(app, desk):
    client = app.test_client()
    assert client.get("/link/0").status_code == 404
    for _ in range(LINK.for_address.amount - 1):
        attempts.count_at(LINK, "127.0.0.1")
    response = client.get("/link/1")
    assert response.status_code == 429 and int(response.headers["Retry-After"]) > 0


def test_without_mail_the_page_says_whom_to_ask_and_sends_nothing(app, desk):
    client = app.test_client()
    assert "sends no mail" in client.get("/forgotten").text
    response = client.post("/forgotten", data={"email": desk.people["ta"].email})
    assert response.status_code == 409
    desk.look_again()
    assert invitations.waiting_until(desk.session, desk.school.id, now()) == {}


def test_with_mail_a_person_gets_a_link_to_their_own_address(app, desk, mailbox):
    client = app.test_client()
    assert "We send you a link" in client.get("/forgotten").text
    response = client.post(
        "/forgotten", data={"email": desk.people["ta"].email.upper()}, headers={"Host": "evil.example"}
    )
    assert response.status_code == 200
    receivers, mail = mailbox.next()
    assert receivers == [desk.people["ta"].email]
    text = mail.get_content()
    address = re.search(r"https://\S+", text)[0]
    assert address.startswith("https://jotter.wrenfold.school/link/")  # not where the request said it was
    assert choose(app.test_client(), address.rpartition("/")[2]).status_code == 303


def test_nobody_learns_who_is_here_by_asking_for_a_link(app, desk, mailbox):
    email = desk.people["ta"].email
    pages = [app.test_client().post("/forgotten", data={"email": each}) for each in (email, "nobody@else.school")]
    assert [page.status_code for page in pages] == [200, 200]
    assert pages[0].text.replace(email, "") == pages[1].text.replace("nobody@else.school", "")
    assert mailbox.next()[0] == [email]
    assert mailbox.mails.empty()


def test_the_answer_waits_for_nothing_that_is_done_for_known_addresses_alone(app, desk, mailbox):
    with writing(desk.session):  # nobody else can write
        for email in (desk.people["ta"].email, "nobody@else.school"):
            assert app.test_client().post("/forgotten", data={"email": email}).status_code == 200
        assert mailbox.mails.empty()
    assert mailbox.next()[0] == [desk.people["ta"].email]
    desk.look_again()
    asked = desk.session.scalars(select(AuditEvent).where(AuditEvent.action == "reset link made")).all()
    assert [each.subject_id for each in asked] == [desk.people["ta"].id]


def test_nobodys_mailbox_is_filled(app, desk, mailbox):
    client = app.test_client()
    for _ in range(3):
        assert client.post("/forgotten", data={"email": desk.people["ta"].email}).status_code == 200
        mailbox.next()
    response = client.post("/forgotten", data={"email": desk.people["ta"].email})
    assert response.status_code == 429 and int(response.headers["Retry-After"]) > 0
    assert mailbox.mails.empty()


def test_an_email_that_is_none_is_kept_and_marked(app, desk, mailbox):
    response = app.test_client().post("/forgotten", data={"email": "kelly<b>"})
    assert response.status_code == 422 and "kelly&lt;b&gt;" in response.text


def test_a_link_that_goes_by_mail_is_not_shown_to_the_administrator(app, browse, desk, mailbox):
    admin = browse("admin")
    form = {"name": "Kelly Brennan", "email": "kelly@test.school", "role": "ta"}
    # One after the other: each mail goes by a thread of its own, and two under way may arrive in any order.
    for address, fields, receiver in (
        ("/desk/people/invite", form, form["email"]),
        (f"/desk/people/{desk.people['ta'].id}/link", {}, desk.people["ta"].email),
    ):
        page = admin.post(address, data=fields).text
        receivers, mail = mailbox.next()
        token = re.search(r"https://\S+/link/(\S+)", mail.get_content())[1]
        assert receivers == [receiver] and f"Sent to <strong>{receiver}</strong>" in page
        assert token not in page and "/link/" not in page.replace(f"/desk/people/{desk.people['ta'].id}/link", "")
        assert app.test_client().get(f"/link/{token}").status_code == 200


def test_without_mail_the_administrator_is_shown_the_link_to_print(browse, desk):
    page = browse("admin").post(f"/desk/people/{desk.people['ta'].id}/link").text
    assert re.search(r"http://localhost/link/[\w-]+", page) and "Sent to" not in page


def test_a_mail_server_that_is_down_breaks_no_page(app, desk):
    app.config.update(SMTP_URL="smtp://127.0.0.1:1", PUBLIC_URL="https://jotter.wrenfold.school")
    assert app.test_client().post("/forgotten", data={"email": desk.people["ta"].email}).status_code == 200
    desk.look_again()
    people.sign_in(desk.session, desk.people["ta"].email, PASSWORD)
