"""Time sample: in each of many equal intervals, whether a behaviour was seen.

What the three rules find differs: a partial interval overstates how long something goes on, a whole one understates
it, a momentary one does neither (Powell, Martindale and Kulp 1975, An evaluation of time-sample measures of behavior,
Journal of Applied Behavior Analysis 8(4), 463-469). So the rule travels with every sample.
"""

TITLE = "Time sample"
MEMBERS = ("behaviours", "interval_s", "rule", "began_at")
RULES = {"momentary": "Momentary", "partial": "Partial interval", "whole": "Whole interval"}
RULE_HINTS = {
    "momentary": "Yes where it is seen at the very end of the interval",
    "partial": "Yes where it is seen at any moment of the interval",
    "whole": "Yes where it goes on for the whole interval",
}
MAX_BEHAVIOURS = 5
MAX_INTERVALS = 1_000
MAX_INTERVAL_S = 60 * 60


def percent_of_intervals(yes: int, intervals: int) -> float:
    """Per cent of the intervals (1 or more) in which the behaviour was seen."""
    return 100 * yes / intervals
