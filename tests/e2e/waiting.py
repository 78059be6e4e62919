"""Waiting for a condition outside the browsers: the server's answer, a row of the record."""

import time
from collections.abc import Callable
from typing import TypeVar

LIMIT_S = 40.0
T = TypeVar("T")


def wait_until(is_so: Callable[[], T | None], what: str, limit_s: float = LIMIT_S) -> T:
    """The first true answer of `is_so`. Fails with `what` when none comes in time."""
    end = time.monotonic() + limit_s
    while not (answer := is_so()):
        assert time.monotonic() < end, f"not within {limit_s:.0f} s: {what}"
        time.sleep(0.02)
    return answer
