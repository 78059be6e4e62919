"""`jotter verify` and signatures: what is counted was checked, and a note is compared with what was signed."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import update

from api.schemas.entries import read_entry
from doors.sign_in import SESSION_COOKIE
from record import quarantine, settling, signatures, staff
from record.entries import Entry
from record.observations import Observation
from record.times import now, wire_time
from tests.factories import a_browser_session, a_person, observation_body, observation_entry, parent_meeting_entry
from tests.unit.api.actors import revised, statuses
from tests.unit.api.sealing_tablet import SealingTablet


@pytest.fixture
def verified(record, school: SimpleNamespace) -> Callable[[], tuple[int, list[str]]]:
    """How many signatures were checked, and what does not hold."""
    return lambda: (
        signatures.count(record(), school.id),
        list(signatures.faults(record(), school.id, read_entry)),
    )


@pytest.fixture
def looks(app: Flask, school: SimpleNamespace, record) -> Callable[[str], str]:
    """The SENCO's look at a page of the desk."""
    client = app.test_client()
    client.set_cookie(SESSION_COOKIE, a_browser_session(record(), school.senco))
    return lambda address: client.get(address).text


def mend(desk, school: SimpleNamespace) -> str:
    """The SENCO files what waits in quarantine, about the TA's pupil; returns the note's id."""
    with desk() as session:
        ((item, entry),) = quarantine.waiting(session, school.id)
        told = {**quarantine.content(entry), "body": observation_body(school.pupils[0].id, "Mended.")}
        assert settling.file_mended(session, school.senco, item.id, replace(read_entry(told), problems=[]), now()) == []
        return str(item.filed_as)


def alter(desk, table: Any, **values: Any) -> None:
    """What somebody with the database's password does to the latest of a test's own."""
    key = Entry.entry_id if table is Entry else table.id
    with desk() as session:
        session.execute(update(table).where(key == values.pop("of")).values(values))


def test_a_note_that_no_longer_says_what_was_signed_is_found_and_said_at_the_desk(
    sealing, school, desk, verified, looks
) -> None:
    entry = observation_entry(school.pupils[0].id, "As it was signed")
    sealing.pushes(sealing.seals(entry))
    assert verified() == (1, [])
    alter(desk, Observation, of=entry["id"], body={**entry["body"], "text": "As somebody would have it"})
    assert verified()[1] == [f"observation {entry['id']}: it does not say what was signed"]
    page = looks(f"/desk/notes/observation/{entry['id']}")
    assert "Signed on Tablet 7" in page and "; changed since" in page


def test_a_signed_note_put_to_another_pupil_is_found(sealing, school, desk, verified) -> None:
    entry = observation_entry(school.pupils[0].id)
    sealing.pushes(sealing.seals(entry))
    alter(desk, Observation, of=entry["id"], pupil_id=school.pupils[1].id)
    assert len(verified()[1]) == 1


def test_a_signature_that_was_taken_away_is_missed(sealing, school, desk, verified) -> None:
    entry = observation_entry(school.pupils[0].id)
    sealing.pushes(sealing.seals(entry))
    alter(desk, Entry, of=entry["id"], signature=None)
    assert sorted(verified()[1]) == [
        f"entry {entry['id']}, revision 1: it came signed, and is not any more",
        f"observation {entry['id']}: its signature is gone",
    ]


def test_anothers_signed_words_do_not_stand_for_an_entrys_own(sealing, school, desk, verified, record) -> None:
    entry, other = (observation_entry(school.pupils[0].id, text) for text in ("One", "Other"))
    sealing.pushes(sealing.seals(entry), sealing.seals({**other, "device_seq": 2}))
    theirs = record().query(Entry).where(Entry.entry_id == other["id"]).one()
    alter(desk, Entry, of=entry["id"], raw=theirs.raw, signature=theirs.signature)
    assert f"entry {entry['id']}, revision 1: what was signed is another entry" in verified()[1]


def test_what_was_written_otherwise_than_it_is_kept_is_sound(sealing, school, verified) -> None:
    entry = observation_entry(school.pupils[0].id)
    body = {**entry["body"], "pupil_id": school.pupils[0].id.upper(), "observed_at": "2026-11-24T09:30:00+00:00"}
    meeting = {**parent_meeting_entry(school.pupils[0].id), "device_seq": 2}
    sent = sealing.pushes(
        sealing.seals({**entry, "body": body}),
        sealing.seals(meeting),
        sealing.seals({**revised(entry, 2, 1, text="Later."), "device_seq": 3}),
    )
    assert statuses(sent) == ["accepted"] * 3
    assert verified() == (3, [])


def test_signed_entries_in_quarantine_are_checked_too(sealing, school, desk, verified) -> None:
    entry = observation_entry(school.pupils[3].id)  # not one of the TA's
    assert statuses(sealing.pushes(sealing.seals(entry))) == ["quarantined"]
    assert verified() == (1, [])
    alter(desk, Entry, of=entry["id"], signature="A" * 86)
    assert len(verified()[1]) == 1


def test_what_never_held_and_was_filed_by_hand_is_no_fault(api_client, sealing, school, desk, verified, looks) -> None:
    teachers = SealingTablet(api_client, school.teacher, sealing.device_id)
    teachers.prepares()
    forged = teachers.seals(observation_entry(school.pupils[0].id), author=school.ta.id)
    assert statuses(teachers.pushes(forged)) == ["quarantined"]
    page = looks("/desk/quarantine")
    assert f"It names {school.ta.name} as its author" in page and f"It came from {school.teacher.name}" in page
    note_id = mend(desk, school)
    assert verified() == (0, [])
    with desk() as session:
        assert signatures.count_doubted(session, school.id) == 1
        assert session.get_one(Observation, note_id).author_id == school.teacher.id
    assert "Signed" not in looks(f"/desk/notes/observation/{note_id}")


def test_a_late_note_of_a_leaver_is_filed_under_their_name(api_client, sealing, school, desk, verified) -> None:
    with desk() as session:
        admin = a_person(session, SimpleNamespace(id=school.id), "admin")
        staff.leave(session, admin, session.get_one(type(school.ta), school.ta.id), now() - timedelta(days=3))
    teachers = SealingTablet(api_client, school.teacher, sealing.device_id)
    teachers.prepares()
    late = sealing.seals({**observation_entry(school.pupils[0].id), "recorded_at": wire_time(now())})
    assert statuses(teachers.pushes(late)) == ["quarantined"]
    note_id = mend(desk, school)
    with desk() as session:
        assert session.get_one(Observation, note_id).author_id == school.ta.id
    assert verified() == (1, [])


@pytest.mark.parametrize("odd", [{"id": "abc"}, {"revision": 0}, {"revision": "1"}, {"id": "ABC", "revision": 1.5}])
def test_what_was_signed_and_has_no_id_or_revision_is_no_fault(sealing, school, verified, odd: dict) -> None:
    entry = {**observation_entry(school.pupils[0].id), **odd}
    assert statuses(sealing.pushes(sealing.seals(entry))) == ["quarantined"]
    assert verified() == (1, [])


def test_what_was_signed_and_is_too_deep_to_be_read_again_is_no_fault(sealing, school, verified) -> None:
    entry = observation_entry(school.pupils[0].id)
    told = {**entry, "author": sealing.person_id, "device": sealing.device_id, "attachments": 0}
    payload = json.dumps(told)[:-2] + "[" * 100_000 + "]" * 100_000 + "}"
    plain = json.dumps({"payload": payload, "signature": sealing.signs(payload)})
    assert statuses(sealing.pushes(sealing.wraps(entry, plain.encode()))) == ["quarantined"]
    assert verified() == (1, [])
