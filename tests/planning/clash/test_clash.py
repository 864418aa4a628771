"""Facts that cannot all hold: really impossible, really irreducible, and nothing that can work is called so."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from korridor.clockwork.run import run
from korridor.operation.check import check as by_rule
from korridor.operation.fault import path_text
from korridor.operation.finding import Severity
from korridor.operation.legs import Legs
from korridor.operation.operation import Operation
from korridor.operation.read import read_yaml
from korridor.planning.clash import Clash, check, clashes
from korridor.planning.clash.clash import _Proof
from korridor.planning.clash.fact import facts_of
from korridor.planning.clash.loosened import loosened
from korridor.planning.clash.relaxed import most_out
from korridor.planning.oracle.search import MOST_TRIED, TooLargeError, best
from korridor.planning.plan import Objective
from tests.operation.tiny import TINY
from tests.planning.oracle.few import few
from tests.rule_example import RULES, as_file, read_example
from tests.strategies import operations, orders

FEW_TRIED = 5000
"""Drawn operations with more orders to try are passed over: some take a minute."""

SMALL = """\
korridor: 1
name: Small
places:
  Square: {kind: assembly}
  School: {kind: assembly}
  Camp: {kind: reception, capacity: 9}
  Clinic: {kind: hospital, capacity: 2}
roads:
  - {between: [Square, Camp], time: 20 min, truce: true}
  - {between: [School, Camp], time: 20 min}
  - {between: [Camp, Clinic], time: 5 min}
people:
  well: {at: Square, class: well, count: 3}
  hurt: {at: School, class: lying, count: 2, to: [Clinic]}
fleet:
  bus: {depot: Camp, number: 1, layouts: [{seats: 3}]}
  ambulance: {depot: Camp, number: 1, layouts: [{stretchers: 2}]}
truce: {announced: [{opens: +1 h, closes: +3 h}]}
"""

CASES = {
    "room that two groups share": (
        [("capacity: 9", "capacity: 4"), ("to: [Clinic]", "to: [Camp]"), ("capacity: 2", "capacity: 3"),
         ("count: 3", "count: 3, to: [Camp]")],
        {
            "places.Camp.capacity": ("capacity: 4", "capacity: 5"),
            "people.hurt.to": ("lying, count: 2, to: [Camp]", "lying, count: 2"),
            "people.well.to": ("well, count: 3, to: [Camp]", "well, count: 3"),
            "people.hurt": ("lying, count: 2", "lying, count: 0"),
            "people.well": ("well, count: 3", "well, count: 0"),
        },
    ),
    "too little time for a second trip": (
        [("number: 1, layouts: [{seats: 3}]", "number: 1, layouts: [{seats: 2}]"), ("closes: +3 h", "closes: +110 min")],
        {
            "roads[0]": ("time: 20 min, truce", "time: 5 min, truce"),
            "roads[0].truce": (", truce: true", ""),
            "roads": ("roads:\n", "roads:\n  - {between: [Square, Clinic], time: 1 min}\n"),
            "truce.announced[0].opens": ("+1 h", "+30 min"),
            "truce.announced[0].closes": ("+110 min", "+3 h"),
            "fleet.bus.layouts": ("seats: 2", "seats: 3"),
            "fleet.ambulance.layouts": ("stretchers: 2}", "stretchers: 2, seats: 3}"),
            "fleet.bus.depots": ("Camp, number: 1, layouts: [{seats: 2}]", "Camp, number: 2, layouts: [{seats: 2}]"),
            "people.well": ("well, count: 3", "well, count: 2"),
        },
    ),
    "a bed too few": (
        [("capacity: 2", "capacity: 1")],
        {
            "places.Clinic.capacity": ("capacity: 1", "capacity: 2"),
            "people.hurt.to": (", to: [Clinic]", ""),
            "people.hurt": ("lying, count: 2", "lying, count: 1"),
        },
    ),
    "no stretcher": (
        [("{stretchers: 2}", "{seats: 2}")],
        {
            "fleet.ambulance.layouts": ("[{seats: 2}]", "[{stretchers: 2}]"),
            "fleet.bus.layouts": ("seats: 3", "seats: 3, stretchers: 1"),
            "people.hurt": ("lying, count: 2", "lying, count: 0"),
        },
    ),
}  # fmt: skip


def edited(text: str, *edits: tuple[str, str]) -> Operation:
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return read_yaml(text, "small.yaml")


def all_out(operation: Operation, most_tried: int = MOST_TRIED) -> bool:
    """Whether some plan of all brings everybody out; every plan is tried."""
    return best(operation, Objective.CLEARANCE, most_tried).value is not None


@pytest.mark.parametrize("name", CASES)
def test_a_set_is_impossible_and_irreducible(name: str):
    """No plan of all brings everybody out, and once any one of the facts is changed in the file, one does."""
    edits, changes = CASES[name]
    operation = edited(SMALL, *edits)
    found = [clash for clash in clashes(operation) if clash.clearance_only]
    assert {path_text(fact.where) for fact in found[0].facts} == set(changes)
    assert not all_out(operation)
    for fact, change in changes.items():
        assert all_out(edited(SMALL, *edits, change)), fact


def test_what_can_work_has_no_clash():
    """The operations of which the cases are made clash nowhere, and all of their people can come out."""
    assert all_out(edited(SMALL)) and not clashes(edited(SMALL))
    assert not clashes(edited(TINY))


def test_nobody_is_told_from_not_everybody():
    """What keeps everybody in stops most-out, too, and is said first."""
    found = clashes(edited(TINY, ("escorts: 2", "escorts: 0")))
    assert [(clash.clearance_only, *(path_text(fact.where) for fact in clash.facts)) for clash in found] == [
        (False, "roads", "convoy.escorts")
    ]


def test_several_clashes_share_no_fact():
    """Whoever mends one clash has not mended another."""
    found = clashes(
        edited(SMALL, ("capacity: 2", "capacity: 1"), ("seats: 3", "seats: 2"), ("count: 3", "count: 99"))
    )
    facts = [fact.where for clash in found for fact in clash.facts]
    assert len(found) > 1 and len(facts) == len(set(facts))


def test_what_clashes_only_together_is_a_finding():
    """What no rule alone finds is impossible all the same."""
    operation = edited(SMALL, *CASES["too little time for a second trip"][0])
    assert not by_rule(operation)
    assert [str(finding) for finding in check(operation)] == [
        "impossible: people.well: 3 people (well; seat) at Square; with 8 other facts, not everybody can come out"
    ]


@given(st.data())
def test_whoever_got_out_could(data: st.DataObject):
    """No run of the clockwork, whatever its orders, brings out more people than the sums say can come out."""
    operation = data.draw(operations())
    movements = run(operation, data.draw(orders(operation)))
    out = persons_out(operation, movements)
    assert out <= most_out(loosened(operation, ()), Legs(operation))
    for clash in clashes(operation):
        assert out == 0 if not clash.clearance_only else out < operation.persons


def persons_out(operation: Operation, movements) -> int:
    """Recount who is unloaded at a first safe place by the horizon (C7)."""
    out = 0
    for movement in movements:
        for trip in movement.trips:
            for load in trip.loads:
                first = operation.people[load.group].place == movement.origin
                first = first or operation.places[movement.origin].side != "safe"
                in_time = operation.horizon_s is None or trip.free_s <= operation.horizon_s
                if first and in_time and operation.places[trip.destination].side == "safe":
                    out += load.persons
    return out


@given(few(vehicles=2))
def test_what_is_called_impossible_no_plan_does(operation: Operation):
    """Where a clash is found, of all plans that can be tried none brings out everybody, or anybody."""
    found = clashes(operation)
    assume(found)
    try:
        for clash in found:
            if clash.clearance_only:
                assert not all_out(operation, FEW_TRIED)
            else:
                assert best(operation, Objective.MOST_OUT, FEW_TRIED).value == 0
    except TooLargeError:
        assume(False)


@given(operations())
def test_a_set_is_irreducible(operation: Operation):
    """All facts of a set together prove it, and without any one of them nothing is proved."""
    proof = _Proof(operation, facts_of(operation))
    for clash in clashes(operation):
        proved = proof.somebody_stays if clash.clearance_only else proof.everybody_stays
        assert proved(clash.facts)
        for fact in clash.facts:
            assert not proved([other for other in clash.facts if other != fact])


@given(operations())
def test_what_a_rule_calls_impossible_is_a_clash(operation: Operation):
    """Each operation that a single rule finds impossible has a set of facts that says why."""
    said = [finding for finding in by_rule(operation) if finding.severity is Severity.IMPOSSIBLE]
    if said:
        assert clashes(operation)


def test_the_examples_of_the_rules_that_work_have_no_clash():
    """Of operations that the rules' examples bring everybody out of nothing is called impossible."""
    for path in sorted(RULES.glob("*/keeps-*.yaml")):
        example = read_example(path)
        if example.orders:
            operation = read_yaml(as_file(example.operation), path.name)
            movements = run(operation, example.orders)
            found: tuple[Clash, ...] = clashes(operation)
            out = persons_out(operation, movements)
            assert not found or out < operation.persons, path
            assert out == 0 or all(clash.clearance_only for clash in found), path
