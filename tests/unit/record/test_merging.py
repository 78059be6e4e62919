"""Merging: what two people changed in different fields stands together; where they clash nothing is overwritten."""

from hypothesis import given
from hypothesis import strategies as st

from record.merging import merge

NAMES = ("text", "setting", "outcome_ids", "measures", "newer")
values = st.one_of(st.none(), st.text(max_size=3), st.lists(st.integers(0, 2), max_size=2), st.just({}))
bodies = st.fixed_dictionaries({}, optional={name: values for name in NAMES})


def meaning(body: dict, name: str) -> object:
    """A field left out and one left empty say the same."""
    return body.get(name) or None


@given(bodies, bodies)
def test_what_nobody_else_changed_is_taken_as_offered(base: dict, offered: dict) -> None:
    merged = merge(base, base, offered)
    assert merged.clashes == ()
    assert all(meaning(merged.body, name) == meaning(offered, name) for name in offered)


@given(bodies, bodies)
def test_what_the_offer_did_not_change_stays_as_recorded(base: dict, recorded: dict) -> None:
    merged = merge(base, recorded, base)
    assert (merged.body, merged.clashes) == (recorded, ())


@given(bodies, bodies)
def test_the_same_change_by_both_is_no_clash(base: dict, changed: dict) -> None:
    assert merge(base, changed, changed).clashes == ()


@given(bodies, bodies, bodies)
def test_every_field_is_one_sides_and_a_clash_leaves_the_records(base: dict, recorded: dict, offered: dict) -> None:
    merged = merge(base, recorded, offered)
    for name in NAMES:
        was, theirs, ours = (meaning(body, name) for body in (base, recorded, offered))
        result = meaning(merged.body, name)
        if name in merged.clashes:
            assert result == theirs
            assert ours not in (was, theirs)
            assert theirs != was
        elif name in offered and theirs == was:
            assert result == ours
        else:
            assert result == theirs


@given(bodies, bodies, bodies)
def test_a_clash_on_one_side_is_a_clash_on_the_other(base: dict, recorded: dict, offered: dict) -> None:
    whole = {name: None for name in NAMES}
    one = merge(base, {**whole, **recorded}, {**whole, **offered})
    other = merge(base, {**whole, **offered}, {**whole, **recorded})
    assert sorted(one.clashes) == sorted(other.clashes)


@given(bodies, bodies, bodies)
def test_merging_changes_none_of_what_it_was_given(base: dict, recorded: dict, offered: dict) -> None:
    before = repr((base, recorded, offered))
    merge(base, recorded, offered)
    assert repr((base, recorded, offered)) == before


def test_a_field_that_an_older_tablet_does_not_know_stays() -> None:
    recorded = {"text": "One", "newer": "kept"}
    assert merge({"text": "One"}, recorded, {"text": "Two"}).body == {"text": "Two", "newer": "kept"}


@given(bodies, bodies, st.sets(st.sampled_from(NAMES)))
def test_what_was_changed_and_changed_back_clashes_with_another_change_alone(
    base: dict, offered: dict, touched: set[str]
) -> None:
    merged = merge(base, base, offered, touched)
    changed = {name for name in offered if meaning(base, name) != meaning(offered, name)}
    assert set(merged.clashes) == changed & touched
    assert all(meaning(merged.body, name) == meaning(base, name) for name in merged.clashes)
