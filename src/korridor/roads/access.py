"""Who may pass, by OpenStreetMap's access tags, sizes and barriers."""

from collections.abc import Callable, Mapping

from korridor.roads.signs import kilograms, metres
from korridor.roads.speed_rules import KindRules
from korridor.roads.vehicle_kind import VehicleKind

# The more special key counts: https://wiki.openstreetmap.org/wiki/Key:access
_KEYS = {
    VehicleKind.CAR: ("motorcar", "motor_vehicle", "vehicle", "access"),
    VehicleKind.BUS: ("bus", "psv", "motor_vehicle", "vehicle", "access"),
    VehicleKind.TRUCK: ("hgv", "motor_vehicle", "vehicle", "access"),
}
ACCESS_KEYS = tuple(dict.fromkeys(key for keys in _KEYS.values() for key in keys))

# "destination" and "permit" stay open: an agreed convoy has a permit, and its places are destinations.
_CLOSED = frozenset(
    ("no", "private", "agricultural", "forestry", "emergency", "military", "customers", "delivery")
)
_FOR_BUSES = frozenset(("bus", "psv"))

SIZE_KEYS = (
    "maxheight",
    "maxheight:physical",
    "maxwidth",
    "maxwidth:physical",
    "maxweight",
    "maxweightrating",
)
_SIZES: tuple[tuple[str, Callable[[str], float | None], str], ...] = (
    ("maxheight", metres, "height_m"),
    ("maxheight:physical", metres, "height_m"),
    ("maxwidth", metres, "width_m"),
    ("maxwidth:physical", metres, "width_m"),
    ("maxweight", kilograms, "weight_kg"),
    ("maxweightrating", kilograms, "weight_kg"),
)

# Barriers that open, or that one drives through; all others stop a vehicle. As OSRM's car profile has it.
_OPEN_BARRIERS = frozenset(
    {
        *(
            "no",
            "cattle_grid",
            "border_control",
            "toll_booth",
            "sally_port",
            "gate",
            "lift_gate",
            "swing_gate",
        ),
        *("entrance", "height_restrictor", "checkpoint", "kerb", "rumble_strip"),
    }
)


def permitted(tags: Mapping[str, str], kind: VehicleKind, rules: KindRules) -> bool:
    """Whether signs let a kind of vehicle pass: by the most special access key, and by its size."""
    said = next((tags[key] for key in _KEYS[kind] if key in tags), "yes")
    if said in _CLOSED or (said in _FOR_BUSES and kind is not VehicleKind.BUS):
        return False
    return fits(tags, rules)


def fits(tags: Mapping[str, str], rules: KindRules) -> bool:
    """Whether a vehicle is no higher, wider or heavier than signs allow."""
    for key, read, size in _SIZES:
        most, own = read(tags[key]) if key in tags else None, getattr(rules, size)
        if most is not None and own is not None and own > most:
            return False
    return True


def barrier_opens(tags: Mapping[str, str], kind: VehicleKind, rules: KindRules) -> bool:
    """Whether a kind of vehicle can pass a barrier on a road.

    What the barrier's own access tags say counts; without them, its sort.
    """
    if tags.get("locked") == "yes" or not permitted(tags, kind, rules):
        return False
    return tags.get("barrier") in _OPEN_BARRIERS or any(key in tags for key in _KEYS[kind])
