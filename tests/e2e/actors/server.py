"""The server: the real one, as `jotter serve` starts it, that can be stopped, killed and started again."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import urllib.request
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.e2e.waiting import wait_until
from tests.ports import die_with_parent, free_port, is_answered, wait_until_refused

JOTTER = Path(sys.executable).parent / "jotter"
# Killed as a group, and by the system where the tests are.
ITS_OWN: Any = {"start_new_session": True, "preexec_fn": die_with_parent}


class Server:
    """One server over one folder of data, always on the same port."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.folder, self.port = folder, free_port()
        self._arguments = arguments
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def site(self) -> str:
        """Its address; `localhost`, for service workers need a secure context."""
        return f"http://localhost:{self.port}"

    @property
    def log(self) -> Path:
        """What it and its predecessors on this folder have said."""
        return self.folder.with_suffix(".log")

    @property
    def database(self) -> Path:
        return self.folder / "jotter.sqlite3"

    def starts(self) -> "Server":
        """Start, and wait until it can serve. Raises where somebody answers already: that would be another server."""
        assert not is_answered(self.port), f"somebody answers at {self.site} already"
        command = [str(JOTTER), "serve", "--data", str(self.folder), "--port", str(self.port), *self._arguments]
        with open(self.log, "ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, **ITS_OWN)
        wait_until(self._answers, f"the server at {self.site} answers", limit_s=60)
        return self

    starts_again = starts

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, self.log.read_text(encoding="utf-8")
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def is_killed(self) -> None:
        """Kill it and all its processes with -9, whatever they are doing."""
        self._ends(signal.SIGKILL)

    def stops(self) -> None:
        """Stop it as Ctrl+C does, where it runs. Asked by SIGTERM it would linger for two seconds over the connections
        that browsers keep open."""
        self._ends(signal.SIGINT)

    def _ends(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        try:
            os.killpg(self._process.pid, how)
        except ProcessLookupError:
            pass  # it had ended by itself
        self._process.wait(timeout=20)
        wait_until_refused(self.port)
        self._process = None

    def is_backed_up(self, copy: Path) -> None:
        """Copy its database as a nightly backup does, by SQLite's own means and while it runs."""
        with closing(sqlite3.connect(self.database)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)

    def is_restored_from(self, copy: Path) -> None:
        """Put a backup in place of the database."""
        for rest in self.folder.glob("jotter.sqlite3-*"):
            rest.unlink()
        shutil.copy(copy, self.database)
