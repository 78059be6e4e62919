"""The real server, killed outright in the middle of a sync and started again: whatever it acknowledged is there."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, func, select
from sqlalchemy.orm import Session

from record import enrolments
from record.base import new_id
from record.database import prepare, writing
from record.entries import Entry
from record.observations import Observation
from record.times import now
from tests.factories import a_person, a_pupil, a_school, observation_entry
from tests.ports import die_with_parent, free_port, wait_until_refused

JOTTER = Path(sys.executable).with_name("jotter")
ROOT = Path(__file__).parents[3]
LIMIT_S = 60
TABLETS = 3
KILLS = 2


class RealServer:
    """`jotter serve` as a process of its own."""

    def __init__(self, folder: Path, database_url: str | None) -> None:
        self.folder, self.port = folder, free_port()
        self.environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.environment.pop("JOTTER_DATABASE_URL", None)
        if database_url:
            self.environment["JOTTER_DATABASE_URL"] = database_url
        self.log = open(folder.parent / "server.log", "ab")
        self.start()

    def start(self) -> None:
        """Start, and wait until it can serve."""
        command = [str(JOTTER), "serve", "--data", str(self.folder), "--port", str(self.port)]
        self.process = subprocess.Popen(
            command,
            env=self.environment,
            cwd=ROOT,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )
        until = time.monotonic() + LIMIT_S
        while time.monotonic() < until and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.address}/healthz", timeout=5) as answer:
                    assert answer.status == 200
                    return
            except OSError:
                threading.Event().wait(0.05)
        raise AssertionError(f"the server does not start: {(self.folder.parent / 'server.log').read_text()[-2000:]}")

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """As a power cut: nobody is asked."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(LIMIT_S)
        wait_until_refused(self.port)

    def sync(self, token: str, entries: list[dict[str, Any]]) -> list[dict[str, Any]] | None:
        """Push entries; the results, or None where nothing was heard."""
        body = json.dumps({"protocol": 1, "nonce": "n", "limit": 0, "entries": entries}).encode()
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.address}/api/v1/sync", body, headers)
        try:
            with urllib.request.urlopen(request, timeout=LIMIT_S) as answer:
                results: list[dict[str, Any]] = json.load(answer)["results"]
                return results
        except (OSError, http.client.HTTPException, ValueError):  # an answer may break off anywhere
            return None


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RealServer]:
    """A server over an empty folder, or an empty database of the throwaway cluster."""
    url = None
    if request.param == "postgresql":
        cluster = request.getfixturevalue("cluster")
        url = cluster.url(cluster.create())
    server = RealServer(tmp_path / "folder", url)
    yield server
    server.kill()
    server.log.close()


@pytest.fixture
def engine(server: RealServer) -> Iterator[Any]:
    """A second way into the server's database."""
    url = server.environment.get("JOTTER_DATABASE_URL") or f"sqlite:///{server.folder / 'jotter.sqlite3'}"
    engine = prepare(create_engine(url))
    yield engine
    engine.dispose()


def test_what_a_killed_server_acknowledged_is_there_when_it_is_back(server: RealServer, engine: Any) -> None:
    with Session(engine) as session, writing(session):
        school = a_school(session)
        senco, pupil = a_person(session, school, "senco"), a_pupil(session, school)
        tokens = [enrolments.enrol(session, senco, new_id(), f"T{n}", now())[1].bearer for n in range(TABLETS)]
        pupil_id = pupil.id
    acknowledged: set[str] = set()
    written: list[dict[str, Any]] = []
    lock, is_over = threading.Lock(), threading.Event()
    heard = threading.Semaphore(0)

    def use(token: str) -> None:
        batch: list[dict[str, Any]] = []
        while not is_over.is_set() or batch:
            if not batch:
                batch = [observation_entry(pupil_id, "x" * 500) for _ in range(20)]
                with lock:
                    written.extend(batch)
            results = server.sync(token, batch)
            if results is None:
                is_over.wait(0.05)
                continue
            assert {result["status"] for result in results} <= {"accepted", "duplicate"}
            with lock:
                acknowledged.update(result["id"] for result in results)
            batch = []
            heard.release()

    threads = [threading.Thread(target=use, args=(token,)) for token in tokens]
    for thread in threads:
        thread.start()
    for _ in range(KILLS):
        for _each in range(4):  # in the middle of whatever comes after the fourth answer
            assert heard.acquire(timeout=LIMIT_S)
        server.kill()
        with lock:
            must_be_there = set(acknowledged)
        with Session(engine) as session:
            there = set(session.scalars(select(Observation.id).where(Observation.id.in_(must_be_there))))
        assert there == must_be_there
        server.start()
    is_over.set()
    for thread in threads:
        thread.join(LIMIT_S)
        assert not thread.is_alive()
    ids = {entry["id"] for entry in written}
    assert acknowledged == ids
    with Session(engine) as session:
        rows = select(func.count(), func.count(func.distinct(Entry.entry_id))).where(Entry.pupil_id == pupil_id)
        assert tuple(session.execute(rows).one()) == (len(ids), len(ids)), "each once"
