"""Pupils: who they are, their SEN status and need, and the profile that helps whoever works with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import audit, changes
from record.base import Base, Id, UtcDateTime, new_id
from record.errors import Refused

# School census code set, SEN provision (CS064): shown in words on every screen.
SEN_STATUSES = {"N": "No SEN", "K": "SEN support", "E": "EHC plan"}

# Reception and Years 1 to 13, nursery years before them.
YEAR_GROUPS = ("N1", "N2", "R", *(str(year) for year in range(1, 14)))


class Pupil(Base):
    """A pupil of the school. `profile` holds the one-page profile in the pupil's or family's words."""

    __tablename__ = "pupils"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))
    given_name: Mapped[str] = mapped_column(String(100))
    family_name: Mapped[str] = mapped_column(String(100))
    date_of_birth: Mapped[date | None] = mapped_column()
    year_group: Mapped[str] = mapped_column(String(3))
    class_id: Mapped[str | None] = mapped_column(ForeignKey("school_classes.id"), index=True)
    sen_status: Mapped[str] = mapped_column(String(1))
    primary_need: Mapped[str | None] = mapped_column(String(4))
    secondary_need: Mapped[str | None] = mapped_column(String(4))
    profile: Mapped[dict[str, Any]] = mapped_column(JSON)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (Index("ix_pupils_school_id_family_name", "school_id", "family_name", "given_name"),)

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


class SchoolClass(Base):
    """A class, such as 4B; its name changes nothing about who is in it."""

    __tablename__ = "school_classes"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"), index=True)
    name: Mapped[str] = mapped_column(String(50))


@dataclass(frozen=True)
class NewPupil:
    """What is to be known of a pupil who joins the record."""

    given_name: str
    family_name: str
    year_group: str
    sen_status: str
    class_id: str | None = None
    primary_need: str | None = None
    secondary_need: str | None = None
    date_of_birth: date | None = None
    profile: dict[str, Any] = field(default_factory=dict)


EMPTY_PROFILE: dict[str, Any] = {
    "good_at": "",
    "helps": "",
    "avoid": "",
    "communication": "",
    "strategies": [],
}


def add_class(session: Session, school_id: str, name: str) -> SchoolClass:
    """Add a class to the school."""
    school_class = SchoolClass(id=new_id(), school_id=school_id, name=name)
    session.add(school_class)
    session.flush()
    return school_class


def add_pupils(session: Session, school_id: str, newcomers: Sequence[NewPupil], now: datetime) -> list[Pupil]:
    """Add pupils. Raises Refused for a status or year group that does not exist."""
    for newcomer in newcomers:
        if newcomer.sen_status not in SEN_STATUSES:
            raise Refused("SEN status is N, K or E", "sen_status")
        if newcomer.year_group not in YEAR_GROUPS:
            raise Refused("There is no such year group", "year_group")
    pupils = [
        Pupil(
            id=new_id(),
            school_id=school_id,
            added_at=now,
            **{**vars(newcomer), "profile": EMPTY_PROFILE | newcomer.profile},
        )
        for newcomer in newcomers
    ]
    session.add_all(pupils)
    session.flush()
    publish_pupils(session, school_id, pupils)
    audit.record_many(
        session,
        school_id,
        [
            audit.Happening(now, "pupil added", subject_kind="pupil", subject_id=pupil.id, pupil_id=pupil.id)
            for pupil in pupils
        ],
    )
    return pupils


def publish_pupils(session: Session, school_id: str, pupils: Sequence[Pupil]) -> None:
    """Put the pupils' documents, as they now are, into the change feed."""
    class_names = dict(
        session.execute(select(SchoolClass.id, SchoolClass.name).where(SchoolClass.school_id == school_id)).all()
    )
    changes.publish(
        session,
        school_id,
        [
            changes.Change(
                "pupil",
                pupil.id,
                scope=pupil.id,
                body=pupil_body(pupil, class_names.get(pupil.class_id or "")),
            )
            for pupil in pupils
        ],
    )


def pupil_body(pupil: Pupil, class_name: str | None) -> dict[str, Any]:
    """The pupil's document: what those who work with them need, and no more (no UPN, no date of birth)."""
    return {
        "given_name": pupil.given_name,
        "family_name": pupil.family_name,
        "year_group": pupil.year_group,
        "class_name": class_name or "",
        "sen_status": pupil.sen_status,
        "primary_need": pupil.primary_need,
        "secondary_need": pupil.secondary_need,
        "profile": EMPTY_PROFILE | pupil.profile,
    }


def by_name(session: Session, pupil_ids: Iterable[str]) -> list[str]:
    """These pupils, ordered by family name and given name."""
    query = select(Pupil.family_name, Pupil.given_name, Pupil.id).where(Pupil.id.in_(list(pupil_ids)))
    # Sorted here: each database has its own idea of an alphabet.
    return [pupil_id for _family, _given, pupil_id in sorted(tuple(row) for row in session.execute(query))]


def class_names(session: Session, school_id: str) -> dict[str, str]:
    """Every class's name by id."""
    rows = session.execute(select(SchoolClass.id, SchoolClass.name).where(SchoolClass.school_id == school_id))
    return {row.id: row.name for row in rows}
