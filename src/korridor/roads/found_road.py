"""One road of the answer: a piece of the network as the operation writes it, with what it is made of."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

from korridor.operation.road import Road
from korridor.roads.extract import Extract
from korridor.roads.network import Network
from korridor.roads.pieces import Piece, length_m
from korridor.roads.quickest import Arc
from korridor.roads.speed_rules import CLASSES, SpeedRules
from korridor.roads.travellers import Traveller, seconds

ALIKE = 0.95
"""Where the slower way takes less than about a twentieth longer, one speed, the slower one, stands for both."""

_SPEED_STEP_M_PER_H = 100
_NO_WAY_M_PER_H = 10_000.0
"""Two places at one point: any speed will do."""

_WAYS_NAMED = 6

Line = tuple[tuple[float, float], ...]
"""Longitudes and latitudes."""


@dataclass(frozen=True)
class FoundRoad:
    """One road.

    Attributes
    ----------
    road : Road
        As the operation writes it.
    ways : str
        Which roads of the map it runs on.
    classes_m : dict of str to int
        Metres by class of road.
    speed_source : str
        Who says how fast vehicles are on these classes.
    forth_s, back_s : dict of str to int
        Seconds by vehicle type; empty where nobody drives that way.
    forth, back : Line
        Where it runs.
    """

    road: Road
    ways: str
    classes_m: dict[str, int]
    speed_source: str
    forth_s: dict[str, int]
    back_s: dict[str, int]
    forth: Line
    back: Line


def found_road(
    rules: SpeedRules,
    extract: Extract,
    network: Network,
    travellers: Sequence[Traveller],
    piece: Piece,
    between: tuple[str, str],
    truce: bool,
) -> FoundRoad:
    """Write a piece as a road between two named places.

    Its speed is the highest that is too fast for no vehicle type: with it, no type comes sooner than on the map.
    """
    if not piece.forth:
        piece, between = piece.turned(), (between[1], between[0])
    forth, back = _Way(network, travellers, piece.forth), _Way(network, travellers, piece.back)
    longer_m = ceil(max(forth.length_m, back.length_m) - 1e-6)
    speeds = [way.speed_m_per_h for way in (forth, back) if way.arcs]
    if min(speeds) >= ALIKE * max(speeds):
        speed = max(_SPEED_STEP_M_PER_H, floor(min(speeds) / _SPEED_STEP_M_PER_H) * _SPEED_STEP_M_PER_H)
        road = Road(
            between=between, length_m=longer_m, speed_m_per_h=speed, one_way=not piece.back, truce=truce
        )
    else:
        slowest = [max(way.seconds.values()) for way in (forth, back)]
        road = Road(between=between, length_m=longer_m, time_s=slowest[0], back_s=slowest[1], truce=truce)
    classes_m = _classes_m(extract, network, piece.forth or piece.back)
    return FoundRoad(
        road=road,
        ways=_ways(extract, network, piece.forth),
        classes_m=classes_m,
        speed_source=_speed_source(rules, travellers, classes_m),
        forth_s=forth.seconds,
        back_s=back.seconds,
        forth=_line(network, piece.forth),
        back=_line(network, piece.back),
    )


class _Way:
    """One direction of a piece: how long, and how fast."""

    def __init__(self, network: Network, travellers: Sequence[Traveller], arcs: Sequence[Arc]) -> None:
        self.arcs = arcs
        self.length_m = length_m(network, arcs)
        self._exact_s = {t.name: _seconds(network, t, arcs) for t in travellers} if arcs else {}
        self._travellers, self._network = travellers, network

    @property
    def seconds(self) -> dict[str, int]:
        """Whole seconds by vehicle type."""
        return {name: ceil(exact_s - 1e-6) for name, exact_s in self._exact_s.items()}

    @property
    def speed_m_per_h(self) -> float:
        """The highest speed that is too fast for no vehicle type.

        A type that drives its own greatest speed all along limits nothing: it will do so on any faster road.
        """
        speeds = []
        for traveller in self._travellers:
            mean = self._mean(self._exact_s[traveller.name])
            own = traveller.fastest_m_per_h
            if own is not None and mean >= own * (1 - 1e-9):
                alone = Traveller(traveller.name, traveller.kind, None)
                mean = self._mean(_seconds(self._network, alone, self.arcs))
            speeds.append(mean)
        return min(speeds)

    def _mean(self, seconds: float) -> float:
        return self.length_m * 3600 / seconds if seconds else _NO_WAY_M_PER_H


def _seconds(network: Network, traveller: Traveller, arcs: Sequence[Arc]) -> float:
    by_arc = seconds(network.only([arc // 2 for arc in arcs]), traveller)
    return float(sum(by_arc[arc % 2, index] for index, arc in enumerate(arcs)))


def _classes_m(extract: Extract, network: Network, arcs: Sequence[Arc]) -> dict[str, int]:
    metres: dict[str, float] = defaultdict(float)
    for arc in arcs:
        metres[CLASSES[extract.classes[network.way[arc // 2]]]] += float(network.length_m[arc // 2])
    return {name: round(m) for name, m in sorted(metres.items(), key=lambda pair: -pair[1]) if round(m)}


def _speed_source(rules: SpeedRules, travellers: Sequence[Traveller], classes_m: dict[str, int]) -> str:
    """Who says how fast, each once, with the classes that it says it of."""
    said: dict[str, list[str]] = defaultdict(list)
    for traveller in travellers:
        for road_class in classes_m:
            of = said[rules.source(traveller.kind, road_class)]
            if road_class not in of:
                of.append(road_class)
    return "; ".join(f"{source} ({', '.join(of)})" for source, of in said.items())


def _ways(extract: Extract, network: Network, arcs: Sequence[Arc]) -> str:
    ways = list(dict.fromkeys(int(network.way[arc // 2]) for arc in arcs))
    named = [f"{extract.ways[way]} {extract.names[way]}".rstrip() for way in ways[:_WAYS_NAMED]]
    more = f" and {len(ways) - _WAYS_NAMED} more" if len(ways) > _WAYS_NAMED else ""
    return f"way{'s' if len(ways) > 1 else ''} {', '.join(named)}{more}"


def _line(network: Network, arcs: Sequence[Arc]) -> Line:
    points: list[tuple[float, float]] = []
    for arc in arcs:
        along = network.line(arc // 2)
        points += along if arc % 2 == 0 else along[::-1]
    return tuple(point for index, point in enumerate(points) if not index or point != points[index - 1])
