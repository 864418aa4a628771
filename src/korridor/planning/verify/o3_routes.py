"""O3: routes, column parts, and the ways of single vehicles."""

from collections.abc import Iterator

from korridor.events.movement import Movement, Trip
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.routes import RouteSearch
from korridor.planning.verify.seconds import travel_s


def o3_passages_chain(plan: Plan) -> Iterator[Broken]:
    """O3, C1: the passages lead from the origin to the release point, each from where the one before ends."""
    for movement in plan.movements:
        here = movement.origin
        for passage in movement.passages:
            road = plan.operation.roads[passage.road]
            begin, end = road.between if passage.forth else road.between[::-1]
            if not passage.forth and road.one_way:
                yield Broken("O3", named(movement), f"road {passage.road} is one way")
            if begin != here:
                yield Broken(
                    "O3",
                    named(movement),
                    f"road {passage.road} begins at {begin}, not at {here}",
                )
            here = end
        if here != movement.release:
            yield Broken("O3", named(movement), f"the column ends at {here}, not at {movement.release}")


def o3_columns_go_their_route(plan: Plan) -> Iterator[Broken]:
    """O3: the passages are the column part of every vehicle's leg.

    A loaded leg goes from the movement's origin to the vehicle's destination. An empty one goes there from
    where the vehicle stands, or from where its column forms up: by a movement of its own it might have gone
    there first.
    """
    search = RouteSearch(plan.operation)
    for movement in plan.movements:
        steps = tuple((passage.road, passage.forth) for passage in movement.passages)
        for trip in movement.trips:
            begins = {movement.origin} if movement.loaded else {movement.origin, trip.comes_from}
            legs = {begin: search.leg(begin, trip.destination) for begin in sorted(begins)}
            parts = [
                search.column(begin, trip.destination, movement.loaded)
                for begin in legs
                if legs[begin] is not None
            ]
            if not any(
                (part.origin, part.steps) == (movement.origin, steps) if part else not steps for part in parts
            ):
                yield _another_route(movement, trip)


def _another_route(movement: Movement, trip: Trip) -> Broken:
    roads = ", ".join(str(passage.road) for passage in movement.passages) or "none"
    return Broken(
        "O3",
        named(movement, trip),
        f"roads in column: {roads}; the route from {movement.origin} to {trip.destination} has others",
    )


def o3_alone_takes_its_time(plan: Plan) -> Iterator[Broken]:
    """O3: a vehicle comes to the origin, and goes on from the release point, no faster than alone it can."""
    search = RouteSearch(plan.operation)
    for movement in plan.movements:
        for trip in movement.trips:
            legs = (
                (trip.comes_from, movement.origin, trip.leaves_s, trip.comes_s),
                (movement.release, trip.destination, trip.released_s, trip.arrives_s),
            )
            for here, there, begin_s, end_s in legs:
                steps = search.alone(here, there)
                if steps is None:
                    what = f"no way from {here} to {there} alone"
                    yield Broken("O3", named(movement, trip), what)
                elif end_s - begin_s < (least_s := _alone_s(plan, trip, steps)):
                    what = f"{end_s - begin_s} s from {here} to {there}; alone it takes {least_s} s"
                    yield Broken("O3", named(movement, trip), what)


def _alone_s(plan: Plan, trip: Trip, steps: tuple[tuple[int, bool], ...]) -> int:
    speed = plan.operation.fleet[trip.vehicle_type].speed_m_per_h
    return sum(travel_s(plan.operation.roads[road], forth, speed) for road, forth in steps)
