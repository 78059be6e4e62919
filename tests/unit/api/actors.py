"""A tablet as the API's tests play it: enrols, pushes, pulls, and keeps what it was sent."""

import base64
import gzip
import hashlib
import json
from collections.abc import Callable
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from record.base import new_id
from record.observations import Observation
from record.people import Person
from record.times import now, wire_time
from tests.factories import PASSWORD

Wire = dict[str, Any]


class Tablet:
    """One person on one device, with a token of their own and the shelf that it has pulled so far."""

    def __init__(self, client: FlaskClient, person: Person, device_id: str | None = None, name: str = "Tablet 7"):
        self.client, self.email, self.name = client, person.email, name
        self.device_id = device_id or new_id()
        self.token = ""
        self.cursor: str | None = None
        self.shelf: dict[tuple[str, str], Wire] = {}

    def enrols(self, password: str = PASSWORD, **over: Any) -> TestResponse:
        """Ask for an enrolment; a token in the answer is kept."""
        told = {"email": self.email, "password": password, "device": {"id": self.device_id, "name": self.name}}
        answer = self.client.post("/api/v1/enrolments", json={**told, **over})
        if answer.status_code == 201:
            self.token = answer.get_json()["token"]
        return answer

    def posts(self, body: bytes, **headers: str) -> TestResponse:
        """Send these very bytes to the sync endpoint."""
        told = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post("/api/v1/sync", data=body, headers=told)

    def asks(self, *entries: Any, **over: Any) -> TestResponse:
        """One sync request with these entries, whatever its answer."""
        told = {
            "protocol": 1,
            "client": "test 1.0",
            "sent_at": wire_time(now()),
            "nonce": new_id(),
            "cursor": self.cursor,
            "limit": 500,
            "entries": list(entries),
        }
        return self.posts(json.dumps({**told, **over}).encode())

    def syncs(self, *entries: Any, **over: Any) -> Wire:
        """A sync that succeeds: the shelf and the cursor move on; returns the answer."""
        response = self.asks(*entries, **over)
        assert response.status_code == 200, response.get_data(as_text=True)
        answer: Wire = response.get_json()
        for change in answer["changes"]:
            if change["gone"]:
                assert change["body"] is None
                self.shelf.pop((change["kind"], change["id"]), None)
            else:
                self.shelf[change["kind"], change["id"]] = change
        self.cursor = answer["cursor"]
        return answer

    def pushes(self, *entries: Any, **over: Any) -> list[Wire]:
        """Sync these entries; returns their results."""
        results: list[Wire] = self.syncs(*entries, **over)["results"]
        return results

    def sends(
        self, content: bytes, attachment_id: str = "", *, digest: str | None = None, token: str = "", **headers: str
    ) -> TestResponse:
        """Send a file under a new id, or this one; with its digest, or with this text in the header's place."""
        told = {"Authorization": f"Bearer {token or self.token}", "Content-Digest": digest or digest_header(content)}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.put(f"/api/v1/attachments/{attachment_id or new_id()}", data=content, headers=told)

    def fetches(self, attachment_id: str) -> TestResponse:
        """Ask for a photo."""
        headers = {"Authorization": f"Bearer {self.token}"}
        return self.client.get(f"/api/v1/attachments/{attachment_id}", headers=headers)

    def catches_up(self, limit: int = 500) -> int:
        """Pull until there is no more; returns how many pages that took."""
        pages = 1
        while self.syncs(limit=limit)["more"]:
            pages += 1
        return pages

    def holds(self, kind: str) -> dict[str, Wire]:
        """The bodies on the shelf of one kind, by id."""
        return {found_id: change["body"] for (found, found_id), change in self.shelf.items() if found == kind}


def digest_header(content: bytes) -> str:
    """RFC 9530's words for the digest of these bytes."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"


def zipped(body: bytes) -> bytes:
    """The bytes as gzip sends them."""
    return gzip.compress(body)


def statuses(results: list[Wire]) -> list[str]:
    """The status words, in order."""
    return [result["status"] for result in results]


def revised(entry: Wire, revision: int, base_version: int | None = None, **body: object) -> Wire:
    """A later revision of an entry, with some of its body changed."""
    changed = {"revision": revision, "base_version": base_version, "body": {**entry["body"], **body}}
    return {**entry, "device_seq": None, **changed}


def note_of(record: Callable[[], Session], entry: Wire) -> Observation:
    """The observation that came of this entry, as it now stands."""
    note = record().get(Observation, entry["id"])
    assert note is not None
    return note
