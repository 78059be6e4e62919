"""Rush: 30 tablets come back at once, each with 100 notes, sent as tablets send them, 50 at a time."""

import random
import threading
from itertools import count

from bench import floors
from bench.figures import RUNS, Figure, median, side_by_side, spread
from bench.notes import Batch, batches, note_entry
from bench.room import Room
from bench.run import alone
from bench.school import School, found_school
from bench.server import Server
from bench.tablet_client import TabletClient, check_accepted

NOTES, A_BATCH = 100, 50
MAX_S = 1.5


def figures(room: Room) -> list[Figure]:
    """Until the last note is acknowledged; any error or entry not accepted at once fails the run."""
    folder = room.new_folder()
    school, write = found_school(folder), floors.sqlite_writer(folder)
    with Server(folder) as server:
        rushes = Rushes(school, server.port)
        ours, floor = side_by_side([rushes.rush, lambda: write(rushes.rows)])
        rushes.check()
    tablets = len(school.ta_tokens)
    ratio = f"{median(ours) / median(floor):.1f} x the floor of {spread(floor, 1000, 'ms')}"
    return [
        Figure(f"Rush of {tablets} tablets, {NOTES} notes each", median(ours), "s", MAX_S, f"{spread(ours)}, {ratio}")
    ]


class Rushes:
    """All tablets, each with a thread and a connection of its own; what they send is packed before any clock starts."""

    def __init__(self, school: School, port: int, how_many: int = RUNS + 1) -> None:
        source = random.Random(30)
        self.tablets = [TabletClient(port, token) for token in school.ta_tokens]
        self.made, seqs = [], count(1)
        for _ in range(how_many):
            entries = [
                [note_entry(source, source.choice(school.ta_pupil_ids), next(seqs)) for _ in range(NOTES)]
                for _ in self.tablets
            ]
            rows = [row for theirs in entries for row in floors.as_text(theirs)]
            self.made.append((rows, [batches(theirs, A_BATCH) for theirs in entries]))
        self.done: list[tuple[list[Batch], list[bytes]]] = []

    def rush(self) -> None:
        """All push at once; returns when the last is done."""
        self.rows, packed = self.made.pop()
        threads = [
            threading.Thread(target=self._push, args=(tablet, theirs))
            for tablet, theirs in zip(self.tablets, packed, strict=True)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _push(self, tablet: TabletClient, packed: list[Batch]) -> None:
        self.done.append((packed, tablet.push(packed)))

    def check(self) -> None:
        """Every tablet of every rush was answered, and every entry accepted at its first try."""
        expected = (len(self.done) // len(self.tablets)) * len(self.tablets)
        if not self.done or len(self.done) != expected:
            raise RuntimeError("a tablet of the rush was not answered")
        for packed, answers in self.done:
            check_accepted(packed, answers)
        for tablet in self.tablets:
            tablet.close()


if __name__ == "__main__":
    alone(figures)
