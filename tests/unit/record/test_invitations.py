"""One-time links: good once, for their time and their person, and ended by whatever overtakes them."""

from datetime import timedelta

import pytest

from record import invitations, people, sessions, staff
from record.errors import NotFound, Refused
from record.staff import About
from tests.factories import A_MORNING, PASSWORD, a_person, a_school

CHOSEN = "tuesday-biscuit-otter"


@pytest.fixture
def admin(session):
    return a_person(session, a_school(session), "admin")


@pytest.fixture
def invited(session, admin):
    return staff.invite(session, admin, About("Kelly Brennan", "kelly@test.school", "ta"), A_MORNING)


def test_an_invited_person_chooses_a_password_and_can_sign_in(session, invited):
    person, link = invited
    assert link.purpose == "invitation" and not person.has_password
    assert invitations.use(session, link.token, CHOSEN, A_MORNING) is person
    assert people.sign_in(session, "Kelly@Test.School ", CHOSEN) is person


def test_a_link_is_good_once(session, invited):
    invitations.use(session, invited[1].token, CHOSEN, A_MORNING)
    with pytest.raises(NotFound):
        invitations.use(session, invited[1].token, "another-biscuit-otter", A_MORNING)


@pytest.mark.parametrize(("purpose", "hours"), [("invitation", 72), ("reset", 1)])
def test_a_link_is_good_for_its_time(session, admin, invited, purpose, hours):
    person = invited[0] if purpose == "invitation" else admin
    link = invitations.make(session, person, A_MORNING, admin)
    assert link.purpose == purpose
    end = A_MORNING + timedelta(hours=hours)
    invitations.open_link(session, link.token, end - timedelta(seconds=1))
    with pytest.raises(NotFound):
        invitations.open_link(session, link.token, end)


def test_a_newer_link_ends_the_one_before(session, admin, invited):
    person, first = invited
    second = staff.send_link(session, admin, person, A_MORNING)
    with pytest.raises(NotFound):
        invitations.open_link(session, first.token, A_MORNING)
    assert invitations.open_link(session, second.token, A_MORNING)[1] is person


def test_looking_at_a_link_does_not_use_it_up(session, invited):
    for _ in range(3):
        invitations.open_link(session, invited[1].token, A_MORNING)
    invitations.use(session, invited[1].token, CHOSEN, A_MORNING)


def test_a_password_that_is_refused_leaves_the_link_good(session, invited):
    with pytest.raises(Refused):
        invitations.use(session, invited[1].token, "kelly brennan", A_MORNING)
    invitations.use(session, invited[1].token, CHOSEN, A_MORNING)


def test_a_new_password_ends_every_session(session, admin):
    token = sessions.begin(session, admin, "password", A_MORNING)
    link = invitations.make(session, admin, A_MORNING, None)
    assert link.purpose == "reset"
    invitations.use(session, link.token, CHOSEN, A_MORNING)
    assert sessions.find(session, token, A_MORNING) is None


def test_changing_a_password_keeps_this_browser_and_ends_the_others_and_every_link(session, admin):
    here, other = (sessions.begin(session, admin, "password", A_MORNING) for _ in range(2))
    link = invitations.make(session, admin, A_MORNING, None)
    invitations.change_password(session, admin, CHOSEN, A_MORNING, but=sessions.find(session, here, A_MORNING).id)
    assert sessions.find(session, here, A_MORNING) and not sessions.find(session, other, A_MORNING)
    with pytest.raises(NotFound):
        invitations.open_link(session, link.token, A_MORNING)
    with pytest.raises(people.SignInRefused):
        people.sign_in(session, admin.email, PASSWORD)


def test_a_link_of_somebody_who_has_left_opens_nothing(session, admin, invited):
    person, link = invited
    person.left_at = A_MORNING
    session.flush()
    with pytest.raises(NotFound):
        invitations.use(session, link.token, CHOSEN, A_MORNING)


def test_a_made_up_token_opens_nothing(session):
    for token in ("", "x" * 43, "é\0"):
        with pytest.raises(NotFound):
            invitations.open_link(session, token, A_MORNING)


def test_the_list_knows_who_has_not_used_their_link(session, admin, invited):
    person, link = invited
    assert invitations.waiting_until(session, admin.school_id, A_MORNING) == {person.id: link.expires_at}
    invitations.use(session, link.token, CHOSEN, A_MORNING)
    assert invitations.waiting_until(session, admin.school_id, A_MORNING) == {}
