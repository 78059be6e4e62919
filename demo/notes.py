"""The term's observations: who writes about whom on which day, towards what, and at what length."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from demo import blocks, moments, outcomes, phrasing, school_days, voices
from demo.blocks import Block
from demo.people import BY_KEY, class_teacher_key
from demo.plans import NotePlan, OutcomePlan, PupilPlan
from demo.strands import strand

WRITTEN_LATER = 0.25  # how many notes are written up when there is time at last
LEAST_LATER, MOST_LATER = 65, 300  # minutes after what they tell
FEWEST_WORDS, MOST_WORDS = 6, 180
HOW_MANY = 965  # with what is measured (series.py) about 1,200
NOTES_BY_STATUS = {"E": 46, "K": 26, "N": 9}  # how the term's notes share out, roughly
LENGTHS = ("brief", "plain", "told", "long", "account")
WEIGHTS = (18, 41, 23, 12, 6)
UNLINKED, HARD_DAY, FROM_TEACHER = 0.13, 0.12, 0.13
PLANS = ("Next: ", "", "Plan: ", "Next time: ", "To do: ", "")

Occasion = tuple[date, PupilPlan, tuple[str, str] | None]


class Term:
    """All that the notes of a term are made from; what was said before is remembered, so as not to repeat it."""

    def __init__(
        self, rng: Random, pupils: Sequence[PupilPlan], aims: Sequence[OutcomePlan], days: Sequence[date]
    ) -> None:
        self.rng, self.pupils, self.days = rng, pupils, days
        self.aims: dict[str, list[OutcomePlan]] = defaultdict(list)
        for aim in aims:
            self.aims[aim.pupil.name].append(aim)
        self.everyday = phrasing.read_sections("everyday")[1]["notes"]
        self.closings = phrasing.read_sections("closings")[1]
        self.told: Counter[tuple[str, str]] = Counter()  # (pupil, phrase)
        self.used: Counter[str] = Counter()
        self.texts: set[str] = set()
        self.last: dict[tuple[str, str], tuple[date, int]] = {}  # (pupil, strand): when, score

    def notes(self) -> list[NotePlan]:
        """All notes of the term, oldest first."""
        written = [self._note(pupil, day, moment) for day, pupil, moment in self._occasions()]
        return sorted(written, key=lambda note: note.recorded_at)

    def _occasions(self) -> list[Occasion]:
        weights = [NOTES_BY_STATUS[pupil.sen_status] * self.rng.uniform(0.8, 1.2) for pupil in self.pupils]
        dates: dict[str, list[date]] = defaultdict(list)
        for pupil in self.rng.choices(self.pupils, weights, k=HOW_MANY):
            dates[pupil.name].append(self.rng.choice(self.days))
        found: list[Occasion] = []
        for pupil in self.pupils:
            its = sorted(dates[pupil.name])
            places = self.rng.sample(range(len(its)), min(len(pupil.moments), len(its)))
            own = dict(zip(places, pupil.moments, strict=False))
            found += [(day, pupil, own.get(place)) for place, day in enumerate(its)]
        return sorted(found, key=lambda occasion: occasion[0])

    def _note(self, pupil: PupilPlan, day: date, moment: tuple[str, str] | None) -> NotePlan:
        if moment is not None:
            setting, text = moment
            return self._written(pupil, day, [Block((text,), (setting,))], self._ta(pupil))
        author = self._author(pupil)
        if self.rng.random() < UNLINKED:
            return self._written(pupil, day, [self._everyday(pupil)], author)
        length = self.rng.choices(LENGTHS, WEIGHTS)[0]
        mine = self.aims[pupil.name]
        named = self.rng.sample(mine, min(len(mine), {"long": 2, "account": 3}.get(length, 1)))
        scores: dict[str, int] = {}
        seen = [self._towards(pupil, day, aim, length, scores) for aim in named]
        if length == "account":
            seen.append(self._everyday(pupil))
        return self._written(pupil, day, seen, author, tuple(named), scores)

    def _everyday(self, pupil: PupilPlan) -> Block:
        young = pupil.year_group in ("R", "1")
        old_only = ("Guided reading", "Computing", "Topic", "Maths")
        allowed = [line for line in self.everyday if not (young and line.startswith(old_only))]
        setting, phrase = self._fresh(pupil, allowed).split(" | ", 1)
        return Block((phrase,), (setting,))

    def _towards(self, pupil: PupilPlan, day: date, aim: OutcomePlan, length: str, scores: dict[str, int]) -> Block:
        """What was seen about one outcome, with its score of that day already in the words."""
        its = strand(aim.strand)
        gone = outcomes.progress(aim, self.days.index(day) / (len(self.days) - 1))
        hard = self.rng.random() < HARD_DAY
        score = outcomes.score(self.rng, aim, gone * self.rng.uniform(0.3, 0.6) if hard else gone)
        stage = "hard" if hard else "brief" if length == "brief" else self._stage(gone)
        body = self._fresh(pupil, its.phrases[stage])
        parts = [body]
        if "<score>" in body:
            scores[aim.strand] = score
            parts += self._since(pupil, day, aim, score, hard)
        if length in ("told", "long", "account"):
            parts = self._retold(pupil, its.phrases, parts, hard, length)
        elif length == "plain" and self.rng.random() < 0.2:
            parts.append(self.rng.choice(self.closings["told" if hard or stage == "early" else "good"]))
        words = {"score": str(score), "of": str(aim.out_of), "start": str(aim.start), "target": str(aim.target)}
        return Block(tuple(_put(part, words) for part in parts), its.settings_for(pupil.year_group))

    def _retold(
        self, pupil: PupilPlan, phrases: dict[str, tuple[str, ...]], parts: list[str], hard: bool, length: str
    ) -> list[str]:
        if length == "told" and self.rng.random() < 0.4:
            parts.insert(0, self._fresh(pupil, self.closings["context"]))
        if "helped" in phrases and self.rng.random() < (0.9 if hard else 0.4):
            parts.append("What helped: " + self._fresh(pupil, phrases["helped"]))
        if self.rng.random() < (0.4 if length == "account" else 0.7):
            parts.append(self.rng.choice(PLANS) + self._fresh(pupil, phrases["next"]))
        return parts

    def _stage(self, gone: float) -> str:
        gone += self.rng.gauss(0, 0.06)
        return "early" if gone < 0.25 else "middle" if gone < 0.48 else "late"

    def _since(self, pupil: PupilPlan, day: date, aim: OutcomePlan, score: int, hard: bool) -> list[str]:
        """Now and then a note says what the count was last time, where that is less than a week ago."""
        before = self.last.get((pupil.name, aim.strand))
        self.last[pupil.name, aim.strand] = day, score
        if before is None or hard or before[1] == score or not 0 < (day - before[0]).days < 7:
            return []
        if self.rng.random() < 0.6:
            return []
        was, weekday = before[1], f"{before[0]:%A}"
        return [self.rng.choice((f"Was {was} on {weekday}.", f"({weekday} it was {was}.)", f"{weekday}: {was}."))]

    def _fresh(self, pupil: PupilPlan, phrases: Sequence[str]) -> str:
        """One of the phrases that were said least of this pupil, and then least of anybody."""
        rank = {phrase: (self.told[pupil.name, phrase], self.used[phrase]) for phrase in phrases}
        least = min(rank.values())
        phrase = self.rng.choice([phrase for phrase in phrases if rank[phrase] == least])
        self.told[pupil.name, phrase] += 1
        self.used[phrase] += 1
        return phrase

    def _written(
        self,
        pupil: PupilPlan,
        day: date,
        seen: list[Block],
        author: str,
        named: tuple[OutcomePlan, ...] = (),
        scores: dict[str, int] | None = None,
    ) -> NotePlan:
        if author == class_teacher_key(pupil.class_name) and "<teacher>" in str(seen):
            author = self._ta(pupil)  # nobody writes of themselves by name
        own = BY_KEY[author].title
        extra: tuple[str, ...] = ()
        for attempt in range(60):
            first = Block(seen[0].phrases + extra, seen[0].settings)
            told = blocks.tell(self.rng, pupil, author, [first, *seen[1:]], day)
            setting = told[0].setting if len(told) < 3 else blocks.ALL_DAY
            text = voices.speak(self.rng, author, blocks.joined(self.rng, told), setting, pupil.given_name)
            is_short = len(text.split()) < FEWEST_WORDS
            speaks_of_self = named and own in text
            if moments.fits_day(text, day) and text not in self.texts and not is_short and not speaks_of_self:
                break
            if is_short or attempt > 15:
                extra = (self.rng.choice(self.closings["good"]),)
        self.texts.add(text)
        minute = moments.written_at(self.rng, text, told[-1].minute)
        happened = school_days.at(day, minute, self.rng.randrange(60))
        plan = NotePlan(pupil, author, happened, setting, text, named, scores=tuple((scores or {}).items()))
        return _written_up(plan, day, minute)

    def _author(self, pupil: PupilPlan) -> str:
        teacher = class_teacher_key(pupil.class_name)
        if teacher and self.rng.random() < FROM_TEACHER:
            return teacher
        return self._ta(pupil)

    def _ta(self, pupil: PupilPlan) -> str:
        # Nobody is assigned to a pupil whom only the SENCO sees: she writes those notes herself.
        return self.rng.choice(pupil.tas) if pupil.tas else "senco"


def _written_up(plan: NotePlan, day: date, minute: int) -> NotePlan:
    """Some notes are written when there is time at last: at lunch, or when the children have gone home."""
    chance = Random(f"{plan.pupil.name} {day} {minute}")  # of its own: the words of all others stay what they are
    later = school_days.at(day, minute + chance.randint(LEAST_LATER, MOST_LATER), chance.randrange(60))
    if chance.random() >= WRITTEN_LATER or later - plan.recorded_at <= timedelta(hours=1):
        return plan
    return replace(plan, recorded_at=later, observed_at=plan.recorded_at)


def _put(phrase: str, words: dict[str, str]) -> str:
    for slot, word in words.items():
        phrase = phrase.replace(f"<{slot}>", word)
    return phrase
