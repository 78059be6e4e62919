"""Target: how a pupil did at an outcome, with how much help, how often right, and how near to what was hoped for."""

TITLE = "Target"
MEMBERS = ("outcome_id", "help", "trials_right", "trials_given", "attainment")
# From the least help to the most: the levels of prompting that staff use in England's schools.
HELP = {
    "independent": "Independent",
    "gesture": "Gesture",
    "verbal": "Verbal",
    "model": "Model",
    "partial_physical": "Partial physical",
    "full_physical": "Full physical",
}
MAX_TRIALS = 1_000
# Goal attainment scaling: Kiresuk and Sherman (1968), Goal attainment scaling: a general method for evaluating
# comprehensive community mental health programs, Community Mental Health Journal 4(6), 443-453.
ATTAINMENTS = {
    -2: "Much less than expected",
    -1: "Less than expected",
    0: "As expected",
    1: "More than expected",
    2: "Much more than expected",
}
