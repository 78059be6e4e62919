"""Tries at the doors that take a credential, counted so that nothing is guessed in bulk and nobody's mailbox is filled.

Only wrong tries count at a sign-in, and they close one account: a school is one address, and forty people signing in
there are no attacker. Whoever tries many accounts is met by a limit of the address that no staff room reaches. Neither
closes a tablet on which the account is enrolled: it has a count of its own, so that nobody can lock a person out of
their own tablet from elsewhere.

Counted in the process's own memory: several processes allow as many times more, which is still few. Each try is kept
with its time: a count that weighs windows of the clock lets one more pass wherever one of them ends.
"""

import hashlib
import math
import time
from dataclasses import dataclass
from typing import Any

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from record.people import tidy_email

FOR_ACCOUNT: RateLimitItem = parse("10 per 15 minutes")
FOR_OWN_DEVICE: RateLimitItem = parse("30 per 1 hour")
# A hundred accounts closed: more than a school mistypes, and too few to guess a password that is not a common one.
FOR_ADDRESS: RateLimitItem = parse("1000 per 15 minutes")


@dataclass(frozen=True)
class Door:
    """A door that takes a credential, and how often it may be tried."""

    name: str
    for_address: RateLimitItem
    for_account: RateLimitItem | None = None


# No passkey, link or provider's answer can be guessed; whoever tries is stopped all the same. Wrong ones count.
PASSKEY = Door("passkey", parse("1000 per 15 minutes"))
LINK = Door("link", parse("1000 per 15 minutes"))
# What begins a sign-in costs the record a row: all are counted, several for each person of a large school allowed.
CHALLENGE = Door("challenge", parse("1000 per 5 minutes"))
SINGLE_SIGN_ON = Door("single sign-on", parse("1000 per 5 minutes"))
# Every mail that is asked for is counted, whether or not anybody has that address.
RESET = Door("reset", parse("300 per 1 hour"), parse("3 per hour"))
# Whoever is signed in and changes a password must give the old one.
PASSWORD_CHANGE = Door("password change", parse("1000 per 15 minutes"), parse("10 per 15 minutes"))

# A PDF takes the server seconds: nobody needs more than a few, whatever a browser asks for.
MEETING_COPY = Door("meeting copy", parse("120 per 5 minutes"), parse("20 per 5 minutes"))


@dataclass(frozen=True)
class Try:
    """One try to sign in: as whom, from where, and from which device where the account is enrolled on it."""

    email: str
    address: str | None
    own_device: str | None = None

    @property
    def keys(self) -> list[tuple[RateLimitItem, str]]:
        """What it counts for."""
        found = [(FOR_ACCOUNT, self._named("account")), (FOR_ADDRESS, f"address:{self.address}")]
        return [*found, (FOR_OWN_DEVICE, self._named(f"device:{self.own_device}"))] if self.own_device else found

    @property
    def bars(self) -> list[tuple[RateLimitItem, str]]:
        """What may stop it."""
        return self.keys[2:] if self.own_device else self.keys

    def _named(self, what: str) -> str:
        # By its digest: what is typed into the field may be long, and is nobody's to keep.
        return f"{what}:{hashlib.sha256(tidy_email(self.email).encode(errors='replace')).hexdigest()}"


class Attempts:
    """The counts of this process."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    def seconds_to_wait(self, tried: Try) -> int:
        """How long to wait before this try may be looked at; 0 for not at all."""
        return max(self._wait(limit, key) for limit, key in tried.bars)

    def note_failure(self, tried: Try) -> None:
        """Count one failed sign-in."""
        for limit, key in tried.keys:
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
        self._limiter = MovingWindowRateLimiter(MemoryStorage())


def _keys_at(door: Door, address: str | None, account: str) -> list[tuple[Any, str]]:
    keys = [(door.for_address, f"{door.name}:address:{address}")]
    if door.for_account is not None:
        keys.append((door.for_account, f"{door.name}:account:{tidy_email(account)}"))
    return keys


attempts = Attempts()
