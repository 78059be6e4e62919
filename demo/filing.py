"""The term's entries on their way into the record, each at the time when a tablet would have delivered it.

They go through the sync door's own reader and the record's own verbs, so that there is nothing in the demo which a
tablet could not have sent: feed, audit trail and reviews are as true as a real school's.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from random import Random

from sqlalchemy.orm import Session

from api.schemas.entries import read_entry
from demo import school_days, wire
from demo.founding import Founded
from demo.plans import NotePlan, SchoolPlan
from demo.wire import Wire
from record import filing
from record.entries import Result

OFFLINE = 0.07  # how often a tablet finds no network all day, and delivers the next morning
NOON, AFTERNOON = 12 * 60 + 30, 15 * 60 + 50  # British minutes of the day at which tablets deliver
# Weeks ago nobody looks at the hour of delivery: one a day then, so that the demo is filled in seconds.
RECENT_DAYS = 8
MORNING = 8 * 60 + 42

Happens = Callable[[datetime], object]


class Deliveries:
    """What is to happen in the record and when; run() makes it happen in that order."""

    def __init__(self, session: Session, plan: SchoolPlan, founded: Founded, rng: Random) -> None:
        self.session, self.plan, self.founded, self.rng = session, plan, founded, rng
        self.device_seqs: dict[str, int] = defaultdict(int)
        self._agenda: list[tuple[datetime, int, Happens]] = []
        self._offline: dict[str, set[date]] = {}
        self._batches: dict[tuple[datetime, str], list[Wire]] = defaultdict(list)

    def at(self, moment: datetime, happens: Happens) -> None:
        """Let something happen at a moment; what was said first happens first where moments are equal."""
        self._agenda.append((moment, len(self._agenda), happens))

    def queue(self, author: str, entry: Wire, recorded_at: datetime) -> datetime:
        """Have an entry delivered with what else its author's tablet then holds; returns when that will be."""
        received_at = self.received_at(author, recorded_at)
        if (received_at, author) not in self._batches:
            self.at(received_at, lambda now: self.push(author, self._batches[now, author], now))
        self._batches[received_at, author].append(entry)
        return received_at

    def queue_note(self, note: NotePlan) -> tuple[str, datetime]:
        """Have an observation delivered; returns its id and when that will be."""
        entry_id, entry = self.observation(note)
        return entry_id, self.queue(note.author, entry, note.recorded_at)

    def observation(self, note: NotePlan) -> tuple[str, Wire]:
        """An observation as its author's tablet sends it, and its id."""
        entry_id = wire.uuid7(self.rng, note.recorded_at)
        outcome_ids = [self.founded.outcome_id(aim) for aim in note.outcomes]
        body = wire.observation_body(note, self.founded.pupil_id(note.pupil), outcome_ids)
        return entry_id, wire.entry(entry_id, "observation", note.recorded_at, body)

    def received_at(self, author: str, recorded_at: datetime) -> datetime:
        """When a tablet that wrote something at a moment reaches the record: soon, or the next morning."""
        day = recorded_at.astimezone(school_days.LONDON).date()
        if day not in self._offline_days(author):
            minutes = (NOON, AFTERNOON) if day in self.plan.days[-RECENT_DAYS:] else (AFTERNOON,)
            chances = [school_days.moment(day, minute) for minute in minutes]
            return next(chance for chance in chances if chance > recorded_at)
        return school_days.moment(self.next_day(day), MORNING)

    def next_day(self, day: date) -> date:
        """The school day after a school day of the term."""
        return self.plan.days[self.plan.days.index(day) + 1]

    def _offline_days(self, author: str) -> set[date]:
        # The last days are left out: what was written then has arrived, or the tablet is known to be away.
        if author not in self._offline:
            chance = Random(author)
            self._offline[author] = {day for day in self.plan.days[:-4] if chance.random() < OFFLINE}
        return self._offline[author]

    def push(self, author: str, entries: list[Wire], now: datetime) -> list[Result]:
        """Deliver entries of one author, oldest first, as one sync does."""
        device_id = self.founded.device_of(author)
        entries = sorted(entries, key=lambda entry: str(entry["recorded_at"]))
        for entry in entries:
            self.device_seqs[device_id] += 1
            entry["device_seq"] = self.device_seqs[device_id]
        incoming = [read_entry(entry) for entry in entries]
        return filing.receive(self.session, self.founded.people[author], device_id, incoming, now)

    def run(self) -> None:
        """Let everything happen."""
        for moment, _place, happens in sorted(self._agenda, key=lambda item: item[:2]):
            happens(moment)
