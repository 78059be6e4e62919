"""Computes again what the cases expect, after a change that is meant: python -m tests.cases.write"""

import json
import re
from collections.abc import Callable
from typing import Any

from tests.cases import FOLDER, cases, drawings_of, periods_of, plain, series_of


def write(name: str, expected: str, of: Callable[[dict[str, Any]], Any]) -> None:
    """Rewrite one file, a line for each observation, chart or drawing."""
    found = [{**case, expected: plain(of(case))} for case in cases(name)]
    (FOLDER / f"{name}.json").write_text(_readable(found))


def _readable(found: Any) -> str:
    """JSON with each innermost list or object on a line of its own."""
    text = json.dumps(found, ensure_ascii=False, indent=1)
    return (
        re.sub(r"([\[{])\n\s*([^][{}]*?)\s*\n\s*([]}])", lambda m: m[1] + re.sub(r"\n\s*", " ", m[2]) + m[3], text)
        + "\n"
    )


if __name__ == "__main__":
    write("series", "series", series_of)
    write("periods", "periods", periods_of)
    write("drawings", "drawings", drawings_of)
