"""What limiting the time aboard costs."""

from korridor.operation.operation import Operation
from korridor.planning.planner import plan
from korridor.planning.without_limit import with_cost_of_limit


def road(**limits: str) -> Operation:
    """Half an hour from an assembly to a reception; thirty who can sit, and two who lie."""
    return Operation.model_validate(
        {
            "name": "road",
            "places": {"A": {"kind": "assembly"}, "R": {"kind": "reception"}},
            "roads": [{"between": ["A", "R"], "time": "30 min"}],
            "people": {
                "well": {"at": "A", "class": "well", "count": 30},
                "lying": {"at": "A", "class": "lying", "count": 2},
            },
            "fleet": {
                "bus": {"depot": "A", "number": 1, "layouts": [{"seats": 30}], "boarding": "4 s"},
                "ambulance": {"depot": "A", "number": 1, "layouts": [{"stretchers": 2}]},
            },
            "truce": {"announced": [{"opens": "+0 h", "closes": "+5 h"}]},
            "time_aboard": limits,
        }
    )


def test_what_the_limit_costs_is_found() -> None:
    """Who may lie aboard for 20 minutes only is not carried for 30; without the limit all are out after them."""
    made = plan(road(lying="20 min", default="6 h"), work=1)
    assert made.levels[0].value == 30
    found = with_cost_of_limit(made, seconds=10, work=4).without_limit
    assert found is not None
    assert (found.out_persons, found.last_out_s, found.aboard_s) == (32, 1920, 1920)


def test_a_limit_that_does_not_bind_costs_nothing() -> None:
    """Where all are out as soon as can be, the plan stands for the one without the limit."""
    made = plan(road(), work=1)
    found = with_cost_of_limit(made, seconds=10, work=4).without_limit
    assert found is not None
    assert (found.out_persons, found.last_out_s) == (32, 1920)
    assert all(trip.free_s <= 1920 for movement in made.movements for trip in movement.trips)
