"""Delivering: one tablet's push may carry several people's entries; each is filed under whoever wrote it.

A plain entry's author is the person whose token carries it. A sealed one names author and device inside the seal: it
is believed when that author is, or was when they wrote it, enrolled on that very device, and the signature is theirs.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from record import enrolments, filing, sealing
from record.enrolments import Enrolment
from record.entries import Incoming, Problem, Result
from record.people import Person
from record.times import by_our_clock

# A clock is set right by the skew of its last contact; this is for what it drifted since.
CLOCK_TOLERANCE = timedelta(minutes=5)

NOT_FROM_HERE = Problem("sealed", "It names another tablet than the one that sent it")
NOT_ENROLLED = Problem("sealed", "Its author was not enrolled on this tablet when it was written")
NOT_SIGNED = Problem("sealed", "The signature is not its author's")


def deliver(
    session: Session, carrier: Enrolment, incoming: Sequence[Incoming], now: datetime, skew_ms: int | None = None
) -> list[Result]:
    """File all entries of a push; one result for each, in the order sent. The caller commits once."""
    authors = _Authors(session, carrier, now, skew_ms)
    places: dict[str, list[int]] = {}
    for place, entry in enumerate(incoming):
        places.setdefault(authors.author_id(entry), []).append(place)
    results: dict[int, Result] = {}
    for author_id, theirs in places.items():
        author = session.get_one(Person, author_id)
        entries = [incoming[place] for place in theirs]
        filed = filing.receive(session, author, carrier.device_id, entries, now, skew_ms, carrier.person_id)
        results.update(zip(theirs, filed, strict=True))
    return [results[place] for place in range(len(incoming))]


class _Authors:
    """Who wrote each entry; what cannot be believed is left to the carrier, with the problem said."""

    def __init__(self, session: Session, carrier: Enrolment, now: datetime, skew_ms: int | None) -> None:
        self.session, self.carrier, self.now = session, carrier, now
        self.skew_ms = skew_ms
        self.enrolments: dict[str, list[Enrolment]] = {}

    def author_id(self, entry: Incoming) -> str:
        if entry.author_id is None or entry.signature is None:
            return self.carrier.person_id
        problem = self._problem(entry, entry.author_id, entry.signature)
        if problem is None:
            return entry.author_id
        entry.problems = [*entry.problems, problem]
        return self.carrier.person_id

    def _problem(self, entry: Incoming, author_id: str, signature: str) -> Problem | None:
        if entry.device_id != self.carrier.device_id:
            return NOT_FROM_HERE
        enrolments = self._enrolments(author_id)
        if not any(self._covers(enrolment, entry) for enrolment in enrolments):
            return NOT_ENROLLED
        # A person who enrolled again on the device has another key; what waited was signed with the one before.
        keys = [enrolment.sign_key for enrolment in enrolments if enrolment.sign_key]
        if not any(sealing.is_signed_by(key, entry.raw, signature) for key in keys):
            return NOT_SIGNED
        return None

    def _enrolments(self, author_id: str) -> list[Enrolment]:
        if author_id not in self.enrolments:
            self.enrolments[author_id] = enrolments.enrolments_of(
                self.session, self.carrier.school_id, author_id, self.carrier.device_id
            )
        return self.enrolments[author_id]

    def _covers(self, enrolment: Enrolment, entry: Incoming) -> bool:
        if enrolment.ended_at is None:
            return True
        written = by_our_clock(entry.recorded_at or self.now, self.skew_ms)
        return enrolment.began_at - CLOCK_TOLERANCE <= written <= enrolment.ended_at
