"""Sessions in the demo: planned every week, mostly delivered, sometimes cut short or missed."""

from random import Random

from demo.measures.occasion import Measured, Occasion

DONE = (
    "Picture cards, then the listening game.",
    "Went over last week's, then two new ones.",
    "Warm-up, main activity, chose the ending.",
    "Short today: went back over what was hard last time.",
    "Worked in a pair for the second half.",
    "Made a book of the words so far.",
)
REASONS = ("Off school, ill", "On a trip", "Room was needed", "At an appointment")


def measure(rng: Random, occasion: Occasion) -> Measured:
    """`about` is the provision; `start` and `end` are minutes delivered of those planned."""
    told: dict[str, object] = {"provision": occasion.about, "planned_minutes": occasion.minutes}
    if rng.random() < 0.13:
        return {**told, "delivered_minutes": 0, "present": False, "absence_reason": rng.choice(REASONS)}, ""
    delivered = min(max(round(occasion.now(rng) / 5) * 5, 10), occasion.minutes)
    return {**told, "delivered_minutes": delivered, "present": True}, rng.choice(DONE)
