"""To review: the desk's first page, with 10,000 unreviewed of 1,000,000 notes, newest first and grouped by pupil."""

from bench.desk_client import DeskClient
from bench.figures import Figure, median, side_by_side, spread
from bench.large_record import UNREVIEWED
from bench.room import Room
from bench.run import alone
from bench.server import Server

RUNS = 15
MAX_MS = 50


def figures(room: Room) -> list[Figure]:
    """The page as it reaches a browser; beside it the smallest answer there is, to tell what the page itself costs."""
    record = room.million
    with Server(record.folder) as server:
        desk = DeskClient(server.port)
        newest, grouped, floor = side_by_side(
            [desk.open_pile, lambda: desk.open_pile("?group=pupil"), desk.ask_health], RUNS
        )
        desk.close()
    what = f"To review, {UNREVIEWED:,} of {record.notes:,}"
    beside = f"beside {spread(floor, 1000, 'ms')} for /healthz"
    return [
        Figure(f"{what}, newest first", median(newest) * 1000, "ms", MAX_MS, f"{spread(newest, 1000, 'ms')} {beside}"),
        Figure(f"{what}, by pupil", median(grouped) * 1000, "ms", MAX_MS, spread(grouped, 1000, "ms")),
    ]


if __name__ == "__main__":
    alone(figures)
