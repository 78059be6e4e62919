"""The term's parent meetings: forty of them, each about the pupil's own outcomes and what the notes counted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

from demo import phrasing, school_days
from demo.people import BY_KEY, CLASS_TEACHERS, class_teacher_key
from demo.plans import ActionPlan, MeetingPlan, NotePlan, OutcomePlan, PupilPlan
from demo.strands import strand

HOW_MANY = 40
# Not before the third week, when there is something to talk about; the last ones are of this week.
FIRST_DAY = 12
TIMES = (8 * 60 + 50, 9 * 60 + 15, 11 * 60, 13 * 60 + 40, 14 * 60 + 30, 15 * 60)
DONE_WHEN_DUE = 0.75
FAMILY = {"Mother": "Mum", "Father": "Dad", "Grandmother": "Nan", "Grandfather": "Grandad", "Stepfather": "Stepdad"}
OPENINGS = (
    "{carers} came in. Started with what is going well: {good_at}",
    "Met with {carers}. We began with the profile, strengths first: {good_at}",
    "{carers} and I went through the term's notes together. Strengths first: {good_at}",
    "Talked with {carers} for about {minutes} minutes. {name} at {his} best: {good_at}",
)
AGREED = (
    "Agreed to keep what works ({helps}) and to look again at the outcomes next time.",
    "Profile checked and still right. What helps most: {helps}.",
    "{carers} had a copy of the profile and of the outcomes to take home.",
    "Next step on each outcome agreed, copy to go home in the book bag.",
    "",
)
CONCERN = (
    "This meeting was asked for by {carers} after a hard {week}. Went through what came before, what happened and "
    "what helped, from the notes, before anything else.",
)


class Diary:
    """The meetings of a term; what was said at one is not soon said at another."""

    def __init__(self, rng: Random, notes: Sequence[NotePlan], days: Sequence[date]) -> None:
        self.rng, self.notes, self.days = rng, notes, days
        self.said: Counter[str] = Counter()

    def meetings(self, pupils: Sequence[PupilPlan], aims: Sequence[OutcomePlan]) -> tuple[MeetingPlan, ...]:
        """One meeting for every pupil on support, and a second, of concern, for some; oldest first."""
        # Pupils who are only being watched are talked about at the ordinary parents' evening.
        met = [pupil for pupil in pupils if pupil.sen_status != "N"]
        twice = self.rng.sample([pupil for pupil in met if pupil.sen_status == "E"], HOW_MANY - len(met))
        held = [self._meeting(pupil, aims, is_concern=False) for pupil in met]
        held += [self._meeting(pupil, aims, is_concern=True) for pupil in twice]
        return tuple(sorted(held, key=lambda meeting: meeting.recorded_at))

    def _meeting(self, pupil: PupilPlan, all_aims: Sequence[OutcomePlan], *, is_concern: bool) -> MeetingPlan:
        rng = self.rng
        held_on = self.days[-rng.randint(1, 10)] if is_concern else rng.choice(self.days[FIRST_DAY:])
        author = _author(rng, pupil)
        aims = rng.sample([aim for aim in all_aims if aim.pupil is pupil], 2)
        words = phrasing.words_for(rng, pupil, CLASS_TEACHERS[pupil.class_name])
        meeting = MeetingPlan(
            pupil=pupil,
            author=author,
            recorded_at=school_days.at(held_on, rng.choice(TIMES) + rng.randint(25, 45), rng.randrange(60)),
            purpose=_purpose(rng, pupil, is_concern),
            present=_present(rng, pupil, author),
            parent_view=self._said(words, aims, "parent"),
            child_view=self._said(words, _spoken(all_aims, pupil) or aims[: rng.randint(1, 2)], "child"),
            discussion="",
            actions=_actions(rng, pupil, words, aims, held_on, self.days[-1]),
            next_meeting=school_days.on_or_after(held_on + timedelta(rng.choice((70, 77, 84, 91)))),
        )
        return replace(meeting, discussion=self._discussion(meeting, words, aims))

    def _said(self, words: dict[str, str], aims: Sequence[OutcomePlan], section: str) -> str:
        return " ".join(self._line(words, strand(aim.strand).phrases[section]) for aim in aims)

    def _line(self, words: dict[str, str], lines: Sequence[str]) -> str:
        least = min(self.said[line] for line in lines)
        line = self.rng.choice([line for line in lines if self.said[line] == least])
        self.said[line] += 1
        return phrasing.fill(phrasing.choose(self.rng, line), words)

    def _discussion(self, meeting: MeetingPlan, words: dict[str, str], aims: Sequence[OutcomePlan]) -> str:
        about = {**words, **_about(self.rng, meeting)}
        middle = []
        for aim in aims:
            middle.append(self._line(words, strand(aim.strand).phrases["discussed"]))
            middle += _evidence(aim, self.notes, meeting.recorded_at)
        opening = self.rng.choice(CONCERN if meeting.purpose == "concern" else OPENINGS).format(**about)
        paragraphs = [opening, " ".join(middle), self.rng.choice(AGREED).format(**about)]
        return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _spoken(all_aims: Sequence[OutcomePlan], pupil: PupilPlan) -> list[OutcomePlan]:
    """How a pupil who hardly speaks at school gave their view; nothing for all others."""
    return [aim for aim in all_aims if aim.pupil is pupil and aim.strand in ("signing", "talking")]


def _author(rng: Random, pupil: PupilPlan) -> str:
    teacher = class_teacher_key(pupil.class_name)
    return teacher if teacher and rng.random() < 0.6 else "senco"


def _purpose(rng: Random, pupil: PupilPlan, is_concern: bool) -> str:
    if is_concern:
        return "concern"
    if pupil.sen_status == "E" and rng.random() < 0.5:
        return "annual_review"
    return rng.choice(("sen_support_review", "sen_support_review", "structured_conversation"))


def _present(rng: Random, pupil: PupilPlan, author: str) -> tuple[tuple[str, str], ...]:
    carers = pupil.carers if rng.random() < 0.45 else pupil.carers[:1]
    people = [*carers, *pupil.interpreter]
    if author == "senco":
        people.append((BY_KEY["senco"].title, "SENCO"))
    if author != "senco" or rng.random() < 0.6:
        people.append((CLASS_TEACHERS[pupil.class_name], "Class teacher"))
    if pupil.tas and rng.random() < 0.35:
        people.append((BY_KEY[pupil.tas[0]].title, "Teaching assistant"))
    if int(pupil.year_group.replace("R", "0")) >= 3 and rng.random() < 0.4:
        people.append((pupil.given_name, "Pupil"))
    return tuple(people)


def _about(rng: Random, meeting: MeetingPlan) -> dict[str, str]:
    profile = meeting.pupil.profile
    carers = [_family(relation) for name, relation in meeting.present if (name, relation) in meeting.pupil.carers]
    return {
        "carers": " and ".join(carers),
        "good_at": str(profile["good_at"]).rstrip(".").replace(". ", "; ") + ".",
        "helps": str(profile["helps"]).rstrip("."),
        "minutes": str(rng.choice((20, 25, 30, 40))),
        "week": rng.choice(("week", "fortnight", "few days")),
    }


def _evidence(aim: OutcomePlan, notes: Sequence[NotePlan], until: datetime) -> list[str]:
    """What the notes had counted by then, as one sentence; nothing where they had not."""
    scores = [
        dict(note.scores)[aim.strand]
        for note in notes
        if note.pupil is aim.pupil and note.recorded_at < until and aim.strand in dict(note.scores)
    ]
    if len(scores) < 2:
        return []
    total = f" out of {aim.out_of}" if aim.out_of else ""
    return [f"Notes so far: {scores[0]}{total} at first, {scores[-1]}{total} last time."]


def _actions(
    rng: Random,
    pupil: PupilPlan,
    words: dict[str, str],
    aims: Sequence[OutcomePlan],
    held_on: date,
    last_day: date,
) -> tuple[ActionPlan, ...]:
    lines = [line for aim in aims for line in rng.sample(strand(aim.strand).phrases["action"], rng.choice((1, 1, 2)))]
    found = []
    for line in lines:
        text, owner, days = (part.strip() for part in line.split("|"))
        due = school_days.on_or_after(held_on + timedelta(int(days)))
        is_done = due <= last_day and rng.random() < DONE_WHEN_DUE
        found.append(ActionPlan(phrasing.fill(text, words), _owner(rng, pupil, owner), due, is_done))
    return tuple(found)


def _owner(rng: Random, pupil: PupilPlan, owner: str) -> str:
    if owner == "parent":
        return _family(pupil.carers[0][1])
    if owner == "teacher":
        return CLASS_TEACHERS[pupil.class_name]
    return BY_KEY[rng.choice(pupil.tas)].title if owner == "ta" and pupil.tas else BY_KEY["senco"].title


def _family(relation: str) -> str:
    return FAMILY.get(relation, relation)
