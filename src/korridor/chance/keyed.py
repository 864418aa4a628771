"""R1: keyed draws. A draw is a function of seed, run and key, and of nothing else.

The key names what a quantity belongs to, never when it is asked for: so two plans, two fleets and two engines meet the
same weather, and one bus more changes nobody else's. A block of four words serves up to four draws that belong to the
same thing, such as the legs of one trip.

How the generator's bits are used:

====================  ====  ==================================================
Philox key            64    seed
counter, word 0       32    run
counter, word 1       32    rank: which one of its kind (hour, trip, person)
counter, words 2, 3   64    key: the kind (8 bits, upper) and of what (56 bits)
====================  ====  ==================================================

Kinds are from 1 to 127. A stream of :mod:`korridor.chance.stream` has its own key where the kind stands here: as long as
that is between −2⁵⁶ and 2⁵⁶, no search meets the words of a rehearsal, whatever their seeds.

Examples
--------
>>> from korridor.chance import keyed
>>> road = keyed.key(keyed.Kind.ROAD_TIME, "Amiriya", "Ramouseh")
>>> [int(word) for word in keyed.block(keyed.seed_word(2016), 0, road, 17)]
[2700206736, 3822942523, 3864432871, 499457394]
"""

import hashlib
from collections.abc import Iterable
from enum import IntEnum

import numpy as np

from korridor.chance.philox import Block, philox
from korridor.compiled import inlined

RUNS = RANKS = 1 << 32
"""Runs and ranks are below this. Compiled code takes them as they are: check the largest one before."""

_OF_WHAT_BITS = 56
_WORD = np.uint64(0xFFFFFFFF)
_WORD_BITS = np.uint64(32)


class Kind(IntEnum):
    """The kinds of quantity. A number is never given twice, nor changed: old seeds would mean other futures."""

    ROAD_TIME = 1
    MOBILISATION = 2
    DEPARTURE = 3
    BOARDING = 4
    ALIGHTING = 5
    SCREENING = 6
    BREAKDOWN = 7
    REPAIR = 8
    COUNT = 9
    TURN_UP = 10
    TRUCE = 11
    GATE = 12
    CLOSURE = 13
    STATISTICS = 14
    CLERK = 15
    LOSS = 16


def seed_word(seed: int) -> np.uint64:
    """A seed as :func:`block` takes it.

    Raises
    ------
    ValueError
        If it is not from 0 to 2⁶⁴ − 1.
    """
    if not 0 <= seed < 1 << 64:
        raise ValueError(f"{seed} is not a seed; a whole number from 0 to 2**64 - 1")
    return np.uint64(seed)


def key(kind: Kind, *of_what: str | int) -> np.uint64:
    """The key of a quantity that belongs to something with a name: a road has two, a vehicle a type and a number.

    The names are digested, so that the order of a file, and what else stands in it, is no part of the key. Kinds never
    meet; that two names of one kind do has a chance of 2⁻⁵⁶, and :func:`keys` makes sure.
    """
    if not 1 <= kind <= 127:
        raise ValueError(f"{kind} is not a kind of quantity; a whole number from 1 to 127")
    # Each part is preceded by its length, or "a", "bc" would be "ab", "c".
    told = b"".join(b"%d:%s" % (len(part), part) for part in (_told(each) for each in of_what))
    digest = hashlib.blake2b(told, digest_size=_OF_WHAT_BITS // 8).digest()
    return np.uint64(kind << _OF_WHAT_BITS | int.from_bytes(digest, "big"))


def _told(part: str | int) -> bytes:
    return f"{'i' if isinstance(part, int) else 's'}{part}".encode()


def keys(kind: Kind, names: Iterable[tuple[str | int, ...]]) -> tuple[np.uint64, ...]:
    """The keys of several things of one kind, in their order.

    Raises
    ------
    ValueError
        If two of them have one name, or one key.
    """
    found = tuple(key(kind, *name) for name in names)
    if len(set(found)) < len(found):
        raise ValueError(
            f"two of {len(found)} things of the kind {kind.name} have one key; name each otherwise"
        )
    return found


@inlined
def block(seed: np.uint64, run: int, key: np.uint64, rank: int) -> Block:
    """Four words of 32 bits for one thing in one run.

    Parameters
    ----------
    seed : uint64
        From :func:`seed_word`.
    run, rank : int
        From 0 to 2³² − 1; larger ones are cut, and would meet others.
    key : uint64
        From :func:`key`.
    """
    return philox(
        np.uint64(run) & _WORD,
        np.uint64(rank) & _WORD,
        key & _WORD,
        key >> _WORD_BITS,
        seed & _WORD,
        seed >> _WORD_BITS,
    )


def threshold(chance_ppm: int) -> int:
    """The number of words, of 2³², for which something happens that has this chance: compare ``word < threshold``.

    Raises
    ------
    ValueError
        If the chance is not from 0 to 1,000,000 parts per million.
    """
    if not 0 <= chance_ppm <= 1_000_000:
        raise ValueError(f"{chance_ppm} is not a chance; from 0 to 1000000 parts per million")
    return (chance_ppm << 32) // 1_000_000
