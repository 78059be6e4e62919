"""Frequency in the demo: taps scattered over the time of watching, fewer (or more) as the term goes on."""

from random import Random

from demo.measures.occasion import Measured, Occasion, words


def measure(rng: Random, occasion: Occasion) -> Measured:
    """`start` and `end` are rates per hour."""
    watched_s = occasion.minutes * 60
    count = max(round(occasion.now(rng) * occasion.minutes / 60 + rng.gauss(0, 0.6)), 0)
    taps = sorted(round(rng.uniform(5, watched_s - 5), 1) for _ in range(count))
    measures = {
        "behaviour": occasion.about,
        "count": count,
        "observed_for_s": watched_s,
        "began_at": occasion.moment(0),
        "taps": [occasion.moment(tap) for tap in taps],
    }
    return measures, words(
        rng, 0.3, "Mostly in the first five minutes.", "Sat at the front today.", "New seating plan."
    )
