"""Duration in the demo: a few spells in a lesson, longer (or shorter) as the term goes on."""

from random import Random

from demo.measures.occasion import Measured, Occasion, words


def measure(rng: Random, occasion: Occasion) -> Measured:
    """`start` and `end` are minutes in all."""
    total = max(occasion.now(rng) * 60, 20)
    number = rng.randint(1, 4)
    shares = [rng.uniform(0.5, 1.5) for _ in range(number)]
    latency = round(rng.uniform(4, 45) * (1.3 - 0.8 * occasion.gone), 1)
    spells, at, sum_s = [], latency, 0.0
    for share in shares:
        lasts = round(total * share / sum(shares), 1)
        spells.append({"start": occasion.moment(at), "stop": occasion.moment(at + lasts)})
        at, sum_s = at + lasts + round(rng.uniform(15, 60), 1), sum_s + lasts
    measures = {"behaviour": occasion.about, "spells": spells, "total_s": round(sum_s, 1), "latency_s": latency}
    return measures, words(rng, 0.3, "Used the timer.", "Noisy corridor outside.", "Adult beside for the first spell.")
