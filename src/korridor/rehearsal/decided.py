"""What a programme has decided of a movement, written on the sheet."""

from korridor.clockwork.sheet import A, O, Sheet
from korridor.clockwork.state import State
from korridor.clockwork.tables import C, Tables
from korridor.compiled import inner
from korridor.rehearsal.elsewhere import send_where_people_wait
from korridor.rehearsal.programme import Programme


@inner
def number_of(movement: int) -> int:
    """Return the number of a movement in its programme; minus one less that is one that turned back."""
    return -1 - movement if movement < 0 else movement


@inner
def write(
    tables: Tables, state: State, sheet: Sheet, programme: Programme, movement: int, times: int
) -> bool:
    """Write what is decided of a movement on the sheet; whether it goes elsewhere, because nobody is left where it was to go.

    One that goes again has ranks of its own. Minus one less a movement is one that turned back: its vehicles are there.
    """
    turned_back = movement < 0
    movement = number_of(movement)
    for i in range(len(sheet.order)):
        sheet.order[i] = programme.orders[movement, i]
    first = programme.first[movement]
    for j in range(programme.first[movement + 1] - first):
        for i in range(sheet.asked.shape[1]):
            sheet.asked[j, i] = programme.trips[first + j, i]
        sheet.asked[j, A.RANK] += times * programme.again[sheet.asked[j, A.TYPE]]
        if turned_back:
            sheet.asked[j, A.FROM] = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    return send_where_people_wait(tables, state, sheet, programme.sources, first)
