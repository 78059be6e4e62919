"""The register and a pupil's page: searching, filtering, and what each part tells."""

import re
from datetime import timedelta

import pytest

from record import times
from record.actions import actions_of
from tests.factories import A_MORNING, a_parent_meeting, a_pupil, an_observation, an_outcome

HTMX = {"HX-Request": "true"}


def test_the_register_is_a_table_that_search_and_filters_narrow(senco, desk):
    a_pupil(
        desk.session,
        desk.school,
        given_name="Léo",
        family_name="Hart",
        year_group="R",
        sen_status="E",
        primary_need="ASD",
    )
    desk.session.commit()
    page = senco.get("/desk/pupils").text
    for words in (
        "Search pupils",
        "Amina Yusuf",
        "Léo Hart",
        "Reception",
        "EHC plan",
        "Autistic spectrum disorder",
        "2 pupils",
    ):
        assert words in page
    for query in ("search=leo", "year=R", "status=E", "need=ASD"):
        narrowed = senco.get(f"/desk/pupils?{query}").text
        assert "Léo Hart" in narrowed and "Amina Yusuf" not in narrowed and "1 of 2 pupils" in narrowed
    assert 'value="leo"' in senco.get("/desk/pupils?search=leo").text


def test_what_is_searched_for_stands_in_no_address(senco, desk):
    forms = re.findall(r"<form[^>]*role=\"search\"[^>]*>", senco.get("/desk/pupils").text)
    assert forms and all('method="post"' in form and "hx-get" not in form for form in forms)
    found = senco.post("/desk/pupils/search", data={"search": "amina"}).text
    assert "Amina Yusuf" in found and 'value="amina"' in found
    assert "No pupil matches" in senco.post("/desk/pupils/search", data={"search": "nobody"}, headers=HTMX).text


def test_htmx_gets_the_table_alone_as_somebody_types(senco, desk):
    fragment = senco.get("/desk/pupils?search=am", headers=HTMX).text
    assert "Amina Yusuf" in fragment and "<html" not in fragment and "Search pupils" not in fragment


def test_a_search_that_finds_nobody_says_so_and_shows_the_way_back(senco, desk):
    page = senco.get("/desk/pupils?search=%3Cb%3E").text
    assert "No pupil matches" in page and "&lt;b&gt;" in page


def test_a_ta_without_pupils_is_told_so(browse):
    assert "No pupil has been assigned to you." in browse("other_ta").get("/desk/pupils").text


def test_a_pupils_page_has_timeline_plan_meetings_and_charts(senco, desk):
    an_outcome(desk.session, desk.pupil, "Joins in.")
    a_parent_meeting(desk.session, desk.pupil, desk.people["senco"])
    desk.session.commit()
    page = senco.get(f"/desk/pupils/{desk.pupil.id}").text
    for heading in ("Amina Yusuf</h1>", "Timeline</h2>", "Plan</h2>", "Meetings</h2>", "Charts</h2>"):
        assert heading in page
    for words in (
        "Sat with the group",
        "Joins in.",
        "SEN support review",
        "Read at bedtime",
        "No profile has been written yet.",
    ):
        assert words in page


def test_a_pupil_without_anything_has_an_empty_state_in_every_part(senco, desk):
    silent = a_pupil(desk.session, desk.school)
    desk.session.commit()
    page = senco.get(f"/desk/pupils/{silent.id}").text
    for words in (
        "No notes yet.",
        "No outcomes have been set yet.",
        "No parent meetings",
        "Charts are drawn once",
    ):
        assert words in page


def test_the_timelines_pages_meet(senco, desk):
    for number in range(25):
        at = A_MORNING + timedelta(minutes=number + 1)
        an_observation(desk.session, desk.pupil, desk.people["ta"], f"Number {number}.", recorded_at=at)
    desk.session.commit()
    url = f"/desk/pupils/{desk.pupil.id}"
    first = senco.get(url).text
    assert "Number 24." in first and "Number 15." in first and "Number 14." not in first
    before = first.split("?before=")[1].split('"')[0]
    for headers in ({}, HTMX):
        second = senco.get(f"{url}?before={before}", headers=headers).text
        assert "Number 14." in second and "Number 5." in second and "Number 15." not in second


def test_charts_count_by_week_setting_and_outcome_and_stand_in_a_table(senco, desk):
    outcome = an_outcome(desk.session, desk.pupil, "Joins in.")
    for _ in range(3):
        an_observation(desk.session, desk.pupil, desk.people["ta"], recorded_at=times.now(), setting="Lunch hall",
                       outcome_ids=[outcome.id])  # fmt: skip
    desk.session.commit()
    charts = senco.get(f"/desk/pupils/{desk.pupil.id}").text.split('id="charts"')[1]
    assert "<svg" in charts and "style=" not in charts
    assert '<th scope="row">Lunch hall</th><td class="number">3</td>' in charts
    assert '<th scope="row">Joins in.</th><td class="number">3</td>' in charts


def test_an_agreed_action_is_ticked_off_and_opened_again(senco, desk):
    a_parent_meeting(desk.session, desk.pupil, desk.people["senco"])
    desk.session.commit()
    (action,) = actions_of(desk.session, desk.pupil.id)
    url = f"/desk/pupils/{desk.pupil.id}/actions/{action.id}"
    for verb, is_done in (("done", True), ("done", True), ("reopen", False)):
        assert senco.post(f"{url}/{verb}").status_code == 303
        desk.look_again()
        assert action.done is is_done
    assert 'id="meetings"' in senco.post(f"{url}/done", headers=HTMX).text


def test_an_action_of_another_pupil_is_not_found(senco, desk):
    other = a_pupil(desk.session, desk.school)
    a_parent_meeting(desk.session, other, desk.people["senco"])
    desk.session.commit()
    (action,) = actions_of(desk.session, other.id)
    assert senco.post(f"/desk/pupils/{desk.pupil.id}/actions/{action.id}/done").status_code == 404


@pytest.mark.parametrize("role", ["head", "ta"])
def test_whoever_only_reads_is_not_offered_to_tick_off_actions(browse, desk, role):
    a_parent_meeting(desk.session, desk.pupil, desk.people["senco"])
    desk.session.commit()
    page = browse(role).get(f"/desk/pupils/{desk.pupil.id}").text
    assert "Read at bedtime" in page and "Mark as done" not in page


def test_twenty_thousand_characters_of_anything_are_shown_as_text(senco, desk):
    text = "<i>\u05e9\u05dc\u05d5\u05dd</i>\U0001f600" * 1250
    note = an_observation(desk.session, desk.pupil, desk.people["ta"], text)
    desk.session.commit()
    page = senco.get(f"/desk/notes/observation/{note.id}").text
    assert text.replace("<", "&lt;").replace(">", "&gt;") in page


def test_the_timeline_names_a_meeting_by_its_purpose_and_says_that_it_is_not_held_yet(senco, desk):
    a_parent_meeting(
        desk.session, desk.pupil, desk.people["senco"], purpose="annual_review", finished=False, discussion=""
    )
    desk.session.commit()
    page = senco.get(f"/desk/pupils/{desk.pupil.id}", headers=HTMX).text
    assert "Annual review. " in page and "Not finished" in page
