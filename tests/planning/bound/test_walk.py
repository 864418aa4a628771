"""Least times along a column part."""

from typing import Any

from korridor.operation.convoy import ConvoyRule, Halt
from korridor.operation.operation import Operation
from korridor.operation.ways import Ways
from korridor.planning.bound.lanes import lanes_of
from korridor.planning.bound.walk import Walk
from korridor.planning.bound.windowed import Windowed, windowed_of


def corridor(**changes: Any) -> Operation:
    """From a square past a gate (40 s a vehicle) and a bridge to a camp: 300 s, 600 s (headway) and 500 s."""
    fields = {
        "name": "corridor",
        "places": {
            "square": {"kind": "assembly"},
            "gate": {"kind": "checkpoint", "lanes": 2, "per_vehicle": 40, "release": "column"},
            "bridge": {"kind": "junction"},
            "camp": {"kind": "reception"},
        },
        "roads": (
            {"between": ("square", "gate"), "length": 3000, "speed": 36000},
            {"between": ("gate", "bridge"), "time": 600, "headway": 300, "truce": True},
            {"between": ("bridge", "camp"), "time": 500, "truce": True},
        ),
        "people": {"all": {"at": "square", "class": "well", "count": 100}},
        "fleet": {"bus": {"depot": "square", "number": 3, "layouts": [{"seats": 10}]}},
        "convoy": ConvoyRule(most=3, halts=(Halt(place="bridge", lasts_s=70),)),
        "truce": {"announced": [{"opens": 1000, "closes": 9000}]},
    }
    return Operation.model_validate(fields | changes)


def walk(operation: Operation, speed_m_per_h: int | None = None, **screening_s: int) -> Walk:
    """Walk from the square to the camp."""
    ways = Ways(operation)
    part = ways.column("square", "camp", True)
    assert part is not None
    return Walk(ways, part, speed_m_per_h, screening_s)


def test_roads_services_and_halts_add_up():
    """300 s of road, 40 s and 12 s at the gate, 600 s, a halt of 70 s, 500 s."""
    out = walk(corridor(), gate=12)
    assert out.enters_s == [0, 352, 1022]
    assert (out.before_s, out.after_s, out.total_s) == (352, 1170, 1522)
    assert (out.headway_road, out.to_last_end_s) == ((1, True), 1170)


def test_the_slower_of_road_and_vehicle_decides():
    """3 km at 18 km/h take 600 s; a stated time stands."""
    assert walk(corridor(), 18000).enters_s == [0, 640, 1310]


def test_a_head_that_goes_on_alone_waits_for_one_vehicle():
    """With release by vehicle another may be the head: the persons aboard do not count at the gate."""
    places = corridor().places | {
        "gate": {"kind": "checkpoint", "lanes": 2, "per_vehicle": 40, "release": "vehicle"}
    }
    assert walk(corridor(places=places), gate=12).before_s == 340


def test_what_the_truce_asks():
    """Both truce roads are one stretch; the head enters it at x and leaves it 1170 s later."""
    assert windowed_of(walk(corridor())) == Windowed(holds=(0, 1170))


def test_a_checkpoint_before_the_reference():
    """Served between 300 s after departure and the head's entry."""
    (lane,) = lanes_of(walk(corridor(), gate=12), True, 100, 0)
    assert (lane.checkpoint, lane.before, lane.service_s) == ("gate", True, 52)
    assert (lane.from_opening_s, lane.from_begin_s, lane.to_x_s) == (None, 400, 0)
