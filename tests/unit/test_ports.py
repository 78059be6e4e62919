"""The ports of the tests: nobody else's, below those that the system hands out."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ports

ROOT = Path(__file__).parents[2]
CLAIM = "from tests.ports import free_port; print(free_port(), flush=True); input()"


def test_two_processes_never_have_a_block_in_common() -> None:
    here = ports.free_port()
    with subprocess.Popen(
        [sys.executable, "-c", CLAIM], cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        there = int(other.stdout.readline())
        other.kill()
    assert here // ports.BLOCK != there // ports.BLOCK
    lowest_of_the_system = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    assert max(here, there) < lowest_of_the_system


def test_a_port_that_is_answered_is_passed_over() -> None:
    with socket.create_server(("127.0.0.1", ports.free_port())) as listening:
        taken = listening.getsockname()[1]
        assert ports.is_answered(taken)
        assert taken not in {ports.free_port() for _ in range(ports.BLOCK)}
        with pytest.raises(TimeoutError):
            ports.wait_until_refused(taken, limit_s=0)
    ports.wait_until_refused(taken)
