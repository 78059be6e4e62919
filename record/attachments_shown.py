"""Photos as a note shows them: here, on their way, lost on their tablet, or not to be shown, each with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from record import access, attachment_links, attachment_losses, kinds, notes
from record.attachment_links import AttachmentLink
from record.attachment_losses import LostAttachment
from record.attachments import DISCARDED, RECEIVED, Attachment, claims, is_signed
from record.errors import NotFound
from record.people import Person

# What a note says of a photo that is not there to be shown.
HERE, COMING, LOST, UNREADABLE, OTHER, GONE = "here", "coming", "lost", "unreadable", "other", "gone"


@dataclass(frozen=True)
class Photo:
    """What is known of one photo that a note names; the size in pixels where it is here."""

    id: str
    state: str
    width: int | None = None
    height: int | None = None


def visible(session: Session, person: Person, attachment_id: str) -> tuple[Attachment, list[AttachmentLink]]:
    """The picture, if this person may see it, and the notes that open it to them: those of pupils whom they may see,
    signed with this file where they were signed with one. While no note names it, it is nobody's to see. Raises
    NotFound: whether there is one is not told."""
    refusal = NotFound("There is no such photo, or it is not yours to see")
    attachment = session.get(Attachment, (person.school_id, attachment_id))
    if attachment is None or attachment.state != RECEIVED or access.may(person).pupils == "none":
        raise refusal
    links = attachment_links.links_of(session, person.school_id, [attachment_id]).get(attachment_id, [])
    claimed = claims(attachment, links)
    pupils = access.visible_pupil_ids(session, person) if claimed else set()
    open_links = [link for link in claimed if link.pupil_id in pupils and _is_signed_by(session, link, attachment)]
    if not open_links:
        raise refusal
    return attachment, open_links


def _is_signed_by(session: Session, link: AttachmentLink, attachment: Attachment) -> bool:
    note = notes.note_of(session, kinds.table(link.kind), link.school_id, link.note_id)
    return note is not None and is_signed(note.body, attachment)


def photos_of(session: Session, school_id: str, named_by: Iterable[Any]) -> dict[str, list[Photo]]:
    """What is known of the photos that these notes name, by note; asked for all of them together."""
    named = {note.id: (note, ids) for note in named_by if (ids := attachment_links.named_in(note.body))}
    wanted = {each for _note, ids in named.values() for each in ids}
    if not wanted:
        return {}
    query = select(Attachment).where(Attachment.school_id == school_id, Attachment.id.in_(wanted))
    found = {attachment.id: attachment for attachment in session.scalars(query)}
    lost = attachment_losses.of(session, school_id, missing) if (missing := wanted - found.keys()) else []
    links = attachment_links.links_of(session, school_id, wanted)
    return {
        note_id: [_photo(note, each, found.get(each), lost, links.get(each, [])) for each in ids]
        for note_id, (note, ids) in named.items()
    }


def _photo(
    note: Any,
    attachment_id: str,
    attachment: Attachment | None,
    lost: list[LostAttachment],
    links: list[AttachmentLink],
) -> Photo:
    if attachment is None:
        own = [link for link in links if link.note_id == note.id]
        return Photo(attachment_id, LOST if any(_is_told(each, attachment_id, own) for each in lost) else COMING)
    if attachment.state != RECEIVED:
        return Photo(attachment_id, GONE if attachment.state == DISCARDED else UNREADABLE)
    is_claimed = any(link.note_id == note.id for link in claims(attachment, links))
    if not is_claimed or not is_signed(note.body, attachment):
        return Photo(attachment_id, OTHER)
    return Photo(attachment_id, HERE, attachment.width, attachment.height)


def _is_told(loss: LostAttachment, attachment_id: str, own: list[AttachmentLink]) -> bool:
    """Only the tablet of a note, or its author, can have lost its photo."""
    is_theirs = any(loss.device_id == link.device_id or loss.person_id == link.author_id for link in own)
    return loss.id == attachment_id and is_theirs
