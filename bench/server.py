"""`jotter serve` as a school runs it: a process of its own, asked over loopback HTTP."""

import http.client
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

import psutil

ROOT = Path(__file__).resolve().parent.parent
START_LIMIT_S = 120
MIB = 1024 * 1024


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """A running server over a folder of data; PostgreSQL where a URL is given."""

    def __init__(self, folder: Path, database_url: str | None = None) -> None:
        self.folder, self.port = folder, free_port()
        self.environment = {**os.environ, "JOTTER_LOG_LEVEL": "warning"}
        self.environment.pop("JOTTER_DATABASE_URL", None)
        if database_url:
            self.environment["JOTTER_DATABASE_URL"] = database_url

    def __enter__(self) -> "Server":
        program = [sys.executable, "-m", "webapp.cli"]
        script = Path(sys.executable).with_name("jotter")
        command = [str(script)] if script.exists() else program
        self.process = subprocess.Popen(
            [*command, "serve", "--data", str(self.folder), "--port", str(self.port)], cwd=ROOT, env=self.environment
        )
        self._wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.terminate()
        self.process.wait(START_LIMIT_S)

    def _wait(self) -> None:
        limit = time.monotonic() + START_LIMIT_S
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > limit:
                raise RuntimeError(f"the server did not start ({self.process.poll()})")
            time.sleep(0.05)  # nobody tells when it listens: it is asked again until it answers

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def memory_mib(self) -> tuple[float, float]:
        """The memory of the process that answers (the largest of the family), and of the family together without
        counting shared pages twice."""
        parent = psutil.Process(self.process.pid)
        seen = [process.memory_full_info() for process in [parent, *parent.children(recursive=True)]]
        return max(each.rss for each in seen) / MIB, sum(each.pss for each in seen) / MIB
