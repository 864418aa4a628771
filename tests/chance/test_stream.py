"""Streams: named by seed and key alone, fair, and the same wherever they are stopped."""

from collections import Counter

import numba
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.chance import stream
from korridor.chance.philox import philox

seeds = st.integers(min_value=-(2**63), max_value=2**63 - 1)


def words(state, number):
    return [int(stream.word(state)) for _ in range(number)]


def block(seed, key, counter):
    """The words of one block, put together here from the definition."""
    low, high = np.uint64(0xFFFFFFFF), np.uint64(32)
    seed, key, counter = (np.uint64(part % 2**64) for part in (seed, key, counter))
    halves = [half for part in (counter, key, seed) for half in (part & low, part >> high)]
    return [int(word) for word in philox(*halves)]


@given(seeds, seeds)
def test_a_stream_is_its_blocks_in_order(seed, key):
    """A stream is blocks 0, 1, 2 … of the generator, its seed the key, its key the counter's top half."""
    state = stream.new(seed, key)
    assert words(state, 12) == [word for counter in range(3) for word in block(seed, key, counter)]


def test_a_stream_goes_on_past_four_thousand_million_blocks():
    """The counter carries into its second word, so that a long stream does not repeat."""
    state = stream.new(1, 2)
    state[2] = 4 * 2**32
    assert words(state, 4) == block(1, 2, 2**32)
    assert words(stream.new(1, 2), 4) == block(1, 2, 0)


@given(seeds, seeds, st.integers(min_value=0, max_value=9))
def test_a_stream_saved_goes_on_as_if_never_stopped(seed, key, before):
    """A copy of the state, taken at any word, draws the same words as the stream itself."""
    state = stream.new(seed, key)
    words(state, before)
    saved = state.copy()
    assert words(saved, 9) == words(state, 9)


def test_other_seeds_and_other_keys_are_other_streams():
    """The neighbouring seed, the neighbouring key and the two exchanged share no word with a stream."""
    streams = [words(stream.new(seed, key), 64) for seed, key in ((1, 2), (2, 2), (1, 3), (2, 1))]
    assert len(set().union(*streams)) == 4 * 64


@pytest.mark.parametrize("wrong", [2**63, -(2**63) - 1])
def test_a_seed_of_more_than_64_bits_is_refused(wrong):
    """A seed that does not fit is an error, not another seed."""
    with pytest.raises(OverflowError):
        stream.new(wrong, 0)


@given(seeds, st.integers(min_value=1, max_value=2**32 - 1))
def test_below_stays_below(seed, n):
    """Every draw below n is from 0 to n − 1, and equals the draw of the plain, uncompiled function."""
    state = stream.new(seed, 0)
    plain = state.copy()
    for _ in range(20):
        drawn = stream.below(state, n)
        assert 0 <= drawn < n
        assert drawn == plain_below(plain, n)


def plain_below(state, n):
    """Lemire's draw in whole numbers: word × n ÷ 2³², drawn again where it falls into the odd 2³² mod n."""
    product = int(stream.word(state)) * n
    while product % 2**32 < 2**32 % n:
        product = int(stream.word(state)) * n
    return product // 2**32


def test_below_has_no_favourites():
    """No third of the numbers below 3 · 2³⁰ is favoured; a plain remainder would favour the first."""
    n, draws = 3 * 2**30, 30_000
    state = stream.new(7, 7)
    thirds = Counter(stream.below(state, n) // 2**30 for _ in range(draws))
    assert all(abs(thirds[third] - draws / 3) < 5 * (draws * 2 / 9) ** 0.5 for third in range(3))


def test_below_one_is_nought():
    """There is one number below 1."""
    assert [stream.below(stream.new(3, 4), 1) for _ in range(5)] == [0] * 5


def test_unit_has_53_bits():
    """A draw is the 27 upper bits of a word and the 26 upper bits of the next, over 2⁵³."""
    state, same = stream.new(5, 6), stream.new(5, 6)
    for _ in range(100):
        high, low = words(same, 2)
        assert stream.unit(state) == ((high >> 5) * 2**26 + (low >> 6)) / 2**53


def test_unit_is_spread_evenly():
    """Mean and variance of 20,000 draws are those of the unit interval, to five standard errors."""
    state = stream.new(8, 9)
    draws = np.array([stream.unit(state) for _ in range(20_000)])
    assert draws.min() >= 0 and draws.max() < 1
    assert abs(draws.mean() - 1 / 2) < 5 * (1 / 12 / 20_000) ** 0.5
    assert abs(draws.var() - 1 / 12) < 5 * (1 / 180 / 20_000) ** 0.5


@given(seeds, seeds, st.lists(st.integers(min_value=-100, max_value=100)))
def test_shuffle_keeps_every_item(seed, key, items):
    """A shuffled array holds the same items, and the same key shuffles it the same way."""
    once, again = np.array(items, dtype=np.int64), np.array(items, dtype=np.int64)
    stream.shuffle(stream.new(seed, key), once)
    stream.shuffle(stream.new(seed, key), again)
    assert sorted(once) == sorted(items)
    assert list(once) == list(again)


def test_every_order_is_as_likely():
    """The 24 orders of four items come up equally often in 12,000 shuffles, to five standard errors."""
    state, shuffles = stream.new(1, 1), 12_000
    orders = Counter()
    for _ in range(shuffles):
        items = np.arange(4)
        stream.shuffle(state, items)
        orders[tuple(items)] += 1
    assert len(orders) == 24
    assert all(abs(count - shuffles / 24) < 5 * (shuffles * 23 / 24**2) ** 0.5 for count in orders.values())


@numba.njit
def draw_inside(seed, key, number):
    """What a search does: opens a stream and draws from it in compiled code."""
    state = stream.new(seed, key)
    drawn = [np.int64(stream.below(state, 1000)) for _ in range(number)]
    return drawn, stream.unit(state)


def test_compiled_code_draws_the_same():
    """A stream opened inside a compiled function gives what it gives to Python."""
    state = stream.new(11, 12)
    outside = [stream.below(state, 1000) for _ in range(50)], stream.unit(state)
    assert draw_inside(11, 12, 50) == outside
