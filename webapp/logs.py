"""Logs: one JSON object a line on standard error; no pupil's name, no secret, no body of a request.

What we say ourselves names kinds of errors, routes and ids. What libraries, the server and Python itself have to say
passes through here too, and is told without its words: an error's message may quote a note, an address holds a token.
"""

import logging
import os
import sys
import threading
import traceback
from typing import Any

import structlog
from gunicorn.glogging import Logger


def _where(exc_info: Any) -> list[str]:
    """Where an error came from, and nothing of what was being worked on."""
    frames = traceback.extract_tb(exc_info[2])
    return [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]


def set_up_logs() -> None:
    """Have everything logged as JSON lines, from JOTTER_LOG_LEVEL (default info) upwards."""
    level = logging.getLevelNamesMapping().get(os.environ.get("JOTTER_LOG_LEVEL", "info").upper(), logging.INFO)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            # Without local variables, and without the words of the error: both may hold a pupil's name.
            structlog.processors.ExceptionRenderer(_where),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
    )
    root = logging.getLogger()
    root.handlers = [handler for handler in root.handlers if not isinstance(handler, Wordless)] + [Wordless()]
    root.setLevel(max(level, logging.WARNING))


def guard_hooks() -> None:
    """Have what Python itself prints of an error that nobody caught told in the same way: for who serves."""
    logging.captureWarnings(True)
    sys.excepthook = lambda kind, error, trace: _tell_uncaught(kind, (kind, error, trace))
    threading.excepthook = lambda told: _tell_uncaught(
        told.exc_type, (told.exc_type, told.exc_value, told.exc_traceback)
    )
    sys.unraisablehook = lambda told: _tell_uncaught(told.exc_type, (told.exc_type, told.exc_value, told.exc_traceback))


def _tell_uncaught(kind: type[BaseException], exc_info: Any) -> None:
    structlog.get_logger().error("an error that nobody caught", error=kind.__name__, exc_info=exc_info)


class Wordless(logging.Handler):
    """Tells which library has something to say, and where in its code that stands, which is as good as its words."""

    def emit(self, record: logging.LogRecord) -> None:
        told: dict[str, Any] = {"library": record.name, "where": f"{record.pathname}:{record.lineno}"}
        if record.exc_info and record.exc_info[0] is not None:
            told |= {"error": record.exc_info[0].__name__, "exc_info": record.exc_info}
        structlog.get_logger().log(record.levelno, "a library has something to say", **told)


class ServerLog(Logger):
    """gunicorn's own log, led into ours: it quotes request lines and headers as they came. Requests are not logged."""

    def setup(self, cfg: Any) -> None:
        """Take away the streams that gunicorn writes to by itself."""
        super().setup(cfg)
        for own in (self.error_log, self.access_log):
            own.handlers, own.propagate = [], True

    def access(self, resp: Any, req: Any, environ: Any, request_time: Any) -> None:
        """An address may hold a token or what somebody looked for."""
