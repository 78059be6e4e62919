"""One person, two tablets: each counts for itself, and nothing is replaced that its writer had not before them."""

from types import SimpleNamespace

import pytest
from sqlalchemy import func, select

from record import conflicts, reviews
from record.base import new_id
from record.entries import Entry
from record.observations import Observation
from record.times import now
from tests.factories import observation_body, observation_entry, parent_meeting_body, parent_meeting_entry
from tests.unit.api.actors import Tablet, note_of, revised, statuses


@pytest.fixture
def second(tablet_of, school: SimpleNamespace) -> Tablet:
    """The TA's other tablet."""
    tablet: Tablet = tablet_of(school.ta)
    return tablet


def told(results: list[dict]) -> list[tuple[str, int | None]]:
    return [(result["status"], result["version"]) for result in results]


def test_the_second_tablet_counts_from_one_and_goes_on_from_what_it_read(tablet, second, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    assert told(second.pushes(revised(entry, 1, 1, text="Two"))) == [("accepted", 2)]
    assert told(second.pushes(revised(entry, 2, None, text="Three"))) == [("accepted", 3)]
    assert note_of(record, entry).text == "Three"


def test_an_older_version_in_another_field_is_merged(tablet, second, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    second.pushes(revised(entry, 1, 1, setting="Library"))
    assert told(tablet.pushes(revised(entry, 2, None, text="Two"))) == [("merged", 3)]
    assert (note_of(record, entry).text, note_of(record, entry).setting) == ("Two", "Library")


@pytest.mark.parametrize("base", [None, 1])
def test_an_older_version_in_the_same_field_is_a_conflict_and_never_replaces(
    tablet, second, school, record, base: int | None
) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    second.pushes(revised(entry, 1, 1, text="The second's"))
    assert told(tablet.pushes(revised(entry, 2, base, text="The first's"))) == [("conflict", None)]
    assert note_of(record, entry).text == "The second's"
    [pair] = conflicts.unsettled(record(), school.id)
    assert (pair.recorded["text"], pair.offered["text"]) == ("The second's", "The first's")


def test_without_a_base_the_second_tablet_has_nothing_before_it(tablet, second, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    assert told(second.pushes(revised(entry, 1, None, text="Two"))) == [("conflict", None)]
    assert note_of(record, entry).text == "One"


def test_null_after_a_lost_answer_is_no_conflict_with_ones_own_words(tablet, second, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    for number, words in enumerate(("Two", "Three", "Four"), start=2):
        tablet.pushes(entry, revised(entry, number, None, text=words))
    assert note_of(record, entry).text == "Four"
    assert conflicts.unsettled(record(), school.id) == []


def test_the_base_is_the_later_of_what_was_read_and_what_ones_own_became(tablet, second, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    second.pushes(revised(entry, 1, 1, text="Two"))
    tablet.catches_up()
    assert told(tablet.pushes(revised(entry, 2, 2, text="Three"))) == [("accepted", 3)]
    assert told(tablet.pushes(revised(entry, 3, 1, text="Four"))) == [("accepted", 4)], "its own became 3"


@pytest.mark.parametrize("base", [None, 1])
def test_an_earlier_revision_after_a_later_one_is_kept_and_changes_nothing(
    tablet, school, record, base: int | None
) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    late = revised(entry, 2, base, text="Two", setting="Two's")
    tablet.pushes(entry, revised(entry, 3, base, text="Three"))
    assert told(tablet.pushes(late)) == [("accepted", None)]
    assert told(tablet.pushes(late)) == [("duplicate", None)]
    note = note_of(record, entry)
    assert (note.text, note.setting, note.version) == ("Three", entry["body"]["setting"], 2)
    kept = record().scalars(select(Entry.revision).where(Entry.entry_id == entry["id"]).order_by(Entry.revision))
    assert list(kept) == [1, 2, 3]


def test_an_earlier_number_is_earlier_whatever_its_writer_had_read(tablet, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry, revised(entry, 3, 1, text="Three"))
    assert told(tablet.pushes(revised(entry, 2, 2, text="Two"))) == [("accepted", None)]
    assert note_of(record, entry).text == "Three"


def test_what_another_tablet_changed_and_changed_back_was_changed(tablet, second, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    second.pushes(revised(entry, 1, 1, text="Two"), revised(entry, 2, 2, text="One"))
    assert told(tablet.pushes(revised(entry, 2, 1, setting="Library"))) == [("merged", 4)]
    assert told(second.pushes(revised(entry, 3, 4, text="One again"), revised(entry, 4, 5, text="One"))) == [
        *(("accepted", 5), ("accepted", 6))
    ]
    assert told(tablet.pushes(revised(entry, 3, 4, text="Mine"))) == [("conflict", None)]
    assert note_of(record, entry).text == "One"


def test_the_same_revision_with_other_words_waits_in_quarantine(tablet, second, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    other = revised(entry, 1, None, text="Other words")
    assert statuses(tablet.pushes(entry, other, other, entry)) == [
        *("accepted", "quarantined", "duplicate", "duplicate")
    ]
    assert note_of(record, entry).text == "One"


def test_what_was_quarantined_is_a_duplicate_and_its_next_revision_may_be_right(tablet, school, record) -> None:
    entry = observation_entry(school.pupils[3].id, "About the wrong pupil")
    assert told(tablet.pushes(entry, entry)) == [("quarantined", None), ("duplicate", None)]
    assert told(tablet.pushes(revised(entry, 2, None, pupil_id=school.pupils[0].id))) == [("accepted", 1)]


def test_an_id_in_capitals_is_the_same_id_and_is_echoed_as_sent(tablet, second, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    loud = {**entry, "id": entry["id"].upper()}
    results = tablet.pushes(loud, entry, revised(loud, 2, 1, text="Two"))
    assert told(results) == [("accepted", 1), ("duplicate", 1), ("accepted", 2)]
    assert [result["id"] for result in results] == [loud["id"], entry["id"], loud["id"]]
    assert results[0]["digest"] != results[1]["digest"], "each is of the entry as it came"
    assert told(second.pushes(revised(loud, 1, 2, setting="Hall"))) == [("accepted", 3)]
    assert set(second.holds("observation")) == {entry["id"]}


@pytest.mark.parametrize(
    "entry_id", ["6ba7b810-9dad-11d1-80b4-00c04fd430c8", "00000000-0000-0000-0000-000000000000", "f" * 8 + "-ffff" * 4]
)
def test_any_version_of_a_uuid_is_an_id(tablet, school, entry_id: str) -> None:
    mine = entry_id[:20] + new_id()[20:] if len(entry_id) == 36 else new_id()
    assert statuses(tablet.pushes(observation_entry(school.pupils[0].id, id=mine))) == ["accepted"]


def test_a_review_between_is_no_change_of_the_words(tablet, school, desk) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    with desk() as session:
        reviews.mark_reviewed(session, school.senco, "observation", entry["id"], now())
    assert told(tablet.pushes(revised(entry, 2, 1, text="Two"))) == [("accepted", 3)]


def test_everyone_may_revise_their_own_and_the_senco_any_and_the_author_stays(
    tablet, tablet_of, school, record
) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    for revision, base in ((1, 1), (2, None)):
        theirs = revised(entry, revision, base, text="The teacher's")
        assert told(tablet_of(school.teacher).pushes(theirs)) == [("quarantined", None)]
    assert told(tablet_of(school.senco).pushes(revised(entry, 1, 1, text="Two"))) == [("accepted", 2)]
    note = note_of(record, entry)
    assert (note.text, note.author_id) == ("Two", school.ta.id)


def test_a_finished_meeting_is_its_authors_and_one_that_is_begun_is_for_whoever_goes_on(
    tablet, tablet_of, school
) -> None:
    teachers = tablet_of(school.teacher)
    for finished, status in ((False, "accepted"), (True, "quarantined")):
        entry = parent_meeting_entry(
            school.pupils[0].id, body=parent_meeting_body(school.pupils[0].id, finished=finished)
        )
        tablet.pushes(entry)
        assert statuses(teachers.pushes(revised(entry, 1, 1, discussion="More."))) == [status]


def test_a_revision_keeps_the_kinds_of_json_values_apart(tablet, school, record) -> None:
    odd = {"a": None, "b": 1, "c": [], "d": {"e": [1, None, "007"]}, "f": -2}
    entry = observation_entry(school.pupils[0].id, body=observation_body(school.pupils[0].id, **odd))
    tablet.pushes(entry)
    turned = {"a": [], "b": True, "c": {}, "d": {"e": [True, "", 7]}, "f": "-2"}
    tablet.pushes(revised(entry, 2, 1, **turned))
    body = tablet.holds("observation")[entry["id"]]
    assert {name: repr(body[name]) for name in turned} == {name: repr(value) for name, value in turned.items()}


def test_what_only_the_record_says_is_neither_a_change_nor_a_conflict(tablet, school, desk, record) -> None:
    """A client may send a document's body back whole, as it was some time ago."""
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    whole = dict(tablet.holds("observation")[entry["id"]])
    with desk() as session:
        reviews.mark_reviewed(session, school.senco, "observation", entry["id"], now())
    claimed = {**whole, "author_id": school.senco.id, "signed": True, "received_at": "2001-01-01T00:00:00.000Z"}
    assert statuses(tablet.pushes({**revised(entry, 2, 1), "body": {**claimed, "text": "Two"}})) == ["accepted"]
    note = note_of(record, entry)
    assert not {"author_id", "recorded_at", "received_at", "reviewed", "signed"} & note.body.keys()
    tablet.catches_up()
    body = tablet.holds("observation")[entry["id"]]
    assert (body["author_id"], body["reviewed"], "signed" in body) == (school.ta.id, False, False)


def test_two_tablets_with_the_same_entry_have_a_receipt_each(tablet, second, school, record) -> None:
    bad = observation_entry(school.pupils[3].id)
    for each in (tablet, second):
        assert statuses(each.pushes(bad, bad)) == ["quarantined", "duplicate"]
    assert record().scalar(select(func.count()).where(Entry.entry_id == bad["id"])) == 2
    assert record().get(Observation, bad["id"]) is None


def test_a_colleagues_late_revision_is_not_theirs_to_make(tablet, tablet_of, school, record) -> None:
    colleagues = tablet_of(school.teacher, tablet.device_id)
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry, revised(entry, 3, 1, text="Three"))
    late = revised(entry, 2, 1, text="Two")
    assert statuses(colleagues.pushes({**late, "body": {**late["body"], "text": "The colleague's"}})) == ["quarantined"]
    assert told(tablet.pushes(late)) == [("accepted", None)], "and its place is not taken"
