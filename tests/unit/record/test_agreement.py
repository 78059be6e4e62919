"""Agreement: each formula against worked examples that others have published, the source beside each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from record import agreement

# Reed and Azulay (2011), Behavior Analysis in Practice 4(2), 45-52. Figure 1: fifteen intervals of a minute; the first
# observer counts one in each of minutes 1 to 3 and two in minute 4, the second one in minute 4 and four in minute 15.
COUNTS = ([1, 1, 1, 2, *[0] * 11], [0, 0, 0, 1, *[0] * 10, 4])
# Figure 2: seven intervals; they disagree in the first and the seventh, agree that there was nothing in 2 to 4, and
# something in 5 and 6.
INTERVALS = (
    [True, False, False, False, True, True, False],
    [False, False, False, False, True, True, True],
)


def test_total_count_is_blind_to_when_things_happened() -> None:
    # Reed and Azulay: 5 and 5 are 100 %, although the two saw different events.
    assert agreement.total_agreement(sum(COUNTS[0]), sum(COUNTS[1])) == 100


def test_counts_by_interval() -> None:
    # Reed and Azulay: 10.5 of 15 are 70 % with partial agreement, 10 of 15 are 66.7 % with exact agreement.
    assert agreement.mean_count_per_interval(*COUNTS) == pytest.approx(70)
    assert agreement.exact_count_per_interval(*COUNTS) == pytest.approx(66.7, abs=0.05)


def test_interval_by_interval_scored_and_unscored() -> None:
    # Reed and Azulay: 5 of 7 are 71.4 %; of the scored intervals 2 of 4 are 50 %; of the unscored 3 of 5 are 60 %.
    assert agreement.interval_by_interval(*INTERVALS) == pytest.approx(71.4, abs=0.05)
    assert agreement.scored_interval(*INTERVALS) == 50
    assert agreement.unscored_interval(*INTERVALS) == 60


def test_mean_duration_per_occurrence() -> None:
    # Reed and Azulay: agreements of 99.7, 2.3, 69.2 and 92.7 % for four occurrences are 66 % on average.
    longer, shorter = [1000.0] * 4, [997.0, 23.0, 692.0, 927.0]
    assert agreement.mean_duration_per_occurrence(longer, shorter) == pytest.approx(66, abs=0.05)


@pytest.mark.parametrize(
    ("table", "kappa"),
    [
        # The textbook example of fifty grant proposals: observed 0.70, expected 0.50.
        ([[20, 5], [10, 15]], 0.40),
        # Twenty patients and two doctors, easycalculation.com, "Cohen's Kappa Index": 0.08 / 0.38.
        ([[12, 2], [4, 2]], 0.21),
        # Cohen (1968), Weighted kappa, Psychological Bulletin 70(4), 213-220, in shares: unweighted 0.492.
        ([[0.44, 0.07, 0.09], [0.05, 0.20, 0.05], [0.01, 0.03, 0.06]], 0.492),
        # Fleiss, Cohen and Everitt (1969), Large sample standard errors of kappa and weighted kappa, Psychological
        # Bulletin 72(5), 323-327: 0.429.
        ([[106, 10, 4], [22, 28, 10], [2, 12, 6]], 0.429),
    ],
)
def test_cohens_kappa(table, kappa) -> None:
    assert agreement.cohens_kappa(table) == pytest.approx(kappa, abs=0.0055 if kappa == 0.21 else 0.0005)


def test_kappa_is_not_defined_where_chance_alone_agrees_in_everything() -> None:
    assert agreement.cohens_kappa([[7, 0], [0, 0]]) is None
    assert agreement.kappa_of_intervals([False] * 5, [False] * 5) is None
    assert agreement.cohens_kappa([[0, 0], [0, 0]]) is None
    assert agreement.kappa_of_intervals([True] * 5, [False] * 5) == 0
    assert agreement.kappa_in_words(None).startswith("Not defined")


def test_where_both_found_nothing_they_agree() -> None:
    assert agreement.total_agreement(0, 0) == 100
    assert agreement.total_agreement(0, 3) == 0
    assert agreement.scored_interval([False], [False]) is None
    assert agreement.unscored_interval([True], [True]) is None


def test_words_say_whose_convention_it_is() -> None:
    assert agreement.percent_in_words(80).startswith("At or above the 80 %")
    assert agreement.percent_in_words(79.9).startswith("Below the 80 %")
    named = {kappa: agreement.kappa_in_words(kappa).split("”")[0][1:] for kappa in (-0.1, 0.2, 0.21, 0.6, 0.61, 1)}
    assert list(named.values()) == ["Poor", "Slight", "Fair", "Moderate", "Substantial", "Almost perfect"]
    assert "Landis and Koch" in agreement.kappa_in_words(0.5)


PAIRS = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=60)


@given(PAIRS)
def test_it_makes_no_difference_who_is_named_first_and_every_figure_stays_in_its_range(pairs) -> None:
    one, other = [a for a, _ in pairs], [b for _, b in pairs]
    for figure, least, most in (
        (agreement.interval_by_interval, 0, 100),
        (agreement.scored_interval, 0, 100),
        (agreement.unscored_interval, 0, 100),
        (agreement.kappa_of_intervals, -1, 1),
    ):
        value = figure(one, other)
        assert value == figure(other, one)
        assert value is None or least <= value <= most
    if one == other:
        assert agreement.interval_by_interval(one, other) == 100
        assert agreement.kappa_of_intervals(one, other) in (1, None)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1))
def test_exact_agreement_is_never_above_partial(pairs) -> None:
    one, other = [a for a, _ in pairs], [b for _, b in pairs]
    exact, partial = agreement.exact_count_per_interval(one, other), agreement.mean_count_per_interval(one, other)
    assert 0 <= exact <= partial + 1e-9 <= 100 + 1e-6
