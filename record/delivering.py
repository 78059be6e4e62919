"""Delivering: one tablet's push may carry several people's entries; each is filed under whoever wrote it.

A plain entry's author is the person whose token carries it. A sealed one names author and device inside the seal: it
is believed when that author is or was enrolled on that very device, the signature is by a key that they enrolled there,
and it was not written after they had left.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy.orm import Session

from record import enrolments, filing, sealing
from record.enrolments import Enrolment
from record.entries import Incoming, Problem, Result
from record.people import AFTER_LEAVING, Person
from record.times import by_our_clock

NOT_FROM_HERE = Problem("sealed", "It names another tablet than the one that sent it")
NOT_ENROLLED = Problem("sealed", "Its author was never enrolled on this tablet")
WRITTEN_AFTER = Problem("sealed", "It was written after its author had left")
NOT_SIGNED = Problem("sealed", "The signature is not its author's")


def is_doubted(problems: Sequence[Mapping[str, str]] | None) -> bool:
    """Whether an entry came with a seal or a signature that was not believed, by the problems that it arrived with. One
    that was written too late is signed all the same."""
    return any(told["field"] == "sealed" and told != WRITTEN_AFTER.told() for told in problems or ())


def deliver(
    session: Session, carrier: Enrolment, incoming: Sequence[Incoming], now: datetime, skew_ms: int | None = None
) -> list[Result]:
    """File all entries of a push; one result for each, in the order sent. The caller commits once."""
    authors = _Authors(session, carrier, now, skew_ms)
    authors.check_signatures(incoming)
    results: list[Result] = []
    # In runs of one author: what another wrote in between may be about the same note.
    for author_id, theirs in groupby(incoming, authors.author_id):
        author = session.get_one(Person, author_id)
        results += filing.receive(session, author, carrier.device_id, list(theirs), now, skew_ms, carrier.person_id)
    return results


class _Authors:
    """Who wrote each entry; where the author cannot be believed it is left to the carrier, with the problem said."""

    def __init__(self, session: Session, carrier: Enrolment, now: datetime, skew_ms: int | None) -> None:
        self.session, self.carrier, self.now = session, carrier, now
        self.skew_ms = skew_ms
        self.enrolments: dict[str, list[Enrolment]] = {}
        self.signed: set[tuple[str, str, str]] = set()

    def check_signatures(self, incoming: Sequence[Incoming]) -> None:
        """Find out together which entries their authors have signed with a key that they enrolled on this device."""
        told = [
            (entry.author_id, entry.raw, entry.signature, enrolment.sign_key)
            for entry in incoming
            if entry.author_id is not None and entry.signature is not None and self._is_from_here(entry)
            # A person who enrolled again on the device has another key; what waited was signed with the one before.
            for enrolment in self._enrolments(entry.author_id)
            if enrolment.sign_key
        ]
        held = sealing.are_signed_by([(key, payload, signature) for _author, payload, signature, key in told])
        self.signed = {each[:3] for each, is_signed in zip(told, held, strict=True) if is_signed}

    def author_id(self, entry: Incoming) -> str:
        if entry.author_id is None or entry.signature is None:
            return self.carrier.person_id
        problem = self._problem(entry, entry.author_id, entry.signature)
        if problem is None:
            return entry.author_id
        entry.problems = [*entry.problems, problem]
        # Whoever wrote too late has signed it all the same: it waits under their name, not under the carrier's.
        return entry.author_id if problem == WRITTEN_AFTER else self.carrier.person_id

    def _problem(self, entry: Incoming, author_id: str, signature: str) -> Problem | None:
        if not self._is_from_here(entry):
            return NOT_FROM_HERE
        enrolments = self._enrolments(author_id)
        if not enrolments:
            return NOT_ENROLLED
        if (author_id, entry.raw, signature) not in self.signed:
            return NOT_SIGNED
        return WRITTEN_AFTER if self._is_too_late(author_id, enrolments, entry) else None

    def _is_from_here(self, entry: Incoming) -> bool:
        return entry.device_id == self.carrier.device_id

    def _enrolments(self, author_id: str) -> list[Enrolment]:
        if author_id not in self.enrolments:
            self.enrolments[author_id] = enrolments.enrolments_of(
                self.session, self.carrier.school_id, author_id, self.carrier.device_id
            )
        return self.enrolments[author_id]

    def _is_too_late(self, author_id: str, enrolments: list[Enrolment], entry: Incoming) -> bool:
        left_at = self._left_at(author_id, enrolments)
        if left_at is None:
            return False
        # The one who carries it speaks from the same tablet, so that its clock's skew is the author's too.
        return by_our_clock(entry.recorded_at or self.now, self.skew_ms) > left_at + AFTER_LEAVING

    def _left_at(self, author_id: str, enrolments: list[Enrolment]) -> datetime | None:
        """When the author left the school or, before that, this tablet: None while they are at both. A withdrawn
        enrolment goes on until its tablet has heard of it: what is written on it meanwhile is written in good faith."""
        ends = [enrolment.ended_at for enrolment in enrolments]
        left_tablet_at = None if None in ends else max(end for end in ends if end)
        left_school_at = self.session.get_one(Person, author_id).left_at
        return min((moment for moment in (left_tablet_at, left_school_at) if moment), default=None)
