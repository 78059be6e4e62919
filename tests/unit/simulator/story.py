"""One seeded story: people write on tablets while all goes wrong; at its end nothing may be unaccounted for."""

import json
import random
from collections import Counter
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from record import access, audit, conflicts, devices, enrolments, quarantine, reviews, settling
from record.base import new_id
from record.entries import CONFLICT, FILED_BESIDE, QUARANTINED, Entry
from record.observations import Observation
from record.people import Person
from record.quarantine import QuarantineItem
from record.times import now
from tests.factories import a_person, a_school, assign, observation_body, parent_meeting_body, some_pupils
from tests.unit.simulator.network import Network
from tests.unit.simulator.server import Server
from tests.unit.simulator.tablets import Account, Tablet, Wire, key_of

Key = tuple[str, int, str]
EVENTS = {
    "write": 40,
    "revise": 14,
    "revise_anothers": 6,
    "revise_elsewhere": 8,
    "sync": 40,
    "assign": 5,
    "review": 4,
    "settle": 3,
    "discard": 2,
    "set_clock": 2,
    "sign_in_again": 2,
    "end_enrolment": 1,
    "withdraw_tablet": 1,
    "erase_storage": 2,
    "back_up": 2,
    "restore": 2,
}
MOST_ROUNDS = 60


class Story:
    """The school, its tablets, and what every person was ever told is saved."""

    def __init__(self, server: Server, seed: int) -> None:
        self.server, self.chance = server, random.Random(seed)
        self.network = Network(server, self.chance)
        with server.record() as session:
            school = a_school(session)
            people = [a_person(session, school, role) for role in ("ta", "teacher", "senco")]
            pupils = some_pupils(session, school, 4)
            assign(session, people[0], pupils[:3])
            assign(session, people[1], pupils)
            self.school_id, self.pupils = school.id, [pupil.id for pupil in pupils]
            self.ta, self.teacher, self.senco = (person.id for person in people)
        self.tablets = [Tablet(self.network, self.chance) for _ in range(4)]
        for tablet, person in zip(self.tablets, (self.ta, self.ta, self.teacher, self.senco), strict=True):
            tablet.enrol(person)
        self.tablets[0].enrol(self.teacher)  # one tablet that two people share
        self.saved: dict[Key, str] = {}  # and the device it was saved on
        self.told_lost: set[Key] = set()
        self.beyond_help: set[Key] = set()
        self.count = 0

    def run(self, steps: int) -> None:
        """So many events, chosen by chance."""
        for _ in range(steps):
            [event] = self.chance.choices(list(EVENTS), list(EVENTS.values()))
            getattr(self, event)()

    def _someone(self) -> tuple[Tablet, Account]:
        tablet = self.chance.choice(self.tablets)
        if not tablet.accounts:
            tablet.enrol(self.chance.choice([self.ta, self.teacher, self.senco]))
        return tablet, self.chance.choice(list(tablet.accounts.values()))

    def _save(self, tablet: Tablet, account: Account, kind: str, body: Wire, **over: Any) -> None:
        entry = tablet.save(account, kind, body, **over)
        self.saved[key_of(entry)] = tablet.device_id

    def _words(self) -> str:
        self.count += 1
        return f"Sentence {self.count} \U0001f600"

    def write(self) -> None:
        tablet, account = self._someone()
        pupil = self.chance.choice(self.pupils)
        over = {"id": new_id().upper()} if self.chance.random() < 0.2 else {}
        if self.chance.random() < 0.8:
            self._save(tablet, account, "observation", observation_body(pupil, self._words()), **over)
        else:
            self._save(tablet, account, "parent_meeting", parent_meeting_body(pupil, discussion=self._words()), **over)

    def revise(self) -> None:
        tablet, account = self._someone()
        own = [entry for entry in account.outbox + account.delivered if entry["kind"] == "observation"]
        if own:
            entry = self.chance.choice(own)
            last = max((each for each in own if each["id"] == entry["id"]), key=lambda each: each["revision"])
            held = account.shelf.get(("observation", entry["id"].lower()))
            base = held["version"] if held and self.chance.random() < 0.5 else None
            body = {**last["body"], "text": self._words()}
            over = {"id": last["id"], "base_version": base}
            if self.chance.random() < 0.1:  # it was about somebody else
                body["pupil_id"] = self.chance.choice(self.pupils)
            self._save(tablet, account, "observation", body, **over)

    def revise_anothers(self) -> None:
        self._revise_from_the_shelf(are_own=False)

    def revise_elsewhere(self) -> None:
        """A person goes on with a note of theirs that was written on another tablet of theirs."""
        self._revise_from_the_shelf(are_own=True)

    def _revise_from_the_shelf(self, are_own: bool) -> None:
        tablet, account = self._someone()
        written_here = {entry["id"].lower() for entry in account.outbox + account.delivered}
        found = [
            (note_id, held)
            for (kind, note_id), held in account.shelf.items()
            if kind == "observation"
            and note_id not in written_here
            and (held["body"]["author_id"] == account.person_id) == are_own
        ]
        if found:
            note_id, held = self.chance.choice(found)
            field = self.chance.choice(["text", "setting"])
            body = {**observation_body(held["body"]["pupil_id"]), **held["body"], field: self._words()}
            self._save(tablet, account, "observation", body, id=note_id, base_version=held["version"])

    def sync(self) -> None:
        tablet, account = self._someone()
        tablet.sync(account, self.chance.choice([0, 1, 3, 500]))

    def assign(self) -> None:
        given = [pupil for pupil in self.pupils if self.chance.random() < 0.6]
        with self.server.record() as session:
            access.assign(session, session.get_one(Person, self.ta), now(), None, pupil_ids=given)

    def review(self) -> None:
        with self.server.record() as session:
            senco = session.get_one(Person, self.senco)
            pile = reviews.pile(session, senco, 50)
            if pile:
                item = self.chance.choice(pile)
                if self.chance.random() < 0.7:
                    reviews.mark_reviewed(session, senco, item.kind, item.note.id, now())
                else:
                    reviews.ask_about(session, senco, item.kind, item.note.id, "How so?", now())

    def settle(self) -> None:
        with self.server.record() as session:
            for pair in conflicts.unsettled(session, self.school_id)[:1]:
                choice = self.chance.choice(["recorded", "offered", "both"])
                settling.settle_conflict(session, session.get_one(Person, self.senco), pair.id, choice, now())

    def discard(self) -> None:
        with self.server.record() as session:
            for item, _entry in quarantine.waiting(session, self.school_id)[:1]:
                quarantine.discard(session, session.get_one(Person, self.senco), item.id, now())

    def set_clock(self) -> None:
        self.chance.choice(self.tablets).skew = timedelta(days=self.chance.choice([-3, 0, 3]))

    def sign_in_again(self) -> None:
        tablet, account = self._someone()
        tablet.enrol(account.person_id)

    def end_enrolment(self) -> None:
        _tablet, account = self._someone()
        headers = {"Authorization": f"Bearer {account.token}"}
        answer = self.server.client.delete("/api/v1/enrolments/current", headers=headers)
        assert answer.status_code in (204, 401)

    def withdraw_tablet(self) -> None:
        tablet, _account = self._someone()
        with self.server.record() as session:
            if session.get(devices.Device, (self.school_id, tablet.device_id)):
                enrolments.withdraw(session, session.get_one(Person, self.senco), tablet.device_id, now())

    def erase_storage(self) -> None:
        tablet = self.chance.choice(self.tablets)
        people = list(tablet.accounts)
        held = tablet.erase()
        self.told_lost |= {key_of(entry) for entry in held}
        for person in people:
            tablet.enrol(person)

    def back_up(self) -> None:
        self.server.back_up()

    def restore(self) -> None:
        """A backup is put back. What no tablet holds any more, and what the desk was told since, it cannot know."""
        if self.server.has_backup:
            held = {
                key_of(entry)
                for tablet in self.tablets
                for account in tablet.accounts.values()
                for entry in account.outbox + account.delivered
            }
            self.beyond_help |= set(self.saved) - held
            self.server.restore()

    def end_well(self) -> None:
        """The network heals, and every tablet is used until it has nothing left to send or to fetch."""
        self.network.heal()
        for _round in range(MOST_ROUNDS):
            busy = False
            for tablet in self.tablets:
                for account in list(tablet.accounts.values()):
                    busy |= tablet.sync(account)
            if not busy:
                return
        raise AssertionError("the tablets never came to rest")

    def check(self) -> None:
        """The oracle, and what else must be true at the end of any story."""
        with self.server.record() as session:
            rows = session.scalars(select(Entry).where(Entry.school_id == self.school_id)).all()
            count = Counter((row.entry_id, row.revision, row.digest) for row in rows)
            reported = {loss.device.id for loss in devices.losses(session, self.school_id, now() + timedelta(days=2))}
            for key, device_id in self.saved.items():
                known = count[key] == 1 or (count[key] == 0 and (device_id in reported or key in self.beyond_help))
                assert known, f"{key} is {count[key]} times in the record, and nobody was told of a loss"
            assert max(count.values(), default=1) == 1
            assert {key for key in self.saved if count[key] == 0} <= self.told_lost | self.beyond_help
            self._check_queues(session, rows)
            self._check_revisions(rows)
            self._check_last_words(session, rows)
            assert list(audit.faults(session, self.school_id)) == []
            for tablet in self.tablets:
                device = session.get(devices.Device, (self.school_id, tablet.device_id))
                assert device or not tablet.accounts, "a tablet is unknown that somebody uses"
                assert not (device and device.gaps) or self.beyond_help, "a number of a living tablet is missing"
        self._check_shelves()

    def _check_queues(self, session: Any, rows: list[Entry]) -> None:
        items = set(session.scalars(select(QuarantineItem.digest)))
        pairs = set(session.scalars(select(conflicts.Conflict.entry_id)))
        for row in rows:
            assert row.status != QUARANTINED or row.digest in items
            assert row.status != CONFLICT or row.entry_id in pairs

    def _check_revisions(self, rows: list[Entry]) -> None:
        """Each tablet's revision is filed once; what was accepted and became no version came after a later one."""
        filed = [row for row in rows if row.status not in (QUARANTINED, FILED_BESIDE)]
        by_tablet: dict[tuple[str, str], list[Entry]] = {}
        for row in filed:
            by_tablet.setdefault((row.entry_id, row.device_id), []).append(row)
        for mine in by_tablet.values():
            numbers = [row.revision for row in mine]
            assert len(numbers) == len(set(numbers))
            for row in mine:
                assert row.status != CONFLICT or row.version is None
                assert row.status == CONFLICT or row.version is not None or row.revision < max(numbers)

    def _check_last_words(self, session: Any, rows: list[Entry]) -> None:
        """A note that one person alone wrote, on one tablet, says what they wrote last."""
        by_note: dict[str, list[Entry]] = {}
        for row in rows:
            if row.kind == "observation":
                by_note.setdefault(row.entry_id, []).append(row)
        for note_id, revisions in by_note.items():
            if len({(row.author_id, row.device_id, row.status == QUARANTINED) for row in revisions}) == 1:
                last = max(revisions, key=lambda row: row.revision)
                note = session.get(Observation, note_id)
                if last.status != QUARANTINED and not any(row.status == CONFLICT for row in revisions):
                    assert note.text == json.loads(last.raw)["body"]["text"]

    def _check_shelves(self) -> None:
        """After all that, a shelf holds what a new tablet of the same person gets."""
        for tablet in self.tablets:
            for account in tablet.accounts.values():
                while tablet.sync(account):  # what the others sent after its last look
                    pass
                fresh = Tablet(self.network, self.chance)
                theirs = fresh.enrol(account.person_id)
                while fresh.sync(theirs):
                    pass
                differing = {
                    key for key in account.shelf | theirs.shelf if account.shelf.get(key) != theirs.shelf.get(key)
                }
                assert not differing, "the shelf is not what a new tablet gets"
