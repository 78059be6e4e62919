"""Preparing: a parent meeting that is set down at the desk before it is held, and travels to tablets unfinished."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from record import access, audit, changes, kinds, parent_meetings
from record.entries import Incoming, Problem
from record.errors import NotFound, Refused
from record.merging import Merge, differing, has_same_words, merge
from record.parent_meetings import ParentMeeting
from record.people import Person
from record.times import school_day

KIND = "parent_meeting"
CHANGED_MEANWHILE = "Somebody changed this meanwhile"


def prepare(session: Session, by: Person, pupil_id: str, told: Incoming, now: datetime) -> list[Problem]:
    """Put a prepared meeting, as the sync door's reader read it, into the record and onto tablets. Returns what is
    wrong with it; an empty list says that it was stored. Told twice under one id it is one meeting: what differs the
    second time is a change of the first. Raises NotAllowed, NotFound for a pupil not theirs or an id of somebody
    else's, and Refused where the meeting of that id is finished by now."""
    access.require(by, write_notes=True)
    pupil = access.visible_pupil(session, by, pupil_id)
    present = session.get(ParentMeeting, told.id)
    if present is not None:
        if (present.pupil_id, present.author_id) != (pupil.id, by.id):
            raise NotFound("There is no such meeting")
        return prepare_anew(session, by, told.id, told, 1, now)
    body = {**told.body, "finished": False}
    problems = told.problems or parent_meetings.problems(session, by.school_id, told.id, body, school_day(now))
    if problems:
        return problems
    row = kinds.new_row(by.school_id, told.id, by.id, body, now, now)
    if access.may(by).review:  # nobody need review what they wrote themselves
        row |= {"reviewed_at": now, "reviewed_by_id": by.id}
    kinds.store_new(session, by.school_id, KIND, [row])
    _note(session, by, "meeting prepared", told.id, pupil.id, now)
    return []


def prepare_anew(
    session: Session, by: Person, meeting_id: str, told: Incoming, version: int, now: datetime
) -> list[Problem]:
    """Change a meeting that is not finished, from the version that this person had before them. What somebody else
    changed meanwhile stands; where both changed one thing that is a problem, and nothing is stored."""
    meeting = prepared_meeting(session, by, meeting_id)
    if told.problems:
        return list(told.problems)
    merged = merged_with(session, meeting, told, version)
    if merged.clashes:
        return [Problem(f"body.{name}", CHANGED_MEANWHILE) for name in merged.clashes]
    # What is stored must make sense as a whole, with what the form does not show.
    problems = parent_meetings.problems(session, by.school_id, meeting.id, merged.body, school_day(now))
    if problems:
        return problems
    if not has_same_words(merged.body, meeting.body):
        was_reviewed = meeting.reviewed_at is not None
        meeting.is_signed = False
        kinds.rewrite(session, KIND, meeting, merged.body, by.id, now)
        if was_reviewed and access.may(by).review:
            kinds.set_reviewed(session, KIND, meeting, by, now)
        _note(session, by, "meeting prepared", meeting.id, meeting.pupil_id, now)
    return []


def merged_with(session: Session, meeting: ParentMeeting, told: Incoming, version: int) -> Merge:
    """The meeting as it stands with what was changed since the version that the writer had before them. Of a version
    that is not known nobody can say what was changed since: everything that differs clashes."""
    base = body_before(session, meeting, version)
    if base is not None:
        return merge(base, meeting.body, told.body)
    return Merge(dict(meeting.body), differing(told.body, meeting.body))


def body_before(session: Session, meeting: ParentMeeting, version: int) -> dict[str, Any] | None:
    """The meeting's body in this version, or None where there is no such version."""
    return changes.body_at(session, meeting.school_id, KIND, meeting.id, version)


def prepared_meeting(session: Session, by: Person, meeting_id: str) -> ParentMeeting:
    """A meeting that this person may go on preparing. Raises NotAllowed, NotFound, and Refused for a finished one."""
    access.require(by, write_notes=True)
    meeting = visible_meeting(session, by, meeting_id)
    if meeting.is_finished:
        raise Refused("This meeting is finished")
    return meeting


def visible_meeting(session: Session, by: Person, meeting_id: str) -> ParentMeeting:
    """A meeting about a pupil whom this person may see. Raises NotFound."""
    meeting = session.get(ParentMeeting, meeting_id)
    if meeting is None or meeting.school_id != by.school_id:
        raise NotFound("There is no such meeting")
    access.visible_pupil(session, by, meeting.pupil_id)
    return meeting


def version_of(session: Session, meeting: ParentMeeting) -> int:
    """The version of the meeting's document as it now stands."""
    head = changes.head(session, meeting.school_id, KIND, meeting.id)
    return head.version if head else 1


def _note(session: Session, by: Person, what: str, meeting_id: str, pupil_id: str, now: datetime) -> None:
    details: dict[str, Any] = {"subject_kind": KIND, "subject_id": meeting_id, "pupil_id": pupil_id}
    audit.record(session, by.school_id, audit.Happening(now, what, person_id=by.id, **details))
