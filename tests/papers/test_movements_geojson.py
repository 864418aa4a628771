"""``movements.geojson``: the plan's movements, and nothing else than the plan says."""

import json
from datetime import datetime

from hypothesis import given
from shapely.geometry import shape

from korridor.papers.movements_geojson import movements_geojson
from tests.papers.test_places_geojson import planned
from tests.pictures.convoys import days, plan, town
from tests.pictures.located import located_runs, located_town


def read(made):
    return json.loads(movements_geojson(made))["features"]


@given(located_runs())
def test_it_agrees_with_the_plan(run_of):
    """One feature a movement, in rank order: persons, vehicles and times are the plan's, and so are their sums."""
    operation, movements = run_of
    made = planned(operation, movements)
    features = [each["properties"] for each in read(made)]
    stated = json.loads(made.model_dump_json())["movements"]
    assert [each["rank"] for each in features] == [each["rank"] for each in stated]
    for each, movement in zip(features, stated, strict=True):
        assert each["persons"] == sum(load["persons"] for trip in movement["trips"] for load in trip["loads"])
        assert each["persons"] == sum(each["persons_by_class"].values())
        assert each["vehicles"] == len(movement["trips"]) == sum(each["vehicles_by_type"].values())
        assert each["departs_s"] == movement["departs_s"]
        assert each["ends_s"] == max(trip["free_s"] for trip in movement["trips"])
        assert each["loaded"] == (each["persons"] > 0)
    assert sum(each["persons"] for each in features) == sum(movement.persons for movement in movements)


@given(located_runs())
def test_geometry_follows_the_places_that_are_known(run_of):
    """A line runs through coordinates of places on the way and no others; those without any are named."""
    operation, movements = run_of
    for each in read(planned(operation, movements)):
        said = each["properties"]
        assert all(operation.places[name].at is None for name in said["without_coordinates"])
        if each["geometry"] is None:
            continue
        known = {
            tuple(round(float(c), 6) + 0.0 for c in place.at[::-1])
            for place in operation.places.values()
            if place.at
        }
        for part in getattr(shape(each["geometry"]), "geoms", [shape(each["geometry"])]):
            assert part.is_valid
            assert {at for at in part.coords if abs(at[0]) != 180} <= known


def test_times_are_one_instant_told_twice():
    """Local time carries its offset, UTC ends in Z, and both are the same moment as the plan's second."""
    first, *_ = read(plan(2, operation=located_town()))
    said = first["properties"]
    assert said["departs_local"].endswith("+02:00")
    assert said["departs_utc"].endswith("Z")
    local, utc = (datetime.fromisoformat(said[name]) for name in ("departs_local", "departs_utc"))
    assert local == utc
    assert (local - town().start).total_seconds() == said["departs_s"] == days(2)[0].departs_s


def test_without_a_start_there_are_seconds_only():
    """An operation without a date has no instants, and says so with null."""
    (first, *_) = read(plan(2, operation=located_town(start=None)))
    assert (first["properties"]["departs_local"], first["properties"]["departs_utc"]) == (None, None)


def test_a_place_without_coordinates_is_passed_over_and_named():
    """The corridor is drawn past a junction without coordinates; the feature says that it is there."""
    loaded = next(
        each
        for each in read(plan(2, operation=located_town("Last government post")))
        if each["properties"]["loaded"]
    )
    assert loaded["properties"]["without_coordinates"] == ["Last government post"]
    assert len(loaded["geometry"]["coordinates"]) == 3
    assert loaded["properties"]["schematic"] is True


def test_nothing_known_is_no_geometry():
    """Without coordinates there is every movement, and no line."""
    features = read(plan(2))
    assert len(features) == len(days(2))
    assert all(each["geometry"] is None and "bbox" not in each for each in features)
