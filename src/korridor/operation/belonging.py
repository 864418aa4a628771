"""R2: what uncertain quantities belong to, by the names that a file gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from korridor.operation.place import Kind
from korridor.operation.quantity import Of

if TYPE_CHECKING:
    from korridor.operation.operation import Operation

SECTIONS: dict[Of, str] = {
    Of.ROAD: "roads",
    Of.CHECKPOINT: "places",
    Of.TYPE: "fleet",
    Of.GROUP: "people",
    Of.WINDOW: "truce",
    Of.GATE: "gates",
}
"""The part of a file where the names stand."""


def names_of(operation: Operation, of: Of) -> tuple[str, ...]:
    """The names of all that a quantity can belong to, in the order of the file.

    Roads are named by their ends, ``Amiriya - Ramouseh``; two between the same places have one name, and one weather. Windows
    are counted, ``window 1``: of the announced ones or of those that happened, whichever are planned on.
    """
    match of:
        case Of.ROAD:
            return tuple(" - ".join(road.between) for road in operation.roads)
        case Of.CHECKPOINT:
            return tuple(name for name, place in operation.places.items() if place.kind is Kind.CHECKPOINT)
        case Of.TYPE:
            return tuple(operation.fleet)
        case Of.GROUP:
            return tuple(operation.people)
        case Of.WINDOW:
            number = len(operation.truce.windows) if operation.truce else 0
            return tuple(f"window {n}" for n in range(1, number + 1))
        case Of.GATE:
            return tuple(gate.name for gate in operation.gates)
        case Of.ALL:
            return ()
