"""What stands around the demo's meetings: agendas, needs, steps of a conversation, signatures; and those to come."""

import math
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from demo import school_days
from demo.plans import MeetingPlan
from record.parent_meetings import PURPOSES

Wire = dict[str, Any]

AGENDA = (
    "What is going well at home and at school",
    "The outcomes: what has changed since last time",
    "What helps, and what gets in the way",
    "Sleep, food and getting to school",
    "The next term: who does what",
)
BRING = ("The red book, if you have it", "Any letter from the clinic", "A piece of work you are proud of", "Glasses")
EXPLORE = (
    "{name} talks about school at tea more than last year. Weekends are calm. Mornings are the hard part.",
    "Proud of the reading at bedtime. Worried that {name} is tired out by Thursday.",
)
FOCUS = ("What matters most just now: mornings that start without tears.", "Asking for help before giving up.")
PLAN = ("The same three-step card on the fridge and on the desk.", "Ten minutes of reading together, four evenings.")
REVIEW = ("We summed up together: one card, two places. We look again at the next meeting.",)
SIGNED_SHARE = 0.4
HOW_MANY_TO_COME = 6
WIDTH, HEIGHT = 1000, 260


def around(meeting: MeetingPlan) -> Wire:
    """The members of a held meeting's body beside what was said; the same for the same meeting."""
    rng = Random(f"{meeting.pupil.name} {meeting.recorded_at}")
    told: Wire = {"agenda": "\n".join(AGENDA[:2] + (rng.choice(AGENDA[2:]),))}
    interpreters = [name for name, relation in meeting.present if relation == "Interpreter"]
    if interpreters:
        told["needs"] = f"Interpreter: {interpreters[0]} is booked"
    if meeting.purpose == "structured_conversation":
        steps = zip(("explore", "focus", "plan", "review"), (EXPLORE, FOCUS, PLAN, REVIEW), strict=True)
        told["prompts"] = {step: rng.choice(words).format(name=meeting.pupil.given_name) for step, words in steps}
    if rng.random() < SIGNED_SHARE:
        told["signatures"] = _signatures(rng, meeting)
    return told


def people(meeting: MeetingPlan) -> list[Wire]:
    """Who was there; the carers whom the school knows hold parental responsibility."""
    parents = {"Mother", "Father"}
    return [
        {"name": name, "relation": relation, **({"has_responsibility": True} if relation in parents else {})}
        for name, relation in meeting.present
    ]


def _signatures(rng: Random, meeting: MeetingPlan) -> list[Wire]:
    at = meeting.recorded_at.strftime("%Y-%m-%dT%H:%M:%S.000Z")
    carers = [(name, relation) for name, relation in meeting.present if (name, relation) in meeting.pupil.carers]
    signed: list[Wire] = [
        {"name": name, "role": role, "signed_at": at, "width": WIDTH, "height": HEIGHT, "strokes": strokes(rng, name)}
        for name, role in carers
    ]
    staff = [(name, role) for name, role in meeting.present if role in ("SENCO", "Class teacher")][:1]
    signed += [{"name": name, "role": role, "signed_at": at, "typed": True} for name, role in staff]
    return signed


def strokes(rng: Random, name: str) -> list[list[list[float]]]:
    """A hand's way across the glass: a loop for each letter, leaning to the right, and a line under the name."""
    slant, height, wave = rng.uniform(0.1, 0.5), rng.uniform(45, 75), rng.uniform(0.8, 1.3)
    drawn, x, at = [], 70.0, 0
    for word in name.split():
        stroke = []
        for step in range(len(word) * 7):
            turn = step / 7 * math.tau * wave
            tall = height * (1.5 if step < 7 else rng.uniform(0.6, 0.9))
            y = 150 - tall * math.sin(turn) * 0.7
            stroke.append([round(x + slant * (150 - y) + 9 * math.cos(turn), 1), round(y, 1), at])
            x, at = x + rng.uniform(4.5, 7), at + rng.randint(12, 18)
        drawn.append(stroke)
        x, at = x + 40, at + 180
    end = min(x, WIDTH - 60)
    drawn.append([[90, 222, at], [round(end * 0.6), 216, at + 60], [round(end), 226, at + 110]])
    return drawn


def to_come(meetings: Sequence[MeetingPlan], today: date) -> list[tuple[MeetingPlan, Wire]]:
    """Meetings that are prepared for the weeks to come, each after one that was held: whose it was, and its body
    without the pupil's id."""
    rng = Random(today.isoformat())
    last = {meeting.pupil.name: meeting for meeting in meetings}
    prepared = []
    for meeting in rng.sample([last[name] for name in sorted(last)], min(HOW_MANY_TO_COME, len(last))):
        held_on = school_days.on_or_after(today + timedelta(rng.randint(4, 24)))
        body: Wire = {
            "held_on": held_on.isoformat(),
            "purpose": PURPOSES[rng.choice(("structured_conversation", "sen_support_review"))],
            "present": people(meeting),
            "agenda": "\n".join(rng.sample(AGENDA, 3)),
            "bring": "\n".join(rng.sample(BRING, rng.randint(1, 2))),
            "needs": around(meeting).get("needs", ""),
            "finished": False,
        }
        prepared.append((meeting, body))
    return prepared
