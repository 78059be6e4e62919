"""What the charts of a pupil show: series of plain values, computed from observations. How they look is not said here.

The tablet computes the same from the documents on its shelf (webapp/static/jotter/series/), file by file; both sides
are held to tests/cases/series.json, so that they cannot drift. To add an instrument: a module here with `charts`, its
twin there, both named in the lists of INSTRUMENTS, and its cases.
"""

from collections.abc import Mapping, Sequence
from types import ModuleType

from record.series import abc, duration, frequency, narrative, overview, scale, session, target, time_sample
from record.series.chart import Chart
from record.series.seen import Seen

INSTRUMENTS: dict[str, ModuleType] = {
    "narrative": narrative,
    "abc": abc,
    "frequency": frequency,
    "duration": duration,
    "time_sample": time_sample,
    "scale": scale,
    "target": target,
    "session": session,
}
EVERYTHING = "all"  # the charts of all observations together, whatever their instrument


def charts_of(seen: Sequence[Seen], texts: Mapping[str, str]) -> dict[str, list[Chart]]:
    """The charts of a pupil's observations (oldest first) by instrument, in order; `texts` are outcomes by their id.

    An instrument without anything to draw has no place in the answer.
    """
    found = {EVERYTHING: overview.charts(seen, texts)} if seen else {}
    for instrument, module in INSTRUMENTS.items():
        charts = module.charts([each for each in seen if each.instrument == instrument], texts)
        if charts:
            found[instrument] = charts
    return found
