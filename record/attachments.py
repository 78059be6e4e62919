"""Attachments: photos of work that notes name, kept as files; whichever arrives first, note or photo, waits."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, String, and_, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import access, attachment_links, audit
from record.attachment_links import AttachmentLink
from record.base import Base, Id, UtcDateTime
from record.errors import NotAllowed, NotFound, Refused
from record.files import Files
from record.people import Person
from record.pictures import MAX_BYTES, NoPicture, OtherKind, Picture, read_picture

RECEIVED, QUARANTINED, DISCARDED = "received", "quarantined", "discarded"
# enc of DHKEM(P-256) and the tag of AES-256-GCM.
SEAL_BYTES = 65 + 16
SEAL_DOES_NOT_OPEN = "The seal does not open"
# Notes go before their photos: one that nobody names a day later needs somebody to look.
FORGOTTEN_AFTER = timedelta(days=1)


class Attachment(Base):
    """One file as it was received, and what it was found to be. `digest` is of the bytes as received (sealed, where
    they were), `plain_digest` of what was in the seal, which an author signs, `kept_digest` of the file as it lies."""

    __tablename__ = "attachments"

    school_id: Mapped[str] = mapped_column(ForeignKey("schools.id"), primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("people.id"))
    device_id: Mapped[str] = mapped_column(Id)
    is_sealed: Mapped[bool] = mapped_column()
    digest: Mapped[str] = mapped_column(String(64))
    plain_digest: Mapped[str] = mapped_column(String(64))
    kept_digest: Mapped[str] = mapped_column(String(64))
    media_type: Mapped[str | None] = mapped_column(String(40))
    width: Mapped[int | None] = mapped_column(Integer)
    height: Mapped[int | None] = mapped_column(Integer)
    size: Mapped[int] = mapped_column(Integer)
    state: Mapped[str] = mapped_column(String(20))
    problem: Mapped[str | None] = mapped_column(String(300))
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    settled_by_id: Mapped[str | None] = mapped_column(Id)
    # Of a photo that no note claims: since when. So that finding those costs what there is of them.
    unnamed_since: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        Index("ix_attachments_school_id_state", "school_id", "state", "received_at"),
        Index("ix_attachments_unnamed", "school_id", "unnamed_since"),
    )


class AnotherFile(Exception):
    """Under this id lies another file already."""


@dataclass(frozen=True)
class Carrier:
    """Whose token brought a file, and from which tablet. Of a sealed one this need not be its author."""

    school_id: str
    person_id: str
    device_id: str


@dataclass(frozen=True)
class Examined:
    """A file as received and as it is to be kept: a picture, or the bytes with what is wrong with them."""

    digest: str
    plain_digest: str
    is_sealed: bool
    content: bytes
    picture: Picture | None
    problem: str | None


def examine(received: bytes, opened: bytes | None, is_sealed: bool) -> Examined:
    """Find out what a file is; asks nothing of the record. `opened` is what was in the seal, or the bytes themselves;
    None where the seal does not open. Raises OtherKind where plain bytes are of no kind that a photo may be: whoever
    sends them can see that. A damaged picture, and whatever was sealed, is kept as it is, with the reason: whoever
    carries it cannot look inside, and may be the only one who still has it."""
    digest = hashlib.sha256(received).hexdigest()
    if opened is None:
        return Examined(digest, digest, is_sealed, received, None, SEAL_DOES_NOT_OPEN)
    plain_digest = hashlib.sha256(opened).hexdigest() if is_sealed else digest
    try:
        picture = read_picture(opened)
    except NoPicture as problem:
        if isinstance(problem, OtherKind) and not is_sealed:
            raise
        return Examined(digest, plain_digest, is_sealed, opened, None, str(problem))
    if len(picture.content) > MAX_BYTES * 4:  # drawn anew it may grow, but not without end
        return Examined(digest, plain_digest, is_sealed, opened, None, "It is too large to be shown")
    return Examined(digest, plain_digest, is_sealed, picture.content, picture, None)


def claims(attachment: Attachment, links: Iterable[AttachmentLink]) -> list[AttachmentLink]:
    """Of the links that name a file, those of notes that open it: the notes of the tablet that sent it, and of the
    person whose token brought it. Of what came sealed that person may be no more than the carrier: where a note of the
    tablet by another hand names it, it is that one's."""
    here = [link for link in links if link.device_id == attachment.device_id]
    if attachment.is_sealed and any(link.author_id != attachment.person_id for link in here):
        return here
    return [link for link in links if link in here or link.author_id == attachment.person_id]


def content_of(files: Files, attachment: Attachment) -> bytes:
    """The bytes as they are kept. Raises NotFound where the file is missing, which `jotter verify` tells."""
    try:
        return files.read(attachment.school_id, attachment.id)
    except FileNotFoundError:
        raise NotFound("The file of this photo is missing") from None


def digests_in(body: Mapping[str, Any]) -> dict[str, str]:
    """The digests of its photos that a note's author has signed, by attachment, where the tablet told them."""
    told = body.get("attachments")
    return {
        each["id"].lower(): each["digest"].lower()
        for each in (told if isinstance(told, list) else [])
        if isinstance(each, dict) and isinstance(each.get("id"), str) and isinstance(each.get("digest"), str)
    }


def is_signed(body: Mapping[str, Any], attachment: Attachment) -> bool:
    """Whether a note may have been signed with this file: its digest was told, or none was."""
    return digests_in(body).get(attachment.id) in (None, attachment.plain_digest)


def _needs_somebody(session: Session, school_id: str, now: datetime) -> tuple[tuple[Any, ...], ...]:
    """What files need somebody to look, in two conditions: each has its index, and both in one have none."""
    of_school = Attachment.school_id == school_id
    waits = attachment_links.named_by_waiting(session, school_id)
    is_old = Attachment.unnamed_since <= now - FORGOTTEN_AFTER
    is_forgotten = (of_school, Attachment.state == RECEIVED, is_old, Attachment.id.not_in(waits))
    return (of_school, Attachment.state == QUARANTINED), is_forgotten


def troubled(session: Session, school_id: str, now: datetime, limit: int) -> list[Attachment]:
    """The files that could not be read, and photos that no note has named for a day, not even one that waits in
    quarantine or among the conflicts; newest first, up to `limit`."""
    found: list[Attachment] = []
    for condition, order in zip(
        _needs_somebody(session, school_id, now), (Attachment.received_at, Attachment.unnamed_since), strict=True
    ):
        query = select(Attachment).where(*condition)
        found += session.scalars(query.order_by(order.desc(), Attachment.id.desc()).limit(limit))
    return sorted(found, key=lambda each: (each.received_at, each.id), reverse=True)[:limit]


def count_troubled(session: Session, school_id: str, now: datetime, up_to: int = 1000) -> int:
    """How many files need somebody to look, counted `up_to` that many. It stands on every page of the desk."""
    count = 0
    for condition in _needs_somebody(session, school_id, now):
        count += len(session.scalars(select(Attachment.id).where(*condition).limit(up_to)).all())
    return min(count, up_to)


def troubled_one(session: Session, by: Person, attachment_id: str, now: datetime) -> Attachment:
    """One of the files that need somebody to look. Raises NotAllowed, NotFound."""
    access.require(by, review=True)
    conditions = [and_(*each) for each in _needs_somebody(session, by.school_id, now)]
    found = session.scalar(select(Attachment).where(Attachment.id == attachment_id, or_(*conditions)))
    if found is None:
        raise NotFound("There is no such file in quarantine")
    return found


def unreadable_one(session: Session, by: Person, attachment_id: str, now: datetime) -> Attachment:
    """A file that could not be read, to be taken out as it was received. Raises NotAllowed also for a photo: whom it
    shows is not known before a note names it."""
    found = troubled_one(session, by, attachment_id, now)
    if found.state != QUARANTINED:
        raise NotAllowed("Your role does not allow this")
    return found


def discard(session: Session, by: Person, attachment_id: str, now: datetime) -> None:
    """Show a file no more: it stays as received, and the trail keeps its digests. Raises NotAllowed, NotFound, and
    Refused when somebody discarded it before."""
    access.require(by, review=True)
    before = session.get(Attachment, (by.school_id, attachment_id))
    if before is not None and before.state == DISCARDED:
        raise Refused("Somebody has settled this file already")
    found = troubled_one(session, by, attachment_id, now)
    found.state, found.settled_at, found.settled_by_id = DISCARDED, now, by.id
    found.unnamed_since = None
    audit.record(
        session,
        by.school_id,
        audit.Happening(
            now,
            "attachment discarded",
            by.id,
            found.device_id,
            subject_kind="attachment",
            subject_id=found.id,
            detail={"digest": found.digest, "plain_digest": found.plain_digest, "sent_by": found.person_id},
        ),
    )


def meet_named(session: Session, school_id: str, ids: Iterable[str], now: datetime) -> None:
    """A note has come that names these, or names them no more: each photo that is here learns whether one claims it. A
    photo that was discarded because none did is shown again."""
    wanted = set(ids)
    if not wanted:
        return
    query = select(Attachment).where(Attachment.school_id == school_id, Attachment.id.in_(wanted))
    links = attachment_links.links_of(session, school_id, wanted)
    for found in session.scalars(query):
        claimed = claims(found, links.get(found.id, []))
        if claimed and found.state == DISCARDED and found.problem is None:
            _restore(session, found, claimed[0], now)
        note_claimed(found, claimed, now)


def note_claimed(attachment: Attachment, claimed: Sequence[AttachmentLink], now: datetime) -> None:
    """Keep since when a photo has been without a note that claims it."""
    if claimed or attachment.state != RECEIVED:
        attachment.unnamed_since = None
    elif attachment.unnamed_since is None:
        attachment.unnamed_since = now


def _restore(session: Session, found: Attachment, by: AttachmentLink, now: datetime) -> None:
    found.state, found.settled_at, found.settled_by_id = RECEIVED, None, None
    audit.record(
        session,
        found.school_id,
        audit.Happening(
            now,
            "attachment restored",
            by.author_id,
            found.device_id,
            subject_kind="attachment",
            subject_id=found.id,
            pupil_id=by.pupil_id,
            detail={"named_by": by.note_id, "digest": found.digest},
        ),
    )
