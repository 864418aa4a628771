"""How many vehicles a type may have."""

from tests.operation.tiny import TINY, faults


def test_more_vehicles_than_anybody_has_are_refused():
    """A slip of the pen in a number of vehicles would take gigabytes to plan."""
    words = "1000000000 is too large; 10000 or less"
    assert faults(TINY.replace("number: 4", "number: 1000000000")) == [
        f"tiny.yaml:25: fleet.bus.number: {words}"
    ]
    many = TINY.replace("depot: Park, number: 4", "depots: {Park: 6000, Camp: 6000}")
    assert faults(many) == ["tiny.yaml:25: fleet.bus: 12000 vehicles of a type are too many; 10000 or less"]
