"""A school's settings: what each may be, who changes them, and that the trail keeps it."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from record import school_settings
from record.audit import AuditEvent
from record.errors import NotAllowed, Refused
from record.passwords import FULL, LIGHT
from record.school_settings import Settings
from tests.factories import A_MORNING, a_person, a_school


def test_a_new_school_locks_after_five_minutes_and_asks_after_thirty_days(session):
    school = a_school(session, "Wrenfold")
    assert school_settings.settings_of(session, school.id) == Settings("Wrenfold", 5, 30, "", LIGHT)


def test_an_administrator_changes_them_for_their_own_school_alone(session):
    school, other = a_school(session, "Here"), a_school(session, "There")
    wanted = Settings("Wrenfold Primary", 10, 14, "wrenfold.sch.uk", FULL)
    school_settings.change(session, a_person(session, school, "admin"), wanted, A_MORNING)
    assert school_settings.settings_of(session, school.id) == wanted
    assert school_settings.settings_of(session, other.id) == Settings("There", 5, 30, "", LIGHT)
    actions = session.scalars(select(AuditEvent.action).where(AuditEvent.school_id == school.id))
    assert list(actions).count("settings changed") == 1


@pytest.mark.parametrize("role", ["senco", "head", "ta", "governor"])
def test_nobody_else_changes_them(session, role):
    school = a_school(session, "Here")
    with pytest.raises(NotAllowed):
        school_settings.change(session, a_person(session, school, role), Settings("X", 1, 1), A_MORNING)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 201},
        {"lock_minutes": 0},
        {"lock_minutes": 61},
        {"silent_days": 0},
        {"silent_days": 366},
        {"sign_in_domain": "wrenfold"},
        {"sign_in_domain": "https://wrenfold.sch.uk"},
        {"sign_in_domain": "a@b.uk"},
        {"sign_in_domain": "-.uk"},
        {"work_factor": "none"},
    ],
)
def test_a_value_that_cannot_be_is_refused_by_its_field(session, wrong):
    settings = replace(Settings("Wrenfold", 5, 30), **wrong)
    assert list(school_settings.problems(settings)) == list(wrong)
    with pytest.raises(Refused):
        school_settings.change(session, a_person(session, a_school(session), "admin"), settings, A_MORNING)
