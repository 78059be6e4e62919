"""The pile by pupil, and an agreed action that the SENCO ticks off."""

from datetime import timedelta

import pytest

from record import actions, reviews
from record.errors import NotAllowed, NotFound
from tests.factories import A_MORNING, a_parent_meeting, a_person, a_pupil, an_observation, assign


def test_the_newest_few_of_each_pupil_come_newest_first_whatever_their_kind(session, school, senco):
    one, two, unasked = (a_pupil(session, school) for _ in range(3))
    at = [A_MORNING + timedelta(minutes=minute) for minute in range(8)]
    old, kept = (an_observation(session, one, senco, received_at=moment) for moment in (at[0], at[2]))
    meeting = a_parent_meeting(session, one, senco, received_at=at[4])
    other = an_observation(session, two, senco, received_at=at[3])
    an_observation(session, unasked, senco, received_at=at[7])
    reviewed = an_observation(session, two, senco, received_at=at[6])
    reviews.mark_reviewed(session, senco, "observation", reviewed.id, A_MORNING)
    found = reviews.newest_of_each(session, senco, [one.id, two.id], 2)
    assert [item.note.id for item in found] == [meeting.id, other.id, kept.id]
    assert old.id not in {item.note.id for item in found}
    assert reviews.newest_of_each(session, senco, [], 2) == []


def test_a_ta_is_shown_the_newest_of_their_own_pupils_alone(session, school, senco):
    ta, mine, foreign = a_person(session, school, "ta"), a_pupil(session, school), a_pupil(session, school)
    assign(session, ta, [mine])
    seen = an_observation(session, mine, senco)
    an_observation(session, foreign, senco)
    found = reviews.newest_of_each(session, ta, [mine.id, foreign.id], 5)
    assert [item.note.id for item in found] == [seen.id]


def test_an_action_is_done_once_and_tells_the_tablets(session, school, senco):
    pupil = a_pupil(session, school)
    a_parent_meeting(session, pupil, senco)
    (action,) = actions.actions_of(session, pupil.id)
    for _ in range(2):
        assert actions.turn(session, senco, pupil.id, action.id, True, A_MORNING).done


def test_only_who_reviews_ticks_off_and_only_the_pupils_own(session, school, senco):
    pupil, other = a_pupil(session, school), a_pupil(session, school)
    a_parent_meeting(session, pupil, senco)
    (action,) = actions.actions_of(session, pupil.id)
    with pytest.raises(NotAllowed):
        actions.turn(session, a_person(session, school, "head"), pupil.id, action.id, True, A_MORNING)
    with pytest.raises(NotFound):
        actions.turn(session, senco, other.id, action.id, True, A_MORNING)
    assert not action.done
