"""ABC: what came before, what was done, what followed, with how strong it was and how long it went on.

The three-term record of antecedent, behaviour and consequence: Bijou, Peterson and Ault (1968), A method to integrate
descriptive and experimental field studies, Journal of Applied Behavior Analysis 1(2), 175-191.
"""

from record.instruments.limits import DAY_S

TITLE = "ABC"
MEMBERS = ("antecedent", "behaviour", "consequence", "intensity", "duration_s", "people_present")
PARTS = {"antecedent": "Antecedent", "behaviour": "Behaviour", "consequence": "Consequence"}
MAX_CHOSEN = 20
INTENSITIES = {1: "Slight", 2: "Mild", 3: "Moderate", 4: "Strong", 5: "Severe"}
MAX_DURATION_S = DAY_S
