"""One occasion on which something is measured."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from record.times import wire_time

Measured = tuple[dict[str, Any], str]  # measures, words


@dataclass(frozen=True)
class Occasion:
    """What is watched, from when and for how long, and how much of the term's way (0 to 1) is gone."""

    about: str
    began_at: datetime
    minutes: int
    gone: float
    start: float
    end: float

    def now(self, rng: Random, spread: float = 0.12) -> float:
        """Where the figure stands on this day: on its way from `start` to `end`, with good days and bad ones."""
        way = min(max(self.gone + rng.gauss(0, spread), 0.0), 1.1)
        return self.start + (self.end - self.start) * way

    def moment(self, seconds: float) -> str:
        """The moment so many seconds after the beginning, on the wire."""
        return wire_time(self.began_at + timedelta(milliseconds=round(seconds * 1000)))


def words(rng: Random, how_often: float, *choices: str) -> str:
    """One of the choices, or now and then nothing."""
    return rng.choice(choices) if rng.random() < how_often else ""
