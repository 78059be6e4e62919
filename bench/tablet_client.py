"""A tablet as the server sees one: a bearer token, one connection kept alive, gzip both ways."""

import gzip
import http.client
import json
import re
import zlib
from dataclasses import dataclass
from typing import Any

from bench.notes import Batch, envelope, pack

TIMEOUT_S = 120
GZIP = 16 + zlib.MAX_WBITS
HEAD_BYTES = 4_096
_CURSOR = re.compile(r'"cursor": ("[^"]*")')


@dataclass
class Traffic:
    """Bytes of bodies and headers that went each way."""

    sent: int = 0
    received: int = 0

    @property
    def total(self) -> int:
        return self.sent + self.received


class TabletClient:
    """One enrolled tablet."""

    def __init__(self, port: int, token: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT_S)
        self.connection.connect()
        self.headers = {
            "Authorization": f"Bearer {token}",
            "Content-Type": "application/json",
            "Content-Encoding": "gzip",
            "Accept-Encoding": "gzip",
        }
        self.cursor: str | None = None
        self.traffic = Traffic()

    def send(self, packed: bytes) -> bytes:
        """Post a packed sync request; the answer as it came, still packed. Anything but 200 is an error."""
        self.connection.request("POST", "/api/v1/sync", packed, self.headers)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"sync answered {answer.status}: {body[:300]!r}")
        self._count(packed, answer, body)
        return body if answer.headers.get("Content-Encoding") == "gzip" else gzip.compress(body, 1)

    def ask_health(self) -> None:
        """The smallest answer there is."""
        self.connection.request("GET", "/healthz")
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"/healthz answered {answer.status}")

    def _count(self, packed: bytes, answer: http.client.HTTPResponse, body: bytes) -> None:
        sent = {**self.headers, "Host": "127.0.0.1:00000", "Content-Length": str(len(packed))}
        self.traffic.sent += len(packed) + len("POST /api/v1/sync HTTP/1.1\r\n\r\n") + _header_bytes(sent.items())
        self.traffic.received += len(body) + len("HTTP/1.1 200 OK\r\n\r\n") + _header_bytes(answer.getheaders())

    def push(self, packed: list[Batch]) -> list[bytes]:
        """Send batches one after another; the answers, to be checked when the clock has stopped."""
        return [self.send(batch.packed) for batch in packed]

    def pull(self, limit: int = 1_000) -> dict[str, Any]:
        """One page of changes after the cursor, which moves on."""
        return self.unpacked_page(self.send(self.packed_pull(limit)))

    def packed_pull(self, limit: int = 1_000) -> bytes:
        """The question for a page of changes after the cursor."""
        return pack({**envelope(), "cursor": self.cursor, "limit": limit, "entries": []})

    def unpacked_page(self, packed: bytes) -> dict[str, Any]:
        """The page that came; the cursor moves on."""
        page: dict[str, Any] = json.loads(gzip.decompress(packed))
        self.cursor = page["cursor"]
        return page

    def pull_all(self, limit: int = 1_000) -> list[bytes]:
        """Page after page until there is no more, as they came: to be looked into when the clock has stopped."""
        pages: list[bytes] = []
        while not pages or self._goes_on(pages[-1]):
            pages.append(self.send(self.packed_pull(limit)))
        return pages

    def _goes_on(self, page: bytes) -> bool:
        # Cursor and `more` stand before the changes: the beginning of the answer is enough to ask for the next page.
        head = zlib.decompressobj(GZIP).decompress(page, HEAD_BYTES).decode(errors="ignore")
        self.cursor = json.loads(_CURSOR.search(head)[1])  # type: ignore[index]  # every answer has a cursor: one without is to fail here
        return '"more": true' in head.partition('"changes"')[0]

    def close(self) -> None:
        self.connection.close()


def _header_bytes(headers: Any) -> int:
    return sum(len(name) + len(value) + 4 for name, value in headers)


def changes_of(pages: list[bytes]) -> int:
    """How many changes the pages hold."""
    return sum(len(json.loads(gzip.decompress(page))["changes"]) for page in pages)


def check_accepted(packed: list[Batch], answers: list[bytes]) -> None:
    """Every entry of every batch was accepted, in order, at its first try."""
    for batch, answer in zip(packed, answers, strict=True):
        results = json.loads(gzip.decompress(answer))["results"]
        told = [(result["id"], result["status"]) for result in results]
        if told != [(entry_id, "accepted") for entry_id in batch.ids]:
            raise RuntimeError(f"not all were accepted: {told[:3]}")
