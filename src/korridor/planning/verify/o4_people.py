"""O4: people are counted, and carried in whole parties."""

from collections.abc import Iterator

from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.standing import boardings


def o4_parties_stay_together(plan: Plan) -> Iterator[Broken]:
    """O4: a vehicle carries whole parties."""
    for movement in plan.movements:
        for trip in movement.trips:
            for load in trip.loads:
                group = plan.operation.people[load.group]
                party = group.party + group.companions
                if load.persons <= 0 or load.persons % party:
                    what = f"{load.persons} persons of {load.group} are not whole parties of {party}"
                    yield Broken("O4", named(movement, trip), what)


def o4_nobody_boards_who_is_not_there(plan: Plan) -> Iterator[Broken]:
    """O4: no more of a group board at a place than stood or alighted there and have not left it."""
    for boarding in boardings(plan):
        trip = boarding.trip
        for group in sorted({load.group for load in trip.loads}):
            persons = sum(load.persons for load in trip.loads if load.group == group)
            if persons > boarding.present.get(group, 0):
                origin = boarding.movement.origin
                what = f"{persons} of {group} board, but {boarding.present.get(group, 0)} are at {origin}"
                yield Broken("O4", named(boarding.movement, trip), what)
