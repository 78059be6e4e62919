"""Nobody's notes are stranded: who has left, or was withdrawn, delivers all that waits, and reads nothing more."""

from collections.abc import Callable
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest

from record import enrolments, staff
from record.entries import Entry
from record.observations import Observation
from record.people import Person
from record.times import now, wire_time
from tests.factories import a_person, a_photo, observation_entry
from tests.unit.api.actors import Tablet, Wire, statuses
from tests.unit.api.sealing_tablet import SealingTablet

A_DAY = timedelta(hours=24)
A_MINUTE = timedelta(minutes=1)
THREE_DAYS = timedelta(days=3)


@pytest.fixture
def leaves(desk, school: SimpleNamespace) -> Callable[..., None]:
    """The administrator sees a person off."""

    def see_off(person: Person, at: datetime | None = None) -> None:
        with desk() as session:
            admin = a_person(session, SimpleNamespace(id=school.id), "admin")
            staff.leave(session, admin, session.get_one(Person, person.id), at or now())

    return see_off


@pytest.fixture(params=["left", "withdrawn"])
def goes(request: pytest.FixtureRequest, desk, leaves, school) -> Callable[[Tablet], None]:
    """The two ways in which the TA's tablet is to be emptied."""

    def go(tablet: Tablet) -> None:
        if request.param == "left":
            return leaves(school.ta)
        with desk() as session:
            enrolments.withdraw(session, school.senco, tablet.device_id, now())

    return go


def colleague_on(tablet: Tablet, school: SimpleNamespace) -> SealingTablet:
    """The teacher, who uses the same tablet."""
    teachers = SealingTablet(tablet.client, school.teacher, tablet.device_id)
    teachers.prepares()
    return teachers


def a_note(school: SimpleNamespace, at: datetime | None = None) -> Wire:
    return {**observation_entry(school.pupils[0].id), "recorded_at": wire_time(at or now())}


def ended(tablet: Tablet, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"}
    return tablet.client.delete("/api/v1/enrolments/current", headers=headers).status_code


def test_all_that_waits_is_delivered_in_as_many_requests_as_it_takes(sealing, school, goes, record) -> None:
    sealing.syncs()
    waiting = [a_note(school) for _ in range(6)]
    goes(sealing)
    bearer, carry = sealing.token, sealing.carry
    for turn, note in enumerate(waiting):
        sealing.token = carry if turn % 2 else bearer
        sent = note if turn == 0 else sealing.seals(note)
        answer = sealing.syncs(sent)
        assert statuses(answer["results"]) == ["accepted"]
        assert (answer["command"], answer["changes"], answer["more"]) == ({"wipe": True}, [], False)
    assert {record().get_one(Observation, note["id"]).author_id for note in waiting} == {school.ta.id}
    assert sealing.syncs()["command"] == {"wipe": True}, "with nothing to push too"


def test_photos_are_still_delivered_and_none_is_shown(sealing, school, goes) -> None:
    goes(sealing)
    assert sealing.sends(a_photo()).status_code == 201
    answer = sealing.sends_sealed(a_photo())
    assert answer.status_code == 201
    headers = {"Authorization": f"Bearer {sealing.token}"}
    shown = sealing.client.get(f"/api/v1/attachments/{answer.get_json()['id']}", headers=headers)
    assert shown.status_code == 404


def test_the_tablet_says_that_it_has_erased_and_its_tokens_end(sealing, school, goes, record) -> None:
    goes(sealing)
    assert ended(sealing, sealing.carry) == 204
    [enrolment] = enrolments.enrolments_of(record(), school.id, school.ta.id, sealing.device_id)
    assert enrolment.erased_at == enrolment.ended_at is not None
    for token in (sealing.token, sealing.carry):
        sealing.token = token
        assert sealing.asks().status_code == 401


def test_only_an_unknown_a_replaced_or_an_ended_token_is_401(sealing, school) -> None:
    replaced = sealing.token, sealing.carry
    sealing.prepares()
    present = sealing.token, sealing.carry
    assert ended(sealing, sealing.token) == 204
    for token in (*replaced, *present, "unknown"):
        sealing.token = token
        assert sealing.asks().status_code == 401


@pytest.mark.parametrize("role", ["ta", "senco"])
@pytest.mark.parametrize("token", ["token", "carry"])
def test_what_somebody_who_left_had_sealed_is_carried_by_a_colleague(
    api_client, school, leaves, record, role: str, token: str
) -> None:
    author = getattr(school, role)
    theirs = SealingTablet(api_client, author)
    theirs.prepares()
    waiting = theirs.seals(a_note(school))
    teachers = colleague_on(theirs, school)
    leaves(author)
    teachers.token = getattr(teachers, token)
    answer = teachers.syncs(waiting)
    assert (statuses(answer["results"]), answer["command"]) == (["accepted"], None)
    assert record().get_one(Observation, waiting["id"]).author_id == author.id


def test_somebody_who_left_carries_what_a_colleague_has_sealed(sealing, school, goes, record) -> None:
    teachers = colleague_on(sealing, school)
    waiting = teachers.seals(a_note(school))
    goes(sealing)
    assert statuses(sealing.syncs(waiting)["results"]) == ["accepted"]
    assert record().get_one(Observation, waiting["id"]).author_id == school.teacher.id


def test_until_the_day_after_the_leaving_a_note_counts_as_written_here(sealing, school, leaves) -> None:
    left_at = now() - 2 * A_DAY
    leaves(school.ta, left_at)
    teachers = colleague_on(sealing, school)
    in_time = sealing.seals(a_note(school, left_at + A_DAY - A_MINUTE))
    too_late = sealing.seals(a_note(school, left_at + A_DAY + A_MINUTE))
    assert statuses(teachers.pushes(in_time, too_late, limit=0)) == ["accepted", "quarantined"]
    own = [sealing.seals(a_note(school, left_at + A_DAY + wrong)) for wrong in (-A_MINUTE, A_MINUTE)]
    assert statuses(sealing.syncs(*own)["results"]) == ["accepted", "quarantined"]


@pytest.mark.parametrize("wrong", [THREE_DAYS, -THREE_DAYS], ids=["fast", "slow"])
@pytest.mark.parametrize("role", ["ta", "senco"])
def test_a_clock_three_days_wrong_makes_no_forgery_of_an_honest_note(
    api_client, school, leaves, role: str, wrong: timedelta
) -> None:
    theirs = SealingTablet(api_client, getattr(school, role))
    theirs.prepares()
    left_at = now() - 2 * A_DAY
    leaves(getattr(school, role), left_at)
    sent_at = wire_time(now() + wrong)
    teachers = colleague_on(theirs, school)
    for carrier in (theirs, teachers):
        honest = theirs.seals(a_note(school, left_at - A_MINUTE + wrong))
        later = theirs.seals(a_note(school, left_at + A_DAY + A_MINUTE + wrong))
        results = carrier.syncs(honest, later, sent_at=sent_at)["results"]
        assert statuses(results) == ["accepted", "quarantined"]


def test_without_the_hour_at_which_it_was_sent_no_clock_is_put_right(sealing, school, leaves) -> None:
    left_at = now() - 2 * A_DAY
    leaves(school.ta, left_at)
    teachers = colleague_on(sealing, school)
    notes = [sealing.seals(a_note(school, left_at + after)) for after in (-THREE_DAYS, THREE_DAYS)]
    results = teachers.pushes(*notes, limit=0, sent_at=None)
    assert statuses(results) == ["accepted", "quarantined"]


def test_a_note_from_before_the_enrolment_by_a_slow_clock_is_believed(sealing, school) -> None:
    written = now() - THREE_DAYS
    assert statuses(sealing.pushes(sealing.seals(a_note(school, written)))) == ["accepted"]


def test_who_ended_their_enrolment_on_a_tablet_has_left_that_tablet(sealing, school, record) -> None:
    teachers = colleague_on(sealing, school)
    assert ended(sealing, sealing.token) == 204
    before = sealing.seals(a_note(school, now() - A_MINUTE))
    after = sealing.seals(a_note(school, now() + A_DAY + A_MINUTE))
    assert statuses(teachers.pushes(before, after, limit=0)) == ["accepted", "quarantined"]
    [kept] = [row for row in record().query(Entry).where(Entry.entry_id == after["id"])]
    assert (kept.author_id, kept.carried_by_id) == (school.ta.id, school.teacher.id), "it is signed: the time is wrong"


def test_what_is_written_on_a_withdrawn_tablet_that_has_not_heard_of_it_is_believed(sealing, school, desk) -> None:
    with desk() as session:
        enrolments.withdraw(session, school.senco, sealing.device_id, now() - 3 * A_DAY)
    assert statuses(sealing.syncs(sealing.seals(a_note(school)))["results"]) == ["accepted"]
