"""The demo school's administrator, at the data itself: what a school sets before its tablets are handed out."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from record import people, school_settings
from record.database import prepare, writing
from record.people import Person
from record.times import now
from tests.e2e.actors.tablet import PASSWORD


def chooses_work_factor(folder: Path, work_factor: str) -> None:
    """Have passwords and passcodes guarded like that, and every password hashed so, while no server runs."""
    engine = prepare(create_engine(f"sqlite:///{folder / 'jotter.sqlite3'}"))
    with closing(Session(engine)) as session, writing(session):
        admin = session.scalars(select(Person).where(Person.role == "admin")).one()
        settings = school_settings.settings_of(session, admin.school_id)
        school_settings.change(session, admin, replace(settings, work_factor=work_factor), now())
        everybody = session.scalars(select(Person).where(Person.school_id == admin.school_id))
        for person in everybody.all():
            people.renew_hash(session, person.id, PASSWORD)
    engine.dispose()
