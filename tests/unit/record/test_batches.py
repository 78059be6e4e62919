"""Rows stored in one go: what comes back is what was put in, whatever is in it."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DataError
from sqlalchemy.orm import Session

from record.base import new_id
from record.batches import insert_rows
from record.observations import Observation
from tests.factories import A_MORNING, a_person, a_pupil, a_school

TEXTS = ["", "NULL", 'a "quoted", {braced} \\ back', "two\nlines\tand\x1f", "Zoë 👩‍🏫 שלום", "%s %b %%", "x" * 20_000]


@pytest.fixture
def row(session: Session):
    school = a_school(session)
    pupil, author = a_pupil(session, school), a_person(session, school, "ta")
    session.flush()

    def make(text: str, **told):
        return {
            "id": new_id(),
            "school_id": school.id,
            "pupil_id": pupil.id,
            "author_id": author.id,
            "recorded_at": A_MORNING,
            "observed_at": A_MORNING,
            "received_at": A_MORNING,
            "skew_ms": None,
            "device_id": None,
            "is_signed": False,
            "revision": 1,
            "version": 1,
            "body": {"text": text, "deep": [None, True, {"n": 1.5}]},
            "reviewed_at": None,
            "reviewed_by_id": None,
            "instrument": "narrative",
            "setting": text[:200],
        } | told

    return make


def stored(session: Session, rows: list[dict]) -> list[dict]:
    found = {each.id: each for each in session.scalars(select(Observation))}
    return [{name: getattr(found[row["id"]], name) for name in row} for row in rows]


@pytest.mark.parametrize("how_many", [1, 2, len(TEXTS)])
def test_what_is_stored_together_comes_back_as_it_was(session, row, how_many):
    rows = [
        row(
            text,
            is_signed=bool(n % 2),
            skew_ms=n * 10**10 if n % 2 else None,
            recorded_at=A_MORNING + timedelta(milliseconds=n),
            reviewed_at=A_MORNING if n % 2 else None,
        )
        for n, text in enumerate(TEXTS[:how_many])
    ]
    insert_rows(session, Observation, rows)
    assert stored(session, rows) == rows


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)  # SQLite knows no longest text
def test_what_is_too_long_for_its_column_is_refused_and_not_cut_off(session, row):
    for rows in ([row("x", setting="y" * 201)], [row("x"), row("z", setting="y" * 201)]):
        with pytest.raises(DataError), session.begin_nested():
            insert_rows(session, Observation, rows)
    assert session.scalars(select(Observation)).all() == []
