"""How fast each kind of vehicle is by class of road, and how large it is; the file of it, and the user's own."""

from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError, ValidationInfo

from korridor.operation.complaint import complaints
from korridor.operation.fault import Fault, Faults, path_text
from korridor.operation.frozen import Frozen
from korridor.operation.sourced import Unwrapping
from korridor.operation.text import read_text
from korridor.operation.units import shown, speed_m_per_h
from korridor.operation.written import read_written
from korridor.roads.signs import kilograms, metres
from korridor.roads.vehicle_kind import VehicleKind

PACKAGED = Path(__file__).with_name("speeds.yaml")

RoadClass = Literal[
    "motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link", "secondary",
    "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential", "living_street",
    "service", "road", "track", "ferry",
]  # fmt: skip
CLASSES: tuple[str, ...] = RoadClass.__args__  # type: ignore[attr-defined]

CLOSED = "closed"


def _speed(value: Any, info: ValidationInfo) -> int:
    """Metres an hour; 0 for ``closed``, a class that this kind of vehicle does not use."""
    return 0 if value in (CLOSED, 0) else speed_m_per_h(value, info)


def _size_m(value: Any) -> float:
    found = metres(str(value))
    if found is None or not 0 < found <= 10:
        raise ValueError(f"{shown(value)} is not a size of a vehicle; write for example 3.8 m")
    return found


def _weight_kg(value: Any) -> float:
    found = kilograms(str(value))
    if found is None or not 0 < found <= 100_000:
        raise ValueError(f"{shown(value)} is not a weight of a vehicle; write for example 18 t")
    return found


RoadSpeed = Annotated[int, BeforeValidator(_speed)]
SizeM = Annotated[float, BeforeValidator(_size_m)]
WeightKg = Annotated[float, BeforeValidator(_weight_kg)]


class KindRules(Frozen):
    """What a kind of vehicle does.

    Attributes
    ----------
    speeds_m_per_h : dict of str to int
        By class of road; 0, or no entry, where it does not go.
    height_m, width_m, weight_kg : float or None
        Its size, held against signs; ``None`` is held against none.
    """

    speeds_m_per_h: dict[RoadClass, RoadSpeed] = Field(alias="speeds", default_factory=dict)
    height_m: Annotated[SizeM | None, Field(alias="height")] = None
    width_m: Annotated[SizeM | None, Field(alias="width")] = None
    weight_kg: Annotated[WeightKg | None, Field(alias="weight")] = None


class SpeedRules(Frozen):
    """Speeds and sizes by kind of vehicle, and what bad ground allows at most.

    Attributes
    ----------
    surfaces_m_per_h, tracktypes_m_per_h, smoothness_m_per_h : dict of str to int
        The most that a surface, a grade of track or a smoothness lets any vehicle drive; 0 is none at all.
    sources : dict of str to str
        Who says so, by path, for example ``bus.speeds.primary``.
    """

    car: KindRules = KindRules()
    bus: KindRules = KindRules()
    truck: KindRules = KindRules()
    surfaces_m_per_h: dict[str, RoadSpeed] = Field(alias="surfaces", default_factory=dict)
    tracktypes_m_per_h: dict[str, RoadSpeed] = Field(alias="tracktypes", default_factory=dict)
    smoothness_m_per_h: dict[str, RoadSpeed] = Field(alias="smoothness", default_factory=dict)
    sources: dict[str, str] = Field(default_factory=dict)

    def of(self, kind: VehicleKind) -> KindRules:
        """The rules of one kind."""
        return {VehicleKind.CAR: self.car, VehicleKind.BUS: self.bus, VehicleKind.TRUCK: self.truck}[kind]

    def source(self, kind: VehicleKind, road_class: str) -> str:
        """Who says how fast a kind is on a class of road."""
        return self.sources.get(f"{kind}.speeds.{road_class}", "no source given")


def read_speed_rules(own: Path | None = None) -> SpeedRules:
    """Read the packaged speeds, and over them the user's own, value by value.

    Raises
    ------
    korridor.operation.fault.Faults
        Everything that is wrong with the user's file.
    """
    tree, sources = _read(PACKAGED)
    if own is not None:
        own_tree, own_sources = _read(own)
        tree = _over(tree, own_tree)
        sources |= {path: f"your file {own.name}" for path in _paths(own_tree)} | own_sources
    return SpeedRules.model_validate(tree | {"sources": sources}, context={"file": True}, by_alias=True)


def _read(path: Path) -> tuple[dict[str, Any], dict[str, str]]:
    file = str(path)
    written, found = read_written(read_text(path), file)
    unwrapped = Unwrapping(written, file)
    faults = [*found, *unwrapped.faults]
    tree = unwrapped.bare.plain
    if not isinstance(tree, dict):
        what = f"{shown(tree)} stands where speeds belong; write for example bus: {{speeds: {{primary: 50 km/h}}}}"
        raise Faults([*faults, Fault(file, written.line, "", what)])
    try:
        SpeedRules.model_validate(tree, context={"file": True}, by_alias=True, by_name=False)
    except ValidationError as error:
        for each in complaints(error, SpeedRules, tree):
            if each.where not in unwrapped.doubtful:
                line = unwrapped.bare.at(each.where).line
                faults.append(Fault(file, line, path_text(each.where), each.what))
    if faults:
        raise Faults(faults)
    return tree, {said.path: said.source for said in unwrapped.sources if said.source}


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in above.items():
        inner = merged.get(key)
        merged[key] = _over(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return merged


def _paths(tree: dict[str, Any], here: tuple[str, ...] = ()) -> list[str]:
    """The path of every value."""
    found = []
    for key, value in tree.items():
        path = (*here, key)
        found += _paths(value, path) if isinstance(value, dict) else [path_text(path)]
    return found
