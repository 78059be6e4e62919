"""Phases: from which day on something was done otherwise for a pupil, such as a timetable in pictures."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import access, audit, changes
from record.base import Base, Id, UtcDateTime, new_id
from record.errors import NotFound, Refused
from record.people import Person
from record.times import SCHOOL_ZONE, wire_date

MOST_LABEL_CHARACTERS = 100
MOST_PHASES = 100  # of one pupil: beyond it a chart is nothing but lines
EARLIEST = date(2000, 1, 1)
MOST_AHEAD = timedelta(days=365)


class Phase(Base):
    """One change of strategy for one pupil, and who said so when."""

    __tablename__ = "phases"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))
    pupil_id: Mapped[str] = mapped_column(ForeignKey("pupils.id"), index=True)
    begins_on: Mapped[date] = mapped_column()
    label: Mapped[str] = mapped_column(String(MOST_LABEL_CHARACTERS))
    set_by_id: Mapped[str] = mapped_column(ForeignKey("people.id"))
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)


def phase_body(phase: Phase) -> dict[str, Any]:
    """The phase's document."""
    return {"pupil_id": phase.pupil_id, "on": wire_date(phase.begins_on), "label": phase.label}


def phases_of(session: Session, pupil_id: str) -> list[Phase]:
    """A pupil's phases, in the order of their days."""
    query = select(Phase).where(Phase.pupil_id == pupil_id).order_by(Phase.begins_on, Phase.id)
    return list(session.scalars(query))


def _refuse(begins_on: date, label: str, today: date) -> None:
    if not EARLIEST <= begins_on <= today + MOST_AHEAD:
        raise Refused("Enter a day between the year 2000 and a year from now", "on")
    if not 1 <= len(label) <= MOST_LABEL_CHARACTERS:
        raise Refused(f"Say what changed, in at most {MOST_LABEL_CHARACTERS} characters", "label")


def set_phase(session: Session, by: Person, pupil_id: str, begins_on: date | None, label: str, now: datetime) -> Phase:
    """From this day on something is done otherwise. Raises Refused with a sentence for the field that cannot stand,
    NotAllowed and NotFound. Said twice with the same words, the first stands."""
    access.require(by, review=True)
    pupil = access.visible_pupil(session, by, pupil_id)
    words = " ".join(label.split())
    if begins_on is None:
        raise Refused("Enter the day on which it began", "on")
    _refuse(begins_on, words, now.astimezone(SCHOOL_ZONE).date())
    known = phases_of(session, pupil.id)
    same = next((each for each in known if (each.begins_on, each.label) == (begins_on, words)), None)
    if same is not None:
        return same
    if len(known) >= MOST_PHASES:
        raise Refused(f"There are {MOST_PHASES} changes already: remove some first", "label")
    phase = Phase(
        id=new_id(), school_id=pupil.school_id, pupil_id=pupil.id, begins_on=begins_on, label=words,
        set_by_id=by.id, set_at=now,
    )  # fmt: skip
    session.add(phase)
    session.flush()
    _publish(session, phase, phase_body(phase))
    _tell(session, by, "phase set", phase, now)
    return phase


def remove_phase(session: Session, by: Person, pupil_id: str, phase_id: str, now: datetime) -> None:
    """The line goes from every chart; that it was there stays in the audit trail. Raises NotAllowed and NotFound."""
    access.require(by, review=True)
    pupil = access.visible_pupil(session, by, pupil_id)
    phase = session.get(Phase, phase_id)
    if phase is None or phase.pupil_id != pupil.id:
        raise NotFound("There is no such change for this pupil")
    session.delete(phase)
    session.flush()
    _publish(session, phase, None)
    _tell(session, by, "phase removed", phase, now)


def _publish(session: Session, phase: Phase, body: dict[str, Any] | None) -> None:
    changes.publish(session, phase.school_id, [changes.Change("phase", phase.id, scope=phase.pupil_id, body=body)])


def _tell(session: Session, by: Person, action: str, phase: Phase, now: datetime) -> None:
    audit.record(
        session,
        by.school_id,
        audit.Happening(
            now, action, person_id=by.id, subject_kind="phase", subject_id=phase.id, pupil_id=phase.pupil_id,
            detail={"on": wire_date(phase.begins_on)},
        ),
    )  # fmt: skip
