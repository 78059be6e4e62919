"""Which observations of two people can be compared: the same pupil, instrument and behaviour, at overlapping times.

Counts, durations and time samples can; the others leave one word or one score each, of which nothing can be said.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from record import agreement
from record.instruments.limits import can_be
from record.observations import Observation
from record.pupils import Pupil
from record.series.duration import lengths, total_s
from record.series.seen import figure, lasting, listed, named, number, plural
from record.series.time_sample import RULES
from record.times import SCHOOL_ZONE, parse_wire_time

COMPARABLE = ("frequency", "duration", "time_sample")
MOST_PAIRS = 100
MINUTE = timedelta(minutes=1)
# Counts of times that are as good as the same are compared whole.
LEAST_SHARED = 0.9
# Spells that are to be compared share at least this part of the time from the first start to the last stop of all.
LEAST_SHARED_SPELLS = 0.5
# Intervals that begin further apart than this part of an interval are not the same intervals.
MOST_SHIFT = 0.25


@dataclass(frozen=True)
class Look:
    """What one person saw of one behaviour, from when to when. `intervals`, `taps` and `spells` as they were taken."""

    note_id: str
    author_id: str
    instrument: str
    behaviour: str
    begins: datetime
    ends: datetime
    total: float = 0
    taps: list[datetime] | None = None
    spells: list[float] = field(default_factory=list)
    intervals: list[bool] = field(default_factory=list)
    interval_s: float = 0
    rule: str = ""

    @property
    def lasts_s(self) -> float:
        return (self.ends - self.begins).total_seconds()


@dataclass(frozen=True)
class Figure:
    """One measure of agreement: its name, its value (None: not defined), and what may be said of it."""

    name: str
    value: float | None
    unit: str
    says: str

    @property
    def said(self) -> str:
        if self.value is None:
            return "Not defined"
        return f"{figure(self.value)} %" if self.unit == "%" else f"{self.value:.2f}"


@dataclass(frozen=True)
class Pair:
    """Two looks at the same behaviour, side by side; `cannot` says why there are no figures, where there are none."""

    one: Look
    other: Look
    found: tuple[str, str]
    notes: list[str] = field(default_factory=list)
    rows: list[tuple[str, str, str]] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    cannot: str = ""


@dataclass(frozen=True)
class Found:
    """The pairs, newest first, and how many observations do not say when they began."""

    pairs: list[Pair]
    without_time: int
    has_more: bool


def pairs_of(session: Session, pupil: Pupil, first: date, last: date) -> Found:
    """The pairs of observations of a pupil from one day to another: one question to the database."""
    begin, end = (
        datetime(day.year, day.month, day.day, tzinfo=SCHOOL_ZONE) for day in (first, last + timedelta(days=1))
    )
    query = select(Observation.id, Observation.author_id, Observation.instrument, Observation.body["measures"]).where(
        Observation.pupil_id == pupil.id,
        Observation.instrument.in_(COMPARABLE),
        Observation.observed_at >= begin,
        Observation.observed_at < end,
    )
    looks: list[Look] = []
    without_time = 0
    for note_id, author_id, instrument, measures in session.execute(query):
        found = looks_of(note_id, author_id, instrument, measures)
        without_time += not found
        looks += found
    pairs = sorted(_overlapping(looks), key=lambda pair: (pair[1].begins, pair[0].note_id), reverse=True)
    return Found([compare(*pair) for pair in pairs[:MOST_PAIRS]], without_time, len(pairs) > MOST_PAIRS)


def looks_of(note_id: str, author_id: str, instrument: str, measures: Any) -> list[Look]:
    """What an observation says of each behaviour; nothing where it does not say when it began, or names a time that
    cannot be."""
    try:
        found = list(_looks(note_id, author_id, instrument, measures))
    except OverflowError:  # its end lies behind the end of time
        return []
    return [look for look in found if can_be(look.begins) and can_be(look.ends)]


def _looks(note_id: str, author_id: str, instrument: str, measures: Any) -> Iterator[Look]:
    said = measures if isinstance(measures, dict) else {}
    plain = Look(note_id, author_id, instrument, named(said.get("behaviour")), datetime.min, datetime.min)
    begins = parse_wire_time(said.get("began_at"))
    if instrument == "frequency":
        count, time = number(said.get("count")), number(said.get("observed_for_s"))
        if begins and count is not None and time and time > 0:
            taps = [tap for each in listed(said.get("taps")) if (tap := parse_wire_time(each))]
            yield replace(
                plain, begins=begins, ends=begins + timedelta(seconds=time), total=count,
                taps=sorted(taps) if len(taps) == count else None,
            )  # fmt: skip
    elif instrument == "duration":
        spells = _spells(said)
        total = total_s(said)
        if spells and total is not None:
            yield replace(plain, begins=spells[0][0], ends=max(stop for _, stop in spells), total=total,
                          spells=lengths(said))  # fmt: skip
    else:
        yield from _samples(plain, said, begins)


def _spells(measures: dict[str, Any]) -> list[tuple[datetime, datetime]]:
    found = []
    for spell in listed(measures.get("spells")):
        ends = [parse_wire_time(spell.get(end)) for end in ("start", "stop")] if isinstance(spell, dict) else []
        if len(ends) == 2 and ends[0] and ends[1] and ends[0] <= ends[1]:
            found.append((ends[0], ends[1]))
    return sorted(found)


def _samples(plain: Look, measures: dict[str, Any], begins: datetime | None) -> Iterator[Look]:
    interval_s, rule = number(measures.get("interval_s")), measures.get("rule")
    if begins is None or not interval_s or interval_s <= 0:
        return
    for behaviour in listed(measures.get("behaviours")):
        marks = listed(behaviour.get("intervals")) if isinstance(behaviour, dict) else []
        if marks and all(isinstance(mark, bool) for mark in marks):
            yield replace(
                plain, behaviour=named(behaviour.get("name")), begins=begins,
                ends=begins + timedelta(seconds=interval_s * len(marks)), intervals=marks, interval_s=interval_s,
                rule=rule if isinstance(rule, str) and rule in RULES else "",
            )  # fmt: skip


def _overlapping(looks: Iterable[Look]) -> Iterator[tuple[Look, Look]]:
    """Two people's looks at one behaviour with one instrument, whose times overlap; the earlier first."""
    groups: dict[tuple[str, str], list[Look]] = {}
    for look in looks:
        groups.setdefault((look.instrument, look.behaviour.lower()), []).append(look)
    for group in groups.values():
        group.sort(key=lambda look: (look.begins, look.note_id))
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                if other.begins >= one.ends:
                    break
                if other.author_id != one.author_id:
                    yield one, other


def compare(one: Look, other: Look) -> Pair:
    """The two side by side, with every figure that may be worked out of them."""
    return {"frequency": _counts, "duration": _durations, "time_sample": _intervals}[one.instrument](one, other)


def _counts(one: Look, other: Look) -> Pair:
    begins, ends = max(one.begins, other.begins), min(one.ends, other.ends)
    shared_s = (ends - begins).total_seconds()
    taps = [look.taps for look in (one, other)]
    if None in taps:
        if shared_s < LEAST_SHARED * max(one.lasts_s, other.lasts_s):
            return Pair(one, other, _told(one, other), cannot="They watched at different times, and not every tap is "
                        "known: what each counted in the time they share cannot be told.")  # fmt: skip
        return Pair(one, other, _told(one, other), figures=[_percent("Total count", one.total, other.total)])
    within = [[tap for tap in _own_taps(look) if begins <= tap <= ends] for look in (one, other)]
    minutes = [_by_minute(each, begins, ends) for each in within]
    figures = [
        _percent("Total count", sum(minutes[0]), sum(minutes[1])),
        _figure("Mean count by minute", agreement.mean_count_per_interval(*minutes)),
        _figure("Exact count by minute", agreement.exact_count_per_interval(*minutes)),
    ]
    rows = [(f"Minute {place + 1}", str(a), str(b)) for place, (a, b) in enumerate(zip(*minutes, strict=True))]
    return Pair(one, other, _told(one, other), [f"Compared: the {lasting(shared_s)} that both watched."], rows, figures)


def _own_taps(look: Look) -> list[datetime]:
    """Every tap within the look's own time: one in the last second of it may have been kept a moment after its end."""
    return [min(max(tap, look.begins), look.ends) for tap in look.taps or []]


def _by_minute(taps: list[datetime], begins: datetime, ends: datetime) -> list[int]:
    counts = [0] * max(1, -(-(ends - begins) // MINUTE))
    for tap in taps:
        counts[min((tap - begins) // MINUTE, len(counts) - 1)] += 1
    return counts


def _durations(one: Look, other: Look) -> Pair:
    # How long each watched is not known, only when the first spell began and the last one stopped. Those ends belong to
    # what is compared, and cutting the spells to the shared time would hide how far they differ: so all or nothing.
    shared_s = (min(one.ends, other.ends) - max(one.begins, other.begins)).total_seconds()
    whole_s = (max(one.ends, other.ends) - min(one.begins, other.begins)).total_seconds()
    if shared_s < LEAST_SHARED_SPELLS * whole_s:
        return Pair(one, other, _told(one, other), cannot="What they timed lies at different times: less than half of "
                    "it is shared, and whether each watched for the rest is not known.")  # fmt: skip
    figures = [_percent("Total duration", one.total, other.total)]
    notes = ["Compared: all that each timed. How long each watched besides is not known."]
    if len(one.spells) == len(other.spells):
        figures.append(
            _figure("Mean duration per occurrence", agreement.mean_duration_per_occurrence(one.spells, other.spells))
        )
    else:
        notes.append("They timed different numbers of spells: those cannot be compared one by one.")
    longest = max(len(one.spells), len(other.spells))
    rows = [(f"Spell {place + 1}", _spell(one, place), _spell(other, place)) for place in range(longest)]
    return Pair(one, other, _told(one, other), notes, rows, figures)


def _intervals(one: Look, other: Look) -> Pair:
    told = _told(one, other)
    if one.interval_s != other.interval_s:
        return Pair(one, other, told, cannot="Their intervals have different lengths.")
    if one.rule != other.rule:
        return Pair(one, other, told, cannot="They went by different rules, which find different things.")
    apart = (other.begins - one.begins).total_seconds() / one.interval_s
    shift = int(apart + 0.5)
    if abs(apart - shift) > MOST_SHIFT:
        return Pair(one, other, told, cannot="Their intervals began too far apart to be the same intervals.")
    marks = list(zip(one.intervals[shift:], other.intervals, strict=False))
    if not marks:
        return Pair(one, other, told, cannot="They share no whole interval.")
    first, second = [a for a, _ in marks], [b for _, b in marks]
    kappa = agreement.kappa_of_intervals(first, second)
    figures = [
        _figure("Interval by interval", agreement.interval_by_interval(first, second)),
        _figure("Scored intervals", agreement.scored_interval(first, second)),
        _figure("Unscored intervals", agreement.unscored_interval(first, second)),
        Figure("Cohen's kappa", kappa, "", agreement.kappa_in_words(kappa)),
    ]
    rows = [(f"Interval {place + 1}", _mark(a), _mark(b)) for place, (a, b) in enumerate(marks)]
    return Pair(one, other, told, [f"Compared: {plural(len(marks), 'interval')} that both watched."], rows, figures)


def _spell(look: Look, place: int) -> str:
    return lasting(look.spells[place]) if place < len(look.spells) else "–"


def _mark(seen: bool) -> str:
    return "Seen" if seen else "Not seen"


def _percent(name: str, one: float, other: float) -> Figure:
    return _figure(name, agreement.total_agreement(one, other))


def _figure(name: str, value: float | None) -> Figure:
    return Figure(name, value, "%", agreement.percent_in_words(value))


def _told(one: Look, other: Look) -> tuple[str, str]:
    """What each of the two found, in words."""
    return _found(one), _found(other)


def _found(look: Look) -> str:
    if look.instrument == "frequency":
        return f"{figure(look.total)} in {lasting(look.lasts_s)}"
    if look.instrument == "duration":
        return f"{lasting(look.total)} in {plural(len(look.spells), 'spell')}"
    rule = f", {RULES[look.rule]}" if look.rule else ""
    marks = plural(len(look.intervals), "interval")
    return f"{sum(look.intervals)} of {marks} of {lasting(look.interval_s)}{rule}"
