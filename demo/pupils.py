"""The pupils of the demo school, read from cohort/: one file a year group, one table a pupil.

Keys of a table: `born` is month and day, the year follows from the year group. `friend` is the initial by which
notes name a friend. `interest`, `calm` (what helps), and `trigger` are words that fit into a sentence of a note.
`strands` are the names of files in phrases/: what the pupil's outcomes and most notes are about. `interpreter` comes to
meetings with the carers. `moments` are notes of this pupil alone, "Setting | text".
"""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from demo.plans import PupilPlan

COHORT = Path(__file__).parent / "cohort"
FILES = {"reception": "R", **{f"year{year}": str(year) for year in range(1, 7)}}


def all_pupils(today: date) -> tuple[PupilPlan, ...]:
    """Every pupil, youngest year group first."""
    found: list[PupilPlan] = []
    for stem, year_group in FILES.items():
        rows = tomllib.loads((COHORT / f"{stem}.toml").read_text(encoding="utf-8"))["pupil"]
        found.extend(_pupil(row, year_group, today) for row in rows)
    return tuple(found)


def _pupil(row: dict[str, Any], year_group: str, today: date) -> PupilPlan:
    given_name, family_name = row["name"].split(" ", 1)
    return PupilPlan(
        given_name=given_name,
        family_name=family_name,
        pronoun=row["pronoun"],
        year_group=year_group,
        class_name=row["class"],
        sen_status=row["status"],
        needs=tuple(row["needs"]),
        date_of_birth=_date_of_birth(row["born"], year_group, today),
        tas=tuple(row["tas"]),
        strands=tuple(row["strands"]),
        carers=tuple((name, relation) for name, relation in row["carers"]),
        interpreter=tuple((name, "Interpreter") for name in row.get("interpreter", [])),
        friend=row["friend"],
        interest=row["interest"],
        calm=row["calm"],
        trigger=row["trigger"],
        profile={key: row[key] for key in ("good_at", "helps", "avoid", "communication", "strategies")},
        moments=tuple(_moment(line) for line in row["moments"]),
    )


def _date_of_birth(born: str, year_group: str, today: date) -> date:
    # Reception is the school year in which a child turns five; the year is counted from 1 September.
    month, day = (int(part) for part in born.split("-"))
    autumn = today.year if today.month >= 9 else today.year - 1
    years_on = 0 if year_group == "R" else int(year_group)
    return date(autumn - 5 - years_on + (0 if month >= 9 else 1), month, day)


def _moment(line: str) -> tuple[str, str]:
    setting, text = line.split(" | ", 1)
    return setting, text
