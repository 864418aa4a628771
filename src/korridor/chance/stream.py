"""Keyed streams of random numbers: the only door for randomness, open to compiled code.

A stream is named by a seed and a key, and its n-th word depends on nothing else (P4). Streams with other
seeds or keys never meet: the seed is the generator's key, the stream's key the upper half of its counter.
The state is a plain array: copy it to fork a stream, save it to go on later.

Examples
--------
>>> from korridor.chance import stream
>>> state = stream.new(2016, 12)
>>> [int(stream.below(state, 6)) for _ in range(8)]
[4, 3, 1, 0, 2, 4, 3, 4]
"""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from korridor.chance.philox import philox
from korridor.compiled import allocating, compiled, inlined

State: TypeAlias = NDArray[np.uint64]
"""Seed, key, words drawn so far, and the current block's four words, two to a number."""

_SEED, _KEY, _DRAWN, _LEFT, _RIGHT = range(5)
_WORD = np.uint64(0xFFFFFFFF)
_WORD_BITS = np.uint64(32)
_WORDS = np.uint64(1 << 32)
_ONE = np.uint64(1)
_TWO = np.uint64(2)
_THREE = np.uint64(3)


@allocating
def new(seed: int, key: int) -> State:
    """The stream of a seed and a key, at its beginning.

    Parameters
    ----------
    seed, key : int
        Any two integers of 64 bits, from −2⁶³ to 2⁶³ − 1; others raise ``OverflowError``. Give each use of a
        seed its own key.
    """
    state = np.zeros(5, dtype=np.uint64)
    state[_SEED] = np.uint64(seed)
    state[_KEY] = np.uint64(key)
    return state


@inlined
def word(state: State) -> np.uint64:
    """The next word, from 0 to 2³² − 1, each as likely; the state moves on by one."""
    drawn = state[_DRAWN]
    place = drawn & _THREE
    if place == 0:
        count, seed, key = drawn >> _TWO, state[_SEED], state[_KEY]
        w0, w1, w2, w3 = philox(
            count & _WORD,
            count >> _WORD_BITS,
            key & _WORD,
            key >> _WORD_BITS,
            seed & _WORD,
            seed >> _WORD_BITS,
        )
        state[_LEFT] = w0 | (w1 << _WORD_BITS)
        state[_RIGHT] = w2 | (w3 << _WORD_BITS)
    state[_DRAWN] = drawn + _ONE
    pair: np.uint64 = state[_LEFT] if place < _TWO else state[_RIGHT]
    return pair & _WORD if place & _ONE == 0 else pair >> _WORD_BITS


@inlined
def below(state: State, n: int) -> np.int64:
    """An integer from 0 to ``n`` − 1, each exactly as likely; ``n`` is from 1 to 2³² − 1.

    Lemire, "Fast random integer generation in an interval", 2019, doi 10.1145/3230636: a word is drawn again
    where the division would favour some of the results. ``n`` is not checked.
    """
    bound = np.uint64(n)
    product = word(state) * bound
    if product & _WORD < bound:
        unfair = ((_WORDS - bound) % bound) & _WORD
        while product & _WORD < unfair:
            product = word(state) * bound
    return np.int64(product >> _WORD_BITS)


@inlined
def unit(state: State) -> float:
    """A multiple of 2⁻⁵³ from 0 (included) to 1 (excluded), each as likely; two words are drawn."""
    high = word(state) >> np.uint64(5)
    low = word(state) >> np.uint64(6)
    return np.float64(high * np.uint64(1 << 26) + low) * 2.0**-53


@compiled
def shuffle(state: State, items: NDArray[Any]) -> None:
    """Put the items of an array into random order, in place; every order is as likely (Fisher and Yates)."""
    for last in range(len(items) - 1, 0, -1):
        other = below(state, last + 1)
        items[last], items[other] = items[other], items[last]
