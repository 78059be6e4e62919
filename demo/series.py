"""Who is measured with which instrument over the term, and when; now and then by two people at the same time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from demo import school_days
from demo.measures import MEASURES
from demo.measures.agreeing import by_another
from demo.measures.occasion import Occasion
from demo.people import class_teacher_key
from demo.plans import NotePlan, OutcomePlan, PupilPlan

LESSONS = ("Literacy", "Maths")
APART = ("1:1 session", "Small group")


@dataclass(frozen=True)
class Series:
    """One thing measured again and again: `start` and `end` are its figure at both ends of the term."""

    instrument: str
    about: str
    times: int
    start: float
    end: float
    settings: tuple[str, ...] = LESSONS
    minutes: int = 20


ON_TASK = Series("time_sample", "On task", 8, 0.35, 0.8, minutes=5)
INVOLVEMENT = Series("scale", "leuven_involvement", 5, 2.0, 3.8, minutes=5)
WELLBEING = Series("scale", "leuven_wellbeing", 5, 2.4, 3.7, minutes=5)
ENGAGEMENT = Series("scale", "engagement", 6, 1.0, 2.9, APART, 10)
ZONES = Series("scale", "zones", 5, 3.0, 2.1, minutes=5)
CALM = Series("scale", "own", 5, 3.7, 1.8, minutes=5)
RIGHT = Series("target", "", 8, 0.35, 0.9, APART, 10)
OUTBURSTS = Series("abc", "", 8, 3.9, 2.0, (*LESSONS, "Playground"), 5)
SERIES: dict[str, tuple[Series, ...]] = {
    "Amina Yusuf": (
        Series("frequency", "Asking for help", 8, 2.0, 11.0),
        Series("duration", "On task", 7, 4.0, 13.0),
        replace(ON_TASK, about="On task, Looking to a peer"),
        INVOLVEMENT,
        WELLBEING,
        RIGHT,
        Series("session", "Speech and language programme", 9, 22, 30, APART, 30),
        replace(OUTBURSTS, times=4, start=2.2, end=1.1),
    ),
    "Leo Hart": (
        Series("frequency", "Calling out", 9, 26.0, 8.0),
        Series("duration", "Out of the room", 7, 11.0, 3.0),
        ON_TASK,
        ZONES,
        CALM,
        replace(ENGAGEMENT, times=4),
        RIGHT,
        Series("session", "Emotional literacy support (ELSA)", 9, 25, 40, APART, 40),
        replace(OUTBURSTS, times=11),
    ),
    "Riley Stokoe": (OUTBURSTS, Series("frequency", "Leaving seat", 7, 18.0, 7.0)),
    "Tyrell Grant": (Series("frequency", "Calling out", 7, 21.0, 9.0), ZONES),
    "Jaxon Tranter": (Series("duration", "On task", 7, 3.0, 10.0), replace(CALM, times=4)),
    "Arlo Pettigrew": (replace(ENGAGEMENT, times=7),),
    "Teddy Underhill": (ENGAGEMENT, replace(RIGHT, times=7)),
    "Finley Marlow": (OUTBURSTS,),
    "Grace Osei": (replace(WELLBEING, times=6), replace(RIGHT, times=5)),
    "Kofi Asante": (Series("session", "Colourful Semantics", 8, 15, 20, APART, 20),),
    "Daisy Cartwright": (replace(RIGHT, times=6),),
    "Marcus Ogden": (replace(ON_TASK, times=6), Series("session", "Precision teaching", 7, 8, 15, APART, 15)),
}
# Measured by two people at the same time, so that they can be compared: the last so many of a series.
TOGETHER = {
    "Leo Hart": {"time_sample": 3, "frequency": 3, "duration": 2},
    "Amina Yusuf": {"time_sample": 2, "frequency": 2, "scale": 1},
}


class Measurements:
    """All that was measured in a term of school days."""

    def __init__(self, rng: Random, aims: Sequence[OutcomePlan], days: Sequence[date]) -> None:
        self.rng, self.days = rng, days
        self.aims = {aim.pupil.name: aim for aim in reversed(aims)}  # a pupil's first outcome is the one measured

    def of(self, pupils: Sequence[PupilPlan]) -> list[NotePlan]:
        """The notes of all series about these pupils, oldest first."""
        found: list[NotePlan] = []
        for pupil in pupils:
            together = dict(TOGETHER.get(pupil.name, {}))
            for series in SERIES.get(pupil.name, ()):
                found += self._series(pupil, series, together.pop(series.instrument, 0))
        return sorted(found, key=lambda note: note.recorded_at)

    def _series(self, pupil: PupilPlan, series: Series, in_pairs: int) -> list[NotePlan]:
        notes: list[NotePlan] = []
        for number in range(series.times):
            first = len(self.days) * number // series.times
            past = len(self.days) * (number + 1) // series.times
            place = self.rng.randrange(first, max(past - 1, first + 1))
            note = self._note(pupil, series, place)
            notes.append(note)
            if number >= series.times - in_pairs:
                notes.append(self._beside(note))
        return notes

    def _note(self, pupil: PupilPlan, series: Series, place: int) -> NotePlan:
        rng, setting = self.rng, self.rng.choice(series.settings)
        minute = school_days.minute_of(rng, setting, pupil.year_group)
        begins = min(max(minute, school_days.EARLIEST), school_days.LATEST - series.minutes - 1)
        began_at = school_days.at(self.days[place], begins, rng.randrange(60))
        gone = place / (len(self.days) - 1)
        occasion = Occasion(series.about, began_at, series.minutes, gone, series.start, series.end)
        measures, text = MEASURES[series.instrument](rng, occasion)
        aim = self.aims.get(pupil.name)
        is_linked = aim is not None and series.instrument in ("target", "session")
        return NotePlan(
            pupil=pupil,
            author=rng.choice(pupil.tas),
            recorded_at=began_at + timedelta(minutes=series.minutes, seconds=rng.randrange(30)),
            setting=setting,
            text=text,
            outcomes=(aim,) if aim is not None and is_linked else (),
            instrument=series.instrument,
            measures=measures,
        )

    def _beside(self, note: NotePlan) -> NotePlan:
        """The same, as somebody beside the author saw it."""
        others = [key for key in (*note.pupil.tas, class_teacher_key(note.pupil.class_name)) if key != note.author]
        author = str(next(key for key in others if key))
        measures: dict[str, Any] = by_another(self.rng, note.instrument, note.measures)
        later = timedelta(seconds=self.rng.randrange(5, 25))
        return replace(note, author=author, recorded_at=note.recorded_at + later, text="", measures=measures)
