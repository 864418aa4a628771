"""A route of the answer: over the found roads, as planning will go."""

from dataclasses import dataclass

from korridor.operation.ways import Step
from korridor.roads.found import FoundRoads


@dataclass(frozen=True)
class Route:
    """The quickest way from one place to another.

    Attributes
    ----------
    steps : tuple of Step
        Its roads.
    length_m : int
    seconds : dict of str to int
        By vehicle type.
    """

    steps: tuple[Step, ...]
    length_m: int
    seconds: dict[str, int]


def route(found: FoundRoads, origin: str, destination: str) -> Route | None:
    """The route that planning takes; ``None`` where there is none."""
    steps = found.ways.route(origin, destination)
    if steps is None:
        return None
    length_m = sum(found.operation.roads[index].length_m or 0 for index, _ in steps)
    times = {t.name: found.ways.travel_s(steps, t.fastest_m_per_h) for t in found.travellers}
    return Route(steps, length_m, times)
