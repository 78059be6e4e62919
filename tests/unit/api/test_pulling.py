"""Pulling: pages, what a person may see as that changes, and schools that never meet."""

import random
from types import SimpleNamespace

import pytest
from sqlalchemy import event, func, select

from doors.database import db
from record import access, changes, devices, outcomes, people, quarantine, questions, reviews
from record.changes import Document
from record.outcomes import NewOutcome
from record.people import Person
from record.pupils import add_class
from record.schools import School
from record.times import now
from tests.factories import a_pupil, an_observation, answer_entry, observation_entry, parent_meeting_entry
from tests.unit.api.actors import Tablet, statuses


def give(desk, school: SimpleNamespace, *numbers: int) -> None:
    """Give the TA exactly these of the school's pupils."""
    with desk() as session:
        ta = session.get_one(Person, school.ta.id)
        access.assign(session, ta, now(), None, pupil_ids=[school.pupils[number].id for number in numbers])


def ids(school: SimpleNamespace, *numbers: int) -> set[str]:
    return {school.pupils[number].id for number in numbers}


def test_the_first_pull_brings_the_persons_pupils_and_the_schools_people(tablet: Tablet, school) -> None:
    tablet.catches_up()
    assert set(tablet.holds("pupil")) == ids(school, 0, 1, 2)
    assert set(tablet.holds("person")) == {school.senco.id, school.ta.id, school.teacher.id, school.head.id}


def test_a_second_pull_brings_nothing_and_a_third_what_is_new(tablet, tablet_of, school, desk) -> None:
    tablet.catches_up()
    answer = tablet.syncs()
    assert (answer["changes"], answer["more"]) == ([], False)
    with desk() as session:
        outcomes.add_outcomes(session, school.id, [NewOutcome(school.pupils[0].id, "Will ask", "semh")], now())
        outcomes.add_outcomes(session, school.id, [NewOutcome(school.pupils[3].id, "Not theirs", "semh")], now())
    [change] = tablet.syncs()["changes"]
    assert (change["kind"], change["body"]["text"]) == ("outcome", "Will ask")


@pytest.mark.parametrize("limit", [1, 2, 7])
def test_pages_together_are_what_one_page_is(tablet, tablet_of, school, desk, limit: int) -> None:
    writer = tablet_of(school.ta)
    writer.pushes(*[observation_entry(school.pupils[number % 3].id) for number in range(9)])
    writer.pushes(parent_meeting_entry(school.pupils[0].id))
    whole = tablet_of(school.ta)
    whole.catches_up(limit=1_000)
    pages = tablet.catches_up(limit=limit)
    assert pages >= len(whole.shelf) // limit
    assert tablet.shelf == whole.shelf


def test_a_page_holds_at_most_its_limit_and_never_more_than_a_thousand(tablet_of, school, desk) -> None:
    sencos = tablet_of(school.senco)
    with desk() as session:
        pupil = a_pupil(session, session.get_one(School, school.id))
        for number in range(1_050):
            changes.publish_new(
                session, school.id, [changes.Change("person", f"x{number}", school.id, {"name": pupil.name})]
            )
    answer = sencos.syncs(limit=3)
    assert (len(answer["changes"]), answer["more"]) == (3, True)
    answer = sencos.syncs(limit=5_000)
    assert (len(answer["changes"]), answer["more"]) == (1_000, True)
    assert sencos.syncs(limit=5_000)["more"] is False


def test_documents_come_in_the_order_of_their_last_change(tablet: Tablet, school: SimpleNamespace) -> None:
    entries = [observation_entry(school.pupils[0].id) for _ in range(5)]
    tablet.pushes(*entries, limit=0)
    tablet.pushes({**entries[0], "revision": 2, "body": {**entries[0]["body"], "text": "Later"}}, limit=0)
    seen = [change["id"] for change in tablet.syncs()["changes"] if change["kind"] == "observation"]
    assert seen == [entry["id"] for entry in [*entries[1:], entries[0]]]


@pytest.mark.parametrize(
    ("limit", "most"), [(0, 1), (-1, 1), (-(10**30), 1), (0.5, 1), (2.9, 2), (1, 1), (10**30, 1_000), (1e300, 1_000)]
)
def test_a_limit_outside_of_what_there_is_is_brought_inside(tablet, school, limit: float, most: int) -> None:
    answer = tablet.syncs(observation_entry(school.pupils[0].id), limit=limit)
    assert statuses(answer["results"]) == ["accepted"]
    assert len(answer["changes"]) == most if most < 1_000 else not answer["more"]


def test_a_push_alone_leaves_the_cursor_where_it_was(tablet: Tablet, school: SimpleNamespace) -> None:
    answer = tablet.syncs(observation_entry(school.pupils[0].id), pull=False)
    assert (answer["changes"], answer["cursor"], statuses(answer["results"])) == ([], None, ["accepted"])
    tablet.catches_up()
    before = tablet.cursor
    answer = tablet.syncs(observation_entry(school.pupils[0].id), pull=False)
    assert (answer["changes"], answer["cursor"]) == ([], before)
    assert tablet.asks(pull=False, cursor="nonsense").status_code == 409
    assert len(tablet.syncs()["changes"]) == 1


def test_an_assigned_pupil_comes_with_all_that_is_known_of_them(tablet, tablet_of, school, desk) -> None:
    with desk() as session:
        outcomes.add_outcomes(session, school.id, [NewOutcome(school.pupils[3].id, "Will ask", "semh")], now())
    meeting = parent_meeting_entry(school.pupils[3].id)
    tablet_of(school.teacher).pushes(observation_entry(school.pupils[3].id), meeting)
    tablet.catches_up()
    assert not tablet.holds("observation")
    give(desk, school, 0, 1, 2, 3)
    tablet.catches_up(limit=2)
    assert set(tablet.holds("pupil")) == ids(school, 0, 1, 2, 3)
    for kind in ("observation", "parent_meeting", "outcome", "action"):
        assert {body["pupil_id"] for body in tablet.holds(kind).values()} == ids(school, 3), kind


def test_a_withdrawn_pupil_goes_with_all_that_was_known_of_them(tablet, tablet_of, school, desk) -> None:
    tablet.pushes(*[observation_entry(school.pupils[number].id) for number in (0, 0, 1)])
    tablet.catches_up()
    give(desk, school, 1, 2)
    answer = tablet.syncs()
    gone = {(change["kind"], change["gone"], change["body"]) for change in answer["changes"]}
    assert gone == {("pupil", True, None), ("observation", True, None)}
    assert set(tablet.holds("pupil")) == ids(school, 1, 2)
    assert len(tablet.holds("observation")) == 1


def test_after_withdrawal_nothing_more_of_the_pupil_comes(tablet, tablet_of, school, desk) -> None:
    tablet.catches_up()
    give(desk, school, 1, 2)
    tablet.catches_up()
    tablet_of(school.teacher).pushes(observation_entry(school.pupils[0].id))
    assert tablet.syncs()["changes"] == []


def test_a_pupil_given_again_comes_whole_again(tablet, tablet_of, school, desk) -> None:
    tablet.pushes(observation_entry(school.pupils[0].id))
    tablet.catches_up()
    give(desk, school, 1, 2)
    tablet.catches_up()
    tablet_of(school.teacher).pushes(observation_entry(school.pupils[0].id))
    give(desk, school, 0, 1, 2)
    tablet.catches_up(limit=1)
    assert set(tablet.holds("pupil")) == ids(school, 0, 1, 2)
    assert len(tablet.holds("observation")) == 2


def test_taken_and_given_between_two_pulls_leaves_all_in_place(tablet, tablet_of, school, desk) -> None:
    tablet.pushes(observation_entry(school.pupils[0].id))
    tablet.catches_up()
    give(desk, school, 1, 2)
    tablet_of(school.teacher).pushes(observation_entry(school.pupils[0].id))
    give(desk, school, 0, 1, 2)
    tablet.catches_up()
    assert len(tablet.holds("observation")) == 2
    assert set(tablet.holds("pupil")) == ids(school, 0, 1, 2)


def test_a_shelf_is_what_may_be_seen_after_any_changes_of_scope(tablet, tablet_of, school, desk) -> None:
    teachers = tablet_of(school.teacher)
    for seed in range(6):
        chance = random.Random(seed)
        for _step in range(6):
            if chance.random() < 0.5:
                give(desk, school, *[number for number in range(4) if chance.random() < 0.5])
            if chance.random() < 0.5:
                teachers.pushes(observation_entry(chance.choice(school.pupils).id), limit=0)
            if chance.random() < 0.5:
                tablet.syncs(limit=chance.choice([1, 2, 500]))
        tablet.catches_up(limit=chance.choice([1, 3, 500]))
        fresh = tablet_of(school.ta)
        fresh.catches_up()
        assert tablet.shelf == fresh.shelf, f"seed {seed}"


def test_a_class_given_brings_whoever_is_in_it(tablet: Tablet, school: SimpleNamespace, desk) -> None:
    with desk() as session:
        book = session.get_one(School, school.id)
        robins = add_class(session, school.id, "Robins")
        pupil_id = a_pupil(session, book, class_id=robins.id).id
        access.assign(session, session.get_one(Person, school.ta.id), now(), None, class_ids=[robins.id])
    tablet.catches_up()
    assert set(tablet.holds("pupil")) == ids(school, 0, 1, 2) | {pupil_id}
    assert tablet.holds("pupil")[pupil_id]["class_name"] == "Robins"


def test_a_question_reaches_only_the_notes_author(tablet, tablet_of, school, desk) -> None:
    entry = observation_entry(school.pupils[0].id)
    tablet.pushes(entry)
    with desk() as session:
        reviews.ask_about(session, school.senco, "observation", entry["id"], "Before or after?", now())
    others = [tablet_of(school.teacher), tablet_of(school.senco)]
    for each in (tablet, *others):
        each.catches_up()
    assert len(tablet.holds("question")) == 1
    assert [each.holds("question") for each in others] == [{}, {}]


def test_a_pull_costs_no_durable_write_each_time(tablet: Tablet, school: SimpleNamespace, record) -> None:
    tablet.catches_up()
    seen = record().get_one(devices.Device, (school.id, tablet.device_id)).last_seen_at
    tablet.syncs()
    assert record().get_one(devices.Device, (school.id, tablet.device_id)).last_seen_at == seen


def test_a_pull_asks_as_much_of_a_large_record_as_of_a_small_one(app, tablet, tablet_of, school) -> None:
    asked: list[str] = []

    def note(_connection, _cursor, statement, *_rest) -> None:
        asked.append(statement)

    def cost() -> int:
        asked.clear()
        assert tablet.syncs()["changes"] == []
        return len(asked)

    tablet.catches_up()
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", note)
    try:
        small = cost()
        teachers = tablet_of(school.teacher)
        for _ in range(3):
            teachers.pushes(*[observation_entry(school.pupils[0].id) for _ in range(200)], limit=0)
        tablet.catches_up()
        assert cost() == small
    finally:
        with app.app_context():
            event.remove(db.engine, "before_cursor_execute", note)


def two_schools(found_school, tablet_of) -> tuple[SimpleNamespace, Tablet, SimpleNamespace, Tablet]:
    ours, theirs = found_school(), found_school()
    return ours, tablet_of(ours.senco), theirs, tablet_of(theirs.senco)


def test_people_of_another_school_see_nothing(found_school, tablet_of) -> None:
    ours, our_tablet, theirs, their_tablet = two_schools(found_school, tablet_of)
    our_tablet.pushes(observation_entry(ours.pupils[0].id, "Ours alone"), parent_meeting_entry(ours.pupils[0].id))
    for tablet in (our_tablet, their_tablet):
        tablet.catches_up()
    assert not set(our_tablet.shelf) & set(their_tablet.shelf)
    assert set(their_tablet.holds("pupil")) == {pupil.id for pupil in theirs.pupils}
    assert not their_tablet.holds("observation")


def test_people_of_another_school_write_nothing(found_school, tablet_of, record, desk) -> None:
    ours, our_tablet, theirs, their_tablet = two_schools(found_school, tablet_of)
    note = observation_entry(ours.pupils[0].id, "Ours")
    meeting = parent_meeting_entry(ours.pupils[0].id)
    our_tablet.pushes(note, meeting)
    with desk() as session:
        question_id = reviews.ask_about(session, ours.senco, "observation", note["id"], "When?", now()).id
    foreign = [
        observation_entry(ours.pupils[0].id),
        {**note, "revision": 2, "base_version": 1},
        {**observation_entry(theirs.pupils[0].id), "id": note["id"]},
        answer_entry(question_id, ours.pupils[0].id),
        answer_entry(question_id, theirs.pupils[0].id),
        parent_meeting_entry(theirs.pupils[0].id),
    ]
    foreign[-1]["body"]["actions"] = meeting["body"]["actions"]
    assert statuses(their_tablet.pushes(*foreign)) == ["quarantined"] * len(foreign)
    our_tablet.catches_up()
    assert our_tablet.holds("observation")[note["id"]]["text"] == "Ours"
    assert our_tablet.holds("question")[question_id]["answer"] is None
    assert quarantine.waiting(record(), ours.id) == [], "what they sent waits in their own quarantine"
    assert len(quarantine.waiting(record(), theirs.id)) == len(foreign)


def test_a_device_of_two_schools_is_two_devices(found_school, tablet_of, record) -> None:
    ours, our_tablet, theirs, _tablet = two_schools(found_school, tablet_of)
    shared = tablet_of(theirs.senco, device_id=our_tablet.device_id)
    shared.syncs(waiting={"queued": 3, "stuck": 0, "oldest": None})
    assert record().get_one(devices.Device, (ours.id, our_tablet.device_id)).queued == 0
    assert our_tablet.asks().status_code == 200


def test_a_person_who_left_is_told_to_erase_and_their_notes_stay(tablet: Tablet, school, desk, tablet_of) -> None:
    entry = observation_entry(school.pupils[0].id)
    tablet.pushes(entry)
    with desk() as session:
        people.leave(session, session.get_one(Person, school.ta.id), now(), school.senco)
    answer = tablet.asks().get_json()
    assert (answer["command"], answer["changes"]) == ({"wipe": True}, [])
    sencos = tablet_of(school.senco)
    sencos.catches_up()
    assert sencos.holds("observation")[entry["id"]]["author_id"] == school.ta.id


def test_notes_that_never_were_entries_are_pulled_like_others(tablet: Tablet, school, desk) -> None:
    tablet.catches_up()
    with desk() as session:
        note = an_observation(session, school.pupils[0], school.teacher, "From the register")
        note_id = note.id
        assert questions.questions_about(session, school.id, [note_id]) == {}
    tablet.catches_up()
    assert tablet.holds("observation")[note_id]["text"] == "From the register"


def test_a_feed_has_one_number_for_each_change(tablet: Tablet, school: SimpleNamespace, record) -> None:
    tablet.pushes(*[observation_entry(school.pupils[0].id) for _ in range(20)])
    rows = select(func.count(), func.count(func.distinct(Document.seq)), func.max(Document.seq))
    count, distinct, top = record().execute(rows.where(Document.school_id == school.id)).one()
    assert count == distinct
    assert top <= changes.last_seq(record(), school.id)
