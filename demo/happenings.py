"""What happens around the notes of the term: meetings, reviews, questions and answers, quarantine and a conflict."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from api.schemas.entries import read_entry
from demo import around_meetings, school_days, wire
from demo.filing import MORNING, Deliveries
from demo.people import SEN_ROOM
from demo.plans import ActionPlan, ConflictPlan, MeetingPlan, NotePlan, PupilPlan
from record import actions, devices, phases, preparing, reviews
from record.actions import Action
from record.devices import Device, Waiting
from record.questions import Question
from record.times import wire_time

TO_REVIEW = 60  # how many of the newest notes the SENCO has not got to
REVIEWED_AT = 16 * 60 + 20  # British minute of the day at which the SENCO sits down to the pile
# Changes of strategy: how much of the term (per cent) had gone by, and what changed.
PHASES = {
    "Amina Yusuf": ((45, "Visual timetable"),),
    "Leo Hart": ((35, "Timer on the desk"), (70, "Seat by the door")),
    "Tomasz Nowak": ((50, "Movement breaks"),),
}
WAITING = 4  # what the tablet in the drawer said that it held when it was last heard of


class Happenings:
    """Puts the events of a term on the agenda of its deliveries."""

    def __init__(self, deliveries: Deliveries) -> None:
        self.deliveries = deliveries
        self.session, self.plan, self.founded = deliveries.session, deliveries.plan, deliveries.founded
        self.senco = self.founded.people["senco"]
        self.pile: list[tuple[datetime, str, str]] = []  # received at, kind, id

    def schedule(self) -> None:
        """Put all of it on the agenda."""
        for note in (*self.plan.notes, *self.plan.measured):
            self._note(note)
        for meeting in self.plan.meetings:
            self._meeting(meeting)
        for meeting, body in around_meetings.to_come(self.plan.meetings, self.plan.today):
            self._prepared(meeting, body)
        for pair in self.plan.conflicts:
            self._conflict(pair)
        for entry in self.plan.quarantined:
            self.deliveries.queue_note(entry.note)
        self._phases()
        self._reviews()
        self._last_contacts()

    def _note(self, note: NotePlan) -> None:
        entry_id, received_at = self.deliveries.queue_note(note)
        if note.question:
            self._question(note, entry_id, received_at)
        else:
            self.pile.append((received_at, "observation", entry_id))

    def _meeting(self, meeting: MeetingPlan) -> None:
        entry_id = wire.uuid7(self.deliveries.rng, meeting.recorded_at)
        body = wire.meeting_body(self.deliveries.rng, meeting, self.founded.pupil_id(meeting.pupil))
        entry = wire.entry(entry_id, "parent_meeting", meeting.recorded_at, body)
        received_at = self.deliveries.queue(meeting.author, entry, meeting.recorded_at)
        self.pile.append((received_at, "parent_meeting", entry_id))
        for action, told in zip(meeting.actions, body["actions"], strict=True):
            if action.is_done:
                self._done(action, str(told["id"]), received_at)

    def _prepared(self, meeting: MeetingPlan, body: wire.Wire) -> None:
        """Set down by the SENCO at the desk on the last school day, for the weeks to come."""
        written_at, pupil_id = school_days.moment(self.plan.days[-1], REVIEWED_AT), self.founded.pupil_id(meeting.pupil)
        told = {"pupil_id": pupil_id, **body}
        entry = wire.entry(wire.uuid7(self.deliveries.rng, written_at), "parent_meeting", written_at, told)

        def prepare(now: datetime) -> None:
            problems = preparing.prepare(self.session, self.senco, pupil_id, read_entry(entry), now)
            if problems:
                raise ValueError(f"the demo's prepared meeting is wrong: {problems[0].message}")

        self.deliveries.at(written_at, prepare)

    def _done(self, action: ActionPlan, action_id: str, agreed_at: datetime) -> None:
        last = school_days.moment(self.plan.days[-1], REVIEWED_AT)
        done_at = max(min(school_days.moment(action.due, REVIEWED_AT), last), agreed_at + timedelta(minutes=1))

        def tick(_now: datetime) -> None:
            actions.set_done(self.session, self.session.get_one(Action, action_id), True)

        self.deliveries.at(done_at, tick)

    def _question(self, note: NotePlan, entry_id: str, received_at: datetime) -> None:
        day = received_at.astimezone(school_days.LONDON).date()
        asked: list[Question] = []

        def ask(now: datetime) -> None:
            asked.append(reviews.ask_about(self.session, self.senco, "observation", entry_id, str(note.question), now))

        def answer(now: datetime) -> None:
            written_at = now - timedelta(minutes=3)
            body = {"question_id": asked[0].id, "pupil_id": asked[0].pupil_id, "text": note.answer}
            entry = wire.entry(wire.uuid7(self.deliveries.rng, written_at), "answer", written_at, body)
            self.deliveries.push(note.author, [entry], now)

        self.deliveries.at(school_days.moment(day, REVIEWED_AT + 15), ask)
        if note.answer:
            self.deliveries.at(school_days.moment(self.deliveries.next_day(day), MORNING + 25), answer)

    def _conflict(self, pair: ConflictPlan) -> None:
        """Two people go on from the same version: the second to arrive finds the words already changed."""
        deliveries, note = self.deliveries, pair.note
        entry_id, entry = deliveries.observation(note)
        received_at = deliveries.queue(note.author, entry, note.recorded_at)

        def change(author: str, text: str, revision: int, later: timedelta) -> None:
            body = {**entry["body"], "text": text}
            written_at = wire_time(note.recorded_at + later)
            changed = {**entry, "revision": revision, "base_version": 1, "recorded_at": written_at, "body": body}
            deliveries.at(received_at + later, lambda now: deliveries.push(author, [changed], now))

        change(pair.other_author, pair.recorded_text, 1, timedelta(minutes=4))
        change(note.author, pair.offered_text, 2, timedelta(minutes=9))

    def _phases(self) -> None:
        """What the SENCO changed in the course of the term, and marked on the charts."""
        for pupil in self.plan.pupils:
            for done, label in PHASES.get(pupil.name, ()):
                day = self.plan.days[len(self.plan.days) * done // 100]

                def mark(now: datetime, pupil: PupilPlan = pupil, day: date = day, label: str = label) -> None:
                    phases.set_phase(self.session, self.senco, self.founded.pupil_id(pupil), day, label, now)

                self.deliveries.at(school_days.moment(day, REVIEWED_AT + 25), mark)

    def _reviews(self) -> None:
        """Each day's pile is read that evening, but for the newest notes, which are still to be."""
        self.pile.sort()
        evenings: dict[tuple[date, str], list[str]] = defaultdict(list)
        for received_at, kind, note_id in self.pile[:-TO_REVIEW]:
            evenings[received_at.astimezone(school_days.LONDON).date(), kind].append(note_id)
        for (day, kind), note_ids in evenings.items():

            def review(now: datetime, kind: str = kind, note_ids: list[str] = note_ids) -> None:
                reviews.mark_many_reviewed(self.session, self.senco, kind, note_ids, now)

            self.deliveries.at(school_days.moment(day, REVIEWED_AT), review)

    def _last_contacts(self) -> None:
        for name, seen_at in self.plan.tablets.items():

            def contact(now: datetime, name: str = name) -> None:
                device_id = self.founded.device_ids[name]
                device = self.session.get_one(Device, (self.founded.school.id, device_id))
                waiting = Waiting(WAITING, 0, now - timedelta(minutes=50)) if name == SEN_ROOM else Waiting()
                seqs = list(range(1, self.deliveries.device_seqs[device_id] + 1))
                devices.note_contact(device, waiting, "demo", None, seqs, now)

            self.deliveries.at(seen_at, contact)
