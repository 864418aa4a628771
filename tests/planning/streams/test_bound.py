"""The bound of large operations, on small ones."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.exercise.exercise import exercise
from korridor.exercise.size import read_size
from korridor.planning.bound.certify import prove
from korridor.planning.bound.model import Effort
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.streams.bound import _Search, clearance_streams
from korridor.planning.streams.hours import covered_s
from korridor.planning.streams.member import Members
from korridor.planning.streams.program import StreamProgram, program_of
from korridor.planning.streams.stream import Stream, Streams
from korridor.planning.verify.streams.proof import proved_weight
from tests.strategies import operations, orders, weight_out


@st.composite
def partitions(draw, operation):
    """Any places in any districts; those that are in none stand by themselves."""
    names = draw(st.lists(st.sampled_from(sorted(operation.places)), unique=True))
    return {name: draw(st.integers(0, 2)) for name in names}


def search_of(operation, districts) -> _Search:
    """The program with a partition of our own."""
    search = _Search(operation, True, Effort())
    search.few = search.many = Streams(Members(operation), districts)
    return search


def checked(operation, certificate) -> int:
    """What the checker proves by a certificate."""
    plan = Plan(operation=operation, objective=Objective.MOST_OUT, status=Status.NONE_FOUND)
    return proved_weight(plan, certificate)


@given(data=st.data(), operation=operations(horizon=True))
def test_no_plan_beats_the_bound_whatever_the_partition(data, operation):
    """Whatever places are taken together, no plan gets more people out than the program's duals prove."""
    search = search_of(operation, data.draw(partitions(operation)))
    _, certificate = search.proved(
        search.few, operation.horizon_s, data.draw(st.sampled_from([5, 60, 400, 100_000]))
    )
    assert weight_out(operation, run(operation, data.draw(orders(operation)))) <= certificate.bound_weight


@given(
    data=st.data(),
    operation=operations(horizon=True),
    seed=st.integers(0, 2**32),
    size=st.sampled_from([0, 0.01, 1, 1e6]),
    slot_s=st.sampled_from([60, 97, 600, 100_000]),
)
def test_any_prices_prove_what_the_checker_finds(data, operation, seed, size, slot_s):
    """However bad the prices, no plan is worth more than they prove, and the checker adds up the very same."""
    search = search_of(operation, data.draw(partitions(operation)))
    program: StreamProgram = program_of(search.few, operation.horizon_s, slot_s, True)
    prices = size * np.random.default_rng(seed).normal(size=program.places)
    proof = prove(program, prices)
    certificate = search._certificate(search.few, program, proof)
    assert weight_out(operation, run(operation, data.draw(orders(operation)))) <= proof.bound
    assert checked(operation, certificate) == proof.bound


def test_the_checker_proves_what_is_stated_of_an_exercise():
    """Of an exercise the checker's sum is the planner's, to the person."""
    operation = exercise(read_size("people=2000,vehicles=30,assemblies=6"))
    certificate = _Search(operation, True, Effort()).best(4 * 3600, 0)[1]
    assert 0 < certificate.bound_weight < 2000
    assert checked(operation, certificate) == certificate.bound_weight


def test_a_night_is_no_time_for_trips():
    """With all time in one slot what can be out grows by what two windows hold, not by the hours between them."""
    operation = exercise(read_size("people=20000,vehicles=30,assemblies=6"))
    search = _Search(operation, False, Effort())
    first, second = operation.windows[:2]
    by_s = (first.closes_s, second.opens_s - 1, second.closes_s)
    one_day, a_night_more, two_days = (search.proved(search.many, t, t + 1)[0] for t in by_s)
    assert one_day <= a_night_more < 1.4 * one_day
    assert 1.6 * one_day < two_days < 2.6 * one_day


def test_trips_of_one_vehicle_last_no_longer_than_their_windows_allow():
    """Between two windows only one trip's end and another's beginning count, and no more than the night."""
    leg = ("bus", 0, "#0", "#1", (3, True), True)
    short = Stream(leg, True, 50, 40, 30, 20, 10, 5, 0, 0, 0)
    spans = [(0, 100, 200), (1, 1000, 1100)]
    assert covered_s([(short, spans)]) == (1100 + 30) - (100 - 40) - (1000 - 200 - 40 - 30)
    assert covered_s([(short, [(0, 100, 200), (1, 250, 300)])]) == (300 + 30) - (100 - 40)
    assert covered_s([(short, [])]) == 0


def test_clearance_is_bounded():
    """A clearance that is proved too soon is before a known one, and not nothing."""
    operation = exercise(read_size("people=2000,vehicles=30,assemblies=6"))
    bound_s, certificate = clearance_streams(operation, known_s=40 * 3600)
    assert 3 * 3600 < bound_s < 14 * 3600
    assert certificate is not None
    assert certificate.bound_weight < 2000


def test_turns_are_counted_from_when_the_first_loaded_column_can_be_there():
    """Where time is left for one turn of a corridor after the first load can have come to it, one full column gets out."""
    operation = exercise(read_size("people=5000,assemblies=4,vehicles=200,corridors=1"))
    streams = Streams(Members(operation), {})
    window = operation.windows[0]
    first_s = min(max(each.first_s, window.opens_s + each.from_s) for each in streams.all)
    headway_s = max(road.headway_s or 0 for road in operation.roads)
    horizon_s = first_s + min(each.b_s for each in streams.all) + headway_s - 1
    weight, certificate = search_of(operation, {}).proved(streams, horizon_s, horizon_s + 1)
    assert 0 < weight <= operation.convoy.most * 50
    assert checked(operation, certificate) == weight
