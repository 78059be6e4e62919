"""The demo school's people, pupils and outcomes, before anything is filed."""

from collections import Counter
from datetime import date, timedelta

import pytest

from demo.people import CLASS_TEACHERS
from demo.plans import SchoolPlan
from demo.school import school_on
from record.needs import AREAS, needs_in
from record.people import ROLES
from record.pupils import EMPTY_PROFILE


def test_there_are_forty_pupils_on_every_kind_of_support(plan: SchoolPlan) -> None:
    assert len(plan.pupils) == 40
    assert Counter(pupil.sen_status for pupil in plan.pupils) == {"K": 28, "E": 9, "N": 3}


def test_every_year_has_two_classes_and_all_of_them_have_pupils(plan: SchoolPlan) -> None:
    classes = {(pupil.year_group, pupil.class_name) for pupil in plan.pupils}
    assert Counter(year for year, _class in classes) == dict.fromkeys("R123456", 2)
    assert {name for _year, name in classes} == set(plan.classes) == set(CLASS_TEACHERS)


def test_needs_are_of_the_census_list_and_of_all_four_broad_areas(plan: SchoolPlan) -> None:
    known = {need.code: need.area for need in needs_in(plan.today.year)}
    codes = {code for pupil in plan.pupils for code in pupil.needs}
    assert codes <= set(known)
    assert {known[code] for code in codes} == set(AREAS)
    assert {aim.area for aim in plan.outcomes} == set(AREAS)


def test_only_pupils_on_support_have_a_need(plan: SchoolPlan) -> None:
    for pupil in plan.pupils:
        assert bool(pupil.needs) == (pupil.sen_status != "N"), pupil.name


def test_no_two_people_can_be_mixed_up_by_a_name(plan: SchoolPlan) -> None:
    given = [pupil.given_name for pupil in plan.pupils]
    family = [pupil.family_name for pupil in plan.pupils] + [person.name.split()[-1] for person in plan.staff]
    titles = [teacher.split()[-1] for teacher in CLASS_TEACHERS.values()]
    strangers = [name for name in titles if name not in family]
    assert len(set(given)) == len(given)
    assert len(set(family + strangers)) == len(family) + len(strangers)


def test_a_pupil_is_as_old_as_their_year_group(plan: SchoolPlan) -> None:
    for pupil in plan.pupils:
        years_on = 0 if pupil.year_group == "R" else int(pupil.year_group)
        assert date(2021 - years_on, 9, 1) <= pupil.date_of_birth <= date(2022 - years_on, 8, 31), pupil.name


def test_every_pupil_has_a_whole_profile(plan: SchoolPlan) -> None:
    for pupil in plan.pupils:
        assert set(pupil.profile) == set(EMPTY_PROFILE)
        assert all(pupil.profile.values()), pupil.name
        strategies = pupil.profile["strategies"]
        assert isinstance(strategies, list) and 2 <= len(strategies) <= 4, pupil.name


def test_every_pupil_has_two_to_four_outcomes_with_a_baseline_and_a_review(plan: SchoolPlan) -> None:
    aims = Counter(aim.pupil.name for aim in plan.outcomes)
    assert set(aims) == {pupil.name for pupil in plan.pupils}
    assert all(2 <= number <= 4 for number in aims.values())
    for aim in plan.outcomes:
        assert str(aim.target) in aim.text, aim.text
        assert str(aim.start) in aim.baseline, aim.baseline
        assert timedelta(0) < aim.review_on - plan.today < timedelta(60)


def test_the_accounts_that_the_readme_names_are_there(plan: SchoolPlan) -> None:
    assert len(plan.staff) == 12
    named = {person.email.split("@")[0]: person.role for person in plan.staff if "." not in person.email.split("@")[0]}
    assert named == {
        "senco": "senco", "ta": "ta", "ta2": "ta", "teacher": "teacher", "head": "head", "admin": "admin",
    }  # fmt: skip
    assert {person.role for person in plan.staff} <= set(ROLES)
    assert all(person.email.endswith("@demo.school") for person in plan.staff)


def test_the_pupils_that_the_screens_name_are_whose_they_say(plan: SchoolPlan) -> None:
    tas = {pupil.name: set(pupil.tas) for pupil in plan.pupils}
    by_email = {person.email: person for person in plan.staff}
    ta, ta2 = by_email["ta@demo.school"].key, by_email["ta2@demo.school"].key
    assert ta in tas["Amina Yusuf"]
    assert {ta, ta2} <= tas["Leo Hart"]
    assert ta2 in tas["Grace Osei"]
    assert tas["Tomasz Nowak"] == set()
    tomasz = next(pupil for pupil in plan.pupils if pupil.name == "Tomasz Nowak")
    assert not any(tomasz.class_name in person.classes for person in plan.staff)


def test_the_same_seed_and_day_make_the_same_school(plan: SchoolPlan) -> None:
    assert school_on(plan.today) == plan


def test_another_seed_makes_other_notes_about_the_same_pupils(plan: SchoolPlan) -> None:
    other = school_on(plan.today, seed=1)
    assert other.pupils == plan.pupils
    shared = {note.text for note in other.notes} & {note.text for note in plan.notes}
    assert len(shared) < len(plan.notes) / 3


@pytest.mark.parametrize("today", [date(2027, 1, 6), date(2027, 4, 20), date(2027, 8, 15), date(2028, 2, 29)], ids=str)
def test_the_school_can_be_made_on_any_day_of_the_year(today: date) -> None:
    school = school_on(today)
    assert len(school.notes) + len(school.measured) > 1150
    assert max(note.recorded_at for note in school.notes).date() < today
    assert {meeting.recorded_at.date() <= school.days[-1] for meeting in school.meetings} == {True}
