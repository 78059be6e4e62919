"""Targets in the demo: more right with less help, and nearer to the goal, as the term goes on."""

from random import Random

from demo.measures.occasion import Measured, Occasion, words
from record.instruments.target import HELP

GIVEN = (5, 8, 10, 10)


def measure(rng: Random, occasion: Occasion) -> Measured:
    """`start` and `end` are parts (0 to 1) right. Whose outcome it is, is said where the note is sent."""
    given = rng.choice(GIVEN)
    part = min(max(occasion.now(rng), 0.0), 1.0)
    levels = list(HELP)[:4]  # independent first: nobody here needs to be guided by hand
    level = min(max(round((1 - part) * 3 + rng.gauss(0, 0.4)), 0), 3)
    measures = {
        "help": levels[level],
        "trials_right": round(part * given),
        "trials_given": given,
        "attainment": min(max(round(-2 + 3.4 * part), -2), 2),
    }
    return measures, words(rng, 0.3, "New pictures this time.", "Straight after lunch.", "Asked to do it again.")
