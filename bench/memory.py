"""Memory: the server's process when it has just started, and after pushes, a rush, pulls and the desk's pages."""

from bench.desk_client import DeskClient
from bench.figures import Figure
from bench.pull import TA, WHOLE_SCHOOL, Reader
from bench.push import Pushes
from bench.room import Room
from bench.run import alone
from bench.rush import Rushes
from bench.server import Server
from bench.tablet_client import TabletClient

MAX_IDLE_MIB, MAX_WORKED_MIB = 120, 200
PAGES_OF_A_FIRST_PULL = 11
ROUNDS = 3


def figures(room: Room) -> list[Figure]:
    """One server over the large record does all that the other figures measure, several times."""
    record = room.million
    with Server(record.folder) as server:
        idle, idle_family = server.memory_mib()
        pushes, rushes = Pushes(record.school, server.port, ROUNDS), Rushes(record.school, server.port, ROUNDS)
        desk = DeskClient(server.port)
        for _ in range(ROUNDS):
            pushes.push()
            rushes.rush()
            for scope in (WHOLE_SCHOOL, TA):
                _pull_new(Reader(server.port, record, scope))
            _first_pull(server.port, record.school.senco_token)
            desk.open_pile()
            desk.open_pile("?group=pupil")
        worked, worked_family = server.memory_mib()
        for each in (pushes, rushes):
            each.check()
        desk.close()
    return [
        Figure("Memory, idle", idle, "MiB", MAX_IDLE_MIB, f"{idle_family:.0f} MiB with its parent process"),
        Figure("Memory, after all", worked, "MiB", MAX_WORKED_MIB, f"{worked_family:.0f} MiB with its parent process"),
    ]


def _pull_new(reader: Reader) -> None:
    reader.write_new()
    reader.pull_new()
    reader.close()


def _first_pull(port: int, token: str) -> None:
    tablet = TabletClient(port, token)
    for _ in range(PAGES_OF_A_FIRST_PULL):
        tablet.pull()
    tablet.close()


if __name__ == "__main__":
    alone(figures)
