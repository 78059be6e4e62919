"""Sync: what a tablet wrote goes into the record, what changed comes back, in one request."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import Response, current_app, request
from flask.views import MethodView
from flask_smorest import Blueprint
from marshmallow import ValidationError

from api.canonical import MAX_EXACT_INTEGER, has_half_character
from api.errors import problem
from api.request_body import NotJson, TooLarge, read_json
from api.schemas.sync import (
    MAX_BYTES,
    MAX_ENTRIES,
    CursorExpiredSchema,
    SyncAnswer,
    SyncEnvelope,
    SyncRequest,
    TooMuchSchema,
)
from api.sealed import read_any
from api.tokens import bearer_enrolment, carry_enrolment
from doors.database import db
from record import changes, delivering, devices, enrolments, epochs, pulls, readings
from record.changes import Sent
from record.database import writing
from record.devices import Device, Waiting
from record.enrolments import Enrolment
from record.entries import ACCEPTED, DUPLICATE, Incoming, Problem, Result
from record.errors import CursorExpired
from record.people import Person
from record.times import now, wire_time

PROTOCOL = 1
ENVELOPE = SyncEnvelope()
MUST_BE_SEALED = Problem("sealed", "With this token only sealed entries are taken")

blueprint = Blueprint("sync", __name__, description="The road between a jotter and the record")


class OtherProtocol(Exception):
    """The request speaks a protocol that is not spoken here."""


class Ended(Exception):
    """The enrolment ended while its request was under way."""


@blueprint.route("/sync")
class Sync(MethodView):
    """The one endpoint of sync."""

    @blueprint.response(200, SyncAnswer)
    @blueprint.alt_response(400, schema="Problem", description="Not JSON, or not a sync request")
    @blueprint.alt_response(401, schema="Problem", description="The enrolment has ended: sign in to send")
    @blueprint.alt_response(409, schema=CursorExpiredSchema, description="Entries stored; start again from null")
    @blueprint.alt_response(413, schema=TooMuchSchema, description="Nothing stored; send fewer at a time")
    @blueprint.alt_response(426, schema="Problem", description="Nothing stored; this protocol is not spoken here")
    @blueprint.doc(
        security=[{"enrolment": []}],
        requestBody={"required": True, "content": {"application/json": {"schema": SyncRequest}}},
    )
    def post(self) -> Response:
        """Push entries and pull changes; either half may be empty."""
        enrolment, only_carries = _caller()
        if enrolment is None:
            return _ended()
        try:
            told, entries = _read()
        except TooLarge:
            return _too_much()
        except NotJson:
            return problem(400, "The body is not JSON")
        except OtherProtocol:
            return problem(426, "This protocol is not spoken here", code="unknown_protocol", protocol=PROTOCOL)
        except ValidationError as error:
            return problem(400, "This is not a sync request", errors=error.messages)
        try:
            return _Exchange(enrolment, only_carries, told, entries).run()
        except Ended:
            return _ended()


def _caller() -> tuple[Enrolment | None, bool]:
    """Whose token came, and whether it is one that only carries sealed entries."""
    enrolment = bearer_enrolment()
    return (enrolment, False) if enrolment is not None else (carry_enrolment(), True)


def _read() -> tuple[dict[str, Any], list[Any]]:
    body = read_json(request, MAX_BYTES)
    entries = body.get("entries") if isinstance(body, dict) else None
    if isinstance(entries, list) and len(entries) > MAX_ENTRIES:
        raise TooLarge
    told = ENVELOPE.load(body)
    if told["protocol"] != PROTOCOL or isinstance(told["protocol"], bool):
        raise OtherProtocol
    return told, told["entries"]


def _ended() -> Response:
    return problem(401, "This enrolment has ended: sign in to send")


def _too_much() -> Response:
    return problem(413, "Too much for one request", code="too_large", max_entries=MAX_ENTRIES, max_bytes=MAX_BYTES)


@dataclass
class _Pushed:
    """An entry as sent, as read, and what became of it."""

    raw: Any
    incoming: Incoming
    result: Result | None = None

    @property
    def is_as_written(self) -> bool:
        """Whether the record holds exactly what was sent."""
        return self.result is not None and self.result.status in (ACCEPTED, DUPLICATE)

    def told(self) -> dict[str, Any]:
        sent = self.raw if isinstance(self.raw, dict) else {}
        result = self.result
        return {
            "id": _text_of(sent.get("id")),
            "revision": _number_of(sent.get("revision")),
            "status": result.status if result else None,
            "version": result.version if result else None,
            "digest": self.incoming.told_digest,
            "problems": [problem.told() for problem in result.problems] if result else [],
        }


def _text_of(value: Any) -> str | None:
    """A text as it was sent; None of anything else, and of what no answer could be written with."""
    return value if type(value) is str and not has_half_character(value) else None


def _number_of(value: Any) -> int | None:
    if type(value) is float and value.is_integer():
        value = int(value)  # JSON knows one kind of number: 1.0 is 1
    return value if type(value) is int and abs(value) <= MAX_EXACT_INTEGER else None


class _Exchange:
    """One sync of one enrolment."""

    def __init__(self, enrolment: Enrolment, only_carries: bool, told: dict[str, Any], entries: list[Any]) -> None:
        self.told, self.now = told, now()
        self.enrolment, self.only_carries = enrolment, only_carries
        self.school_id = enrolment.school_id
        opener = current_app.extensions["jotter"].opener(enrolment.school_id)
        self.pushed = [_Pushed(raw, read_any(raw, opener)) for raw in entries]
        for pushed in self.pushed:
            if only_carries and pushed.incoming.signature is None:
                pushed.incoming.problems.append(MUST_BE_SEALED)
        sent_at: datetime | None = told["sent_at"]
        self.skew_ms = round((sent_at - self.now).total_seconds() * 1000) if sent_at else None
        self.waiting = Waiting(**told["waiting"]) if told["waiting"] else None
        self.top_before: int | None = None
        self.present: tuple[epochs.Present, int] | None = None

    def run(self) -> Response:
        device = db.session.get(Device, (self.enrolment.school_id, self.enrolment.device_id))
        if self.pushed or (device is not None and devices.is_news(device, self.waiting, self.now)):
            self._push()
        said_years = current_app.extensions["jotter"].said_years
        if said_years.is_behind(self.school_id, self.now):
            with writing(db.session()) as writer:
                said_years.publish(writer, self.school_id, self.now)
                self.present = pulls.present(writer, self.school_id)
        session = db.session()
        person = session.get_one(Person, self.enrolment.person_id)
        present, newest = self.present or pulls.present(session, self.school_id)
        epoch = present.id
        command = {"wipe": True} if enrolments.must_erase(session, self.enrolment) else None
        if command or self.only_carries:
            cursor = None if self.only_carries else self._told_cursor()
            return self._answer(epoch, "[]", cursor, False, command)
        try:
            position = pulls.read_cursor(present, person, self.told["cursor"])
            epochs.refuse_foresight(position.reached, newest if self.top_before is None else self.top_before)
        except epochs.RolledBack:
            return self._expired(self._begin_epoch(epoch))
        except CursorExpired:
            return self._expired(epoch)
        if self.told["pull"] is False:
            return self._answer(epoch, "[]", self._told_cursor(), False, None)
        page = pulls.pull(session, person, present, position, self.told["limit"], newest)
        self._note_readings(page.changes)
        documents = "[" + ",".join(_change(sent) for sent in page.changes) + "]"
        return self._answer(epoch, documents, page.cursor, page.more, None)

    def _push(self) -> None:
        # Whose token came was just read inside: the commit does not make it unknown.
        db.session().expire_on_commit = False
        with writing(db.session()) as session:
            enrolment, _ = _caller()
            if enrolment is None:
                raise Ended
            self.enrolment = enrolment
            self.top_before = changes.last_seq(session, enrolment.school_id)
            device = session.get_one(Device, (enrolment.school_id, enrolment.device_id))
            incoming = [pushed.incoming for pushed in self.pushed]
            results = delivering.deliver(session, enrolment, incoming, self.now, self.skew_ms)
            for pushed, result in zip(self.pushed, results, strict=True):
                pushed.result = result
            # What says that it was written on another tablet counts for nothing on this one.
            here = [entry for entry in incoming if entry.device_id in (None, enrolment.device_id)]
            seqs = [entry.device_seq for entry in here if entry.device_seq is not None]
            devices.note_contact(device, self.waiting, self.told["client"] or "", self.skew_ms, seqs, self.now)
            changes_made = epochs.changes_made(session) if self.pushed else 0
            self.present = pulls.present(session, self.school_id)
        if self.pushed:
            current_app.extensions["jotter"].life.note(changes_made)

    def _note_readings(self, sent: list[Sent]) -> None:
        """Into the audit trail, before the answer goes: whose record this tablet is about to hold more of. What it
        wrote itself in this very request it has read before."""
        own = {(pushed.incoming.kind, pushed.incoming.id) for pushed in self.pushed if pushed.is_as_written}
        numbers: dict[str, int] = {}
        for change in sent:
            if change.body is not None and change.scope != self.school_id and (change.kind, change.id) not in own:
                numbers[change.scope] = numbers.get(change.scope, 0) + 1
        if not numbers:
            return
        device_id, person_id = self.enrolment.device_id, self.enrolment.person_id
        address = request.remote_addr or ""
        with writing(db.session()) as session:
            readings.note(
                session,
                self.school_id,
                person_id,
                readings.PULLED,
                sorted(numbers),
                self.now,
                address=address,
                device_id=device_id,
                documents=numbers,
            )

    def _told_cursor(self) -> str | None:
        return _text_of(self.told["cursor"])

    def _begin_epoch(self, seen: str) -> str:
        with writing(db.session()) as session:
            present = epochs.current(session).id
            if present != seen:  # another tablet has noticed it a moment ago
                return present
            return epochs.begin(session, "a tablet knew of changes that this database does not", self.now).id

    def _results(self) -> list[dict[str, Any]]:
        return [pushed.told() for pushed in self.pushed]

    def _expired(self, epoch: str) -> Response:
        return problem(
            409,
            "Start again from the beginning",
            code="cursor_expired",
            epoch=epoch,
            nonce=self.told["nonce"],
            results=self._results(),
        )

    def _answer(self, epoch: str, documents: str, cursor: str | None, more: bool, command: Any) -> Response:
        head = {
            "protocol": PROTOCOL,
            "server_time": wire_time(self.now),
            "epoch": epoch,
            "nonce": self.told["nonce"],
            "cursor": cursor,
            "more": more,
            "command": command,
            "results": self._results(),
        }
        # Bodies lie in the feed ready for the wire: they are put in as they are, not parsed and written anew.
        text = json.dumps(head)[:-1] + ', "changes": ' + documents + "}"
        return Response(text.encode(), content_type="application/json")


def _change(sent: Any) -> str:
    gone, body = ("false", sent.body) if sent.body is not None else ("true", "null")
    return f'{{"kind":"{sent.kind}","id":"{sent.id}","version":{sent.version},"gone":{gone},"body":{body}}}'
