"""What the tags of one way say: its class, and how fast each kind of vehicle may drive it, each way."""

from collections.abc import Mapping
from typing import NamedTuple

from korridor.roads.access import ACCESS_KEYS, SIZE_KEYS, permitted
from korridor.roads.signs import speed_m_per_h
from korridor.roads.speed_rules import CLASSES, SpeedRules
from korridor.roads.vehicle_kind import KINDS, VehicleKind

_MAXSPEED = ("maxspeed", "maxspeed:forward", "maxspeed:backward", "maxspeed:bus", "maxspeed:hgv")
_ONEWAY = ("oneway", "oneway:bus", "oneway:psv", "junction")
_GROUND = ("surface", "tracktype", "smoothness", "impassable", "area")

KEYS = frozenset(("highway", "route", *ACCESS_KEYS, *SIZE_KEYS, *_MAXSPEED, *_ONEWAY, *_GROUND))
"""The tags that decide; ways alike in them are alike to us."""

_OWN_MAXSPEED = {VehicleKind.BUS: "maxspeed:bus", VehicleKind.TRUCK: "maxspeed:hgv"}


class WayRule(NamedTuple):
    """One way's rule.

    Attributes
    ----------
    road_class : int
        Its place in ``CLASSES``.
    forth_m_per_h, back_m_per_h : tuple of int
        By kind of vehicle, in the order of ``KINDS``; 0 where it may not or cannot go.
    """

    road_class: int
    forth_m_per_h: tuple[int, ...]
    back_m_per_h: tuple[int, ...]


def way_rule(tags: Mapping[str, str], rules: SpeedRules, ferries: bool = False) -> WayRule | None:
    """What the tags say; ``None`` for a way that no vehicle uses."""
    road_class = "ferry" if tags.get("route") == "ferry" else tags.get("highway", "")
    if road_class not in CLASSES or (road_class == "ferry" and not ferries):
        return None
    if tags.get("area") == "yes" or tags.get("impassable") == "yes":
        return None
    pairs = [_speeds(tags, kind, road_class, rules) for kind in KINDS]
    forth, back = tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs)
    return WayRule(CLASSES.index(road_class), forth, back) if any(forth) or any(back) else None


def _speeds(
    tags: Mapping[str, str], kind: VehicleKind, road_class: str, rules: SpeedRules
) -> tuple[int, int]:
    """Metres an hour forth and back."""
    own = rules.of(kind)
    if not permitted(tags, kind, own):
        return 0, 0
    fastest = own.speeds_m_per_h.get(road_class, 0)  # type: ignore[call-overload]
    for key, most in (
        ("surface", rules.surfaces_m_per_h),
        ("tracktype", rules.tracktypes_m_per_h),
        ("smoothness", rules.smoothness_m_per_h),
    ):
        fastest = min(fastest, most.get(tags.get(key, ""), fastest))
    forth, back = _directions(tags, kind, road_class)
    return (
        min(fastest, _signed(tags, kind, "maxspeed:forward", fastest)) if forth else 0,
        min(fastest, _signed(tags, kind, "maxspeed:backward", fastest)) if back else 0,
    )


def _signed(tags: Mapping[str, str], kind: VehicleKind, direction: str, fastest: int) -> int:
    """The lowest speed that a sign allows; ``fastest`` where there is none."""
    keys = ("maxspeed", direction, _OWN_MAXSPEED.get(kind, "maxspeed"))
    limits = (speed_m_per_h(tags[key]) for key in keys if key in tags)
    return min((limit for limit in limits if limit is not None), default=fastest)


def _directions(tags: Mapping[str, str], kind: VehicleKind, road_class: str) -> tuple[bool, bool]:
    """Whether a kind may go forth, and back."""
    # Motorways and roundabouts are one-way unless they say otherwise: https://wiki.openstreetmap.org/wiki/Key:oneway
    implied = road_class == "motorway" or tags.get("junction") in ("roundabout", "circular")
    said = tags.get("oneway", "yes" if implied else "no")
    if kind is VehicleKind.BUS:
        said = tags.get("oneway:bus", tags.get("oneway:psv", said))
    if said == "reversible":  # open one way now and the other way later; a map does not say when
        return False, False
    return said not in ("-1", "reverse"), said not in ("yes", "true", "1")
