"""All figures, one after another: `python -m bench`, or some of them: `python -m bench push rush`."""

import importlib
import sys

from bench.run import together

# The tablet's come last: a browser takes what memory and cores there are.
SCRIPTS = ("push", "sealed", "rush", "pull", "review", "memory", "tablet", "lighthouse")


def main() -> None:
    """Measure what is named, or all; fails where a figure could not be measured, not where a target is missed."""
    names = sys.argv[1:] or SCRIPTS
    unknown = set(names) - set(SCRIPTS)
    if unknown:
        sys.exit(f"There is no {', '.join(sorted(unknown))}; there are {', '.join(SCRIPTS)}.")
    together([importlib.import_module(f"bench.{name}").figures for name in names])


main()
