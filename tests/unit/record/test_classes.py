"""Classes and whose they are; lists of assignments, read first and carried out afterwards."""

import pytest

from record import access, assignment_lists, changes, classes
from record.assignment_lists import Line
from record.errors import NotAllowed, NotFound, Refused
from tests.factories import A_MORNING, a_class, a_person, a_pupil, a_school, assign


@pytest.fixture
def admin(session, school):
    return a_person(session, school, "admin")


@pytest.fixture
def ta(session, school):
    return a_person(session, school, "ta", name="Kelly Brennan", email="kelly@test.school")


def test_classes_are_in_the_order_that_a_school_counts_them(session, school, admin):
    for name in ("10A", "2B", "Reception", "2A"):
        a_class(session, school, name)
    assert [row.name for row in classes.overview(session, admin)] == ["Reception", "2A", "2B", "10A"]


def test_a_class_is_given_to_exactly_those_who_are_ticked(session, school, admin, ta):
    other = a_person(session, school, "teacher")
    four_b = a_class(session, school, "4B")
    pupil = a_pupil(session, school, class_id=four_b.id)
    classes.set_staff(session, admin, four_b, {ta.id}, A_MORNING)
    assert access.visible_pupil_ids(session, ta) == {pupil.id}
    classes.set_staff(session, admin, four_b, {other.id}, A_MORNING)
    assert access.visible_pupil_ids(session, ta) == set()
    assert [row.staff for row in classes.overview(session, admin)] == [[other]]


def test_giving_a_class_leaves_what_somebody_has_otherwise(session, school, admin, ta):
    four_b, five_a = a_class(session, school, "4B"), a_class(session, school, "5A")
    by_name, in_five = a_pupil(session, school), a_pupil(session, school, class_id=five_a.id)
    assign(session, ta, [by_name], [five_a])
    classes.set_staff(session, admin, four_b, {ta.id}, A_MORNING)
    assert access.visible_pupil_ids(session, ta) == {by_name.id, in_five.id}


def test_a_class_is_not_given_to_a_role_that_has_no_use_for_it_nor_to_strangers(session, school, admin):
    four_b = a_class(session, school, "4B")
    for person in (a_person(session, school, "head"), a_person(session, a_school(session), "ta")):
        with pytest.raises(Refused):
            classes.set_staff(session, admin, four_b, {person.id}, A_MORNING)


@pytest.mark.parametrize("role", ["ta", "teacher", "head", "governor", "designated_teacher"])
def test_whoever_may_not_assign_sees_no_class_list(session, school, role):
    with pytest.raises(NotAllowed):
        classes.overview(session, a_person(session, school, role))


def test_a_class_of_another_school_is_not_there(session, admin):
    with pytest.raises(NotFound):
        classes.class_of(session, admin, a_class(session, a_school(session)).id)


def test_a_renamed_class_is_told_to_the_tablets_of_its_pupils(session, school, admin):
    four_b = a_class(session, school, "4B")
    pupil = a_pupil(session, school, class_id=four_b.id)
    classes.rename(session, admin, four_b, "Owls", A_MORNING)
    assert '"class_name":"Owls"' in changes.head(session, school.id, "pupil", pupil.id).body


def test_two_classes_never_have_one_name(session, school, admin):
    four_b = classes.add(session, admin, "4B", A_MORNING)
    classes.rename(session, admin, four_b, "4b", A_MORNING)
    for name in ("4B", "", "x" * 51, "a\nb"):
        with pytest.raises(Refused):
            classes.add(session, admin, name, A_MORNING)


@pytest.fixture
def lists(session, school, admin, ta):
    """What lines would do and why some cannot be used, in words."""
    four_b = a_class(session, school, "4B")
    a_pupil(session, school, given_name="Zoë", family_name="García", class_id=four_b.id)
    a_pupil(session, school, given_name="Sam", family_name="Twice", class_id=four_b.id)
    a_pupil(session, school, given_name="Sam", family_name="Twice")
    a_person(session, school, "senco", name="Frances", email="senco@test.school")

    def read(*rows):
        lines = [Line(number, *row) for number, row in enumerate(rows, 2)]
        return assignment_lists.read(session, admin, lines)

    return read


def test_a_list_gives_classes_and_pupils_by_name_in_any_case_and_without_accents(lists):
    plan = lists(
        ("KELLY@test.school", "zoe garcia", ""),
        ("kelly@test.school", "García, Zoë", ""),
        ("kelly@test.school", "", " 4b "),
    )
    assert plan.problems == []
    [given] = plan.given
    assert [pupil.name for pupil in given.pupils] == ["Zoë García"]
    assert [each.name for each in given.classes] == ["4B"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("", "Zoë García", ""), "The email is missing"),
        (("nobody@test.school", "Zoë García", ""), "Nobody here has this email"),
        (("kelly@test.school", "Nobody Atall", ""), "There is no pupil of this name"),
        (("kelly@test.school", "Zoë García", "9Z"), "There is no such class"),
        (("kelly@test.school", "", ""), "Neither a pupil nor a class is named"),
        (("kelly@test.school", "Sam Twice", ""), "Several pupils have this name: name the class as well"),
        (("senco@test.school", "", "4B"), "Frances is SENCO and sees every pupil already"),
        (("nobody@test.school", "", "9Z"), "Nobody here has this email. There is no such class"),
    ],
)
def test_a_line_that_cannot_be_used_says_why_and_keeps_nothing_back(lists, row, reason):
    plan = lists(row, ("kelly@test.school", "Sam Twice", "4B"))
    assert [(each.line.number, each.reason) for each in plan.problems] == [(2, reason)]
    assert plan.new == 1


def test_carrying_out_adds_and_never_takes_away(session, school, admin, ta, lists):
    earlier = a_pupil(session, school)
    assign(session, ta, [earlier])
    plan = lists(("kelly@test.school", "Zoë García", ""))
    assert assignment_lists.carry_out(session, admin, plan, A_MORNING) == 1
    assert len(access.visible_pupil_ids(session, ta)) == 2
    again = lists(("kelly@test.school", "Zoë García", ""))
    assert (again.new, again.known) == (0, 1)
    assert assignment_lists.carry_out(session, admin, again, A_MORNING) == 0


def test_reading_a_list_changes_nothing(session, school, ta, lists):
    before = changes.last_seq(session, school.id)
    lists(("kelly@test.school", "", "4B"))
    assert changes.last_seq(session, school.id) == before
    assert access.visible_pupil_ids(session, ta) == set()


def test_a_pupil_of_another_school_is_no_pupil_here(session, lists):
    a_pupil(session, a_school(session), given_name="Far", family_name="Away")
    assert lists(("kelly@test.school", "Far Away", "")).new == 0
