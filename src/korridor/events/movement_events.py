"""R6, A9: movements as events: what a plan says should happen, or a rehearsal says did, written as a clerk would write it.

So the books account for a plan, and for one run of a rehearsal, exactly as for a real day.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

from korridor.events.code_lists import CLASSES, Method, Scheme
from korridor.events.codes_of import codes_of
from korridor.events.event import Event
from korridor.events.facts import Fact
from korridor.events.head_count import Between, HeadCount
from korridor.events.journeys import Arrived, Departed, Returned, Screened
from korridor.events.keeping import Estimated
from korridor.events.movement import Movement, Trip
from korridor.operation.operation import Operation
from korridor.operation.place import Kind

_ACCOUNTS = {Kind.RECEPTION: "reception", Kind.TRANSIT_CENTRE: "reception", Kind.HOSPITAL: "hospital"}


def events_of(
    operation: Operation,
    movements: Collection[Movement],
    *,
    turned_back: Collection[int] = (),
    stranded: Collection[int] = (),
    device: str = "PLAN",
    organisation: str = "PLAN",
    start: datetime | None = None,
) -> tuple[Event, ...]:
    """Write movements as events.

    Parameters
    ----------
    operation : Operation
    movements : collection of Movement
        Of a plan, or of one run; empty ones move nobody and are left out.
    turned_back, stranded : collection of int
        Ranks of the movements that did not arrive: who turned back returns, of who is stranded nothing more is heard.
    device, organisation : str
        Who is said to have recorded it.
    start : datetime, optional
        Of an operation whose file gives none.

    Raises
    ------
    ValueError
        If neither gives a start.

    Examples
    --------
    >>> from korridor.events.movement_events import events_of
    >>> events_of(plan.operation, plan.movements)[0].kind  # doctest: +SKIP
    'estimated'
    """
    begins = operation.start or start
    if begins is None:
        raise ValueError("the operation has no start; give one, events happen at a time")
    writer = _Writer(operation, begins)
    told = list(writer.estimates())
    for movement in movements:
        if movement.loaded:
            ending = (
                Returned if movement.rank in turned_back else None if movement.rank in stranded else Arrived
            )
            told += writer.movement(movement, ending)
    told.sort(key=lambda each: each[0])
    return tuple(
        Event(
            device=device,
            number=number,
            post=post,
            organisation=organisation,
            occurred_at=begins + timedelta(seconds=moment_s),
            recorded_at=begins + timedelta(seconds=moment_s),
            what=fact,
        )
        for number, (moment_s, post, fact) in enumerate(told, start=1)
    )


_Told = tuple[int, str, Fact]


class _Writer:
    """Knows the codes of an operation, and in which classes its people are counted."""

    def __init__(self, operation: Operation, begins: datetime) -> None:
        self._operation, self._begins = operation, begins
        self._places = codes_of(operation.places)
        self._types = codes_of(operation.fleet, longest=11)
        self._scheme = Scheme(operation.scheme.value)

    def estimates(self) -> Iterator[_Told]:
        """Who stands where at the start, as the file has it."""
        for place in dict.fromkeys(group.place for group in self._operation.people.values()):
            there = [group for group in self._operation.people.values() if group.place == place]
            counts = [group.persons for group in there]
            classes = Counter[str]()
            for group, persons in zip(there, counts, strict=True):
                classes[group.person_class] += persons
            count = self._count(sum(counts), classes, Method.ESTIMATE)
            yield 0, self._places[place], Estimated(at=self._account(place), count=count)

    def movement(self, movement: Movement, ending: type[Arrived] | type[Returned] | None) -> Iterator[_Told]:
        """A loaded movement, vehicle by vehicle."""
        origin = self._places[movement.origin]
        for trip in movement.trips:
            if trip.loads:
                on = f"M{movement.rank + 1}/{self._types[trip.vehicle_type]}-{trip.vehicle + 1}"
                to = self._places[trip.destination]
                count = self._loaded(trip)
                # When it was to be there, who is stranded never said.
                due = None if ending is None else self._begins + timedelta(seconds=trip.free_s)
                departed = Departed(on=on, at=self._account(movement.origin), count=count, to=to, due=due)
                yield movement.departs_s, origin, departed
                if ending is Returned:
                    # When it was back is not known; it was no later than by the time that it had taken to arrive, once more.
                    back_s = 2 * trip.free_s - movement.departs_s
                    at = self._account(movement.origin)
                    yield back_s, origin, Returned(of=f"aboard:{on}", to=at, count=count)
                    continue
                if ending is Arrived:
                    for screening in trip.screenings:
                        place = self._places[screening.checkpoint]
                        yield screening.ends_s, place, Screened(on=on, at=place, count=count)
                    yield trip.free_s, to, Arrived(on=on, at=self._account(trip.destination), count=count)

    def _loaded(self, trip: Trip) -> HeadCount:
        classes = Counter[str]()
        for load in trip.loads:
            # Who waits at a transfer is a group by the place's name, too (P5), and of the class of the one that it came from.
            people, name = self._operation.people, load.group
            group = people.get(name) or people.get(name.partition(" at ")[0])
            classes[group.person_class if group is not None else "unknown"] += load.persons
        return self._count(trip.persons, classes, Method.LIST)

    def _count(self, persons: int, classes: Counter[str], method: Method) -> HeadCount:
        known = {
            name: Between(low=n, high=n)
            for name, n in sorted(classes.items())
            if name in CLASSES[self._scheme]
        }
        if not known:
            return HeadCount(low=persons, high=persons, method=method)
        return HeadCount(low=persons, high=persons, method=method, scheme=self._scheme, classes=known)

    def _account(self, place: str) -> str:
        kind = _ACCOUNTS.get(self._operation.places[place].kind, "place")
        return f"{kind}:{self._places[place]}"
