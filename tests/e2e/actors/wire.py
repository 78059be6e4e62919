"""The wire between tablets and the server: carries every request faithfully, until a test asks it to misbehave."""

import gzip
import http.client
import json
import socket
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.serialization import load_pem_private_key

from record.sealing import ENTRY_INFO, SUITE, from_base64url

HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}
SYNC = "/api/v1/sync"


@dataclass
class Answer:
    """What goes back to the browser."""

    status: int
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""


class Cut(Exception):
    """The connection ends here, without a word."""


class Seals:
    """The school's own keys: with them a test reads what travels sealed, as nobody else on the way can."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "seal_keys"

    def opened(self, entry: Any) -> Any:
        """The entry as it was before it was sealed."""
        if not isinstance(entry, dict) or "sealed" not in entry:
            return entry
        return json.loads(json.loads(self._inside(entry, ENTRY_INFO))["payload"])

    def key_of(self, recovery: dict[str, str]) -> bytes:
        """A jotter's own key, from what its tablet keeps for a forgotten passcode."""
        return from_base64url(json.loads(self._inside(recovery, b"jotter vault v1"))["key"])

    def _inside(self, told: dict[str, str], info: bytes) -> bytes:
        kept = json.loads((self._folder / f"{told['seal_key']}.json").read_text(encoding="ascii"))
        key = load_pem_private_key(kept["private"].encode(), password=None)
        return SUITE.decrypt(from_base64url(told["sealed"]), key, info)  # type: ignore[arg-type]  # the server makes P-256 keys only


class Exchange:
    """One request on its way, with the means to pass it on."""

    def __init__(self, handler: BaseHTTPRequestHandler, port: int, seals: Seals) -> None:
        length = int(handler.headers.get("Content-Length") or 0)
        self.method, self.path = handler.command, handler.path
        self.headers = {name: value for name, value in handler.headers.items() if name.lower() not in HOP_BY_HOP}
        self.body = handler.rfile.read(length) if length else b""
        self.at = time.monotonic()
        self._port, self._seals = port, seals
        self.answered: int | None = None

    @property
    def plain(self) -> bytes:
        """What it says, unpacked."""
        return gzip.decompress(self.body) if self.headers.get("Content-Encoding") == "gzip" else self.body

    @property
    def json(self) -> Any:
        """What it says, understood."""
        return json.loads(self.plain)

    def carries(self, text: str) -> bool:
        """Whether it is a sync that brings an entry with this text, sealed or not."""
        if self.path != SYNC:
            return False
        entries = [self._seals.opened(entry) for entry in self.json["entries"]]
        return text in json.dumps(entries, ensure_ascii=False)

    def passes_on(self) -> Answer:
        """Ask the server, and give back what it says. Cut where there is no server."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=60)
        try:
            connection.request(self.method, self.path, body=self.body or None, headers=self.headers)
            answer = connection.getresponse()
            self.answered = answer.status
            headers = [(name, value) for name, value in answer.getheaders() if name.lower() not in HOP_BY_HOP]
            return Answer(answer.status, headers, answer.read())
        except (OSError, http.client.HTTPException):
            raise Cut from None
        finally:
            connection.close()

    def passes_half_on(self) -> None:
        """Send the server the first half of the request, and leave it hanging there."""
        with socket.create_connection(("127.0.0.1", self._port), timeout=10) as half:
            lines = [f"{self.method} {self.path} HTTP/1.1", f"Content-Length: {len(self.body)}"]
            lines += [f"{name}: {value}" for name, value in self.headers.items()]
            half.sendall("\r\n".join([*lines, "", ""]).encode("latin-1") + self.body[: len(self.body) // 2])


Misdeed = Callable[[Exchange], Answer]


@dataclass
class Fault:
    """A misdeed for requests to one path, for so many times (None: until the wire is mended)."""

    path: str
    misdeed: Misdeed
    times: int | None
    carrying: str | None

    def befalls(self, exchange: Exchange) -> bool:
        return exchange.path.startswith(self.path) and (self.carrying is None or exchange.carries(self.carrying))


class Wire:
    """A port of its own in front of the server's. Tablets talk to `site`."""

    def __init__(self, server_port: int, seals: Seals) -> None:
        self._server_port, self._seals = server_port, seals
        self._faults: list[Fault] = []
        self._lock = threading.Lock()
        self.seen: list[Exchange] = []
        self._listener = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._listener.daemon_threads = True
        threading.Thread(target=self._listener.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def site(self) -> str:
        return f"http://localhost:{self._listener.server_port}"

    def misbehaves(self, path: str, misdeed: Misdeed, *, times: int | None = None, carrying: str | None = None) -> None:
        """From now on do this to requests whose path begins so, or only to syncs that carry a text."""
        with self._lock:
            self._faults.append(Fault(path, misdeed, times, carrying))

    def is_cut(self) -> None:
        """Nothing gets through any more: as far as the browser can tell, the network is gone."""
        self.misbehaves("/", cuts)

    def is_mended(self) -> None:
        """Carry everything faithfully again."""
        with self._lock:
            self._faults.clear()

    def syncs_with(self, text: str) -> list[Exchange]:
        """The sync requests so far that carried this text."""
        return [one for one in list(self.seen) if one.carries(text)]

    def told(self) -> str:
        """What has passed, for whoever asks why a test failed."""
        return "\n".join(f"{one.method} {one.path} {one.answered or 'cut'}" for one in list(self.seen))

    def closes(self) -> None:
        self._listener.shutdown()
        self._listener.server_close()

    def _answer(self, exchange: Exchange) -> Answer:
        self.seen.append(exchange)
        with self._lock:
            fault = next((one for one in self._faults if one.befalls(exchange)), None)
            if fault and fault.times is not None:
                fault.times -= 1
                if fault.times == 0:
                    self._faults.remove(fault)
        return fault.misdeed(exchange) if fault else exchange.passes_on()

    def _handler(wire) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - the class inside needs `self`
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def _carry(self) -> None:
                try:
                    self._give_back(wire._answer(Exchange(self, wire._server_port, wire._seals)))
                except Cut:
                    self._hang_up()
                except OSError:
                    self.close_connection = True  # the browser has gone away

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _carry

            def _give_back(self, answer: Answer) -> None:
                self.send_response_only(answer.status)
                for name, value in answer.headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(answer.body)

            def _hang_up(self) -> None:
                # A reset, not an orderly end: a browser must not take it for a complete answer.
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.close_connection = True

            def log_message(self, *_: Any) -> None:
                """Quiet."""

        return Handler


def cuts(_exchange: Exchange) -> Answer:
    """The request never arrives."""
    raise Cut


def cuts_after_the_answer(exchange: Exchange) -> Answer:
    """The server has done its work and answered; the tablet never hears."""
    exchange.passes_on()
    raise Cut


def doubles(exchange: Exchange) -> Answer:
    """The request arrives twice; the tablet hears the second answer."""
    exchange.passes_on()
    return exchange.passes_on()


def answers(status: int, body: str = "", **headers: str) -> Misdeed:
    """Somebody answers in the server's place. In a header's name `_` stands for `-`."""
    named = [(name.replace("_", "-"), value) for name, value in headers.items()]
    return lambda _exchange: Answer(status, named, body.encode())
