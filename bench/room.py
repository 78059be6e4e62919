"""The room that a run of the bench works in: temporary folders, a cluster and the large record, each made once."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path

from bench.large_record import LargeRecord, build
from bench.postgresql import durable_cluster
from tests.throwaway_postgresql import ThrowawayCluster


class Room:
    """What figures share."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self._stack = folder, stack
        self._count = 0

    def new_folder(self) -> Path:
        """An empty folder."""
        self._count += 1
        path = self.folder / str(self._count)
        path.mkdir()
        return path

    @cached_property
    def cluster(self) -> ThrowawayCluster:
        """PostgreSQL, as durable as a school's."""
        return self._stack.enter_context(durable_cluster())

    @cached_property
    def million(self) -> LargeRecord:
        """A record of a million notes; what figures add to it is little beside that."""
        return build(self.new_folder(), 1_000_000)


@contextmanager
def room() -> Iterator[Room]:
    """A room, cleared away at the end."""
    folder = Path(tempfile.mkdtemp(prefix="jotter-bench-"))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder)
        yield Room(folder, stack)
