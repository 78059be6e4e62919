"""The pile: its order and pages, and what the SENCO does with a note in it."""

from datetime import timedelta

import pytest
from markupsafe import escape
from sqlalchemy import select

from record.audit import AuditEvent
from record.questions import Question
from tests.factories import A_MORNING, a_parent_meeting, a_pupil, an_observation, an_outcome
from tests.unit.webapp.conftest import Desk

HTMX = {"HX-Request": "true"}


def actions(desk: Desk) -> list[str]:
    desk.look_again()
    return list(desk.session.scalars(select(AuditEvent.action).order_by(AuditEvent.number)))


def some_notes(desk: Desk, how_many: int) -> None:
    for number in range(how_many):
        at = A_MORNING + timedelta(minutes=number + 1)
        an_observation(desk.session, desk.pupil, desk.people["ta"], f"Note number {number}.", received_at=at)
    desk.session.commit()


def test_the_newest_note_comes_first_and_pages_meet(senco, desk):
    some_notes(desk, 60)
    first = senco.get("/desk/").text
    assert first.index("Note number 59.") < first.index("Note number 58.")
    assert "Note number 10." in first and "Note number 9." not in first
    assert "61 notes to review" in first
    older = first.split('href="/desk/?after=')[1].split('"')[0]
    second = senco.get(f"/desk/?after={older}").text
    assert "Note number 9." in second and "Note number 10." not in second
    assert "Sat with the group" in second and "Older notes" not in second


def test_htmx_gets_the_next_page_alone(senco, desk):
    some_notes(desk, 60)
    older = senco.get("/desk/").text.split('href="/desk/?after=')[1].split('"')[0]
    fragment = senco.get(f"/desk/?after={older}", headers=HTMX).text
    assert "<html" not in fragment and "Note number 9." in fragment


@pytest.mark.parametrize("minutes, is_warned_of", [(4, False), (6, True), (-6, True)])
def test_a_note_from_a_clock_more_than_five_minutes_wrong_says_so_in_the_pile_and_alone(
    senco, desk, minutes, is_warned_of
):
    note = an_observation(desk.session, desk.pupil, desk.people["ta"], "Two o'clock, or was it?")
    note.skew_ms = minutes * 60_000
    desk.session.commit()
    for page in ("/desk/", f"/desk/notes/observation/{note.id}"):
        assert ("clock was wrong" in senco.get(page).text) == is_warned_of, page


@pytest.mark.parametrize("after", ["nonsense", "1.", ".x", "99999999999999999999.x", "²³.x", "-1.x"])
def test_a_damaged_cursor_begins_at_the_newest(senco, desk, after):
    assert "Sat with the group" in senco.get(f"/desk/?after={after}").text


def test_the_pile_groups_by_pupil_on_request(senco, desk):
    other = a_pupil(desk.session, desk.school, given_name="Zed", family_name="Aaron")
    an_observation(desk.session, other, desk.people["senco"], "About Zed.")
    some_notes(desk, 7)
    page = senco.get("/desk/?group=pupil").text
    assert page.index("Zed Aaron</h2>") < page.index("Amina Yusuf</h2>")
    assert "8 to review" in page and f"/desk/?pupil={desk.pupil.id}" in page
    assert page.count("data-note") == 6  # five of Amina's newest, and Zed's
    only = senco.get(f"/desk/?pupil={desk.pupil.id}").text
    assert "Note number 0." in only and "About Zed." not in only


def test_an_empty_pile_says_so(senco, desk):
    senco.post(f"{desk.note_url}/review")
    assert "Nothing to review" in senco.get("/desk/").text


def test_a_note_opens_as_a_page_and_in_its_place(senco, desk):
    page = senco.get(desk.note_url).text
    assert "<html" in page and "Sat with the group for six minutes." in page
    fragment = senco.get(desk.note_url, headers={**HTMX, "HX-Target": f"item-{desk.note.id}"}).text
    assert "<html" not in fragment and 'aria-expanded="true"' in fragment


def test_a_parent_meeting_is_shown_whole(senco, desk):
    meeting = a_parent_meeting(desk.session, desk.pupil, desk.people["senco"])
    desk.session.commit()
    page = senco.get(f"/desk/notes/parent_meeting/{meeting.id}").text
    for words in ("SEN support review", "Mrs Sample", "Mornings are better.", "Read at bedtime", "Tue 8 Dec 2026"):
        assert words in page


def test_reviewing_by_form_takes_the_note_off_the_pile_and_offers_to_undo(senco, desk):
    response = senco.post(f"{desk.note_url}/review", data={"next": "/desk/?group=pupil"})
    assert (response.status_code, response.location) == (303, "/desk/?group=pupil")
    page = senco.get(response.location).text
    assert "Marked as reviewed." in page and f'action="{desk.note_url}/unreview"' in page
    desk.look_again()
    assert desk.note.reviewed_by_id == desk.people["senco"].id


def test_reviewing_twice_is_reviewing_once(senco, desk):
    for _ in range(2):
        assert senco.post(f"{desk.note_url}/review", headers=HTMX).status_code == 200
    assert actions(desk).count("note reviewed") == 1


def test_undo_puts_the_note_back_and_twice_changes_nothing_more(senco, desk):
    senco.post(f"{desk.note_url}/review")
    for _ in range(2):
        assert senco.post(f"{desk.note_url}/unreview").status_code == 303
    assert "Sat with the group" in senco.get("/desk/").text
    assert actions(desk).count("review undone") == 1


def test_in_the_pile_the_note_comes_back_as_done_with_the_count_beside_it(senco, desk):
    headers = {**HTMX, "HX-Target": f"item-{desk.note.id}"}
    answer = senco.post(f"{desk.note_url}/review", headers=headers).text
    assert "Reviewed." in answer and "Undo" in answer
    assert 'id="pile-count" hx-swap-oob="true">All reviewed' in answer


@pytest.mark.parametrize(
    "next_url", ["https://elsewhere.example/", "//elsewhere.example", "/desk/\\..", "javascript:x", ""]
)
def test_nobody_is_led_out_of_the_desk(senco, desk, next_url):
    assert senco.post(f"{desk.note_url}/review", data={"next": next_url}).location == "/desk/"


def test_a_question_reaches_the_record_and_the_note_leaves_the_pile_until_it_is_answered(senco, desk):
    form = senco.get(f"{desk.note_url}/question").text
    assert "Your question" in form and "Send question" in form
    assert senco.post(f"{desk.note_url}/question", data={"text": "Which group?"}).status_code == 303
    page = senco.get(desk.note_url).text
    assert "Which group?" in page and "No answer yet." in page
    assert "Sat with the group" not in senco.get("/desk/").text


@pytest.mark.parametrize(("text", "said"), [("  ", "Write your question"), ("x" * 2001, "at most 2,000 characters")])
def test_a_question_that_cannot_be_asked_comes_back_as_it_was_typed(senco, desk, text, said):
    for headers in ({}, {**HTMX, "HX-Target": f"item-{desk.note.id}"}):
        response = senco.post(f"{desk.note_url}/question", data={"text": text}, headers=headers)
        assert response.status_code == 422
        assert said in response.text and text in response.text and 'aria-invalid="true"' in response.text
    desk.look_again()
    assert desk.note.reviewed_at is None


def test_line_ends_of_a_question_are_kept_as_lf_and_count_once(senco, desk):
    lines = "\r\n".join(["x" * 9] * 200)  # 1,999 characters, and 199 more with the CR that a plain form puts in
    assert senco.post(f"{desk.note_url}/question", data={"text": lines}).status_code == 303
    desk.look_again()
    assert desk.session.scalars(select(Question.text)).all() == [lines.replace("\r\n", "\n")]


def test_a_question_with_markup_and_right_to_left_text_is_shown_as_text(senco, desk):
    text = "<script>alert(1)</script> \u05e9\u05dc\u05d5\u05dd \U0001f600"
    senco.post(f"{desk.note_url}/question", data={"text": text})
    page = senco.get(desk.note_url).text
    assert f'<span class="note-text">{escape(text)}</span>' in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; \u05e9\u05dc\u05d5\u05dd \U0001f600" in page


def test_outcomes_are_linked_exactly_as_ticked(senco, desk):
    one, two = an_outcome(desk.session, desk.pupil, "Joins in."), an_outcome(desk.session, desk.pupil, "Asks for help.")
    desk.session.commit()
    url = f"{desk.note_url}/outcomes"
    assert "Joins in." in senco.get(url).text
    for ids in ([one.id, two.id], [two.id], [two.id]):
        assert senco.post(url, data={"outcome_ids": ids}).status_code == 303
    desk.look_again()
    assert desk.note.outcome_ids == [two.id]
    assert actions(desk).count("note linked to outcomes") == 2
    assert f'value="{two.id}" checked' in senco.get(url).text


def test_an_outcome_of_another_pupil_cannot_be_linked(senco, desk):
    foreign = an_outcome(desk.session, a_pupil(desk.session, desk.school))
    desk.session.commit()
    response = senco.post(f"{desk.note_url}/outcomes", data={"outcome_ids": [foreign.id]})
    assert response.status_code == 422 and "no longer there" in response.text
    desk.look_again()
    assert desk.note.outcome_ids == []


def test_what_was_ticked_is_kept_where_an_outcome_was_taken_away_meanwhile(senco, desk):
    gone = an_outcome(desk.session, a_pupil(desk.session, desk.school))
    one, two = an_outcome(desk.session, desk.pupil, "Joins in."), an_outcome(desk.session, desk.pupil, "Asks for help.")
    desk.session.commit()
    senco.post(f"{desk.note_url}/outcomes", data={"outcome_ids": [one.id]})
    answer = senco.post(f"{desk.note_url}/outcomes", data={"outcome_ids": [two.id, gone.id]})
    assert answer.status_code == 422
    assert f'value="{two.id}" checked' in answer.text and f'value="{one.id}" checked' not in answer.text


def test_a_page_of_a_note_in_the_pile_has_forms_that_aim_at_nothing_that_is_not_there(senco, desk):
    for part in ("", "/question", "/outcomes"):
        page = senco.get(f"{desk.note_url}{part}?place=pile").text
        assert "<html" in page and "closest .pile-item" not in page, part
        fragment = senco.get(f"{desk.note_url}{part}?place=pile", headers=HTMX).text
        assert "closest .pile-item" in fragment, part


def test_a_pupil_without_outcomes_is_said_to_have_none(senco, desk):
    assert "There are no outcomes for this pupil yet." in senco.get(f"{desk.note_url}/outcomes").text


@pytest.mark.parametrize("url", ["/desk/notes/observation/none", "/desk/notes/poem/none", "/desk/pupils/none"])
def test_what_does_not_exist_is_a_calm_page(senco, url):
    response = senco.get(url)
    assert response.status_code == 404 and "<h1>No such page</h1>" in response.text


def test_the_head_reads_the_pile_without_being_offered_to_change_it(browse, desk):
    page = browse("head").get("/desk/").text
    assert "Sat with the group" in page
    for words in ("Mark as reviewed", "Ask a question", "Link to outcome"):
        assert words not in page


def test_every_reading_is_in_the_audit_trail(senco, desk):
    senco.get("/desk/")
    senco.get(desk.note_url)
    senco.get(f"/desk/pupils/{desk.pupil.id}")
    assert actions(desk)[-3:] == ["notes read", "note read", "pupil record read"]
