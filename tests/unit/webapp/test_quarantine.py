"""Quarantine at the desk: read whatever came in, mend it, file it, or let it go."""

import json
import re

import pytest
from sqlalchemy import select

from record import quarantine
from record.audit import AuditEvent
from record.base import new_id
from record.observations import Observation
from record.parent_meetings import ParentMeeting
from tests.factories import a_pupil, entry, observation_body, observation_entry, parent_meeting_body
from tests.unit.webapp.conftest import Desk
from tests.unit.webapp.pushing import push


def quarantined(desk: Desk, raw) -> str:
    """Push what cannot be filed; returns the id it waits under."""
    assert push(desk, "ta", raw).status == "quarantined"
    desk.look_again()
    return quarantine.waiting(desk.session, desk.school.id)[0][0].id


def typed(desk: Desk, **over: str) -> dict[str, str]:
    plain = {
        "pupil_id": desk.pupil.id,
        "observed_at": "2026-11-24T10:15",
        "instrument": "narrative",
        "setting": "Hall",
        "text": "Mended words.",
    }
    return {**plain, **over}


def notes(desk: Desk, table=Observation) -> list:
    desk.look_again()
    return list(desk.session.scalars(select(table).where(table.id != desk.note.id)))


def test_an_entry_about_somebody_elses_pupil_is_told_in_plain_words(senco, desk):
    stranger = a_pupil(desk.session, desk.school, given_name="Leo", family_name="Hart")
    desk.session.commit()
    quarantined(desk, observation_entry(stranger.id, "Played with the train."))
    page = senco.get("/desk/quarantine").text
    for words in ("Observation", "The ta", "Pupil:", "Leo Hart", "Played with the train."):
        assert words in page


def test_an_empty_quarantine_says_so(senco):
    assert "Nothing in quarantine" in senco.get("/desk/quarantine").text


BROKEN = [
    "only text",
    42,
    None,
    ["a", "list"],
    {},
    {"id": "not an id", "kind": 7, "body": "words"},
    {
        "id": "01900000-0000-7000-8000-000000000001",
        "kind": "poem",
        "revision": 1,
        "recorded_at": "yesterday",
        "body": {"text": "Roses"},
    },
    {
        "id": "01900000-0000-7000-8000-000000000002",
        "kind": "observation",
        "revision": 1,
        "recorded_at": "x",
        "body": {"text": "half \ud800 a character"},
    },
    {
        "id": "01900000-0000-7000-8000-000000000003",
        "kind": "observation",
        "body": {"text": ["a"], "measures": "none", "outcome_ids": 3, "<b>": "x\x00y"},
    },
    {"sealed": "AAAA", "id": "01900000-0000-7000-8000-000000000004", "revision": 1},
    {
        "id": "01900000-0000-7000-8000-000000000005",
        "kind": "parent_meeting",
        "body": {"present": "Mum", "actions": [1, {"text": None}], "finished": "no"},
    },
]


@pytest.mark.parametrize("raw", BROKEN, ids=lambda raw: json.dumps(raw)[:60])
def test_whatever_came_in_can_be_read_and_mended(senco, desk, raw):
    item_id = quarantined(desk, raw)
    assert senco.get("/desk/quarantine").status_code == 200
    assert senco.get(f"/desk/quarantine/{item_id}/discard").status_code == 200
    form = senco.get(f"/desk/quarantine/{item_id}")
    assert form.status_code == 200 and "Mend and file" in form.text
    is_meeting = isinstance(raw, dict) and raw.get("kind") == "parent_meeting"
    filled = typed(desk, held_on="2026-11-20", purpose="other") if is_meeting else typed(desk)
    response = senco.post(f"/desk/quarantine/{item_id}", data=filled)
    assert response.status_code == 303, response.text
    (filed,) = notes(desk, ParentMeeting if is_meeting else Observation)
    assert filed.author_id == desk.people["ta"].id and filed.pupil_id == desk.pupil.id
    assert "Nothing in quarantine" in senco.get("/desk/quarantine").text


def test_an_entry_nested_too_deep_to_read_is_still_shown(senco, desk):
    nested: list = []
    for _ in range(400):
        nested = [nested]
    quarantined(desk, entry("observation", observation_body(desk.pupil.id) | {"measures": {"x": nested}}))
    assert senco.get("/desk/quarantine").status_code == 200


def test_mending_keeps_the_time_the_words_and_what_the_form_does_not_show(senco, desk):
    body = observation_body("nobody", "Original words.") | {"measures": {"count": 3}, "newer_field": "kept"}
    item_id = quarantined(desk, entry("observation", body))
    form = senco.get(f"/desk/quarantine/{item_id}").text
    assert "Original words." in form and "2026-11-24T09:30" in form
    senco.post(f"/desk/quarantine/{item_id}", data=typed(desk, text="Original words."))
    (filed,) = notes(desk)
    assert filed.body["measures"] == {"count": 3} and filed.body["newer_field"] == "kept"
    assert filed.observed_at.isoformat() == "2026-11-24T10:15:00+00:00"
    assert filed.recorded_at.isoformat() == "2026-11-24T09:30:00+00:00"


def test_a_form_still_wrong_comes_back_as_typed_with_each_error_beside_its_field(senco, desk):
    item_id = quarantined(desk, {"id": new_id()})
    data = typed(desk, pupil_id="", text="   ", observed_at="once", setting="<b>Hall</b>")
    response = senco.post(f"/desk/quarantine/{item_id}", data=data)
    assert response.status_code == 422
    for name in ("pupil_id", "observed_at"):
        assert f'id="{name}-error"' in response.text, name
        assert f'href="#{name}"' in response.text
    assert "&lt;b&gt;Hall&lt;/b&gt;" in response.text
    response = senco.post(f"/desk/quarantine/{item_id}", data=typed(desk, text="   "))
    assert response.status_code == 422 and 'id="text-error"' in response.text
    assert notes(desk) == []


def test_a_meeting_is_mended_line_by_line_and_its_actions_keep_their_ids(senco, desk):
    action = {"id": new_id(), "text": "Read at bedtime", "owner": "Mrs Sample", "due": "2026-12-08"}
    item_id = quarantined(desk, entry("parent_meeting", parent_meeting_body("nobody", actions=[action])))
    form = senco.get(f"/desk/quarantine/{item_id}").text
    assert "Mrs Sample, Mother" in form and "Read at bedtime; Mrs Sample; 2026-12-08" in form
    data = {
        "pupil_id": desk.pupil.id,
        "observed_at": "2026-11-24T10:15",
        "held_on": "2026-11-20",
        "purpose": "annual_review",
        "present": "Mrs Sample, Mother\nMr Sample",
        "actions": "Read at bedtime; Mrs Sample; 2026-12-08\nTelephone in a week",
        "finished": "yes",
    }
    assert senco.post(f"/desk/quarantine/{item_id}", data=data).status_code == 303
    (filed,) = notes(desk, ParentMeeting)
    assert filed.body["present"][1] == {"name": "Mr Sample", "relation": ""}
    first, second = filed.body["actions"]
    assert first == action and second["text"] == "Telephone in a week" and second["due"] is None
    assert filed.is_finished


def test_mending_a_meeting_leaves_the_people_whose_lines_stand_as_they_were(senco, desk):
    people = [{"name": "Ann PR", "relation": "Mother"}, {"name": "Smith, John", "relation": "Father", "newer": 1}]
    item_id = quarantined(desk, entry("parent_meeting", parent_meeting_body("nobody", present=people)))
    data = typed(
        desk, held_on="2026-11-20", purpose="other", present="Ann PR, Mother\r\nSmith, John, Father", actions=""
    )
    assert senco.post(f"/desk/quarantine/{item_id}", data=data).status_code == 303
    assert notes(desk, ParentMeeting)[0].body["present"] == people


def test_as_many_characters_as_a_meeting_holds_come_through_the_form(senco, desk):
    most = "\N{ADULT}" * 20_000
    item_id = quarantined(desk, entry("parent_meeting", parent_meeting_body("nobody")))
    views = dict.fromkeys(("parent_view", "child_view", "discussion"), most)
    data = {**typed(desk, held_on="2026-11-20", purpose="other"), **views}
    assert senco.post(f"/desk/quarantine/{item_id}", data=data).status_code == 303
    assert {name: notes(desk, ParentMeeting)[0].body[name] for name in views} == views


def test_an_action_with_an_impossible_date_is_named_beside_the_actions(senco, desk):
    item_id = quarantined(desk, entry("parent_meeting", parent_meeting_body("nobody")))
    data = typed(desk, held_on="2026-11-20", purpose="other", actions="Read; Mum; 31 June")
    response = senco.post(f"/desk/quarantine/{item_id}", data=data)
    assert response.status_code == 422 and 'id="actions-error"' in response.text and "31 June" in response.text


def test_a_line_of_more_than_three_parts_is_sent_back_and_none_of_it_dropped(senco, desk):
    item_id = quarantined(desk, entry("parent_meeting", parent_meeting_body("nobody")))
    line = "Read; Mum; 2026-12-08; and sing"
    data = typed(desk, held_on="2026-11-20", purpose="other", actions=line)
    response = senco.post(f"/desk/quarantine/{item_id}", data=data)
    assert response.status_code == 422 and 'id="actions-error"' in response.text and line in response.text
    assert (
        senco.post(f"/desk/quarantine/{item_id}", data=data | {"actions": "Read; Mum; 2026-12-08;"}).status_code == 303
    )


def test_an_action_that_is_no_action_stands_in_the_form_whole(senco, desk):
    words = "Read " * 60 + "at bedtime"
    item_id = quarantined(desk, entry("parent_meeting", parent_meeting_body("nobody", actions=[words])))
    assert f"{words}</textarea>" in senco.get(f"/desk/quarantine/{item_id}").text


def test_mending_twice_files_once_and_says_that_it_was_settled(senco, desk):
    item_id = quarantined(desk, {"id": new_id()})
    for _ in range(2):
        assert senco.post(f"/desk/quarantine/{item_id}", data=typed(desk)).status_code == 303
    assert len(notes(desk)) == 1
    assert "settled this entry already" in senco.get("/desk/quarantine").text


def test_discarding_asks_first_and_keeps_a_copy_in_the_audit_trail(senco, desk):
    item_id = quarantined(desk, {"id": new_id(), "words": "keep me"})
    asked = senco.get(f"/desk/quarantine/{item_id}/discard").text
    assert "Discard this entry?" in asked and "keep me" in asked
    for _ in range(2):
        assert senco.post(f"/desk/quarantine/{item_id}/discard").location == "/desk/quarantine"
    desk.look_again()
    trail = select(AuditEvent).where(AuditEvent.action == "quarantine discarded")
    (event,) = desk.session.scalars(trail)
    assert "keep me" in event.detail and event.person_id == desk.people["senco"].id


@pytest.mark.parametrize("role", ["head", "ta", "admin"])
def test_nobody_but_the_senco_mends_or_discards(browse, desk, role):
    item_id = quarantined(desk, {"id": new_id()})
    client = browse(role)
    assert client.post(f"/desk/quarantine/{item_id}", data=typed(desk)).status_code == 403
    assert client.post(f"/desk/quarantine/{item_id}/discard").status_code == 403
    assert client.get(f"/desk/quarantine/{item_id}").status_code == 403
    assert notes(desk) == []


def test_another_schools_entry_is_not_found(browse, desk, senco):
    assert senco.post(f"/desk/quarantine/{new_id()}", data=typed(desk)).status_code == 404
    assert senco.post(f"/desk/quarantine/{new_id()}/discard").status_code == 404


def test_the_head_reads_quarantine_without_being_offered_to_change_it(browse, desk):
    quarantined(desk, {"id": new_id()})
    page = browse("head").get("/desk/quarantine").text
    assert "Unreadable entry" in page and "Mend and file" not in page and "Discard" not in page


def test_a_full_quarantine_comes_page_by_page_newest_first(senco, desk):
    for number in range(45):
        push(desk, "ta", {"id": new_id(), "kind": "poem", "body": {"text": f"Poem {number:02}."}})
    pages, url = [], "/desk/quarantine"
    while url:
        page = senco.get(url).text
        pages.append(re.findall(r"Poem \d\d", page))
        link = re.search(r'href="(/desk/quarantine\?after=[^"]+)"', page)
        url = link[1] if link else ""
    told = [list(dict.fromkeys(page)) for page in pages]
    assert [len(page) for page in told] == [20, 20, 5]
    assert [words for page in told for words in page] == [f"Poem {number:02}" for number in range(44, -1, -1)]


def test_htmx_gets_the_next_page_of_the_quarantine_alone(senco, desk):
    for number in range(21):
        push(desk, "ta", f"only text {number}")
    page = senco.get("/desk/quarantine").text
    url = re.search(r'hx-get="([^"]+)"', page)[1]
    fragment = senco.get(url, headers={"HX-Request": "true"}).text
    assert fragment.count("<article") == 1 and "<html" not in fragment and "Older entries" not in fragment


@pytest.mark.parametrize("after", ["", "x", "7", "7.", "7.\0", ".", "9" * 30 + ".x", "7.\ud83d"])
def test_an_address_of_a_page_that_was_cut_short_shows_the_newest(senco, desk, after):
    push(desk, "ta", "only text")
    answer = senco.get("/desk/quarantine", query_string={"after": after.encode("utf-8", "replace").decode()})
    assert answer.status_code == 200


def test_the_end_of_the_quarantine_shows_the_way_back(senco, desk):
    assert "Back to the newest" in senco.get(f"/desk/quarantine?after=1.{new_id()}").text
