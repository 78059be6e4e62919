"""A tablet's passcode is none of those that people try first: what the server refuses as a password, offline too."""

import json
import subprocess
from pathlib import Path

from zxcvbn.frequency_lists import FREQUENCY_LISTS

from scripts.common_passcodes import WRITTEN, module

RANKED: list[str] = FREQUENCY_LISTS["passwords"]
UNCOMMON = [f"{one} {other}" for one in RANKED[20_000:20_040] for other in RANKED[25_000:25_050]]


def taken_by_the_tablet(passcodes: list[str]) -> list[str]:
    """Those of the passcodes that may be chosen."""
    script = Path(__file__).parents[2] / "passcodes_with_node.js"
    told = json.dumps(passcodes)
    done = subprocess.run(["node", script], input=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def test_the_tablet_knows_what_the_servers_list_says() -> None:
    assert WRITTEN.read_text(encoding="utf-8") == module(), "run scripts/common_passcodes.py"


def test_none_of_the_ten_thousand_commonest_is_taken_in_capitals_or_with_a_year() -> None:
    common = [word for word in RANKED[:10_000] if len(word) >= 8]
    words = [word for word in common if word.isalpha()]
    variants = [*common, *(word.upper() for word in common), *(f"{word}2026" for word in words)]
    assert min(len(common), len(words)) > 1_000 and taken_by_the_tablet(variants) == []


def test_two_uncommon_words_are_taken() -> None:
    assert len(UNCOMMON) == 2_000 and taken_by_the_tablet(UNCOMMON) == UNCOMMON
