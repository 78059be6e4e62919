"""The record as a witness: reads the database beside the server and holds journeys to the protocol's oracle."""

import json
import sqlite3
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from tests.e2e.waiting import wait_until

FILED = ("accepted", "merged")


class Record:
    """Looks, and changes nothing."""

    def __init__(self, database: Path) -> None:
        self._database = database

    def rows(self, query: str, *values: Any) -> list[dict[str, Any]]:
        """What a query finds, on a connection of its own, so that it sees what is committed now."""
        connection = sqlite3.connect(f"file:{self._database}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute(query, values)]
        finally:
            connection.close()

    def entries_with(self, text: str) -> list[dict[str, Any]]:
        """Every entry ever received that holds this text, in whatever state."""
        rows = self.rows("SELECT * FROM entries")
        return [row for row in rows if text in json.dumps(json.loads(row["raw"]), ensure_ascii=False)]

    def notes_with(self, text: str, kind: str = "observations") -> list[dict[str, Any]]:
        """Notes filed in the record whose body holds this text."""
        rows = self.rows(f"SELECT * FROM {kind}")
        found = [{**row, "body": json.loads(row["body"])} for row in rows]
        return [row for row in found if text in json.dumps(row["body"], ensure_ascii=False)]

    def holds_once(self, texts: str | Iterable[str], kind: str = "observations") -> None:
        """Wait for the oracle: each of these was filed, exactly once."""
        for text in [texts] if isinstance(texts, str) else list(texts):
            found = wait_until(partial(self.notes_with, text, kind), f"the record holds “{text[:60]}”")
            assert len(found) == 1, f"“{text[:60]}” was filed {len(found)} times"
            filed = [row for row in self.entries_with(text) if row["status"] in FILED]
            assert len(filed) == 1, f"“{text[:60]}” was received and filed {len(filed)} times"

    def photos_of(self, text: str, count: int) -> list[bytes]:
        """Wait until so many photos of the note with this text have come, readable; their files, in its order."""
        (note,) = wait_until(partial(self.notes_with, text), f"the record holds “{text[:60]}”")
        ids = note["body"]["attachment_ids"]
        assert len(ids) == count, f"the note names {len(ids)} photos"
        wait_until(lambda: self._received(ids) == count, f"{count} photos have come")
        folder = self._database.parent / "attachments" / note["school_id"]
        return [(folder / each).read_bytes() for each in ids]

    def _received(self, ids: list[str]) -> int:
        found = self.rows("SELECT id FROM attachments WHERE state = 'received'")
        return len({row["id"] for row in found} & set(ids))

    def holds_nothing_with(self, text: str) -> None:
        """Nothing of this has arrived."""
        assert not self.entries_with(text)

    def quarantines(self, text: str) -> None:
        """Wait until this is in quarantine: not filed, not lost."""
        wait_until(
            lambda: [row for row in self.entries_with(text) if row["status"] == "quarantined"],
            f"“{text[:60]}” is in quarantine",
        )

    def pupil_id(self, name: str) -> str:
        """The id of a pupil by their full name."""
        given, family = name.split(" ", 1)
        found = self.rows("SELECT id FROM pupils WHERE given_name = ? AND family_name = ?", given, family)
        assert len(found) == 1, f"{name} is {len(found)} pupils"
        return str(found[0]["id"])

    def person_id(self, email: str) -> str:
        """The id of a member of staff."""
        (found,) = self.rows("SELECT id FROM people WHERE email = ?", email)
        return str(found["id"])
