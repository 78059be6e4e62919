"""What each instrument may have measured, as a tablet sends it: a builder for each, right unless told otherwise."""

from typing import Any

from record.base import new_id

Wire = dict[str, Any]


def narrative_measures(**over: Any) -> Wire:
    """A narrative measures nothing."""
    return over


def abc_measures(**over: Any) -> Wire:
    """A chair thrown after a hard task."""
    plain = {
        "antecedent": {"chosen": ["Given a hard task"], "text": "Fractions."},
        "behaviour": {"chosen": ["Throwing"], "text": ""},
        "consequence": {"chosen": ["Given a break", "Talked to calmly"], "text": ""},
        "intensity": 3,
        "duration_s": 90,
        "people_present": "Mr Sample and four children",
    }
    return {**plain, **over}


def frequency_measures(**over: Any) -> Wire:
    """Three times in twenty minutes."""
    plain = {
        "behaviour": "Calling out",
        "count": 3,
        "observed_for_s": 1200,
        "began_at": "2026-11-24T09:30:00.000Z",
        "taps": ["2026-11-24T09:31:10.200Z", "2026-11-24T09:40:00.000Z", "2026-11-24T09:49:59.900Z"],
    }
    return {**plain, **over}


def duration_measures(**over: Any) -> Wire:
    """Two spells, of two minutes and of thirty seconds."""
    plain = {
        "behaviour": "On task",
        "spells": [
            {"start": "2026-11-24T09:30:00.000Z", "stop": "2026-11-24T09:32:00.000Z"},
            {"start": "2026-11-24T09:35:00.000Z", "stop": "2026-11-24T09:35:30.000Z"},
        ],
        "total_s": 150,
        "latency_s": 12.5,
    }
    return {**plain, **over}


def time_sample_measures(**over: Any) -> Wire:
    """On task in three of five intervals of fifteen seconds."""
    plain = {
        "behaviours": [{"name": "On task", "intervals": [True, True, False, True, False]}],
        "interval_s": 15,
        "rule": "momentary",
        "began_at": "2026-11-24T09:30:00.000Z",
    }
    return {**plain, **over}


def scale_measures(**over: Any) -> Wire:
    """Leuven involvement, moderate."""
    return {"scale": "leuven_involvement", "score": 3, "note": "", **over}


def engagement_measures(**over: Any) -> Wire:
    """All five areas of the engagement model."""
    scores = {"exploration": 2, "realisation": 1, "anticipation": 3, "persistence": 0, "initiation": 4}
    return {"scale": "engagement", "scores": scores, **over}


def own_scale_measures(**over: Any) -> Wire:
    """A scale of the school's own."""
    plain = {"scale": "own", "scale_id": new_id(), "name": "Calm scale", "least": 1, "most": 5, "score": 2}
    return {**plain, **over}


def target_measures(**over: Any) -> Wire:
    """Eight of ten right, with a gesture."""
    plain = {"outcome_id": new_id(), "help": "gesture", "trials_right": 8, "trials_given": 10, "attainment": 1}
    return {**plain, **over}


def session_measures(**over: Any) -> Wire:
    """Twenty-five of thirty minutes of a programme."""
    plain = {
        "provision": "Speech and language programme",
        "planned_minutes": 30,
        "delivered_minutes": 25,
        "present": True,
        "absence_reason": "",
    }
    return {**plain, **over}


MEASURES = {
    "narrative": narrative_measures,
    "abc": abc_measures,
    "frequency": frequency_measures,
    "duration": duration_measures,
    "time_sample": time_sample_measures,
    "scale": scale_measures,
    "target": target_measures,
    "session": session_measures,
}


def measured_body(pupil_id: str, instrument: str, text: str = "", measures: Wire | None = None, **over: Any) -> Wire:
    """The body of an observation made with an instrument: without words, unless they are given."""
    plain = {
        "pupil_id": pupil_id,
        "instrument": instrument,
        "text": text or ("Seen." if instrument == "narrative" else ""),
        "setting": "Maths",
        "measures": MEASURES[instrument]() if measures is None else measures,
        "outcome_ids": [],
        "attachment_ids": [],
        "group_id": None,
    }
    return {**plain, **over}
