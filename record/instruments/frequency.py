"""Frequency: how often something happened while it was watched for, and the moment of every tap."""

from record.instruments.limits import DAY_S

TITLE = "Frequency"
MEMBERS = ("behaviour", "count", "observed_for_s", "began_at", "taps")
MAX_COUNT = 10_000
MAX_OBSERVED_S = DAY_S
HOUR_S = 60 * 60


def rate_per_hour(count: float, observed_for_s: float) -> float:
    """How often an hour, of a count in `observed_for_s` seconds (more than 0).

    The count over the time, so that watches of different lengths can be compared: Cooper, Heron and Heward (2020),
    Applied Behavior Analysis, 3rd edition, chapter 4, "Rate".
    """
    return count * HOUR_S / observed_for_s
