"""Epochs: a database put back from a backup is noticed, however it was put back, and nothing else is."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlalchemy.orm import Session

from doors.life import Life
from record import changes, epochs, filing
from record.base import new_id
from record.changes import Change, Document
from record.database import writing
from record.entries import QUARANTINED, Incoming, Problem
from record.schools import School
from tests.factories import A_MORNING, a_person, a_school


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the data, beside the database."""
    path = tmp_path / "folder"
    path.mkdir()
    return path


@pytest.fixture
def school(session: Session, folder: Path) -> School:
    """A school whose server has started once."""
    with writing(session):
        school = a_school(session)
        epochs.check_life(session, folder, A_MORNING)
    return school


def start(session: Session, folder: Path) -> str:
    """The server starts: the name of the life it finds itself in."""
    with writing(session):
        return epochs.check_life(session, folder, A_MORNING + timedelta(days=1))


def work(session: Session, school: School, folder: Path, name: str) -> None:
    """A push arrives and is noted, as the sync endpoint does."""
    with writing(session):
        changes.publish(session, school.id, [Change("person", name, school.id, {"name": name})])
    Life(folder).note(epochs.changes_made(session))


def forget(session: Session, school: School, how_many: int) -> None:
    """The database is an older one again."""
    with writing(session):
        book = session.get_one(School, school.id)
        book.last_seq -= how_many
        session.execute(delete(Document).where(Document.seq > book.last_seq))


def test_starting_again_goes_on_with_the_same_life(session: Session, school: School, folder: Path) -> None:
    first = start(session, folder)
    work(session, school, folder, "a")
    assert start(session, folder) == first
    work(session, school, folder, "b")
    assert start(session, folder) == first
    assert epochs.current(session).id == first


@pytest.mark.parametrize("lost", [1, 3])
def test_an_older_database_beside_todays_files_begins_a_new_life(session, school, folder: Path, lost: int) -> None:
    first = start(session, folder)
    for number in range(3):  # in the same second, too
        work(session, school, folder, f"n{number}")
    forget(session, school, lost)
    second = start(session, folder)
    assert second != first
    assert start(session, folder) == second, "one restored backup begins one life"


def test_it_is_noticed_after_every_single_push(session: Session, school: School, folder: Path) -> None:
    lives = {start(session, folder)}
    for number in range(3):
        work(session, school, folder, f"n{number}")
        forget(session, school, 1)
        lives.add(start(session, folder))
    assert len(lives) == 4


def test_it_is_noticed_though_no_more_is_missing_than_what_went_to_quarantine(session, school, folder: Path) -> None:
    first = start(session, folder)
    with writing(session):
        person = a_person(session, school, "ta")
    with writing(session):
        before = session.get_one(School, school.id).audit_count
        bad = Incoming(new_id(), 1, "0" * 64, "{}", problems=[Problem("kind", "Unknown")])
        [result] = filing.receive(session, person, new_id(), [bad], A_MORNING)
    assert result.status == QUARANTINED
    Life(folder).note(epochs.changes_made(session))
    assert start(session, folder) == first
    with writing(session):
        session.get_one(School, school.id).audit_count = before  # as in a copy from before that push
    assert start(session, folder) != first


@pytest.mark.parametrize("way", ["copied over", "put in their place", "moved to another folder", "deleted"])
def test_a_folder_put_back_with_its_database_begins_a_new_life(session, school, folder: Path, way: str) -> None:
    first = start(session, folder)
    work(session, school, folder, "a")
    backup = folder.parent / "backup"
    shutil.copytree(folder, backup)
    if way == "copied over":
        for path in backup.iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
            shutil.copystat(path, folder / path.name)
    elif way == "put in their place":
        shutil.rmtree(folder)
        shutil.copytree(backup, folder)
    elif way == "deleted":
        for path in folder.iterdir():
            path.unlink()
    else:
        folder = backup
    assert start(session, folder) != first


def test_a_new_life_is_the_newest_even_when_the_clock_was_set_back(session: Session, school, folder: Path) -> None:
    with writing(session):
        second = epochs.begin(session, "by hand", A_MORNING - timedelta(days=400)).id
    assert epochs.current(session).id == second
    assert start(session, folder) == second


def test_a_life_begun_by_hand_is_one_life(session: Session, school: School, folder: Path) -> None:
    first = start(session, folder)
    with writing(session):
        second = epochs.begin(session, "by hand", A_MORNING + timedelta(hours=1)).id
    assert second != first
    assert start(session, folder) == second


def test_a_life_file_that_cannot_be_read_stops_nothing(session: Session, school: School, folder: Path) -> None:
    start(session, folder)
    for rubbish in (b"", b"{", b"[]", b'{"changes_made": "many"}', b"\xff"):
        (folder / epochs.LIFE_FILE).write_bytes(rubbish)
        assert start(session, folder)
        work(session, school, folder, "a")


def test_a_life_file_that_cannot_be_written_stops_no_push(session: Session, school: School, tmp_path: Path) -> None:
    Life(tmp_path / "no such folder").note(epochs.changes_made(session))


def test_what_is_noted_never_goes_down(session: Session, school: School, folder: Path) -> None:
    path = folder / epochs.LIFE_FILE
    epochs.raise_high_water(path, 50, A_MORNING)
    size = os.path.getsize(path)
    epochs.raise_high_water(path, 7, A_MORNING)
    assert epochs._high_water(path) == 50
    epochs.raise_high_water(path, 10**12, A_MORNING)
    assert epochs._high_water(path) == 10**12
    assert os.path.getsize(path) == size, "one length, so that no half of two is ever left"
