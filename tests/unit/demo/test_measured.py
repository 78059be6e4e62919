"""What the demo school measured: every instrument, right by its rules, getting somewhere, and now and then by two."""

from collections import defaultdict
from datetime import timedelta
from statistics import mean
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from api.schemas.measures import MEASURES as SCHEMAS
from demo import school_days
from demo.measures import MEASURES
from demo.plans import NotePlan, SchoolPlan
from record.instruments import INSTRUMENTS
from record.instruments.frequency import rate_per_hour
from record.instruments.time_sample import percent_of_intervals
from record.observations import Observation
from record.outcomes import Outcome
from record.times import parse_wire_time
from record.usual_lists import USUAL


def of(plan: SchoolPlan, instrument: str, name: str = "") -> list[NotePlan]:
    found = [note for note in plan.measured if note.instrument == instrument and name in note.pupil.name]
    return sorted(found, key=lambda note: note.recorded_at)


@pytest.mark.parametrize("name", ["Amina Yusuf", "Leo Hart"])
def test_two_pupils_have_every_instrument_often_enough_for_a_chart(plan: SchoolPlan, name: str) -> None:
    assert set(MEASURES) == set(INSTRUMENTS) - {"narrative"}
    for instrument in MEASURES:
        assert len(of(plan, instrument, name)) >= 4, instrument
    assert sum(note.pupil.name == name for note in plan.notes) >= 10


def test_every_instrument_is_used_with_more_than_one_pupil(plan: SchoolPlan) -> None:
    for instrument in MEASURES:
        assert len({note.pupil.name for note in of(plan, instrument)}) > 2, instrument
    assert len({note.pupil.name for note in plan.measured}) >= 12


def test_what_is_measured_is_right_by_the_records_own_rules(plan: SchoolPlan) -> None:
    for note in plan.measured:
        assert SCHEMAS[note.instrument].validate(note.measures) == {}, note


def test_it_is_measured_in_school_hours_before_it_is_written_down(plan: SchoolPlan) -> None:
    for note in plan.measured:
        written = note.recorded_at.astimezone(school_days.LONDON)
        assert written.date() in plan.days
        assert school_days.EARLIEST <= written.hour * 60 + written.minute <= school_days.LATEST
        began = parse_wire_time(note.measures.get("began_at"))
        assert began is None or began <= note.recorded_at
        spells = [parse_wire_time(spell["stop"]) for spell in note.measures.get("spells", [])]
        assert all(stop and stop <= note.recorded_at for stop in spells), note


def test_only_those_who_work_with_a_pupil_measure_them(plan: SchoolPlan) -> None:
    for note in plan.measured:
        teachers = {person.key for person in plan.staff if note.pupil.class_name in person.classes}
        assert note.author in {*note.pupil.tas, *teachers}, note.pupil.name


def moved(figures: list[float]) -> float:
    third = max(len(figures) // 3, 1)
    return mean(figures[-third:]) - mean(figures[:third])


def test_pupils_get_on_over_the_term(plan: SchoolPlan) -> None:
    def figures(instrument: str, name: str, tell: Any) -> float:
        return moved([tell(note.measures) for note in of(plan, instrument, name)])

    assert figures("frequency", "Leo", lambda m: rate_per_hour(m["count"], m["observed_for_s"])) < -5
    assert figures("frequency", "Amina", lambda m: rate_per_hour(m["count"], m["observed_for_s"])) > 2
    assert figures("duration", "Amina", lambda m: m["total_s"]) > 120
    assert figures("target", "Leo", lambda m: m["trials_right"] / m["trials_given"]) > 0.2
    assert figures("abc", "Leo", lambda m: m["intensity"]) < 0
    for name in ("Leo", "Amina"):
        yes = [note.measures["behaviours"][0]["intervals"] for note in of(plan, "time_sample", name)]
        assert moved([percent_of_intervals(sum(each), len(each)) for each in yes]) > 15


def test_what_was_chosen_stands_on_the_schools_lists(plan: SchoolPlan) -> None:
    for note in of(plan, "abc"):
        for part, items in (
            ("antecedent", "antecedents"),
            ("behaviour", "behaviours"),
            ("consequence", "consequences"),
        ):
            assert set(note.measures[part]["chosen"]) <= set(USUAL[items])
    for note in of(plan, "session"):
        assert note.measures["provision"] in USUAL["provisions"]
    own = {note.measures["scale_id"] for note in of(plan, "scale") if note.measures["scale"] == "own"}
    assert own == {USUAL["scales"][0]["id"]}


def test_sessions_are_planned_delivered_cut_short_and_missed(plan: SchoolPlan) -> None:
    told = [note.measures for note in of(plan, "session")]
    assert any(not each["present"] and each["absence_reason"] for each in told)
    assert any(each["present"] and each["delivered_minutes"] < each["planned_minutes"] for each in told)
    assert any(each["delivered_minutes"] == each["planned_minutes"] for each in told)


def pairs(plan: SchoolPlan) -> dict[str, list[tuple[NotePlan, NotePlan]]]:
    """Two people's measurements of one pupil within a minute of each other."""
    found: dict[str, list[tuple[NotePlan, NotePlan]]] = defaultdict(list)
    for instrument in MEASURES:
        notes = of(plan, instrument)
        for one, other in zip(notes, notes[1:], strict=False):
            is_pair = one.pupil is other.pupil and other.recorded_at - one.recorded_at < timedelta(minutes=1)
            if is_pair and one.author != other.author:
                found[instrument].append((one, other))
    return found


def test_two_people_measured_the_same_now_and_then_and_mostly_agree(plan: SchoolPlan) -> None:
    found = pairs(plan)
    assert {"time_sample", "frequency", "duration"} <= set(found)
    assert len(found["time_sample"]) >= 4 and len(found["frequency"]) >= 4
    for one, other in found["time_sample"]:
        assert one.measures["began_at"] == other.measures["began_at"]
        first, second = (note.measures["behaviours"][0]["intervals"] for note in (one, other))
        same = [a == b for a, b in zip(first, second, strict=True)]
        assert 0.7 <= mean(same) <= 1
    for one, other in found["frequency"]:
        assert abs(one.measures["count"] - other.measures["count"]) <= 3
    alike = [one.measures == other.measures for group in found.values() for one, other in group]
    assert not all(alike), "no two people see quite the same"


def test_all_of_it_is_in_the_record_and_targets_name_an_outcome_of_their_pupil(
    filled: Session, plan: SchoolPlan
) -> None:
    kept = list(filled.scalars(select(Observation).where(Observation.instrument != "narrative")))
    assert len(kept) == len(plan.measured)
    pupil_of = dict(filled.execute(select(Outcome.id, Outcome.pupil_id)).all())
    for note in kept:
        if note.instrument == "target":
            assert pupil_of[note.body["measures"]["outcome_id"]] == note.pupil_id
