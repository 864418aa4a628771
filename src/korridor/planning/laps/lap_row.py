"""One column as a row of a list of laps."""

from collections import Counter

import numpy as np

from korridor.clockwork.tables import Index, Ints
from korridor.events.movement import Movement
from korridor.events.order import Order
from korridor.planning.laps.dispatch.desk import SERVICE
from korridor.planning.laps.services import Services


class LapRows:
    """Rows of a list of laps, [service, then number, destination, layout by type]."""

    def __init__(self, index: Index, services: Services) -> None:
        self._index, self._services = index, services
        self._service_of = {
            (index.place_names[int(origin)], int(column)): service
            for service, (origin, column) in enumerate(zip(services.origin, services.column, strict=True))
        }

    @property
    def width(self) -> int:
        """Numbers in a row."""
        return 1 + 3 * len(self._index.type_names)

    def service(self, going: Order | Movement) -> int | None:
        """The service that a loaded column is of; ``None`` for people who are carried on from where they were brought."""
        column = self._index.column(going.origin, going.trips[0].destination, True)
        return self._service_of.get((going.origin, column))

    def row(self, service: int, going: Order | Movement) -> Ints:
        """Return the lap that asks for what goes, as far as a lap can say it.

        In a lap all vehicles of a type have one destination and one layout: those that most of them have.
        """
        row = np.zeros(self.width, dtype=np.int64)
        row[SERVICE] = service
        destinations, choices = self._services.destinations, self._services.choices
        for kind, name in enumerate(self._index.type_names):
            ends = destinations[service, kind, : choices[service, kind]].tolist()
            mine = [
                (ends.index(self._index.place[trip.destination]), trip.layout)
                for trip in going.trips
                if trip.vehicle_type == name and self._index.place[trip.destination] in ends
            ]
            if mine:
                (end, layout), _ = Counter(mine).most_common(1)[0]
                row[1 + 3 * kind : 4 + 3 * kind] = len(mine), end, layout
        return row
