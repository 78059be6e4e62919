"""Parent meetings on the wire: what a meeting may say, what goes to quarantine, and two tablets on one meeting."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select

from record import conflicts
from record.actions import Action
from record.audit import AuditEvent
from record.base import new_id
from record.parent_meetings import ParentMeeting
from record.times import now, school_day
from tests.factories import parent_meeting_body, parent_meeting_entry
from tests.unit.api.actors import Tablet, Wire, revised, statuses

STROKES = [[[10, 20, 0], [14.5, 28, 16]], [[40, 10, 300]]]
DRAWN = {"name": "Fatima Yusuf", "role": "Mother", "signed_at": "2026-11-24T15:20:00.000Z", "strokes": STROKES}
TYPED = {"name": "Rosa Ortiz", "role": "SENCO", "typed": True}
EVERYTHING = {
    "agenda": "How is reading going?\nThe new outcomes",
    "bring": ["The red folder", "Glasses"],
    "needs": "A Somali interpreter",
    "present": [{"name": "Fatima Yusuf", "relation": "Mother", "has_responsibility": True, "phone": "later"}],
    "prompts": {"explore": "Loves frogs", "focus": "Reading", "plan": "", "review": "", "newer": "kept"},
    "signatures": [{**DRAWN, "width": 1000, "height": 300}, TYPED],
    "newer": {"of": "a newer tablet"},
}


def day(days: int) -> str:
    """So many days from today."""
    return (school_day(now()) + timedelta(days)).isoformat()


def meeting_of(record: Callable[[], Any], entry: Wire) -> ParentMeeting:
    """The meeting that came of this entry, as it now stands."""
    meeting: ParentMeeting = record().get(ParentMeeting, entry["id"])
    return meeting


def test_everything_a_meeting_can_say_reaches_the_record_and_comes_back(tablet, school, record) -> None:
    entry = parent_meeting_entry(school.pupils[0].id, body=parent_meeting_body(school.pupils[0].id, **EVERYTHING))
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    assert meeting_of(record, entry).body == entry["body"]
    told = tablet.holds("parent_meeting")[entry["id"]]
    assert {name: told[name] for name in EVERYTHING} == EVERYTHING


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "seven signatures": ({"signatures": [TYPED] * 7}, "body.signatures"),
    "neither drawn nor typed": ({"signatures": [{"name": "Fatima"}]}, "body.signatures.0.strokes"),
    "typed without a name": ({"signatures": [{"name": " ", "typed": True}]}, "body.signatures.0.name"),
    "finished like a number": ({"finished": 1}, "body.finished"),
    "an action done like a number": ({"actions_earlier": [{"id": new_id(), "done": 1}]}, "body.actions_earlier.0.done"),
    "typed like a number": ({"signatures": [{"name": "Fatima", "typed": 1}]}, "body.signatures.0.typed"),
    "a width in words": ({"signatures": [{**DRAWN, "width": "100"}]}, "body.signatures.0.width"),
    "no width": ({"signatures": [{**DRAWN, "width": 0}]}, "body.signatures.0.width"),
    "a point without a time": ({"signatures": [{**DRAWN, "strokes": [[[1, 2]]]}]}, "body.signatures.0.strokes"),
    "a point far off": ({"signatures": [{**DRAWN, "strokes": [[[1e9, 2, 0]]]}]}, "body.signatures.0.strokes"),
    "strokes that are words": ({"signatures": [{**DRAWN, "strokes": "M0 0"}]}, "body.signatures.0.strokes"),
    "too many points": ({"signatures": [{**DRAWN, "strokes": [[[1, 2, 3]] * 20_001]}]}, "body.signatures.0.strokes"),
    "too many together": ({"signatures": [{**DRAWN, "strokes": [[[1, 2, 3]] * 10_001]}] * 2}, "body.signatures"),
    "signed at no moment": ({"signatures": [{**DRAWN, "signed_at": "at tea"}]}, "body.signatures.0.signed_at"),
    "an agenda of numbers": ({"agenda": [1, 2]}, "body.agenda"),
    "a very long agenda": ({"agenda": ["x"] * 101}, "body.agenda"),
    "needs that are a list": ({"needs": ["Somali"]}, "body.needs"),
    "responsibility in words": ({"present": [{"has_responsibility": "yes"}]}, "body.present.0.has_responsibility"),
    "prompts in one text": ({"prompts": "Loves frogs"}, "body.prompts"),
    "one action ticked twice": (
        {"actions_earlier": [{"id": (twice := new_id()), "done": True}, {"id": twice, "done": False}]},
        "body.actions_earlier",
    ),
    "a tick of no action": ({"actions_earlier": [{"id": "the first", "done": True}]}, "body.actions_earlier.0.id"),
    "finished next year": ({"held_on": day(200)}, "body.held_on"),
    "finished tomorrow": ({"held_on": day(2)}, "body.held_on"),
    "prepared in two years": ({"held_on": day(400), "finished": False}, "body.held_on"),
    "held before anybody was born": ({"held_on": "0026-11-24"}, "body.held_on"),
    "the next one before": ({"held_on": day(-10), "next_meeting": day(-20)}, "body.next_meeting"),
    "the next one in a far year": ({"held_on": day(-1), "next_meeting": "2206-11-24"}, "body.next_meeting"),
}


@pytest.mark.parametrize("which", WRONG)
def test_nonsense_goes_to_quarantine_with_a_sentence_beside_its_field(tablet, school, which: str) -> None:
    over, field = WRONG[which]
    body = parent_meeting_body(school.pupils[0].id, **over)
    [result] = tablet.pushes(parent_meeting_entry(school.pupils[0].id, body=body))
    assert result["status"] == "quarantined"
    assert [problem["field"].removesuffix("._schema") for problem in result["problems"]] == [field]
    assert result["problems"][0]["message"]


def test_a_meeting_may_be_prepared_for_a_day_to_come(tablet, school, record) -> None:
    body = parent_meeting_body(school.pupils[0].id, held_on=day(30), next_meeting=None, finished=False)
    entry = parent_meeting_entry(school.pupils[0].id, body=body)
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    assert not meeting_of(record, entry).is_finished


def test_a_meeting_of_today_may_be_finished(tablet, school) -> None:
    body = parent_meeting_body(school.pupils[0].id, held_on=day(0), next_meeting=day(90))
    assert statuses(tablet.pushes(parent_meeting_entry(school.pupils[0].id, body=body))) == ["accepted"]


# --- earlier actions ---


def agreed(tablet: Tablet, pupil_id: str) -> str:
    """The id of an action that was agreed at an earlier meeting."""
    entry = parent_meeting_entry(pupil_id)
    tablet.pushes(entry)
    return str(entry["body"]["actions"][0]["id"])


def test_an_earlier_action_ticked_off_at_the_meeting_is_done_in_the_record(tablet, school, record) -> None:
    pupil_id = school.pupils[0].id
    action_id = agreed(tablet, pupil_id)
    body = parent_meeting_body(pupil_id, actions_earlier=[{"id": action_id, "done": True}])
    entry = parent_meeting_entry(pupil_id, body=body)
    tablet.pushes(entry)
    assert record().get(Action, action_id).done
    assert tablet.holds("action")[action_id]["done"] is True
    tablet.pushes(revised(entry, 2, 1, actions_earlier=[{"id": action_id, "done": False}]))
    assert not record().get(Action, action_id).done
    query = select(AuditEvent).where(AuditEvent.subject_id == action_id).order_by(AuditEvent.number)
    trail = [(event.action, event.person_id, event.pupil_id) for event in record().scalars(query)]
    author = meeting_of(record, entry).author_id
    assert trail == [("action done", author, pupil_id), ("action opened again", author, pupil_id)]


def test_an_action_that_was_done_meanwhile_is_not_opened_by_a_meeting_that_did_not_tick_it(
    tablet, school, record, desk
) -> None:
    pupil_id = school.pupils[0].id
    action_id = agreed(tablet, pupil_id)
    with desk() as session:
        session.get_one(Action, action_id).done = True
    body = parent_meeting_body(pupil_id, actions_earlier=[{"id": action_id, "done": False}])
    tablet.pushes(parent_meeting_entry(pupil_id, body=body))
    assert record().get(Action, action_id).done


def test_an_action_of_another_pupil_cannot_be_ticked_off(tablet, school, record) -> None:
    action_id = agreed(tablet, school.pupils[1].id)
    body = parent_meeting_body(school.pupils[0].id, actions_earlier=[{"id": action_id, "done": True}])
    assert statuses(tablet.pushes(parent_meeting_entry(school.pupils[0].id, body=body))) == ["accepted"]
    assert not record().get(Action, action_id).done


# --- begun on one tablet, finished on another ---


def begun(tablet: Tablet, pupil_id: str, **over: Any) -> Wire:
    """A meeting kept as a draft on this tablet, and sent."""
    entry = parent_meeting_entry(pupil_id, body=parent_meeting_body(pupil_id, finished=False, **over))
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    return entry


def on_another(entry: Wire, version: int, **body: Any) -> Wire:
    """The first revision of the same meeting on a tablet that had this version of it."""
    return {**revised(entry, 1, version, **body), "recorded_at": "2026-11-24T16:00:00.000Z"}


@pytest.mark.parametrize("who", ["ta", "teacher"])
def test_a_meeting_begun_on_one_tablet_is_finished_on_another(
    tablet: Tablet, tablet_of, school: SimpleNamespace, record, who: str
) -> None:
    entry = begun(tablet, school.pupils[0].id)
    other = tablet_of(getattr(school, who))
    other.catches_up()
    assert other.holds("parent_meeting")[entry["id"]]["finished"] is False
    [result] = other.pushes(on_another(entry, 1, finished=True, discussion="Talked it through."))
    assert (result["status"], result["version"]) == ("accepted", 2)
    tablet.catches_up()
    told = tablet.holds("parent_meeting")[entry["id"]]
    assert (told["finished"], told["discussion"]) == (True, "Talked it through.")
    assert meeting_of(record, entry).author_id == school.ta.id


def test_back_on_the_first_tablet_it_goes_on_from_what_the_second_wrote(tablet, tablet_of, school, record) -> None:
    entry = begun(tablet, school.pupils[0].id)
    other = tablet_of(school.ta)
    other.pushes(on_another(entry, 1, discussion="First half."))
    back = revised(entry, 2, 2, discussion="First half. Second half.", finished=True)
    assert statuses(tablet.pushes(back)) == ["accepted"]
    assert meeting_of(record, entry).body["discussion"] == "First half. Second half."


def test_a_tablet_that_never_heard_of_its_own_draft_goes_on_and_nothing_of_the_other_is_lost(
    tablet: Tablet, tablet_of, school: SimpleNamespace, record
) -> None:
    """The answer to the draft was lost; the same person went on elsewhere, twice; the numbers meet."""
    entry = begun(tablet, school.pupils[0].id)
    other = tablet_of(school.ta)
    other.pushes(on_another(entry, 1, parent_view="Sleeps better."))
    other.pushes(revised(entry, 2, 2, parent_view="Sleeps better.", child_view="I like it."))
    [result] = tablet.pushes(revised(entry, 2, None, discussion="Talked it through.", finished=True))
    assert (result["status"], result["version"]) == ("merged", 4)
    body = meeting_of(record, entry).body
    assert [body[name] for name in ("parent_view", "child_view", "discussion", "finished")] == [
        *("Sleeps better.", "I like it.", "Talked it through.", True)
    ]


def test_a_tablet_that_never_heard_of_its_own_draft_does_not_fall_behind_higher_numbers(
    tablet: Tablet, tablet_of, school: SimpleNamespace, record
) -> None:
    entry = begun(tablet, school.pupils[0].id)
    other = tablet_of(school.ta)
    for revision in (1, 2, 3):
        other.pushes(revised(entry, revision, revision, child_view=f"Draft {revision}"))
    assert statuses(tablet.pushes(revised(entry, 2, None, discussion="Talked it through."))) == ["merged"]
    body = meeting_of(record, entry).body
    assert (body["child_view"], body["discussion"]) == ("Draft 3", "Talked it through.")


def test_whoever_has_read_the_merged_meeting_may_change_the_others_words(tablet, tablet_of, school, record) -> None:
    entry = begun(tablet, school.pupils[0].id)
    tablet_of(school.teacher).pushes(on_another(entry, 1, parent_view="Sleeps better"))
    [merged] = tablet.pushes(revised(entry, 2, 1, discussion="Talked."))
    assert (merged["status"], merged["version"]) == ("merged", 3)
    body = tablet.holds("parent_meeting")[entry["id"]]
    changed = {**entry, "revision": 3, "base_version": 3, "body": {**entry["body"], **_said(body)}}
    changed["body"] |= {"parent_view": "Sleeps better, since Sunday", "finished": True}
    assert statuses(tablet.pushes(changed)) == ["accepted"]
    assert meeting_of(record, entry).body["parent_view"] == "Sleeps better, since Sunday"
    assert conflicts.unsettled(record(), school.id) == []


def _said(body: Wire) -> Wire:
    return {name: body[name] for name in ("parent_view", "child_view", "discussion")}


def test_two_who_go_on_at_once_in_one_field_are_a_conflict_that_loses_neither(
    tablet, tablet_of, school, record
) -> None:
    entry = begun(tablet, school.pupils[0].id)
    tablet_of(school.teacher).pushes(on_another(entry, 1, discussion="The teacher's", finished=True))
    [result] = tablet.pushes(revised(entry, 2, 1, discussion="The TA's"))
    assert result["status"] == "conflict"
    [pair] = conflicts.unsettled(record(), school.id)
    assert (pair.recorded["discussion"], pair.offered["discussion"]) == ("The teacher's", "The TA's")
    assert meeting_of(record, entry).is_finished


def test_another_tablet_that_had_no_version_of_it_changes_nothing_of_it(tablet, tablet_of, school, record) -> None:
    entry = begun(tablet, school.pupils[0].id)
    claimed = {**entry, "body": {**entry["body"], "discussion": "Not the same"}}
    assert statuses(tablet_of(school.teacher).pushes(claimed)) == ["quarantined"]
    assert statuses(tablet_of(school.ta).pushes(claimed)) == ["conflict"]
    assert meeting_of(record, entry).body == entry["body"]


def test_agreed_actions_of_a_meeting_in_pieces_stand_once(tablet, tablet_of, school, record) -> None:
    entry = begun(tablet, school.pupils[0].id)
    more = [*entry["body"]["actions"], {"id": new_id(), "text": "Hearing test", "owner": "Mum", "due": None}]
    tablet_of(school.teacher).pushes(on_another(entry, 1, actions=more, finished=True))
    texts = record().scalars(select(Action.text).where(Action.from_entry == entry["id"]).order_by(Action.text))
    assert list(texts) == ["Hearing test", "Read at bedtime"]
