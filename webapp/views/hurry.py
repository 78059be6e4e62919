"""What every door that takes a credential answers to somebody who tries too often."""

from flask import request
from werkzeug.exceptions import TooManyRequests

from doors.attempts import Door, attempts


def refuse_hurry(door: Door, account: str = "") -> None:
    """Raise TooManyRequests, with when to come again, where a door has been tried too often from this address."""
    wait = attempts.seconds_at(door, request.remote_addr, account)
    if wait:
        raise TooManyRequests(retry_after=wait)


def count_try(door: Door, account: str = "") -> None:
    """Count one try at a door."""
    attempts.count_at(door, request.remote_addr, account)
