"""Photos of work at the desk, for whoever may see the pupil whose note names them; and files that were no photos."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, current_app
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from doors.database import db
from doors.sign_in import the_person
from record import access, attachment_links, attachments, attachments_shown, people, readings, times
from record.attachments import Attachment
from record.attachments_shown import HERE, Photo
from record.database import writing
from record.devices import Device
from record.errors import Refused
from record.people import Person
from webapp.views.desk import answer, desk_blueprint, go, note_reading, tell

blueprint = desk_blueprint("attachments")

FILES_SHOWN = 50
SUFFIXES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}
# Said in the place of a photo that cannot be shown.
WORDS = {
    attachments_shown.LOST: "A photo that was lost on its tablet before it could be sent",
    attachments_shown.UNREADABLE: "A file that could not be read as a photo",
    attachments_shown.GONE: "A file that was discarded in quarantine",
    attachments_shown.OTHER: "This is not the photo that was taken with the note, so it is not shown",
}
FORGOTTEN = "No note has named it for a day. Ask whoever sent it; their note may still be on the tablet."


def photos_told(note: Any, photos: Mapping[str, Sequence[Photo]]) -> list[dict[str, Any]]:
    """What templates are told about a note's photos (shared/_photos.html)."""
    found = photos.get(note.id, [])
    here = [photo for photo in found if photo.state == HERE]
    told: list[dict[str, Any]] = [
        {
            "url": f"/desk/attachments/{photo.id}",
            "alt": "Photo of work" if len(here) == 1 else f"Photo of work, {place} of {len(here)}",
        }
        for place, photo in enumerate(here, 1)
    ]
    coming = sum(photo.state == attachments_shown.COMING for photo in found)
    if coming:
        told.append({"words": f"{coming} photo{'s' if coming > 1 else ''} on {'their' if coming > 1 else 'its'} way"})
    return told + [{"words": WORDS[photo.state]} for photo in found if photo.state in WORDS]


@blueprint.get("/attachments/<photo_id>")
def photo(photo_id: str) -> ResponseReturnValue:
    """One photo, as an image; its reading is written down first."""
    session, person = db.session(), the_person()
    access.require(person, pupils=True)
    found, links = attachments_shown.visible(session, person, photo_id)
    content = attachments.content_of(current_app.extensions["jotter"].files, found)
    media_type = found.media_type or ""
    _note_photo_read(person, sorted({link.pupil_id for link in links}), photo_id)
    response = Response(content, content_type=media_type)
    name = f"photo-of-work.{SUFFIXES[media_type]}"
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _note_photo_read(person: Person, pupil_ids: Sequence[str | None], attachment_id: str) -> None:
    note_reading(person, readings.PHOTO, pupil_ids, times.now(), ("attachment", attachment_id))


def files_told(session: Session, person: Person) -> list[dict[str, Any]]:
    """What the quarantine is told about files that need somebody to look."""
    found = attachments.troubled(session, person.school_id, times.now(), FILES_SHOWN)
    return [_file_told(session, each) for each in found]


def _file_told(session: Session, file: Attachment) -> dict[str, Any]:
    device = session.get(Device, (file.school_id, file.device_id))
    is_unreadable = file.state == attachments.QUARANTINED
    return {
        "id": file.id,
        "title": "A file that could not be read" if is_unreadable else "A photo that no note names",
        "sender_name": people.person_by_id(session, file.person_id).name,
        "tablet_name": device.name if device else "",
        "received_at": file.received_at,
        "size": f"{max(1, round(file.size / 1024)):,} KB",
        "problem": f"{file.problem}." if file.problem else FORGOTTEN,
        "is_unreadable": is_unreadable,
    }


@blueprint.get("/quarantine/files/<file_id>")
def take_out(file_id: str) -> ResponseReturnValue:
    """A file that could not be read, as it was received: to be kept, never to be shown by the browser. Taking it out is
    a reading of whoever the notes are about that name it; of somebody, where none does yet."""
    session, person = db.session(), the_person()
    found = attachments.unreadable_one(session, person, file_id, times.now())
    content = attachments.content_of(current_app.extensions["jotter"].files, found)
    links = attachment_links.links_of(session, person.school_id, [found.id]).get(found.id, [])
    _note_photo_read(person, sorted({link.pupil_id for link in links}) or [None], found.id)
    response = Response(content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = 'attachment; filename="file-as-received.bin"'
    return response


@blueprint.get("/quarantine/files/<file_id>/discard")
def ask_discard_file(file_id: str) -> ResponseReturnValue:
    """Asks first."""
    found = attachments.troubled_one(db.session(), the_person(), file_id, times.now())
    return answer("desk/discard_file.html", file=_file_told(db.session(), found))


@blueprint.post("/quarantine/files/<file_id>/discard")
def discard_file(file_id: str) -> ResponseReturnValue:
    """It is shown no more; it stays as it was received."""
    access.require(the_person(), review=True)
    try:
        with writing(db.session()) as session:
            attachments.discard(session, the_person(), file_id, times.now())
        tell("Discarded. The audit trail keeps what it was and who sent it.")
    except Refused as refusal:
        tell(f"{refusal}.", tone="care")
    return go("/desk/quarantine")
