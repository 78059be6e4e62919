"""What an id may be: nobody else's, known again whatever it looks like, and no door to an error."""

from types import SimpleNamespace

import pytest
from sqlalchemy import select

from record import questions, school_document
from record.actions import Action
from record.base import new_id
from record.observations import Observation
from record.schools import School
from record.times import now
from tests.factories import an_outcome, observation_body, observation_entry, parent_meeting_body, parent_meeting_entry
from tests.unit.api.actors import Tablet, revised, statuses

ACTION = {"text": "Send the word list", "owner": "Mrs Whitlock", "due": "2026-12-04"}


def finished(pupil_id: str, action_id: str) -> dict:
    return parent_meeting_entry(pupil_id, body=parent_meeting_body(pupil_id, actions=[{**ACTION, "id": action_id}]))


@pytest.mark.parametrize("whose", ["school", "pupil", "person", "outcome", "action", "meeting", "question"])
def test_an_id_of_something_else_is_no_observations(
    tablet: Tablet, school: SimpleNamespace, desk, record, whose
) -> None:
    pupil, ids = school.pupils[0], {"pupil": school.pupils[0].id, "person": school.ta.id, "action": new_id()}
    asked = observation_entry(pupil.id)
    meeting = finished(pupil.id, ids["action"])
    ids["meeting"], ids["school"] = meeting["id"], school.id
    assert statuses(tablet.pushes(meeting, asked)) == ["accepted", "accepted"]
    with desk() as session:
        ids["outcome"] = an_outcome(session, session.merge(pupil)).id
        key = {"id": new_id(), "kem": "P256", "public": "x"}
        school_document.publish(session, session.get_one(School, school.id), now().date(), key)
        note = session.get_one(Observation, asked["id"])
        ids["question"] = questions.ask(session, school.senco, "observation", note, "Where?", now()).id
    beside = observation_entry(pupil.id)
    taken, last = tablet.pushes({**observation_entry(pupil.id), "id": ids[whose], "revision": 2}, beside)
    assert (taken["status"], taken["problems"][0]["field"]) == ("quarantined", "id")
    assert last["status"] == "accepted"
    assert record().get(Observation, ids[whose]) is None


def test_an_id_of_something_else_stays_that_however_often_it_is_tried(tablet, school, record) -> None:
    taken = {**observation_entry(school.pupils[0].id), "id": school.pupils[1].id}
    for revision in (1, 2, 3):
        [result] = tablet.pushes({**taken, "revision": revision})
        assert (result["status"], result["problems"][0]["field"]) == ("quarantined", "id")
    assert record().get(Observation, taken["id"]) is None


@pytest.mark.parametrize("is_action_first", [True, False])
def test_an_id_is_one_things_within_one_push_too(tablet, school, record, is_action_first: bool) -> None:
    pupil_id, shared = school.pupils[0].id, new_id()
    pushed = [finished(pupil_id, shared), {**observation_entry(pupil_id), "id": shared}]
    results = tablet.pushes(*(pushed if is_action_first else reversed(pushed)))
    assert statuses(results) == ["accepted", "quarantined"]
    assert results[1]["problems"][0]["field"] == ("id" if is_action_first else "body.actions")


def test_two_meetings_of_one_push_share_no_action(tablet, school) -> None:
    shared = new_id()
    results = tablet.pushes(*(finished(school.pupils[0].id, shared) for _ in range(2)))
    assert statuses(results) == ["accepted", "quarantined"]


@pytest.mark.parametrize("whose", ["pupil", "observation", "itself"])
def test_an_actions_id_is_nothing_elses(tablet: Tablet, school: SimpleNamespace, record, whose: str) -> None:
    pupil = school.pupils[0]
    note = observation_entry(pupil.id)
    tablet.pushes(note)
    own_id = new_id()
    taken = {"pupil": pupil.id, "observation": note["id"], "itself": own_id}[whose]
    [result] = tablet.pushes({**finished(pupil.id, taken), "id": own_id})
    assert (result["status"], result["problems"][0]["field"]) == ("quarantined", "body.actions")
    assert record().scalars(select(Action).where(Action.from_entry == own_id)).all() == []


@pytest.mark.parametrize("no_uuid", ["x", "", "0193f0a27b1c7d3e9a445b6c7d8e9f01", "NUL \0"])
def test_what_has_a_text_for_an_id_is_known_again_by_it(tablet: Tablet, school: SimpleNamespace, no_uuid: str) -> None:
    entry = {**observation_entry(school.pupils[0].id), "id": no_uuid}
    [first] = tablet.pushes(entry)
    [again] = tablet.pushes(entry)
    assert statuses([first, again]) == ["quarantined", "duplicate"]
    assert again["id"] == no_uuid and again["problems"] == first["problems"]


def test_a_revision_is_a_number_however_it_is_written(tablet: Tablet, school: SimpleNamespace) -> None:
    entry = observation_entry(school.pupils[0].id)
    [first] = tablet.pushes(entry)
    [again] = tablet.pushes({**entry, "revision": 1.0})
    assert (first["status"], again["status"], again["digest"]) == ("accepted", "duplicate", first["digest"])
    assert [type(each["revision"]) for each in (first, again)] == [int, int] and again["revision"] == 1
    [other] = tablet.pushes({**observation_entry(school.pupils[0].id), "revision": 1.5})
    assert other["status"] == "quarantined"


def test_a_long_name_of_an_unknown_instrument_is_taken(tablet: Tablet, school: SimpleNamespace) -> None:
    name = "a newer tablet's " * 100
    entry = observation_entry(school.pupils[0].id, body=observation_body(school.pupils[0].id, instrument=name))
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    tablet.catches_up()
    assert tablet.holds("observation")[entry["id"]]["instrument"] == name


def test_an_open_conflict_holds_up_no_change_in_another_field(tablet: Tablet, tablet_of, school, record) -> None:
    second = tablet_of(school.ta)
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    second.pushes(revised(entry, 1, 1, text="Two"))
    assert statuses(tablet.pushes(revised(entry, 2, 1, text="Three"))) == ["conflict"]
    second.pushes(revised(entry, 2, None, text="Two", setting="Hall"))
    [result] = tablet.pushes(revised(entry, 3, 2, text="Two", later="kept"))
    assert (result["status"], result["version"]) == ("merged", 4)
    note = record().get(Observation, entry["id"])
    assert (note.text, note.body["setting"], note.body["later"]) == ("Two", "Hall", "kept")


@pytest.mark.parametrize("no_id", ["%00", "a%00b", "%ED%A0%80", "x"])
def test_a_photo_of_no_id_is_only_not_there(tablet: Tablet, no_id: str) -> None:
    assert tablet.fetches(no_id).status_code == 404
