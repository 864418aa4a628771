"""Raw results of runs: wrong ones cannot be built."""

import numpy as np
import pytest

from korridor.rehearsal.block import Block
from korridor.rehearsal.measure import NEEDED, Measure
from tests.rehearsal.runs import block, whole


def test_what_is_missing_is_named():
    """A block without a needed measure says which."""
    have = {measure: whole([1]) for measure in NEEDED if measure is not Measure.EXPOSURE}
    with pytest.raises(ValueError, match="a block of runs has no exposure_person_s"):
        Block(have)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"left": [0, 0, 0]}, "left has 3 runs|out has 2 runs, left has 3"),
        (
            {"exposure_person_s": [0, -5]},
            "exposure_person_s is -5 in a run; nothing that is counted is below zero",
        ),
        ({"clearance_s": [9, -1]}, "clearance_s is below zero in a run in which everybody is out"),
        ({"out_by_hour": whole([1, 2])}, "out_by_hour has 1 axes, not 2"),
        ({"waits_s": whole([[1, 2]])}, "waits_s has 1 runs, left has 2"),
        ({"waits_s": np.ones((2, 1))}, "waits_s holds float64; only int64 adds up the same everywhere"),
    ],
)
def test_wrong_arrays_are_refused_in_words(wrong: dict, words: str):
    """Another length, a negative count, a number that is not whole: each is named."""
    arrays = {Measure(name): whole(value) for name, value in wrong.items() if isinstance(value, list)}
    tables = {name: value for name, value in wrong.items() if not isinstance(value, list)}
    with pytest.raises(ValueError, match=words):
        Block({**block([10, 20]).measures, **arrays}, **tables)


def test_clearance_is_not_looked_at_where_somebody_is_left():
    """A run that leaves people behind may say anything for its clearance."""
    assert block([1, 2], left=[5, 0], clearance_s=[-1, 7]).runs == 2
