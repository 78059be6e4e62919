"""A form of the desk that is sent when the sign-in has run out: what was typed waits on the page, and is sent again."""

import io
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sqlalchemy import select

from record.questions import Question
from webapp.views import signed_out

TYPED = '"Which" group? <b>&amp;</b>\r\n\r\n\tשלום 👩🏽‍🏫'


class Form(HTMLParser):
    """The form of a page that has a button `Send again`, as a browser would send it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.action, self.encoding, self.fields, self.files = "", "", [], []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = {name: value or "" for name, value in attrs}
        if tag == "form":
            assert about["method"] == "post"
            self.action, self.encoding = about["action"], about.get("enctype", "")
        if tag == "input" and about["type"] == "hidden":
            self.fields.append((about["name"], about["value"]))
        if tag == "input" and about["type"] == "file":
            self.files.append(about["name"])

    def sent_by(self, client):
        sent: dict[str, list[str]] = {}
        for name, value in self.fields:
            sent.setdefault(name, []).append(value)
        return client.post(self.action, data=sent)


def test_what_was_typed_waits_until_it_is_sent_again(browse, senco, desk):
    for _ in range(2):  # also when it is sent again too early
        page = browse("nobody").post(f"{desk.note_url}/question", data={"text": TYPED, "next": "/desk/pupils"})
        assert page.status_code == 401 and page.headers["Cache-Control"] == "no-store"
        assert "<h1>You were signed out</h1>" in page.text and "Send again" in page.text
        assert '<a class="button" href="/sign-in" target="_blank"' in page.text
    form = Form(page.text)
    assert form.action == f"{desk.note_url}/question"
    assert form.sent_by(senco).location == "/desk/pupils"
    desk.look_again()
    assert desk.session.scalars(select(Question.text)).all() == [TYPED.replace("\r\n", "\n")]


def test_each_value_of_a_field_waits_in_its_order(browse, desk):
    page = browse("nobody").post(f"{desk.note_url}/outcomes", data={"outcome_ids": ["b", "a", "b"], "next": ""})
    assert Form(page.text).fields == [("outcome_ids", "b"), ("outcome_ids", "a"), ("outcome_ids", "b"), ("next", "")]


def test_a_file_is_to_be_chosen_again_and_the_rest_waits(browse):
    sent = {"file": (io.BytesIO(b"email,pupil\nk@test.school,Amina Yusuf"), "list.csv"), "other": "kept"}
    page = browse("nobody").post("/desk/people/assignments", data=sent)
    assert page.status_code == 401 and "Choose the file again" in page.text and "Amina" not in page.text
    form = Form(page.text)
    assert (form.files, form.fields) == (["file"], [("other", "kept")])
    assert form.encoding == "multipart/form-data" and form.action == "/desk/people/assignments"


@pytest.mark.parametrize("forged", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}])
def test_what_another_site_sends_is_never_shown(browse, desk, forged):
    page = browse("nobody").post(f"{desk.note_url}/question", data={"text": "Send me"}, headers=forged)
    assert page.status_code == 403 and "Send me" not in page.text and "Send again" not in page.text


def test_nothing_of_the_record_is_shown_and_no_other_address_is_led_to(browse, desk):
    page = browse("nobody").post(f"/desk/pupils/{desk.pupil.id}/phases?next=//elsewhere.example", data={"label": "x"})
    assert "Amina" not in page.text and "Test Primary" not in page.text
    assert Form(page.text).action == f"/desk/pupils/{desk.pupil.id}/phases"


def test_passwords_are_not_shown(browse, desk):
    page = browse("nobody").post("/account/password", data={"present": "chalk-and-talk", "password": "otter"})
    assert page.location.startswith("/sign-in") and "otter" not in page.text
    for template in (Path(signed_out.__file__).parent.parent / "templates/desk").glob("*.html"):
        assert 'type="password"' not in template.read_text(), "a form of the desk is shown again as it was sent"


def test_more_fields_than_any_form_has_are_not_shown(browse, desk):
    many = "&".join(["a=1"] * (signed_out.MOST_FIELDS + 1))
    kind = "application/x-www-form-urlencoded"
    assert browse("nobody").post(desk.note_url + "/outcomes", data=many, content_type=kind).status_code == 413
    long = {"text": '"' * (signed_out.MOST_CHARACTERS + 1)}
    assert browse("nobody").post(f"{desk.note_url}/question", data=long).status_code == 413


def test_a_form_that_htmx_sends_stays_where_it_is(browse, desk):
    answer = browse("nobody").post(f"{desk.note_url}/question", data={"text": "Which?"}, headers={"HX-Request": "true"})
    assert answer.status_code == 401 and "Send again" not in answer.text
