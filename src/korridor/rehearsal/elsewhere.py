"""R3: nobody is left where a movement was to fetch people, or take them from: it goes where most still wait.

What a dispatcher knows by radio is enough: who has boarded at each place, and where vehicles stand. In a plan that goes as
planned there is always somebody left for whoever comes, so nothing is changed there. Transfers are left alone: who is brought
to one may still be on the way.
"""

from korridor.clockwork.sheet import A, O, Sheet
from korridor.clockwork.state import State
from korridor.clockwork.tables import NEVER, NONE, C, G, Tables, V
from korridor.compiled import inner
from korridor.rehearsal.sources import Sources

_RANKS = 1 << 16
"""A loaded column that goes elsewhere has a rank of its own there: beyond those of the place, by where it was to load."""


@inner
def send_where_people_wait(tables: Tables, state: State, sheet: Sheet, sources: Sources, first: int) -> bool:
    """Change what is on the sheet where nobody is left, ``first`` being its first trip's number; whether anything was changed."""
    if sheet.order[O.LOADED]:
        return _load_elsewhere(tables, state, sheet, sources)
    return _fetch_elsewhere(tables, state, sheet, sources, first)


@inner
def _fetch_elsewhere(tables: Tables, state: State, sheet: Sheet, sources: Sources, first: int) -> bool:
    """Send vehicles to another place by the same column; where there is none, they stay for the next column that needs them."""
    n, kind, to, goes, changed = 0, NONE, NONE, NONE, False
    for j in range(sheet.order[O.TRIPS]):
        if sources.fetches[first + j]:
            if sheet.asked[j, A.TYPE] != kind or sheet.asked[j, A.TO] != to:
                kind, to = sheet.asked[j, A.TYPE], sheet.asked[j, A.TO]
                goes = to
                if _persons(tables, state, sources, kind, to, NONE) == 0:
                    goes, changed = _where_most_wait(tables, state, sheet, sources, kind), True
            if goes == NONE:
                continue
        if n < j:
            for a in range(sheet.asked.shape[1]):
                sheet.asked[n, a] = sheet.asked[j, a]
        if sources.fetches[first + j]:
            sheet.asked[n, A.TO] = goes
        n += 1
    sheet.order[O.TRIPS] = n
    return changed


@inner
def _where_most_wait(tables: Tables, state: State, sheet: Sheet, sources: Sources, kind: int) -> int:
    """Return the place to which the column on the sheet leads too and at which most wait for a type; ``NONE`` if none do."""
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    best, most = NONE, 0
    for source in range(len(sources.places)):
        if sources.empty[origin, source] == sheet.order[O.COLUMN]:
            persons = _persons(tables, state, sources, kind, sources.places[source], NONE)
            if persons > most:
                best, most = sources.places[source], persons
    return best


@inner
def _load_elsewhere(tables: Tables, state: State, sheet: Sheet, sources: Sources) -> bool:
    """Let a column load at another place; vehicles that stand where nobody is left go there first, empty."""
    origin = tables.columns[sheet.order[O.COLUMN], C.ORIGIN]
    if sources.number[origin] == NONE or _persons_for(tables, state, sheet, sources, origin, NONE):
        return False
    best, most = NONE, 0
    for source in range(len(sources.places)):
        column = sources.loaded[source, sheet.asked[0, A.TO]]
        if column != NONE:
            persons = _persons_for(tables, state, sheet, sources, sources.places[source], column)
            if persons > most:
                best, most = source, persons
    if best == NONE:
        return False
    there = sources.places[best]
    if _stand_there(tables, state, sheet, origin, there):
        return _go_over(sheet, sources, origin, best)
    for j in range(sheet.order[O.TRIPS]):
        if tables.alone[sheet.asked[j, A.TYPE], sheet.asked[j, A.FROM], there] == NONE:
            sheet.asked[j, A.FROM] = there
    sheet.order[O.COLUMN] = sources.loaded[best, sheet.asked[0, A.TO]]
    sheet.order[O.RANK] += (1 + origin) * _RANKS
    return True


@inner
def _go_over(sheet: Sheet, sources: Sources, origin: int, source: int) -> bool:
    """Send the vehicles that stand at the origin to another place; whether there is a way."""
    column = sources.empty[origin, source]
    if column == NONE:
        return False
    sheet.order[O.COLUMN], sheet.order[O.LOADED] = column, 0
    sheet.asked[: sheet.order[O.TRIPS], A.TO] = sources.places[source]
    return True


@inner
def _stand_there(tables: Tables, state: State, sheet: Sheet, origin: int, there: int) -> bool:
    """Whether vehicles that a column is to take stand at its origin, and cannot come to another place alone."""
    for j in range(sheet.order[O.TRIPS]):
        kind = sheet.asked[j, A.TYPE]
        if sheet.asked[j, A.FROM] == origin and tables.alone[kind, origin, there] == NONE:
            first = tables.types[kind, V.FIRST]
            for vehicle in range(first, first + tables.types[kind, V.NUMBER]):
                if state.vehicles[vehicle, 1] == origin and state.vehicles[vehicle, 0] < NEVER:
                    return True
    return False


@inner
def _persons_for(
    tables: Tables, state: State, sheet: Sheet, sources: Sources, place: int, column: int
) -> int:
    """Return how many persons wait at a place for the vehicles on the sheet; none where these would need another column."""
    total, kind, to = 0, NONE, NONE
    for j in range(sheet.order[O.TRIPS]):
        if sheet.asked[j, A.TYPE] == kind and sheet.asked[j, A.TO] == to:
            continue
        kind, to = sheet.asked[j, A.TYPE], sheet.asked[j, A.TO]
        if column == NONE:
            total += _persons(tables, state, sources, kind, place, NONE)
        elif sources.loaded[sources.number[place], to] == column:
            total += _persons(tables, state, sources, kind, place, to)
        else:
            return 0
    return total


@inner
def _persons(tables: Tables, state: State, sources: Sources, kind: int, place: int, to: int) -> int:
    """Return how many persons wait at a place who find room in a type, and may be taken to a destination or, ``NONE``, to any."""
    persons = 0
    for group in range(len(tables.groups)):
        if tables.groups[group, G.PLACE] != place or not sources.takes[kind, group]:
            continue
        if to == NONE or tables.goes[group, to]:
            persons += state.left[group] * tables.groups[group, G.PERSONS]
    return persons
