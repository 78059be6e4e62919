"""Photos as a note shows them: here, on their way, lost on their tablet, or not to be shown, each with its reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from record import attachment_links, attachment_losses
from record.attachment_links import AttachmentLink
from record.attachment_losses import LostAttachment
from record.attachments import DISCARDED, RECEIVED, Attachment, claims, digests_in

# What a note says of a photo that is not there to be shown.
HERE, COMING, LOST, UNREADABLE, OTHER, GONE = "here", "coming", "lost", "unreadable", "other", "gone"


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
    told = digests_in(note.body).get(attachment_id)
    if not is_claimed or (told is not None and told != attachment.plain_digest):
        return Photo(attachment_id, OTHER)
    return Photo(attachment_id, HERE, attachment.width, attachment.height)


def _is_told(loss: LostAttachment, attachment_id: str, own: list[AttachmentLink]) -> bool:
    """Only the tablet of a note, or its author, can have lost its photo."""
    is_theirs = any(loss.device_id == link.device_id or loss.person_id == link.author_id for link in own)
    return loss.id == attachment_id and is_theirs
