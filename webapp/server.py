"""The server: gunicorn with threads, over the app."""

import ctypes
import gc
import signal
import socket
import sys
from http import HTTPStatus
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.http.errors import (
    ForbiddenProxyRequest,
    InvalidResponseHeader,
    InvalidResponseHeaderName,
    LimitRequestHeaders,
    LimitRequestLine,
    ParseException,
)
from gunicorn.workers.gthread import ThreadWorker

from api.errors import problem
from webapp import headers
from webapp.logs import ServerLog

THREADS = 8
PR_SET_PDEATHSIG = 1
STATUSES: dict[type[Exception], HTTPStatus] = {
    # What the app itself would send and must not: both look as if a client had sent them.
    InvalidResponseHeader: HTTPStatus.INTERNAL_SERVER_ERROR,
    InvalidResponseHeaderName: HTTPStatus.INTERNAL_SERVER_ERROR,
    LimitRequestLine: HTTPStatus.REQUEST_URI_TOO_LONG,
    LimitRequestHeaders: HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
    ForbiddenProxyRequest: HTTPStatus.FORBIDDEN,
    ParseException: HTTPStatus.BAD_REQUEST,
}


class Worker(ThreadWorker):
    """gunicorn's threads. What never reaches the app, because it is no HTTP or too long, is refused as the app refuses:
    with a problem document, and the protocol's header, without which a tablet takes the network for broken."""

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: Exception) -> None:
        """Answer what could not be served; gunicorn closes the connection after it."""
        status = next((each for kind, each in STATUSES.items() if isinstance(exc, kind)), HTTPStatus(500))
        self.log.warning("a request could not be served: %s", type(exc).__name__, exc_info=status >= 500)
        answer = problem(status, status.phrase, headers={**headers.ALWAYS, "Connection": "close"})
        head = "".join(f"{name}: {value}\r\n" for name, value in answer.headers.items())
        try:
            client.sendall(f"HTTP/1.1 {answer.status}\r\n{head}\r\n".encode("latin-1") + answer.data)
        except OSError:
            pass  # they have gone: nobody waits for the answer


class Server(BaseApplication):
    """The app, served: by one process on SQLite (one writer at a time), by several on PostgreSQL."""

    def __init__(self, app: Flask, host: str, port: int, workers: int) -> None:
        self._app, self._workers = app, workers
        self._bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        super().__init__()

    def load_config(self) -> None:
        """What of gunicorn's settings is ours."""
        settings: dict[str, Any] = {
            "bind": self._bind,
            "workers": self._workers,
            "worker_class": Worker,
            "threads": THREADS,
            "timeout": 120,
            "graceful_timeout": 10,
            "keepalive": 15,
            "loglevel": "warning",
            "logger_class": ServerLog,
            "post_fork": _begin_worker,
            "limit_request_line": 4094,
        }
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The app that is served."""
        return self._app


def _begin_worker(_server: Any, _worker: Any) -> None:
    # What was loaded stays for good: the collector need not walk through it again and again in the midst of a push.
    gc.collect()
    gc.freeze()
    # A sync's own objects, thousands of them, go by themselves: no need to look through the young ones that often.
    gc.set_threshold(10_000)
    # When the parent is killed outright its port must be free at once, for whoever starts it again.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
