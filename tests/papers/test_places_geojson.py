"""``places.geojson``: what is where, and who is there in the end."""

import json

from hypothesis import given
from shapely.geometry import shape

from korridor.papers.places_geojson import places_geojson
from korridor.pictures.people_out import out_by_group
from korridor.planning.plan import Plan
from tests.pictures.convoys import plan
from tests.pictures.located import located_runs, located_town


def planned(operation, movements):
    return Plan(operation=operation, objective="clearance", status="feasible", movements=movements)


def read(made):
    return json.loads(places_geojson(made))["features"]


@given(located_runs())
def test_every_place_and_everybody_is_in_it(run_of):
    """Each place is one feature, where the file has it; people are those of the file, and who is out is who the plan has out."""
    operation, movements = run_of
    features = read(planned(operation, movements))
    assert [each["properties"]["name"] for each in features] == list(operation.places)
    for each in features:
        at = operation.places[each["properties"]["name"]].at
        assert (each["geometry"] is None) == (at is None)
        if at:
            assert shape(each["geometry"]).distance(shape({"type": "Point", "coordinates": at[::-1]})) < 1e-5

    def total(*names):
        return sum(each["properties"][name] for each in features for name in names)

    assert total("persons_at_start") == operation.persons
    assert total("persons_left_behind", "persons_arrived", "persons_arrived_too_late") == operation.persons
    assert total("persons_arrived") == sum(out_by_group(operation, movements).values())


def test_a_checkpoint_has_its_lanes_and_a_shelter_its_room():
    """What the file says of a place stands beside it; what it does not say is null."""
    features = {each["id"]: each["properties"] for each in read(plan(2, operation=located_town()))}
    assert features["Ramouseh"]["lanes_outward"] == 4
    assert features["Idlib"]["lanes_outward"] is None
    assert (features["Amiriya"]["kind"], features["Amiriya"]["side"]) == ("assembly", "inside")
    assert features["Amiriya"]["bays"] == 8
