"""Bodies: what any client may say in them, what comes back as it was sent, and what they may not say."""

import json
from types import SimpleNamespace
from typing import Any

import pytest

from record.actions import Action
from record.base import new_id
from record.parent_meetings import ParentMeeting
from tests.factories import observation_body, observation_entry, parent_meeting_body, parent_meeting_entry
from tests.unit.api.actors import Tablet, note_of, revised, statuses

LONG = "\U0001f600" * 2_000
ODD: dict[str, Any] = {
    "zero": 0,
    "minus": -2,
    "bond": "007",
    "nothing": None,
    "none": [],
    "empty": {},
    "blank": "",
    "yes": True,
    "half": 0.5,
    "large": 2**60,
    "deep": {"a": [{"b": [[None, {"c": [-2, "007", [], None, {"": {}}]}]]}]},
    "é": {"\U0001f600": "\u2028"},
}


@pytest.fixture
def pupil_id(school: SimpleNamespace) -> str:
    """One of the TA's pupils."""
    return str(school.pupils[0].id)


def test_unknown_fields_come_back_at_every_depth_with_their_kinds(tablet: Tablet, tablet_of, school, pupil_id) -> None:
    seen = observation_body(pupil_id, measures={"count": 2, "newer": ODD}, instrument="frequency", **ODD)
    present = [{"name": "Mum", "relation": "mother", **ODD}]
    actions = [{"id": new_id(), "text": "Read", "owner": "Mum", "due": None, **ODD}]
    met = parent_meeting_body(pupil_id, present=present, actions=actions, prompts={"explore": "", "newer": ODD}, **ODD)
    entries = [observation_entry(pupil_id, body=seen), parent_meeting_entry(pupil_id, body=met)]
    assert statuses(tablet.pushes(*entries)) == ["accepted"] * 2
    reader = tablet_of(school.teacher)
    reader.catches_up()
    for entry in entries:
        body = reader.holds(entry["kind"])[entry["id"]]
        for name, value in entry["body"].items():
            assert json.dumps(body[name], sort_keys=True) == json.dumps(value, sort_keys=True), name


@pytest.mark.parametrize("text", ["Seen through it.", ""])
def test_an_unknown_instrument_is_accepted_whatever_it_measures(tablet, school, pupil_id, text: str) -> None:
    body = observation_body(pupil_id, text, instrument="telescope", measures={"stars": [-2, "007"], "taps": "none"})
    entry = observation_entry(pupil_id, body=body)
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    kept = tablet.holds("observation")[entry["id"]]
    assert {name: kept[name] for name in body} == body
    assert statuses(tablet.pushes(revised(entry, 2, 1, text="Again.", setting="Hall"))) == ["accepted"]


def test_a_known_instrument_whose_measures_fail_is_quarantined(tablet, pupil_id) -> None:
    body = observation_body(pupil_id, "Words as well.", instrument="frequency", measures={"count": -2})
    [result] = tablet.pushes(observation_entry(pupil_id, body=body))
    assert (result["status"], result["problems"][0]["field"]) == ("quarantined", "body.measures.count")


def test_an_empty_text_is_fine_where_the_measures_say_it_all(tablet, pupil_id) -> None:
    body = observation_body(pupil_id, "", instrument="frequency", measures={"count": 3})
    assert statuses(tablet.pushes(observation_entry(pupil_id, body=body))) == ["accepted"]
    del body["text"]
    assert statuses(tablet.pushes(observation_entry(pupil_id, body=body))) == ["accepted"]


def test_every_text_holds_two_thousand_characters_whatever_they_are(tablet, school, pupil_id, record) -> None:
    seen = observation_body(pupil_id, LONG * 10, setting=LONG)
    picked = {"antecedent": LONG, "behaviour": {"chosen": [LONG], "text": LONG}, "people_present": LONG}
    measured = [
        observation_body(pupil_id, instrument="abc", measures=picked),
        observation_body(pupil_id, instrument="frequency", measures={"behaviour": LONG, "count": 1}),
        observation_body(pupil_id, instrument="session", measures={"provision": LONG, "absence_reason": LONG}),
    ]
    met = parent_meeting_body(
        pupil_id,
        purpose=LONG,
        agenda=[LONG],
        bring=LONG,
        needs=LONG,
        present=[{"name": LONG, "relation": LONG}],
        actions=[{"id": new_id(), "text": LONG, "owner": LONG, "due": None}],
        signatures=[{"id": new_id(), "name": LONG, "role": LONG, "typed": True}],
        **dict.fromkeys(("parent_view", "child_view", "discussion"), LONG * 10),
    )
    entries = [observation_entry(pupil_id, body=body) for body in (seen, *measured)]
    entries.append(parent_meeting_entry(pupil_id, body=met))
    assert statuses(tablet.pushes(*entries)) == ["accepted"] * len(entries)
    for entry in entries:
        body = tablet.holds(entry["kind"])[entry["id"]]
        assert {name: body[name] for name in entry["body"]} == entry["body"]
    [action] = tablet.holds("action").values()
    assert (action["text"], action["owner"]) == (LONG, LONG)
    assert record().get(ParentMeeting, entries[-1]["id"]).purpose == LONG


def test_a_text_past_its_limit_is_quarantined(tablet, pupil_id) -> None:
    bodies = [observation_body(pupil_id, LONG * 10 + "x"), observation_body(pupil_id, setting="x" * 20_001)]
    assert statuses(tablet.pushes(*[observation_entry(pupil_id, body=body) for body in bodies])) == ["quarantined"] * 2


@pytest.mark.parametrize("make", [observation_entry, parent_meeting_entry])
def test_what_the_record_sets_is_believed_from_no_body(tablet, school, pupil_id, record, make) -> None:
    claimed = {
        "author_id": school.senco.id,
        "recorded_at": "2001-01-01T00:00:00.000Z",
        "received_at": "2001-01-01T00:00:00.000Z",
        "reviewed": True,
        "signed": True,
    }
    entry = make(pupil_id)
    entry["body"] |= claimed
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    body = tablet.holds(entry["kind"])[entry["id"]]
    assert (body["author_id"], body["recorded_at"], body["reviewed"]) == (school.ta.id, entry["recorded_at"], False)
    assert body["received_at"] > "2026" and "signed" not in body


def test_a_number_of_the_device_that_cannot_be_read_counts_as_absent(tablet, pupil_id) -> None:
    for number in (2**80, -1, 0, 1.5, "7", True, [], None, "\u0000"):
        assert statuses(tablet.pushes(observation_entry(pupil_id, device_seq=number))) == ["accepted"], number


# --- agreed actions ---


def test_agreed_actions_are_the_records_once_their_meeting_is_finished(tablet, pupil_id, record) -> None:
    entry = parent_meeting_entry(pupil_id, body=parent_meeting_body(pupil_id, finished=False))
    [agreed] = [each["id"] for each in entry["body"]["actions"]]
    tablet.pushes(entry)
    assert tablet.holds("action") == {}
    tablet.pushes(revised(entry, 2, 1, finished=True))
    assert set(tablet.holds("action")) == {agreed}
    more = {"id": new_id().upper(), "text": "Hearing test", "owner": None, "due": "2026-12-08"}
    tablet.pushes(revised(entry, 3, 2, finished=True, actions=[*entry["body"]["actions"], more]))
    assert set(tablet.holds("action")) == {agreed, more["id"].lower()}
    tablet.pushes(revised(entry, 4, 3, finished=True, actions=[more]))
    assert set(tablet.holds("action")) == {more["id"].lower()}
    assert record().get(Action, agreed) is None


def test_an_action_that_is_done_goes_too_when_it_is_taken_out_and_stays_when_its_meeting_is_opened_again(
    tablet, pupil_id, record, desk
) -> None:
    kept, dropped = ({"id": new_id(), "text": text, "owner": "Mum", "due": None} for text in ("Read", "Ring"))
    entry = parent_meeting_entry(pupil_id, body=parent_meeting_body(pupil_id, actions=[kept, dropped]))
    tablet.pushes(entry)
    with desk() as session:
        for each in (kept, dropped):
            session.get_one(Action, each["id"]).done = True
    tablet.pushes(revised(entry, 2, 1, actions=[kept], finished=False))
    assert set(tablet.holds("action")) == {kept["id"]}


def test_a_person_has_a_name_and_a_role_and_no_address(tablet, school) -> None:
    tablet.catches_up()
    people = tablet.holds("person")
    assert people[school.senco.id]["name"] == school.senco.name
    for body in people.values():
        assert set(body) == {"name", "role", "initials"}
        assert "@" not in repr(body)


def test_a_note_that_came_of_a_text_alone_reads_the_same(tablet, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "e\u0301 is not \u00e9")
    tablet.pushes(entry)
    assert note_of(record, entry).text == "e\u0301 is not \u00e9", "nothing is normalised"
