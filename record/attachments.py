"""Attachments: photos of work that notes name, kept as files; whichever arrives first, note or photo, waits."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, String, exists, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from record import access, attachment_links, audit
from record.attachment_links import AttachmentLink
from record.base import Base, Id, UtcDateTime
from record.errors import NotAllowed, NotFound, Refused
from record.files import Files
from record.people import Person
from record.pictures import MAX_BYTES, NoPicture, Picture, read_picture

RECEIVED, QUARANTINED, DISCARDED = "received", "quarantined", "discarded"
# What a note says of a photo that is not there to be shown.
HERE, COMING, UNREADABLE, OTHER, GONE = "here", "coming", "unreadable", "other", "gone"
# enc of DHKEM(P-256) and the tag of AES-256-GCM.
SEAL_BYTES = 65 + 16
SEAL_DOES_NOT_OPEN = "The seal does not open"
# Notes go before their photos: one that nobody names a day later needs somebody to look.
FORGOTTEN_AFTER = timedelta(days=1)
COUNTED_FOR = timedelta(days=28)


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

    __table_args__ = (Index("ix_attachments_school_id_state", "school_id", "state", "received_at"),)


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
    None where the seal does not open. Nothing is refused: what is no picture is kept as it is, with the reason."""
    digest = hashlib.sha256(received).hexdigest()
    if opened is None:
        return Examined(digest, digest, is_sealed, received, None, SEAL_DOES_NOT_OPEN)
    plain_digest = hashlib.sha256(opened).hexdigest() if is_sealed else digest
    try:
        picture = read_picture(opened)
    except NoPicture as problem:
        return Examined(digest, plain_digest, is_sealed, opened, None, str(problem))
    if len(picture.content) > MAX_BYTES * 4:  # drawn anew it may grow, but not without end
        return Examined(digest, plain_digest, is_sealed, opened, None, "It is too large to be shown")
    return Examined(digest, plain_digest, is_sealed, picture.content, picture, None)


def fits(attachment: Attachment, link: AttachmentLink) -> bool:
    """Whether a note may claim this file: it came from the tablet on which the note was written. A plain file is also
    claimed by whoever's token brought it."""
    is_own = not attachment.is_sealed and link.author_id == attachment.person_id
    return link.device_id == attachment.device_id or is_own


def visible(session: Session, person: Person, attachment_id: str) -> tuple[Attachment, list[AttachmentLink]]:
    """The picture, if this person may see it, and the notes that open it to them: those of pupils whom they may see.
    While no note names it, it is for whoever sent it alone. Raises NotFound: whether there is one is not told."""
    refusal = NotFound("There is no such photo, or it is not yours to see")
    attachment = session.get(Attachment, (person.school_id, attachment_id))
    if attachment is None or attachment.state != RECEIVED or access.may(person).pupils == "none":
        raise refusal
    links = attachment_links.links_of(session, person.school_id, [attachment_id]).get(attachment_id, [])
    claims = [link for link in links if fits(attachment, link)]
    if not claims:
        if attachment.is_sealed or attachment.person_id != person.id:
            raise refusal
        return attachment, []
    pupils = access.visible_pupil_ids(session, person)
    open_links = [link for link in claims if link.pupil_id in pupils]
    if not open_links:
        raise refusal
    return attachment, open_links


def content_of(files: Files, attachment: Attachment) -> bytes:
    """The bytes as they are kept. Raises NotFound where the file is missing, which `jotter verify` tells."""
    try:
        return files.read(attachment.school_id, attachment.id)
    except FileNotFoundError:
        raise NotFound("The file of this photo is missing") from None


@dataclass(frozen=True)
class Photo:
    """What is known of one photo that a note names; the size in pixels where it is here."""

    id: str
    state: str
    width: int | None = None
    height: int | None = None


def photos_of(session: Session, school_id: str, notes: Iterable[Any]) -> dict[str, list[Photo]]:
    """What is known of the photos that these notes name, by note; asked for all of them together."""
    named = {note.id: (note, ids) for note in notes if (ids := attachment_links.named_in(note.body))}
    wanted = {each for _note, ids in named.values() for each in ids}
    if not wanted:
        return {}
    query = select(Attachment).where(Attachment.school_id == school_id, Attachment.id.in_(wanted))
    found = {attachment.id: attachment for attachment in session.scalars(query)}
    links = attachment_links.links_of(session, school_id, wanted)
    return {
        note_id: [_photo(note, each, found.get(each), links.get(each, [])) for each in ids]
        for note_id, (note, ids) in named.items()
    }


def _photo(note: Any, attachment_id: str, attachment: Attachment | None, links: list[AttachmentLink]) -> Photo:
    if attachment is None:
        return Photo(attachment_id, COMING)
    if attachment.state != RECEIVED:
        return Photo(attachment_id, GONE if attachment.state == DISCARDED else UNREADABLE)
    is_claimed = any(link.note_id == note.id and fits(attachment, link) for link in links)
    told = digests_in(note.body).get(attachment_id)
    if not is_claimed or (told is not None and told != attachment.plain_digest):
        return Photo(attachment_id, OTHER)
    return Photo(attachment_id, HERE, attachment.width, attachment.height)


def digests_in(body: Mapping[str, Any]) -> dict[str, str]:
    """The digests of its photos that a note's author has signed, by attachment, where the tablet told them."""
    told = body.get("attachments")
    return {
        each["id"].lower(): each["digest"].lower()
        for each in (told if isinstance(told, list) else [])
        if isinstance(each, dict) and isinstance(each.get("id"), str) and isinstance(each.get("digest"), str)
    }


def _is_forgotten(now: datetime) -> Any:
    is_named = exists().where(
        AttachmentLink.school_id == Attachment.school_id, AttachmentLink.attachment_id == Attachment.id
    )
    return (Attachment.state == RECEIVED) & (Attachment.received_at <= now - FORGOTTEN_AFTER) & ~is_named


def _needs_somebody(session: Session, school_id: str, now: datetime) -> tuple[Any, ...]:
    waits = attachment_links.named_by_waiting(session, school_id)
    is_forgotten = _is_forgotten(now) & Attachment.id.not_in(waits)
    return Attachment.school_id == school_id, or_(Attachment.state == QUARANTINED, is_forgotten)


def troubled(session: Session, school_id: str, now: datetime, limit: int) -> list[Attachment]:
    """The files that could not be read, and photos that no note has named for a day, not even one that waits in
    quarantine or among the conflicts; newest first, up to `limit`."""
    query = select(Attachment).where(*_needs_somebody(session, school_id, now))
    return list(session.scalars(query.order_by(Attachment.received_at.desc(), Attachment.id.desc()).limit(limit)))


def count_troubled(session: Session, school_id: str, now: datetime, up_to: int = 1000) -> int:
    """How many files need somebody to look, counted `up_to` that many. It stands on every page of the desk: of photos
    that no note names those of the last COUNTED_FOR are counted, so that it costs the same after years of photos; the
    quarantine itself shows them all."""
    of_school = Attachment.school_id == school_id
    unreadable = select(Attachment.id).where(of_school, Attachment.state == QUARANTINED).limit(up_to)
    count = len(session.scalars(unreadable).all())
    recent = Attachment.received_at > now - COUNTED_FOR
    forgotten = session.scalars(select(Attachment.id).where(of_school, recent, _is_forgotten(now)).limit(up_to)).all()
    waits = attachment_links.named_by_waiting(session, school_id) if forgotten else set()
    return min(up_to, count + len(set(forgotten) - waits))


def troubled_one(session: Session, by: Person, attachment_id: str, now: datetime) -> Attachment:
    """One of the files that need somebody to look. Raises NotAllowed, NotFound."""
    access.require(by, review=True)
    query = select(Attachment).where(*_needs_somebody(session, by.school_id, now), Attachment.id == attachment_id)
    found = session.scalar(query)
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


def restore_named(session: Session, school_id: str, ids: Iterable[str], now: datetime) -> None:
    """A note has come that names these: a photo that was discarded because none did is shown again."""
    wanted = set(ids)
    if not wanted:
        return
    query = select(Attachment).where(
        Attachment.school_id == school_id,
        Attachment.id.in_(wanted),
        Attachment.state == DISCARDED,
        Attachment.problem.is_(None),
    )
    links = attachment_links.links_of(session, school_id, wanted)
    for found in session.scalars(query):
        claims = [link for link in links.get(found.id, []) if fits(found, link)]
        if not claims:
            continue
        found.state, found.settled_at, found.settled_by_id = RECEIVED, None, None
        audit.record(
            session,
            school_id,
            audit.Happening(
                now,
                "attachment restored",
                claims[0].author_id,
                found.device_id,
                subject_kind="attachment",
                subject_id=found.id,
                pupil_id=claims[0].pupil_id,
                detail={"named_by": claims[0].note_id, "digest": found.digest},
            ),
        )
