"""The arrays of a shuttle say what the operation says."""

import pytest

from korridor.planning.shuttle.shuttle import shuttle_of
from tests.planning.shuttle.test_plain import PLAIN, other, place


def test_a_shuttle_has_the_operations_numbers() -> None:
    """Loads, last loads, room in loads, vehicles and every leg's seconds, by name, are those of the file."""
    shuttle = shuttle_of(PLAIN)
    assert (shuttle.assemblies, shuttle.types) == (("school", "square"), ("bus", "coach"))
    assert shuttle.stands == ("hall", "ward", "yard")
    assert (shuttle.places, shuttle.trips) == (50, 3)
    assert (shuttle.loads.tolist(), shuttle.last_persons.tolist()) == ([2, 1], [20, 45])
    assert shuttle.room_loads.tolist() == [2, 3]
    assert shuttle.vehicle_type.tolist() == [0, 0, 1]
    assert [shuttle.stands[stand] for stand in shuttle.vehicle_stand] == ["yard", "yard", "hall"]
    # hall, ward, yard to school and square; 20 km at 40 km/h take 1800 s
    assert shuttle.approach_s[0].tolist() == [[2100, 1800], [2220, 1920], [600, 900]]
    assert shuttle.deliver_s[0].tolist() == [[2100, 2220], [1800, 1920]]
    assert (shuttle.boarding_s.tolist(), shuttle.alighting_s.tolist()) == ([4, 0], [0, 0])
    assert shuttle.to_depart_s[0, 2].tolist() == [800, 1100]


def test_turn_rounds_and_slow_vehicles_take_longer() -> None:
    """A type's turn-round counts before every load, and its own speed on roads that have one."""
    slow = PLAIN.fleet["bus"].model_copy(update={"turn_round_s": 30, "speed_m_per_h": 20_000})
    shuttle = shuttle_of(other(fleet={"bus": slow}))
    assert shuttle.approach_s[0].tolist() == [[3930, 3630], [4050, 3750], [630, 930]]
    assert shuttle.deliver_s[0].tolist() == [[3900, 4020], [3600, 3720]]


def test_what_is_no_shuttle_has_no_arrays() -> None:
    """An operation that is not plain is refused with the reason."""
    with pytest.raises(ValueError, match=r"^plain is not a plain shuttle: school has bays$"):
        shuttle_of(place("school", bays=1))
