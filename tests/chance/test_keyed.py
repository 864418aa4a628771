"""Keyed draws: functions of seed, run and key alone, without collisions, and alike to independent words."""

import doctest

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from korridor.chance import keyed, stream
from korridor.chance.keyed import Kind, block, key, keys, seed_word, threshold
from korridor.chance.philox import philox
from korridor.compiled import compiled

SEEDS = st.integers(0, 2**64 - 1)
WORDS = st.integers(0, 2**32 - 1)
NAMES = st.lists(st.text(max_size=20) | st.integers(-9, 9), max_size=3).map(tuple)
KINDS = st.sampled_from(Kind)


def words(seed, run, of, rank):
    return [int(word) for word in block(seed_word(seed), run, of, rank)]


@compiled
def first_words(seed, of, found):
    """What a rehearsal does: the first word of many runs and ranks, in compiled code."""
    for run in range(found.shape[0]):
        for rank in range(found.shape[1]):
            found[run, rank] = block(seed, run, of, rank)[0]


def many(seed, of, runs=400, ranks=400):
    found = np.zeros((runs, ranks), dtype=np.uint64)
    first_words(seed_word(seed), of, found)
    return found / 2.0**32


def test_the_examples_hold():
    """What the page of the module shows comes out."""
    assert doctest.testmod(keyed).failed == 0


@given(SEEDS, WORDS, KINDS, NAMES, WORDS)
def test_a_draw_is_one_block_of_the_generator(seed, run, kind, names, rank):
    """Seed, run, rank and key stand in the generator's own bits, so that no two draws share a block."""
    of = int(key(kind, *names))
    low = 2**32 - 1
    parts = (run, rank, of & low, of >> 32, seed & low, seed >> 32)
    assert words(seed, run, np.uint64(of), rank) == [
        int(word) for word in philox(*(np.uint64(part) for part in parts))
    ]


@given(SEEDS, WORDS, KINDS, NAMES, WORDS)
def test_compiled_and_plain_draws_are_the_same_bits(seed, run, kind, names, rank):
    """Run as Python, uncompiled, the same lines give the same words."""
    of = key(kind, *names)
    assert [int(word) for word in block.py_func(seed_word(seed), run, of, rank)] == words(seed, run, of, rank)


@given(KINDS, NAMES, KINDS, NAMES)
def test_other_kinds_and_other_names_have_other_keys(kind, names, other_kind, other_names):
    """A key is the kind's and the names' own: neither where one name ends nor what is a number is lost."""
    same = (kind, names) == (other_kind, other_names)
    assert (key(kind, *names) == key(other_kind, *other_names)) == same
    assert int(key(kind, *names)) >> 56 == kind


def test_no_stream_of_a_search_meets_a_draw():
    """The keys that streams are given have no kind in their upper bits."""
    upper = {int(key(kind)) >> 56 for kind in Kind}
    given_keys = [0, 12, 10**9, -1, -(10**6)]
    assert not upper & {int(stream.new(1, each)[1]) >> 56 for each in given_keys}


def test_kinds_keep_their_numbers():
    """A kind's number is part of every future that was ever rehearsed."""
    assert [(kind.name, kind.value) for kind in Kind] == [
        ("ROAD_TIME", 1),
        ("MOBILISATION", 2),
        ("DEPARTURE", 3),
        ("BOARDING", 4),
        ("ALIGHTING", 5),
        ("SCREENING", 6),
        ("BREAKDOWN", 7),
        ("REPAIR", 8),
        ("COUNT", 9),
        ("TURN_UP", 10),
        ("TRUCE", 11),
        ("GATE", 12),
        ("CLOSURE", 13),
        ("STATISTICS", 14),
        ("CLERK", 15),
        ("LOSS", 16),
    ]
    assert hex(key(Kind.ROAD_TIME, "Amiriya", "Ramouseh")) == "0x1e5eb030fef97d5"


def test_what_cannot_be_a_key_or_a_seed_is_refused():
    """Each is told what is allowed."""
    with pytest.raises(ValueError, match=r"^-1 is not a seed; a whole number from 0 to 2\*\*64 - 1$"):
        seed_word(-1)
    with pytest.raises(ValueError, match=r"^128 is not a kind of quantity; a whole number from 1 to 127$"):
        key(128)
    with pytest.raises(
        ValueError, match=r"^two of 2 things of the kind GATE have one key; name each otherwise$"
    ):
        keys(Kind.GATE, [("first",), ("first",)])
    with pytest.raises(ValueError, match=r"^1000001 is not a chance; from 0 to 1000000 parts per million$"):
        threshold(1_000_001)


@given(st.integers(0, 1_000_000))
def test_a_threshold_is_the_chance_to_a_word(parts):
    """As many words lie below it as the chance asks for, none and all included."""
    assert abs(threshold(parts) / 2**32 - parts / 1_000_000) < 2**-32
    assert threshold(0) == 0
    assert threshold(1_000_000) == 2**32


@pytest.mark.parametrize("kind", [Kind.ROAD_TIME, Kind.TRUCE])
def test_words_are_spread_evenly(kind):
    """160,000 first words fill 256 bins evenly (chi-square), and no gap to the even spread is large (Kolmogorov and Smirnov)."""
    found = many(2016, key(kind, "x")).ravel()
    assert stats.chisquare(np.bincount((found * 256).astype(int), minlength=256)).pvalue > 1e-4
    assert stats.kstest(found, "uniform").pvalue > 1e-4


def test_neighbours_know_nothing_of_each_other():
    """Neighbouring runs, ranks, seeds and keys have correlations such as 160,000 independent pairs have."""
    here = many(7, key(Kind.ROAD_TIME, "A", "B"))
    others = [
        many(8, key(Kind.ROAD_TIME, "A", "B")),
        many(7, key(Kind.ROAD_TIME, "A", "C")),
        many(7, key(Kind.CLOSURE, "A", "B")),
    ]
    pairs = [(here[1:], here[:-1]), (here[:, 1:], here[:, :-1]), *((here, other) for other in others)]
    for one, other in pairs:
        assert abs(np.corrcoef(one.ravel(), other.ravel())[0, 1]) < 5 / one.size**0.5


def test_the_four_words_of_a_block_know_nothing_of_each_other():
    """One block serves four draws: they have no correlation either."""
    of = key(Kind.REPAIR, "bus", 3)
    blocks = np.array([words(1, run, of, 0) for run in range(20_000)]) / 2.0**32
    found = np.corrcoef(blocks.T) - np.eye(4)
    assert abs(found).max() < 5 / 20_000**0.5
