"""The search: the same however it is cut, never worse than where it began, bit for bit the same everywhere."""

import hashlib

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from korridor.operation.operation import Operation
from korridor.planning.shuttle.annealing import Search, advance, begin
from korridor.planning.shuttle.shuttle import shuttle_of
from korridor.planning.shuttle.tours import legs_of, measure
from tests.planning.shuttle.shuttles import shuttles
from tests.planning.shuttle.test_plain import PLAIN


def same(one: Search, other: Search) -> bool:
    return all(np.array_equal(part, vars(other)[name]) for name, part in vars(one).items())


@given(shuttles(), st.integers(-(2**63), 2**63 - 1), st.lists(st.integers(0, 700), max_size=4))
def test_a_search_is_the_same_however_it_is_cut(operation: Operation, seed: int, cuts: list[int]) -> None:
    """P4: trials made in several calls, with the state kept between, are those of one call, to the last number."""
    shuttle = shuttle_of(operation)
    begun = begin(shuttle, seed=seed, most=1000)
    pieces = begun
    for cut in cuts:
        pieces = advance(shuttle, pieces, cut)
    assert same(pieces, advance(shuttle, begun, sum(cuts)))
    assert pieces.iterations == sum(cuts)


@given(shuttles(), st.integers(0, 2**32))
def test_going_on_changes_nothing_behind(operation: Operation, seed: int) -> None:
    """A search that is kept stays as it is while another goes on from it."""
    shuttle = shuttle_of(operation)
    kept, again = begin(shuttle, seed=seed), begin(shuttle, seed=seed)
    advance(shuttle, kept, 500)
    assert same(kept, again)


@given(shuttles(most_loads=8), st.integers(0, 2**32))
def test_a_search_never_gets_worse(operation: Operation, seed: int) -> None:
    """P2: clearance, then waiting, of the best tours never rise from call to call."""
    shuttle = shuttle_of(operation)
    search = begin(shuttle, seed=seed, most=3000)
    for _ in range(6):
        before = (search.clearance_s, search.waiting_person_s)
        search = advance(shuttle, search, 500)
        assert (search.clearance_s, search.waiting_person_s) <= before


@settings(max_examples=10)
@given(shuttles(most_loads=8), st.integers(0, 2**32))
def test_measures_are_kept_up(operation: Operation, seed: int) -> None:
    """What the search believes of every tour's length and waiting is what the tours say."""
    shuttle = shuttle_of(operation)
    legs = legs_of(shuttle)
    search = advance(shuttle, begin(shuttle, seed=seed, most=2000), 1700)
    for tours in (search.tours, search.best):
        for vehicle in range(len(tours)):
            measured = measure(legs.legs_s, legs.vehicles, legs.receptions, tours, vehicle)
            assert tuple(tours[vehicle, 1:3]) == measured


def test_a_search_is_bit_for_bit_the_same() -> None:
    """P4, C9: the whole state after 20,000 trials has the digest it had when this was written."""
    shuttle = shuttle_of(PLAIN)
    search = advance(shuttle, begin(shuttle, seed=2016, most=20_000), 20_000)
    digest = hashlib.sha256()
    for name in ("tours", "spare", "best", "best_spare", "chance", "tally"):
        digest.update(vars(search)[name].astype("<u8").tobytes())
    assert digest.hexdigest()[:16] == "9cb6f99edf4bc982"
