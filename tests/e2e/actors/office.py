"""The school office: changes what no screen can change yet, by the record's own verbs, while the server runs."""

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from record import access
from record.database import prepare, writing
from record.people import Person
from record.pupils import Pupil
from record.times import now


class Office:
    """Works on the same database as the server, as a command of `jotter` would."""

    def __init__(self, database: Path) -> None:
        self._url = f"sqlite:///{database}"

    def takes_off_the_list_of(self, email: str, pupil: str) -> None:
        """A member of staff no longer works with a pupil."""
        engine = prepare(create_engine(self._url))
        try:
            with Session(engine) as session, writing(session) as record:
                person = record.scalars(select(Person).where(Person.email == email)).one()
                left = [one.id for one in self._pupils_of(record, person) if one.name != pupil]
                access.assign(record, person, now(), None, pupil_ids=left, class_ids=[])
        finally:
            engine.dispose()

    def _pupils_of(self, record: Session, person: Person) -> Iterable[Pupil]:
        ids = access.visible_pupil_ids(record, person)
        return record.scalars(select(Pupil).where(Pupil.id.in_(ids)))
