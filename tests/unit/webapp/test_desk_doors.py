"""Who gets into which page of the desk, and how each address may be asked for."""

import pytest

from record import conflicts, enrolments, quarantine
from record.base import new_id
from tests.factories import A_MORNING
from tests.unit.webapp.conftest import Desk

HTMX = {"HX-Request": "true"}


@pytest.fixture
def urls(desk: Desk) -> dict[str, str]:
    """Every address of the desk, with real ids in it, by a short name."""
    device, _ = enrolments.enrol(desk.session, desk.people["ta"], new_id(), "Owls 1", A_MORNING)
    desk.session.commit()
    nothing = new_id()
    return {
        "pile": "/desk/",
        "note": desk.note_url,
        "review": f"{desk.note_url}/review",
        "unreview": f"{desk.note_url}/unreview",
        "question": f"{desk.note_url}/question",
        "outcomes": f"{desk.note_url}/outcomes",
        "register": "/desk/pupils",
        "pupil": f"/desk/pupils/{desk.pupil.id}",
        "action done": f"/desk/pupils/{desk.pupil.id}/actions/{nothing}/done",
        "action open": f"/desk/pupils/{desk.pupil.id}/actions/{nothing}/reopen",
        "tablets": "/desk/tablets",
        "withdraw": f"/desk/tablets/{device.device_id}/withdraw",
        "followed up": f"/desk/tablets/{device.device_id}/followed-up",
        "quarantine": "/desk/quarantine",
        "mend": f"/desk/quarantine/{nothing}",
        "discard": f"/desk/quarantine/{nothing}/discard",
        "conflicts": "/desk/conflicts",
        "settle": f"/desk/conflicts/{nothing}/settle",
    }


READING = ("pile", "note", "question", "outcomes", "register", "pupil", "tablets", "withdraw", "quarantine", "mend",
           "discard", "conflicts")  # fmt: skip
WRITING = ("review", "unreview", "question", "outcomes", "action done", "action open", "withdraw", "followed up",
           "mend", "discard", "settle")  # fmt: skip
FORMS = {"question", "outcomes", "withdraw", "mend", "discard"}

# 404: an id that is nobody's, reached only by whoever the door let in.
MAY_READ = {
    "senco": {
        "pile",
        "note",
        "question",
        "outcomes",
        "register",
        "pupil",
        "tablets",
        "withdraw",
        "quarantine",
        "conflicts",
    },
    "head": {"pile", "note", "register", "pupil", "tablets", "quarantine", "conflicts"},
    "ta": {"pile", "note", "register", "pupil"},
    "other_ta": {"pile", "register"},
    "teacher": {"pile", "register"},
    "admin": {"tablets", "withdraw"},
    "governor": set(),
}


@pytest.mark.parametrize("role", MAY_READ)
def test_each_role_reads_what_is_theirs_and_no_more(browse, urls, role):
    client = browse(role)
    for name in READING:
        status = client.get(urls[name]).status_code
        if name in MAY_READ[role]:
            assert status == 200, name
        elif (role, name) == ("admin", "pile"):
            assert status == 302  # led to the tablets
        elif (role, name) in (("senco", "mend"), ("senco", "discard")):
            assert status == 404
        else:
            assert status in (403, 404), name


@pytest.mark.parametrize("role", ["head", "ta", "other_ta", "governor"])
def test_nobody_but_the_senco_changes_anything(browse, urls, desk, role):
    client = browse(role)
    for name in WRITING:
        assert client.post(urls[name], data={"text": "Why?", "keep": "both"}).status_code == 403, name
    desk.look_again()
    assert desk.note.reviewed_at is None


def test_an_administrator_changes_tablets_and_nothing_else(browse, urls):
    client = browse("admin")
    for name in set(WRITING) - {"withdraw", "followed up"}:
        assert client.post(urls[name], data={"text": "Why?", "keep": "both"}).status_code == 403, name


def test_whoever_is_not_signed_in_is_led_to_the_sign_in_page_and_what_they_send_waits(browse, urls):
    client = browse("nobody")
    for name in READING:
        assert client.get(urls[name]).location.split("?")[0] == "/sign-in", name
    for name in WRITING:
        answer = client.post(urls[name])
        assert answer.status_code == 401 and "You were signed out" in answer.text, name


def test_htmx_is_told_that_nobody_is_signed_in_instead_of_being_given_the_sign_in_page(browse, urls):
    assert browse("nobody").get(urls["pile"], headers=HTMX).status_code == 401


def test_a_page_that_is_only_read_cannot_be_posted_to(senco, urls):
    for name in set(READING) - FORMS:
        assert senco.post(urls[name]).status_code == 405, name


def test_what_changes_something_cannot_be_done_by_following_a_link(senco, urls):
    for name in set(WRITING) - FORMS:
        assert senco.get(urls[name]).status_code == 405, name


def test_no_cache_keeps_a_page_of_the_desk(senco, urls):
    for name in ("pile", "note", "pupil", "quarantine"):
        response = senco.get(urls[name])
        assert response.headers["Cache-Control"] == "no-store"
        assert "HX-Request" in response.headers["Vary"]


def test_a_form_sent_by_another_site_is_refused(senco, desk):
    response = senco.post(f"{desk.note_url}/review", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    desk.look_again()
    assert desk.note.reviewed_at is None


def test_no_title_names_a_pupil(senco, urls):
    for name in MAY_READ["senco"]:
        page = senco.get(urls[name]).text
        title = page[page.index("<title>") : page.index("</title>")]
        assert "Amina" not in title and "Yusuf" not in title, name


def test_the_way_about_shows_what_a_role_may_open(browse, urls):
    def links(role: str, name: str) -> set[str]:
        page = browse(role).get(urls[name]).text
        return {
            word
            for word in ("To review", "Pupils", "Quarantine", "Conflicts", "Tablets")
            if f">{word}<" in page or f">{word} <" in page
        }

    assert links("senco", "pupil") == {"To review", "Pupils", "Quarantine", "Conflicts", "Tablets"}
    assert links("ta", "pupil") == {"To review", "Pupils"}
    assert links("admin", "tablets") == {"Tablets"}


def test_counts_of_the_way_about_are_the_records_own(senco, desk):
    assert quarantine.count_waiting(desk.session, desk.school.id) == 0
    assert conflicts.count_unsettled(desk.session, desk.school.id) == 0
    page = senco.get("/desk/pupils").text
    assert page.count('class="count') == 1  # the one note to review
