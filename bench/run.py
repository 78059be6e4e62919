"""Running figures: one script alone, or all of them in one room."""

import time
from collections.abc import Callable, Sequence

from bench.figures import Figure, show
from bench.room import Room, room

Measure = Callable[[Room], list[Figure]]


def alone(measure: Measure) -> None:
    """One script's figures in a room of their own."""
    together([measure])


def together(measures: Sequence[Measure]) -> list[Figure]:
    """The figures of all, printed as they come."""
    begun, found = time.monotonic(), []
    with room() as shared:
        for measure in measures:
            figures = measure(shared)
            show(figures)
            found += figures
    met = sum(figure.is_met for figure in found)
    print(f"{met} of {len(found)} targets met; measured in {time.monotonic() - begun:.0f} s", flush=True)
    return found
