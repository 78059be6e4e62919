"""Agreement between two people who watched the same thing: figures from the literature, as pure functions.

Sources, by the short names used below:
Cooper: Cooper, Heron and Heward (2020), Applied Behavior Analysis, 3rd edition, chapter 5, "Interobserver agreement".
Reed and Azulay (2011), A Microsoft Excel 2010 based tool for calculating interobserver agreement, Behavior Analysis in
Practice 4(2), 45-52.
Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1), 37-46.
Landis and Koch (1977), The measurement of observer agreement for categorical data, Biometrics 33(1), 159-174.
"""

from collections.abc import Sequence

# "no less than 80%" is what Cooper calls the usual convention; it says nothing of who of the two was right.
USUAL_LEAST_PERCENT = 80
# Landis and Koch's names, by the highest kappa of each. They call their own divisions "clearly arbitrary".
LANDIS_AND_KOCH = (
    (0.0, "poor"), (0.2, "slight"), (0.4, "fair"), (0.6, "moderate"), (0.8, "substantial"), (1.0, "almost perfect"),
)  # fmt: skip


def total_agreement(one: float, other: float) -> float:
    """Total count agreement, and total duration agreement: smaller / larger x 100, from 0 to 100 (Cooper).

    The two may have seen quite different things and yet agree in the total. Where both found nothing the formula says
    nothing (0 / 0): then they agree, and it is 100, as Reed and Azulay count an interval in which neither saw any.
    """
    larger = max(one, other)
    return 100.0 if larger == 0 else 100 * min(one, other) / larger


def mean_count_per_interval(one: Sequence[int], other: Sequence[int]) -> float:
    """Mean of the total count agreement of each of the same intervals (1 or more), from 0 to 100 (Cooper; "partial
    agreement within intervals" of Reed and Azulay)."""
    return sum(total_agreement(*pair) for pair in zip(one, other, strict=True)) / len(one)


def exact_count_per_interval(one: Sequence[int], other: Sequence[int]) -> float:
    """Per cent of the same intervals (1 or more) in which both counted exactly the same: the strictest of the measures
    for counts (Cooper)."""
    return 100 * sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def mean_duration_per_occurrence(one: Sequence[float], other: Sequence[float]) -> float:
    """Mean of shorter / longer x 100 of each occurrence (1 or more), in the order in which both timed them (Cooper).
    Both must have timed as many: else it cannot be told which belong together."""
    return sum(total_agreement(*pair) for pair in zip(one, other, strict=True)) / len(one)


def interval_by_interval(one: Sequence[bool], other: Sequence[bool]) -> float:
    """Agreements / (agreements + disagreements) x 100 of the same intervals, 1 or more (Cooper). Where a behaviour is
    rare, or nearly always there, it is high by chance alone: see the next two, and kappa."""
    return 100 * sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def scored_interval(one: Sequence[bool], other: Sequence[bool]) -> float | None:
    """The same, of those intervals alone in which at least one saw the behaviour; for what is rare (Cooper, after
    Hawkins and Dotson 1975). None where neither saw it."""
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a or b]
    return 100 * sum(a and b for a, b in pairs) / len(pairs) if pairs else None


def unscored_interval(one: Sequence[bool], other: Sequence[bool]) -> float | None:
    """The same, of those intervals alone in which at least one did not see the behaviour; for what is nearly always
    there (Cooper, after Hawkins and Dotson 1975). None where both always saw it."""
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if not (a and b)]
    return 100 * sum(not a and not b for a, b in pairs) / len(pairs) if pairs else None


def cohens_kappa(table: Sequence[Sequence[float]]) -> float | None:
    """(observed - expected agreement) / (1 - expected agreement), from -1 to 1 (Cohen 1960).

    `table` counts (or gives shares of) what one put into category i and the other into j. Expected is what two would
    agree in by chance who used each category as often as these did. Where both put everything into one and the same
    category, agreement by chance is complete and kappa is 0 / 0: it is not defined, and None.
    """
    total = sum(map(sum, table))
    if total == 0:
        return None
    observed = sum(row[place] for place, row in enumerate(table)) / total
    columns = [sum(row[place] for row in table) for place in range(len(table))]
    expected = sum(sum(row) * column for row, column in zip(table, columns, strict=True)) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def kappa_of_intervals(one: Sequence[bool], other: Sequence[bool]) -> float | None:
    """Cohen's kappa of the same intervals, each seen or not seen; None where it is not defined."""
    pairs = list(zip(one, other, strict=True))
    return cohens_kappa([[pairs.count((a, b)) for b in (True, False)] for a in (True, False)])


def percent_in_words(percent: float | None) -> str:
    """What a percentage means by convention, and no more than that."""
    if percent is None:
        return "Not defined: there was no such interval."
    if percent >= USUAL_LEAST_PERCENT:
        return f"At or above the {USUAL_LEAST_PERCENT} % that is usually asked for."
    return f"Below the {USUAL_LEAST_PERCENT} % that is usually asked for: talk over what counts as the behaviour."


def kappa_in_words(kappa: float | None) -> str:
    """The name that Landis and Koch gave to the range."""
    if kappa is None:
        return "Not defined: both marked every interval alike, so chance alone would agree as well."
    name = next((name for most, name in LANDIS_AND_KOCH[1:] if 0 <= kappa <= most), LANDIS_AND_KOCH[0][1])
    return f"“{name.capitalize()}” by the convention of Landis and Koch (1977)."
