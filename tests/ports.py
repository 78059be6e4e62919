"""Ports that nobody else takes: each process of a test run claims a block of a hundred for as long as it lives.

They lie below the range from which the system takes ports for outgoing connections (32768 here), so that none of those
is met either. Two runs on one machine claim different blocks.
"""

import ctypes
import fcntl
import os
import signal
import socket
import threading
import time
from itertools import cycle
from pathlib import Path

CLAIMS = Path("/tmp/jotter-ports")  # noqa: S108 - shared by all runs on this machine on purpose
FIRST, BLOCK, END = 22_000, 100, 32_000
PR_SET_PDEATHSIG = 1  # prctl(2)

_claim: list[int] = []
_ports: list["cycle[int]"] = []


def is_answered(port: int) -> bool:
    """Whether somebody listens there."""
    with socket.socket() as asking:
        asking.settimeout(5)
        return asking.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """The next port of this process's block that nobody listens on. Raises RuntimeError where no block is free."""
    if not _ports or os.getpid() != _claim[1]:
        _claim_block()
    return next(port for port in _ports[0] if not is_answered(port))


def _claim_block() -> None:
    CLAIMS.mkdir(exist_ok=True)
    for first in range(FIRST, END, BLOCK):
        claim = os.open(CLAIMS / str(first), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(claim)
            continue
        _claim[:], _ports[:] = [claim, os.getpid()], [cycle(range(first, first + BLOCK))]
        return
    raise RuntimeError(f"every block of ports is claimed: see {CLAIMS}")


def wait_until_refused(port: int, limit_s: float = 30) -> None:
    """Return when nobody listens there any more: a killed server's port may be answered for a while. Raises
    TimeoutError."""
    until = time.monotonic() + limit_s
    while is_answered(port):
        if time.monotonic() > until:
            raise TimeoutError(f"port {port} is still answered")
        threading.Event().wait(0.02)


def die_with_parent() -> None:
    """For `preexec_fn`: a server of a test run that was killed must not answer the next one."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
