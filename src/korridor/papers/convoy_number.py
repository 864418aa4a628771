"""What is chalked on every vehicle of a column."""

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.pictures.clock import DAY_S, Clock
from korridor.pictures.number import number


def convoy_number(operation: Operation, movement: Movement) -> str:
    """Return the day and the serial: ``15-M012``.

    The day is the day of the month on which the movement departs, by the operation's clock (``D1``, ``D2`` …
    where the operation has no date); the serial is the movement's number on table and graph, counted through
    the whole plan, so that no two columns share it in any month.

    Notes
    -----
    After the movement numbers of STANAG 1059 and 2154 (day of the month, authority, serial; MP1028). A civil
    operation has one authority, so that part is left out.
    """
    if operation.start is None:
        day = f"D{movement.departs_s // DAY_S + 1}"
    else:
        day = f"{Clock(operation.start).local(movement.departs_s).day:02d}"
    return f"{day}-{number(movement)}"
