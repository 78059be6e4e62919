"""Scales in the demo: Leuven, the engagement model, zones and the school's own, a step or two up over the term."""

from random import Random
from typing import Any

from demo.measures.occasion import Measured, Occasion, words
from record.instruments.scale import SCALES
from record.usual_lists import SCALES as OWN_SCALES


def measure(rng: Random, occasion: Occasion) -> Measured:
    """`about` is the scale; `start` and `end` are scores."""
    told: dict[str, Any]
    if occasion.about == "engagement":
        areas = SCALES["engagement"].areas
        told = {"scale": "engagement", "scores": {code: _score(rng, occasion, 0, 4) for code, _name in areas}}
    elif occasion.about == "own":
        own = OWN_SCALES[0]
        told = {"scale": "own", "scale_id": own["id"], "name": own["name"], "least": own["least"], "most": own["most"]}
        told["score"] = _score(rng, occasion, int(own["least"]), int(own["most"]))
    else:
        known = SCALES[occasion.about]
        told = {"scale": occasion.about, "score": _score(rng, occasion, known.least, known.most)}
    return told, words(
        rng, 0.35, "Came in smiling.", "Tired today.", "Chose the task.", "Settled after a drink of water."
    )


def _score(rng: Random, occasion: Occasion, least: int, most: int) -> int:
    return min(max(round(occasion.now(rng) + rng.gauss(0, 0.35)), least), most)
