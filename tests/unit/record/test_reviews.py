"""Reviewing: what waits, in which order, and what the SENCO's decisions do, once and twice."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from record import audit, changes, conflicts, quarantine, reviews, settling
from record.base import new_id
from record.database import writing
from record.errors import NotAllowed, NotFound, Refused
from record.questions import questions_about
from record.reviews import Place
from tests.factories import A_MORNING, a_parent_meeting, a_person, a_pupil, a_school, an_observation, an_outcome, assign


@pytest.fixture
def school(session: Session) -> SimpleNamespace:
    """A school with two pupils, of whom the TA has the first, and a note about each."""
    with writing(session):
        book = a_school(session)
        people = {role: a_person(session, book, role) for role in ("senco", "ta", "head")}
        pupils = [a_pupil(session, book) for _ in range(2)]
        assign(session, people["ta"], pupils[:1])
        notes = [
            an_observation(session, pupils[0], people["ta"], received_at=A_MORNING),
            a_parent_meeting(session, pupils[1], people["senco"], received_at=A_MORNING + timedelta(hours=1)),
            an_observation(session, pupils[0], people["ta"], received_at=A_MORNING + timedelta(hours=2)),
        ]
    return SimpleNamespace(id=book.id, book=book, pupils=pupils, notes=notes, **people)


def pile(session: Session, person, **options) -> list[str]:
    return [item.note.id for item in reviews.pile(session, person, options.pop("limit", 50), **options)]


def test_the_pile_is_newest_received_first_and_of_all_kinds(session: Session, school: SimpleNamespace) -> None:
    assert pile(session, school.senco) == [note.id for note in reversed(school.notes)]
    assert reviews.count(session, school.senco) == 3


def test_pages_of_the_pile_are_the_pile(session: Session, school: SimpleNamespace) -> None:
    with writing(session):  # many in one moment: the id decides
        for _ in range(5):
            an_observation(session, school.pupils[0], school.ta, received_at=A_MORNING)
    whole, paged, after = pile(session, school.senco), [], None
    while page := reviews.pile(session, school.senco, 2, after):
        paged += [item.note.id for item in page]
        after = Place(page[-1].note.received_at, page[-1].note.id)
    assert paged == whole


def test_a_ta_sees_the_pile_of_their_own_pupils(session: Session, school: SimpleNamespace) -> None:
    assert set(pile(session, school.ta)) == {school.notes[0].id, school.notes[2].id}
    assert reviews.count(session, school.ta) == 2


def test_reviewed_leaves_the_pile_and_undone_comes_back_to_its_place(session: Session, school) -> None:
    note, before = school.notes[0], pile(session, school.senco)
    with writing(session):
        reviews.mark_reviewed(session, school.senco, "observation", note.id, A_MORNING)
    assert note.id not in pile(session, school.senco)
    with writing(session):
        reviews.undo_reviewed(session, school.senco, "observation", note.id, A_MORNING)
    assert pile(session, school.senco) == before


def test_reviewing_twice_is_once_in_the_feed_and_the_trail(session: Session, school: SimpleNamespace) -> None:
    note = school.notes[0]
    with writing(session):
        reviews.mark_reviewed(session, school.senco, "observation", note.id, A_MORNING)
    seq = changes.last_seq(session, school.id)
    events = session.scalar(select(func.count()).select_from(audit.AuditEvent))
    with writing(session):
        reviews.mark_reviewed(session, school.senco, "observation", note.id, A_MORNING + timedelta(days=1))
    assert changes.last_seq(session, school.id) == seq
    assert session.scalar(select(func.count()).select_from(audit.AuditEvent)) == events
    assert note.reviewed_at == A_MORNING


@pytest.mark.parametrize("role", ["ta", "head"])
def test_only_the_senco_reviews_asks_links_and_settles(session: Session, school: SimpleNamespace, role: str) -> None:
    person, note = getattr(school, role), school.notes[0]
    decisions = [
        lambda: reviews.mark_reviewed(session, person, "observation", note.id, A_MORNING),
        lambda: reviews.undo_reviewed(session, person, "observation", note.id, A_MORNING),
        lambda: reviews.ask_about(session, person, "observation", note.id, "Why?", A_MORNING),
        lambda: reviews.link_outcomes(session, person, "observation", note.id, [], A_MORNING),
        lambda: settling.settle_conflict(session, person, new_id(), "both", A_MORNING),
    ]
    for decide in decisions:
        with pytest.raises(NotAllowed), writing(session):
            decide()


def test_the_senco_of_another_school_finds_nothing(session: Session, school: SimpleNamespace) -> None:
    with writing(session):
        stranger = a_person(session, a_school(session), "senco")
    assert pile(session, stranger) == []
    for look in (
        lambda: reviews.mark_reviewed(session, stranger, "observation", school.notes[0].id, A_MORNING),
        lambda: reviews.ask_about(session, stranger, "observation", school.notes[0].id, "Why?", A_MORNING),
        lambda: conflicts.conflict_of(session, stranger, new_id()),
        lambda: quarantine.item_of(session, stranger.school_id, new_id()),
    ):
        with pytest.raises(NotFound), writing(session):
            look()


def test_a_question_takes_the_note_off_the_pile_and_its_answer_brings_it_back(session: Session, school) -> None:
    note = school.notes[0]
    with writing(session):
        question = reviews.ask_about(session, school.senco, "observation", note.id, " Before or after? ", A_MORNING)
    assert question.text == "Before or after?"
    assert note.id not in pile(session, school.senco)
    with writing(session):
        reviews.answer(session, question, "After.", new_id(), A_MORNING + timedelta(hours=3))
    assert note.id in pile(session, school.senco)
    [asked] = questions_about(session, school.id, [note.id])[note.id]
    assert (asked.answer, asked.answered_at) == ("After.", A_MORNING + timedelta(hours=3))


@pytest.mark.parametrize("text", ["", "  \n", "x" * 2_001])
def test_a_question_has_words_and_not_too_many(session: Session, school: SimpleNamespace, text: str) -> None:
    with pytest.raises(Refused), writing(session):
        reviews.ask_about(session, school.senco, "observation", school.notes[0].id, text, A_MORNING)


def test_a_note_is_linked_to_outcomes_of_its_own_pupil_alone(session: Session, school: SimpleNamespace) -> None:
    note = school.notes[0]
    with writing(session):
        own, foreign = an_outcome(session, school.pupils[0]), an_outcome(session, school.pupils[1])
    with pytest.raises(NotFound), writing(session):
        reviews.link_outcomes(session, school.senco, "observation", note.id, [own.id, foreign.id], A_MORNING)
    with writing(session):
        reviews.link_outcomes(session, school.senco, "observation", note.id, [own.id], A_MORNING)
    assert note.outcome_ids == [own.id]
    assert changes.head(session, school.id, "observation", note.id).version == note.version == 2


def test_an_unknown_choice_settles_no_conflict(session: Session, school: SimpleNamespace) -> None:
    with pytest.raises(Refused), writing(session):
        settling.settle_conflict(session, school.senco, new_id(), "neither", A_MORNING)
