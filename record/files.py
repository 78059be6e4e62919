"""Files of the record that are too large for its tables: written so that what was acknowledged is on the disk."""

import hashlib
import os
import re
from pathlib import Path

_NAME = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Files:
    """The attachments in the data folder: one folder a school, one file an attachment, for its owner's eyes alone.

    A name is made of ids and nothing else: what is not an id names no file.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "attachments"

    def write(self, school_id: str, file_id: str, content: bytes) -> None:
        """Put a file in its place, whole or not at all, and durably; one that lies there is replaced. To be called
        before the transaction that names it commits, by the only writer."""
        path = self._path(school_id, file_id)
        for folder in (self._folder, path.parent):
            if not folder.exists():
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _sync_folder(folder.parent)
        unfinished = path.with_suffix(".part")
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
        _sync_folder(path.parent)

    def read(self, school_id: str, file_id: str) -> bytes:
        """The content of a file. Raises FileNotFoundError."""
        return self._path(school_id, file_id).read_bytes()

    def digest(self, school_id: str, file_id: str) -> str | None:
        """SHA-256 of a file as it now lies there, in hex; None where there is none."""
        try:
            with self._path(school_id, file_id).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:
            return None

    def _path(self, school_id: str, file_id: str) -> Path:
        if not (_NAME.fullmatch(school_id) and _NAME.fullmatch(file_id)):
            raise FileNotFoundError("There is no such file")
        return self._folder / school_id / file_id


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
