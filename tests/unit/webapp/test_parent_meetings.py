"""Parent meetings at the desk: prepared, counted by the school year, and copied for the parents."""

import io
from datetime import date, timedelta

import pypdf
import pytest
from sqlalchemy import event, select

from record import meetings_due, readings
from record.audit import AuditEvent
from record.meetings_due import DUE, ENOUGH, OVERDUE, PREPARED, UP_TO_DATE, state_of
from record.parent_meetings import ParentMeeting
from record.times import now, school_day
from tests.factories import a_parent_meeting, some_pupils
from tests.unit.webapp.conftest import Desk
from webapp import pdf
from webapp.views.present_lines import lines_of, people_of

TODAY = school_day(now())
STROKES = [[[10, 20, 0], [300, 200, 40]]]
SAID = {
    "agenda": "Reading\nSleep",
    "needs": "A Somali interpreter",
    "present": [{"name": "Fatima Yusuf", "relation": "Mother", "has_responsibility": True}],
    "prompts": {"explore": "Frogs and more frogs"},
    "parent_view": "Mornings are calmer.",
    "child_view": "I like Maths.",
    "discussion": "Words for the staff room.",
    "signatures": [
        {"name": "Fatima Yusuf", "role": "Mother", "strokes": STROKES},
        {"name": "Rosa Ortiz", "role": "SENCO", "typed": True},
    ],
}


def prepared(desk: Desk) -> ParentMeeting:
    desk.look_again()
    found: ParentMeeting = desk.session.scalars(select(ParentMeeting)).one()
    return found


FORM = {
    "held_on": (TODAY + timedelta(20)).isoformat(),
    "purpose": "structured_conversation",
    "present": "Fatima Yusuf, mother, PR\r\nRosa Ortiz (SENCO)",
    "agenda": "Reading\r\nSleep",
    "bring": "Glasses",
    "needs": "A Somali interpreter",
}


# --- preparing ---


def test_a_meeting_is_prepared_at_the_desk_and_travels_unfinished(desk: Desk, senco, browse) -> None:
    page = senco.get(f"/desk/pupils/{desk.pupil.id}/meetings/new")
    assert page.status_code == 200 and "Still open from earlier meetings" in page.text
    answer = senco.post(f"/desk/pupils/{desk.pupil.id}/meetings/new", data=FORM)
    assert answer.status_code == 303
    meeting = prepared(desk)
    assert (meeting.is_finished, meeting.purpose) == (False, "structured_conversation")
    assert meeting.body["present"] == [
        {"name": "Fatima Yusuf", "relation": "mother", "has_responsibility": True},
        {"name": "Rosa Ortiz", "relation": "SENCO"},
    ]
    assert meeting.body["agenda"] == "Reading\nSleep"
    assert "Change what is prepared" in senco.get(f"/desk/pupils/{desk.pupil.id}").text


def test_a_day_that_makes_no_sense_is_refused_beside_its_field(desk: Desk, senco) -> None:
    for day in ("", (TODAY + timedelta(500)).isoformat(), "0026-11-24"):
        answer = senco.post(f"/desk/pupils/{desk.pupil.id}/meetings/new", data={**FORM, "held_on": day})
        assert answer.status_code == 422 and 'id="held_on-error"' in answer.text, day
        assert "Glasses" in answer.text, "nothing typed is lost"


def test_what_two_people_prepare_is_merged_and_not_overwritten(desk: Desk, senco) -> None:
    senco.post(f"/desk/pupils/{desk.pupil.id}/meetings/new", data=FORM)
    address = f"/desk/meetings/{prepared(desk).id}/prepare"
    assert 'name="version" value="1"' in senco.get(address).text
    assert senco.post(address, data={**FORM, "agenda": "Only sleep", "version": "1"}).status_code == 303
    assert senco.post(address, data={**FORM, "bring": "The red folder", "version": "1"}).status_code == 303
    assert (prepared(desk).body["agenda"], prepared(desk).body["bring"]) == ("Only sleep", "The red folder")
    clash = senco.post(address, data={**FORM, "agenda": "Only food", "version": "1"})
    assert clash.status_code == 422 and "Somebody changed this meanwhile" in clash.text and "Only food" in clash.text


def test_a_teacher_prepares_for_a_pupil_of_theirs_and_a_head_does_not(desk: Desk, browse) -> None:
    address = f"/desk/pupils/{desk.pupil.id}/meetings/new"
    assert browse("ta").post(address, data=FORM).status_code == 303
    assert browse("other_ta").post(address, data=FORM).status_code == 404
    assert browse("head").post(address, data=FORM).status_code == 403


def test_people_are_read_from_lines_as_the_tablet_reads_them() -> None:
    text = "Fatima Yusuf, mother, PR\nMr Hart (father, no PR)\nDan Prior\nNan, parental responsibility\nPR"
    people = people_of(text)
    assert people == [
        {"name": "Fatima Yusuf", "relation": "mother", "has_responsibility": True},
        {"name": "Mr Hart", "relation": "father", "has_responsibility": False},
        {"name": "Dan Prior", "relation": ""},
        {"name": "Nan", "relation": "", "has_responsibility": True},
        {"name": "PR", "relation": ""},
    ]
    assert people_of(lines_of(people)) == people


# --- who is due ---


@pytest.mark.parametrize(
    ("held", "is_prepared", "today", "state"),
    [
        (0, False, date(2026, 11, 27), DUE),
        (0, True, date(2026, 11, 27), PREPARED),
        (1, False, date(2026, 11, 27), UP_TO_DATE),
        (0, True, date(2027, 1, 5), OVERDUE),
        (1, False, date(2027, 3, 31), DUE),
        (1, False, date(2027, 4, 1), OVERDUE),
        (2, False, date(2027, 8, 31), DUE),
        (3, False, date(2026, 11, 27), ENOUGH),
        (0, False, date(2027, 9, 1), DUE),
    ],
)
def test_one_meeting_a_term_and_a_new_year_begins_in_september(held, is_prepared, today, state) -> None:
    assert state_of(held, is_prepared, today) == state


def test_the_list_counts_finished_meetings_of_this_school_year_alone(desk: Desk) -> None:
    today, senco = date(2026, 11, 27), desk.people["senco"]
    for day, finished in [("2026-07-10", True), ("2026-10-01", True), ("2026-11-20", True), ("2026-12-10", False)]:
        over = {"held_on": day, "finished": finished, "next_meeting": "2027-03-02" if day == "2026-11-20" else None}
        a_parent_meeting(desk.session, desk.pupil, senco, **over)
    (one,) = meetings_due.standings(desk.session, senco, today)
    assert (one.held, one.last, one.next, one.state) == (2, date(2026, 11, 20), date(2026, 12, 10), UP_TO_DATE)
    assert one.prepared_id


def test_the_list_asks_as_many_questions_for_a_thousand_pupils_as_for_one(desk: Desk) -> None:
    asked: list[str] = []
    engine = desk.session.get_bind()

    def count(how_many: int) -> int:
        asked.clear()
        found = meetings_due.standings(desk.session, desk.people["senco"], TODAY)
        assert len(found) == how_many
        return len(asked)

    some_pupils(desk.session, desk.school, 20, sen_status="N")
    event.listen(engine, "before_cursor_execute", lambda _c, _u, statement, *_: asked.append(statement))
    count(1)  # looks up the person once
    few = count(1)
    pupils = some_pupils(desk.session, desk.school, 999)
    a_parent_meeting(desk.session, pupils[0], desk.people["senco"])
    desk.session.flush()
    assert count(1000) == few <= 4


def test_the_list_is_narrowed_and_shows_a_person_their_own_pupils_alone(desk: Desk, senco, browse) -> None:
    assert "Amina Yusuf" in senco.get("/desk/meetings").text
    assert "Amina Yusuf" not in senco.get("/desk/meetings?year=6").text
    assert "Amina Yusuf" in senco.get("/desk/meetings?show=due").text
    assert "Amina Yusuf" not in senco.get("/desk/meetings?show=prepared").text
    assert "Amina Yusuf" in browse("ta").get("/desk/meetings").text
    assert "Amina Yusuf" not in browse("other_ta").get("/desk/meetings").text
    assert browse("governor").get("/desk/meetings").status_code == 403


# --- copies for parents ---


def held(desk: Desk) -> str:
    meeting = a_parent_meeting(desk.session, desk.pupil, desk.people["senco"], **SAID)
    desk.session.commit()
    return f"/desk/meetings/{meeting.id}/copy"


def text_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).split())


def test_the_pdf_says_what_was_chosen_and_nothing_else(desk: Desk, senco) -> None:
    address = held(desk)
    answer = senco.get(f"{address}.pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    whole = text_of(answer.data)
    for words in ("Test Primary", "Mornings are calmer.", "Words for the staff room.", "Read at bedtime", "2 Mar 2027"):
        assert words in whole
    chosen = text_of(senco.get(f"{address}.pdf?chosen=1&with=parent_view&with=actions").data)
    assert "Mornings are calmer." in chosen and "Read at bedtime" in chosen
    for words in ("Words for the staff room.", "I like Maths.", "Frogs", "Rosa Ortiz", "2 Mar 2027"):
        assert words not in chosen


def test_the_pdf_is_tagged_and_says_its_language_and_title(desk: Desk, senco) -> None:
    reader = pypdf.PdfReader(io.BytesIO(senco.get(f"{held(desk)}.pdf").data))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB" and root["/MarkInfo"]["/Marked"]
    assert str(reader.metadata.title).startswith("Copy of our meeting") and "Amina" not in str(reader.metadata.title)


def test_the_size_of_print_is_chosen_and_large_unless_said_otherwise(desk: Desk, senco) -> None:
    address = held(desk)

    def size(query: str) -> float:
        sizes: set[float] = set()
        page = pypdf.PdfReader(io.BytesIO(senco.get(f"{address}.pdf{query}").data)).pages[0]
        page.extract_text(visitor_text=lambda text, _cm, _tm, _font, points: text.strip() and sizes.add(points))
        return max(sizes)

    assert size("") > size("?size=14") > 0 and size("?size=24") > size("")


def test_a_copy_is_read_by_who_may_see_the_pupil_and_the_reading_is_in_the_trail(desk: Desk, browse) -> None:
    address = held(desk)
    assert browse("ta").get(f"{address}.pdf").status_code == 200
    assert browse("other_ta").get(f"{address}.pdf").status_code == 404
    assert browse("admin").get(address).status_code == 403
    desk.look_again()
    query = select(AuditEvent).where(AuditEvent.action == readings.COPY)
    (event_of_copy,) = desk.session.scalars(query)
    assert (event_of_copy.person_id, event_of_copy.pupil_id) == (desk.people["ta"].id, desk.pupil.id)


def test_where_pango_is_missing_the_page_says_so_plainly(desk: Desk, senco, monkeypatch) -> None:
    def missing() -> None:
        raise pdf.NoPdf

    address = held(desk)
    monkeypatch.setattr(pdf, "load_weasyprint", missing)
    answer = senco.get(f"{address}.pdf")
    assert answer.status_code == 503 and "pango" in answer.text and "Mornings are calmer." in answer.text


def test_words_of_a_parent_are_never_markup_and_fetch_nothing(desk: Desk, senco) -> None:
    wild = '<img src="http://127.0.0.1:9/x.png"><style>@import "http://127.0.0.1:9/x.css"</style>'
    meeting = a_parent_meeting(desk.session, desk.pupil, desk.people["senco"], parent_view=wild)
    desk.session.commit()
    assert "<img src=" in text_of(senco.get(f"/desk/meetings/{meeting.id}/copy.pdf").data)


def test_a_pdf_fetches_nothing_whatever_its_page_names() -> None:
    page = '<html lang="en"><title>T</title><p>Words<img src="http://127.0.0.1:9/x.png" alt="A picture"></html>'
    assert "Words" in text_of(pdf.make_pdf(page, "@import url(file:///etc/hostname);"))
