"""Strands: the things that pupils work on, each a file in phrases/ with its measure and its words.

To add one: write phrases/<name>.txt with `area`, `settings`, `measure`, `goal` and `baseline` at its head and the
sections brief, early, middle, late, hard, next, parent, child, discussed and action (helped may be left out); name
it in a pupil's `strands` in cohort/.
"""

import re
from dataclasses import dataclass
from functools import cache

from demo import phrasing, school_days

_MEASURE = re.compile(r"start (\d+)\.\.(\d+), target (\d+)\.\.(\d+), of (\d+)")


@dataclass(frozen=True)
class Strand:
    """One strand. `start` and `target` are ranges that a pupil's own figures are drawn from; `out_of` is 0 where
    the measure has no total (minutes, times a day)."""

    name: str
    area: str
    settings: tuple[str, ...]
    start: tuple[int, int]
    target: tuple[int, int]
    out_of: int
    goal: str
    baseline: str
    phrases: dict[str, tuple[str, ...]]

    def settings_for(self, year_group: str) -> tuple[str, ...]:
        """The settings that there are in this year group."""
        if school_days.is_infant(year_group):
            return self.settings
        older = tuple(each for each in self.settings if each not in school_days.INFANT_SETTINGS)
        return older or ("1:1 session",)


@cache
def strand(name: str) -> Strand:
    """The strand of this name."""
    head, sections = phrasing.read_sections(name)
    measure = _MEASURE.fullmatch(head["measure"])
    if measure is None:
        raise ValueError(f"the measure of {name} cannot be read")
    numbers = [int(part) for part in measure.groups()]
    return Strand(
        name=name,
        area=head["area"],
        settings=tuple(part.strip() for part in head["settings"].split(",")),
        start=(numbers[0], numbers[1]),
        target=(numbers[2], numbers[3]),
        out_of=numbers[4],
        goal=head["goal"],
        baseline=head["baseline"],
        phrases=sections,
    )
