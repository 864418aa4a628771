"""The peers that the planner is compared with: what they say is driven by our clockwork, and judged."""

import pytest

from benchmarks.planning.peers.ask import MissingError, ask, has
from benchmarks.planning.peers.bus_statement import bus_statement, is_buses, movements
from benchmarks.planning.peers.carried_out import carried_out
from benchmarks.planning.peers.lap_statement import cannot_say, lap_statement
from benchmarks.planning.rules import drawn, seeded
from korridor.operation.bep import read_bep
from korridor.operation.operation import Operation
from korridor.planning.oracle.search import best
from korridor.planning.plan import Objective

SECONDS, WORKERS = 4.0, 1

BUSES = "3 30\n2 2 1\n2 120 60 60\n2 150 90 60\n1 3 9\n2 8 2\n1 4 9\n2 7 3\n"
"""Three buses in two yards, two places with two loads each, two shelters with room for three and for two."""


def needs(package: str) -> None:
    try:
        has(package)
    except MissingError as missing:
        pytest.skip(str(missing))


def shuttle() -> Operation:
    return read_bep(BUSES, "buses")


@pytest.mark.parametrize("objective", [Objective.MOST_OUT, Objective.CLEARANCE])
@pytest.mark.parametrize("family", ["headway", "lanes", "escorts", "windows", "reception"])
def test_cp_sat_makes_legal_plans_that_are_no_better_than_the_best(family: str, objective: Objective):
    """What CP-SAT plans passes the checker once driven, and beats no best of all plans."""
    needs("ortools")
    most = objective is Objective.MOST_OUT
    operation = drawn(family, seeded(2, 1), tiny=True, horizon=most)
    answers = ask("solve_laps", lap_statement(operation, objective), SECONDS, WORKERS)
    plan, broken = carried_out(operation, objective, [each.plan for each in answers if each.plan][-1])
    assert broken == ()
    value, oracle = plan.levels[0].value, best(operation, objective).value
    assert value is not None and oracle is not None
    assert value <= oracle if most else value >= oracle
    assert plan.levels[0].name == ("out" if most else "clearance")


@pytest.mark.parametrize(
    ("package", "module"),
    [("ortools", "solve_buses"), ("ortools", "solve_routing"), ("pyvrp", "solve_pyvrp")],
)
def test_who_routes_buses_makes_legal_tours(package: str, module: str):
    """Tours of every solver bring everybody out, and no sooner than the best of all plans."""
    needs(package)
    operation = shuttle()
    answers = ask(module, bus_statement(operation), SECONDS, WORKERS)
    tours = [each.plan for each in answers if each.plan][-1]
    plan, broken = carried_out(operation, Objective.CLEARANCE, movements(operation, tours))
    assert broken == ()
    assert plan.levels[0].name == "clearance"
    assert (plan.levels[0].value or 0) >= (best(operation, Objective.CLEARANCE).value or 0)


def test_tours_become_movements_in_the_order_of_their_departures():
    """The bus of the second yard departs first, then the other; the first to be unloaded goes back for more."""
    operation = shuttle()
    assert is_buses(operation)
    stands = [i for i, number in enumerate(bus_statement(operation)["at"]) if number]
    tours = [{"stand": stands[0], "trips": [[1, 1]]}, {"stand": stands[1], "trips": [[1, 1], [0, 0]]}]
    found = movements(operation, tours)
    assert [each["trips"][0][1:3] for each in found] == [
        ["yard 2", "shelter 2"],
        ["yard 1", "shelter 2"],
        ["shelter 2", "shelter 1"],
    ]


def test_who_cannot_go_stays_behind():
    """Of a column in which the last bus finds nobody the others go; what cannot go at all is left out."""
    operation = drawn("headway", seeded(1, 1), tiny=True, horizon=False)
    depot = next(iter(operation.fleet["bus"].depots))
    number, people = operation.fleet["bus"].number, operation.persons
    trip = [0, "square", "camp", 0]
    said = [] if depot == "square" else [_in(operation, number)]
    said.append({"departs_s": 0, "origin": "square", "loaded": True, "trips": [trip] * (number + 1)})
    said.append({"departs_s": 0, "origin": "square", "loaded": True, "trips": [[0, "gate", "camp", 0]]})
    plan, broken = carried_out(operation, Objective.MOST_OUT, said)
    assert broken == ()
    assert 0 < (plan.levels[0].value or 0) <= people
    assert all(len(movement.trips) <= number for movement in plan.movements)


def _in(operation: Operation, number: int) -> dict[str, object]:
    trips = [[0, "camp", "square", 0]] * min(number, operation.convoy.most)
    return {"departs_s": 0, "origin": "camp", "loaded": False, "trips": trips}


def test_what_has_no_words_is_said():
    """CP-SAT's model has no people who change vehicles on the way."""
    assert (
        cannot_say(drawn("transfers", seeded(0, 1), tiny=True, horizon=False))
        == "people change vehicles on the way"
    )
    assert cannot_say(drawn("lanes", seeded(0, 1), tiny=True, horizon=False)) == ""


def test_a_solver_that_is_not_there_is_named():
    """Who lacks a solver is told what to install."""
    with pytest.raises(
        MissingError, match=r"^no-such-solver is not installed; pip install 'korridor\[peers\]'$"
    ):
        has("no-such-solver")
