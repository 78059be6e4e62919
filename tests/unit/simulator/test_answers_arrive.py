"""What is answered before it was read: on a real connection the answer arrives, not a broken network."""

import http.client
import json
import socket
import uuid

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from record import enrolments
from record.base import new_id
from record.database import prepare, writing
from record.times import now
from tests.factories import a_person, a_school
from tests.unit.api.actors import digest_header
from tests.unit.simulator.test_killed_server import LIMIT_S, RealServer

MIB = 1024 * 1024


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):
    """A server over an empty folder."""
    server = RealServer(tmp_path_factory.mktemp("real") / "folder", None)
    yield server
    server.kill()
    server.log.close()


@pytest.fixture(scope="module")
def token(server: RealServer) -> str:
    """The token of a tablet."""
    engine = prepare(create_engine(f"sqlite:///{server.folder / 'jotter.sqlite3'}"))
    with Session(engine) as session, writing(session):
        senco = a_person(session, a_school(session), "senco")
        bearer = enrolments.enrol(session, senco, new_id(), "Tablet 7", now())[1].bearer
    engine.dispose()
    return bearer


def status_of(server: RealServer, method: str, path: str, body: bytes, token: str, *, in_parts: bool) -> int:
    """The status of one request whose body is sent whole, or in parts of no told length."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=LIMIT_S)
    headers = {"Authorization": f"Bearer {token}", "Content-Digest": digest_header(body)}
    parts = iter(body[first : first + 65_536] for first in range(0, len(body), 65_536))
    connection.request(method, path, parts if in_parts else body, headers, encode_chunked=in_parts)
    answer = connection.getresponse()
    assert answer.headers["X-Jotter-Protocol"] == "1"
    json.loads(answer.read())
    connection.close()
    return answer.status


@pytest.mark.parametrize("in_parts", [False, True])
@pytest.mark.parametrize("size", [5 * MIB + 1, 12 * MIB])
def test_who_sends_a_file_that_is_too_large_hears_so(server, token, size: int, in_parts: bool) -> None:
    path = f"/api/v1/attachments/{uuid.uuid4()}"
    assert status_of(server, "PUT", path, bytes(size), token, in_parts=in_parts) == 413


def test_who_sends_a_batch_that_is_too_large_hears_so(server: RealServer, token: str) -> None:
    assert status_of(server, "POST", "/api/v1/sync", bytes(9 * MIB), token, in_parts=False) == 413


def test_whose_token_has_ended_hears_so_and_does_not_take_the_network_for_broken(server: RealServer) -> None:
    path = f"/api/v1/attachments/{uuid.uuid4()}"
    assert status_of(server, "PUT", path, bytes(4 * MIB), "ended", in_parts=False) == 401
    assert status_of(server, "POST", "/api/v1/sync", bytes(4 * MIB), "ended", in_parts=False) == 401


@pytest.mark.parametrize("parts", [b"zz\r\nabc\r\n0\r\n\r\n", b"-5\r\nabc\r\n0\r\n\r\n", b"3\r\nabcdef\r\n0\r\n\r\n"])
@pytest.mark.parametrize("path", ["POST /api/v1/sync", "POST /api/v1/enrolments", "PUT /api/v1/attachments/ID"])
def test_whose_body_is_framed_wrongly_hears_that_it_is_malformed(server, token: str, path: str, parts: bytes) -> None:
    head = (
        f"{path.replace('ID', str(uuid.uuid4()))} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Digest: {digest_header(b'')}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=LIMIT_S) as connection:
        connection.sendall(head.encode() + parts)
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        assert (answer.status, answer.headers["X-Jotter-Protocol"]) == (400, "1")


@pytest.mark.parametrize(
    ("status", "line", "header"),
    [
        (400, "POST /api/v1/sync HTTP/1.1", "Content-Length: five"),
        (400, "POST /api/v1/sync HTTP/1.1", "Content-Length: -1"),
        (400, "POST /api/v1/sync HTTP/1.1", "Content-Length: 5\r\nContent-Length: 6"),
        (400, "POST /api/v1/sync HTTP/1.1", "Transfer-Encoding: snail"),
        (400, "POST /api/v1/sync HTTP/1.1", "Na me: Amina"),
        (400, "POST /api/v1/sync HTTP/9.9", "Accept: */*"),
        (400, "Dear server", "Accept: */*"),
        (414, f"GET /api/v1/{'x' * 5_000} HTTP/1.1", "Accept: */*"),
        (431, "GET /api/v1/openapi.json HTTP/1.1", f"Long: {'x' * 10_000}"),
    ],
)
def test_what_is_no_request_at_all_is_answered_like_any_other(server, status: int, line: str, header: str) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=LIMIT_S) as connection:
        connection.sendall(f"{line}\r\nHost: localhost\r\n{header}\r\n\r\n".encode())
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        told = json.loads(answer.read())
    assert (answer.status, told["status"], answer.headers["X-Jotter-Protocol"]) == (status, status, "1")
    assert answer.headers["Content-Type"] == "application/problem+json" and "Amina" not in str(told)
