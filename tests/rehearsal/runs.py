"""Runs made up for the tests: blocks of whole numbers, as the engine hands them over."""

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from korridor.rehearsal.block import Block
from korridor.rehearsal.measure import Measure

Whole = NDArray[np.int64]


def whole(numbers) -> Whole:
    return np.asarray(numbers, dtype=np.int64)


def block(out, *, left=0, clearance_s=3600, exposure_person_s=0, longest_aboard_s=600, **tables) -> Block:
    """A block in which each run has so many people out; the rest is the same in each, or given run by run."""
    rest = (left, clearance_s, exposure_person_s, longest_aboard_s)
    names = (Measure.LEFT, Measure.CLEARANCE, Measure.EXPOSURE, Measure.ABOARD)
    runs = whole(out)
    every = {name: np.broadcast_to(whole(value), runs.shape) for name, value in zip(names, rest, strict=True)}
    return Block({Measure.OUT: runs, **every}, **tables)


def numbers(most: int, *, least: int = 0, size: int = 40) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(least, most), min_size=1, max_size=size)


@st.composite
def blocks(draw) -> Block:
    """A block of a few runs, with people left in some of them and a wait at two checkpoints."""
    runs = draw(st.integers(1, 8))

    def row(most: int) -> list[int]:
        return draw(st.lists(st.integers(0, most), min_size=runs, max_size=runs))

    out_by_hour = np.sort(whole([row(5000) for _ in range(3)]), axis=0).T
    return block(
        row(5000),
        left=whole(row(3)) * whole(row(900)),
        clearance_s=row(10**6),
        exposure_person_s=row(10**12),
        longest_aboard_s=row(10**5),
        out_by_hour=out_by_hour,
        waits_s=whole([row(7200), row(7200)]).T,
        waiting_person_s=whole([[draw(st.integers(0, 10**9)) for _ in range(3)] for _ in range(2)]),
    )
