"""A record of very many notes, made in a minute: the record's own verbs write a few, SQL repeats them.

What figures read is there for every note, shaped as the verbs shape it (the note, its document in the feed). What
they do not read is left out of the repeats: the entries as received, past versions, the audit trail.
"""

import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bench.notes import NOTE_BYTES, note_body
from bench.school import NOW, School, found_school
from doors.database import db
from record import kinds, pulls, reviews
from record.base import new_id
from record.database import writing
from record.epochs import Present
from record.people import Person
from record.times import wire_time
from webapp import create_app

MOST_PATTERNS = 800  # of each sort, reviewed and not: two for each pupil
UNREVIEWED = 10_000
RECORDED = NOW - timedelta(minutes=5)
PAUSE_S = 60  # between one note's arrival and the next

NUMBERS = f"""  -- what differs from note to note
CREATE TEMP TABLE numbers AS
WITH RECURSIVE counted(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM counted WHERE i + 1 < :count),
moments AS (SELECT i, i < :reviewed AS is_reviewed, :began + i * {PAUSE_S} AS s FROM counted)
SELECT i, i % :patterns + CASE is_reviewed WHEN 1 THEN 0 ELSE :patterns END AS pattern, new_id(i, s * 1000) AS id,
  strftime('%Y-%m-%d %H:%M:%S.000000', s - 300, 'unixepoch') AS recorded_at,
  strftime('%Y-%m-%d %H:%M:%S.000000', s, 'unixepoch') AS received_at,
  strftime('%Y-%m-%dT%H:%M:%S.000Z', s - 300, 'unixepoch') AS recorded_wire,
  strftime('%Y-%m-%dT%H:%M:%S.000Z', s, 'unixepoch') AS received_wire
FROM moments"""  # noqa: S608 - made of constants


@dataclass(frozen=True)
class LargeRecord:
    """A folder ready to be served, and the school in it."""

    folder: Path
    school: School
    notes: int

    def newest_cursor(self, epoch: str, ta_id: str | None = None) -> str:
        """The cursor of a tablet that has everything: the SENCO's, or that of a TA."""
        with closing(sqlite3.connect(self.folder / "jotter.sqlite3")) as connection:
            (last,) = connection.execute("SELECT last_seq FROM schools").fetchone()
            key = connection.execute("SELECT cursor_key FROM epochs WHERE id = ?", [epoch]).fetchone()[0]
        role = "ta" if ta_id else "senco"
        person = Person(id=ta_id or self.school.senco_id, role=role, left_at=None)
        return pulls.write_cursor(Present(epoch, key), person, pulls.Position(last))


def build(folder: Path, notes: int) -> LargeRecord:
    """A record of this many notes in an empty folder, the newest UNREVIEWED of them (or half) unreviewed."""
    school = found_school(folder)
    pattern_ids = _write_patterns(folder, school, min(MOST_PATTERNS, notes // 4))
    _repeat(folder / "jotter.sqlite3", school.id, pattern_ids, notes)
    return LargeRecord(folder, school, notes)


def _write_patterns(folder: Path, school: School, patterns: int) -> list[str]:
    """By the record's own verbs: the notes to be repeated, those that are reviewed first."""
    app = create_app(folder)
    with app.app_context():
        with writing(db.session()) as session:
            ids = _file(session, school, patterns)
        db.session.remove()
        db.engine.dispose()
    return ids


def _file(session: Session, school: School, patterns: int) -> list[str]:
    source = random.Random(6_90)
    rows = [
        kinds.new_row(
            school.id,
            new_id(),
            school.ta_ids[number % len(school.ta_ids)],
            note_body(source, school.pupil_ids[number % len(school.pupil_ids)], NOTE_BYTES - 400),
            RECORDED,
            NOW,
            skew_ms=120,
        )
        for number in range(2 * patterns)
    ]
    kinds.store_new(session, school.id, "observation", rows)
    ids = [row["id"] for row in rows]
    senco = session.scalars(select(Person).where(Person.role == "senco")).one()
    reviews.mark_many_reviewed(session, senco, "observation", ids[:patterns], NOW + timedelta(days=1))
    return ids


def _repeat(path: Path, school_id: str, pattern_ids: list[str], notes: int) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-200000", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    _number(connection, pattern_ids, notes - len(pattern_ids))
    connection.execute("BEGIN")
    _repeat_observations(connection)
    _repeat_documents(connection, school_id)
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _number(connection: sqlite3.Connection, pattern_ids: list[str], count: int) -> None:
    connection.execute("CREATE TEMP TABLE patterns (pattern INTEGER PRIMARY KEY, pattern_id TEXT)")
    connection.executemany("INSERT INTO patterns VALUES (?, ?)", enumerate(pattern_ids))
    connection.create_function("new_id", 2, _id_of_version_7)
    patterns = len(pattern_ids) // 2
    unreviewed = min(UNREVIEWED - patterns, count // 2)
    told = {
        "count": count,
        "patterns": patterns,
        "reviewed": count - unreviewed,
        "began": int(NOW.timestamp()) - count * PAUSE_S,
    }
    connection.execute(NUMBERS, told)


def _id_of_version_7(number: int, milliseconds: int) -> str:
    return f"{milliseconds >> 16:08x}-{milliseconds & 65535:04x}-7{number % 4096:03x}-8000-{number * 7919:012x}"


def _columns(connection: sqlite3.Connection, table: str, replaced: dict[str, str]) -> tuple[str, str]:
    """The table's columns, and what is selected for each: the pattern's own value where nothing replaces it."""
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    return ", ".join(f'"{name}"' for name in names), ", ".join(replaced.get(name, f'"o"."{name}"') for name in names)


def _repeat_observations(connection: sqlite3.Connection) -> None:
    replaced = {
        "id": "n.id",
        "recorded_at": "n.recorded_at",
        "observed_at": "n.recorded_at",
        "received_at": "n.received_at",
    }
    into, chosen = _columns(connection, "observations", replaced)
    connection.execute(
        f"INSERT INTO observations ({into}) SELECT {chosen} FROM numbers n"  # noqa: S608 - the schema's own names
        " JOIN patterns p USING (pattern) JOIN observations o ON o.id = p.pattern_id ORDER BY n.i"
    )


def _repeat_documents(connection: sqlite3.Connection, school_id: str) -> None:
    (last,) = connection.execute("SELECT last_seq FROM schools WHERE id = ?", [school_id]).fetchone()
    body = "replace(replace(o.body, :recorded, n.recorded_wire), :received, n.received_wire)"
    into, chosen = _columns(connection, "documents", {"id": "n.id", "seq": f"{last} + n.i + 1", "body": body})
    connection.execute(
        f"INSERT INTO documents ({into}) SELECT {chosen} FROM numbers n"  # noqa: S608 - the schema's own names
        " JOIN patterns p USING (pattern) JOIN documents o ON o.kind = 'observation' AND o.id = p.pattern_id"
        " AND o.school_id = :school ORDER BY n.i",
        {"school": school_id, "recorded": wire_time(RECORDED), "received": wire_time(NOW)},
    )
    (count,) = connection.execute("SELECT count(*) FROM numbers").fetchone()
    connection.execute("UPDATE schools SET last_seq = last_seq + ? WHERE id = ?", [count, school_id])
