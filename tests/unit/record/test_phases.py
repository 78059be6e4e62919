"""Phases: set and removed by whoever may review, sent to tablets, kept in the trail."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from record import changes, phases
from record.audit import AuditEvent
from record.errors import NotAllowed, NotFound, Refused
from tests.factories import A_MORNING, a_person, a_phase, a_pupil, a_school, assign

TODAY = A_MORNING.date()


@pytest.fixture
def pupil(session, school):
    return a_pupil(session, school)


def test_a_phase_goes_to_tablets_and_into_the_trail(session, school, senco, pupil):
    phase = phases.set_phase(session, senco, pupil.id, date(2026, 11, 2), "  Visual \n timetable ", A_MORNING)
    body = changes.body_at(session, school.id, "phase", phase.id, 1)
    assert body == {"pupil_id": pupil.id, "on": "2026-11-02", "label": "Visual timetable"}
    head = changes.head(session, school.id, "phase", phase.id)
    assert head is not None and head.scope == pupil.id
    phases.remove_phase(session, senco, pupil.id, phase.id, A_MORNING)
    assert phases.phases_of(session, pupil.id) == [] and head.body is None
    trail = session.execute(select(AuditEvent.action, AuditEvent.person_id).where(AuditEvent.subject_id == phase.id))
    assert [tuple(row) for row in trail] == [("phase set", senco.id), ("phase removed", senco.id)]


def test_phases_come_in_the_order_of_their_days_and_the_same_twice_is_one(session, senco, pupil):
    late, early = (
        a_phase(session, pupil, senco, on=date(2026, 11, 9)),
        a_phase(session, pupil, senco, on=date(2026, 9, 7)),
    )
    assert a_phase(session, pupil, senco, on=date(2026, 11, 9)) is late
    assert phases.phases_of(session, pupil.id) == [early, late]


@pytest.mark.parametrize(
    ("on", "label", "field"),
    [
        (None, "Timer", "on"),
        (date(1999, 12, 31), "Timer", "on"),
        (TODAY + timedelta(days=366), "Timer", "on"),
        (TODAY, "  ", "label"),
        (TODAY, "x" * 101, "label"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(session, senco, pupil, on, label, field):
    with pytest.raises(Refused) as refusal:
        phases.set_phase(session, senco, pupil.id, on, label, A_MORNING)
    assert refusal.value.field == field


def test_a_pupil_has_no_more_phases_than_a_chart_can_show(session, senco, pupil):
    for number in range(phases.MOST_PHASES):
        a_phase(session, pupil, senco, f"Step {number}")
    with pytest.raises(Refused):
        a_phase(session, pupil, senco, "One more")


def test_only_whoever_reviews_sets_and_removes_and_only_of_their_own_school(session, school, senco, pupil):
    ta, stranger = a_person(session, school, "ta"), a_person(session, a_school(session), "senco")
    assign(session, ta, [pupil])
    phase, other = a_phase(session, pupil, senco), a_pupil(session, school)
    for attempt in (
        lambda who, whose: phases.set_phase(session, who, whose.id, TODAY, "Timer", A_MORNING),
        lambda who, whose: phases.remove_phase(session, who, whose.id, phase.id, A_MORNING),
    ):
        with pytest.raises(NotAllowed):
            attempt(ta, pupil)
        with pytest.raises(NotFound):
            attempt(stranger, pupil)
    with pytest.raises(NotFound):
        phases.remove_phase(session, senco, other.id, phase.id, A_MORNING)
