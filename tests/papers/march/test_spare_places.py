"""What is free in a column, and who finds no place when a vehicle breaks down."""

from hypothesis import given

from korridor.operation.scheme import Need
from korridor.papers.march.column_words import broken_down_words, places
from korridor.papers.march.spare_places import BrokenDown, broken_down, spare_places
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, town


def test_a_full_column_takes_nobody_over():
    """With 500 people in ten buses and three in each of four ambulances nothing is free, and one sentence says so."""
    loaded = days()[4]
    assert spare_places(town(), loaded) == {}
    assert broken_down_words(tuple(broken_down(town(), loaded))) == (
        "Who is aboard a broken-down vehicle needs another one.",
    )


def test_words_for_each_case():
    """All, some or none of a vehicle's people find a place in the others, and the paper says which."""
    cases = (
        BrokenDown("bus", 50, {Need.SEAT: 13}),
        BrokenDown("van", 8, {}),
        BrokenDown("ambulance", 2, {Need.STRETCHER: 2}),
    )
    assert broken_down_words(cases) == (
        "If one bus with 50 aboard stops, 13 of them find no free place in the others.",
        "If one van with 8 aboard stops, all find a place in the others.",
        "If one ambulance with 2 aboard stops, none of them finds a free place in the others.",
    )
    assert places({Need.SEAT: 37, Need.STRETCHER: 1}) == "37 seats, 1 stretcher"


@given(runs())
def test_places_taken_and_free_are_the_layouts(drawn):
    """Free places and people aboard make up the places that the column's vehicles are fitted out with."""
    operation, movements = drawn
    for movement in (m for m in movements if m.loaded):
        layouts = [operation.fleet[t.vehicle_type].layouts[t.layout] for t in movement.trips]
        spare = spare_places(operation, movement)
        assert all(number > 0 for number in spare.values())
        assert sum(spare.values()) + movement.persons == sum(layout.persons for layout in layouts)


@given(runs())
def test_losing_a_vehicle_strands_nobody_whom_there_is_a_place_for(drawn):
    """Those without a place are at most those aboard; where the rest has as many free of each need, nobody is."""
    operation, movements = drawn
    for movement in (m for m in movements if m.loaded):
        spare = spare_places(operation, movement)
        for case in broken_down(operation, movement):
            lacking = sum(case.without_place.values())
            assert 0 <= lacking <= case.persons
            if len(movement.trips) == 1:
                assert lacking == case.persons
            assert lacking >= case.persons - sum(spare.values())
