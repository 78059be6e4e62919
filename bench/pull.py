"""Pull: ten new notes from records of 1,000 and 1,000,000, for the school and for a TA; a first pull of 10,000."""

import random
import sqlite3
import zlib
from contextlib import closing
from itertools import count
from pathlib import Path

from bench.figures import Figure, median, side_by_side, spread
from bench.large_record import LargeRecord, build
from bench.notes import batches, note_entry
from bench.room import Room
from bench.run import alone
from bench.school import PUPILS_OF_A_TA
from bench.server import Server
from bench.tablet_client import TabletClient, changes_of, check_accepted

WHOLE_SCHOOL, TA = "the whole school", f"a TA's {PUPILS_OF_A_TA} pupils"
NEW, SMALL, FIRST, A_PAGE = 10, 1_000, 10_000, 1_000
RUNS_OF_TEN = 25
MAX_MS, MAX_RATIO, MAX_FIRST_S = 5.0, 1.3, 0.4


def figures(room: Room) -> list[Figure]:
    """All of them; the two records are asked in turn."""
    small, large = build(room.new_folder(), SMALL), room.million
    with Server(small.folder) as few, Server(large.folder) as many:
        ten = _ten_new(WHOLE_SCHOOL, few, many, small, large) + _ten_new(TA, few, many, small, large)
    return [*ten, *_first_pull(build(room.new_folder(), FIRST))]


def _ten_new(scope: str, few: Server, many: Server, small: LargeRecord, large: LargeRecord) -> list[Figure]:
    readers = [Reader(server.port, record, scope) for server, record in ((few, small), (many, large))]

    def write() -> None:
        for reader in readers:
            reader.write_new()

    works = [*(reader.pull_new for reader in readers), readers[1].reader.ask_health]
    of_few, of_many, floor = side_by_side(works, RUNS_OF_TEN, before=write)
    for reader in readers:
        reader.close()
    beside = f"beside {spread(floor, 1000, 'ms')} for /healthz"
    seen = f"{spread(of_many, 1000, 'ms')} {beside}; of {small.notes:,}: {spread(of_few, 1000, 'ms')}"
    return [
        Figure(f"Pull of {NEW} new of {large.notes:,}, {scope}", median(of_many) * 1000, "ms", MAX_MS, seen),
        Figure(f"  beside the same of {small.notes:,}", median(of_many) / median(of_few), "x", MAX_RATIO),
    ]


class Reader:
    """A tablet that has everything so far, and another that keeps writing. What the tablet does by itself, packing its
    question and reading the answer, is done while no clock runs."""

    def __init__(self, port: int, record: LargeRecord, scope: str) -> None:
        self.school = record.school
        token = self.school.senco_token if scope == WHOLE_SCHOOL else self.school.ta_tokens[1]
        self.reader, self.writer = TabletClient(port, token), TabletClient(port, self.school.ta_tokens[0])
        self.source, self.seqs = random.Random(10), count(1)
        epoch = self.reader.pull(limit=0)["epoch"]
        self.reader.cursor = record.newest_cursor(epoch, self.school.ta_ids[1] if scope == TA else None)
        self.answer = b""

    def pull_new(self) -> None:
        """What has come since the last pull."""
        self.answer = self.reader.send(self.question)

    def write_new(self) -> None:
        """Ten notes by the other tablet, and the question for them."""
        if self.answer:
            self.check()
        pupils = self.school.ta_pupil_ids
        entries = [note_entry(self.source, self.source.choice(pupils), next(self.seqs)) for _ in range(NEW)]
        packed = batches(entries, NEW)
        check_accepted(packed, self.writer.push(packed))
        self.question = self.reader.packed_pull()

    def check(self) -> None:
        """Ten notes came, no more and no less."""
        page = self.reader.unpacked_page(self.answer)
        if len(page["changes"]) != NEW or page["more"]:
            raise RuntimeError(f"{len(page['changes'])} changes came, not {NEW}")

    def close(self) -> None:
        """Look at the last answer too, and hang up."""
        self.check()
        self.reader.close()
        self.writer.close()


def _first_pull(record: LargeRecord) -> list[Figure]:
    """A new tablet of the SENCO's, in pages of 1,000; beside it the same rows, read and packed the plainest way."""
    pages: list[list[bytes]] = []

    def pull() -> None:
        tablet = TabletClient(server.port, record.school.senco_token)
        pages.append(tablet.pull_all())
        tablet.close()

    with Server(record.folder) as server:
        ours, floor = side_by_side([pull, lambda: _read_raw(record.folder)])
    counts = {changes_of(each) for each in pages}
    if len(counts) != 1 or min(counts) < record.notes:
        raise RuntimeError(f"not everything came: {counts}")
    ratio = f"{median(ours) / median(floor):.1f} x the floor of {spread(floor, 1000, 'ms')}"
    return [Figure(f"First pull of {record.notes:,} notes", median(ours), "s", MAX_FIRST_S, f"{spread(ours)}, {ratio}")]


def _read_raw(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "jotter.sqlite3")) as connection:
        rows = connection.execute("SELECT kind, id, version, body FROM documents ORDER BY seq").fetchall()
    for first in range(0, len(rows), A_PAGE):
        zlib.compress(repr(rows[first : first + A_PAGE]).encode(), 1)


if __name__ == "__main__":
    alone(figures)
