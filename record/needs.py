"""Types of need as the school census codes them, with their broad areas and years of validity."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Need:
    """A census SEN type (code set CS047). Years are those of the January census; None: still valid."""

    code: str
    name: str
    area: str
    first_year: int = 2015
    last_year: int | None = None


# The four broad areas of need (Code of Practice 6.28 to 6.35).
AREAS = {
    "communication_interaction": "Communication and interaction",
    "cognition_learning": "Cognition and learning",
    "semh": "Social, emotional and mental health",
    "sensory_physical": "Sensory and/or physical",
}

# Next year's list is a change of this table and of nothing else.
NEEDS = (
    Need("SPLD", "Specific learning difficulty", "cognition_learning"),
    Need("MLD", "Moderate learning difficulty", "cognition_learning"),
    Need("SLD", "Severe learning difficulty", "cognition_learning"),
    Need("PMLD", "Profound and multiple learning difficulty", "cognition_learning"),
    Need("SEMH", "Social, emotional and mental health", "semh"),
    Need("SLCN", "Speech, language and communication", "communication_interaction"),
    Need("HI", "Hearing impairment", "sensory_physical"),
    Need("VI", "Vision impairment", "sensory_physical"),
    Need("MSI", "Multi-sensory impairment", "sensory_physical"),
    Need("PD", "Physical disability", "sensory_physical"),
    Need("ASD", "Autistic spectrum disorder", "communication_interaction"),
    Need("DS", "Down syndrome", "cognition_learning", first_year=2025),
    Need("OTH", "Other difficulty or disability", "cognition_learning"),
    Need("NSA", "SEN support, no specialist assessment yet", "cognition_learning"),
)
NAMES = {need.code: need.name for need in NEEDS}


def needs_in(year: int) -> tuple[Need, ...]:
    """The types of need that the census of a year knows."""
    return tuple(
        need for need in NEEDS if need.first_year <= year and (need.last_year is None or year <= need.last_year)
    )
