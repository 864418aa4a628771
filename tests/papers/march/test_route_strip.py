"""A route, place by place."""

from hypothesis import given

from korridor.operation.ways import Ways
from korridor.papers.march.route_strip import Doing, route_strip
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, town


def strips(operation, movements):
    ways = Ways(operation)
    return [(movement, route_strip(operation, ways, movement)) for movement in movements if movement.loaded]


def test_the_places_stand_in_the_order_of_the_road():
    """Loading place, checkpoint, post and the place where everybody unloads, with the kilometres between them."""
    movement, strip = strips(town(), days())[0]
    assert [(point.place, point.doing, point.far_m) for point in strip] == [
        ("Amiriya", Doing.LOADS, 0),
        ("Ramouseh", Doing.SCREENED, 3000),
        ("Last government post", Doing.PASSES, 9800),
        ("Rashideen", Doing.UNLOADS, 24000),
    ]
    assert strip[0].leaves_s == movement.departs_s
    assert strip[1].arrives_s == movement.passages[0].head_out_s
    assert strip[1].leaves_s == movement.passages[1].head_in_s
    assert strip[-1].last_s == max(trip.free_s for trip in movement.trips)
    assert strip[-1].persons == {"lying": 8, "well": 504}


@given(runs())
def test_the_times_are_the_plan_s_and_never_run_backwards(drawn):
    """The first vehicle leaves at the departure, comes to each place after the last, and everybody ends unloaded."""
    for movement, strip in strips(*drawn):
        assert strip[0].leaves_s == movement.departs_s
        driven = [point for point in strip if point.doing is not Doing.UNLOADS]
        moments = [m for point in driven for m in (point.arrives_s, point.leaves_s) if m is not None]
        assert moments == sorted(moments)
        assert all(point.leaves_s <= point.last_s for point in driven)
        ends = [point for point in strip if point.doing is Doing.UNLOADS]
        assert all(driven[-1].leaves_s <= point.arrives_s <= point.last_s for point in ends)
        assert max(point.last_s for point in ends) == max(trip.free_s for trip in movement.trips)
        heads = {passage.head_out_s for passage in movement.passages}
        assert heads <= {point.arrives_s for point in strip} | {trip.arrives_s for trip in movement.trips}


@given(runs())
def test_halts_and_waits_make_up_the_time_that_the_head_stands(drawn):
    """Where there is no checkpoint the head stands for its halts and waits, and for nothing else."""
    for _, strip in strips(*drawn):
        for point in strip:
            if point.doing is Doing.PASSES:
                assert point.leaves_s - point.arrives_s == point.halts_s + point.waits_s
            elif point.doing is Doing.SCREENED:
                assert point.waits_s <= point.leaves_s - point.arrives_s


@given(runs())
def test_everybody_aboard_gets_off_somewhere(drawn):
    """The people and vehicles of the places where a column unloads are those of the column."""
    for movement, strip in strips(*drawn):
        assert sum(sum(point.persons.values()) for point in strip) == movement.persons
        assert sum(sum(point.vehicles.values()) for point in strip) == len(movement.trips)


@given(runs())
def test_kilometres_are_known_or_left_open(drawn):
    """A distance is the sum of its roads' lengths; beyond a road of unknown length none is stated."""
    operation, movements = drawn
    for movement, strip in strips(operation, movements):
        lengths = [operation.roads[passage.road].length_m for passage in movement.passages]
        for index, point in enumerate(strip[: len(lengths) + 1]):
            if point.doing is not Doing.UNLOADS:
                known = None not in lengths[:index]
                assert point.far_m == (sum(lengths[:index]) if known else None)
