"""Pulling: the page of changes that a person's tablet gets next, and the cursor that says how far it has come.

The feed of one person runs through two kinds of stretch: ordinary changes in the scopes they already had, and, at
the number where a pupil was given or withdrawn, that pupil's documents (all of them, or all as gone). A cursor is
the number reached, and how far inside such a pupil's stretch.
"""

import base64
import hmac
import json
from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from record import access, changes
from record.changes import Sent
from record.epochs import NEWEST_FIRST, Epoch, Present
from record.errors import CursorExpired
from record.people import Person
from record.schools import School

MAX_NUMBER = 2**62
SIGNATURE_BYTES = 16


@dataclass(frozen=True)
class Position:
    """All up to `reached` was sent; of the stretch of a pupil turned at `turn`, all up to `inside` as well."""

    reached: int = 0
    turn: int = 0
    inside: int = 0


@dataclass(frozen=True)
class Page:
    """One page of a pull."""

    changes: list[Sent]
    cursor: str
    more: bool


def write_cursor(epoch: Present, person: Person, position: Position) -> str:
    """The position as opaque text, tied to this life of the database, this person and their kind of scope, and
    signed: nobody makes up a cursor of things to come."""
    told = [epoch.id, person.id, access.may(person).pupils, position.reached, position.turn, position.inside]
    text = json.dumps(told).encode()
    return base64.urlsafe_b64encode(_signature(epoch, text) + text).decode().rstrip("=")


def _signature(epoch: Present, text: bytes) -> bytes:
    return hmac.digest(epoch.cursor_key.encode(), text, "sha256")[:SIGNATURE_BYTES]


def read_cursor(epoch: Present, person: Person, cursor: object) -> Position:
    """The position of a cursor; the beginning for None. Raises CursorExpired for one that is not to be used."""
    if cursor is None:
        return Position()
    if not isinstance(cursor, str):
        raise CursorExpired("The cursor cannot be read")
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        signature, text = raw[:SIGNATURE_BYTES], raw[SIGNATURE_BYTES:]
        if not epoch.cursor_key or not hmac.compare_digest(signature, _signature(epoch, text)):
            raise CursorExpired("The cursor is none that this record gave out in this life")
        told = json.loads(text)
        its_epoch, person_id, scope, *numbers = told
        reached, turn, inside = numbers
    except (ValueError, TypeError, RecursionError):
        raise CursorExpired("The cursor cannot be read") from None
    if (its_epoch, person_id, scope) != (epoch.id, person.id, access.may(person).pupils):
        raise CursorExpired("The cursor belongs to another time, person or scope")
    if not all(type(number) is int and 0 <= number <= MAX_NUMBER for number in numbers):
        raise CursorExpired("The cursor cannot be read")
    return Position(reached, turn, inside)


# Put together once, as all that every pull asks.
_PRESENT = (
    select(Epoch.id, Epoch.cursor_key, School.last_seq)
    .join(School, School.id == bindparam("school"))
    .order_by(*NEWEST_FIRST)
    .limit(1)
)


def present(session: Session, school_id: str) -> tuple[Present, int]:
    """What a pull begins with: the present life of the database, and the number of the school's newest change."""
    row = session.connection().execute(_PRESENT, {"school": school_id}).first()
    return (Present(row[0], row[1]), row[2]) if row else (Present("", ""), 0)


def pull(session: Session, person: Person, epoch: Present, position: Position, limit: int, top: int) -> Page:
    """The next page of at most `limit` changes after a position and up to the number `top`.

    The top is the newest, and is to be read first: whatever is numbered up to there is visible to every later question
    of this pull, so that the cursor cannot pass a change, or a pupil given, that commits while we look.
    """
    walk = _Walk(session, person, limit, top)
    position = walk.whole_school(position) if access.sees_whole_school(person) else walk.own_pupils(position)
    return Page(walk.sent, write_cursor(epoch, person, position), more=walk.overflowed)


class _Walk:
    """One pull: walks the stretches from a position until the page is full or the top is reached."""

    def __init__(self, session: Session, person: Person, limit: int, top: int) -> None:
        self.session, self.person, self.limit, self.top = session, person, limit, top
        self.sent: list[Sent] = []
        self.overflowed = False

    def whole_school(self, position: Position) -> Position:
        found = changes.whole_school(
            self.session, self.person.school_id, self.person.id, position.reached, self.top, self._room() + 1
        )
        return self._after(self._take(found), position)

    def own_pupils(self, position: Position) -> Position:
        turns = [turn for turn in access.turns(self.session, self.person) if turn.seq <= self.top]
        settled = {turn.pupil_id for turn in turns if turn.seq <= position.reached and turn.is_visible}
        for turn in turns:
            if turn.seq <= position.reached:
                continue
            if position.turn != turn.seq:
                position = self._ordinary(settled, position, upto=turn.seq - 1)
                if self.overflowed:
                    return position
                position = Position(turn.seq - 1, turn.seq, 0)
            position = self._turned(turn, position, settled)
            if self.overflowed:
                return position
            position = Position(turn.seq)
            (settled.add if turn.is_visible else settled.discard)(turn.pupil_id)
        return self._ordinary(settled, position, upto=self.top)

    def _ordinary(self, settled: set[str], position: Position, upto: int) -> Position:
        scopes = [self.person.school_id, *sorted(settled)]
        found = changes.in_scopes(
            self.session, scopes, scopes, self.person.id, position.reached, upto, self._room() + 1
        )
        return self._after(self._take(found), position)

    def _turned(self, turn: access.Turn, position: Position, settled: set[str]) -> Position:
        # What changed after the pupil was given comes in its own place; one that was withdrawn goes altogether.
        upto = turn.seq if turn.is_visible else self.top
        seen = (settled | {turn.pupil_id}) if turn.is_visible else settled - {turn.pupil_id}
        found = changes.in_scopes(
            self.session, [turn.pupil_id], sorted(seen), self.person.id, position.inside, upto, self._room() + 1
        )
        if not turn.is_visible:
            found = [change._replace(body=None) for change in found]
        taken = self._take(found)
        return replace(position, inside=taken[-1].seq) if taken else position

    def _room(self) -> int:
        return self.limit - len(self.sent)

    def _take(self, found: list[Sent]) -> list[Sent]:
        room = self._room()
        self.overflowed = len(found) > room
        self.sent.extend(found[:room])
        return found[:room]

    def _after(self, taken: list[Sent], position: Position) -> Position:
        if not self.overflowed:
            return Position(max(self.top, position.reached))
        return Position(taken[-1].seq) if taken else position
