"""O9: the agreements that a column has to wait for."""

from collections.abc import Sequence

from korridor.events.movement import Movement
from korridor.operation.agreement import Gate
from korridor.operation.operation import Operation
from korridor.papers.own_direction import own_direction as own


def gates_before(operation: Operation, movements: Sequence[Movement]) -> dict[int, tuple[Gate, ...]]:
    """Return, by rank, the gates that loaded movements wait for: those beyond which their own people would pass (O9)."""
    found: dict[int, list[Gate]] = {}
    for gate in operation.gates:
        departed = 0
        for movement in movements:
            if movement.loaded and movement.origin in gate.out_of:
                departed += movement.persons
                if departed > gate.beyond_persons:
                    found.setdefault(movement.rank, []).append(gate)
    return {rank: tuple(gates) for rank, gates in found.items()}


def gate_words(gates: Sequence[Gate]) -> tuple[str, ...]:
    """Return what has to have happened before the column leaves."""
    return tuple(
        f"{own(gate.name)}: leave only when {gate.until_persons:,} are out "
        f"{'of ' + ', '.join(map(own, gate.of_places)) if gate.of_places else 'on the other side'}."
        for gate in gates
    )
