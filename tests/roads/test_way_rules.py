"""What tags say."""

import doctest
import importlib

import pytest

from korridor.roads.access import barrier_opens
from korridor.roads.speed_rules import read_speed_rules
from korridor.roads.vehicle_kind import KINDS, VehicleKind
from korridor.roads.way_rules import way_rule

RULES = read_speed_rules()


def km_h(**tags):
    """Kilometres an hour forth and back of car, bus and truck; nothing where nobody goes."""
    rule = way_rule({key.replace("__", ":"): value for key, value in tags.items()}, RULES)
    return rule and tuple(tuple(s / 1000 for s in way) for way in (rule.forth_m_per_h, rule.back_m_per_h))


def alike(*by_kind):
    return (by_kind, by_kind)


CASES = {
    "by class": ({"highway": "primary"}, alike(65, 40, 40)),
    "a sign caps": ({"highway": "primary", "maxspeed": "30"}, alike(30, 30, 30)),
    "a sign in miles": (
        {"highway": "motorway", "oneway": "no", "maxspeed": "20 mph"},
        alike(32.186, 32.186, 32.186),
    ),
    "a higher sign does not hasten": ({"highway": "primary", "maxspeed": "100"}, alike(65, 40, 40)),
    "a sign for trucks": ({"highway": "primary", "maxspeed__hgv": "20"}, alike(65, 40, 20)),
    "a sign one way": (
        {"highway": "primary", "maxspeed__backward": "20"},
        ((65, 40, 40), (20, 20, 20)),
    ),
    "bad ground": ({"highway": "primary", "surface": "gravel"}, alike(30, 30, 30)),
    "a bad track": ({"highway": "track", "tracktype": "grade5"}, alike(10, 10, 10)),
    "one-way": ({"highway": "residential", "oneway": "yes"}, ((25, 24, 24), (0, 0, 0))),
    "one-way against its drawing": ({"highway": "residential", "oneway": "-1"}, ((0, 0, 0), (25, 24, 24))),
    "a motorway is one-way": ({"highway": "motorway"}, ((90, 66, 66), (0, 0, 0))),
    "a roundabout is one-way": (
        {"highway": "residential", "junction": "roundabout"},
        ((25, 24, 24), (0, 0, 0)),
    ),
    "but not for buses": (
        {"highway": "residential", "oneway": "yes", "oneway__bus": "no"},
        ((25, 24, 24), (0, 24, 0)),
    ),
    "no vehicles": ({"highway": "residential", "motor_vehicle": "no"}, None),
    "private": ({"highway": "service", "access": "private"}, None),
    "the special key counts": ({"highway": "residential", "access": "no", "bus": "yes"}, alike(0, 24, 0)),
    "for buses": ({"highway": "residential", "motor_vehicle": "psv"}, alike(0, 24, 0)),
    "destination stays open": ({"highway": "residential", "access": "destination"}, alike(25, 24, 24)),
    "not for trucks": ({"highway": "residential", "hgv": "no"}, alike(25, 24, 0)),
    "too low": ({"highway": "residential", "maxheight": "3.5"}, alike(25, 0, 0)),
    "too low in feet": ({"highway": "residential", "maxheight": "11'6\""}, alike(25, 0, 0)),
    "too weak": ({"highway": "residential", "maxweight": "18.5"}, alike(25, 0, 24)),
    "too narrow": ({"highway": "residential", "maxwidth": "2"}, alike(25, 0, 0)),
    "an unreadable sign binds nobody": (
        {"highway": "residential", "maxheight": "below_default"},
        alike(25, 24, 24),
    ),
    "impassable": ({"highway": "track", "smoothness": "impassable"}, None),
    "reversible": ({"highway": "primary", "oneway": "reversible"}, None),
    "a footpath": ({"highway": "footway"}, None),
    "a square": ({"highway": "service", "area": "yes"}, None),
    "a ferry": ({"route": "ferry"}, None),
}


@pytest.mark.parametrize(("tags", "expected"), CASES.values(), ids=CASES.keys())
def test_tags_say_who_goes_how_fast(tags, expected):
    """Class, signs, ground and direction, by kind of vehicle."""
    assert km_h(**tags) == expected


def test_a_ferry_is_used_if_asked_for():
    """Ferries are slow roads, for who asks."""
    assert way_rule({"route": "ferry"}, RULES, ferries=True).forth_m_per_h == (5000, 5000, 5000)


@pytest.mark.parametrize(
    ("tags", "kinds"),
    [
        ({"barrier": "gate"}, (1, 1, 1)),
        ({"barrier": "bollard"}, (0, 0, 0)),
        ({"barrier": "bollard", "bus": "yes"}, (0, 1, 0)),
        ({"barrier": "gate", "locked": "yes"}, (0, 0, 0)),
        ({"barrier": "lift_gate", "access": "private"}, (0, 0, 0)),
        ({"barrier": "height_restrictor", "maxheight": "2.8"}, (1, 0, 0)),
        ({"barrier": "jersey_barrier"}, (0, 0, 0)),
    ],
)
def test_barriers_open_by_their_sort_and_signs(tags, kinds):
    """What opens, opens; what is signed for somebody, for them; all else stops a vehicle."""
    assert tuple(barrier_opens(tags, kind, RULES.of(kind)) for kind in KINDS) == kinds


@pytest.mark.parametrize("module", ["signs", "section"])
def test_examples_in_docstrings_hold(module):
    """What a docstring shows is what comes out."""
    tried = doctest.testmod(importlib.import_module(f"korridor.roads.{module}"))
    assert tried.attempted and not tried.failed


def test_kinds_are_cars_buses_and_trucks():
    """The order is that of the arrays and of the bits."""
    assert KINDS == (VehicleKind.CAR, VehicleKind.BUS, VehicleKind.TRUCK)
