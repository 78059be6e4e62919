"""Pushing: what becomes of good entries, once, twice and in any order."""

import json
import random
from types import SimpleNamespace

from sqlalchemy import func, select

from record import kinds, reviews
from record.base import new_id
from record.changes import Document, PastVersion
from record.entries import Entry
from record.observations import Observation
from record.parent_meetings import ParentMeeting
from record.times import now, wire_time
from tests.factories import observation_body, observation_entry, parent_meeting_entry
from tests.unit.api.actors import Tablet, note_of, revised, statuses


def test_a_note_is_accepted_and_stands_in_the_record(tablet: Tablet, school: SimpleNamespace, record) -> None:
    entry = observation_entry(school.pupils[0].id, "Read aloud for five minutes.")
    [result] = tablet.pushes(entry)
    assert (result["id"], result["revision"]) == (entry["id"], 1)
    assert (result["status"], result["version"], result["problems"]) == ("accepted", 1, [])
    note = note_of(record, entry)
    assert (note.text, note.author_id, note.pupil_id) == (
        "Read aloud for five minutes.",
        school.ta.id,
        school.pupils[0].id,
    )


def test_the_pull_of_a_request_sees_what_its_push_has_stored(tablet: Tablet, school: SimpleNamespace) -> None:
    tablet.catches_up()
    entry = observation_entry(school.pupils[0].id)
    [change] = tablet.syncs(entry)["changes"]
    assert (change["kind"], change["id"], change["version"], change["gone"]) == ("observation", entry["id"], 1, False)
    body = change["body"]
    assert {**body, **entry["body"]} == body
    assert body["author_id"] == school.ta.id
    assert body["recorded_at"] == entry["recorded_at"]
    assert body["reviewed"] is False
    assert body["received_at"].endswith("Z")


def test_results_come_one_for_each_entry_in_the_order_sent(tablet: Tablet, school: SimpleNamespace) -> None:
    good = [observation_entry(school.pupils[0].id, f"Note {number}") for number in range(6)]
    tablet.pushes(good[0])
    sent = [
        good[1],
        {"id": new_id(), "revision": 1, "kind": "song", "recorded_at": wire_time(now()), "body": {}},
        good[0],
        good[2],
        17,
        good[3],
        good[2],
        observation_entry(new_id()),
        good[4],
        good[5],
    ]
    results = tablet.pushes(*sent)
    assert statuses(results) == [
        "accepted",
        "quarantined",
        "duplicate",
        "accepted",
        "quarantined",
        "accepted",
        "duplicate",
        "quarantined",
        "accepted",
        "accepted",
    ]
    ids = [entry["id"] if isinstance(entry, dict) else None for entry in sent]
    assert [result["id"] for result in results] == ids


def test_a_meeting_is_accepted_with_its_agreed_actions(tablet: Tablet, school: SimpleNamespace, record) -> None:
    entry = parent_meeting_entry(school.pupils[0].id)
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    assert record().get(ParentMeeting, entry["id"]).is_finished
    [agreed] = entry["body"]["actions"]
    action = tablet.holds("action")[agreed["id"]]
    assert (action["text"], action["owner"], action["due"]) == (agreed["text"], agreed["owner"], agreed["due"])
    assert (action["done"], action["from_entry"], action["pupil_id"]) == (False, entry["id"], school.pupils[0].id)


def test_an_action_dropped_from_its_meeting_goes_from_the_tablets(tablet: Tablet, school: SimpleNamespace) -> None:
    entry = parent_meeting_entry(school.pupils[0].id)
    tablet.pushes(entry)
    tablet.pushes(revised(entry, 2, actions=[]))
    assert tablet.holds("action") == {}


def test_an_entry_pushed_any_number_of_times_is_stored_once(tablet: Tablet, school: SimpleNamespace, record) -> None:
    entry = observation_entry(school.pupils[0].id)
    seen = [tablet.pushes(entry)[0]["status"] for _ in range(4)]
    assert seen == ["accepted", "duplicate", "duplicate", "duplicate"]
    rows = select(func.count()).select_from(Entry).where(Entry.entry_id == entry["id"])
    assert record().scalar(rows) == 1
    assert note_of(record, entry).version == 1


def test_an_entry_twice_in_one_batch_is_stored_once(tablet: Tablet, school: SimpleNamespace, record) -> None:
    entry = observation_entry(school.pupils[0].id)
    results = tablet.pushes(entry, observation_entry(school.pupils[1].id), entry)
    assert statuses(results) == ["accepted", "accepted", "duplicate"]
    assert results[0]["digest"] == results[2]["digest"]
    assert note_of(record, entry).version == 1


def test_a_duplicate_says_the_version_and_digest_again(tablet: Tablet, school: SimpleNamespace) -> None:
    entry = observation_entry(school.pupils[0].id)
    [first] = tablet.pushes(entry)
    [again] = tablet.pushes(entry)
    assert (again["version"], again["digest"]) == (first["version"], first["digest"])


def test_the_same_entry_from_another_tablet_of_the_person_is_one_note(
    tablet: Tablet, tablet_of, school, record
) -> None:
    entry = observation_entry(school.pupils[0].id)
    tablet.pushes(entry)
    other = tablet_of(school.ta)
    assert statuses(other.pushes(entry, entry)) == ["merged", "duplicate"]
    assert note_of(record, entry).version == 1


def test_another_spelling_of_the_same_entry_is_a_duplicate(tablet: Tablet, school: SimpleNamespace) -> None:
    entry = observation_entry(school.pupils[0].id, measures={"score": 1.0})
    entry["body"]["measures"] = {"score": 1.0, "a": 1}
    tablet.pushes(entry)
    shuffled = dict(reversed(entry.items()))
    shuffled["body"] = {**dict(reversed(entry["body"].items())), "measures": {"a": 1, "score": 1}}
    assert statuses(tablet.pushes(shuffled)) == ["duplicate"]


def test_revisions_pushed_in_any_order_end_as_the_last_one(tablet: Tablet, school: SimpleNamespace, record) -> None:
    for seed in range(4):
        first = observation_entry(school.pupils[0].id, "One")
        entries = [first] + [revised(first, number, text=f"Text {number}") for number in (2, 3, 4)]
        sent = entries * 2
        random.Random(seed).shuffle(sent)
        for entry in sent:
            assert tablet.pushes(entry)[0]["status"] in ("accepted", "duplicate")
        assert (note_of(record, first).text, note_of(record, first).revision) == ("Text 4", 4)
        rows = record().scalars(select(Entry.revision).where(Entry.entry_id == first["id"])).all()
        assert sorted(rows) == [1, 2, 3, 4]


def test_revision_two_before_one_leaves_two_standing(tablet: Tablet, school: SimpleNamespace, record) -> None:
    first = observation_entry(school.pupils[0].id, "One")
    second = revised(first, 2, text="Two")
    assert statuses(tablet.pushes(second, first)) == ["accepted", "accepted"]
    assert note_of(record, first).text == "Two"
    assert json.loads(record().scalar(select(Entry.raw).where(Entry.entry_id == first["id"], Entry.revision == 1)))


def test_what_a_revision_superseded_is_kept(tablet: Tablet, school: SimpleNamespace, record) -> None:
    first = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(first, revised(first, 2, text="Two"))
    past = record().scalar(select(PastVersion.body).where(PastVersion.id == first["id"]))
    assert json.loads(past)["text"] == "One"


def test_a_revised_note_comes_back_to_be_reviewed(tablet: Tablet, school: SimpleNamespace, desk, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    with desk() as session:
        reviews.mark_reviewed(session, school.senco, "observation", entry["id"], now())
    tablet.pushes(revised(entry, 2, text="Two"))
    assert note_of(record, entry).reviewed_at is None
    tablet.catches_up()
    assert tablet.holds("observation")[entry["id"]]["reviewed"] is False


def test_fields_of_a_newer_tablet_are_kept_and_come_back(tablet: Tablet, school: SimpleNamespace) -> None:
    newer = {"mood": "sunny", "weather": {"wind": [1, 2.5, None, True, {"deep": "yes"}]}}
    entry = observation_entry(school.pupils[0].id, body=observation_body(school.pupils[0].id, **newer), kites=3)
    tablet.pushes(entry)
    body = tablet.holds("observation")[entry["id"]]
    assert {name: body[name] for name in newer} == newer


def test_a_tablet_cannot_say_who_wrote_or_signed_or_reviewed_a_note(tablet: Tablet, school: SimpleNamespace) -> None:
    claimed = {
        "author_id": school.senco.id,
        "reviewed": True,
        "signed": True,
        "received_at": "2001-01-01T00:00:00.000Z",
    }
    entry = observation_entry(school.pupils[0].id, body=observation_body(school.pupils[0].id, **claimed))
    tablet.pushes(entry)
    body = tablet.holds("observation")[entry["id"]]
    assert body["author_id"] == school.ta.id
    assert body["reviewed"] is False
    assert not body.get("signed")
    assert body["received_at"] > "2026"


TEXTS = {
    "20,000 characters": "x" * 20_000,
    "20,000 emoji": "\U0001f600" * 20_000,
    "right to left": "שלום עולם \u202bمرحبا\u202c",
    "HTML": "<script>alert('1')</script><b>bold</b> &amp; &lt; \"quoted\"",
    "control characters": "a\tb\nc\r\nd\x01\x1f\x7f\u2028\u2029\ufeff",
    "combining": "e\u0301 é \u200d👩\u200d🏫",
    "SQL": "'; DROP TABLE observations; -- %s %(x)s {0} {{ 7*7 }}",
    "noncharacters": "\uffff\ufffe\U0010ffff",
}


def test_every_text_survives_byte_for_byte(tablet: Tablet, school: SimpleNamespace, record) -> None:
    sent = {name: observation_entry(school.pupils[0].id, text) for name, text in TEXTS.items()}
    assert statuses(tablet.pushes(*sent.values())) == ["accepted"] * len(TEXTS)
    for name, entry in sent.items():
        assert tablet.holds("observation")[entry["id"]]["text"] == TEXTS[name], name
        assert note_of(record, entry).text == TEXTS[name], name
        assert json.loads(record().scalar(select(Entry.raw).where(Entry.entry_id == entry["id"]))) == entry, name


def test_a_head_reads_everything_and_writes_nothing(tablet_of, school: SimpleNamespace) -> None:
    heads = tablet_of(school.head)
    assert statuses(heads.pushes(observation_entry(school.pupils[0].id))) == ["quarantined"]
    heads.catches_up()
    assert set(heads.holds("pupil")) == {pupil.id for pupil in school.pupils}


def test_a_note_about_a_pupil_of_nobody_is_quarantined_but_the_teacher_may_write_it(tablet, tablet_of, school) -> None:
    entry = observation_entry(school.pupils[3].id)
    assert statuses(tablet.pushes(entry)) == ["quarantined"]
    own = observation_entry(school.pupils[3].id)
    assert statuses(tablet_of(school.teacher).pushes(own)) == ["accepted"]


def test_a_whole_batch_costs_one_row_of_each_book(tablet: Tablet, school: SimpleNamespace, record) -> None:
    entries = [observation_entry(school.pupils[0].id, f"Note {number}") for number in range(200)]
    assert statuses(tablet.pushes(*entries)) == ["accepted"] * 200
    ids = [entry["id"] for entry in entries]
    for table in (Entry.entry_id, Observation.id, Document.id):
        assert record().scalar(select(func.count()).where(table.in_(ids))) == 200
    assert kinds.NOTES
