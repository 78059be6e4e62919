"""The life file beside the database: how far the record has come, so that a restored backup is noticed."""

import threading
from pathlib import Path

import structlog

from record import epochs
from record.times import now

log = structlog.get_logger()


class Life:
    """Notes the record's progress after every push: a backup may be older by one push alone."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / epochs.LIFE_FILE
        self._lock = threading.Lock()

    def note(self, changes_made: int) -> None:
        """Write down how many changes the record has seen, once they are in it for good."""
        try:
            with self._lock:
                epochs.raise_high_water(self._path, changes_made, now())
        except OSError as error:
            log.warning("the life file could not be written", error=type(error).__name__)
