"""Photos at the desk: seen with their note by whoever may see its pupil; what is no photo waits in quarantine."""

from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from record import attachment_losses, attachments, readings
from record.attachments import Attachment, Carrier
from record.audit import AuditEvent
from record.base import new_id
from record.files import Files
from record.times import now
from tests.factories import a_parent_meeting, a_photo, a_pupil, an_attachment, an_observation, seen_as
from tests.unit.webapp.conftest import Desk

TEXT = b"Only its name says that it is a photo."


@pytest.fixture
def files(app: Flask) -> Files:
    return app.extensions["jotter"].files


@pytest.fixture
def note_url(desk: Desk, files: Files) -> str:
    """A note with two photos that have come and one that has not."""
    here = [an_attachment(desk.session, files, desk.people["ta"]).id for _ in range(2)]
    note = an_observation(desk.session, desk.pupil, desk.people["ta"], attachment_ids=[*here, new_id()])
    desk.session.commit()
    return f"/desk/notes/observation/{note.id}"


def photo_urls(page: str) -> list[str]:
    return [part.split('"')[0] for part in page.split('<img class="photo-image" src="')[1:]]


def test_photos_are_seen_on_the_note_in_the_pile_and_on_the_timeline(senco, desk, note_url) -> None:
    htmx = {"HX-Request": "true", "HX-Target": "item-1"}
    for page in (senco.get(note_url), senco.get(note_url, headers=htmx), senco.get(f"/desk/pupils/{desk.pupil.id}")):
        assert len(photo_urls(page.text)) == 2
        assert 'alt="Photo of work, 2 of 2"' in page.text and "1 photo on its way" in page.text
    assert "3 photos" in senco.get("/desk/").text, "the closed note says that there are some"


def test_a_meetings_photos_are_seen_too(senco, desk, files) -> None:
    photo = an_attachment(desk.session, files, desk.people["ta"])
    meeting = a_parent_meeting(desk.session, desk.pupil, desk.people["ta"], attachment_ids=[photo.id])
    desk.session.commit()
    page = senco.get(f"/desk/notes/parent_meeting/{meeting.id}").text
    assert photo_urls(page) == [f"/desk/attachments/{photo.id}"] and 'alt="Photo of work"' in page


def test_a_photo_is_answered_as_an_image_that_no_cache_keeps(senco, note_url) -> None:
    photo = senco.get(photo_urls(senco.get(note_url).text)[0])
    assert photo.status_code == 200 and photo.content_type == "image/jpeg"
    assert photo.headers["Cache-Control"] == "no-store" and photo.headers["X-Content-Type-Options"] == "nosniff"
    assert photo.headers["Content-Disposition"] == 'inline; filename="photo-of-work.jpg"'
    assert "default-src 'none'" in photo.headers["Content-Security-Policy"]
    assert seen_as(photo.data) == ((320, 240), "rb") and b"Exif" not in photo.data


def test_who_may_not_see_the_pupil_sees_no_photo(senco, browse, note_url) -> None:
    roles = ("ta", "head", "other_ta", "teacher", "admin")
    browsers = {role: browse(role) for role in roles}
    url = photo_urls(senco.get(note_url).text)[0]
    opened = {role: browsers[role].get(url).status_code for role in roles}
    assert opened == {"ta": 200, "head": 200, "other_ta": 404, "teacher": 404, "admin": 403}
    assert browse("nobody").get(url).status_code == 302
    for method in ("POST", "PUT", "DELETE"):
        assert senco.open(url, method=method).status_code == 405


def test_whose_photo_was_read_by_whom_is_in_the_trail(senco, desk, note_url) -> None:
    url = photo_urls(senco.get(note_url).text)[0]
    senco.get(url)
    desk.look_again()
    (event,) = desk.session.scalars(select(AuditEvent).where(AuditEvent.action == readings.PHOTO))
    assert (event.person_id, event.pupil_id) == (desk.people["senco"].id, desk.pupil.id)
    assert event.subject_id == url.rsplit("/", 1)[1]
    assert "A photo of work" in senco.get(f"/desk/pupils/{desk.pupil.id}/readers").text


def test_a_photo_of_another_pupil_is_not_shown_with_a_note_that_names_it(senco, desk, files) -> None:
    photo = an_attachment(desk.session, files, desk.people["teacher"])
    other = a_pupil(desk.session, desk.school)
    an_observation(desk.session, other, desk.people["teacher"], attachment_ids=[photo.id])
    note = an_observation(desk.session, desk.pupil, desk.people["ta"], attachment_ids=[photo.id])
    desk.session.commit()
    page = senco.get(f"/desk/notes/observation/{note.id}").text
    assert photo_urls(page) == [] and "not the photo that was taken with the note" in page


def test_a_note_whose_photo_was_lost_keeps_its_words_and_says_so(senco, desk) -> None:
    photo_id = new_id()
    note = an_observation(desk.session, desk.pupil, desk.people["ta"], "He drew a boat.", attachment_ids=[photo_id])
    desk.session.commit()
    url = f"/desk/notes/observation/{note.id}"
    assert "1 photo on its way" in senco.get(url).text
    desk.look_again()
    carrier = Carrier(desk.school.id, desk.people["ta"].id, new_id())
    attachment_losses.note(desk.session, carrier, photo_id, now())
    desk.session.commit()
    page = senco.get(url).text
    assert "lost on its tablet before it could be sent" in page and "on its way" not in page
    assert "He drew a boat." in page


def test_a_photo_that_was_not_the_one_signed_is_not_shown(senco, desk, files) -> None:
    photo = an_attachment(desk.session, files, desk.people["ta"])
    told = [{"id": photo.id, "digest": "0" * 64}]
    note = an_observation(desk.session, desk.pupil, desk.people["ta"], attachment_ids=[photo.id], attachments=told)
    desk.session.commit()
    assert photo_urls(senco.get(f"/desk/notes/observation/{note.id}").text) == []
    assert senco.get(f"/desk/attachments/{photo.id}").status_code == 404


def test_a_photo_is_shown_by_the_note_that_it_was_signed_with_alone(senco, desk, files) -> None:
    photo = an_attachment(desk.session, files, desk.people["ta"])
    elsewhere = [{"id": photo.id, "digest": "0" * 64}]
    own = [{"id": photo.id, "digest": photo.plain_digest}]
    named = {"attachment_ids": [photo.id]}
    signed = an_observation(desk.session, desk.pupil, desk.people["ta"], attachments=own, **named)
    other = an_observation(
        desk.session, a_pupil(desk.session, desk.school), desk.people["ta"], attachments=elsewhere, **named
    )
    desk.session.commit()
    assert photo_urls(senco.get(f"/desk/notes/observation/{signed.id}").text) == [f"/desk/attachments/{photo.id}"]
    assert senco.get(f"/desk/attachments/{photo.id}").status_code == 200
    query = select(AuditEvent.pupil_id).where(AuditEvent.action == readings.PHOTO)
    desk.look_again()
    assert list(desk.session.scalars(query)) == [desk.pupil.id], f"it is no photo of {other.pupil_id}"


# --- what is no photo ---


@pytest.fixture
def no_photo(desk: Desk, files: Files) -> str:
    """A file that could not be read; returns its id."""
    file_id = an_attachment(desk.session, files, desk.people["ta"], content=TEXT).id
    desk.session.commit()
    return file_id


def test_a_file_that_could_not_be_read_is_told_in_quarantine_and_with_its_note(senco, desk, no_photo) -> None:
    note = an_observation(desk.session, desk.pupil, desk.people["ta"], attachment_ids=[no_photo])
    desk.session.commit()
    page = senco.get("/desk/quarantine").text
    assert "A file that could not be read" in page and "The ta" in page and "not a JPEG, PNG or WebP" in page
    assert "Nothing in quarantine" not in page
    assert "could not be read as a photo" in senco.get(f"/desk/notes/observation/{note.id}").text
    assert senco.get(f"/desk/attachments/{no_photo}").status_code == 404, "it is never shown as an image"


def test_it_is_taken_out_as_it_was_received_and_never_opened_by_the_browser(senco, browse, no_photo) -> None:
    file = senco.get(f"/desk/quarantine/files/{no_photo}")
    assert file.data == TEXT and file.content_type == "application/octet-stream"
    assert file.headers["Content-Disposition"].startswith("attachment;")
    assert browse("head").get(f"/desk/quarantine/files/{no_photo}").status_code == 403


def test_discarding_asks_first_and_keeps_the_file_and_an_event(senco, desk, files, no_photo) -> None:
    url = f"/desk/quarantine/files/{no_photo}/discard"
    assert "Discard this file?" in senco.get(url).text
    assert senco.post(url).status_code == 303
    assert "Nothing in quarantine" in senco.get("/desk/quarantine").text
    desk.look_again()
    assert files.read(desk.school.id, no_photo) == TEXT
    (event,) = desk.session.scalars(select(AuditEvent).where(AuditEvent.action == "attachment discarded"))
    assert (event.person_id, event.subject_id) == (desk.people["senco"].id, no_photo)
    again = senco.post(url, follow_redirects=True)
    assert "settled this file already" in again.text


def test_a_note_says_that_its_file_was_discarded(senco, desk, no_photo) -> None:
    note = an_observation(desk.session, desk.pupil, desk.people["ta"], attachment_ids=[no_photo])
    desk.session.commit()
    assert senco.post(f"/desk/quarantine/files/{no_photo}/discard").status_code == 303
    assert "A file that was discarded in quarantine" in senco.get(f"/desk/notes/observation/{note.id}").text


def test_who_only_reads_sees_the_file_and_discards_nothing(browse, desk, no_photo) -> None:
    head = browse("head")
    page = head.get("/desk/quarantine").text
    assert "A file that could not be read" in page and "Discard" not in page
    assert head.post(f"/desk/quarantine/files/{no_photo}/discard").status_code == 403
    desk.look_again()
    assert desk.session.get(Attachment, (desk.school.id, no_photo)).state == attachments.QUARANTINED


def test_a_photo_that_no_note_names_is_told_but_not_shown(senco, desk, files) -> None:
    photo = an_attachment(desk.session, files, desk.people["ta"], content=a_photo())
    photo.unnamed_since = now() - timedelta(days=2)
    fresh = an_attachment(desk.session, files, desk.people["ta"], content=a_photo())
    fresh.unnamed_since = now()
    desk.session.commit()
    page = senco.get("/desk/quarantine").text
    assert "A photo that no note names" in page and fresh.id not in page
    assert senco.get(f"/desk/attachments/{photo.id}").status_code == 404
    assert senco.get(f"/desk/quarantine/files/{photo.id}").status_code == 403
    assert senco.post(f"/desk/quarantine/files/{photo.id}/discard").status_code == 303


def test_a_path_made_up_by_somebody_leads_to_no_file(app: Flask, senco, files: Files) -> None:
    folder: Path = app.extensions["jotter"].folder
    (folder / "secret").write_text("not for the web")
    for made_up in ("../secret", "..%2Fsecret", "%2e%2e/secret"):
        assert senco.get(f"/desk/attachments/{made_up}").status_code == 404
    with pytest.raises(FileNotFoundError):
        files.read("..", "secret")
