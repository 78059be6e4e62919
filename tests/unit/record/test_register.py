"""The register: who is in it, how it is narrowed, and when the last note came."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from record import register
from record.errors import NotAllowed
from record.people import Person
from record.register import Filters
from tests.factories import A_MORNING, a_parent_meeting, a_person, a_pupil, a_school, an_observation, assign


def names(session: Session, person: Person, **filters: str) -> list[str]:
    return [row.pupil.name for row in register.rows(session, person, Filters(**filters))]


def test_the_register_is_in_the_order_of_family_names_whatever_their_accents(session, school, senco):
    for family_name in ("Zuk", "Émile", "Adams"):
        a_pupil(session, school, given_name="Sam", family_name=family_name)
    assert names(session, senco) == ["Sam Adams", "Sam Émile", "Sam Zuk"]


def test_a_search_finds_every_word_in_any_case_and_without_accents(session, school, senco):
    a_pupil(session, school, given_name="Zoë", family_name="García")
    a_pupil(session, school, given_name="Zara", family_name="Gardner")
    assert names(session, senco, search="garcia ZOE") == ["Zoë García"]
    assert names(session, senco, search="gar") == ["Zoë García", "Zara Gardner"]
    assert names(session, senco, search="%") == []


def test_filters_narrow_together(session, school, senco):
    a_pupil(session, school, given_name="A", family_name="A", year_group="4", sen_status="K", primary_need="SLCN")
    a_pupil(session, school, given_name="B", family_name="B", year_group="4", sen_status="E", primary_need="SLCN")
    a_pupil(session, school, given_name="C", family_name="C", year_group="5", sen_status="E", primary_need="ASD")
    assert names(session, senco, year_group="4") == ["A A", "B B"]
    assert names(session, senco, year_group="4", sen_status="E") == ["B B"]
    assert names(session, senco, primary_need="ASD") == ["C C"]
    assert register.year_groups(session, school.id) == ["4", "5"]
    assert register.needs(session, school.id) == ["ASD", "SLCN"]


def test_the_last_note_is_the_newest_of_either_kind(session, school, senco):
    pupil = a_pupil(session, school)
    an_observation(session, pupil, senco, recorded_at=A_MORNING)
    a_parent_meeting(session, pupil, senco, recorded_at=A_MORNING + timedelta(days=1), held_on="2026-11-25")
    silent = a_pupil(session, school)
    found = {row.pupil.id: row.last_note_at for row in register.rows(session, senco, Filters())}
    assert found == {pupil.id: A_MORNING + timedelta(days=1), silent.id: None}


def test_a_ta_meets_only_their_own_pupils(session, school):
    ta, mine = a_person(session, school, "ta"), a_pupil(session, school)
    a_pupil(session, school)
    assign(session, ta, [mine])
    assert [row.pupil.id for row in register.rows(session, ta, Filters())] == [mine.id]
    assert register.count(session, ta) == 1


def test_another_school_is_never_met(session, senco):
    a_pupil(session, a_school(session))
    assert register.rows(session, senco, Filters()) == []
    assert register.count(session, senco) == 0


def test_an_administrator_may_not_open_the_register(session, school):
    with pytest.raises(NotAllowed):
        register.rows(session, a_person(session, school, "admin"), Filters())
