"""Which note names which attachment: written when a note is filed or rewritten, whether or not the file has come."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import quarantine
from record.base import Base, Id, UtcDateTime
from record.batches import insert_rows
from record.conflicts import Conflict
from record.entries import Entry
from record.json_text import read_kept
from record.quarantine import QuarantineItem


class AttachmentLink(Base):
    """That a note names an attachment. `device_id` is where the naming was written: a file belongs to the notes of the
    tablet that sent it, so that nobody opens another's photo by naming it in a note of their own."""

    __tablename__ = "attachment_links"

    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"), primary_key=True)
    attachment_id: Mapped[str] = mapped_column(Id, primary_key=True)
    note_id: Mapped[str] = mapped_column(Id, primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    pupil_id: Mapped[str] = mapped_column(ForeignKey("pupils.id"))
    author_id: Mapped[str] = mapped_column(ForeignKey("people.id"))
    device_id: Mapped[str | None] = mapped_column(Id)
    named_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (Index("ix_attachment_links_note_id", "school_id", "note_id"),)


def named_in(body: Mapping[str, Any]) -> list[str]:
    """The ids of the attachments that a note's body names, each once, in its order."""
    ids = body.get("attachment_ids")
    found = [each.lower() for each in ids if isinstance(each, str)] if isinstance(ids, list) else []
    return list(dict.fromkeys(found))


def named_by_waiting(session: Session, school_id: str) -> set[str]:
    """The ids that are named by what is no note yet: entries that wait in quarantine, and versions that wait to be
    settled. Their photos are not forgotten."""
    entries = (
        select(Entry.raw)
        .join(QuarantineItem, quarantine.same_entry())
        .where(QuarantineItem.school_id == school_id, QuarantineItem.state == quarantine.WAITING)
        .where(Entry.raw.contains("attachment_ids"))
    )
    raws = [read_kept(raw) for raw in session.scalars(entries)]
    bodies = [raw.get("body") for raw in raws if isinstance(raw, dict)]
    bodies += session.scalars(
        select(Conflict.offered).where(Conflict.school_id == school_id, Conflict.settled.is_(None))
    )
    return {each for body in bodies if isinstance(body, Mapping) for each in named_in(body)}


def follow_new(session: Session, school_id: str, kind: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Notes that did not exist before: keep what each names. Most name nothing, which costs nothing."""
    wanted = [(row, named) for row in rows if (named := named_in(row["body"]))]
    if not wanted:
        return
    owners = _owners(session, school_id, {each for _row, named in wanted for each in named})
    fresh = [
        {
            "school_id": school_id,
            "attachment_id": each,
            "note_id": row["id"],
            "kind": kind,
            "pupil_id": row["pupil_id"],
            "author_id": row["author_id"],
            "device_id": row["device_id"],
            "named_at": row["received_at"],
        }
        for row, named in wanted
        for each in named
        if owners.setdefault((each, row["device_id"]), row["author_id"]) == row["author_id"]
    ]
    if fresh:
        insert_rows(session, AttachmentLink, fresh)


def follow_rewritten(session: Session, kind: str, note: Any, now: datetime) -> None:
    """A note's words have changed: what it names now, and no more. What it named before stays as it was."""
    known = set(session.scalars(select(AttachmentLink.attachment_id).where(*_of_note(note))))
    named = named_in(note.body)
    if gone := known - set(named):
        session.execute(delete(AttachmentLink).where(*_of_note(note), AttachmentLink.attachment_id.in_(gone)))
    fresh = [each for each in named if each not in known]
    row = {name: getattr(note, name) for name in ("id", "pupil_id", "author_id", "device_id")}
    follow_new(session, note.school_id, kind, [{**row, "received_at": now, "body": {"attachment_ids": fresh}}])


def _of_note(note: Any) -> tuple[Any, ...]:
    return AttachmentLink.school_id == note.school_id, AttachmentLink.note_id == note.id


def _owners(session: Session, school_id: str, ids: Iterable[str]) -> dict[tuple[str, str | None], str]:
    """Whose each attachment is on each tablet: the author of the first note that named it there. Nobody else's note
    from there gets hold of it; what is named on other tablets opens nothing, and is in nobody's way."""
    query = select(AttachmentLink.attachment_id, AttachmentLink.device_id, AttachmentLink.author_id).where(
        AttachmentLink.school_id == school_id, AttachmentLink.attachment_id.in_(list(ids))
    )
    return {(row.attachment_id, row.device_id): row.author_id for row in session.execute(query)}


def links_of(session: Session, school_id: str, ids: Iterable[str]) -> dict[str, list[AttachmentLink]]:
    """The links of these attachments, by attachment."""
    query = select(AttachmentLink).where(
        AttachmentLink.school_id == school_id, AttachmentLink.attachment_id.in_(list(ids))
    )
    found: dict[str, list[AttachmentLink]] = {}
    for link in session.scalars(query):
        found.setdefault(link.attachment_id, []).append(link)
    return found
