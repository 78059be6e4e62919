"""Gaps in a tablet's count: exactly what is missing, in whatever order the numbers arrive, and for how long."""

import random
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from record import gaps
from tests.factories import A_MORNING

A_DAY = timedelta(days=1)
batches = st.lists(st.lists(st.integers(1, 40), max_size=6), max_size=8)


def follow(arrivals: list[list[int]]) -> tuple[int, list]:
    top, found = 0, []
    for number, batch in enumerate(arrivals):
        top, found = gaps.follow(top, found, batch, A_MORNING + timedelta(minutes=number))
    return top, found


@given(batches)
def test_what_is_missing_is_what_has_not_arrived(arrivals: list[list[int]]) -> None:
    seen = {number for batch in arrivals for number in batch}
    top, found = follow(arrivals)
    missing = {number for first, last, _at in found for number in range(first, last + 1)}
    assert top == max(seen, default=0)
    assert missing == set(range(1, top)) - seen
    assert gaps.missing(found, A_MORNING + 2 * A_DAY) == len(missing)


@given(batches, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing_about_what_is_missing(arrivals, chance: random.Random) -> None:
    numbers = [number for batch in arrivals for number in batch]
    shuffled = numbers * 2
    chance.shuffle(shuffled)
    spans = [
        [(first, last) for first, last, _at in follow([[each] for each in order])[1]] for order in (numbers, shuffled)
    ]
    assert [set(range(first, last + 1)) for first, last in merged(spans[0])] == [
        set(range(first, last + 1)) for first, last in merged(spans[1])
    ]


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that touch as one."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if joined and joined[-1][1] + 1 == first:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def test_a_gap_is_a_loss_after_a_day_and_not_before() -> None:
    _top, found = gaps.follow(0, [], [1, 2, 6], A_MORNING)
    assert gaps.missing(found, A_MORNING + A_DAY - timedelta(seconds=1)) == 0
    assert gaps.missing(found, A_MORNING + A_DAY) == 3


def test_what_arrives_late_closes_its_gap_and_does_not_make_it_younger() -> None:
    top, found = gaps.follow(0, [], [6], A_MORNING)
    top, found = gaps.follow(top, found, [3], A_MORNING + timedelta(hours=23))
    assert gaps.missing(found, A_MORNING + A_DAY) == 4
    _top, found = gaps.follow(top, found, [1, 2, 4, 5], A_MORNING + A_DAY)
    assert found == []


def test_a_client_that_counts_wildly_grows_no_row_without_end() -> None:
    top, found = gaps.follow(0, [], range(2, 5_000, 2), A_MORNING)
    assert len(found) <= gaps.MAX_GAPS
    assert top == 4_998
    assert gaps.missing(found, A_MORNING + A_DAY) >= 2_499, "rather too many told than too few"
