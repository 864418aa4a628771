"""R6: one run as movements, the form that plans have: it can be drawn, checked and accounted for like one."""

from enum import StrEnum

from korridor.clockwork.boarding import OK
from korridor.clockwork.ending import STRANDED, TURNED_BACK
from korridor.clockwork.run import read_movement
from korridor.clockwork.sheet import A, O, Sheet
from korridor.clockwork.tables import Index
from korridor.events.movement import Movement
from korridor.events.order import Order, TripOrder
from korridor.operation.frozen import Frozen
from korridor.rehearsal.log import ENTRIES, Log


class Ending(StrEnum):
    """How a movement ended that departed."""

    ARRIVED = "arrived"
    TURNED_BACK = "turned back"
    STRANDED = "stranded"


_ENDINGS = {OK: Ending.ARRIVED, TURNED_BACK: Ending.TURNED_BACK, STRANDED: Ending.STRANDED}


class Happened(Frozen):
    """A movement of one run; of one that did not arrive, the times up to where it turned back or stands are right."""

    movement: Movement
    ending: Ending


def read_log(index: Index, blank: Sheet, log: Log) -> tuple[Happened, ...]:
    """Return what a log says, in the order of departure."""
    found, first = [], 0
    for m in range(int(log.number[ENTRIES])):
        n = int(log.order[m, O.TRIPS])
        rows = slice(first, first + n)
        sheet = blank._replace(
            order=log.order[m],
            head=log.head[m],
            roads=log.roads[m],
            asked=log.asked[rows],
            trips=log.trips[rows],
            loads=log.loads[rows],
            screens=log.screens[rows].swapaxes(0, 1),
        )
        movement = read_movement(index, sheet, _order(index, sheet), m)
        found.append(Happened(movement=movement, ending=_ENDINGS[int(log.code[m])]))
        first += n
    return tuple(found)


def _order(index: Index, sheet: Sheet) -> Order:
    """Return the order that a sheet carries out."""
    places = index.place_names
    return Order(
        origin=index.column_part(int(sheet.order[O.COLUMN])).origin,
        loaded=bool(sheet.order[O.LOADED]),
        trips=tuple(
            TripOrder(
                vehicle_type=index.type_names[row[A.TYPE]],
                comes_from=places[row[A.FROM]],
                destination=places[row[A.TO]],
                layout=row[A.LAYOUT],
            )
            for row in sheet.asked.tolist()
        ),
        not_before_s=int(sheet.order[O.NOT_BEFORE]),
    )
