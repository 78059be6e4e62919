"""Starting again: cursors that no longer hold, because the database was restored or the person's scope is another."""

import base64
import hmac
import json
from types import SimpleNamespace

import pytest
from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from doors.database import db
from record import epochs, pulls
from record.changes import Document
from record.database import writing
from record.entries import Entry
from record.errors import CursorExpired
from record.observations import Observation
from record.people import Person
from record.schools import School
from record.times import now
from tests.factories import a_person, a_school, observation_entry
from tests.unit.api.actors import Tablet, statuses


def roll_back(engine, school_id: str, entry_ids: list[str]) -> None:
    """The school's book as it was before these entries: what restoring a backup does."""
    with Session(engine) as session:
        for table in (Document, Entry):
            column = table.id if table is Document else table.entry_id
            session.execute(delete(table).where(column.in_(entry_ids)))
        session.execute(delete(Observation).where(Observation.id.in_(entry_ids)))
        lost = len(entry_ids)
        session.execute(update(School).where(School.id == school_id).values(last_seq=School.last_seq - lost))
        session.commit()


@pytest.mark.parametrize("how_many", [0, 1, 5])
def test_a_cursor_ahead_of_a_restored_database_begins_one_new_epoch_and_loses_nothing(
    tablet: Tablet, school: SimpleNamespace, engine, how_many: int
) -> None:
    tablet.catches_up()
    first = tablet.syncs()["epoch"]
    acknowledged = [observation_entry(school.pupils[0].id, f"Note {number}") for number in range(3)]
    tablet.pushes(*acknowledged)
    roll_back(engine, school.id, [entry["id"] for entry in acknowledged])
    # However many it brings now, and with them new numbers for the feed.
    waiting = [observation_entry(school.pupils[0].id, "Written since") for _ in range(how_many)]
    answer = tablet.asks(*waiting)
    told = answer.get_json()
    assert answer.status_code == 409
    assert told["epoch"] != first
    assert statuses(told["results"]) == ["accepted"] * how_many
    tablet.cursor, tablet.shelf = None, {}
    assert statuses(tablet.pushes(*acknowledged, *waiting)) == ["accepted"] * 3 + ["duplicate"] * how_many
    tablet.catches_up()
    assert len(tablet.holds("observation")) == 3 + how_many
    assert tablet.syncs()["epoch"] == told["epoch"]


def parts(cursor: str) -> tuple[bytes, list]:
    """A cursor's signature and what it tells, as anybody can read who holds one."""
    raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    return raw[: pulls.SIGNATURE_BYTES], json.loads(raw[pulls.SIGNATURE_BYTES :])


def made_up(signature: bytes, told: list) -> str:
    return base64.urlsafe_b64encode(signature + json.dumps(told).encode()).decode().rstrip("=")


def test_nobody_makes_the_record_begin_a_new_epoch_with_a_cursor_of_their_own(
    tablet: Tablet, tablet_of, school: SimpleNamespace, found_school
) -> None:
    tablet.catches_up()
    epoch = tablet.syncs()["epoch"]
    signature, told = parts(tablet.cursor or "")
    ahead = [*told[:3], 2**40, 0, 0]
    unsigned = base64.urlsafe_b64encode(json.dumps(ahead).encode()).decode().rstrip("=")
    without_key = hmac.digest(b"", json.dumps(ahead).encode(), "sha256")[: pulls.SIGNATURE_BYTES]
    others = [tablet_of(school.teacher), tablet_of(found_school().senco)]
    for each in others:
        each.catches_up()
    forged = {
        "ahead, with the old signature": made_up(signature, ahead),
        "ahead, without a signature": made_up(b"", ahead),
        "ahead, signed with nothing": made_up(without_key, ahead),
        "as older builds wrote it": unsigned,
        "behind, with the old signature": made_up(signature, [*told[:3], 0, 0, 0]),
        "a colleague's": others[0].cursor,
        "another school's": others[1].cursor,
        "nothing": "",
        "rubbish": "x" * 500,
    }
    for name, cursor in forged.items():
        answer = tablet.asks(observation_entry(school.pupils[0].id), cursor=cursor)
        assert (answer.status_code, answer.get_json()["code"]) == (409, "cursor_expired"), name
        assert answer.get_json()["epoch"] == epoch, name
        assert statuses(answer.get_json()["results"]) == ["accepted"], name
    assert tablet.syncs()["epoch"] == epoch, "and its own cursor still holds"


def test_a_key_is_of_one_epoch(session: Session) -> None:
    with writing(session):
        keys = {epochs.begin(session, f"life {number}", now()).cursor_key for number in range(3)}
    assert len(keys) == 3
    assert all(len(key) == 64 for key in keys)


def test_before_the_first_start_no_cursor_is_believed(session: Session) -> None:
    person = a_person(session, a_school(session))
    cursor = pulls.write_cursor(epochs.Present("", ""), person, pulls.Position(7))
    with pytest.raises(CursorExpired):
        pulls.read_cursor(epochs.Present("", ""), person, cursor)


def test_every_cursor_of_an_epoch_before_is_expired(app, tablet: Tablet, school: SimpleNamespace, desk) -> None:
    tablet.catches_up()
    with desk() as session:
        epochs.begin(session, "restored", now())
    answer = tablet.asks()
    assert (answer.status_code, answer.get_json()["code"]) == (409, "cursor_expired")
    with app.app_context():
        assert answer.get_json()["epoch"] == epochs.current(db.session()).id


def test_what_the_record_forgot_is_not_shown_twice_after_a_full_picture(tablet: Tablet, school, record) -> None:
    tablet.pushes(observation_entry(school.pupils[0].id))
    tablet.catches_up()
    seen = dict(tablet.shelf)
    tablet.cursor, tablet.shelf = None, {}
    tablet.catches_up()
    assert tablet.shelf == seen


def test_somebody_whose_role_now_opens_the_whole_school_starts_again(tablet: Tablet, school, desk) -> None:
    tablet.catches_up()
    with desk() as session:
        session.get_one(Person, school.ta.id).role = "assistant_senco"
    answer = tablet.asks()
    assert (answer.status_code, answer.get_json()["code"]) == (409, "cursor_expired")
    tablet.cursor = None
    tablet.catches_up()
    assert set(tablet.holds("pupil")) == {pupil.id for pupil in school.pupils}
