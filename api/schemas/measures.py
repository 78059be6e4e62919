"""Measures of observations: one schema for each instrument, with the rules of docs/instruments.md.

Everything may be absent, unknown members of newer tablets are kept, what is there must be right. To add an instrument:
record/instruments/__init__.py has the steps.
"""

from datetime import datetime
from typing import Any

from marshmallow import ValidationError

from api.schemas.fields import Choice, Id
from api.schemas.measure_fields import (
    NO_MOMENT,
    Intervals,
    Moments,
    Part,
    Picked,
    Rows,
    Seconds,
    ToldMoment,
    Whole,
    YesNo,
    remark,
    words,
)
from api.schemas.quick import QuickSchema
from record.instruments import abc, duration, frequency, session, target, time_sample
from record.instruments import scale as scales
from record.instruments.limits import TOLERANCE_S
from record.times import parse_wire_time


class NarrativeMeasures(QuickSchema):
    """A narrative measures nothing: its words say it."""


class AbcMeasures(QuickSchema):
    """Antecedent, behaviour and consequence, each chosen from the school's list or in words."""

    antecedent = Picked()
    behaviour = Picked()
    consequence = Picked()
    intensity = Whole(min(abc.INTENSITIES), max(abc.INTENSITIES))
    duration_s = Seconds(abc.MAX_DURATION_S)
    people_present = remark()


class FrequencyMeasures(QuickSchema):
    """How often, in how long, with the moment of every tap."""

    behaviour = words()
    count = Whole(0, frequency.MAX_COUNT)
    observed_for_s = Seconds(frequency.MAX_OBSERVED_S, above_zero=True)
    began_at = ToldMoment(allow_none=True)
    taps = Moments(frequency.MAX_COUNT)

    def check(self, data: dict[str, Any]) -> None:
        """No more taps than were counted, and none outside the time of watching."""
        taps, count = data.get("taps") or [], data.get("count")
        if count is not None and len(taps) > count:
            raise ValidationError(f"There are {len(taps):,} taps but the count is {count:,}", "taps")
        began, watched = parse_wire_time(data.get("began_at")), data.get("observed_for_s")
        if began is None:
            return
        for tap in taps:
            since = (_known(tap) - began).total_seconds()
            if since < -TOLERANCE_S:
                raise ValidationError("A tap is from before the watching began", "taps")
            if watched is not None and since > watched + TOLERANCE_S:
                raise ValidationError("A tap is from after the watching ended", "taps")


class SpellMeasures(QuickSchema):
    """One spell of a duration."""

    start = ToldMoment(required=True)
    stop = ToldMoment(required=True)

    def check(self, data: dict[str, Any]) -> None:
        """It stops after it has started."""
        if _known(data["stop"]) < _known(data["start"]):
            raise ValidationError("This stops before it starts", "stop")


class DurationMeasures(QuickSchema):
    """How long, spell by spell, and how long after the instruction."""

    behaviour = words()
    spells = Rows(SpellMeasures, 0, duration.MAX_SPELLS, "spells")
    total_s = Seconds(duration.MAX_TOTAL_S)
    latency_s = Seconds(duration.MAX_LATENCY_S)

    def check(self, data: dict[str, Any]) -> None:
        """One spell after the other, and the total their sum."""
        spells = [(_known(each["start"]), _known(each["stop"])) for each in data.get("spells") or []]
        for place in range(1, len(spells)):
            if spells[place][0] < spells[place - 1][1]:
                late = {"start": ["This begins before the spell before it has stopped"]}
                raise ValidationError({"spells": {place: late}})
        total = sum((stop - start).total_seconds() for start, stop in spells)
        told = data.get("total_s")
        if spells and told is not None and abs(told - total) > TOLERANCE_S:
            raise ValidationError(f"The spells add up to {total:,.1f} seconds", "total_s")


class SampledMeasures(QuickSchema):
    """One behaviour of a time sample."""

    name = words()
    intervals = Intervals(time_sample.MAX_INTERVALS, required=True)


class TimeSampleMeasures(QuickSchema):
    """Yes or no for each interval, by one of three rules."""

    behaviours = Rows(SampledMeasures, 1, time_sample.MAX_BEHAVIOURS, "behaviours")
    interval_s = Whole(1, time_sample.MAX_INTERVAL_S)
    rule = Choice(time_sample.RULES, "The rule is momentary, partial or whole", allow_none=True)
    began_at = ToldMoment(allow_none=True)

    def check(self, data: dict[str, Any]) -> None:
        """All behaviours were watched through the same intervals."""
        lengths = [len(each["intervals"]) for each in data.get("behaviours") or []]
        for place, length in enumerate(lengths):
            if length != lengths[0]:
                wrong = f"This has {length:,} intervals, the first behaviour {lengths[0]:,}"
                raise ValidationError({"behaviours": {place: {"intervals": [wrong]}}})


_ENGAGEMENT = scales.SCALES["engagement"]


class EngagementScores(QuickSchema):
    """The five areas of engagement."""

    exploration = Whole(_ENGAGEMENT.least, _ENGAGEMENT.most)
    realisation = Whole(_ENGAGEMENT.least, _ENGAGEMENT.most)
    anticipation = Whole(_ENGAGEMENT.least, _ENGAGEMENT.most)
    persistence = Whole(_ENGAGEMENT.least, _ENGAGEMENT.most)
    initiation = Whole(_ENGAGEMENT.least, _ENGAGEMENT.most)


class ScaleMeasures(QuickSchema):
    """A score on a known scale or on one of the school's own."""

    scale = Choice(scales.CODES, "There is no such scale", allow_none=True)
    score = Whole(scales.OWN_LEAST, scales.OWN_MOST)
    scores = Part(EngagementScores)
    note = remark()
    scale_id = Id(allow_none=True)
    name = words()
    least = Whole(scales.OWN_LEAST, scales.OWN_MOST)
    most = Whole(scales.OWN_LEAST, scales.OWN_MOST)

    def check(self, data: dict[str, Any]) -> None:
        """The score lies on its scale, and the scale has two ends."""
        code, score = data.get("scale"), data.get("score")
        least, most = _ends(code, data)
        if least is not None and most is not None and least >= most:
            raise ValidationError("The least must be below the most", "least")
        is_below = score is not None and least is not None and score < least
        is_above = score is not None and most is not None and score > most
        if is_below or is_above:
            raise ValidationError(f"The score {score} is not on this scale", "score")


def _ends(code: str | None, data: dict[str, Any]) -> tuple[int | None, int | None]:
    known = scales.SCALES.get(code or "")
    return (known.least, known.most) if known else (data.get("least"), data.get("most"))


class TargetMeasures(QuickSchema):
    """How a pupil did at an outcome."""

    outcome_id = Id(allow_none=True)
    help = Choice(target.HELP, "There is no such level of help", allow_none=True)
    trials_right = Whole(0, target.MAX_TRIALS)
    trials_given = Whole(1, target.MAX_TRIALS)
    attainment = Whole(min(target.ATTAINMENTS), max(target.ATTAINMENTS))

    def check(self, data: dict[str, Any]) -> None:
        """No more right than were given."""
        right, given = data.get("trials_right"), data.get("trials_given")
        if right is not None and given is not None and right > given:
            raise ValidationError(f"{right} right is more than the {given} given", "trials_right")


class SessionMeasures(QuickSchema):
    """One sitting of a provision."""

    provision = words()
    planned_minutes = Whole(0, session.MAX_MINUTES)
    delivered_minutes = Whole(0, session.MAX_MINUTES)
    present = YesNo(allow_none=True)
    absence_reason = remark()

    def check(self, data: dict[str, Any]) -> None:
        """Nothing is delivered to who was not present."""
        if data.get("present") is False and data.get("delivered_minutes"):
            raise ValidationError("Nothing is delivered to a pupil who was not present", "delivered_minutes")


MEASURES: dict[str, QuickSchema] = {
    "narrative": NarrativeMeasures(),
    "abc": AbcMeasures(),
    "frequency": FrequencyMeasures(),
    "duration": DurationMeasures(),
    "time_sample": TimeSampleMeasures(),
    "scale": ScaleMeasures(),
    "target": TargetMeasures(),
    "session": SessionMeasures(),
}


def says_something(measures: Any) -> bool:
    """Whether any member of the measures holds more than nothing."""
    return isinstance(measures, dict) and any(value not in (None, "", [], {}) for value in measures.values())


def _known(told: str) -> datetime:
    moment = parse_wire_time(told)
    if moment is None:  # its field has seen to that
        raise ValidationError(NO_MOMENT)
    return moment
