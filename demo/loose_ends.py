"""What is still open at the desk: questions, quarantined entries and a conflict, read from loose_ends.toml."""

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from demo import school_days
from demo.plans import ConflictPlan, NotePlan, PupilPlan, QuarantinePlan

SOURCE = Path(__file__).parent / "loose_ends.toml"


class LooseEnds:
    """The open matters of a school whose last school days are `days`."""

    def __init__(self, pupils: Sequence[PupilPlan], days: Sequence[date]) -> None:
        self.by_name = {pupil.name: pupil for pupil in pupils}
        self.days = days
        self.source = tomllib.loads(SOURCE.read_text(encoding="utf-8"))

    def questioned(self) -> list[NotePlan]:
        """Notes about which the SENCO asks something, some with the author's answer."""
        return [self._note(row) for row in self.source["question"]]

    def quarantined(self) -> tuple[QuarantinePlan, ...]:
        """Entries that the record cannot file."""
        return tuple(QuarantinePlan(self._note(row)) for row in self.source["quarantined"])

    def conflicts(self) -> tuple[ConflictPlan, ...]:
        """Notes that two people changed."""
        rows = self.source["conflict"]
        return tuple(ConflictPlan(self._note(row), row["other"], row["recorded"], row["offered"]) for row in rows)

    def _note(self, row: dict[str, Any]) -> NotePlan:
        hour, minute = (int(part) for part in row["at"].split(":"))
        return NotePlan(
            pupil=self.by_name[row["pupil"]],
            author=row["author"],
            recorded_at=school_days.at(self.days[-row["days_ago"]], hour * 60 + minute),
            setting=row["setting"],
            text=row["text"],
            question=row.get("question"),
            answer=row.get("answer"),
            instrument=row.get("instrument", "narrative"),
            measures=row.get("measures", {}),
        )
