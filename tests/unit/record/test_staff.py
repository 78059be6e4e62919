"""What an administrator does about members of staff, and what follows from it for tablets, sessions and notes."""

import pytest
from sqlalchemy import select

from record import access, audit, changes, enrolments, invitations, passkeys, people, sessions, staff
from record.base import new_id
from record.errors import NotAllowed, NotFound, Refused
from record.people import Person
from record.staff import About
from tests.factories import A_MORNING, a_person, a_pupil, a_school, an_observation, assign


@pytest.fixture
def admin(session, school):
    return a_person(session, school, "admin", name="Ada Admin")


@pytest.fixture
def ta(session, school):
    return a_person(session, school, "ta", name="Kelly Brennan", email="kelly@test.school")


def enrolled(session, person):
    enrolment, tokens = enrolments.enrol(session, person, new_id(), "Owls 1", A_MORNING)
    return enrolment, tokens.bearer


@pytest.mark.parametrize("role", [role for role in people.ROLES if role != "admin"])
def test_nobody_but_an_administrator_manages_people(session, school, ta, role):
    by = a_person(session, school, role)
    with pytest.raises(NotAllowed):
        staff.invite(session, by, About("New", "new@test.school", "ta"), A_MORNING)
    with pytest.raises(NotAllowed):
        staff.change(session, by, ta, About("X", ta.email, "admin"), A_MORNING)
    with pytest.raises(NotAllowed):
        staff.leave(session, by, ta, A_MORNING)
    with pytest.raises(NotAllowed):
        staff.send_link(session, by, ta, A_MORNING)


def test_whoever_leaves_loses_every_way_in_and_keeps_authorship(session, school, admin, ta):
    pupil = a_pupil(session, school)
    assign(session, ta, [pupil])
    note = an_observation(session, pupil, ta, "Worked alone for ten minutes.")
    enrolment, bearer = enrolled(session, ta)
    token = sessions.begin(session, ta, "password", A_MORNING)
    link = invitations.make(session, ta, A_MORNING, admin)
    passkeys.add(session, ta, A_MORNING, credential_id="c", public_key="k", sign_count=0, transports=[], name="iPad")
    session.flush()
    staff.leave(session, admin, ta, A_MORNING)
    session.flush()
    assert sessions.find(session, token, A_MORNING) is None
    assert enrolments.enrolment_of(session, bearer) is enrolment, "their tablet may deliver what waits on it"
    assert enrolments.must_erase(session, enrolment)
    assert passkeys.passkeys_of(session, ta) == []
    assert access.visible_pupil_ids(session, ta) == set()
    with pytest.raises(NotFound):
        invitations.open_link(session, link.token, A_MORNING)
    assert note.author_id == ta.id and people.names(session, school.id)[ta.id] == "Kelly Brennan"
    assert list(audit.faults(session, school.id)) == []


def test_nobody_leaves_twice_nor_sees_themselves_off(session, admin, ta):
    staff.leave(session, admin, ta, A_MORNING)
    for act in (staff.leave, staff.send_link):
        with pytest.raises(Refused):
            act(session, admin, ta, A_MORNING)
    with pytest.raises(Refused):
        staff.leave(session, admin, admin, A_MORNING)


def test_the_last_administrator_can_neither_leave_nor_take_another_role(session, school, admin):
    assert "role" in staff.problems(session, About(admin.name, admin.email, "ta"), admin)
    other = a_person(session, school, "admin")
    assert staff.problems(session, About(admin.name, admin.email, "ta"), admin) == {}
    staff.leave(session, other, admin, A_MORNING)
    with pytest.raises(Refused):
        staff.change(session, other, other, About(other.name, other.email, "head"), A_MORNING)


def test_nobody_changes_their_own_role_however_many_administrators_there_are(session, school, admin):
    other = a_person(session, school, "admin")
    with pytest.raises(Refused, match="own role") as refused:
        staff.change(session, admin, admin, About(admin.name, admin.email, "senco"), A_MORNING)
    assert refused.value.field == "role" and admin.role == "admin"
    staff.change(session, admin, admin, About("Another Name", admin.email, "admin"), A_MORNING)
    assert admin.name == "Another Name"
    staff.change(session, other, admin, About(admin.name, admin.email, "senco"), A_MORNING)
    assert admin.role == "senco"


def test_a_new_role_is_in_force_at_once_and_told_to_tablets(session, school, admin, ta):
    pupil = a_pupil(session, school)
    assign(session, ta, [pupil])
    before = changes.last_seq(session, school.id)
    staff.change(session, admin, ta, About("Kelly Brennan-Hart", ta.email, "assistant_senco"), A_MORNING)
    assert access.sees_whole_school(ta)
    told = changes.head(session, school.id, "person", ta.id)
    assert told.seq > before and "Kelly Brennan-Hart" in told.body


def test_somebody_who_may_no_longer_use_a_tablet_has_it_emptied_after_it_has_delivered(session, admin, ta):
    enrolment, bearer = enrolled(session, ta)
    staff.change(session, admin, ta, About(ta.name, ta.email, "governor"), A_MORNING)
    assert enrolment.withdrawn_at == A_MORNING
    assert enrolments.enrolment_of(session, bearer) is enrolment  # it may still deliver
    assert access.visible_pupil_ids(session, ta) == set()


def test_another_email_ends_the_link_that_went_to_the_old_one(session, admin, ta):
    link = staff.send_link(session, admin, ta, A_MORNING)
    staff.change(session, admin, ta, About(ta.name, "other@test.school", ta.role), A_MORNING)
    with pytest.raises(NotFound):
        invitations.open_link(session, link.token, A_MORNING)


def test_saving_what_is_so_already_changes_nothing(session, school, admin, ta):
    before = changes.last_seq(session, school.id)
    staff.change(session, admin, ta, About(ta.name, ta.email, ta.role), A_MORNING)
    assert changes.last_seq(session, school.id) == before


@pytest.mark.parametrize(
    ("about", "field"),
    [
        (About("", "a@b.school", "ta"), "name"),
        (About("x" * 201, "a@b.school", "ta"), "name"),
        (About("Pat", "a@b", "ta"), "email"),
        (About("Pat", "a b@c.school", "ta"), "email"),
        (About("Pat", "a@b.school\x00", "ta"), "email"),
        (About("Pat", "x" * 250 + "@b.school", "ta"), "email"),
        (About("Pat", "kelly@test.school", "ta"), "email"),
        (About("Pat", "a@b.school", "king"), "role"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(session, admin, ta, about, field):
    assert list(staff.problems(session, about)) == [field]
    with pytest.raises(Refused):
        staff.invite(session, admin, about, A_MORNING)


def test_what_is_typed_is_tidied(session, admin):
    about = About.tidy("  Kelly\t\n Brennan\0 ", " Kelly@Test.SCHOOL ", "ta")
    assert about == About("Kelly Brennan", "kelly@test.school", "ta")


def test_people_of_another_school_are_not_there(session, admin):
    stranger = a_person(session, a_school(session))
    with pytest.raises(NotFound):
        staff.colleague(session, admin, stranger.id)
    assert staff.staff(session, admin) == [admin]


def test_a_search_finds_names_and_emails_without_accents_and_in_any_case(session, school, admin, ta):
    zoe = a_person(session, school, "teacher", name="Zoë Żółć")
    assert staff.staff(session, admin, "zoë") == [zoe] == staff.staff(session, admin, "ZOE")
    assert staff.staff(session, admin, "kelly@TEST") == [ta]
    assert staff.staff(session, admin, role="teacher") == [zoe]
    staff.leave(session, admin, ta, A_MORNING)
    assert ta not in staff.staff(session, admin)
    assert staff.staff(session, admin, has_left=True) == [ta]


def test_an_invitation_makes_no_second_person_of_one_email(session, admin, ta):
    with pytest.raises(Refused):
        staff.invite(session, admin, About("Other", "KELLY@test.school".lower(), "ta"), A_MORNING)
    assert len(session.scalars(select(Person).where(Person.email == "kelly@test.school")).all()) == 1
