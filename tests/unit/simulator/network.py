"""The network between a tablet and the server, with its faults: each is something that has happened to somebody."""

import json
import random
from dataclasses import dataclass
from typing import Any

from tests.unit.simulator.server import Server

FAULTS = (
    "request lost",
    "answer lost",
    "sent twice",
    "arrives late",
    "captive portal",
    "500 before",
    "500 after",
    "413",
    "old answer",
    "429",
)


@dataclass(frozen=True)
class Answer:
    """What a tablet hears; `told` is None where it was no JSON of ours."""

    status: int
    is_ours: bool
    told: dict[str, Any] | None


class Offline(Exception):
    """Nothing was heard."""


class Network:
    """Carries requests; `chance` decides which of them meet a fault, until it is healed."""

    def __init__(self, server: Server, chance: random.Random) -> None:
        self.server, self.chance = server, chance
        self.faultiness = 0.5
        self.late: list[tuple[str, dict[str, Any]]] = []
        self.answers: list[Answer] = []
        self.met: dict[str, int] = {}

    def sync(self, token: str, told: dict[str, Any]) -> Answer:
        """Send one request and hear what comes back."""
        fault = self.chance.choice(FAULTS) if self.chance.random() < self.faultiness else ""
        self.met[fault] = self.met.get(fault, 0) + 1
        self._deliver_something_late()
        if fault in ("request lost", "arrives late"):
            if fault == "arrives late":
                self.late.append((token, told))
            raise Offline
        if fault in ("500 before", "413", "429", "captive portal"):
            status = {"500 before": 500, "413": 413, "429": 429, "captive portal": 200}[fault]
            return Answer(status, fault != "captive portal", {} if fault != "captive portal" else None)
        answer = self._deliver(token, told)
        if fault == "sent twice":
            answer = self._deliver(token, told)
        if fault == "answer lost":
            raise Offline
        if fault == "500 after":
            return Answer(500, True, {})
        if fault == "old answer" and self.answers:
            return self.chance.choice(self.answers)
        self.answers = [*self.answers[-20:], answer]
        return answer

    def heal(self) -> None:
        """From now on all goes well; what was under way arrives."""
        self.faultiness = 0.0
        while self.late:
            self._deliver(*self.late.pop())

    def _deliver_something_late(self) -> None:
        if self.late and self.chance.random() < 0.3:
            self._deliver(*self.late.pop(self.chance.randrange(len(self.late))))

    def _deliver(self, token: str, told: dict[str, Any]) -> Answer:
        answer = self.server.client.post(
            "/api/v1/sync",
            data=json.dumps(told),
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        )
        assert answer.status_code in (200, 401, 409), answer.get_data(as_text=True)
        return Answer(answer.status_code, answer.headers.get("X-Jotter-Protocol") == "1", answer.get_json())
