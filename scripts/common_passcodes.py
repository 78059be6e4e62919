"""Writes what the tablet knows of common passcodes, out of the list that the server refuses passwords by; to be run by
hand when zxcvbn has a new one.

As 32-bit FNV-1a hashes: the words themselves are such that a school's web filter would keep the script away. Of a
million uncommon passcodes one is refused by accident.
"""

from base64 import b64encode
from pathlib import Path
from struct import pack

from zxcvbn.frequency_lists import FREQUENCY_LISTS

WRITTEN = Path(__file__).parent.parent / "webapp" / "static" / "jotter" / "vault" / "common_passcodes.js"
# Of so many most used ones, those of so many characters: a short one is common with a year behind it, too.
TAKEN = ((4_000, 6), (10_000, 8))
OFFSET, PRIME = 0x811C9DC5, 0x01000193
MODULE = """\
// Written by scripts/common_passcodes.py: {count} common passwords, each as its 32-bit FNV-1a hash, little-endian.

export default "{hashes}";
"""


def common_ones() -> set[str]:
    """The passwords that are too common for a passcode, or for the beginning of one; in small letters."""
    ranked = FREQUENCY_LISTS["passwords"]
    return {word for most, shortest in TAKEN for word in ranked[:most] if len(word) >= shortest}


def fnv_1a(word: str) -> int:
    """Fowler, Noll and Vo's hash of a word's UTF-8, in 32 bits."""
    told = OFFSET
    for byte in word.encode():
        told = (told ^ byte) * PRIME % 2**32
    return told


def module() -> str:
    """The JavaScript module that holds the hashes."""
    hashes = sorted({fnv_1a(word) for word in common_ones()})
    return MODULE.format(count=f"{len(hashes):,}", hashes=b64encode(pack(f"<{len(hashes)}I", *hashes)).decode())


if __name__ == "__main__":
    WRITTEN.write_text(module(), encoding="utf-8")
