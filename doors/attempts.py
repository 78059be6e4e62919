"""Tries at the doors that take a credential, counted for each account and each address, so that nothing is guessed
in bulk and nobody's mailbox is filled.

Counted in the process's own memory: several processes allow as many times more, which is still few.
"""

import math
import time
from dataclasses import dataclass
from typing import Any

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

# Failures only: a whole class of tablets may enrol from one address in a minute.
FOR_ACCOUNT: RateLimitItem = parse("10 per 15 minutes")
FOR_ADDRESS: RateLimitItem = parse("100 per 15 minutes")


@dataclass(frozen=True)
class Door:
    """A door that takes a credential, and how often it may be tried."""

    name: str
    for_address: RateLimitItem
    for_account: RateLimitItem | None = None


# A challenge costs the record a row: all that are asked for are counted, a staff room's worth of them allowed.
PASSKEY = Door("passkey", parse("120 per 5 minutes"))
# Every mail that is asked for is counted, whether or not anybody has that address.
RESET = Door("reset", parse("30 per hour"), parse("3 per hour"))
# A link's token cannot be guessed; whoever tries is stopped all the same.
LINK = Door("link", parse("30 per 15 minutes"))
SINGLE_SIGN_ON = Door("single sign-on", parse("120 per 5 minutes"))
# Whoever is signed in and changes a password must give the old one.
PASSWORD_CHANGE = Door("password change", parse("100 per 15 minutes"), parse("10 per 15 minutes"))

# A PDF takes the server seconds: nobody needs more than a few, whatever a browser asks for.
MEETING_COPY = Door("meeting copy", parse("120 per 5 minutes"), parse("20 per 5 minutes"))


class Attempts:
    """The counts of this process."""

    def __init__(self) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def seconds_to_wait(self, email: str, address: str | None) -> int:
        """How long the account or the address must wait before the next sign-in; 0 for not at all."""
        return max(self._wait(limit, key) for limit, key in _keys(email, address))

    def note_failure(self, email: str, address: str | None) -> None:
        """Count one failed sign-in."""
        for limit, key in _keys(email, address):
            self._limiter.hit(limit, key)

    def seconds_at(self, door: Door, address: str | None, account: str = "") -> int:
        """How long to wait before the next try at a door; 0 for not at all."""
        return max(self._wait(limit, key) for limit, key in _keys_at(door, address, account))

    def count_at(self, door: Door, address: str | None, account: str = "") -> None:
        """Count one try at a door."""
        for limit, key in _keys_at(door, address, account):
            self._limiter.hit(limit, key)

    def _wait(self, limit: RateLimitItem, key: str) -> int:
        if self._limiter.test(limit, key):
            return 0
        return max(1, math.ceil(self._limiter.get_window_stats(limit, key).reset_time - time.time()))

    def forget(self) -> None:
        """Start counting anew (for tests, and when the process starts)."""
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())


def _keys(email: str, address: str | None) -> list[tuple[Any, str]]:
    return [(FOR_ACCOUNT, f"account:{email.strip().lower()}"), (FOR_ADDRESS, f"address:{address}")]


def _keys_at(door: Door, address: str | None, account: str) -> list[tuple[RateLimitItem, str]]:
    keys = [(door.for_address, f"{door.name}:address:{address}")]
    if door.for_account is not None:
        keys.append((door.for_account, f"{door.name}:account:{account.strip().lower()}"))
    return keys


attempts = Attempts()
