"""A tablet by the protocol's words, in a hundred lines: outbox, shelf, count, and what it does with each answer."""

import hashlib
import random
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import rfc8785

from record import enrolments
from record.base import new_id
from record.people import Person
from record.times import now, wire_time
from tests.unit.simulator.network import Answer, Network, Offline

Wire = dict[str, Any]
DIGESTED = ("id", "kind", "revision", "recorded_at", "body")


def digest(entry: Wire) -> str:
    """The digest as the tablet computes it."""
    return hashlib.sha256(rfc8785.dumps({name: entry[name] for name in DIGESTED})).hexdigest()


def key_of(entry: Wire) -> tuple[str, int, str]:
    """What tells an entry from all others: an id in capitals is the same id."""
    plain = {**entry, "id": entry["id"].lower()}
    return plain["id"], entry["revision"], digest(plain)


@dataclass
class Account:
    """One person on the tablet: their token, and the shelf that they pulled."""

    person_id: str
    token: str = ""
    cursor: str | None = None
    epoch: str | None = None
    shelf: dict[tuple[str, str], Wire] = field(default_factory=dict)
    picture: set[tuple[str, str]] | None = None
    outbox: list[Wire] = field(default_factory=list)
    delivered: list[Wire] = field(default_factory=list)


class Tablet:
    """One browser profile. Its storage can be erased; the cookie that names it stays."""

    def __init__(self, network: Network, chance: random.Random) -> None:
        self.network, self.chance = network, chance
        self.cookie: str | None = None
        self.skew = timedelta()
        self._new_storage()

    def _new_storage(self) -> None:
        self.device_id, self.device_seq, self.batch = new_id(), 0, 50
        self.accounts: dict[str, Account] = {}
        self.revisions: dict[str, int] = {}

    def erase(self) -> list[Wire]:
        """The storage is lost; returns what was held in it: some was never sent, some a restored record may lack."""
        held = [entry for account in self.accounts.values() for entry in account.outbox + account.delivered]
        self._new_storage()
        return held

    def enrol(self, person_id: str) -> Account:
        """The person signs in on this tablet."""
        account = self.accounts.setdefault(person_id, Account(person_id))
        with self.network.server.record() as session:
            person = session.get_one(Person, person_id)
            _enrolment, tokens = enrolments.enrol(
                session, person, self.device_id, "Tablet", now(), known_as=self.cookie
            )
            account.token = tokens.bearer
        self.cookie = self.device_id
        return account

    def save(self, account: Account, kind: str, body: Wire, **over: Any) -> Wire:
        """Save an entry in the outbox: from now on the person was told `Saved on this tablet`."""
        self.device_seq += 1
        plain = {"id": new_id(), "kind": kind, "base_version": None, "schema": 1, "body": body}
        written = {"recorded_at": wire_time(now() + self.skew), "device_seq": self.device_seq}
        entry = {**plain, **written, **over}
        name = entry["id"].lower()
        self.revisions[name] = entry["revision"] = self.revisions.get(name, 0) + 1
        account.outbox.append(entry)
        return entry

    def sync(self, account: Account, limit: int = 500) -> bool:
        """One exchange. Returns whether it was heard and there may be more to do."""
        sent = self.chance.sample(account.outbox, len(account.outbox))[: self.batch]
        told = {
            "protocol": 1,
            "client": "simulator",
            "sent_at": wire_time(now() + self.skew),
            "nonce": new_id(),
            "cursor": account.cursor,
            "limit": limit,
            "waiting": {"queued": len(account.outbox), "stuck": 0, "oldest": None},
            "entries": sent,
        }
        try:
            answer = self.network.sync(account.token, told)
        except Offline:
            return False
        return self._hear(account, told["nonce"], answer)

    def _hear(self, account: Account, nonce: str, answer: Answer) -> bool:
        told = answer.told or {}
        if not answer.is_ours:
            return False
        if answer.status in (413, 500):
            self.batch = max(1, self.batch // 2)
        if answer.status == 401:
            self.enrol(account.person_id)
            return True
        if answer.status not in (200, 409) or told.get("nonce") != nonce:
            return False
        self.batch = 50
        self._take_results(account, told["results"])
        if account.epoch not in (None, told["epoch"]):
            account.outbox, account.delivered = [*account.delivered, *account.outbox], []
            account.cursor = None
        account.epoch = told["epoch"]
        if answer.status == 409:
            account.cursor = None
            return True
        if told["command"] == {"wipe": True}:
            return self._wipe(account)
        self._take_changes(account, told)
        return bool(told["more"] or account.outbox or account.cursor is None)

    def _take_results(self, account: Account, results: list[Wire]) -> None:
        heard = {(result["id"], result["revision"], result["digest"]) for result in results}
        for entry in list(account.outbox):
            if (entry["id"], entry["revision"], digest(entry)) in heard:
                account.outbox.remove(entry)
                account.delivered.append(entry)

    def _take_changes(self, account: Account, told: Wire) -> None:
        if account.cursor is None:
            account.picture = set()
        for change in told["changes"]:
            key = change["kind"], change["id"]
            if change["gone"]:
                account.shelf.pop(key, None)
            else:
                account.shelf[key] = {"version": change["version"], "body": change["body"]}
            if account.picture is not None:
                account.picture.add(key)
        account.cursor = told["cursor"]
        if not told["more"] and account.picture is not None:
            account.shelf = {key: held for key, held in account.shelf.items() if key in account.picture}
            account.picture = None

    def _wipe(self, account: Account) -> bool:
        if account.outbox:  # what is left is delivered first
            return True
        del self.accounts[account.person_id]
        return False
