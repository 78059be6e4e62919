"""Agreed actions: what was agreed at a parent meeting, who does it and by when."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Text, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import access, audit, changes
from record.base import Base, Id
from record.errors import NotFound
from record.people import Person
from record.times import parse_wire_date, wire_date


class Action(Base):
    """One agreed action; it lives on when the meeting it came from is revised, until it is done."""

    __tablename__ = "actions"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"))
    pupil_id: Mapped[str] = mapped_column(ForeignKey("pupils.id"))
    from_entry: Mapped[str] = mapped_column(Id, index=True)
    text: Mapped[str] = mapped_column(Text)
    owner: Mapped[str] = mapped_column(Text)
    due: Mapped[date | None] = mapped_column()
    done: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (Index("ix_actions_pupil_id_done", "pupil_id", "done"),)


def action_body(action: Action) -> dict[str, Any]:
    """The action's document."""
    return {
        "pupil_id": action.pupil_id,
        "text": action.text,
        "owner": action.owner,
        "due": wire_date(action.due),
        "done": action.done,
        "from_entry": action.from_entry,
    }


def ids_taken(session: Session, entry_id: str, action_ids: list[str]) -> set[str]:
    """Those of the ids that actions of other meetings already have."""
    query = select(Action.id).where(Action.id.in_(action_ids), Action.from_entry != entry_id)
    return set(session.scalars(query))


def follow_meeting(
    session: Session,
    school_id: str,
    pupil_id: str,
    entry_id: str,
    agreed: list[dict[str, Any]],
    is_finished: bool,
) -> None:
    """Make the record's actions those of the meeting as it now stands, if it is finished: one that was taken out
    goes. Of a meeting that is not finished after all those stay that are done."""
    present = {action.id: action for action in session.scalars(select(Action).where(Action.from_entry == entry_id))}
    wanted = {item["id"]: item for item in agreed if is_finished or _is_done(present.get(item["id"]))}
    changed = []
    for action_id, item in wanted.items():
        action = present.get(action_id)
        if action is None:
            action = Action(id=action_id, school_id=school_id, pupil_id=pupil_id, from_entry=entry_id, done=False)
            session.add(action)
        before = action_body(action) if action_id in present else None
        action.pupil_id, action.text, action.owner = pupil_id, item["text"], item.get("owner") or ""
        action.due = parse_wire_date(item.get("due"))
        if action_body(action) != before:
            changed.append(changes.Change("action", action_id, scope=pupil_id, body=action_body(action)))
    for action_id, action in present.items():
        if action_id not in wanted:
            session.delete(action)
            changed.append(changes.Change("action", action_id, scope=pupil_id, body=None))
    session.flush()
    if changed:
        changes.publish(session, school_id, changed)


def _is_done(action: Action | None) -> bool:
    return action is not None and action.done


def follow_ticks(
    session: Session,
    school_id: str,
    pupil_id: str,
    ticked: dict[str, bool],
    before: dict[str, bool],
    by_id: str,
    now: datetime,
) -> None:
    """Earlier actions of this pupil that a meeting ticked off are done; a tick taken back in a later revision of the
    same meeting opens its action again. `ticked` and `before` say of ids whether they are done. The trail says that
    the person `by_id` did it, as it does where the SENCO ticks an action off."""
    turned = {
        each: done for each, done in ticked.items() if done != before.get(each, False) and (done or each in before)
    }
    if not turned:
        return
    query = select(Action).where(Action.id.in_(turned), Action.school_id == school_id, Action.pupil_id == pupil_id)
    for action in session.scalars(query):
        if action.done != turned[action.id]:
            set_done(session, action, turned[action.id])
            _note(session, action, by_id, now)


def actions_of(session: Session, pupil_id: str) -> list[Action]:
    """A pupil's actions, open ones first, soonest due first."""
    query = select(Action).where(Action.pupil_id == pupil_id).order_by(Action.done, Action.due, Action.id)
    return list(session.scalars(query))


def set_done(session: Session, action: Action, done: bool) -> None:
    """Mark an action as done, or as open again, and tell the tablets."""
    action.done = done
    change = changes.Change("action", action.id, scope=action.pupil_id, body=action_body(action))
    changes.publish(session, action.school_id, [change])


def turn(session: Session, by: Person, pupil_id: str, action_id: str, done: bool, now: datetime) -> Action:
    """The SENCO says that an agreed action is done, or open again. Done twice, nothing more happens."""
    access.require(by, review=True)
    pupil = access.visible_pupil(session, by, pupil_id)
    action = session.get(Action, action_id)
    if action is None or action.pupil_id != pupil.id:
        raise NotFound("There is no such action for this pupil")
    if action.done != done:
        set_done(session, action, done)
        _note(session, action, by.id, now)
    return action


def _note(session: Session, action: Action, by_id: str, now: datetime) -> None:
    said = "action done" if action.done else "action opened again"
    happening = audit.Happening(
        now, said, person_id=by_id, subject_kind="action", subject_id=action.id, pupil_id=action.pupil_id
    )
    audit.record(session, action.school_id, happening)
