"""The school as it was on the first day of term, in the record: people, pupils, outcomes, assignments, tablets."""

from dataclasses import dataclass, field
from datetime import datetime
from random import Random

from sqlalchemy.orm import Session

from demo import school_days, wire
from demo.people import BY_KEY, PASSWORD, SEN_ROOM
from demo.plans import OutcomePlan, PupilPlan, SchoolPlan
from record import access, enrolments, outcomes, people, pupils, schools
from record.outcomes import NewOutcome
from record.people import Person
from record.pupils import NewPupil, Pupil, SchoolClass
from record.schools import School

# What each tablet found when it checked itself (static/jotter/device_check.js); one is not on the home screen.
GOOD_CHECK = {"installed": True, "persistent": True, "private": False, "survives": True}
CHECKS = {SEN_ROOM: {**GOOD_CHECK, "installed": False, "persistent": False}}
ROOM_BYTES = 9 * 1024**3


@dataclass
class Founded:
    """The school in the record, by the names that plans use."""

    school: School
    people: dict[str, Person] = field(default_factory=dict)
    pupils: dict[str, Pupil] = field(default_factory=dict)
    outcome_ids: dict[tuple[str, str], str] = field(default_factory=dict)
    device_ids: dict[str, str] = field(default_factory=dict)

    def pupil_id(self, pupil: PupilPlan) -> str:
        """The record's id of a pupil."""
        return self.pupils[pupil.name].id

    def outcome_id(self, aim: OutcomePlan) -> str:
        """The record's id of an outcome."""
        return self.outcome_ids[aim.pupil.name, aim.strand]

    def device_of(self, author: str) -> str:
        """The tablet that a member of staff writes on."""
        return self.device_ids[str(BY_KEY[author].tablet)]


def found(session: Session, plan: SchoolPlan, rng: Random) -> Founded:
    """Put the school into the record as of the first day of term."""
    now = school_days.moment(plan.days[0], 8 * 60)
    founded = Founded(schools.add_school(session, plan.name, now))
    _add_people(session, plan, founded, now)
    classes = _add_pupils(session, plan, founded, now)
    _add_outcomes(session, plan, founded, now)
    _assign(session, plan, founded, classes, now)
    _enrol(session, plan, founded, rng, now)
    return founded


def _add_people(session: Session, plan: SchoolPlan, founded: Founded, now: datetime) -> None:
    # One hash for all: hashing is slow on purpose, and the password is printed in the README anyway.
    password_hash = people.hash_password(PASSWORD)
    for person in plan.staff:
        founded.people[person.key] = people.add_person(
            session,
            founded.school.id,
            name=person.name,
            email=person.email,
            role=person.role,
            password_hash=password_hash,
            now=now,
        )


def _add_pupils(session: Session, plan: SchoolPlan, founded: Founded, now: datetime) -> dict[str, SchoolClass]:
    classes = {name: pupils.add_class(session, founded.school.id, name) for name in plan.classes}
    newcomers = [
        NewPupil(
            given_name=pupil.given_name,
            family_name=pupil.family_name,
            year_group=pupil.year_group,
            sen_status=pupil.sen_status,
            class_id=classes[pupil.class_name].id,
            primary_need=pupil.needs[0] if pupil.needs else None,
            secondary_need=pupil.needs[1] if len(pupil.needs) > 1 else None,
            date_of_birth=pupil.date_of_birth,
            profile=dict(pupil.profile),
        )
        for pupil in plan.pupils
    ]
    added = pupils.add_pupils(session, founded.school.id, newcomers, now)
    founded.pupils.update({pupil.name: pupil for pupil in added})
    return classes


def _add_outcomes(session: Session, plan: SchoolPlan, founded: Founded, now: datetime) -> None:
    newcomers = [
        NewOutcome(founded.pupil_id(aim.pupil), aim.text, aim.area, aim.baseline, aim.review_on, aim.is_met)
        for aim in plan.outcomes
    ]
    added = outcomes.add_outcomes(session, founded.school.id, newcomers, now, founded.people["senco"].id)
    for aim, outcome in zip(plan.outcomes, added, strict=True):
        founded.outcome_ids[aim.pupil.name, aim.strand] = outcome.id


def _assign(
    session: Session, plan: SchoolPlan, founded: Founded, classes: dict[str, SchoolClass], now: datetime
) -> None:
    for person in plan.staff:
        if person.role not in ("ta", "teacher"):
            continue
        given = [founded.pupil_id(pupil) for pupil in plan.pupils if person.key in pupil.tas]
        access.assign(
            session,
            founded.people[person.key],
            now,
            founded.people["senco"],
            pupil_ids=given,
            class_ids=[classes[name].id for name in person.classes],
        )


def _enrol(session: Session, plan: SchoolPlan, founded: Founded, rng: Random, now: datetime) -> None:
    for name in plan.tablets:
        founded.device_ids[name] = wire.uuid7(rng, now)
        check = {**CHECKS.get(name, GOOD_CHECK), "quota_bytes": ROOM_BYTES}
        for person in plan.staff:
            if person.tablet == name:
                enrolments.enrol(
                    session, founded.people[person.key], founded.device_ids[name], name, now, check=check
                )  # the bearer token is nobody's: whoever tries the demo enrols a tablet of their own
