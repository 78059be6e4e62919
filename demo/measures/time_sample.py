"""Time samples in the demo: twenty intervals of fifteen seconds, yes in more of them as the term goes on."""

from random import Random

from demo.measures.occasion import Measured, Occasion, words

INTERVALS, INTERVAL_S = 20, 15


def measure(rng: Random, occasion: Occasion) -> Measured:
    """`start` and `end` are parts (0 to 1) of the intervals; other behaviours named after a comma go the other way."""
    part = min(max(occasion.now(rng, 0.1), 0.05), 0.97)
    names = [name.strip() for name in occasion.about.split(",")]
    behaviours = [
        {"name": name, "intervals": [rng.random() < (part if place == 0 else (1 - part) / 2) for _ in range(INTERVALS)]}
        for place, name in enumerate(names)
    ]
    measures = {
        "behaviours": behaviours,
        "interval_s": INTERVAL_S,
        "rule": "momentary",
        "began_at": occasion.moment(0),
    }
    return measures, words(rng, 0.25, "Whole-class input.", "Independent task.", "Working in a pair.")
