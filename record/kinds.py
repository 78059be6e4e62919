"""The kinds of note that tablets write, and what is done with any of them.

To add a kind: write its module beside observations.py (TABLE, columns, store_new, after_stored,
before_moved), name it here, give
it a schema in api/schemas, a page in the jotter, a partial under shared/ and a builder in tests/factories.
"""

from collections.abc import Sequence
from datetime import datetime
from types import ModuleType
from typing import Any

from sqlalchemy.orm import Session

from record import attachment_links, attachments, changes, moving, notes, observations, parent_meetings
from record.errors import NotFound
from record.people import Person

NOTES: dict[str, ModuleType] = {"observation": observations, "parent_meeting": parent_meetings}
ANSWER = "answer"


def table(kind: str) -> Any:
    """The table of a kind of note. Raises NotFound for no such kind."""
    if kind not in NOTES:
        raise NotFound("There is no such kind of note")
    return NOTES[kind].TABLE


def note_of(session: Session, school_id: str, kind: str, note_id: str) -> Any:
    """The note of this kind and id in this school. Raises NotFound."""
    note = notes.note_of(session, table(kind), school_id, note_id)
    if note is None:
        raise NotFound("There is no such note")
    return note


def is_note(session: Session, school_id: str, kind: str, note_id: str) -> bool:
    """Whether the school has such a note, however it came there."""
    return notes.note_of(session, table(kind), school_id, note_id) is not None


def store_new(session: Session, school_id: str, kind: str, rows: Sequence[dict[str, Any]]) -> None:
    """Store notes that did not exist before, each a row of columns with its body, and put them into the feed."""
    if not rows:
        return
    module = NOTES[kind]
    module.store_new(session, [{**row, **module.columns(row["body"], row["recorded_at"])} for row in rows])
    changes.publish_new(
        session,
        school_id,
        [changes.Change(kind, row["id"], scope=row["pupil_id"], body=notes.document_body(row)) for row in rows],
    )
    attachment_links.follow_new(session, school_id, kind, rows)
    named = [each for row in rows for each in attachment_links.named_in(row["body"])]
    attachments.meet_named(session, school_id, named, rows[0]["received_at"])
    for row in rows:
        module.after_stored(
            session, school_id, row["pupil_id"], row["id"], row["body"], {}, row["author_id"], row["received_at"]
        )


def new_row(
    school_id: str,
    note_id: str,
    author_id: str,
    body: dict[str, Any],
    recorded_at: datetime,
    received_at: datetime,
    *,
    skew_ms: int | None = None,
    revision: int = 1,
    device_id: str | None = None,
    is_signed: bool = False,
) -> dict[str, Any]:
    """The columns of a note that has just arrived."""
    return {
        "id": note_id,
        "school_id": school_id,
        "pupil_id": body["pupil_id"],
        "author_id": author_id,
        "recorded_at": recorded_at,
        "received_at": received_at,
        "skew_ms": skew_ms,
        "device_id": device_id,
        "is_signed": is_signed,
        "revision": revision,
        "version": 1,
        "body": body,
        "reviewed_at": None,
        "reviewed_by_id": None,
    }


def rewrite(session: Session, kind: str, note: Any, body: dict[str, Any], by_id: str, now: datetime) -> int:
    """Give a note a new body, by the hand of the person `by_id`: about another pupil, if the body says so. Its words
    have changed, so it comes back to be reviewed. Returns its new version."""
    before, left = note.body, note.pupil_id
    is_moved = body["pupil_id"] != left
    note.body = moving.without_links_of_others(session, body) if is_moved else body
    note.pupil_id = body["pupil_id"]
    for name, value in NOTES[kind].columns(body, note.recorded_at).items():
        setattr(note, name, value)
    note.reviewed_at = note.reviewed_by_id = None
    version = republish(session, kind, note)
    attachment_links.follow_rewritten(session, kind, note, now)
    named = [each for told in (before, body) for each in attachment_links.named_in(told)]
    attachments.meet_named(session, note.school_id, named, now)
    if is_moved:
        NOTES[kind].before_moved(session, note.school_id, left, before, by_id, now)
        moving.follow(session, kind, note, left, by_id, now)
        before = {}
    NOTES[kind].after_stored(session, note.school_id, note.pupil_id, note.id, note.body, before, by_id, now)
    return version


def republish(session: Session, kind: str, note: Any) -> int:
    """Put a note that has changed into the feed; returns its new version."""
    republish_many(session, note.school_id, kind, [note])
    return int(note.version)


def republish_many(session: Session, school_id: str, kind: str, changed: Sequence[Any]) -> None:
    """Put notes of one kind that have changed into the feed, all at once."""
    news = [changes.Change(kind, note.id, note.pupil_id, notes.document_body(note.as_row())) for note in changed]
    versions = changes.publish(session, school_id, news)
    for note in changed:
        note.version = versions[kind, note.id]
    session.flush()


def set_reviewed(session: Session, kind: str, note: Any, by: Person | None, now: datetime | None) -> None:
    """Mark a note as reviewed by a person, or (None) as to be reviewed, and tell the tablets."""
    note.reviewed_at, note.reviewed_by_id = now, by.id if by else None
    republish(session, kind, note)
