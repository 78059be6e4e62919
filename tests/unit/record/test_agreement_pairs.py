"""Pairs of observers: which observations are compared, what is compared of them, and why some cannot be."""

from datetime import UTC, date, datetime, timedelta

import pytest

from record.agreement_pairs import pairs_of
from record.times import wire_time
from tests.factories import a_person, a_pupil, a_school, an_observation

TEN = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)
SEEN, NOT = True, False


def after(minutes: float) -> str:
    return wire_time(TEN + timedelta(minutes=minutes))


class Room:
    """Two people who watch one pupil."""

    def __init__(self, session):
        self.session, school = session, a_school(session)
        self.pupil = a_pupil(session, school)
        self.one, self.other = a_person(session, school), a_person(session, school)

    def writes(self, who, instrument, **measures):
        an_observation(self.session, self.pupil, who, recorded_at=TEN, instrument=instrument, measures=measures)

    def counts(self, who, count, begins=0.0, minutes=10.0, taps=None, behaviour="Calling out"):
        more = {} if taps is None else {"taps": [after(tap) for tap in taps]}
        self.writes(who, "frequency", behaviour=behaviour, count=count, observed_for_s=60 * minutes,
                    began_at=after(begins), **more)  # fmt: skip

    def samples(self, who, *marks, begins=0.0, rule="momentary", interval_s=60, name="On task"):
        self.writes(who, "time_sample", behaviours=[{"name": name, "intervals": list(marks)}], interval_s=interval_s,
                    rule=rule, began_at=after(begins))  # fmt: skip

    def times(self, who, *spells):
        told = [{"start": after(start), "stop": after(stop)} for start, stop in spells]
        self.writes(who, "duration", behaviour="Off task", spells=told)

    def pairs(self):
        return pairs_of(self.session, self.pupil, DAY, DAY).pairs

    def figures(self):
        (pair,) = self.pairs()
        return {figure.name: figure.said for figure in pair.figures}, pair.cannot


@pytest.fixture
def room(session):
    return Room(session)


def test_counts_of_the_same_time_are_compared_whole(room):
    room.counts(room.one, 8)
    room.counts(room.other, 10, behaviour="calling  out")
    assert room.figures() == ({"Total count": "80 %"}, "")


def test_of_counts_with_every_tap_known_the_shared_time_is_compared_minute_by_minute(room):
    room.counts(room.one, 3, taps=[0.5, 5.5, 6.2])
    room.counts(room.other, 3, begins=5, taps=[5.6, 6.3, 14.0])
    figures, cannot = room.figures()
    assert figures == {"Total count": "100 %", "Mean count by minute": "100 %", "Exact count by minute": "100 %"}
    (pair,) = room.pairs()
    assert pair.notes == ["Compared: the 5 min that both watched."]
    assert pair.rows[:2] == [("Minute 1", "1", "1"), ("Minute 2", "1", "1")] and len(pair.rows) == 5


def test_counts_of_different_times_without_taps_cannot_be_compared(room):
    room.counts(room.one, 8)
    room.counts(room.other, 10, begins=5)
    figures, cannot = room.figures()
    assert figures == {} and cannot.startswith("They watched at different times")


@pytest.mark.parametrize("begins", [10, 11, -10])
def test_times_that_only_touch_are_no_pair(room, begins):
    room.counts(room.one, 8)
    room.counts(room.other, 10, begins=begins)
    assert room.pairs() == []


def test_another_behaviour_instrument_pupil_day_or_the_same_person_is_no_pair(room):
    room.counts(room.one, 8)
    room.counts(room.one, 8)
    room.counts(room.other, 8, behaviour="Left seat")
    room.samples(room.other, SEEN, name="Calling out")
    assert room.pairs() == []
    assert pairs_of(room.session, room.pupil, DAY + timedelta(days=1), DAY + timedelta(days=9)).pairs == []


def test_time_samples_are_compared_interval_by_interval(room):
    room.samples(room.one, SEEN, NOT, NOT, NOT, SEEN, SEEN, NOT)
    room.samples(room.other, NOT, NOT, NOT, NOT, SEEN, SEEN, SEEN)
    # The example of Reed and Azulay (2011), as in test_agreement.py; kappa: observed 5/7, expected 25/49.
    figures, _ = room.figures()
    assert figures == {
        "Interval by interval": "71.4 %",
        "Scored intervals": "50 %",
        "Unscored intervals": "60 %",
        "Cohen's kappa": "0.42",
    }


def test_of_time_samples_that_began_apart_the_shared_intervals_are_compared(room):
    room.samples(room.one, NOT, SEEN, NOT, SEEN)
    room.samples(room.other, SEEN, NOT, SEEN, SEEN, begins=1.2)
    figures, _ = room.figures()
    assert figures["Interval by interval"] == "100 %"
    assert room.pairs()[0].notes == ["Compared: 3 intervals that both watched."]


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"rule": "partial"}, "rules"),
        ({"interval_s": 30}, "lengths"),
        ({"begins": 0.5}, "too far apart"),
        ({"begins": 3.9}, "no whole interval"),
    ],
)
def test_time_samples_that_differ_in_kind_are_shown_and_not_compared(room, other, why):
    room.samples(room.one, SEEN, NOT, SEEN, NOT)
    room.samples(room.other, SEEN, NOT, SEEN, NOT, **other)
    figures, cannot = room.figures()
    assert figures == {} and why in cannot


def test_kappa_is_said_to_be_undefined_where_both_always_saw_it(room):
    room.samples(room.one, SEEN, SEEN)
    room.samples(room.other, SEEN, SEEN)
    figures, _ = room.figures()
    assert figures["Cohen's kappa"] == figures["Unscored intervals"] == "Not defined"


def test_durations_are_compared_in_total_and_spell_by_spell(room):
    room.times(room.one, (0, 4), (6, 7))
    room.times(room.other, (0, 3), (6, 8))
    figures, _ = room.figures()
    # 5 and 5 minutes; 3/4 and 1/2.
    assert figures == {"Total duration": "100 %", "Mean duration per occurrence": "62.5 %"}
    assert room.pairs()[0].found == ("5 min in 2 spells", "5 min in 2 spells")


def test_different_numbers_of_spells_are_compared_in_total_alone(room):
    room.times(room.one, (0, 4))
    room.times(room.other, (0, 2), (3, 4))
    figures, _ = room.figures()
    assert figures == {"Total duration": "75 %"}
    assert "different numbers of spells" in room.pairs()[0].notes[-1]
    assert room.pairs()[0].rows == [("Spell 1", "4 min", "2 min"), ("Spell 2", "–", "1 min")]


def test_whatever_does_not_say_when_it_began_is_counted_and_nothing_breaks(room):
    room.writes(room.one, "frequency", behaviour="Calling out", count=3, observed_for_s=60)
    room.writes(room.one, "duration", total_s=60)
    room.writes(room.one, "time_sample", behaviours="x", interval_s=0)
    room.writes(room.one, "time_sample", behaviours=[{"intervals": [True, None]}, 3], interval_s=5, began_at=after(0))
    room.writes(room.one, "narrative")
    found = pairs_of(room.session, room.pupil, DAY, DAY)
    assert (found.pairs, found.without_time) == ([], 4)


@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
def test_times_at_the_ends_of_time_are_counted_as_none(room, moment):
    room.writes(room.one, "frequency", behaviour="Calling out", count=3, observed_for_s=86_400, began_at=moment)
    room.writes(room.other, "time_sample", behaviours=[{"intervals": [True]}], interval_s=3_600, began_at=moment)
    room.writes(room.one, "duration", spells=[{"start": moment, "stop": moment}])
    found = pairs_of(room.session, room.pupil, DAY, DAY)
    assert (found.pairs, found.without_time) == ([], 3)


def test_spells_at_different_times_are_shown_and_not_compared(room):
    room.times(room.one, (0, 10))
    room.times(room.other, (9.9, 19.9))
    figures, cannot = room.figures()
    assert figures == {} and cannot.startswith("What they timed lies at different times")


def test_one_spell_within_a_long_watch_is_not_compared(room):
    room.times(room.one, (0, 2), (10, 12), (28, 30))
    room.times(room.other, (10, 12))
    assert room.figures() == ({}, room.pairs()[0].cannot) and room.pairs()[0].cannot


def test_spells_that_share_half_of_their_time_are_compared_whole(room):
    room.times(room.one, (0, 4))
    room.times(room.other, (0, 2))
    assert room.figures()[0]["Total duration"] == "50 %"


@pytest.mark.parametrize("apart", [1 / 60, 0.5 / 60])
def test_taps_within_a_second_of_either_end_are_counted(room, apart):
    room.counts(room.one, 3, taps=[-apart, 5, 10 + apart])
    room.counts(room.other, 3, taps=[0, 5, 10])
    figures, _ = room.figures()
    assert figures["Total count"] == figures["Exact count by minute"] == "100 %"
