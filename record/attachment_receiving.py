"""Attachments as they arrive: each kept once under its id, where no other keeps out the photo that a note names."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from record import attachment_links, attachment_losses, attachments, audit, kinds, notes
from record.attachment_links import AttachmentLink
from record.attachments import (
    DISCARDED,
    QUARANTINED,
    RECEIVED,
    AnotherFile,
    Attachment,
    Carrier,
    Examined,
)
from record.base import new_id
from record.files import Files

IN_ANOTHERS_PLACE = "It came under the id of another photo, which a note names; this one is not that photo"
_FILE: tuple[str, ...] = (
    "person_id",
    "device_id",
    "is_sealed",
    "digest",
    "plain_digest",
    "kept_digest",
    "media_type",
    "width",
)
_FILE += ("height", "size", "state", "problem", "received_at", "settled_at", "settled_by_id")


def may_replace(session: Session, before: Attachment, carrier: Carrier, *, is_sealed: bool) -> bool:
    """Whether a file of this carrier might have a better right to the id than the one that lies there: what can be told
    without looking at its content."""
    new = Attachment(
        school_id=before.school_id,
        id=before.id,
        person_id=carrier.person_id,
        device_id=carrier.device_id,
        is_sealed=is_sealed,
    )
    return _claim(session, new, before.received_at, is_examined=False) < _claim(session, before)


def receive(
    session: Session, files: Files, carrier: Carrier, attachment_id: str, examined: Examined, now: datetime
) -> tuple[Attachment, bool]:
    """Keep a file, durably, before the transaction that says so ends. Returns it, and whether it is new; received
    twice it is kept once. One that a note names takes the place of one that is not its: that is put aside, into
    quarantine. Raises AnotherFile where the other has the better right, or nobody knows."""
    before = session.get(Attachment, (carrier.school_id, attachment_id))
    if before is not None and before.digest == examined.digest:
        return before, False
    new = _new(carrier, attachment_id, examined, now)
    if before is not None:
        if _claim(session, new, before.received_at) >= _claim(session, before):
            raise AnotherFile
        _put_aside(session, files, before, new, now)
    files.write(carrier.school_id, attachment_id, examined.content)
    attachment_losses.found(session, carrier.school_id, attachment_id)
    attachment = new if before is None else before
    if before is None:
        session.add(new)
    else:
        _become(before, new)
    links = attachment_links.links_of(session, carrier.school_id, [attachment_id]).get(attachment_id, [])
    attachment.unnamed_since = None
    attachments.note_claimed(attachment, attachments.claims(attachment, links), now)
    session.flush()
    _note(session, now, f"attachment {attachment.state}", attachment, {})
    return attachment, True


def _new(carrier: Carrier, attachment_id: str, examined: Examined, now: datetime) -> Attachment:
    picture = examined.picture
    return Attachment(
        school_id=carrier.school_id,
        id=attachment_id,
        person_id=carrier.person_id,
        device_id=carrier.device_id,
        is_sealed=examined.is_sealed,
        digest=examined.digest,
        plain_digest=examined.plain_digest,
        kept_digest=hashlib.sha256(examined.content).hexdigest(),
        media_type=picture.media_type if picture else None,
        width=picture.width if picture else None,
        height=picture.height if picture else None,
        size=len(examined.content),
        state=RECEIVED if picture else QUARANTINED,
        problem=examined.problem,
        received_at=now,
    )


def _claim(
    session: Session, attachment: Attachment, before: datetime | None = None, *, is_examined: bool = True
) -> float:
    """The place, among the notes that name this id in the order in which they did, of the first whose photo this file
    may be; infinite where it is none's. An id is made up with its note or with its file: who learns it later comes
    later. So of another file's id only a note counts that had named it `before` that one came."""
    links = attachment_links.links_of(session, attachment.school_id, [attachment.id]).get(attachment.id, [])
    claimed = attachments.claims(attachment, links)
    for place, link in enumerate(sorted(links, key=_named_at)):
        if link not in claimed or (before is not None and _named_at(link) > before):
            continue
        note = notes.note_of(session, kinds.table(link.kind), attachment.school_id, link.note_id)
        if note is None or not is_examined or attachments.is_signed(note.body, attachment):
            return place
    return float("inf")


def _named_at(link: AttachmentLink) -> datetime:
    return link.named_at or datetime.min.replace(tzinfo=UTC)


def _become(attachment: Attachment, other: Attachment) -> None:
    for name in _FILE:
        setattr(attachment, name, getattr(other, name))


def _put_aside(session: Session, files: Files, before: Attachment, new: Attachment, now: datetime) -> None:
    aside = Attachment(school_id=before.school_id, id=new_id())
    _become(aside, before)
    aside.problem = IN_ANOTHERS_PLACE
    if aside.state != DISCARDED:
        aside.state = QUARANTINED
    try:
        files.write(aside.school_id, aside.id, files.read(before.school_id, before.id))
    except FileNotFoundError:
        pass  # `jotter verify` has told that it is missing, and goes on telling it of the new id
    session.add(aside)
    session.flush()
    _note(session, now, "attachment put aside", aside, {"came_as": before.id, "for": new.plain_digest})


def _note(session: Session, now: datetime, action: str, attachment: Attachment, detail: dict[str, Any]) -> None:
    audit.record(
        session,
        attachment.school_id,
        audit.Happening(
            now,
            action,
            attachment.person_id,
            attachment.device_id,
            subject_kind="attachment",
            subject_id=attachment.id,
            detail={"digest": attachment.digest, "plain_digest": attachment.plain_digest, **detail},
        ),
    )
