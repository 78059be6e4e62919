"""The school that everything is measured in: its people, pupils and tablets, made with the record's own verbs."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from flask_migrate import upgrade
from sqlalchemy.orm import Session

from doors.database import db
from record import access, enrolments, people, pupils, schools
from record.base import new_id
from record.database import writing
from record.passwords import hash_password
from record.people import Person
from record.pupils import NewPupil
from webapp import create_app

PUPILS = 400
PUPILS_OF_A_TA = 40
TABLETS = 30
PASSWORD = "chalk-and-talk"  # noqa: S105 - what the e2e tests' actors type
SENCO_EMAIL = "senco@bench.school"
NOW = datetime(2026, 9, 1, 8, tzinfo=UTC)


@dataclass
class School:
    """What a client needs to know of it: ids, and the tokens of its tablets."""

    id: str
    pupil_ids: list[str]
    ta_ids: list[str] = field(default_factory=list)
    ta_tokens: list[str] = field(default_factory=list)
    senco_id: str = ""
    senco_token: str = ""

    @property
    def ta_pupil_ids(self) -> list[str]:
        """The pupils of every TA."""
        return self.pupil_ids[:PUPILS_OF_A_TA]


def found_school(folder: Path, database_url: str | None = None) -> School:
    """Make the tables in a new folder (or database), and the school in them."""
    app = create_app(folder, database_url)
    with app.app_context():
        upgrade()
        with writing(db.session()) as session:
            school = _found(session)
        db.session.remove()
        db.engine.dispose()
    return school


def _found(session: Session) -> School:
    school_id = schools.add_school(session, "Bench Primary", NOW).id
    newcomers = [
        NewPupil(given_name="Sam", family_name=f"Sample-{n:03}", year_group=str(n % 6 + 1), sen_status="K")
        for n in range(PUPILS)
    ]
    school = School(school_id, [pupil.id for pupil in pupils.add_pupils(session, school_id, newcomers, NOW)])
    password_hash = hash_password(PASSWORD)
    senco = _person(session, school_id, "senco", SENCO_EMAIL, password_hash)
    school.senco_id, school.senco_token = senco.id, _token(session, senco)
    for number in range(TABLETS):
        ta = _person(session, school_id, "ta", f"ta{number}@bench.school", password_hash)
        access.assign(session, ta, NOW, None, pupil_ids=school.ta_pupil_ids)
        school.ta_ids.append(ta.id)
        school.ta_tokens.append(_token(session, ta))
    return school


def _person(session: Session, school_id: str, role: str, email: str, password_hash: str) -> Person:
    return people.add_person(
        session, school_id, name=f"Pat {email[:5]}", email=email, role=role, password_hash=password_hash, now=NOW
    )


def _token(session: Session, person: Person) -> str:
    _enrolment, tokens = enrolments.enrol(session, person, new_id(), f"Tablet of {person.email}", NOW)
    return tokens.bearer
