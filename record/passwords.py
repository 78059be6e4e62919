"""Passwords: how they are hashed, which are too easily guessed, and when a hash has to be made again.

How hard a hash is to guess is a school's own choice between two (WORK_FACTORS); its tablets' passcodes follow it too.

The list of common and leaked passwords is zxcvbn's own (30,000 of them, with names, words and keyboard walks); it
also sees through `Passw0rd2026!`. Nothing is asked of the network.
"""

from collections.abc import Iterable
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from record.errors import Refused

MIN_PASSWORD_CHARACTERS = 12
MAX_PASSWORD_CHARACTERS = 256
# zxcvbn's score from 0 to 4: 3 is the first that stands up to guessing offline against a slow hash.
LEAST_SCORE = 3
LOOKED_AT_CHARACTERS = 72
LEAST_OF_ONES_OWN = 6
# What a person has who was invited and has not chosen a password: no password fits it.
NO_PASSWORD = ""

FULL, LIGHT = "full", "light"
WORK_FACTORS = {
    # RFC 9106 4, the second recommended option: 64 MiB, three passes, four lanes; argon2-cffi's own choice.
    FULL: PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4),
    # The least that OWASP's Password Storage Cheat Sheet allows: 7 MiB, five passes, one lane.
    LIGHT: PasswordHasher(time_cost=5, memory_cost=7 * 1024, parallelism=1),
}


def hash_password(password: str, work_factor: str = FULL) -> str:
    """The Argon2id hash to keep. Raises Refused when the password is too short or too long."""
    if not MIN_PASSWORD_CHARACTERS <= len(password) <= MAX_PASSWORD_CHARACTERS:
        raise Refused(f"A password has {MIN_PASSWORD_CHARACTERS} to {MAX_PASSWORD_CHARACTERS} characters", "password")
    return WORK_FACTORS[work_factor].hash(password)


def hash_chosen_password(password: str, about: Iterable[str], work_factor: str = FULL) -> str:
    """The hash of a password that a person has just chosen; `about` is what others know of them and would try.
    Raises Refused for one that is among the first that are guessed."""
    hashed = hash_password(password, work_factor)
    if is_easily_guessed(password, about):
        raise Refused("That password is common, or easily guessed. Three or four words of your own do well", "password")
    return hashed


def is_easily_guessed(password: str, about: Iterable[str]) -> bool:
    """Whether the password is on the lists that are tried first, or is made from them."""
    from zxcvbn import zxcvbn  # its lists take 14 MB, which most processes never need

    known = [word for text in about for word in _told_of(text)]
    if _rest_of(password, known) < LEAST_OF_ONES_OWN:
        return True
    return int(zxcvbn(password[:LOOKED_AT_CHARACTERS], user_inputs=known)["score"]) < LEAST_SCORE


def _rest_of(password: str, known: Iterable[str]) -> int:
    """How many letters and digits remain when what others know is taken out."""
    rest = password.casefold()
    for word in sorted(known, key=len, reverse=True):
        if len(word) >= 3:
            rest = rest.replace(word.casefold(), "")
    return sum(char.isalnum() for char in rest)


def _told_of(text: str) -> list[str]:
    """A name or an address as somebody who guesses would use it: in words, and run together."""
    words = text.replace("@", " ").replace(".", " ").replace("-", " ").split()
    return [text, "".join(words), *words]


@cache
def _nobody_hash(work_factor: str) -> str:
    """Verified when there is no such person, so that a wrong email takes as long as a wrong password."""
    return WORK_FACTORS[work_factor].hash("nobody has this password")


def verify(password_hash: str | None, password: str, work_factor: str = FULL) -> bool:
    """Whether the password fits. Takes as long as that work factor does when there is no hash to compare it with."""
    try:
        compared = password_hash or _nobody_hash(work_factor)
        fits = WORK_FACTORS[work_factor].verify(compared, password[: MAX_PASSWORD_CHARACTERS + 1])
        return fits and bool(password_hash)
    except (VerificationError, InvalidHashError, UnicodeEncodeError):
        return False


def is_outdated(password_hash: str, work_factor: str = FULL) -> bool:
    """Whether the hash was made with other parameters than that work factor has today."""
    return WORK_FACTORS[work_factor].check_needs_rehash(password_hash)
