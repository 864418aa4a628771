"""Where roads run, as far as anyone knows."""

from hypothesis import given

from korridor.pictures.course import along, located, stretches
from korridor.pictures.driven import drives
from tests.pictures.located import ATS, located_runs, located_town

WAY = ("Amiriya", "Ramouseh", "Last government post", "Rashideen", "Idlib")
STEPS = ((0, True), (3, True), (4, True), (5, True))


@given(located_runs())
def test_a_way_is_cut_where_places_are_known(run_of):
    """Stretches follow each other from one place with coordinates to the next, and hold each road between them once."""
    operation, movements = run_of
    for drive in drives(operation, movements):
        found = list(stretches(operation, drive.places, drive.steps))
        known = [place for place in drive.places if located(operation, place)]
        assert [here for here, _, _ in found] == known[:-1]
        assert [there for _, there, _ in found] == known[1:]
        roads = [road for _, _, roads in found for road in roads]
        steps = [road for road, _ in drive.steps]
        assert roads == steps[steps.index(roads[0]) :][: len(roads)] if roads else len(known) < 2


def test_a_way_passes_over_what_has_no_coordinates():
    """Between two known places the course is straight, whatever lies between; unknown ends are left out."""
    operation = located_town("Amiriya", "Last government post", "Idlib")
    assert list(stretches(operation, WAY, STEPS)) == [("Ramouseh", "Rashideen", (3, 4))]
    assert along(operation, WAY, STEPS) == (ATS["Ramouseh"], ATS["Rashideen"])


def test_a_way_of_known_places_goes_through_all():
    """With all coordinates the course goes from place to place, each of them once."""
    assert along(located_town(), WAY, STEPS) == tuple(ATS[place] for place in WAY)
