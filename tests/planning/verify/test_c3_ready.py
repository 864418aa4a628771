"""C3: ready."""

from korridor.planning.verify.c3_ready import c3_ready_when_all_are
from tests.planning.verify.corridor import PLAN, change, known, said


def test_ready_when_every_vehicle_can_be_loaded_and_marshalled():
    """All come at 60 s to one bay: 85 s for the ambulance, 50 s for each bus, and 30 s to marshal."""
    assert said(c3_ready_when_all_are(PLAN)) == []
    assert said(c3_ready_when_all_are(change(PLAN, 0, ready_s=274))) == [
        "C3: movement 0, ambulance 0: ready at 274 s; this vehicle allows it at 275 s"
    ]
    assert said(c3_ready_when_all_are(change(PLAN, 2, ready_s=2219))) == [
        "C3: movement 2, bus 1: ready at 2219 s; this vehicle allows it at 2220 s"
    ]
    assert said(c3_ready_when_all_are(change(PLAN, 1, ready_s=1229))) == [
        "C3: movement 1, bus 0: ready at 1229 s; this vehicle allows it at 1230 s"
    ]


def test_bays_that_are_not_counted_load_all_at_once():
    """With a bay for each, the ambulance alone sets the moment: 60 + 85 + 30 s."""
    free = change(known(places__square__bays=None), 0, ready_s=175)
    assert said(c3_ready_when_all_are(free)) == []
    assert said(c3_ready_when_all_are(change(free, 0, ready_s=174))) == [
        "C3: movement 0, ambulance 0: ready at 174 s; this vehicle allows it at 175 s"
    ]


def test_ready_when_the_escort_is_free():
    """An escort that comes back later holds the column that it is to lead."""
    assert said(c3_ready_when_all_are(change(PLAN, 0, escort_free_s=2990))) == []
    assert said(c3_ready_when_all_are(change(PLAN, 0, escort_free_s=2991))) == [
        "C3: movement 3: ready at 2990 s, its escort is free at 2991 s"
    ]
