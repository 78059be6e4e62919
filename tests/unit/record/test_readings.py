"""Who read a pupil's record is found without walking through the whole trail."""

from datetime import timedelta

import pytest
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from record import audit, readings
from tests.factories import A_MORNING, a_pupil

OF_PUPIL, OF_LISTS = "ix_audit_events_of_pupil", "ix_audit_events_of_lists"


@pytest.fixture
def pupil(session: Session, school):
    pupil = a_pupil(session, school)
    session.flush()
    return pupil


@pytest.mark.parametrize(
    ("question", "index"),
    [
        (lambda *of: readings.of_pupil(*of, 10), OF_PUPIL),
        (lambda *of: readings.of_pupil(*of, 10, before=5), OF_PUPIL),
        (lambda *of: readings.of_lists(*of, A_MORNING - timedelta(days=30)), OF_LISTS),
    ],
    ids=["first page", "further page", "lists"],
)
def test_readings_are_found_by_an_index_that_deliveries_are_not_in(session, senco, pupil, question, index):
    asked = []

    @event.listens_for(session.get_bind(), "before_cursor_execute")
    def note(_connection, _cursor, statement, parameters, _context, _is_many):
        asked.append((statement, parameters))

    question(session, senco, pupil.id)
    event.remove(session.get_bind(), "before_cursor_execute", note)
    (about_the_trail,) = [each for each in asked if "FROM audit_events" in each[0]]
    assert index in plan(session, *about_the_trail)


def plan(session: Session, statement: str, parameters) -> str:
    """How the database would look for the answer; on PostgreSQL, of whose empty tables the whole is read at once, if
    it could not do that."""
    connection = session.connection()
    is_sqlite = connection.dialect.name == "sqlite"
    if not is_sqlite:
        for way in ("seqscan", "sort"):
            connection.execute(text(f"SET LOCAL enable_{way} = off"))
    rows = connection.exec_driver_sql(("EXPLAIN QUERY PLAN " if is_sqlite else "EXPLAIN ") + statement, parameters)
    return "\n".join(str(row) for row in rows)


def test_the_indexes_speak_of_readings_in_their_own_words():
    assert audit.LISTS.text == f"action = '{readings.LIST}'"
    assert not [name for name in readings.NAMES if name.startswith("entry ")]


def test_what_a_tablet_delivered_is_no_reading(session, senco, pupil):
    told = {"person_id": senco.id, "pupil_id": pupil.id}
    audit.record(
        session,
        senco.school_id,
        audit.Happening(A_MORNING, "entry accepted", **told),
        audit.Happening(A_MORNING, readings.PUPIL, **told),
    )
    assert [each.what for each in readings.of_pupil(session, senco, pupil.id, 10)] == [readings.NAMES[readings.PUPIL]]
