"""Quarantine: whatever cannot be filed is kept whole, shown with its problems, and holds up nothing."""

import copy
import json
from types import SimpleNamespace

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from record import audit, kinds, quarantine, settling
from record.base import new_id
from record.devices import Device
from record.entries import Entry
from record.observations import Observation
from record.times import now
from tests.factories import an_observation, answer_entry, observation_entry, parent_meeting_body, parent_meeting_entry
from tests.unit.api.actors import Tablet, statuses
from tests.unit.api.broken import broken_entries


def is_count(value: object) -> bool:
    return type(value) is int and 1 <= value < 2**31


def test_a_bad_entry_of_any_sort_is_quarantined_and_the_good_ones_around_it_are_stored(
    tablet: Tablet, school: SimpleNamespace, record
) -> None:
    for name, bad in broken_entries(school.pupils[0].id).items():
        before, after = observation_entry(school.pupils[0].id), observation_entry(school.pupils[1].id)
        results = tablet.pushes(before, bad, after)
        assert statuses(results) == ["accepted", "quarantined", "accepted"], name
        assert results[1]["problems"], name
        assert all(set(problem) == {"field", "message"} for problem in results[1]["problems"]), name
        assert results[1]["version"] is None, name
        assert record().get(Observation, after["id"]) is not None, name
    tablet.catches_up()


def test_all_bad_entries_together_are_each_kept_once_however_often_they_come(
    tablet: Tablet, school: SimpleNamespace, record
) -> None:
    entries = list(broken_entries(school.pupils[0].id).values())
    assert statuses(tablet.pushes(*entries)) == ["quarantined"] * len(entries)
    again = tablet.pushes(*entries)
    assert all(result["problems"] for result in again), "what is wrong is said again"
    # One without an id and a revision is no revision of anything: it is kept once all the same.
    for entry, result in zip(entries, again, strict=True):
        named = isinstance(entry, dict) and isinstance(entry.get("id"), str) and is_count(entry.get("revision"))
        assert result["status"] == ("duplicate" if named else "quarantined"), entry
    assert len(quarantine.waiting(record(), school.id)) == len(entries)


def test_what_is_quarantined_is_kept_as_it_was_received(tablet: Tablet, school: SimpleNamespace, record) -> None:
    sent = {
        name: entry
        for name, entry in broken_entries(school.pupils[0].id).items()
        if "deep" not in name  # what lies too deep is kept as text
    }
    tablet.pushes(*sent.values())
    kept = [quarantine.content(entry) for _item, entry in quarantine.waiting(record(), school.id)]
    for name, entry in sent.items():
        assert entry in kept, name


def test_nesting_of_a_hundred_thousand_is_kept_as_text_and_holds_up_nothing(
    tablet: Tablet, school: SimpleNamespace, record
) -> None:
    deep = copy.deepcopy(observation_entry(school.pupils[0].id, measures={}))
    marker = deep["body"]["measures"] = {"deep": "HERE"}
    good = observation_entry(school.pupils[0].id)
    text = json.dumps({"protocol": 1, "nonce": "n", "entries": [deep, good]})
    answer = tablet.posts(text.replace('"HERE"', "[" * 100_000 + '"core"' + "]" * 100_000).encode())
    assert answer.status_code == 200
    assert statuses(answer.get_json()["results"]) == ["quarantined", "accepted"]
    [(_item, entry)] = quarantine.waiting(record(), school.id)
    assert "core" in entry.raw
    assert quarantine.content(entry)["id"] == deep["id"]
    assert marker


def test_a_number_of_five_thousand_digits_holds_up_nothing(tablet: Tablet, school: SimpleNamespace) -> None:
    for digits in ("9" * 5_000, "-" + "9" * 5_000, "1e400", "9" * 310):
        long = observation_entry(school.pupils[0].id, measures={})
        long["body"]["measures"] = {"long": "HERE"}
        good = observation_entry(school.pupils[0].id)
        text = json.dumps({"protocol": 1, "nonce": "n", "entries": [long, good]})
        answer = tablet.posts(text.replace('"HERE"', digits).encode())
        assert answer.status_code == 200, digits[:10]
        assert statuses(answer.get_json()["results"]) == ["quarantined", "accepted"], digits[:10]


def test_a_number_past_what_is_exact_is_stored_and_comes_back(tablet: Tablet, school: SimpleNamespace) -> None:
    entry = observation_entry(school.pupils[0].id)
    entry["body"]["measures"] = {"large": 2**60, "small": 1e-300, "minus": -0.0, "big": 1e300}
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    assert tablet.holds("observation")[entry["id"]]["measures"] == entry["body"]["measures"]


def test_two_broken_entries_that_differ_only_outside_their_digest_are_both_kept(tablet, school, record) -> None:
    assert statuses(tablet.pushes({"words": "one"}, {"words": "two"})) == ["quarantined", "quarantined"]
    kept = [quarantine.content(entry) for _item, entry in quarantine.waiting(record(), school.id)]
    assert sorted(entry["words"] for entry in kept) == ["one", "two"]


def test_an_id_used_for_another_entry_is_quarantined_and_both_are_kept(tablet, tablet_of, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "Mine")
    tablet.pushes(entry)
    others = [
        observation_entry(school.pupils[0].id, "Another text", id=entry["id"]),
        observation_entry(school.pupils[1].id, "Another pupil", id=entry["id"]),
        parent_meeting_entry(school.pupils[0].id, id=entry["id"]),
    ]
    assert statuses(tablet.pushes(*others)) == ["quarantined"] * 3
    theirs = observation_entry(school.pupils[0].id, "Another person", id=entry["id"])
    assert statuses(tablet_of(school.teacher).pushes(theirs)) == ["quarantined"]
    assert record().get(Observation, entry["id"]).text == "Mine"
    assert len(quarantine.waiting(record(), school.id)) == 4


def test_an_answer_under_a_notes_id_is_quarantined(tablet: Tablet, school: SimpleNamespace, desk) -> None:
    from record import reviews

    entry = observation_entry(school.pupils[0].id)
    tablet.pushes(entry)
    with desk() as session:
        question_id = reviews.ask_about(session, school.senco, "observation", entry["id"], "When?", now()).id
    answer = answer_entry(question_id, school.pupils[0].id, id=entry["id"], revision=2)
    assert statuses(tablet.pushes(answer)) == ["quarantined"]
    free = answer_entry(question_id, school.pupils[0].id)
    assert statuses(tablet.pushes(free)) == ["accepted"]
    later = observation_entry(school.pupils[0].id, id=free["id"], revision=2)
    assert statuses(tablet.pushes(later)) == ["quarantined"]


def test_one_action_id_in_two_meetings_of_one_batch_quarantines_the_second(tablet, school, record) -> None:
    first, second = (parent_meeting_entry(school.pupils[0].id) for _ in range(2))
    second["body"]["actions"] = first["body"]["actions"]
    third = observation_entry(school.pupils[0].id)
    assert statuses(tablet.pushes(first, second, third)) == ["accepted", "quarantined", "accepted"]


def test_the_number_of_a_quarantined_entry_is_not_missing(tablet: Tablet, school: SimpleNamespace, record) -> None:
    broken = [entry for entry in broken_entries(school.pupils[0].id).values() if isinstance(entry, dict)]
    numbered = [{**entry, "device_seq": number} for number, entry in enumerate(broken, start=1)]
    tablet.pushes(*numbered)
    device = record().get_one(Device, (school.id, tablet.device_id))
    assert (device.top_seq, device.gaps) == (len(numbered), [])


def test_a_quarantined_entry_that_was_mended_stands_as_its_authors(tablet, school, record, desk) -> None:
    entry = observation_entry(school.pupils[3].id, "About the wrong pupil")
    tablet.pushes(entry)
    with desk() as session:
        [(item, _entry)] = quarantine.waiting(session, school.id)
        from api.schemas.entries import read_entry

        mended = read_entry({**entry, "body": {**entry["body"], "pupil_id": school.pupils[0].id}})
        assert settling.file_mended(session, school.senco, item.id, mended, now()) == []
    note = record().get(Observation, entry["id"])
    assert (note.author_id, note.pupil_id) == (school.ta.id, school.pupils[0].id)
    assert statuses(tablet.pushes(entry)) == ["duplicate"]
    assert quarantine.waiting(record(), school.id) == []
    assert record().scalar(select(func.count()).where(Observation.author_id == school.ta.id)) == 1


def test_mending_a_stolen_id_leaves_the_owners_revisions_alone(tablet, tablet_of, school, record, desk) -> None:
    entry = observation_entry(school.pupils[0].id, "Mine")
    tablet.pushes(entry)
    theirs = observation_entry(school.pupils[1].id, "Another person's", id=entry["id"])
    teachers = tablet_of(school.teacher)
    teachers.pushes(theirs)
    with desk() as session:
        [(item, _entry)] = quarantine.waiting(session, school.id)
        from api.schemas.entries import read_entry

        assert settling.file_mended(session, school.senco, item.id, read_entry(theirs), now()) == []
    assert statuses(tablet.pushes({**entry, "revision": 2, "body": {**entry["body"], "text": "Mine, later"}})) == [
        "accepted"
    ]
    texts = record().scalars(select(Observation).where(Observation.school_id == school.id)).all()
    assert sorted(note.text for note in texts) == ["Another person's", "Mine, later"]
    assert statuses(teachers.pushes(theirs)) == ["duplicate"]


def test_a_discarded_entry_leaves_the_queue_and_a_copy_in_the_trail(tablet, school, record, desk) -> None:
    tablet.pushes({"words": "rubbish"})
    with desk() as session:
        [(item, _entry)] = quarantine.waiting(session, school.id)
        quarantine.discard(session, school.senco, item.id, now())
    assert quarantine.waiting(record(), school.id) == []
    details = record().scalars(select(audit.AuditEvent.detail).where(audit.AuditEvent.school_id == school.id)).all()
    assert any("rubbish" in detail for detail in details)
    assert statuses(tablet.pushes({"words": "rubbish"})) == ["quarantined"]
    assert quarantine.waiting(record(), school.id) == [], "discarded is discarded, however often it comes again"


def test_a_receipt_is_kept_for_every_entry(tablet: Tablet, school: SimpleNamespace, record) -> None:
    tablet.pushes(observation_entry(school.pupils[0].id), 7, observation_entry(new_id()))
    rows = record().scalars(select(Entry.status).where(Entry.school_id == school.id)).all()
    assert sorted(rows) == ["accepted", "quarantined", "quarantined"]


def test_an_entry_that_breaks_our_own_code_is_quarantined_alone(tablet, school, record, monkeypatch) -> None:
    plain = kinds.store_new

    def breaks_at_one(session, school_id, kind, rows) -> None:
        if any(row["body"].get("text") == "breaks" for row in rows):
            raise ValueError("a fault of ours")
        plain(session, school_id, kind, rows)

    monkeypatch.setattr(kinds, "store_new", breaks_at_one)
    texts = ["one", "breaks", "two"]
    entries = [observation_entry(school.pupils[0].id, text) for text in texts]
    assert statuses(tablet.pushes(*entries)) == ["accepted", "quarantined", "accepted"]
    [(_item, entry)] = quarantine.waiting(record(), school.id)
    assert quarantine.content(entry) == entries[1]


def test_a_database_in_trouble_fails_the_whole_push_and_the_next_try_stores_it(
    app, tablet, school, record, monkeypatch
) -> None:
    plain, tries = kinds.store_new, iter([True, False])

    def fails_once(*told) -> None:
        if next(tries):
            raise OperationalError("INSERT", {}, Exception("the disk is full"))
        plain(*told)

    monkeypatch.setattr(kinds, "store_new", fails_once)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    entries = [{"words": "rubbish"}, observation_entry(school.pupils[0].id)]
    answer = tablet.asks(*entries)
    assert answer.status_code == 500
    assert answer.content_type == "application/problem+json"
    assert record().scalar(select(func.count()).where(Entry.school_id == school.id)) == 0
    tries = iter([False, False, False])
    assert statuses(tablet.pushes(*entries)) == ["quarantined", "accepted"]


def test_naming_another_pupil_opens_no_note_that_never_was_an_entry(tablet, school, record, desk) -> None:
    with desk() as session:
        note_id = an_observation(session, school.pupils[3], school.teacher, "Not the TA's to change").id
    claimed = observation_entry(school.pupils[0].id, "Changed", id=note_id, revision=2, base_version=1)
    assert statuses(tablet.pushes(claimed, {**claimed, "base_version": None, "revision": 3})) == ["quarantined"] * 2
    assert record().get(Observation, note_id).text == "Not the TA's to change"


def test_what_waits_can_be_read_page_by_page_and_nothing_is_left_out(tablet: Tablet, school, record) -> None:
    for size in (1, 4, 2):  # each push has one moment: within it the id decides
        tablet.pushes(*[{"id": new_id(), "kind": "poem"} for _ in range(size)])
    every = [item.id for item, _entry in quarantine.waiting(record(), school.id)]
    walked, after = [], None
    while page := quarantine.waiting(record(), school.id, 3, after):
        walked += [item.id for item, _entry in page]
        after = (page[-1][0].arrived_at, page[-1][0].id)
    assert walked == every and len(every) == 7


@pytest.mark.parametrize("name", ["actions", "present", "actions_earlier", "attachments", "signatures"])
def test_a_list_that_is_too_long_is_refused_unread(tablet, school, name: str) -> None:
    """To say of each of three hundred thousand what is wrong with it took minutes."""
    body = parent_meeting_body(school.pupils[0].id, **{name: [{}] * 101})
    beside = observation_entry(school.pupils[0].id)
    bad, good = tablet.pushes(parent_meeting_entry(school.pupils[0].id, body=body), beside)
    assert (bad["status"], good["status"]) == ("quarantined", "accepted")
    assert [problem["field"] for problem in bad["problems"]] == [f"body.{name}"]


def test_no_more_is_told_of_what_is_wrong_than_helps_anybody(tablet, school) -> None:
    body = parent_meeting_body(school.pupils[0].id, actions=[{}] * 100)
    [bad] = tablet.pushes(parent_meeting_entry(school.pupils[0].id, body=body))
    assert len(bad["problems"]) == 50


def test_what_has_no_digest_is_known_again_with_its_id_in_capitals(tablet, school) -> None:
    entry = observation_entry(school.pupils[0].id, "Half an emoji: \ud83d")
    assert statuses(tablet.pushes(entry, {**entry, "id": entry["id"].upper()})) == ["quarantined", "duplicate"]


@pytest.mark.parametrize(
    "day", ["2026-W47-1", "2026-W4711", "20261124", "2026-11-24T", "\uff12026-11-24", "2026-02-30"]
)
def test_a_day_is_written_as_rfc_3339_writes_it(tablet, school, day: str) -> None:
    """What the standard library reads besides would reach tablets as it was sent, and they could not read it."""
    body = parent_meeting_body(school.pupils[0].id, held_on=day)
    meeting = parent_meeting_entry(school.pupils[0].id, body=body)
    written = {**observation_entry(school.pupils[0].id), "recorded_at": f"{day}T10:15:00Z"}
    assert statuses(tablet.pushes(meeting, written)) == ["quarantined", "quarantined"]


@pytest.mark.parametrize("moment", ["2026-11-24T10:15+00:00Z", "2026-11-24T10:15+00:00", "2026-11-24T101500.000Z"])
def test_a_moment_is_written_as_rfc_3339_writes_it(tablet, school, moment: str) -> None:
    assert statuses(tablet.pushes({**observation_entry(school.pupils[0].id), "recorded_at": moment})) == ["quarantined"]


@pytest.mark.parametrize("lacking", ["kind", "revision", "recorded_at", "body"])
def test_what_lacks_a_field_is_kept_each_time_that_it_says_something_else(tablet, school, record, lacking) -> None:
    whole = observation_entry(school.pupils[0].id)
    entry = {name: value for name, value in whole.items() if name != lacking}
    assert statuses(tablet.pushes({**entry, "text": "one"}, {**entry, "text": "two"})) == ["quarantined"] * 2
    kept = [row.raw for row in record().scalars(select(Entry).where(Entry.entry_id == entry["id"]))]
    assert len(kept) == 2 and '"one"' in "".join(kept) and '"two"' in "".join(kept)


def test_sealed_is_null_where_nothing_is_sealed(tablet, school) -> None:
    plain = {**observation_entry(school.pupils[0].id), "sealed": None, "seal_key": None}
    [first, again] = tablet.pushes(plain, {**plain, "id": plain["id"].upper()})
    assert (first["status"], again["status"]) == ("accepted", "duplicate")
