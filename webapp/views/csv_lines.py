"""Reading a CSV file as schools' programs write it: any of the usual encodings and separators, with line numbers."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MAX_BYTES = 256 * 1024
MAX_LINES = 5_000
SEPARATORS = (",", ";", "\t")


class NotCsv(Exception):
    """The file cannot be read as a list; the text says why, for a person."""


@dataclass(frozen=True)
class CsvLine:
    """One line: its place in the file, and its cells by the heading of their column."""

    number: int
    cells: Mapping[str, str]


def decoded(raw: bytes) -> str:
    """The file's text. Excel writes UTF-8 with a mark, UTF-16, or the Windows code page. Raises NotCsv."""
    if len(raw) > MAX_BYTES:
        raise NotCsv(f"The file is larger than {MAX_BYTES // 1024} KB: split it")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _text(raw, "utf-16")
    if b"\0" in raw:
        raise NotCsv("This is not a CSV file. In your spreadsheet choose Save as, CSV")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _text(raw, "cp1252")


def _text(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        raise NotCsv("The file's letters cannot be read. In your spreadsheet choose Save as, CSV UTF-8") from None


def read(text: str, columns: tuple[str, ...], needed: str) -> list[CsvLine]:
    """The lines below the headings; empty ones are passed over. Raises NotCsv."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return _lines(reader, columns, needed)
    except csv.Error:
        raise NotCsv(f"Line {reader.line_num} cannot be read: a quotation mark may be missing") from None


def _lines(reader: Any, columns: tuple[str, ...], needed: str) -> list[CsvLine]:
    headings: list[str] = []
    found: list[CsvLine] = []
    begins = 1
    for cells in reader:
        number, begins = begins, reader.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        if not headings:
            headings = _headings(cells, columns, needed)
            continue
        if len(found) == MAX_LINES:
            raise NotCsv(f"The file has more than {MAX_LINES:,} lines: split it")
        by_heading = dict(zip(headings, (cell.strip() for cell in cells), strict=False))
        found.append(CsvLine(number, {column: by_heading.get(column, "") for column in columns}))
    if not headings:
        raise NotCsv("The file is empty")
    return found


def _headings(cells: list[str], columns: tuple[str, ...], needed: str) -> list[str]:
    headings = [cell.strip().casefold() for cell in cells]
    if needed not in headings or not any(each in headings for each in columns if each != needed):
        raise NotCsv(f"The first line must name the columns: {', '.join(columns)}")
    return headings
