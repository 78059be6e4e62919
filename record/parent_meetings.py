"""Parent meetings: who was there, what each said and what was agreed (Code of Practice 6.65: three times a year)."""

from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, Session, declared_attr, mapped_column

from record import actions, changes
from record.base import Base
from record.batches import insert_rows
from record.entries import Incoming, Problem
from record.notes import Note
from record.times import SCHOOL_ZONE, parse_wire_date, school_day

PURPOSES = {
    "structured_conversation": "Structured conversation",
    "sen_support_review": "SEN support review",
    "annual_review": "Annual review",
    "concern": "Concern",
    "other": "Other",
}
# The four steps of a structured conversation (Achievement for All: The structured conversation, DCSF 2009).
PROMPTS = {"explore": "Explore", "focus": "Focus", "plan": "Plan", "review": "Review"}
# Code of Practice 6.65: schools should meet parents at least three times each year.
MEETINGS_A_YEAR = 3

# One a term is how schools keep to it. Where a term ends differs from place to place by a week or two.
TERM_BEGINS = ((9, 1), (1, 1), (4, 1))  # month and day: autumn, spring, summer

NOON = time(12)
EARLIEST = date(1990, 1, 1)
LONGEST_AHEAD = timedelta(days=366)
NEXT_LONGEST_AHEAD = timedelta(days=2 * 366)


class ParentMeeting(Note, Base):
    """One meeting with a pupil's parents; it is prepared, then held, then finished."""

    __tablename__ = "parent_meetings"

    held_on: Mapped[date] = mapped_column()
    purpose: Mapped[str] = mapped_column(Text)
    is_finished: Mapped[bool] = mapped_column()
    next_meeting: Mapped[date | None] = mapped_column()

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Index, ...]:
        # Who is due is counted from this index alone (record/meetings_due.py).
        due = Index("ix_parent_meetings_due", "school_id", "is_finished", "held_on", "pupil_id", "next_meeting")
        return (*super().__table_args__, due)


TABLE = ParentMeeting


def columns(body: dict[str, Any], recorded_at: datetime) -> dict[str, Any]:
    """The columns that are read off a body."""
    return {
        "observed_at": happened_at(body, recorded_at),
        "held_on": parse_wire_date(body["held_on"]),
        "purpose": body["purpose"],
        "is_finished": bool(body.get("finished")),
        "next_meeting": parse_wire_date(body.get("next_meeting")),
    }


def happened_at(body: dict[str, Any], recorded_at: datetime) -> datetime:
    """Where a meeting stands among what happened. A day has no hour: one that was written on its day happened then,
    one that was written up later or prepared before at noon of its day; until it is finished it has not happened."""
    held_on = parse_wire_date(body.get("held_on"))
    if held_on is None or not body.get("finished") or school_day(recorded_at) == held_on:
        return recorded_at
    return datetime.combine(held_on, NOON, SCHOOL_ZONE)


def store_new(session: Session, rows: list[dict[str, Any]]) -> None:
    """Store new meetings: one row of columns each."""
    insert_rows(session, ParentMeeting, rows)


def after_stored(
    session: Session,
    school_id: str,
    pupil_id: str,
    entry_id: str,
    body: dict[str, Any],
    before: dict[str, Any],
    by_id: str,
    now: datetime,
) -> None:
    """Once it is finished, agreed actions become actions in the record; earlier ones that were ticked off are done."""
    is_finished = bool(body.get("finished"))
    actions.follow_meeting(session, school_id, pupil_id, entry_id, body.get("actions") or [], is_finished)
    actions.follow_ticks(session, school_id, pupil_id, _ticks(body), _ticks(before), by_id, now)


def before_moved(
    session: Session, school_id: str, pupil_id: str, body: dict[str, Any], by_id: str, now: datetime
) -> None:
    """It was not this pupil's meeting after all: the earlier actions that it ticked off are open again."""
    ticks = _ticks(body)
    actions.follow_ticks(session, school_id, pupil_id, dict.fromkeys(ticks, False), ticks, by_id, now)


def _ticks(body: dict[str, Any]) -> dict[str, bool]:
    return {tick["id"]: bool(tick.get("done")) for tick in body.get("actions_earlier") or []}


def action_ids(entry: Incoming) -> list[str]:
    """The ids that an entry gives to agreed actions; none where it is no meeting, or none that can be read."""
    if entry.kind != "parent_meeting" or entry.problems:
        return []
    return [action["id"] for action in entry.body.get("actions") or []]


def problems(session: Session, school_id: str, entry_id: str, body: dict[str, Any], today: date) -> list[Problem]:
    """What the record cannot take of a meeting, in plain words: days that make no sense on the day `today` at the
    school, and actions whose id is another meeting's or something else's."""
    found = _days(body, today)
    ids = [action["id"] for action in body.get("actions") or []]
    if ids and actions.ids_taken(session, entry_id, ids):
        found.append(Problem("body.actions", "An action's id already belongs to another meeting"))
    elif entry_id in ids or (ids and changes.ids_of_others(session, school_id, [(each, "action") for each in ids])):
        found.append(Problem("body.actions", "An action's id already belongs to something else"))
    return found


def _days(body: dict[str, Any], today: date) -> list[Problem]:
    held_on, next_on = parse_wire_date(body.get("held_on")), parse_wire_date(body.get("next_meeting"))
    if held_on is None:
        return []  # the schema has said so
    if held_on < EARLIEST:
        return [Problem("body.held_on", "This day is too long ago: is the year right?")]
    if body.get("finished") and held_on > today:
        return [Problem("body.held_on", "A finished meeting cannot be in the future")]
    if held_on > today + LONGEST_AHEAD:
        return [Problem("body.held_on", "A meeting can be prepared at most a year ahead")]
    if next_on and next_on < held_on:
        return [Problem("body.next_meeting", "The next meeting cannot be before this one")]
    if next_on and next_on > max(held_on, today) + NEXT_LONGEST_AHEAD:
        return [Problem("body.next_meeting", "The next meeting is too far ahead: is the year right?")]
    return []
