"""Preparing a meeting again: nobody who was present is rewritten, nothing is doubled and no clash is a dead end."""

import html
import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from werkzeug.test import TestResponse

from record.base import new_id
from record.database import writing
from record.parent_meetings import ParentMeeting
from record.preparing import KIND
from tests.factories import entry, parent_meeting_body
from tests.unit.webapp.conftest import Desk
from tests.unit.webapp.pushing import push
from tests.unit.webapp.test_parent_meetings import FORM, prepared
from webapp.views.present_lines import lines_of, people_of

WILD = [
    {"name": "Smith, John", "relation": "father"},
    {"name": "Ann PR", "relation": "mother"},
    {"name": "Fatima (Mrs) Yusuf", "relation": "", "newer": {"pronouns": "she"}},
]


def hidden(page: TestResponse, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page.text)
    assert found, name
    return found[1]


def begun(desk: Desk, **body: Any) -> str:
    """The address of a meeting that was begun on a tablet."""
    whole = parent_meeting_body(desk.pupil.id, finished=False, held_on=FORM["held_on"], next_meeting=None) | body
    push(desk, "ta", entry(KIND, whole))
    return f"/desk/meetings/{prepared(desk).id}/prepare"


def shown(page: TestResponse) -> dict[str, str]:
    """What the browser sends when the form is sent as it is shown."""
    inputs = re.findall(r'<input[^>]* name="(\w+)"[^>]* value="([^"]*)"', page.text)
    areas = re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>\n([^<]*)<', page.text)
    found = {name: html.unescape(text) for name, text in inputs + areas}
    return found | {"purpose": FORM["purpose"]}


def wild_people() -> st.SearchStrategy[list[dict[str, Any]]]:
    words = st.text(st.sampled_from("aB ,()PR\n"), max_size=12) | st.sampled_from(["Ann PR", "Smith, John", "no PR"])
    told = {"has_responsibility": st.sampled_from([True, False, None]), "newer": st.integers()}
    return st.lists(st.fixed_dictionaries({"name": words, "relation": words}, optional=told), max_size=4)


@given(wild_people())
def test_lines_that_were_not_touched_leave_everybody_exactly_as_they_were(people: list[dict[str, Any]]) -> None:
    assert people_of(lines_of(people).replace("\n", "\r\n"), people) == people


def test_only_the_line_that_was_changed_is_read_anew() -> None:
    text = lines_of(WILD).replace("Ann PR, mother", "Ann Prior, mother") + "\nNan, PR"
    assert people_of(text, WILD) == [
        WILD[0],
        {"name": "Ann Prior", "relation": "mother"},
        WILD[2],
        {"name": "Nan", "relation": "", "has_responsibility": True},
    ]


def test_preparing_again_does_not_rewrite_who_was_present(desk: Desk, senco) -> None:
    address = begun(desk, present=WILD)
    answer = senco.post(address, data={**shown(senco.get(address)), "bring": "The red folder"})
    assert answer.status_code == 303
    assert (prepared(desk).body["present"], prepared(desk).body["bring"]) == (WILD, "The red folder")


def test_a_day_that_does_not_fit_what_the_form_does_not_show_is_refused(desk: Desk, senco) -> None:
    address = begun(desk, next_meeting=FORM["held_on"])
    later = (date.fromisoformat(FORM["held_on"]) + timedelta(days=7)).isoformat()
    answer = senco.post(address, data={**shown(senco.get(address)), "held_on": later})
    assert answer.status_code == 422 and 'id="held_on-error"' in answer.text
    assert "The next meeting cannot be before this one" in answer.text
    assert prepared(desk).body["held_on"] == FORM["held_on"]


def test_sent_twice_it_is_one_meeting_and_what_differs_is_a_change(desk: Desk, senco) -> None:
    address = f"/desk/pupils/{desk.pupil.id}/meetings/new"
    told = {**FORM, "id": hidden(senco.get(address), "id")}
    for agenda in ("Reading", "Reading", "Sleep"):
        assert senco.post(address, data={**told, "agenda": agenda}).status_code == 303
    assert (prepared(desk).id, prepared(desk).body["agenda"]) == (told["id"], "Sleep")
    assert senco.post(address, data={**FORM, "id": "none of ours"}).status_code == 303


def test_an_id_of_somebody_elses_meeting_is_not_taken_over(desk: Desk, browse) -> None:
    address = f"/desk/pupils/{desk.pupil.id}/meetings/new"
    told = {**FORM, "id": new_id()}
    assert browse("ta").post(address, data=told).status_code == 303
    assert browse("senco").post(address, data={**told, "agenda": "Mine"}).status_code == 404
    assert prepared(desk).body["agenda"] == "Reading\nSleep"


def test_a_clash_shows_both_and_is_got_over_without_losing_what_did_not_clash(desk: Desk, senco) -> None:
    senco.post(f"/desk/pupils/{desk.pupil.id}/meetings/new", data=FORM)
    address = f"/desk/meetings/{prepared(desk).id}/prepare"
    mine = shown(senco.get(address))
    theirs = {**mine, "agenda": "Only sleep", "bring": "The red folder"}
    assert senco.post(address, data=theirs).status_code == 303
    clash = senco.post(address, data={**mine, "agenda": "Only food"})
    assert clash.status_code == 422 and "Only sleep" in clash.text and "Only food" in clash.text
    assert senco.post(address, data=shown(clash)).status_code == 303
    assert (prepared(desk).body["agenda"], prepared(desk).body["bring"]) == ("Only food", "The red folder")


@pytest.mark.parametrize("version", ["99999999999999999999", "7", "-1", "0", "", "one"])
def test_from_a_version_that_is_not_known_nothing_is_overwritten(desk: Desk, senco, version: str) -> None:
    senco.post(f"/desk/pupils/{desk.pupil.id}/meetings/new", data=FORM)
    address = f"/desk/meetings/{prepared(desk).id}/prepare"
    clash = senco.post(address, data={**FORM, "agenda": "Only food", "bring": "", "version": version})
    assert clash.status_code == 422 and clash.text.count("Somebody changed this meanwhile") >= 2
    assert (prepared(desk).body["agenda"], prepared(desk).body["bring"]) == ("Reading\nSleep", "Glasses")


def test_finished_while_it_was_typed_nothing_typed_is_lost(desk: Desk, senco, monkeypatch) -> None:
    senco.post(f"/desk/pupils/{desk.pupil.id}/meetings/new", data=FORM)
    address = f"/desk/meetings/{prepared(desk).id}/prepare"

    def late(session: Any) -> Any:
        """A tablet finishes the meeting between this request's look at it and its turn to write."""
        with writing(desk.session) as book:
            book.scalars(select(ParentMeeting)).one().is_finished = True
        return writing(session)

    monkeypatch.setattr("webapp.views.meetings_prepared.writing", late)
    answer = senco.post(address, data={**FORM, "agenda": "Only food", "version": "1"})
    assert answer.status_code == 409 and "Only food" in answer.text and "This meeting is finished" in answer.text
