"""The Bus Evacuation Problem, read as an operation.

D. R. Bish, *Planning for a bus-based evacuation*, OR Spectrum 33 (2011), doi:10.1007/s00291-011-0256-1; the
file format is that of the instances published with GRASP for the problem (repository ``jjloyola/bep-grasp``).
Its distances are times; here one unit is one second.
"""

import re
from io import StringIO

from korridor.operation.count import Count
from korridor.operation.fault import MOST_FAULTS, Fault, Faults
from korridor.operation.fleet import MOST_VEHICLES, Layout, VehicleType
from korridor.operation.operation import EmptyLegs, Operation, Routes
from korridor.operation.people import Group
from korridor.operation.place import Kind, Place
from korridor.operation.road import Road
from korridor.operation.scheme import Need
from korridor.operation.units import MOST, shown

BUS = "bus"
"""The one type of vehicle."""

MOST_ROADS = 50_000
"""Of one table of distances; the published instances have some hundred."""

_WHOLE = re.compile(r"[0-9]{1,10}")


def read_bep(text: str, name: str) -> Operation:
    """Read an instance of the Bus Evacuation Problem.

    Convoys of one vehicle, no truce, no boarding times, no limit to the time aboard, each leg on its one
    road, and every bus straight to where it loads next (O3). The roads stand in the order of the file: from each yard
    (one way), then from each assembly (both ways).

    Parameters
    ----------
    text : str
        White-space separated, by lines: buses and capacity; number of yards and the buses at each; number of
        assemblies, people in all and at each; number of shelters, room in all and at each; for each yard its
        number and the distance to each assembly; for each assembly its number and that to each shelter.
    name : str
        The operation's name.

    Raises
    ------
    korridor.operation.fault.Faults
        Everything that is wrong, each with its line; the file is called ``name``.
    """
    sheet = _Sheet(text, name)
    buses, capacity = sheet.fleet()
    at_yards = sheet.amounts("yards", "buses", total=buses)
    at_assemblies = sheet.amounts("assemblies", "people")
    at_shelters = sheet.amounts("shelters", "room")
    sheet.stop_if_faulty()
    from_yards = sheet.distances("yard", len(at_yards), len(at_assemblies))
    from_assemblies = sheet.distances("assembly", len(at_assemblies), len(at_shelters))
    sheet.end()
    sheet.stop_if_faulty()
    return Operation(
        name=name,
        summary="An instance of the Bus Evacuation Problem; one unit of distance is one second.",
        places=_places(len(at_yards), len(at_assemblies), at_shelters),
        roads=(
            *_roads("yard", "assembly", from_yards, one_way=True),
            *_roads("assembly", "shelter", from_assemblies, one_way=False),
        ),
        routes=Routes.DIRECT,
        empty_legs=EmptyLegs.STRAIGHT,
        people={f"assembly {i}": _group(i, people) for i, people in enumerate(at_assemblies, start=1)},
        fleet={BUS: _buses(at_yards, capacity)},
        time_aboard_s={"default": MOST},
    )


def _places(yards: int, assemblies: int, at_shelters: list[int]) -> dict[str, Place]:
    return {
        **{f"yard {i + 1}": Place(kind=Kind.DEPOT) for i in range(yards)},
        **{f"assembly {i + 1}": Place(kind=Kind.ASSEMBLY) for i in range(assemblies)},
        **{
            f"shelter {i}": Place(kind=Kind.RECEPTION, capacity_persons=room)
            for i, room in enumerate(at_shelters, start=1)
        },
    }


def _roads(here: str, there: str, times_s: list[list[int]], one_way: bool) -> list[Road]:
    return [
        Road(between=(f"{here} {i}", f"{there} {j}"), time_s=time_s, one_way=one_way)
        for i, row in enumerate(times_s, start=1)
        for j, time_s in enumerate(row, start=1)
    ]


def _group(assembly: int, people: int) -> Group:
    return Group(
        place=f"assembly {assembly}",
        person_class="well",
        count=Count(wording="exact", low=people, high=people, central=people),
        need=Need.SEAT,
    )


def _buses(at_yards: list[int], capacity: int) -> VehicleType:
    depots = {f"yard {i}": buses for i, buses in enumerate(at_yards, start=1) if buses}
    return VehicleType(depots=depots, layouts=(Layout(seats=capacity),))


class _Sheet:
    """The numbers of the file, line by line; lines with nothing on them are passed over."""

    def __init__(self, text: str, name: str) -> None:
        self._name = name
        # Line by line, as they are asked for: as words a large file takes a hundred times its room.
        self._rows = ((n, words) for n, line in enumerate(StringIO(text), start=1) if (words := line.split()))
        self._last = 1
        self.faults: list[Fault] = []

    def fault(self, line: int, what: str) -> None:
        self.faults.append(Fault(self._name, line, "", what))
        if len(self.faults) > MOST_FAULTS:
            self.stop_if_faulty()

    def stop_if_faulty(self) -> None:
        if self.faults:
            raise Faults(self.faults)

    def row(self, what: str) -> tuple[int, list[int]]:
        """Return the next line's number and the numbers on it; a word that is none is a fault, and 0."""
        found = next(self._rows, None)
        if found is None:
            self.fault(self._last, f"the file ends here; {what} must follow")
            raise Faults(self.faults)
        self._last, words = found
        return self._last, [self._whole(self._last, word, what) for word in words]

    def _whole(self, line: int, word: str, what: str) -> int:
        if _WHOLE.fullmatch(word) and int(word) <= MOST:
            return int(word)
        self.fault(line, f"{shown(word)} is not a whole number from 0 to {MOST}; here stands {what}")
        return 0

    def fleet(self) -> tuple[int, int]:
        """Buses and their capacity."""
        line, numbers = self.row("the number of buses, and their capacity")
        if len(numbers) != 2:
            self.fault(line, f"{len(numbers)} numbers; here stand the number of buses and their capacity")
        elif not self.faults and 0 in numbers:
            self.fault(line, f"{numbers[0]} buses of {numbers[1]}; 1 or more of each")
        elif not self.faults and numbers[0] > MOST_VEHICLES:
            self.fault(line, f"{numbers[0]} buses; from 1 to {MOST_VEHICLES}")
        self.stop_if_faulty()
        return numbers[0], numbers[1]

    def amounts(self, places: str, of: str, total: int | None = None) -> list[int]:
        """The amounts at places: behind their number and, where it is not known before, the total."""
        led_by = "their number" if total is not None else "their number and the total"
        line, numbers = self.row(f"the {of} at the {places}, after {led_by}")
        if total is None and len(numbers) > 1:
            total = numbers.pop(1)
        count, amounts = numbers[0], numbers[1:]
        if len(amounts) != count:
            self.fault(line, f"{count} {places}, but {len(amounts)} numbers after {led_by}; one for each")
        elif count == 0:
            self.fault(line, f"no {places}; 1 or more")
        elif not self.faults and sum(amounts) != total:
            self.fault(line, f"{total} {of} in all, but {sum(amounts)} at the {places}; they must be equal")
        return amounts

    def distances(self, place: str, places: int, others: int) -> list[list[int]]:
        """A line for each place: its number, and the distance to each of the others."""
        if places * others > MOST_ROADS:
            what = f"{places} × {others} distances follow; up to {MOST_ROADS} can be read"
            self.fault(self._last, what)
            self.stop_if_faulty()
        found = []
        for number in range(1, places + 1):
            line, numbers = self.row(f"{place} {number} and its {others} distances")
            if len(numbers) != others + 1:
                what = f"{len(numbers)} numbers; here stand {place} {number} and its {others} distances"
                self.fault(line, what)
            elif numbers[0] != number:
                self.fault(line, f"{place} {numbers[0]}, where {place} {number} belongs")
            found.append(numbers[1:])
        return found

    def end(self) -> None:
        """Nothing may follow."""
        further = next(self._rows, None)
        if further is not None:
            self.fault(further[0], "the file goes on after the last assembly; it should end there")
