"""An audit trail that was taken out as a file is checked without a database, and no change of it passes."""

import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select
from sqlalchemy.orm import Session

from record import audit, audit_export
from record.audit import AuditEvent, Happening
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


@pytest.mark.parametrize("place", [0, 3], ids=["first line", "event"])
def test_a_line_that_says_more_than_its_hash_is_over_is_refused(exported: list[str], tmp_path: Path, place) -> None:
    more = changed(exported[place], note="and the SENCO knew")
    twice = exported[place].replace("{", '{"school_id": "another", ', 1)
    for line in (more, twice):
        assert json.loads(line)["school_id"] == json.loads(exported[place])["school_id"]
        done = check([*exported[:place], line, *exported[place + 1 :]], tmp_path)
        assert done.exit_code == 1 and f"line {place + 1} is no line" in done.output


def test_words_that_were_discarded_stay_in_the_trail_and_out_of_its_file(session: Session, tmp_path: Path) -> None:
    with writing(session):
        school = a_school(session)
        words = {"author": "A", "filed_as": None, "raw": '{"text": "He bit é"}'}
        audit.record(session, school.id, Happening(A_MORNING, "quarantine discarded", detail=words))
        audit.record(session, school.id, Happening(A_MORNING, "something"))
    lines = list(audit_export.lines(session, school))
    digest = hashlib.sha256('{"text": "He bit é"}'.encode()).hexdigest()
    assert json.loads(json.loads(lines[-2])["detail"]) == {"author": "A", "filed_as": None, "raw_sha256": digest}
    assert "He bit" not in "".join(lines) and check(lines, tmp_path).exit_code == 0
    assert check([line.replace(digest, "0" * 64) for line in lines], tmp_path).exit_code == 1
    assert list(audit.faults(session, school.id)) == []
    assert (
        "He bit" in session.scalars(select(AuditEvent.detail).where(AuditEvent.action == "quarantine discarded")).one()
    )


def test_a_trail_from_before_words_were_kept_out_of_its_file_stays_sound(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "told_detail", lambda detail: detail)
    with writing(session):
        school = a_school(session)
        audit.record(session, school.id, Happening(A_MORNING, "quarantine discarded", detail={"raw": "words"}))
        audit.record(session, school.id, Happening(A_MORNING, "something"))
    monkeypatch.undo()
    assert list(audit.faults(session, school.id)) == []
    assert check(list(audit_export.lines(session, school)), tmp_path).exit_code == 0


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
