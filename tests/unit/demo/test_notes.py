"""The demo's notes: as TAs write them, in school hours, no two alike, and going somewhere over the term."""

import re
from collections import Counter, defaultdict
from statistics import mean

import pytest

from demo import phrasing, school_days
from demo.notes import FEWEST_WORDS, MOST_WORDS
from demo.plans import OutcomePlan, SchoolPlan
from demo.strands import strand

STAGES = ("brief", "early", "middle", "late", "hard", "next", "parent", "child", "discussed", "action")


def test_there_are_about_twelve_hundred(plan: SchoolPlan) -> None:
    assert 1150 <= len(plan.notes) + len(plan.measured) <= 1250
    assert len(plan.meetings) == 40


def test_no_two_notes_say_the_same(plan: SchoolPlan) -> None:
    assert len({note.text for note in plan.notes}) == len(plan.notes)


def test_few_notes_begin_alike(plan: SchoolPlan) -> None:
    openings = Counter(" ".join(note.text.split()[:9]) for note in plan.notes if len(note.text.split()) > 9)
    alike = sum(number for number in openings.values() if number > 1)
    assert alike < len(plan.notes) * 0.2


def test_of_one_pupil_hardly_any_notes_begin_alike(plan: SchoolPlan) -> None:
    openings = Counter((note.pupil.name, " ".join(note.text.split()[:8])) for note in plan.notes)
    assert sum(number - 1 for number in openings.values()) < len(plan.notes) * 0.02


def test_notes_are_as_short_and_as_long_as_people_write_them(plan: SchoolPlan) -> None:
    lengths = sorted(len(note.text.split()) for note in plan.notes)
    assert FEWEST_WORDS <= lengths[0] <= 7
    assert 100 <= lengths[-1] <= MOST_WORDS
    assert 15 <= lengths[len(lengths) // 2] <= 30
    assert lengths[len(lengths) // 10] <= 12
    assert lengths[-len(lengths) // 10] >= 35


def test_every_choice_is_made_and_every_slot_filled(plan: SchoolPlan) -> None:
    texts = [note.text for note in plan.notes] + [aim.text + aim.baseline for aim in plan.outcomes]
    for meeting in plan.meetings:
        texts += [meeting.parent_view, meeting.child_view, meeting.discussion]
        texts += [action.text for action in meeting.actions]
    assert not [text for text in texts if re.search(r"[<>{}|]|  ", text)]


def test_notes_are_written_in_school_hours_on_school_days(plan: SchoolPlan) -> None:
    for note in plan.notes:
        written = note.recorded_at.astimezone(school_days.LONDON)
        assert written.date() in plan.days
        assert 8 * 60 + 40 <= written.hour * 60 + written.minute <= 15 * 60 + 45
    assert plan.days[-1] < plan.today


def test_every_week_of_the_term_has_notes(plan: SchoolPlan) -> None:
    weeks = Counter(note.recorded_at.isocalendar().week for note in plan.notes)
    assert set(weeks) == {day.isocalendar().week for day in plan.days}
    assert max(weeks.values()) < 200


def test_no_note_tells_of_a_time_that_had_not_come(plan: SchoolPlan) -> None:
    for note in plan.notes:
        written = note.recorded_at.astimezone(school_days.LONDON)
        for hour, minute in re.findall(r"(?:at|At) (\d{1,2})[.:](\d\d)\b", note.text):
            told = (int(hour) + (12 if int(hour) < 8 else 0)) * 60 + int(minute)
            assert told <= written.hour * 60 + written.minute, note.text


def test_no_note_names_another_pupil(plan: SchoolPlan) -> None:
    for note in plan.notes:
        others = [pupil for pupil in plan.pupils if pupil is not note.pupil]
        assert not [each.name for each in others if each.family_name in note.text], note.text
        named = [each for each in others if re.search(rf"\b{each.given_name}\b", note.text)]
        assert not named, note.text


def test_only_those_who_work_with_a_pupil_write_about_them(plan: SchoolPlan) -> None:
    for note in plan.notes:
        teachers = {person.key for person in plan.staff if note.pupil.class_name in person.classes}
        assert note.author in {*note.pupil.tas, *teachers, "senco"}, note.pupil.name


def test_authors_have_voices_of_their_own(plan: SchoolPlan) -> None:
    texts = defaultdict(list)
    for note in plan.notes:
        texts[note.author].append(note.text)
    assert sum("w/" in text for text in texts["shanice"]) > 10
    assert not any("w/" in text for text in texts["maureen"])
    assert any(" & " in text for text in texts["joanna"])
    assert not any(re.search(r"\bmins\b", text) for text in texts["okafor"])


def test_nobody_compares_a_day_with_itself(plan: SchoolPlan) -> None:
    for note in plan.notes:
        assert f"on {note.recorded_at:%A}" not in note.text or note.question, note.text


def test_what_is_counted_moves_from_the_baseline_towards_the_target(plan: SchoolPlan) -> None:
    counted: dict[tuple[str, str], list[int]] = defaultdict(list)
    aims = {(aim.pupil.name, aim.strand): aim for aim in plan.outcomes}
    for note in plan.notes:
        for name, score in note.scores:
            counted[note.pupil.name, name].append(score)
    told = {key: scores for key, scores in counted.items() if len(scores) >= 4}
    moved = [_moved(aims[key], scores) for key, scores in told.items()]
    assert len(told) > 30
    assert sum(part > 0 for part in moved) >= 0.85 * len(moved)
    assert 0.2 < mean(moved) < 0.8  # and not all the way, nor in one leap


def _moved(aim: OutcomePlan, scores: list[int]) -> float:
    """How much of the way lies between the mean of the first and of the last notes."""
    third = max(len(scores) // 3, 1)
    return (mean(scores[-third:]) - mean(scores[:third])) / (aim.target - aim.start)


def test_scores_stay_within_what_can_be_counted(plan: SchoolPlan) -> None:
    aims = {(aim.pupil.name, aim.strand): aim for aim in plan.outcomes}
    for note in plan.notes:
        for name, score in note.scores:
            aim = aims[note.pupil.name, name]
            assert 0 <= score <= (aim.out_of or 60)


@pytest.mark.parametrize(
    "name", sorted({path.stem for path in phrasing.PHRASES.glob("*.txt")} - {"everyday", "closings"})
)
def test_a_strand_has_words_for_every_stage_and_a_pupil_who_needs_it(name: str, plan: SchoolPlan) -> None:
    assert set(STAGES) <= set(strand(name).phrases)
    assert any(name in pupil.strands for pupil in plan.pupils)
