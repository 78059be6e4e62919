"""Push: 1,000 notes from one tablet in batches of 200, on SQLite and on PostgreSQL, and what travels on the wire."""

import random
from collections.abc import Callable
from itertools import count
from pathlib import Path

from bench import floors
from bench.figures import RUNS, Figure, median, side_by_side, spread
from bench.notes import Batch, batches, note_entry
from bench.room import Room
from bench.run import alone
from bench.school import School, found_school
from bench.server import Server
from bench.tablet_client import TabletClient, check_accepted

NOTES, A_BATCH = 1_000, 200
TIMES_SQLITE, TIMES_POSTGRESQL = 25, 10
MAX_WIRE_MB = 0.3

Writer = Callable[[list[tuple[str, str]]], None]


def figures(room: Room) -> list[Figure]:
    """Both databases, each beside its own floor."""
    folder = room.new_folder()
    on_sqlite = _measure("SQLite", folder, None, floors.sqlite_writer(folder), TIMES_SQLITE)
    url = room.cluster.url(room.cluster.create())
    floor = floors.postgresql_writer(room.cluster.url(room.cluster.create()))
    on_postgresql = _measure("PostgreSQL", room.new_folder(), url, floor, TIMES_POSTGRESQL)
    return [*on_sqlite, *on_postgresql[:1]]


def _measure(name: str, folder: Path, url: str | None, write: Writer, times: int) -> list[Figure]:
    school = found_school(folder, url)
    with Server(folder, url) as server:
        pushes = Pushes(school, server.port)
        ours, floor = side_by_side([pushes.push, lambda: write(pushes.rows)])
        wire = pushes.check()
    ratio = median(ours) / median(floor)
    seen = f"{spread(ours, 1000, 'ms')} beside a floor of {spread(floor, 1000, 'ms')}"
    return [
        Figure(f"Push of {NOTES:,} notes on {name}", ratio, "x floor", times, seen),
        Figure("  the same on the wire, both ways", wire, "MB", MAX_WIRE_MB),
    ]


class Pushes:
    """One tablet that pushes new notes each time; all are made and packed before the first clock starts."""

    def __init__(self, school: School, port: int, how_many: int = RUNS + 1) -> None:
        source, seqs = random.Random(2015), count(1)
        self.tablet = TabletClient(port, school.ta_tokens[0])
        self.made: list[tuple[list[tuple[str, str]], list[Batch]]] = []
        for _ in range(how_many):
            entries = [note_entry(source, source.choice(school.ta_pupil_ids), next(seqs)) for _ in range(NOTES)]
            self.made.append((floors.as_text(entries), batches(entries, A_BATCH)))
        self.done: list[tuple[list[Batch], list[bytes]]] = []

    def push(self) -> None:
        """Push the next thousand."""
        self.rows, packed = self.made.pop()
        self.done.append((packed, self.tablet.push(packed)))

    def check(self) -> float:
        """Check every answer; the megabytes that one push of a thousand took on the wire."""
        for packed, answers in self.done:
            check_accepted(packed, answers)
        self.tablet.close()
        return self.tablet.traffic.total / len(self.done) / 1e6


if __name__ == "__main__":
    alone(figures)
