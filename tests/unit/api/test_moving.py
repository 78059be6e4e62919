"""A note that turns out to be about another pupil: it goes, with all that hangs on it, to where it belongs."""

from types import SimpleNamespace

import pytest
from sqlalchemy import select

from record import access, conflicts, quarantine, reviews, settling
from record.actions import Action
from record.audit import AuditEvent
from record.base import new_id
from record.parent_meetings import ParentMeeting
from record.people import Person
from record.times import now
from tests.factories import an_outcome, observation_entry, parent_meeting_body, parent_meeting_entry
from tests.unit.api.actors import Tablet, note_of, revised, statuses


@pytest.fixture
def teachers(tablet_of, school: SimpleNamespace) -> Tablet:
    """The teacher's tablet: all four pupils, of which the fourth is none of the TA's."""
    tablet: Tablet = tablet_of(school.teacher)
    return tablet


def in_step(tablet: Tablet, fresh: Tablet) -> set[tuple[str, str]]:
    """What is on the shelf, which is what a new tablet of the same person gets."""
    tablet.catches_up(limit=1)
    fresh.catches_up()
    assert tablet.shelf == fresh.shelf
    return set(tablet.shelf)


def test_a_note_moved_out_of_sight_is_gone_for_whoever_may_not_see_it_there(
    tablet, teachers, tablet_of, school, record
) -> None:
    entry = observation_entry(school.pupils[0].id)
    teachers.pushes(entry)
    tablet.catches_up()
    assert entry["id"] in tablet.holds("observation")
    [result] = teachers.pushes(revised(entry, 2, 1, pupil_id=school.pupils[3].id))
    assert (result["status"], result["version"]) == ("accepted", 2)
    assert ("observation", entry["id"]) not in in_step(tablet, tablet_of(school.ta))
    assert ("observation", entry["id"]) in in_step(teachers, tablet_of(school.teacher))
    assert teachers.holds("observation")[entry["id"]]["pupil_id"] == school.pupils[3].id
    assert note_of(record, entry).pupil_id == school.pupils[3].id


@pytest.mark.parametrize("limit", [1, 500])
def test_a_note_moved_between_two_pupils_of_a_reader_never_goes(tablet, school, limit: int) -> None:
    entry = observation_entry(school.pupils[0].id)
    tablet.pushes(entry, pull=False)
    tablet.catches_up()
    tablet.pushes(revised(entry, 2, 1, pupil_id=school.pupils[1].id), pull=False)
    answers = [tablet.syncs(limit=limit)]
    while answers[-1]["more"]:
        answers.append(tablet.syncs(limit=limit))
    told = [(each["gone"], each["version"]) for answer in answers for each in answer["changes"]]
    assert told == [(False, 2)]


def test_a_note_moved_there_and_back_is_where_it_was(tablet, teachers, tablet_of, school) -> None:
    entry = observation_entry(school.pupils[0].id)
    teachers.pushes(entry)
    tablet.catches_up()
    teachers.pushes(revised(entry, 2, 1, pupil_id=school.pupils[3].id))
    teachers.pushes(revised(entry, 3, 2, pupil_id=school.pupils[0].id))
    assert ("observation", entry["id"]) in in_step(tablet, tablet_of(school.ta))


def test_a_note_moved_to_a_pupil_who_is_not_the_writers_stays_where_it_was(tablet, school, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    [result] = tablet.pushes(revised(entry, 2, 1, pupil_id=school.pupils[3].id, text="Two"))
    assert (result["status"], result["version"]) == ("quarantined", None)
    assert result["problems"][0]["field"] == "body.pupil_id"
    note = note_of(record, entry)
    assert (note.pupil_id, note.text, note.version) == (school.pupils[0].id, "One", 1)
    assert len(quarantine.waiting(record(), school.id)) == 1


@pytest.mark.parametrize("order", ["given, then withdrawn", "withdrawn, then given"])
def test_pupils_given_and_withdrawn_around_a_move_leave_what_a_new_tablet_gets(
    tablet, teachers, tablet_of, school, desk, order: str
) -> None:
    entry = observation_entry(school.pupils[0].id)
    teachers.pushes(entry)
    tablet.catches_up()
    teachers.pushes(revised(entry, 2, 1, pupil_id=school.pupils[3].id))
    first, then = ([0, 1, 2, 3], [1, 2, 3]) if order.startswith("given") else ([1, 2], [1, 2, 3])
    for numbers in (first, then):
        with desk() as session:
            person = session.get_one(Person, school.ta.id)
            access.assign(session, person, now(), None, pupil_ids=[school.pupils[each].id for each in numbers])
    assert ("observation", entry["id"]) in in_step(tablet, tablet_of(school.ta))


def test_what_was_asked_about_it_and_its_other_version_go_along(tablet, tablet_of, school, desk, record) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    sencos = tablet_of(school.senco)
    with desk() as session:
        reviews.ask_about(session, school.senco, "observation", entry["id"], "When?", now())
    sencos.pushes(revised(entry, 1, 1, text="The SENCO's"))
    assert statuses(tablet.pushes(revised(entry, 2, 1, text="The TA's"))) == ["conflict"]
    tablet.catches_up()
    assert tablet.holds("question") and tablet.holds("conflict")
    assert statuses(sencos.pushes(revised(entry, 2, 3, text="The SENCO's", pupil_id=school.pupils[3].id))) == [
        "accepted"
    ]
    tablet.catches_up()
    assert [tablet.holds(kind) for kind in ("observation", "question", "conflict")] == [{}, {}, {}]
    [pair] = conflicts.unsettled(record(), school.id)
    with desk() as session:
        settling.settle_conflict(session, school.senco, pair.id, "offered", now())
    note = note_of(record, entry)
    assert (note.text, note.pupil_id) == ("The TA's", school.pupils[3].id), "the two disagreed on the words alone"


def test_a_meetings_actions_go_along_and_what_it_ticked_off_is_open_again(tablet, teachers, school, record) -> None:
    earlier = parent_meeting_entry(school.pupils[0].id)
    teachers.pushes(earlier)
    [ticked] = [each["id"] for each in earlier["body"]["actions"]]
    body = parent_meeting_body(school.pupils[0].id, actions_earlier=[{"id": ticked, "done": True}])
    entry = parent_meeting_entry(school.pupils[0].id, body=body)
    teachers.pushes(entry)
    tablet.catches_up()
    [agreed] = [each["id"] for each in entry["body"]["actions"]]
    assert set(tablet.holds("action")) == {ticked, agreed}
    assert record().get(Action, ticked).done
    teachers.pushes(revised(entry, 2, 1, pupil_id=school.pupils[3].id))
    assert record().get(Action, agreed).pupil_id == school.pupils[3].id
    assert not record().get(Action, ticked).done
    tablet.catches_up()
    assert set(tablet.holds("action")) == {ticked}
    assert teachers.holds("action")[agreed]["pupil_id"] == school.pupils[3].id


def test_it_is_linked_to_no_outcome_of_the_pupil_it_left(tablet, school, desk, record) -> None:
    with desk() as session:
        old, new = (an_outcome(session, session.merge(school.pupils[each])).id for each in (0, 1))
    unknown = new_id()
    entry = observation_entry(school.pupils[0].id)
    entry["body"]["outcome_ids"] = [old]
    tablet.pushes(entry)
    tablet.pushes(revised(entry, 2, 1, pupil_id=school.pupils[1].id, outcome_ids=[old, new, unknown]))
    assert note_of(record, entry).outcome_ids == [new, unknown]


def test_both_pupils_trails_say_so(tablet, school, record) -> None:
    entry = observation_entry(school.pupils[0].id)
    tablet.pushes(entry, revised(entry, 2, 1, pupil_id=school.pupils[1].id))
    query = select(AuditEvent).where(AuditEvent.subject_id == entry["id"], AuditEvent.action.startswith("note moved"))
    told = {(event.action, event.pupil_id, event.person_id) for event in record().scalars(query)}
    assert told == {
        ("note moved away", school.pupils[0].id, school.ta.id),
        ("note moved here", school.pupils[1].id, school.ta.id),
    }


def test_a_move_and_another_field_are_merged_and_two_moves_are_a_conflict(
    tablet, teachers, tablet_of, school, record
) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    sencos = tablet_of(school.senco)
    sencos.pushes(revised(entry, 1, 1, pupil_id=school.pupils[1].id))
    assert statuses(tablet.pushes(revised(entry, 2, 1, text="Two"))) == ["merged"]
    assert (note_of(record, entry).pupil_id, note_of(record, entry).text) == (school.pupils[1].id, "Two")
    sencos.pushes(revised(entry, 2, 3, text="Two", pupil_id=school.pupils[3].id))
    third = revised(entry, 3, 3, text="Two", pupil_id=school.pupils[2].id)
    assert statuses(tablet.pushes(third)) == ["conflict"]
    assert note_of(record, entry).pupil_id == school.pupils[3].id


@pytest.mark.parametrize("finished", [False, True])
@pytest.mark.parametrize("base", [1, None])
def test_nobody_takes_a_meeting_along_from_a_pupil_whom_they_do_not_see(
    tablet, teachers, school, record, finished: bool, base: int | None
) -> None:
    theirs = school.pupils[3].id
    entry = parent_meeting_entry(theirs, body=parent_meeting_body(theirs, finished=False, discussion="Not theirs"))
    teachers.pushes(entry)
    teachers.pushes(revised(entry, 2, 1, finished=finished))
    [result] = tablet.pushes(revised(entry, 1, base, pupil_id=school.pupils[0].id))
    assert result["status"] == "quarantined"
    tablet.catches_up()
    assert entry["id"] not in tablet.holds("parent_meeting")
    assert record().get(ParentMeeting, entry["id"]).pupil_id == theirs


@pytest.mark.parametrize("why", ["withdrawn", "moved by the SENCO"])
def test_an_author_does_not_take_back_what_is_about_a_pupil_not_theirs_now(
    tablet, tablet_of, school, desk, record, why: str
) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    about = school.pupils[0 if why == "withdrawn" else 3].id
    tablet_of(school.senco).pushes(revised(entry, 1, 1, text="The SENCO's words", pupil_id=about))
    if why == "withdrawn":
        with desk() as session:
            access.assign(session, session.get_one(Person, school.ta.id), now(), None, pupil_ids=[school.pupils[1].id])
    [result] = tablet.pushes(revised(entry, 2, 2, pupil_id=school.pupils[1].id, text="The SENCO's words"))
    assert (result["status"], result["problems"][0]["field"]) == ("quarantined", "body.pupil_id")
    tablet.catches_up()
    assert entry["id"] not in tablet.holds("observation")
    assert note_of(record, entry).pupil_id == about


def test_an_authors_change_of_words_reaches_the_note_where_the_senco_has_moved_it(
    tablet, tablet_of, school, record
) -> None:
    entry = observation_entry(school.pupils[0].id, "One")
    tablet.pushes(entry)
    tablet_of(school.senco).pushes(revised(entry, 1, 1, pupil_id=school.pupils[3].id))
    assert statuses(tablet.pushes(revised(entry, 2, 1, text="Two"))) == ["merged"]
    assert (note_of(record, entry).text, note_of(record, entry).pupil_id) == ("Two", school.pupils[3].id)
