"""Photos of work reach the record: plain or sealed, before their note or after it, once, and whatever they are."""

import hashlib
import json
import struct
import zlib
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from limits import parse
from sqlalchemy import select

from doors.attempts import Door
from record import attachment_checks, attachments, readings
from record.attachments import Attachment
from record.audit import AuditEvent
from record.base import new_id
from record.pictures import MAX_BYTES
from record.times import now
from tests.factories import a_photo, assign, observation_entry, parent_meeting_entry, seen_as
from tests.unit.api.actors import digest_header, statuses

TEXT = b"Only its name says that it is a photo."
PLAIN = a_photo(orientation=None)


def row_of(record, school, attachment_id: str) -> Attachment | None:
    return record().get(Attachment, (school.id, attachment_id))


def note_with(pupil, *attachment_ids: str, **body) -> dict:
    entry = observation_entry(pupil.id, "See the photo.")
    return {**entry, "body": {**entry["body"], "attachment_ids": list(attachment_ids), **body}}


def name_it(tablet, school, *photo_ids: str) -> None:
    """So that there is a note by which the photos are seen."""
    assert statuses(tablet.pushes(note_with(school.pupils[0], *photo_ids))) == ["accepted"]


def test_a_photo_is_stored_and_again_it_is_the_same_one(tablet, school, record) -> None:
    photo, photo_id = a_photo(), new_id()
    answer = tablet.sends(photo, photo_id)
    assert answer.status_code == 201 and answer.headers["X-Jotter-Protocol"] == "1"
    assert answer.get_json() == {"id": photo_id, "state": "received", "media_type": "image/jpeg"}
    again = tablet.sends(photo, photo_id.upper())
    assert (again.status_code, again.get_json()) == (200, answer.get_json())
    assert row_of(record, school, photo_id).person_id == school.ta.id


def test_other_bytes_under_the_same_id_are_a_conflict_and_change_nothing(tablet, school, record, app: Flask) -> None:
    photo, photo_id = a_photo(orientation=None), new_id()
    tablet.sends(photo, photo_id)
    assert tablet.sends(a_photo(100, 80), photo_id).status_code == 409
    assert tablet.sends(TEXT, photo_id).status_code == 409, "whose id it is comes before what it is"
    name_it(tablet, school, photo_id)
    assert tablet.fetches(photo_id).data == photo
    assert list(attachment_checks.faults(record(), app.extensions["jotter"].files, school.id)) == []


def test_the_file_lies_in_the_data_folder_for_its_owner_alone(tablet, school, app: Flask) -> None:
    photo, photo_id = a_photo(orientation=None), new_id()
    tablet.sends(photo, photo_id)
    path = app.extensions["jotter"].folder / "attachments" / school.id / photo_id
    assert path.read_bytes() == photo and path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == [photo_id], "nothing half written is left"


def test_what_the_camera_said_about_where_and_when_is_gone_and_the_photo_upright(tablet, school) -> None:
    photo_id = new_id()
    tablet.sends(a_photo(400, 300), photo_id)
    name_it(tablet, school, photo_id)
    shown = tablet.fetches(photo_id)
    assert shown.content_type == "image/jpeg" and seen_as(shown.data) == ((400, 300), "rb")
    assert b"Exif" not in shown.data and b"Oakfield Camera" not in shown.data


@pytest.mark.parametrize("first", ["note", "photo"])
def test_whichever_arrives_first_waits_for_the_other(tablet, tablet_of, school, record, first: str) -> None:
    photo_id = new_id()
    note = note_with(school.pupils[0], photo_id)
    if first == "photo":
        assert tablet.sends(a_photo(), photo_id).status_code == 201
    assert statuses(tablet.pushes(note)) == ["accepted"]
    if first == "note":
        assert tablet_of(school.teacher).fetches(photo_id).status_code == 404
        assert tablet.sends(a_photo(), photo_id).status_code == 201
    assert tablet_of(school.teacher).fetches(photo_id).status_code == 200
    assert tablet_of(school.head).fetches(photo_id).status_code == 200


def test_a_photo_of_a_parent_meeting_is_seen_too(tablet, tablet_of, school) -> None:
    photo_id = new_id()
    meeting = parent_meeting_entry(school.pupils[0].id)
    meeting["body"]["attachment_ids"] = [photo_id]
    tablet.sends(a_photo(), photo_id)
    assert statuses(tablet.pushes(meeting)) == ["accepted"]
    assert tablet_of(school.teacher).fetches(photo_id).status_code == 200


def test_only_who_may_see_the_pupil_sees_the_photo(tablet_of, school, found_school) -> None:
    teachers, photo_id = tablet_of(school.teacher), new_id()
    teachers.sends(a_photo(), photo_id)
    for nobody in (tablet_of(school.ta), tablet_of(school.senco), teachers):
        assert nobody.fetches(photo_id).status_code == 404, "no note names it"
    teachers.pushes(note_with(school.pupils[3], photo_id))
    assert tablet_of(school.senco).fetches(photo_id).status_code == 200
    assert tablet_of(school.ta).fetches(photo_id).status_code == 404, "the fourth pupil is not the TA's"
    assert tablet_of(found_school().senco).fetches(photo_id).status_code == 404, "of another school"


def test_nobody_gets_hold_of_a_photo_by_naming_it_in_a_note_of_their_own(tablet, tablet_of, school, found_school):
    teachers, photo_id = tablet_of(school.teacher), new_id()
    teachers.sends(a_photo(), photo_id)
    teachers.pushes(note_with(school.pupils[3], photo_id))
    assert statuses(tablet.pushes(note_with(school.pupils[0], photo_id))) == ["accepted"]
    assert tablet.fetches(photo_id).status_code == 404
    same_tablet = tablet_of(school.ta, teachers.device_id)
    assert statuses(same_tablet.pushes(note_with(school.pupils[0], photo_id))) == ["accepted"]
    assert same_tablet.fetches(photo_id).status_code == 404
    elsewhere = found_school()
    theirs = tablet_of(elsewhere.ta)
    theirs.pushes(note_with(elsewhere.pupils[0], photo_id))
    assert theirs.fetches(photo_id).status_code == 404
    assert theirs.sends(a_photo(90, 90), photo_id).status_code == 201, "another school's ids are its own"
    assert teachers.fetches(photo_id).status_code == 200


def test_naming_a_photo_before_it_comes_opens_nothing_and_stands_in_nobodys_way(tablet, tablet_of, school) -> None:
    teachers, photo_id = tablet_of(school.teacher), new_id()
    assert statuses(tablet.pushes(note_with(school.pupils[0], photo_id))) == ["accepted"]
    teachers.sends(a_photo(), photo_id)
    assert tablet.fetches(photo_id).status_code == 404
    teachers.pushes(note_with(school.pupils[3], photo_id))
    assert tablet.fetches(photo_id).status_code == 404
    assert teachers.fetches(photo_id).status_code == 200


def test_a_photo_goes_with_the_pupil_who_is_withdrawn(tablet, school, desk) -> None:
    photo_id = new_id()
    tablet.sends(a_photo(), photo_id)
    tablet.pushes(note_with(school.pupils[0], photo_id))
    assert tablet.fetches(photo_id).status_code == 200
    with desk() as session:
        assign(session, session.merge(school.ta), [session.merge(school.pupils[1])])
    assert tablet.fetches(photo_id).status_code == 404


def test_a_photo_taken_out_of_its_note_is_seen_no_more(tablet, tablet_of, school) -> None:
    photo_id = new_id()
    note = note_with(school.pupils[0], photo_id)
    tablet.sends(a_photo(), photo_id)
    tablet.pushes(note)
    taken_out = {**note, "revision": 2, "base_version": 1, "body": {**note["body"], "attachment_ids": []}}
    assert statuses(tablet.pushes(taken_out)) == ["accepted"]
    assert tablet_of(school.teacher).fetches(photo_id).status_code == 404


def test_a_reading_is_written_down(tablet, tablet_of, school, record) -> None:
    photo_id = new_id()
    tablet.sends(a_photo(), photo_id)
    tablet.pushes(note_with(school.pupils[0], photo_id))
    tablet_of(school.teacher).fetches(photo_id)
    query = select(AuditEvent).where(AuditEvent.school_id == school.id, AuditEvent.action == readings.PHOTO)
    (event,) = record().scalars(query)
    assert (event.person_id, event.pupil_id, event.subject_id) == (school.teacher.id, school.pupils[0].id, photo_id)


def a_bomb() -> bytes:
    """A PNG that says it has 3,600 million dots."""
    ihdr = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    idat = b"IDAT" + zlib.compress(bytes(1000))
    chunks = [struct.pack(">I", len(each) - 4) + each + struct.pack(">I", zlib.crc32(each)) for each in (ihdr, idat)]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


OF_ANOTHER_KIND = {
    "words": TEXT,
    "nothing": b"",
    "a page": b"<html><script>alert(1)</script></html>",
    "a GIF": b"GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;",
    "a PDF": b"%PDF-1.7\n1 0 obj << >> endobj",
    "the first bytes of a PNG alone": b"\x89PNG\r\n\x1a\n and words after them",
}
BROKEN = {"half a photo": a_photo()[:900], "a bomb of dots": a_bomb()}


@pytest.mark.parametrize("content", OF_ANOTHER_KIND.values(), ids=OF_ANOTHER_KIND)
def test_what_is_no_jpeg_png_or_webp_by_its_content_is_refused_plain_and_kept_sealed(
    tablet, sealing, school, record, app, content
) -> None:
    file_id = new_id()
    answer = tablet.sends(content, file_id, Content_Type="image/jpeg")
    assert (answer.status_code, answer.content_type) == (415, "application/problem+json")
    assert row_of(record, school, file_id) is None
    assert sealing.sends_sealed(content, file_id).get_json()["state"] == "quarantined", "nobody else may still have it"
    assert app.extensions["jotter"].files.read(school.id, file_id) == content


@pytest.mark.parametrize("how", ["plain", "sealed"])
@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_picture_that_is_damaged_is_kept_as_received_and_waits_for_the_senco(
    sealing, school, record, app, content, how
) -> None:
    file_id = new_id()
    sends = sealing.sends if how == "plain" else sealing.sends_sealed
    answer = sends(content, file_id)
    assert (answer.status_code, answer.get_json()["state"]) == (201, "quarantined")
    assert how == "sealed" or sends(content, file_id).status_code == 200
    name_it(sealing, school, file_id)
    assert sealing.fetches(file_id).status_code == 404, "it is never shown"
    assert app.extensions["jotter"].files.read(school.id, file_id) == content
    assert [each.id for each in attachments.troubled(record(), school.id, now(), 10)] == [file_id]


def test_the_kind_is_told_by_the_content_whatever_was_said_of_it(tablet, school) -> None:
    for kind in ("JPEG", "PNG", "WEBP"):
        answer = tablet.sends(a_photo(kind=kind), Content_Type="text/html")
        assert (answer.status_code, answer.get_json()["state"]) == (201, "received")


def test_a_photo_of_forty_megapixels_is_answered_and_kept(tablet, school) -> None:
    photo_id = new_id()
    answer = tablet.sends(a_photo(8000, 5000, quality=30), photo_id)
    assert (answer.status_code, answer.get_json()["state"]) == (201, "received")
    name_it(tablet, school, photo_id)
    assert max(seen_as(tablet.fetches(photo_id).data)[0]) <= 4096


def test_a_photo_that_no_note_names_is_seen_after_a_day(tablet, school, record) -> None:
    named, forgotten = new_id(), new_id()
    tablet.sends(a_photo(), named)
    tablet.sends(a_photo(), forgotten)
    tablet.pushes(note_with(school.pupils[0], named))
    assert attachments.count_troubled(record(), school.id, now()) == 0
    tomorrow = now() + timedelta(days=1)
    assert [each.id for each in attachments.troubled(record(), school.id, tomorrow, 10)] == [forgotten]


# --- what is refused, and nothing stored ---


@pytest.mark.parametrize(
    ("digest", "status"),
    [
        (digest_header(b"other bytes"), 400),
        ("md5=:AAAA:", 400),
        ("sha-256=:not base64:", 400),
        (digest_header(PLAIN)[:-2], 400),
        ("sha-512=:AAAA:, " + digest_header(PLAIN), 201),
    ],
)
def test_a_digest_that_is_missing_or_anothers_is_refused(tablet, school, record, digest, status) -> None:
    file_id = new_id()
    assert tablet.sends(PLAIN, file_id, digest=digest).status_code == status
    assert (row_of(record, school, file_id) is not None) == (status == 201)


def test_more_than_a_file_may_be_is_refused(tablet, sealing, school, record) -> None:
    file_id = new_id()
    answer = tablet.sends(bytes(MAX_BYTES + 1), file_id, digest="none at all")
    assert (answer.status_code, answer.get_json()["max_bytes"]) == (413, MAX_BYTES)
    assert row_of(record, school, file_id) is None
    assert tablet.sends(PLAIN.ljust(MAX_BYTES, b"\0")).status_code == 201, "the most there may be"
    assert sealing.sends_sealed(bytes(MAX_BYTES)).status_code == 201, "its seal comes on top"
    assert sealing.sends_sealed(bytes(MAX_BYTES + 1)).status_code == 413


def test_an_address_that_is_no_id_and_a_coding_are_refused(tablet) -> None:
    assert tablet.sends(TEXT, "..").status_code in (400, 404)
    assert tablet.sends(TEXT, "not-an-id").status_code == 400
    assert tablet.sends(TEXT, Content_Encoding="gzip").status_code == 415


def test_nobody_and_a_wrong_method_are_refused(tablet, api_client: FlaskClient) -> None:
    photo_id = new_id()
    assert tablet.sends(TEXT, photo_id, token="made up").status_code == 401
    assert api_client.get(f"/api/v1/attachments/{photo_id}").status_code == 401
    headers = {"Authorization": f"Bearer {tablet.token}"}
    for method in ("POST", "DELETE", "PATCH"):
        answer = api_client.open(f"/api/v1/attachments/{photo_id}", method=method, headers=headers)
        assert answer.status_code == 405 and answer.content_type == "application/problem+json"


def test_who_sends_without_end_is_told_to_wait(tablet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.attachments.SENDING", Door("attachments", parse("100 per hour"), parse("2 per hour")))
    assert [tablet.sends(PLAIN).status_code for _ in range(3)] == [201, 201, 429]
    assert int(tablet.sends(PLAIN).headers["Retry-After"]) > 0


def test_a_disk_that_is_full_is_told_and_nothing_is_stored(tablet, school, record, app, monkeypatch) -> None:
    def full(*_args) -> None:
        raise OSError(28, "No space left on device")

    file_id = new_id()
    monkeypatch.setattr(app.extensions["jotter"].files, "write", full)
    assert tablet.sends(PLAIN, file_id).status_code == 507
    assert row_of(record, school, file_id) is None
    monkeypatch.undo()
    assert tablet.sends(PLAIN, file_id).status_code == 201


# --- signed, and checked again ---


def signed_note(sealing, pupil, photo: bytes, photo_id: str) -> dict:
    told = [{"id": photo_id, "digest": hashlib.sha256(photo).hexdigest()}]
    return sealing.seals(note_with(pupil, photo_id, attachments=told))


def test_a_photo_is_bound_by_the_signature_of_its_note(sealing, school, record, app) -> None:
    photo, photo_id = a_photo(orientation=None), new_id()
    assert statuses(sealing.pushes(signed_note(sealing, school.pupils[0], photo, photo_id))) == ["accepted"]
    sealing.sends_sealed(photo, photo_id)
    files = app.extensions["jotter"].files
    assert list(attachment_checks.faults(record(), files, school.id)) == []
    assert sealing.fetches(photo_id).status_code == 200
    assert sealing.holds("observation") and json.dumps(photo_id) in json.dumps(sealing.holds("observation"))


def test_another_photo_in_its_place_is_found(sealing, school, record, app) -> None:
    photo, photo_id = a_photo(orientation=None), new_id()
    sealing.pushes(signed_note(sealing, school.pupils[0], photo, photo_id))
    sealing.sends_sealed(a_photo(100, 80), photo_id)
    (fault,) = attachment_checks.faults(record(), app.extensions["jotter"].files, school.id)
    assert photo_id in fault and "signed" in fault
    assert sealing.fetches(photo_id).status_code == 404, "and is shown to nobody"


def test_a_file_that_was_changed_or_taken_away_is_found(tablet, school, record, app) -> None:
    changed, gone = new_id(), new_id()
    for photo_id in (changed, gone):
        tablet.sends(a_photo(), photo_id)
    files = app.extensions["jotter"].files
    folder = app.extensions["jotter"].folder / "attachments" / school.id
    (folder / changed).write_bytes(a_photo(20, 20))
    (folder / gone).unlink()
    found = sorted(attachment_checks.faults(record(), files, school.id))
    assert len(found) == 2 and changed in found[0] and "missing" in found[1]
    assert tablet.fetches(gone).status_code == 404
