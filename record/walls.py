"""The wall between schools: on PostgreSQL the database itself shows a transaction the rows of one school alone.

Every question of this package names its school, or somebody whom it has looked up there. This is the second wall, for
the day when one forgets to: migration 0006 gives each table with a `school_id` a policy that compares it with the
setting `jotter.school_id` of the transaction. A superuser of the database passes through it: run Jotter as another.

The setting is "all" on a connection (start-up, command line, finding out who asks). A door that knows who asks says
`only`, which holds for the rest of the request.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from sqlalchemy import Connection, text
from sqlalchemy.orm import Session

ALL = "all"
SETTING = "jotter.school_id"
_school: ContextVar[str] = ContextVar("school", default=ALL)
_SET = text("SELECT set_config('jotter.school_id', :school, true)")


def only(session: Session, school_id: str) -> None:
    """From here to the end of the request nothing but this school can be seen or written."""
    if _school.get() == school_id:
        return  # said before: each transaction since has begun with it
    _school.set(school_id)
    _tell(session, school_id)


def none() -> None:
    """A request begins, or has ended: it is not known who asks."""
    _school.set(ALL)


@contextmanager
def lifted(session: Session) -> Iterator[None]:
    """For a question that must be asked of all schools, such as whether anybody has an email."""
    school_id = _school.get()
    _tell(session, ALL)
    try:
        yield
    finally:
        _tell(session, school_id)


def begin(connection: Connection) -> None:
    """Put the wall into a transaction that begins."""
    school_id = _school.get()
    if school_id != ALL:
        connection.execute(_SET, {"school": school_id})


def _tell(session: Session, school_id: str) -> None:
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(_SET, {"school": school_id})
