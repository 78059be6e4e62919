"""Notes of about 900 bytes, as a TA's tablet sends them; the words come from a fixed seed, ids are new each time."""

import gzip
import json
import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from record.base import new_id
from record.times import wire_time

NOTE_BYTES = 900
SETTINGS = ("Classroom", "Small group", "Playground", "Lunch hall", "Corridor", "One to one")
# Words of real notes, put together anew for each: such text packs no better than what people write.
WORDS = """
asked for help before the timer showed red and then carried on alone with the number line beside her while
the others moved to the carpet he waited at the door until Mrs Field had counted to ten twice this week we used now
next cards which took two prompts instead of five today joined in with both songs and chose the quiet corner when it
got loud after lunch wrote three sentences with word mat full stops remembered once needed a reminder to look at the
board settled within four minutes told me that his tummy felt wobbly so we breathed together shared the blue bricks
without being asked said please to Sam hid under table for a while came out for the story listened to all of it
reading book went home diary signed spelling better than Monday tired maybe slept badly mum told me about new baby
""".split()


def note_text(source: random.Random, characters: int) -> str:
    """Some sentences of about this many characters."""
    words: list[str] = []
    length = 0
    while length < characters:
        sentence = [source.choice(WORDS) for _ in range(source.randint(6, 14))]
        sentence[0], sentence[-1] = sentence[0].capitalize(), f"{sentence[-1]}."
        words += sentence
        length += sum(map(len, sentence)) + len(sentence)
    return " ".join(words)[:characters]


def note_body(source: random.Random, pupil_id: str, characters: int) -> dict[str, Any]:
    """The body of a narrative observation."""
    return {
        "pupil_id": pupil_id,
        "instrument": "narrative",
        "text": note_text(source, characters),
        "setting": source.choice(SETTINGS),
        "measures": {},
        "outcome_ids": [],
        "attachment_ids": [],
        "group_id": None,
    }


def note_entry(source: random.Random, pupil_id: str, device_seq: int) -> dict[str, Any]:
    """An entry of about NOTE_BYTES, written a moment ago."""
    written = datetime.now(UTC) - timedelta(minutes=source.randint(1, 300))
    return {
        "id": new_id(),
        "kind": "observation",
        "revision": 1,
        "base_version": None,
        "recorded_at": wire_time(written),
        "device_seq": device_seq,
        "schema": 1,
        "body": note_body(source, pupil_id, NOTE_BYTES - 400),
    }


@dataclass(frozen=True)
class Batch:
    """One request's body, packed before the clock starts: a tablet's own work is not the server's."""

    ids: list[str]
    packed: bytes


def pack(told: dict[str, Any]) -> bytes:
    """The request as it travels."""
    return gzip.compress(json.dumps(told, separators=(",", ":")).encode(), 6)


def batches(entries: list[dict[str, Any]], size: int) -> list[Batch]:
    """The entries as sync requests of `size` each that push and pull nothing."""
    packed = []
    for first in range(0, len(entries), size):
        part = entries[first : first + size]
        told = {
            **envelope(),
            "limit": 1,
            "pull": False,
            "entries": part,
            "waiting": {"queued": len(part), "stuck": 0, "oldest": None},
        }
        packed.append(Batch([entry["id"] for entry in part], pack(told)))
    return packed


def envelope() -> dict[str, Any]:
    """What every sync request says of itself."""
    return {
        "protocol": 1,
        "client": "bench",
        "sent_at": wire_time(datetime.now(UTC)),
        "nonce": new_id(),
        "cursor": None,
    }
