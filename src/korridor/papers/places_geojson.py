"""``places.geojson``: one feature a place, with what is there and who is there when the plan is done."""

from korridor.operation.operation import Operation
from korridor.papers.geojson import collection_text, feature, point
from korridor.pictures.people_at import people_at
from korridor.planning.plan import Plan

_NOTE = "Planned, not done. Places without coordinates in the operation's file have no geometry."


def places_geojson(plan: Plan) -> str:
    """Return the text of ``places.geojson``."""
    operation = plan.operation
    people = people_at(operation, plan.movements)
    stood = _stood(operation)
    features, points = [], []
    for name, place in operation.places.items():
        here = [place.at] if place.at else []
        points += here
        features.append(
            feature(
                name,
                point(place.at) if place.at else None,
                here,
                name=name,
                kind=place.kind.value,
                side=place.side.value if place.side else None,
                bays=place.bays,
                capacity_persons=place.capacity_persons,
                lanes_outward=place.lanes.outward if place.lanes else None,
                lanes_inward=place.lanes.inward if place.lanes else None,
                persons_at_start=stood.get(name, 0),
                persons_left_behind=people[name].left,
                persons_arrived=people[name].arrived,
                persons_arrived_too_late=people[name].late,
            )
        )
    return collection_text(f"{operation.name}: places", _NOTE, features, points)


def _stood(operation: Operation) -> dict[str, int]:
    """Return how many people stand where before anything moves."""
    stood: dict[str, int] = {}
    for group in operation.people.values():
        stood[group.place] = stood.get(group.place, 0) + group.persons
    return stood
