"""Philox4x32-10: a block of random words as a pure function of key and counter.

Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011,
doi 10.1145/2063384.2063405: section 3.3 has the rounds, table 2 the constants.
"""

import numpy as np

from korridor.compiled import inlined

ROUNDS = 10
_MULTIPLIER_0 = np.uint64(0xD2511F53)
_MULTIPLIER_1 = np.uint64(0xCD9E8D57)
_STEP_0 = np.uint64(0x9E3779B9)  # the golden ratio
_STEP_1 = np.uint64(0xBB67AE85)  # √3 − 1
_WORD = np.uint64(0xFFFFFFFF)
_WORD_BITS = np.uint64(32)

Block = tuple[np.uint64, np.uint64, np.uint64, np.uint64]
"""Four words of 32 bits, each in 64, so that products do not overflow."""


@inlined
def philox(c0: np.uint64, c1: np.uint64, c2: np.uint64, c3: np.uint64, k0: np.uint64, k1: np.uint64) -> Block:
    """Four random words from a counter of four words and a key of two; every word is below 2³²."""
    for _ in range(ROUNDS):
        product_0 = _MULTIPLIER_0 * c0
        product_1 = _MULTIPLIER_1 * c2
        c0 = (product_1 >> _WORD_BITS) ^ c1 ^ k0
        c1 = product_1 & _WORD
        c2 = (product_0 >> _WORD_BITS) ^ c3 ^ k1
        c3 = product_0 & _WORD
        k0 = (k0 + _STEP_0) & _WORD
        k1 = (k1 + _STEP_1) & _WORD
    return c0, c1, c2, c3
