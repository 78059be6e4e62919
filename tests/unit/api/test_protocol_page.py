"""docs/protocol.md, from which others write clients: its worked digests are those of the code."""

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from api.canonical import DIGESTED, canonical, digest, examine

PAGE = Path(__file__).parents[3] / "docs" / "protocol.md"
WORKED = re.compile(r"```json\n(.+?)\n```\n```text\n(.+?)\n```\n`([0-9a-f]{64})`", re.S)
EXAMPLES = WORKED.findall(PAGE.read_text(encoding="utf-8"))


def test_every_example_of_the_page_is_found() -> None:
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize(("sent", "hashed", "told"), EXAMPLES, ids=["every day", "odd names", "sealed"])
def test_a_worked_digest_is_the_digest(sent: str, hashed: str, told: str) -> None:
    entry: dict[str, Any] = json.loads(sent)
    findings = examine(entry)
    digested = {name: entry[name] for name in DIGESTED if name in entry}
    text = entry["sealed"] if "sealed" in entry else canonical(digested, findings).decode()
    assert text == hashed
    assert digest(entry, findings) == told == hashlib.sha256(hashed.encode()).hexdigest()
