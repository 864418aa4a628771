"""O9: gates that never open, and gates that hold nobody."""

from collections.abc import Iterator

from korridor.operation.agreement import Gate
from korridor.operation.fault import path_text
from korridor.operation.finding import Finding, impossible, warning
from korridor.operation.operation import Operation
from korridor.operation.place import Kind
from korridor.operation.units import duration_text


def gates_open(operation: Operation) -> Iterator[Finding]:
    """Yield each gate that stays shut whatever is done, and each that holds nobody."""
    shut = always_shut(operation)
    for index, gate in enumerate(operation.gates):
        where = path_text(("gates", index))
        here = _persons(operation, set(gate.out_of))
        held = here - gate.beyond_persons
        if held <= 0:
            if not _transfers(operation, gate.out_of):
                what = f"{gate.name} holds nobody: {here} people are at {_list(gate.out_of)}"
                yield warning(where, f"{what}, and {gate.beyond_persons} may leave before it opens")
        elif index in shut:
            stay = f"so {held} of {here} people stay at {_list(gate.out_of)}"
            what = f"{gate.name} never opens: {shut[index]}; {stay}"
            yield impossible(where, what, clearance_only=held < operation.persons)
        elif gate.until_persons == 0:
            yield warning(where, f"{gate.name} is open from the start: it waits until 0 people are out")


def always_shut(operation: Operation) -> dict[int, str]:
    """Gates that stay shut, and why: let every other gate open that can, until none more does."""
    shut = dict(enumerate(operation.gates))
    while True:
        why = {index: _shut_by(operation, gate, shut) for index, gate in shut.items()}
        still = {index: shut[index] for index, reason in why.items() if reason}
        if len(still) == len(shut):
            return {index: reason for index, reason in why.items() if reason}
        shut = still


def _shut_by(operation: Operation, gate: Gate, shut: dict[int, Gate]) -> str:
    """Why a gate cannot open while those in ``shut`` are shut; empty if it can."""
    if gate.of_schedule:
        horizon_s = operation.horizon_s
        if gate.opens_s is None:
            last = gate.of_schedule[-1].persons
            return f"it waits until {gate.until_persons} people are out, and its schedule ends at {last}"
        if horizon_s is not None and gate.opens_s >= horizon_s:
            opens, ends = duration_text(gate.opens_s), duration_text(horizon_s)
            return f"its schedule opens it {opens} after the start, and the horizon is {ends} after it"
        return ""
    if _transfers(operation, gate.of_places):
        return ""
    others = set(gate.of_places)
    most = _persons(operation, others)
    for other in shut.values():
        behind = others & set(other.out_of)
        if not _transfers(operation, tuple(behind)):
            free = _persons(operation, others - behind)
            most = min(most, free + min(other.beyond_persons, _persons(operation, behind)))
    if most >= gate.until_persons:
        return ""
    return f"it waits until {gate.until_persons} people are out of {_list(gate.of_places)}, and {most} can be"


def _persons(operation: Operation, places: set[str]) -> int:
    return sum(group.persons for group in operation.people.values() if group.place in places)


def _transfers(operation: Operation, places: tuple[str, ...]) -> bool:
    """Whether people from elsewhere may depart from one of the places too."""
    return any(operation.places[name].kind is Kind.TRANSFER for name in places)


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(names)
