"""The block function against the vectors that its authors published."""

import numpy as np
import pytest

from korridor.chance.philox import philox

# tests/kat_vectors of Random123 1.14: counter, key, what must come out.
PUBLISHED = [
    ("00000000 00000000 00000000 00000000 00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
    ("ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"),
    ("243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"),
]


def words(text):
    return tuple(np.uint64(int(word, 16)) for word in text.split())


@pytest.mark.parametrize(("counter_and_key", "block"), PUBLISHED)
def test_blocks_are_those_published(counter_and_key, block):
    """Compiled, Philox4x32-10 gives the words that Random123 publishes for the same counter and key."""
    assert philox(*words(counter_and_key)) == words(block)


@pytest.mark.parametrize(("counter_and_key", "block"), PUBLISHED)
def test_the_plain_function_is_the_compiled_one(counter_and_key, block):
    """Run as Python, uncompiled, the same lines give the same words."""
    assert philox.py_func(*words(counter_and_key)) == words(block)
