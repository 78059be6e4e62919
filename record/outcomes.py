"""Outcomes: what a pupil is working towards, specific and with a baseline, shown on tablets as notes are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, String, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import audit, changes
from record.base import Base, Id, UtcDateTime, new_id
from record.times import wire_date


class Outcome(Base):
    """One outcome of a pupil's plan."""

    __tablename__ = "outcomes"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))
    pupil_id: Mapped[str] = mapped_column(ForeignKey("pupils.id"), index=True)
    text: Mapped[str] = mapped_column(Text)
    area: Mapped[str] = mapped_column(String(40))
    baseline: Mapped[str] = mapped_column(Text, default="")
    review_on: Mapped[date | None] = mapped_column()
    met: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)


@dataclass(frozen=True)
class NewOutcome:
    """An outcome that is to be added; `area` is one of needs.AREAS."""

    pupil_id: str
    text: str
    area: str
    baseline: str = ""
    review_on: date | None = None
    met: bool = False


def add_outcomes(
    session: Session, school_id: str, newcomers: Sequence[NewOutcome], now: datetime, by_id: str | None = None
) -> list[Outcome]:
    """Add outcomes to pupils' plans and send them to the tablets."""
    outcomes = [Outcome(id=new_id(), school_id=school_id, added_at=now, **vars(each)) for each in newcomers]
    session.add_all(outcomes)
    session.flush()
    changes.publish(
        session,
        school_id,
        [changes.Change("outcome", each.id, scope=each.pupil_id, body=outcome_body(each)) for each in outcomes],
    )
    audit.record_many(
        session,
        school_id,
        [
            audit.Happening(
                now,
                "outcome added",
                person_id=by_id,
                subject_kind="outcome",
                subject_id=each.id,
                pupil_id=each.pupil_id,
            )
            for each in outcomes
        ],
    )
    return outcomes


def outcome_body(outcome: Outcome) -> dict[str, Any]:
    """The outcome's document."""
    return {
        "pupil_id": outcome.pupil_id,
        "text": outcome.text,
        "area": outcome.area,
        "baseline": outcome.baseline,
        "review_on": wire_date(outcome.review_on),
        "met": outcome.met,
    }


def outcomes_of(session: Session, pupil_id: str) -> list[Outcome]:
    """A pupil's outcomes, those not yet met first, then by review date."""
    query = select(Outcome).where(Outcome.pupil_id == pupil_id).order_by(Outcome.met, Outcome.review_on, Outcome.id)
    return list(session.scalars(query))
