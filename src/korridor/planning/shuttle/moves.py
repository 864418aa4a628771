"""The moves of the search: drawn at random, done at once, and undone if they do not please."""

from korridor.chance import stream
from korridor.compiled import allocating
from korridor.planning.shuttle.shuttle import Whole
from korridor.planning.shuttle.tours import (
    FIRST,
    TRIPS,
    exchange_rooms,
    exchange_tails,
    exchange_trips,
    relocate,
    send,
)

RELOCATE, EXCHANGE, ROOMS, ASSEMBLIES, SEND, TAILS = range(6)
KINDS = 6

# A move as a row of whole numbers: its kind; a vehicle and a column of its tour; another's; and a reception.
MOVE, AT, PLACE, ITS, ITS_PLACE, ROOM = range(6)


@allocating
def draw(tours: Whole, spare: Whole, chance: stream.State, vehicle: int, move: Whole) -> bool:
    """Draw a move that starts at a vehicle and do it; ``False`` if what was drawn cannot be done."""
    kind, other = int(stream.below(chance, KINDS)), int(stream.below(chance, len(tours)))
    if kind == SEND:
        other = vehicle
    ours, theirs = tours[vehicle, TRIPS], tours[other, TRIPS]
    if kind == TAILS:
        ours, theirs = ours + 1, theirs + 1  # a tail may be empty
    elif kind == RELOCATE and vehicle != other:
        theirs += 1
    if ours == 0 or theirs == 0 or (kind == TAILS and vehicle == other):
        return False
    move[MOVE], move[AT], move[ITS] = kind, vehicle, other
    move[PLACE], move[ITS_PLACE] = FIRST + stream.below(chance, ours), FIRST + stream.below(chance, theirs)
    if kind == SEND:
        move[ROOM] = stream.below(chance, len(spare))
        if spare[move[ROOM]] == 0 or tours[vehicle, move[PLACE]] % len(spare) == move[ROOM]:
            return False
    elif vehicle == other and move[PLACE] == move[ITS_PLACE]:
        return False
    do(tours, spare, move)
    return True


@allocating
def do(tours: Whole, spare: Whole, move: Whole) -> None:
    """Do a move; done once more it is undone, unless it relocates a trip."""
    kind, v, i, w, j = move[MOVE], move[AT], move[PLACE], move[ITS], move[ITS_PLACE]
    if kind == RELOCATE:
        relocate(tours, v, i, w, j)
    elif kind == EXCHANGE:
        exchange_trips(tours, v, i, w, j)
    elif kind == ROOMS:
        exchange_rooms(tours, len(spare), v, i, w, j)
    elif kind == ASSEMBLIES:
        exchange_trips(tours, v, i, w, j)
        exchange_rooms(tours, len(spare), v, i, w, j)
    elif kind == SEND:
        move[ROOM] = send(tours, spare, len(spare), v, i, move[ROOM])
    else:
        exchange_tails(tours, v, i, w, j)


@allocating
def undo(tours: Whole, spare: Whole, move: Whole) -> None:
    """Undo the move that was done last."""
    if move[MOVE] == RELOCATE:
        relocate(tours, move[ITS], move[ITS_PLACE], move[AT], move[PLACE])
    else:
        do(tours, spare, move)
