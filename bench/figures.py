"""How a figure is told: what was measured, the floor beside it, the target, and by how much it was met or missed."""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

RUNS = 7
NAME_WIDTH, VALUE_WIDTH = 52, 30


@dataclass(frozen=True)
class Figure:
    """One figure: `value` is to stay at or under `target`, or with `is_least` at or over it, both in `unit`.

    `seen` says what it was made from.
    """

    name: str
    value: float
    unit: str
    target: float
    seen: str = ""
    is_least: bool = False

    @property
    def is_met(self) -> bool:
        return self.value >= self.target if self.is_least else self.value <= self.target

    @property
    def line(self) -> str:
        share = self.value / self.target
        verdict = f"met, {abs(1 - share):.0%} to spare" if self.is_met else f"MISSED by {abs(share - 1):.0%}"
        told = f"{_number(self.value)} {self.unit} (target {_number(self.target)})"
        return f"{self.name:<{NAME_WIDTH}} {told:<{VALUE_WIDTH}} {verdict:<22} {self.seen}".rstrip()


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def show(figures: Sequence[Figure]) -> None:
    """Print the figures at once: a later one may take minutes."""
    for figure in figures:
        print(figure.line, flush=True)


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes, in seconds, with the collector of this process (the client's) out of the way."""
    gc.collect()
    gc.disable()
    try:
        begun = time.perf_counter()
        work()
        return time.perf_counter() - begun
    finally:
        gc.enable()


def side_by_side(
    works: Sequence[Callable[[], object]], runs: int = RUNS, before: Callable[[], object] = lambda: None
) -> list[list[float]]:
    """The seconds of each work, run in turn again and again, so that a noisy minute falls on all of them. The first
    round, which warms caches, does not count; nor does what must be done before each round."""
    rounds = []
    # What the client holds by now: walking through all of it before each work drives the server's caches out.
    gc.freeze()
    try:
        for _ in range(runs + 1):
            before()
            rounds.append([seconds(work) for work in works])
    finally:
        gc.unfreeze()
    return [list(column) for column in zip(*rounds[1:], strict=True)]


def median(values: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(values)


def spread(values: Sequence[float], scale: float = 1.0, unit: str = "s") -> str:
    """`0.210 s (0.190 to 0.300 of 7)`: the median, the least and the most."""
    low, middle, high = min(values) * scale, median(values) * scale, max(values) * scale
    return f"{middle:.3g} {unit} ({low:.3g} to {high:.3g} of {len(values)})"
