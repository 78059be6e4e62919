"""A throwaway PostgreSQL that forgets nothing: the tests' cluster with the settings of a school's."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.throwaway_postgresql import ThrowawayCluster

DURABLE = "-c fsync=on -c synchronous_commit=on -c full_page_writes=on -c max_connections=60 -c shared_buffers=128MB"


@contextmanager
def durable_cluster() -> Iterator[ThrowawayCluster]:
    """A running cluster, removed at the end."""
    cluster = ThrowawayCluster(DURABLE)
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop()
