"""Which roads people are driven along."""

from hypothesis import given

from korridor.events.order import Order, TripOrder
from korridor.operation.ways import Ways
from korridor.pictures.driven import drives, passed
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, round_robin, town
from tests.plain.clockwork import run


@given(runs())
def test_drives_hang_together(run_of):
    """Each drive goes from place to place along its roads; a column's ends at its release, a single one at its destination."""
    operation, movements = run_of
    for drive in drives(operation, movements):
        assert drive.places == passed(operation, drive.places[0], drive.steps) or not drive.steps
        assert drive.places[0] == (drive.movement.origin if drive.in_column else drive.movement.release)
        ends = [drive.movement.release] if drive.in_column else [t.destination for t in drive.movement.trips]
        assert drive.places[-1] in ends


@given(runs())
def test_everybody_carried_is_driven(run_of):
    """Of every movement, those driven to their destinations and those who get off at the release point are all its people."""
    operation, movements = run_of
    driven = list(drives(operation, movements))
    for movement in movements:
        alone = sum(drive.persons for drive in driven if drive.movement is movement and not drive.in_column)
        at_release = sum(trip.persons for trip in movement.trips if trip.destination == movement.release)
        assert alone + at_release == movement.persons
        column = [drive.persons for drive in driven if drive.movement is movement and drive.in_column]
        assert column in ([movement.persons], [])


def test_beyond_the_release_point_vehicles_go_their_own_ways():
    """A column from the transfer to two places is driven singly along two roads, each with its own people."""
    trips = [
        TripOrder(vehicle_type="bus", comes_from="Rashideen", destination=to)
        for to in ("Idlib", "Bab al-Hawa hospital")
    ]
    movements = run(town(), (*round_robin(2), Order(origin="Rashideen", loaded=True, trips=tuple(trips))))
    onward = [drive for drive in drives(town(), movements[-1:])]
    assert [drive.places for drive in onward] == [
        ("Rashideen", "Idlib"),
        ("Rashideen", "Bab al-Hawa hospital"),
    ]
    assert [(drive.persons, drive.vehicles, drive.in_column) for drive in onward] == [(50, 1, False)] * 2


def test_a_column_is_driven_as_its_passages_say():
    """The column part has the very roads of the movement's passages, in order."""
    movement = next(movement for movement in days(2) if movement.loaded)
    (drive,) = drives(town(), [movement])
    assert drive.steps == tuple((passage.road, passage.forth) for passage in movement.passages)
    assert drive.steps == Ways(town()).route("Amiriya", "Rashideen")
