"""Who may see and do what: the one table of roles, and whose pupils are whose. Every door asks here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, ForeignKey, Index, bindparam, insert, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import assignments, audit, changes
from record.base import Base, UtcDateTime, table_of
from record.errors import NotAllowed, NotFound
from record.people import AFTER_LEAVING, Person
from record.pupils import Pupil


@dataclass(frozen=True)
class May:
    """What a role may see and do.

    `pupils` says whose records are open ("all", "assigned" or "none"), each as a whole: profile, outcomes,
    observations, parent meetings, agreed actions and charts. `questions` says which questions to authors are seen
    with a note: "all", or the person's "own", asked or answered by themselves.
    """

    pupils: str
    questions: str = "own"
    write_notes: bool = False
    review: bool = False  # mark as reviewed, ask, link, settle conflicts and quarantine
    see_queues: bool = False  # quarantine and conflicts
    see_readers: bool = False  # who has read a pupil's record
    see_tablets: bool = False
    manage_tablets: bool = False
    manage_people: bool = False  # invite, change, see off; the school's settings
    assign: bool = False  # say whose pupils and classes are whose: shows staff, and pupils' names and classes alone
    edit_lists: bool = False  # what the forms offer: behaviours, settings, phrases, scales, half-terms
    use_tablet: bool = True

    @property
    def see_people(self) -> bool:
        """Whether the list of staff is open: to whoever looks after it, or says who works with whom."""
        return self.manage_people or self.assign


_SENCO = May(
    "all",
    questions="all",
    write_notes=True,
    review=True,
    see_queues=True,
    see_readers=True,
    see_tablets=True,
    manage_tablets=True,
    assign=True,
    edit_lists=True,
)
# The roles of docs/product: least access by role and assignment.
MAY = {
    "ta": May("assigned", write_notes=True),
    "teacher": May("assigned", write_notes=True),
    "senco": _SENCO,
    "assistant_senco": _SENCO,
    "head": May("all", questions="all", see_queues=True, see_readers=True, see_tablets=True),
    "designated_teacher": May("assigned", write_notes=True),
    "governor": May("none", use_tablet=False),
    "admin": May("none", see_tablets=True, manage_tablets=True, manage_people=True, assign=True, use_tablet=False),
}
# Which documents reach a tablet: all of the "school"'s; those about "pupils" whom its person may see; of these last
# only the ones put to that person, their "own".
DOCUMENTS = {
    "school": "school",
    "person": "school",
    "pupil": "pupils",
    "outcome": "pupils",
    "phase": "pupils",
    "observation": "pupils",
    "parent_meeting": "pupils",
    "action": "pupils",
    "question": "own",
    "conflict": "own",
}
# What a tablet may send, with `write_notes`, about pupils whom its person may see.
ENTRIES = ("observation", "parent_meeting", "answer")


class PupilAccess(Base):
    """That a person may (or may no longer) see a pupil, and the number in the feed at which that came to be."""

    __tablename__ = "pupil_access"

    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"), primary_key=True)
    pupil_id: Mapped[str] = mapped_column(ForeignKey("pupils.id"), primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))
    seq: Mapped[int] = mapped_column(BigInteger)
    is_visible: Mapped[bool] = mapped_column()
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (Index("ix_pupil_access_pupil_id", "pupil_id"),)


def may(person: Person) -> May:
    """What this person's role may do; nothing at all for somebody who left."""
    return MAY[person.role] if person.left_at is None else May("none", use_tablet=False)


def sees_whole_school(person: Person) -> bool:
    """Whether every pupil of the school is this person's to see."""
    return may(person).pupils == "all"


def require(
    person: Person,
    *,
    write_notes: bool = False,
    review: bool = False,
    see_queues: bool = False,
    see_readers: bool = False,
    see_tablets: bool = False,
    manage_tablets: bool = False,
    manage_people: bool = False,
    see_people: bool = False,
    assign: bool = False,
    edit_lists: bool = False,
    pupils: bool = False,
) -> None:
    """Raise NotAllowed unless the person's role may do all of what is named."""
    rights = may(person)
    wanted = (
        (write_notes, rights.write_notes),
        (review, rights.review),
        (see_queues, rights.see_queues),
        (see_readers, rights.see_readers),
        (see_tablets, rights.see_tablets),
        (manage_tablets, rights.manage_tablets),
        (manage_people, rights.manage_people),
        (see_people, rights.see_people),
        (assign, rights.assign),
        (edit_lists, rights.edit_lists),
    )
    if any(is_wanted and not is_given for is_wanted, is_given in wanted):
        raise NotAllowed("Your role does not allow this")
    if pupils and rights.pupils == "none":
        raise NotAllowed("Your role does not open pupils' records")


def sees_question(person: Person, *about: str) -> bool:
    """Whether a question between these people (who asked, who is to answer) is this person's to see."""
    return may(person).questions == "all" or person.id in about


def visible_pupil_ids(session: Session, person: Person) -> set[str]:
    """The ids of all pupils that this person may see."""
    if sees_whole_school(person):
        return set(session.scalars(select(Pupil.id).where(Pupil.school_id == person.school_id)))
    if may(person).pupils == "none":
        return set()
    query = select(PupilAccess.pupil_id).where(PupilAccess.person_id == person.id, PupilAccess.is_visible)
    return set(session.scalars(query))


def visible_pupil(session: Session, person: Person, pupil_id: str) -> Pupil:
    """The pupil, if this person may see them. Raises NotFound otherwise: whether they exist is not told."""
    pupil = session.get(Pupil, pupil_id)
    if pupil is None or pupil.school_id != person.school_id or not _sees(session, person, pupil_id):
        raise NotFound("There is no such pupil, or they are not one of yours")
    return pupil


def _sees(session: Session, person: Person, pupil_id: str) -> bool:
    if sees_whole_school(person):
        return True
    if may(person).pupils == "none":
        return False
    row = session.get(PupilAccess, (person.id, pupil_id))
    return row is not None and row.is_visible


def whose_lists_hold(session: Session, school_id: str, pupil_id: str, since: datetime) -> list[str]:
    """The ids of the people whose lists hold this pupil, or held them at some time since then: whoever may see or give
    away every pupil of the school, by the role they have now, and those to whom this one was given."""
    query = select(Person.id, Person.role).where(Person.school_id == school_id)
    whole = [row.id for row in session.execute(query) if MAY[row.role].pupils == "all" or MAY[row.role].assign]
    given = select(PupilAccess.person_id).where(
        PupilAccess.school_id == school_id,
        PupilAccess.pupil_id == pupil_id,
        or_(PupilAccess.is_visible, PupilAccess.changed_at >= since),
    )
    return [*whole, *session.scalars(given)]


def accesses(session: Session, person: Person) -> list[PupilAccess]:
    """All that this person was ever given or had taken away, in the feed's order."""
    query = select(PupilAccess).where(PupilAccess.person_id == person.id).order_by(PupilAccess.seq)
    return list(session.scalars(query))


class Turn(NamedTuple):
    """That a pupil was given to a person or withdrawn, and at which number of the feed."""

    seq: int
    pupil_id: str
    is_visible: bool


_TURNS = (
    select(PupilAccess.seq, PupilAccess.pupil_id, PupilAccess.is_visible)
    .where(PupilAccess.person_id == bindparam("person"))
    .order_by(PupilAccess.seq)
)


def turns(session: Session, person: Person) -> list[Turn]:
    """All that this person was ever given or had taken away, in the feed's order: what every pull goes along."""
    return [Turn(*row) for row in session.connection().execute(_TURNS, {"person": person.id}).all()]


def writable_until(session: Session, person: Person, pupil_ids: Iterable[str]) -> dict[str, datetime | None]:
    """The pupils among `pupil_ids` about whom this person may write or might have, each with when that ended
    (None: it has not). A note written before a pupil was withdrawn, or before its author left, still arrives; of a
    leaving the record learns in office hours, so that the day after it counts too."""
    rights = MAY[person.role]  # of somebody who has left: what they might until then
    if not rights.write_notes:
        return {}
    wanted = list(set(pupil_ids))
    if rights.pupils == "all":
        known = session.scalars(select(Pupil.id).where(Pupil.school_id == person.school_id, Pupil.id.in_(wanted)))
        return dict.fromkeys(known, _end(person))
    rows = session.execute(
        select(PupilAccess.pupil_id, PupilAccess.is_visible, PupilAccess.changed_at).where(
            PupilAccess.person_id == person.id, PupilAccess.pupil_id.in_(wanted)
        )
    )
    return {row.pupil_id: _end(person) if _is_theirs(person, row) else row.changed_at for row in rows}


def may_write_about(session: Session, person: Person, pupil_id: str) -> bool:
    """Whether this person may write about the pupil now, or might until they left."""
    until = writable_until(session, person, [pupil_id])
    return pupil_id in until and until[pupil_id] == _end(person)


def _end(person: Person) -> datetime | None:
    return person.left_at + AFTER_LEAVING if person.left_at else None


def _is_theirs(person: Person, row: Any) -> bool:
    """Whether the pupil is theirs, or was until they left."""
    return row.is_visible or (person.left_at is not None and row.changed_at >= person.left_at)


def refresh_scope(session: Session, people: Iterable[Person], now: datetime) -> None:
    """Bring the materialised scope of these people up to their assignments; tablets learn of it from the feed.

    To be called by every verb that changes an assignment, a class or a role.
    """
    session.flush()
    for person in people:
        wanted = assignments.assigned_pupil_ids(session, person) if may(person).pupils == "assigned" else set()
        known = {row.pupil_id: row for row in accesses(session, person)}
        visible = {pupil_id for pupil_id, row in known.items() if row.is_visible}
        turned = sorted(wanted ^ visible)
        if turned:
            _turn(session, person, turned, wanted, known, now)


def _turn(
    session: Session,
    person: Person,
    turned: list[str],
    wanted: set[str],
    known: dict[str, PupilAccess],
    now: datetime,
) -> None:
    fresh = []
    for pupil_id, seq in zip(turned, changes.next_seqs(session, person.school_id, len(turned)), strict=True):
        is_visible = pupil_id in wanted
        if pupil_id in known:
            row = known[pupil_id]
            row.seq, row.is_visible, row.changed_at = seq, is_visible, now
        else:
            fresh.append(
                {
                    "person_id": person.id,
                    "pupil_id": pupil_id,
                    "school_id": person.school_id,
                    "seq": seq,
                    "is_visible": is_visible,
                    "changed_at": now,
                }
            )
    if fresh:
        session.execute(insert(table_of(PupilAccess)), fresh)
    session.flush()


def assign(
    session: Session,
    person: Person,
    now: datetime,
    by: Person | None,
    *,
    pupil_ids: Iterable[str] | None = None,
    class_ids: Iterable[str] | None = None,
) -> None:
    """Give a person exactly these pupils and classes (None leaves that list as it is)."""
    if pupil_ids is not None:
        assignments.set_pupils(session, person, pupil_ids)
    if class_ids is not None:
        assignments.set_classes(session, person, class_ids)
    refresh_scope(session, [person], now)
    audit.record(
        session,
        person.school_id,
        audit.Happening(
            now,
            "assignments changed",
            person_id=by.id if by else None,
            subject_kind="person",
            subject_id=person.id,
            detail={"pupils": len(visible_pupil_ids(session, person))},
        ),
    )
