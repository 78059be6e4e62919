"""Attachments checked again: each file is the one that was kept, and each photo the one that its author signed."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from record.attachments import Attachment, digests_in
from record.delivering import is_doubted
from record.entries import Entry
from record.files import Files
from record.json_text import read_kept


def count(session: Session, school_id: str) -> int:
    """How many attachments the school has."""
    return session.scalar(select(func.count()).select_from(Attachment).where(Attachment.school_id == school_id)) or 0


def faults(session: Session, files: Files, school_id: str) -> Iterator[str]:
    """Name every attachment whose file is missing or has changed, and every one that is not what was signed."""
    query = select(Attachment.id, Attachment.kept_digest).where(Attachment.school_id == school_id)
    for row in session.execute(query.order_by(Attachment.id), execution_options={"yield_per": 1000}):
        lies_there = files.digest(school_id, row.id)
        if lies_there is None:
            yield f"attachment {row.id}: its file is missing"
        elif lies_there != row.kept_digest:
            yield f"attachment {row.id}: its file is not what was kept"
    yield from _unlike_signed(session, school_id)


def _unlike_signed(session: Session, school_id: str) -> Iterator[str]:
    query = select(Entry.entry_id, Entry.revision, Entry.raw, Entry.problems).where(
        Entry.school_id == school_id,
        Entry.signature.is_not(None),
        Entry.status != "quarantined",
        Entry.raw.contains('"attachments"'),
    )
    for row in session.execute(query, execution_options={"yield_per": 200}):
        if is_doubted(row.problems):
            continue
        sent = read_kept(row.raw)
        body = sent.get("body") if isinstance(sent, dict) else None
        for attachment_id, digest in digests_in(body if isinstance(body, dict) else {}).items():
            found = session.get(Attachment, (school_id, attachment_id))
            if found is not None and found.plain_digest != digest:
                signed = f"entry {row.entry_id}, revision {row.revision}"
                yield f"attachment {attachment_id}: it is not what was signed with {signed}"
