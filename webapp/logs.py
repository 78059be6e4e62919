"""Logs: one JSON object a line on standard error; no pupil's name, no secret, no body of a request."""

import logging
import os
import sys
import traceback
from typing import Any

import structlog


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
