"""Filing: what becomes of each entry that a tablet pushes. Nothing is refused, nothing is stored twice, and a bad
entry never holds up the ones behind it (protocol, promises 2 and 3)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from typing import Any

import structlog
from sqlalchemy.exc import InterfaceError, InternalError, OperationalError
from sqlalchemy.orm import Session

from record import access, answering, audit, changes, entries, kinds, parent_meetings, quarantine, revisions
from record.batches import insert_rows
from record.entries import ACCEPTED, QUARANTINED, Entry, Incoming, Problem, Receipt, Result
from record.notes import words_of
from record.people import Person
from record.times import by_our_clock, school_day

log = structlog.get_logger()

NOT_YOURS = Problem("body.pupil_id", "There is no such pupil among those this person may write about")
REVISION_IS_USED = Problem("revision", "This tablet sent other words under this id and revision before")
CANNOT_BE_STORED = Problem("", "The record could not store this entry as it stands")


# The database itself is in trouble (locked, full, gone): the whole push fails and the tablet tries again.
TROUBLE = (OperationalError, InterfaceError, InternalError)


@dataclass(frozen=True)
class Delivery:
    """What all entries of one push have in common."""

    author: Person
    device_id: str
    now: datetime
    skew_ms: int | None
    carrier_id: str


def receive(
    session: Session,
    author: Person,
    device_id: str,
    incoming: Sequence[Incoming],
    now: datetime,
    skew_ms: int | None = None,
    carrier_id: str | None = None,
) -> list[Result]:
    """File one author's entries in the order sent; one result for each, in the same order. The caller commits once.

    `carrier_id` is the person whose tablet brought them, where that was another.
    """
    delivery = Delivery(author, device_id, now, skew_ms, carrier_id or author.id)
    return _Filing(session, delivery, incoming).run(incoming)


def _holds_its_number(receipt: Receipt, author: Person) -> bool:
    """Whether another content under this revision is too late. What waits in quarantine takes nobody else's place, and
    what could not be believed takes nobody's: whoever has a token of the tablet could send it before the true one."""
    is_unbelieved = any(problem["field"] == "sealed" for problem in receipt.problems or [])
    return receipt.status != QUARANTINED or (receipt.author_id == author.id and not is_unbelieved)


class _Filing:
    """One push: its ids and pupils are looked up once, and new notes are stored together."""

    def __init__(self, session: Session, delivery: Delivery, incoming: Sequence[Incoming]) -> None:
        self.session, self.author, self.device_id = session, delivery.author, delivery.device_id
        self.now, self.skew_ms, self.carrier_id = delivery.now, delivery.skew_ms, delivery.carrier_id
        self.school_id = self.author.school_id
        self.kept: list[dict[str, Any]] = []
        self.receipts = entries.receipts(session, self.school_id, [entry.id for entry in incoming])
        self.taken = self._taken(incoming)
        pupil_ids = {entry.pupil_id for entry in incoming if entry.pupil_id}
        self.writable = access.writable_until(session, self.author, pupil_ids)

    def _taken(self, incoming: Sequence[Incoming]) -> set[str]:
        """The ids that belong to something else than a note of that kind already."""
        new = [(entry.id, entry.kind) for entry in incoming if entry.kind and not self._filed(entry)]
        return changes.ids_of_others(self.session, self.school_id, new)

    def run(self, incoming: Sequence[Incoming]) -> list[Result]:
        results: dict[int, Result] = {}
        fresh: dict[str, tuple[int, Incoming]] = {}
        claimed: set[str] = set()
        for place, entry in enumerate(incoming):
            ids = {entry.id, *parent_meetings.action_ids(entry)}
            if ids & claimed:
                # One of this very push may have it: what was there before was asked for at the beginning.
                self._store_fresh(fresh, results)
                self.taken |= self._taken([entry])
            claimed |= ids
            if self._is_fresh(entry):
                fresh[entry.id] = place, entry
            else:
                results[place] = self._safely(entry)
        self._store_fresh(fresh, results)
        return [results[place] for place in range(len(incoming))]

    def _is_fresh(self, entry: Incoming) -> bool:
        return entry.id not in self.receipts and entry.kind in kinds.NOTES and not self._problems(entry)

    def _store_fresh(self, fresh: dict[str, tuple[int, Incoming]], results: dict[int, Result]) -> None:
        if not fresh:
            return
        try:
            with self._all_or_nothing():
                self._store_together([entry for _place, entry in fresh.values()])
            results.update({place: Result(ACCEPTED, 1) for place, _entry in fresh.values()})
        except TROUBLE:
            raise
        except Exception as error:
            log.warning("a batch could not be stored together", error=type(error).__name__)
            results.update({place: self._safely(entry) for place, entry in fresh.values()})
        fresh.clear()

    def _store_together(self, new: list[Incoming]) -> None:
        self._keep([(entry, Result(ACCEPTED, 1)) for entry in new])
        for kind in kinds.NOTES:
            rows = [self._note_row(entry) for entry in new if entry.kind == kind]
            kinds.store_new(self.session, self.school_id, kind, rows)

    def _safely(self, entry: Incoming) -> Result:
        known = next((receipt for receipt in self._same_revision(entry) if receipt.digest == entry.digest), None)
        if known is not None:
            return known.as_result(entry.is_named)
        try:
            with self._all_or_nothing():
                return self._file(entry)
        except TROUBLE:
            raise
        except Exception as error:
            log.warning("an entry could not be stored", error=type(error).__name__)
            with self._all_or_nothing():
                return self._quarantine(entry, [CANNOT_BE_STORED])

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        """A savepoint; receipts are remembered only once what they are receipts for is safe."""
        self.kept = []
        with self.session.begin_nested():
            yield
        for row in self.kept:
            self.receipts.setdefault(row["entry_id"], []).append(Receipt(*RECEIPT_COLUMNS(row)))

    def _file(self, entry: Incoming) -> Result:
        problems = self._problems(entry)
        if problems:
            return self._quarantine(entry, problems)
        if entry.kind == kinds.ANSWER:
            filed = self._filed(entry)
            own = [receipt for receipt in filed if receipt.device_id == self.device_id]
            return self._keep_one(entry, answering.file(self.session, self.author, entry, own, self.now))
        filed = self._filed(entry)
        if not filed and not kinds.is_note(self.session, self.school_id, entry.kind or "", entry.id):
            self._store_together([entry])
            return Result(ACCEPTED, 1)
        result = revisions.revise(self.session, self.author, self.device_id, entry, filed, self.now)
        if result.status == QUARANTINED:
            return self._quarantine(entry, list(result.problems))
        return self._keep_one(entry, result)

    def _same_revision(self, entry: Incoming) -> list[Receipt]:
        """What this very device sent as this revision before: filed or not."""
        mark = (self.device_id, entry.revision)
        return [each for each in self.receipts.get(entry.id, ()) if (each.device_id, each.revision) == mark]

    def _filed(self, entry: Incoming) -> list[Receipt]:
        """What was filed under this id before, whichever device it came from, lowest revision first."""
        filed = [receipt for receipt in self.receipts.get(entry.id, ()) if receipt.is_filed]
        return sorted(filed, key=lambda receipt: receipt.revision)

    def _problems(self, entry: Incoming) -> list[Problem]:
        if entry.problems:
            return entry.problems
        if any(_holds_its_number(each, self.author) for each in self._same_revision(entry)):
            return [REVISION_IS_USED]
        if entry.id in self.taken:
            return list(revisions.ID_IS_USED.problems)
        if entry.pupil_id not in self.writable or not self._was_in_time(entry):
            return [NOT_YOURS]
        if entry.kind == "parent_meeting":
            today = school_day(self.now)
            return parent_meetings.problems(self.session, self.school_id, entry.id, entry.body, today)
        if entry.kind == kinds.ANSWER:
            return answering.problems(self.session, self.author, entry, self._filed(entry))
        return []

    def _was_in_time(self, entry: Incoming) -> bool:
        # Withdrawn meanwhile: what was written before still arrives. The tablet's clock is set right by its skew.
        until = self.writable[entry.pupil_id or ""]
        if until is None:
            return True
        return by_our_clock(entry.recorded_at or self.now, self.skew_ms) <= until

    def _note_row(self, entry: Incoming) -> dict[str, Any]:
        return kinds.new_row(
            self.school_id,
            entry.id,
            self.author.id,
            words_of(entry.body),
            entry.recorded_at or self.now,
            self.now,
            skew_ms=self.skew_ms,
            revision=entry.revision,
            device_id=self.device_id,
            is_signed=entry.signature is not None,
        )

    def _quarantine(self, entry: Incoming, problems: list[Problem]) -> Result:
        result = Result(QUARANTINED, None, tuple(problems))
        self._keep([(entry, result)])
        row = self._entry_row(entry, result)
        insert_rows(self.session, quarantine.QuarantineItem, [quarantine.new_item(self.school_id, row)])
        return result

    def _keep_one(self, entry: Incoming, result: Result) -> Result:
        self._keep([(entry, result)])
        return result

    def _keep(self, outcomes: list[tuple[Incoming, Result]]) -> None:
        """Write the receipts, in the same transaction as what they are receipts for, and the audit trail."""
        rows = [self._entry_row(entry, result) for entry, result in outcomes]
        insert_rows(self.session, Entry, rows)
        audit.record_many(self.session, self.school_id, [self._happening(row) for row in rows])
        self.kept.extend(rows)

    def _entry_row(self, entry: Incoming, result: Result) -> dict[str, Any]:
        return {
            "school_id": self.school_id,
            "entry_id": entry.id,
            "revision": entry.revision,
            "digest": entry.digest,
            "kind": entry.kind,
            "author_id": self.author.id,
            "device_id": self.device_id,
            "device_seq": entry.device_seq,
            "base_version": entry.base_version,
            "recorded_at": entry.recorded_at,
            "received_at": self.now,
            "skew_ms": self.skew_ms,
            "pupil_id": entry.pupil_id,
            "raw": entry.raw,
            "signature": entry.signature,
            "carried_by_id": self.carrier_id if self.carrier_id != self.author.id else None,
            "status": result.status,
            "version": result.version,
            "problems": [problem.told() for problem in result.problems] or None,
        }

    def _happening(self, row: dict[str, Any]) -> audit.Happening:
        return audit.Happening(
            self.now,
            f"entry {row['status']}",
            self.author.id,
            self.device_id,
            row["kind"],
            row["entry_id"],
            row["pupil_id"],
            # That it came signed is told here too: a signature that was taken away later is missed.
            {"revision": row["revision"], "digest": row["digest"]} | ({"signed": True} if row["signature"] else {}),
        )


RECEIPT_COLUMNS = itemgetter(*Receipt._fields)
