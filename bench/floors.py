"""Floors: the same bytes written by the plainest program, as durable as ours, in the same run."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg

A_TRANSACTION = 100


def as_text(entries: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Entries as rows of an id and their bytes."""
    return [(entry["id"], json.dumps(entry, separators=(",", ":"))) for entry in entries]


def sqlite_writer(folder: Path) -> Callable[[list[tuple[str, str]]], None]:
    """Writes rows raw into SQLite: WAL, synchronous=FULL, a hundred a transaction."""
    connection = sqlite3.connect(folder / "floor.sqlite3", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE floor (id TEXT PRIMARY KEY, raw TEXT NOT NULL)")

    def write(rows: list[tuple[str, str]]) -> None:
        for first in range(0, len(rows), A_TRANSACTION):
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO floor VALUES (?, ?)", rows[first : first + A_TRANSACTION])
            connection.execute("COMMIT")

    return write


def postgresql_writer(url: str) -> Callable[[list[tuple[str, str]]], None]:
    """Writes rows raw into PostgreSQL: executemany, a hundred a transaction."""
    connection = psycopg.connect(url)
    connection.execute("CREATE TABLE floor (id varchar(36) PRIMARY KEY, raw text NOT NULL)")
    connection.commit()

    def write(rows: list[tuple[str, str]]) -> None:
        for first in range(0, len(rows), A_TRANSACTION):
            with connection.cursor() as cursor:
                cursor.executemany("INSERT INTO floor VALUES (%s, %s)", rows[first : first + A_TRANSACTION])
            connection.commit()

    return write
