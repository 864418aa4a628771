"""Where vehicles come from and go next."""

from collections import Counter

from hypothesis import given

from korridor.papers.march.turns import Turns
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days


def test_a_column_s_vehicles_come_in_empty_and_go_back_empty():
    """The first loaded column was led in as the first empty one, and its vehicles go back in again."""
    turns, loaded = Turns(days()), days()[4]
    (way,) = turns.ways_in(loaded)
    assert (way.movement.rank, way.vehicles, way.leads) == (0, {"ambulance": 4, "bus": 10}, True)
    after = turns.onward(loaded)
    assert all(each.movement is None or not each.movement.loaded for each in after)
    assert sum(sum(each.vehicles.values()) for each in after) == len(loaded.trips)


@given(runs())
def test_an_empty_column_has_one_leader(drawn):
    """An empty movement whose vehicles load later is led in by the leader of just one of the columns they load in."""
    _, movements = drawn
    turns = Turns(movements)
    leaders = Counter(
        way.movement.rank for m in movements if m.loaded for way in turns.ways_in(m) if way.leads
    )
    loads_later = {way.movement.rank for m in movements if m.loaded for way in turns.ways_in(m)}
    assert leaders == dict.fromkeys(loads_later, 1)


@given(runs())
def test_every_vehicle_is_accounted_for(drawn):
    """Ways in and onward name no vehicle that is not the column's, and onward names each of them once."""
    _, movements = drawn
    turns = Turns(movements)
    for movement in (m for m in movements if m.loaded):
        types = Counter(trip.vehicle_type for trip in movement.trips)
        for way in turns.ways_in(movement):
            assert not way.movement.loaded and way.movement.rank < movement.rank
            assert Counter(way.vehicles) <= types
        onward = turns.onward(movement)
        assert sum((Counter(each.vehicles) for each in onward), Counter()) == types
        assert all(each.movement is None or each.movement.rank > movement.rank for each in onward)
