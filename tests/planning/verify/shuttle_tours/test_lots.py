"""Lots and least times, as the checker works them out."""

from hypothesis import given

from korridor.operation.operation import Operation
from korridor.planning.shuttle.lots import lots_of as planned_lots_of
from korridor.planning.shuttle.shuttle import shuttle_of
from korridor.planning.verify.routes import RouteSearch
from korridor.planning.verify.shuttle_tours.lots import Lot, lots_of, room_of, trips_of
from tests.planning.shuttle.shuttles import shuttles
from tests.planning.shuttle.test_plain import PLAIN


def test_lots_worked_out_by_hand() -> None:
    """70 pupils by fifties are a full load and one of 20; 45 neighbours are one load, which is not full."""
    assert lots_of(PLAIN) == (Lot("school", 1, 50), Lot("school", 1, 20), Lot("square", 1, 45))


def test_room_is_for_all_where_it_is_unlimited() -> None:
    """The hall has room for 100, the ward for everybody: 115."""
    assert room_of(PLAIN) == {"hall": 100, "ward": 115}


def test_times_worked_out_by_hand() -> None:
    """A bus to the school takes 600 s and boards 20 in 80; a coach from the hall takes 1800 + 300 s, whoever boards."""
    search, lots = RouteSearch(PLAIN), lots_of(PLAIN)
    bus, coach = (trips_of(PLAIN, search, lots, kind) for kind in ("bus", "coach"))
    assert (bus.approach_s["yard", 0], bus.approach_s["yard", 1]) == (600 + 200, 600 + 80)
    assert coach.approach_s["hall", 1] == 1800 + 300
    assert (bus.deliver_s[1, "hall"], bus.deliver_s[2, "ward"]) == (300 + 1800, 1800 + 120)


@given(shuttles(most_loads=8))
def test_checker_and_search_count_alike(operation: Operation) -> None:
    """Loads, persons, room and every least time, by hops too, are what the search's own sums say."""
    ours, theirs, shuttle = lots_of(operation), planned_lots_of(operation), shuttle_of(operation)
    assert [lot.loads for lot in ours] == theirs.loads.tolist()
    assert [lot.persons for lot in ours] == theirs.persons.tolist()
    assert list(room_of(operation).values()) == theirs.room_persons.tolist()
    search, rooms = RouteSearch(operation), list(room_of(operation))
    for kind, name in enumerate(shuttle.types):
        trips = trips_of(operation, search, ours, name)
        for number in range(len(ours)):
            for stand, place in enumerate(shuttle.stands):
                assert trips.approach_s[place, number] == theirs.approach_s[kind, stand, number]
            for room, place in enumerate(rooms):
                assert trips.deliver_s[number, place] == theirs.deliver_s[kind, number, room]
