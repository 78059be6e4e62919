"""Duration: how long something went on, spell by spell, and how long after the instruction it began."""

from record.instruments.limits import DAY_S

TITLE = "Duration"
MEMBERS = ("behaviour", "spells", "total_s", "latency_s")
MAX_SPELLS = 1_000
MAX_TOTAL_S = DAY_S * 7  # spells may lie on either side of a break; nobody watches for a week
MAX_LATENCY_S = DAY_S
