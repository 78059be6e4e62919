"""Scale: a judgement in steps, by one of the known scales or by one of the school's own."""

from dataclasses import dataclass

TITLE = "Scale"
MEMBERS = ("scale", "score", "scores", "note", "scale_id", "name", "least", "most")
OWN = "own"
OWN_LEAST, OWN_MOST = -100, 100


@dataclass(frozen=True)
class Scale:
    """A known scale: each whole number from `least` to `most` has its label; `areas` where each is judged apart."""

    name: str
    least: int
    labels: tuple[str, ...]
    areas: tuple[tuple[str, str], ...] = ()

    @property
    def most(self) -> int:
        return self.least + len(self.labels) - 1


_LEUVEN = ("Extremely low", "Low", "Moderate", "High", "Extremely high")
SCALES = {
    # Laevers (ed., 2005), Well-being and Involvement in Care Settings: a process-oriented self-evaluation instrument.
    "leuven_wellbeing": Scale("Leuven well-being", 1, _LEUVEN),
    "leuven_involvement": Scale("Leuven involvement", 1, _LEUVEN),
    # The five areas: Standards and Testing Agency (DfE, 2020), The engagement model. The model gives no marks; the
    # five steps are those of the Engagement Profile and Scale (Carpenter and others 2011, Complex Learning
    # Difficulties and Disabilities research project).
    "engagement": Scale(
        "Engagement model",
        0,
        ("No focus", "Emerging or fleeting", "Partly sustained", "Mostly sustained", "Fully sustained"),
        (
            ("exploration", "Exploration"),
            ("realisation", "Realisation"),
            ("anticipation", "Anticipation"),
            ("persistence", "Persistence"),
            ("initiation", "Initiation"),
        ),
    ),
    # Four colours for how ready somebody is to learn, in whatever words a school has for them.
    "zones": Scale("Zones", 1, ("Blue", "Green", "Yellow", "Red")),
}
CODES = (*SCALES, OWN)
