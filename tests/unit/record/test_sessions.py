"""Sessions: how long they last, whose they are, and what ends them; and ceremonies, which are taken once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from record import audit, ceremonies, enrolments, sessions
from record.base import new_id
from record.errors import NotFound
from record.schools import School
from record.sessions import IDLE, LONGEST, SignInSession
from tests.factories import A_MORNING, a_person, a_school


@pytest.fixture
def person(session):
    return a_person(session, a_school(session))


def begun(session, person, now=A_MORNING, **told):
    return sessions.begin(session, person, "password", now, **told)


def test_a_token_finds_its_session_and_is_kept_only_as_a_hash(session, person):
    token = begun(session, person, user_agent="Safari", address="10.0.0.7")
    found = sessions.find(session, token, A_MORNING)
    assert (found.person_id, found.user_agent, found.address) == (person.id, "Safari", "10.0.0.7")
    assert token not in {found.id, found.token_hash}
    assert sessions.find(session, token + "x", A_MORNING) is None


def test_a_session_ends_when_it_was_not_used_for_twelve_hours(session, person):
    token = begun(session, person)
    assert sessions.find(session, token, A_MORNING + IDLE - timedelta(seconds=1))
    assert sessions.find(session, token, A_MORNING + IDLE) is None


def test_use_keeps_a_session_alive_but_never_beyond_fourteen_days(session, person):
    token = begun(session, person)
    session_id = sessions.find(session, token, A_MORNING).id
    now = A_MORNING
    while now + IDLE / 2 < A_MORNING + LONGEST:
        now += IDLE / 2
        assert sessions.find(session, token, now)
        sessions.note_seen(session, session_id, now)
    assert sessions.find(session, token, A_MORNING + LONGEST) is None


def test_being_seen_is_worth_a_write_once_a_minute(session, person):
    found = sessions.find(session, begun(session, person), A_MORNING)
    assert not found.is_news(A_MORNING + timedelta(seconds=59))
    assert found.is_news(A_MORNING + timedelta(seconds=60))


@pytest.fixture
def tablet(session, person):
    """The id of a tablet of the person's school, whose tablets lock after seven minutes."""
    session.get_one(School, person.school_id).lock_minutes = 7
    enrolment, _tokens = enrolments.enrol(session, person, new_id(), "Owls 1", A_MORNING)
    return enrolment.device_id


LOCK = timedelta(minutes=7)
A_SECOND = timedelta(seconds=1)


def test_a_session_on_a_tablet_ends_when_the_tablet_locks(session, person, tablet):
    token = begun(session, person)
    assert sessions.find(session, token, A_MORNING + LOCK - A_SECOND, tablet)
    assert sessions.find(session, token, A_MORNING + LOCK, tablet) is None
    assert sessions.find(session, token, A_MORNING + LOCK), "elsewhere it stays as it is"


def test_a_session_that_was_seen_on_a_tablet_ends_so_also_when_the_tablets_cookie_is_gone(session, person, tablet):
    token = begun(session, person)
    found = sessions.find(session, token, A_MORNING, tablet)
    assert found.is_news(A_MORNING, tablet) and not found.is_news(A_MORNING)
    sessions.note_seen(session, found.id, A_MORNING, tablet)
    assert not found.is_news(A_MORNING, tablet)
    assert sessions.find(session, token, A_MORNING + LOCK) is None
    assert sessions.sessions_of(session, person, A_MORNING + LOCK) == []


def test_who_signs_in_on_a_tablet_is_on_it_from_the_first_moment(session, person, tablet):
    token = begun(session, person, device=tablet)
    assert sessions.find(session, token, A_MORNING + LOCK - A_SECOND)
    assert sessions.find(session, token, A_MORNING + LOCK) is None


def test_use_on_a_tablet_is_noted_often_enough_for_the_shortest_lock(session, person, tablet):
    session.get_one(School, person.school_id).lock_minutes = 1
    token, now = begun(session, person, device=tablet), A_MORNING
    for _ in range(20):
        now += timedelta(seconds=45)
        found = sessions.find(session, token, now)
        assert found and found.is_news(now)
        sessions.note_seen(session, found.id, now)


def test_a_tablet_of_another_school_or_none_shortens_nothing(session, person, tablet):
    other = a_person(session, a_school(session))
    elsewhere, _tokens = enrolments.enrol(session, other, new_id(), "Theirs", A_MORNING)
    token = begun(session, person)
    for cookie in (elsewhere.device_id, new_id(), "", "x" * 36, "\0" * 36, "\ud800" * 36, "7" * 3_000):
        assert sessions.find(session, token, A_MORNING + LOCK, cookie), cookie
        assert sessions.tablet_of(session, person.school_id, cookie) is None


def test_no_lock_is_longer_than_a_session_elsewhere(session, person, tablet):
    session.get_one(School, person.school_id).lock_minutes = 60 * 24
    token = begun(session, person, device=tablet)
    assert sessions.find(session, token, A_MORNING + IDLE) is None


def test_somebody_who_has_left_is_not_let_in_by_an_old_session(session, person):
    token = begun(session, person)
    person.left_at = A_MORNING
    session.flush()
    assert sessions.find(session, token, A_MORNING) is None


def test_a_person_ends_their_own_sessions_and_nobody_elses(session, person):
    other = a_person(session, a_school(session))
    theirs = sessions.find(session, begun(session, other), A_MORNING)
    with pytest.raises(NotFound):
        sessions.end(session, person, theirs.id, A_MORNING)
    sessions.end(session, other, theirs.id, A_MORNING)
    with pytest.raises(NotFound):
        sessions.end(session, other, theirs.id, A_MORNING)


def test_all_sessions_but_the_present_one_end_at_once(session, person):
    tokens = [begun(session, person) for _ in range(3)]
    kept = sessions.find(session, tokens[1], A_MORNING).id
    assert sessions.end_all(session, person, A_MORNING, person, but=kept) == 2
    assert [each.id for each in sessions.sessions_of(session, person, A_MORNING)] == [kept]
    assert sessions.end_all(session, person, A_MORNING, person, but=kept) == 0
    assert list(audit.faults(session, person.school_id)) == []


def test_signing_in_clears_away_what_has_run_out(session, person):
    begun(session, person)
    begun(session, person, A_MORNING + IDLE)
    assert len(session.scalars(select(SignInSession)).all()) == 1


def test_what_a_browser_says_of_itself_is_cut_to_fit(session, person):
    found = sessions.find(session, begun(session, person, user_agent="x\0" * 5_000, address="y" * 99), A_MORNING)
    assert (len(found.user_agent), len(found.address)) == (100, 45)


def test_a_ceremony_is_taken_once_and_by_its_own_kind_and_person_only(session, person):
    def token():
        return ceremonies.begin(session, "passkey new", {"challenge": "x"}, A_MORNING, person.id)

    def take(name, kind="passkey new", person_id=person.id, now=A_MORNING):
        return ceremonies.take(session, name, kind, now, person_id)

    once = token()
    assert take(once) == {"challenge": "x"}
    assert take(once) is None
    assert take(token(), kind="single sign-on") is None
    assert take(token(), person_id=None) is None
    assert take(token(), now=A_MORNING + ceremonies.LIFETIME) is None
    assert take(None) is None and take("made up") is None
