"""The map's rows: which roads can be drawn, and how many people each carries."""

from collections import Counter

from hypothesis import given

from korridor.pictures.driven import drives
from korridor.pictures.map_rows import CONTROLLED, PLAIN, TRUCE, map_rows
from tests.pictures.convoys import days, free_town, town
from tests.pictures.located import ATS, located_runs, located_town, placed


@given(located_runs())
def test_every_road_is_drawn_or_said_not_to_be(run_of):
    """A road with coordinates at both ends is a line; any other is part of a line that passes it, or is listed."""
    operation, movements = run_of
    rows = map_rows(operation, movements)
    lines = [(road.here, road.there) for road in rows.roads]
    for road in operation.roads:
        if all(operation.places[end].at for end in road.between):
            assert road.between in lines
    through = {place for road in rows.roads for place in road.through}
    for index, road in enumerate(operation.roads):
        missing = {end for end in road.between if operation.places[end].at is None}
        assert not missing or missing & through or index in rows.undrawn_roads
    assert through | {end for pair in rows.undrawn for end in pair} <= set(operation.places)


@given(located_runs())
def test_lines_carry_whom_the_movements_carry(run_of):
    """Where all places have coordinates, each line carries all who are driven along its road, and nobody else."""
    operation, movements = run_of
    operation = placed(operation, {name: (0.0, float(i)) for i, name in enumerate(operation.places)})
    expected: Counter[tuple[int, bool]] = Counter()
    for drive in drives(operation, movements):
        for step in drive.steps:
            expected[step] += drive.persons
    rows = map_rows(operation, movements)
    assert [(road.here, road.there) for road in rows.roads] == [road.between for road in operation.roads]
    for index, road in enumerate(rows.roads):
        assert (road.forth_persons, road.back_persons) == (expected[index, True], expected[index, False])


def test_a_road_is_truce_road_controlled_or_neither():
    """The kinds of road are those of the file, a truce road first."""
    kinds = {(road.here, road.there): road.control for road in map_rows(located_town(), ()).roads}
    assert kinds["Ramouseh", "Last government post"] == TRUCE
    assert kinds["Rashideen", "Idlib"] == PLAIN
    free = map_rows(placed(free_town(), ATS), ()).roads
    assert {road.control for road in free} == {CONTROLLED, PLAIN}


def test_a_place_without_coordinates_is_passed_over():
    """Where a place on the way has none, one line joins its neighbours, names it, and is as strict as the strictest."""
    rows = map_rows(located_town("Last government post"), days(2))
    (line,) = [road for road in rows.roads if road.through]
    assert (line.here, line.there, line.through) == ("Ramouseh", "Rashideen", ("Last government post",))
    assert line.control == TRUCE
    assert line.persons == sum(movement.persons for movement in days(2))
    assert rows.undrawn == ()


def test_a_place_without_coordinates_at_the_end_leaves_its_road_out():
    """Nobody knows where a road to a place without coordinates leads, so it is not drawn, and its ends are named."""
    rows = map_rows(located_town("Idlib", "Amiriya"), days(2))
    assert rows.undrawn == (("Amiriya", "Ramouseh"), ("Rashideen", "Idlib"))
    assert all("Idlib" not in (road.here, road.there) for road in rows.roads)


def test_without_coordinates_nothing_is_drawn():
    """An operation without coordinates has no place and no road to draw."""
    rows = map_rows(town(), days(2))
    assert (rows.drawn, rows.roads) == ((), ())
