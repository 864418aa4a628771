"""O9: gates of reciprocity."""

from collections.abc import Iterator

from korridor.events.movement import Movement
from korridor.operation.agreement import Gate
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.from_state import gate_then
from korridor.planning.verify.standing import outs


def o9_gates_hold(plan: Plan) -> Iterator[Broken]:
    """O9: who would pass *a* persons out of A departs no sooner than *b* are out of B."""
    for gate in plan.operation.gates:
        departed = gate_then(plan, gate.name).departed
        for movement in plan.movements:
            if movement.origin not in gate.out_of or not movement.loaded:
                continue
            departed += movement.persons
            if departed <= gate.beyond_persons:
                continue
            opens_s = _opens_s(plan, gate, movement)
            if opens_s is None or movement.departs_s < opens_s:
                opens = "does not open" if opens_s is None else f"opens at {opens_s} s"
                what = f"departs at {movement.departs_s} s, {departed} out by then; gate {gate.name} {opens}"
                yield Broken("O9", named(movement), what)


def _opens_s(plan: Plan, gate: Gate, movement: Movement) -> int | None:
    """Return the moment when enough are out of B, by movements of lower rank; ``None`` if never."""
    if gate.of_schedule:
        steps = [(out.by_s, out.persons) for out in gate.of_schedule]
    else:
        persons, before = 0, 0
        steps, outs = [(0, 0)], _out_of_places(plan, gate, movement)
        for then in gate_then(plan, gate.name).out:
            outs.append((then.by_s, then.persons - before))
            before = then.persons
        for moment_s, number in sorted(outs):
            persons += number
            steps.append((moment_s, persons))
    return next((moment_s for moment_s, persons in steps if persons >= gate.until_persons), None)


def _out_of_places(plan: Plan, gate: Gate, movement: Movement) -> list[tuple[int, int]]:
    """C7: moments and persons out whose home is in B, or who came to the first safe place out of B."""
    return [
        (out.moment_s, out.persons)
        for out in outs(plan)
        if out.movement.rank < movement.rank
        and {plan.operation.people[out.group].place, out.movement.origin} & set(gate.of_places)
    ]
