"""Whatever goes wrong, no line that the server writes holds a word of a note, a name, a password or a token."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from record import enrolments, invitations
from record.base import new_id
from record.database import prepare, writing
from record.times import now
from tests.factories import PASSWORD, a_browser_session, a_person, a_pupil, a_school, assign, observation_entry

JOTTER = Path(sys.executable).parent / "jotter"
NOTE, NAME, SECRET = "Zwetschgendatschi", "Quastenflosser", "Xylophonbauer"
HEADERS = {"Content-Type": "application/json"}


class RealServer:
    """`jotter serve` over a folder, and all that it has written."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder.parent / "out.log"
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        command = [str(JOTTER), "serve", "--data", str(folder), "--port", str(self.port)]
        surroundings = {
            **os.environ,
            "JOTTER_LOG_LEVEL": "debug",
            "JOTTER_SMTP_URL": f"smtp://{NAME}:{SECRET}@127.0.0.1:9",
            "JOTTER_PUBLIC_URL": "https://jotter.example",
        }
        with open(self.out, "wb") as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=out, env=surroundings, start_new_session=True)
        self.waits(lambda: self.asks("/healthz") == 200, "it serves")

    def waits(self, is_so: Any, what: str) -> None:
        until = time.monotonic() + 60
        while not is_so():
            assert self.process.poll() is None, self.out.read_text()
            assert time.monotonic() < until, what
            time.sleep(0.05)

    def asks(self, path: str, body: bytes | None = None, **headers: str) -> int:
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", body, told)  # noqa: S310 - our own
        try:
            with urllib.request.build_opener(NoRedirect).open(request, timeout=60) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            error.close()
            return error.code
        except OSError:
            return 0

    def says(self, raw: bytes) -> None:
        """These very bytes, whatever they are, and no word more."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as wire:
            wire.sendall(raw)
            wire.shutdown(socket.SHUT_WR)
            while wire.recv(4096):
                pass

    def breaks(self, *statements: str) -> None:
        """Something happens to the database itself."""
        with closing(sqlite3.connect(self.folder / "jotter.sqlite3", timeout=30)) as book:
            for statement in statements:
                book.execute(statement)
            book.commit()

    def stops(self) -> list[str]:
        """End it; what it has written, line by line."""
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(timeout=30)
        return self.out.read_text(encoding="utf-8").splitlines()


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        """Answer with the redirect itself."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RealServer]:
    server = RealServer(tmp_path / "data")
    yield server
    if server.process.poll() is None:
        os.killpg(server.process.pid, signal.SIGKILL)
        server.process.wait()


@pytest.fixture
def school(server: RealServer) -> SimpleNamespace:
    """A school in the server's own database: people, a pupil, a tablet, a browser and a link."""
    engine = prepare(create_engine(f"sqlite:///{server.folder / 'jotter.sqlite3'}"))
    with Session(engine, expire_on_commit=False) as session, writing(session):
        book = a_school(session, f"{NAME} Primary")
        ta = a_person(session, book, "ta", name=f"{NAME} Brennan", email=f"{NAME.lower()}@test.school")
        senco, admin = (a_person(session, book, role, name=f"{NAME} {role}") for role in ("senco", "admin"))
        pupil = a_pupil(session, book, given_name=NAME)
        assign(session, ta, [pupil])
        _, tokens = enrolments.enrol(session, ta, new_id(), "Owls 1", now())
        link = invitations.make(session, ta, now(), admin).token
        browser = a_browser_session(session, senco)
    engine.dispose()
    return SimpleNamespace(ta=ta, pupil=pupil, tokens=tokens, link=link, browser=browser)


def sync_body(*entries: Any, **more: Any) -> bytes:
    return json.dumps({"protocol": 1, "entries": list(entries), **more}).encode()


def makes_requests_go_wrong(server: RealServer, school: SimpleNamespace) -> None:
    bearer = {"Authorization": f"Bearer {school.tokens.bearer}", **HEADERS}
    note = observation_entry(school.pupil.id, NOTE)
    for body in (
        f'{{"protocol": 1, "entries": [{NOTE}'.encode(),
        json.dumps({"protocol": NOTE, "entries": NOTE, NOTE: NAME}).encode(),
        sync_body({**note, "kind": NOTE}, {**note, "body": {**note["body"], "measures": {NOTE: NAME}}}, NOTE, [NOTE]),
        sync_body(cursor=NOTE, limit=NOTE, waiting=NOTE),
        sync_body({**note, "id": NOTE, "revision": NAME, "recorded_at": NOTE}),
        sync_body({"id": new_id(), "revision": 1, "seal_key": SECRET, "sealed": SECRET}),
        f"{NOTE}\xff".encode("latin-1"),
    ):
        server.asks("/api/v1/sync", body, **bearer)
    server.asks("/api/v1/sync", sync_body(), Authorization=f"Bearer {SECRET}", **HEADERS)
    told = {"email": school.ta.email, "password": SECRET, "device": {"id": NOTE, "name": NOTE}}
    for body in (json.dumps(told).encode(), json.dumps({**told, "device": {"id": new_id(), "name": NAME}}).encode()):
        server.asks("/api/v1/enrolments", body, **HEADERS)
    for address in (
        f"/link/{SECRET}",
        f"/link/{school.link}",
        f"/calendar/{SECRET}.ics",
        f"/desk/pupils?search={NOTE}&token={SECRET}",
        f"/sign-in/with/google/back?code={SECRET}&state={SECRET}",
        f"/{NOTE}/{SECRET}?{NAME}",
        f"/api/v1/attachments/{SECRET}",
        "/api/v1/attachments/%00" + SECRET,
    ):
        server.asks(address, Cookie=f"jotter_session={school.browser}; jotter_device={SECRET}")
    for form in ({"email": school.ta.email, "password": SECRET}, {"email": NOTE + "\0", "password": SECRET}):
        server.asks("/sign-in", urllib.parse.urlencode(form).encode())
    server.asks("/sign-in/passkey", json.dumps({"credential": {"id": SECRET}}).encode(), **HEADERS)
    assert server.asks("/forgotten", urllib.parse.urlencode({"email": school.ta.email}).encode()) == 200


def says_what_is_no_request(server: RealServer) -> None:
    for raw in (
        f"{NOTE} /{SECRET} HTTP/1.1\r\n\r\n",
        f"GET /link/{SECRET} {NAME}\r\n\r\n",
        f"GET /link/{SECRET} HTTP/9.9\r\nHost: x\r\n\r\n",
        f"G\x01T /{SECRET} HTTP/1.1\r\n\r\n",
        f"GET /link/{SECRET} HTTP/1.1\r\nHost: x\r\n{NOTE} {NAME}\r\n\r\n",
        f"GET /link/{SECRET} HTTP/1.1\r\nHost: x\r\nCookie\x00: {SECRET}\r\n\r\n",
        f"GET /link/{SECRET}?{'x' * 9000} HTTP/1.1\r\nHost: x\r\n\r\n",
        f"POST /api/v1/sync HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: {NOTE}\r\n\r\n{NOTE}",
        f"POST /sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{NOTE}\r\n",
        f"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: {NOTE}\r\n\r\n",
        f"POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nemail={NOTE}&password={SECRET}",
    ):
        server.says(raw.encode("latin-1"))


def breaks_the_database(server: RealServer, school: SimpleNamespace) -> None:
    """Errors whose own words, or whose statement's values, are those of a note or a name."""
    bearer = {"Authorization": f"Bearer {school.tokens.bearer}", **HEADERS}
    cookie = {"Cookie": f"jotter_session={school.browser}"}

    def push() -> int:
        return server.asks("/api/v1/sync", sync_body(observation_entry(school.pupil.id, NOTE)), **bearer)

    assert push() == 200
    server.breaks(f"CREATE TRIGGER t1 BEFORE INSERT ON observations BEGIN SELECT RAISE(ABORT, '{NOTE}'); END")
    assert push() == 200, "in quarantine"
    server.breaks("DROP TRIGGER t1", f"UPDATE observations SET received_at = '{NOTE} of {NAME}'")
    assert server.asks("/desk/", **cookie) == 500, "a moment that is none, quoted by the error"
    server.breaks("ALTER TABLE observations RENAME TO gone")
    assert push() >= 500
    assert server.asks("/desk/", **cookie) == 500
    server.breaks("ALTER TABLE people RENAME TO nobody")
    form = urllib.parse.urlencode({"email": school.ta.email, "password": SECRET}).encode()
    assert server.asks("/sign-in", form) == 500


def test_no_line_of_the_real_server_holds_a_word_a_name_a_password_or_a_token(server, school) -> None:
    makes_requests_go_wrong(server, school)
    server.waits(lambda: "a mail could not be sent" in server.out.read_text(), "the mail fails")
    says_what_is_no_request(server)
    breaks_the_database(server, school)
    lines = server.stops()
    text = "\n".join(lines).lower()
    assert text.count("unexpected error") >= 4 and "a library has something to say" in text
    forbidden = [NOTE, NAME, SECRET, PASSWORD, school.link, school.browser, *vars(school.tokens).values()]
    for word in forbidden:
        assert word.lower() not in text, next(line for line in lines if word.lower() in line.lower())
    assert all(isinstance(json.loads(line), dict) for line in lines), "one object a line, and nothing beside"
