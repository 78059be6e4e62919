"""An audit trail that was taken out as a file is checked without a database, and no change of it passes."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy.orm import Session

from record import audit, audit_export
from record.audit import Happening
from record.database import writing
from tests.factories import A_MORNING, a_person, a_school
from webapp.cli import main


@pytest.fixture
def exported(session: Session) -> list[str]:
    """Two schools' trails in one file, as lines."""
    with writing(session):
        schools = [a_school(session), a_school(session)]
        for school in schools:
            a_person(session, school)
            for number in range(4):
                told = {"text": f"é \U0001f600 {number}"}
                audit.record(session, school.id, Happening(A_MORNING, "something", subject_id="x", detail=told))
    return [line for school in schools for line in audit_export.lines(session, school)]


def check(lines: list[str], folder: Path) -> Result:
    path = folder / "trail.jsonl"
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return CliRunner().invoke(main, ["audit", "check", str(path)])


def changed(line: str, **over: object) -> str:
    return json.dumps({**json.loads(line), **over})


def test_a_file_as_it_was_written_is_sound(exported: list[str], tmp_path: Path) -> None:
    done = check(exported, tmp_path)
    assert (done.exit_code, done.output.strip()) == (0, "sound")


def test_every_column_of_an_event_is_held_by_its_hash(exported: list[str], tmp_path: Path) -> None:
    for column in audit_export.COLUMNS:
        value = 77 if column == "number" else "tampered"
        lines = [*exported[:3], changed(exported[3], **{column: value}), *exported[4:]]
        assert check(lines, tmp_path).exit_code == 1, column


def test_an_event_taken_out_put_twice_or_moved_is_found(exported: list[str], tmp_path: Path) -> None:
    assert check(exported[:3] + exported[4:], tmp_path).exit_code == 1
    assert check(exported[:4] + exported[3:], tmp_path).exit_code == 1
    assert check([*exported[:3], exported[4], exported[3], *exported[5:]], tmp_path).exit_code == 1


def test_the_latest_events_taken_away_are_found(exported: list[str], tmp_path: Path) -> None:
    assert check(exported[:-1], tmp_path).exit_code == 1


def test_what_is_no_trail_is_said_to_be_none(exported: list[str], tmp_path: Path) -> None:
    for lines in ([], ["nonsense"], ["[1]"], exported[1:], [*exported, "{}"]):
        done = check(lines, tmp_path)
        assert done.exit_code == 1 and done.exception.__class__ is SystemExit


def test_jotter_audit_export_writes_what_jotter_audit_check_reads(
    session: Session, database_url: str, exported: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOTTER_DATABASE_URL", database_url)
    monkeypatch.setattr("webapp.database_version.what_is_wrong", lambda *_: "")  # the tables were made from the models
    path = tmp_path / "trail.jsonl"
    done = CliRunner().invoke(main, ["audit", "export", str(path), "--data", str(tmp_path / "folder")])
    assert done.exit_code == 0, done.output
    assert sorted(path.read_text().splitlines()) == sorted(exported)
    assert CliRunner().invoke(main, ["audit", "check", str(path)]).exit_code == 0
