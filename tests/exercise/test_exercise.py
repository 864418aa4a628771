"""Operations that are made up."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korridor.exercise.draws import rank_size, shared_out
from korridor.exercise.exercise import exercise
from korridor.exercise.size import Size, read_size
from korridor.operation.check import Severity, check
from korridor.operation.read import read_yaml
from korridor.operation.write import operation_yaml

sizes = st.builds(
    Size.of,
    people=st.integers(100, 20_000),
    assemblies=st.integers(1, 30),
    receptions=st.integers(1, 8),
    vehicles=st.integers(4, 60),
    corridors=st.integers(1, 5),
    column=st.integers(1, 30),
    truce=st.booleans(),
    seed=st.integers(0, 2**63 - 1),
)


@given(size=sizes)
@settings(max_examples=30)
def test_an_exercise_is_as_large_as_it_is_asked_to_be(size):
    """People, vehicles, places and corridors are as many as the size says."""
    operation = exercise(size)
    kinds = [place.kind for place in operation.places.values()]
    assert operation.persons == size.people
    assert sum(kind.number for kind in operation.fleet.values()) == size.vehicles
    assert kinds.count("assembly") == size.assemblies
    assert kinds.count("reception") == size.receptions
    assert kinds.count("checkpoint") == size.corridors
    assert operation.convoy.most == size.column


@given(size=sizes)
@settings(max_examples=15)
def test_an_exercise_can_work_as_far_as_can_be_told(size):
    """Nothing in it is impossible, and written down it reads back as the same."""
    operation = exercise(size)
    assert not [each for each in check(operation) if each.severity is Severity.IMPOSSIBLE]
    assert read_yaml(operation_yaml(operation), "made-up.yaml") == operation


def test_equal_sizes_make_equal_exercises():
    """The same size and seed make the same operation, and another seed another one."""
    assert exercise(read_size("people=3000,seed=7")) == exercise(read_size("people=3000,seed=7"))
    assert exercise(read_size("people=3000,seed=7")) != exercise(read_size("people=3000,seed=8"))


def test_a_larger_fleet_moves_no_street():
    """Each purpose has a stream of its own: with more vehicles the town, its people and its corridors stay."""
    one, other = (exercise(read_size(f"people=3000,vehicles={n},corridors=2")) for n in (20, 40))
    assert (one.places, one.roads, one.people) == (other.places, other.roads, other.people)


@given(total=st.integers(1, 10**7), number=st.integers(1, 500))
def test_rank_size_shares_everybody_out(total, number):
    """The shares add up, and none is larger than the one before."""
    shares = rank_size(total, number)
    assert sum(shares) == total
    assert all(one >= other for one, other in pairwise(shares))
    assert abs(shares[0] - 2 * shares[min(1, number - 1)]) <= 2 or number == 1


@given(total=st.integers(0, 1000), weights=st.lists(st.integers(0, 9), min_size=1).filter(any))
def test_shares_are_within_one_of_their_part(total, weights):
    """Nobody gets more than one more or less than the part that is due."""
    for share, weight in zip(shared_out(total, weights), weights, strict=True):
        assert abs(share - total * weight / sum(weights)) < 1


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("seed=1", "people is missing; write for example people=100000,seed=7"),
        ("people=12", "people: input should be greater than or equal to 100, not 12"),
        ("people=many", "people is a whole number, not 'many'"),
        ("people=100,people=200", "people stands there twice"),
        ("people=1000,truce=perhaps", "truce is yes or no, not 'perhaps'"),
    ],
)
def test_a_wrong_size_is_told(text, what):
    """What is wrong with a size is said in words for a person."""
    with pytest.raises(ValueError) as told:
        read_size(text)
    assert str(told.value) == what
