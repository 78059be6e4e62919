"""The school's own document: every tablet learns from it when to lock, when to ask, and what to seal to."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
import time_machine
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import delete

from record import changes, school_lists, school_settings
from record.changes import Document
from record.people import Person
from record.times import now
from tests.factories import a_person
from tests.unit.api.actors import Tablet
from webapp import cli


@pytest.fixture
def restart(app: Flask) -> Callable[[], None]:
    """What `jotter serve` does before its first request."""

    def begin() -> None:
        with app.app_context():
            cli.begin_life(app, app.extensions["jotter"].folder)

    return begin


@pytest.fixture
def rotate(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """`jotter keys rotate` over the data of this app."""
    monkeypatch.setattr(cli, "open_as_it_is", lambda _data: app)

    def run() -> None:
        done = CliRunner().invoke(cli.main, ["keys", "rotate", "--data", str(app.extensions["jotter"].folder)])
        assert done.exit_code == 0, done.output

    yield run


def told(tablet: Tablet, school: SimpleNamespace) -> dict:
    tablet.catches_up()
    return tablet.holds("school")[school.id]


def key_of(app: Flask, school: SimpleNamespace) -> dict[str, str]:
    key = app.extensions["jotter"].keyring.present(school.id)
    assert key is not None
    return key.told()


def test_an_enrolled_tablet_is_told_of_its_school(tablet: Tablet, school, app: Flask) -> None:
    tablet.enrols()
    document = told(tablet, school)
    assert document.pop("name").startswith("Test School")
    assert set(document.pop("lists")) == set(school_lists.NAMES)
    assert document == {"lock_minutes": 5, "silent_days": 30, "work_factor": "light", "seal_key": key_of(app, school)}


def test_a_database_older_than_this_document_gets_it_at_the_next_start_and_only_once(
    tablet: Tablet, school, app: Flask, restart, desk, record
) -> None:
    with desk() as session:
        session.execute(delete(Document).where(Document.school_id == school.id, Document.kind == "school"))
    restart()
    assert told(tablet, school)["seal_key"] == key_of(app, school)
    before = changes.last_seq(record(), school.id)
    restart()
    assert changes.last_seq(record(), school.id) == before
    assert tablet.syncs()["changes"] == []


def test_tablets_learn_of_changed_settings_at_their_next_sync(tablet: Tablet, school, desk, restart) -> None:
    restart()
    before = told(tablet, school)
    with desk() as session:
        admin = a_person(session, SimpleNamespace(id=school.id), "admin")
        wanted = replace(school_settings.settings_of(session, school.id), lock_minutes=2, silent_days=9)
        school_settings.change(session, admin, wanted, now())
    assert told(tablet, school) == {**before, "lock_minutes": 2, "silent_days": 9}


def test_tablets_learn_of_a_changed_list_at_their_next_sync(tablet: Tablet, school, desk, restart) -> None:
    restart()
    before = told(tablet, school)
    with desk() as session:
        senco = session.get_one(Person, school.senco.id)
        school_settings.change_lists(session, senco, {"settings": ["Forest school"]}, now())
    after = told(tablet, school)
    assert after["lists"] == {**before["lists"], "settings": ["Forest school"]}
    assert {**after, "lists": None} == {**before, "lists": None}


def test_what_tablets_do_not_need_to_know_does_not_travel(tablet: Tablet, school, desk, restart) -> None:
    restart()
    tablet.catches_up()
    version = tablet.shelf["school", school.id]["version"]
    with desk() as session:
        admin = a_person(session, SimpleNamespace(id=school.id), "admin")
        wanted = replace(school_settings.settings_of(session, school.id), sign_in_domain="wrenfold.sch.uk")
        school_settings.change(session, admin, wanted, now())
    tablet.enrols()
    tablet.catches_up()
    assert tablet.shelf["school", school.id]["version"] == version


def test_tablets_learn_of_a_rotated_key_at_their_next_sync(tablet: Tablet, school, app: Flask, restart, rotate) -> None:
    restart()
    before = told(tablet, school)
    rotate()
    after = told(tablet, school)
    assert after["seal_key"] == key_of(app, school) != before["seal_key"]
    assert {**after, "seal_key": None} == {**before, "seal_key": None}


def test_no_tablet_is_told_of_another_school(tablet: Tablet, school, found_school, tablet_of, restart) -> None:
    elsewhere = found_school()
    restart()
    tablet.catches_up()
    assert list(tablet.holds("school")) == [school.id]
    assert told(tablet_of(elsewhere.ta), elsewhere)["name"] != told(tablet, school)["name"]


def test_the_half_terms_of_a_new_school_year_come_with_its_first_sync_and_only_once(
    tablet: Tablet, school, restart, record
) -> None:
    with time_machine.travel(datetime(2027, 8, 31, 22, 59, tzinfo=UTC), tick=False) as clock:
        restart()
        before = told(tablet, school)
        seq = changes.last_seq(record(), school.id)
        assert tablet.syncs()["changes"] == []
        clock.shift(60)  # midnight at the school
        after = told(tablet, school)
        assert [term["first"][:7] for term in after["lists"]["terms"] if term["first"] > "2027-08"][0] == "2027-09"
        assert {**after, "lists": None} == {**before, "lists": None} and after["lists"] != before["lists"]
        assert tablet.syncs()["changes"] == []
        assert changes.last_seq(record(), school.id) == seq + 1
