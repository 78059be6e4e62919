"""Two people, one note: changes merge, or both versions are kept; and the SENCO asks and is answered."""

from types import SimpleNamespace

import pytest
from sqlalchemy import func, select

from record import conflicts, reviews, settling
from record.base import new_id
from record.conflicts import Conflict
from record.observations import Observation
from record.times import now
from tests.factories import answer_entry, observation_body, observation_entry
from tests.unit.api.actors import Tablet, note_of, revised, statuses


def test_changes_of_two_people_in_different_fields_are_merged(tablet, tablet_of, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    [result] = tablet_of(school.senco).pushes(revised(entry, 2, 1, setting="Library"))
    assert result["status"] in ("accepted", "merged")
    [result] = tablet.pushes(revised(entry, 2, 1, text="Two"))
    assert (result["status"], result["version"]) == ("merged", 3)
    body = note_of(record, entry).body
    assert (body["text"], body["setting"]) == ("Two", "Library")


def test_changes_of_two_people_in_one_field_are_a_conflict_that_loses_neither(
    tablet: Tablet, tablet_of, school: SimpleNamespace, record
) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    sencos = tablet_of(school.senco)
    sencos.pushes(revised(entry, 2, 1, text="The SENCO's"))
    [result] = tablet.pushes(revised(entry, 2, 1, text="The TA's"))
    assert (result["status"], result["version"]) == ("conflict", None), "it became no version"
    assert note_of(record, entry).text == "The SENCO's"
    [pair] = conflicts.unsettled(record(), school.id)
    assert (pair.recorded["text"], pair.offered["text"], pair.fields) == ("The SENCO's", "The TA's", ["text"])
    [seen] = tablet.holds("conflict").values()
    assert (seen["recorded"]["text"], seen["offered"]["text"]) == ("The SENCO's", "The TA's")
    assert (seen["entry_id"], seen["entry_kind"], seen["settled"]) == (entry["id"], "observation", None)
    others = tablet_of(school.teacher)
    others.catches_up()
    assert others.holds("conflict") == {}, "the pair is the author's and the SENCO's"


@pytest.mark.parametrize(
    ("choice", "texts"),
    [("recorded", ["The SENCO's"]), ("offered", ["The TA's"]), ("both", ["The SENCO's", "The TA's"])],
)
def test_a_settled_conflict_leaves_what_the_senco_chose(
    tablet: Tablet, tablet_of, school: SimpleNamespace, record, desk, choice: str, texts: list[str]
) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    tablet_of(school.senco).pushes(revised(entry, 2, 1, text="The SENCO's"))
    tablet.pushes(revised(entry, 2, 1, text="The TA's"))
    with desk() as session:
        [pair] = conflicts.unsettled(session, school.id)
        settling.settle_conflict(session, school.senco, pair.id, choice, now())
    tablet.catches_up()
    assert sorted(body["text"] for body in tablet.holds("observation").values()) == texts
    assert [body["settled"] for body in tablet.holds("conflict").values()] == [choice]


def test_a_conflict_pushed_again_is_a_duplicate_and_one_pair(tablet, tablet_of, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    tablet_of(school.senco).pushes(revised(entry, 2, 1, text="The SENCO's"))
    mine = revised(entry, 2, 1, text="The TA's")
    assert statuses(tablet.pushes(mine)) == ["conflict"]
    assert statuses(tablet.pushes(mine)) == ["duplicate"]
    assert record().scalar(select(func.count()).select_from(Conflict).where(Conflict.entry_id == entry["id"])) == 1


def test_the_author_goes_on_from_a_conflict_and_the_pair_follows(tablet, tablet_of, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    tablet_of(school.senco).pushes(revised(entry, 2, 1, text="The SENCO's"))
    tablet.pushes(revised(entry, 2, 1, text="The TA's"))
    assert statuses(tablet.pushes(revised(entry, 3, 1, text="The TA's, better"))) == ["conflict"]
    [pair] = conflicts.unsettled(record(), school.id)
    assert (pair.offered["text"], pair.revision) == ("The TA's, better", 3)


def test_a_note_that_the_senco_filed_beside_can_be_revised(tablet, tablet_of, school, record, desk) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    tablet_of(school.senco).pushes(revised(entry, 2, 1, text="The SENCO's"))
    tablet.pushes(revised(entry, 2, 1, text="The TA's"))
    with desk() as session:
        [pair] = conflicts.unsettled(session, school.id)
        settling.settle_conflict(session, school.senco, pair.id, "both", now())
    tablet.catches_up()
    [beside] = [found for found in tablet.holds("observation") if found != entry["id"]]
    again = observation_entry(school.pupils[0].id, "The TA's, better", id=beside, revision=2, base_version=1)
    assert tablet.pushes(again)[0]["status"] in ("accepted", "merged")
    assert record().get(Observation, beside).text == "The TA's, better"


def test_the_answer_to_a_question_reaches_the_senco_and_the_note_comes_back(tablet, school, desk, record) -> None:
    entry = observation_entry(school.pupils[0].id)
    tablet.pushes(entry)
    with desk() as session:
        reviews.ask_about(session, school.senco, "observation", entry["id"], "Before or after play?", now())
    tablet.catches_up()
    [(question_id, question)] = tablet.holds("question").items()
    assert (question["text"], question["answer"]) == ("Before or after play?", None)
    answer = answer_entry(question_id, school.pupils[0].id, "After.")
    assert statuses(tablet.pushes(answer, answer)) == ["accepted", "duplicate"]
    assert tablet.holds("question")[question_id]["answer"] == "After."
    assert note_of(record, entry).reviewed_at is None


def asked(tablet, school, desk) -> str:
    """The id of a question about a note of this tablet, which has come to it."""
    entry = observation_entry(school.pupils[0].id)
    tablet.pushes(entry)
    with desk() as session:
        reviews.ask_about(session, school.senco, "observation", entry["id"], "Before or after play?", now())
    tablet.catches_up()
    [question_id] = tablet.holds("question")
    return question_id


def test_two_answers_from_two_tablets_are_both_kept(tablet, tablet_of, school, desk) -> None:
    question_id = asked(tablet, school, desk)
    first = answer_entry(question_id, school.pupils[0].id, "After.")
    tablet.pushes(first)
    [other] = tablet_of(school.ta).pushes(answer_entry(question_id, school.pupils[0].id, "I do not remember."))
    assert other["status"] == "merged"
    tablet.pushes({**first, "revision": 2, "body": {**first["body"], "text": "After lunch."}})
    assert tablet.holds("question")[question_id]["answer"] == "After lunch.\n\nI do not remember."


def test_the_same_answer_from_two_tablets_is_one(tablet, tablet_of, school, desk) -> None:
    question_id = asked(tablet, school, desk)
    answer = answer_entry(question_id, school.pupils[0].id, "After.\n\nI think.")
    [first] = tablet.pushes(answer)
    [again] = tablet_of(school.ta).pushes(answer)
    assert (again["status"], again["version"]) == ("merged", first["version"])
    assert tablet.holds("question")[question_id]["answer"] == "After.\n\nI think."


def test_an_answer_to_somebody_elses_question_is_quarantined(tablet, tablet_of, school, desk) -> None:
    entry = observation_entry(school.pupils[0].id)
    tablet.pushes(entry)
    with desk() as session:
        question = reviews.ask_about(session, school.senco, "observation", entry["id"], "Before or after?", now())
        question_id = question.id
    [result] = tablet_of(school.teacher).pushes(answer_entry(question_id, school.pupils[0].id))
    assert result["status"] == "quarantined"
    assert result["problems"][0]["field"] == "body.question_id"


def test_a_client_that_writes_ids_in_capitals_goes_on_from_its_own_note(tablet, school, desk, record) -> None:
    photo, outcome, words = new_id().upper(), new_id().upper(), new_id().upper()
    measures = {"outcome_id": outcome, "trials_right": 1, "trials_given": 2}
    more = {"attachments": [{"id": photo, "digest": "X"}], "attachment_ids": [photo], "text": words}
    body = observation_body(school.pupils[0].id, instrument="target", measures=measures, outcome_ids=[outcome], **more)
    entry = observation_entry(school.pupils[0].id, body=body)
    assert statuses(tablet.pushes(entry)) == ["accepted"]
    again = {"attachment_ids": [], "attachments": [], "measures": {**measures, "trials_right": 2}, "outcome_ids": []}
    [result] = tablet.pushes(revised(entry, 2, None, **again))
    assert (result["status"], result["version"]) == ("accepted", 2)
    body = note_of(record, entry).body
    assert (body["attachment_ids"], body["measures"]["trials_right"], body["text"]) == ([], 2, words)
