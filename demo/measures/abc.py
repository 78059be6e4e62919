"""ABC in the demo: mostly after a hard task or a change, less strong and shorter as the term goes on."""

from random import Random

from demo.measures.occasion import Measured, Occasion, words

ANTECEDENTS = (
    ("Given a hard task", 6),
    ("Change of plan", 4),
    ("Asked to wait", 3),
    ("Noise or crowd", 3),
    ("Argument with a peer", 2),
    ("Asked to stop", 1),
)
BEHAVIOURS = (("Leaving seat", 5), ("Shouting or screaming", 4), ("Throwing", 2), ("Hiding", 3), ("Crying", 2))
CONSEQUENCES = (
    ("Given a break", 5),
    ("Talked to calmly", 4),
    ("Shown the now and next board", 3),
    ("Task made easier", 3),
    ("Given a choice", 2),
    ("Helped to put it right", 1),
)
WORDS = {
    "antecedent": ("", "", "Fractions.", "Supply teacher.", "Fire bell earlier."),
    "behaviour": ("", "", "Under the table."),
}
PEOPLE = ("Whole class", "Group of four", "Two children at the table", "Teacher and two others")


def measure(rng: Random, occasion: Occasion) -> Measured:
    """`start` and `end` are intensities."""
    intensity = min(max(round(occasion.now(rng)), 1), 5)
    measures = {
        "antecedent": {"chosen": _chosen(rng, ANTECEDENTS, 1), "text": rng.choice(WORDS["antecedent"])},
        "behaviour": {
            "chosen": _chosen(rng, BEHAVIOURS, rng.choice((1, 1, 2))),
            "text": rng.choice(WORDS["behaviour"]),
        },
        "consequence": {"chosen": _chosen(rng, CONSEQUENCES, rng.choice((1, 2))), "text": ""},
        "intensity": intensity,
        "duration_s": round(intensity * rng.uniform(25, 95)),
        "people_present": rng.choice(PEOPLE),
    }
    return measures, words(
        rng, 0.4, "Back in the room within ten minutes.", "Said sorry without being asked.", "Calm by break."
    )


def _chosen(rng: Random, weighted: tuple[tuple[str, int], ...], how_many: int) -> list[str]:
    names, weights = [name for name, _ in weighted], [weight for _, weight in weighted]
    return list(dict.fromkeys(rng.choices(names, weights, k=how_many)))
