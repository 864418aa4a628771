"""The checker against the clockwork under an easier operation: what the stricter one forbids must be found.

Each movement goes at the first moment that the rules allow. So if a schedule made under an easier operation
also keeps the rules of the stricter one, the stricter one's own schedule is the same. Where they differ, some
rule is broken, and the checker must find one.
"""

from collections.abc import Callable

from hypothesis import assume, given
from hypothesis import strategies as st

from korridor.clockwork.run import Stuck, run
from korridor.events.movement import Movement
from korridor.events.order import Order
from korridor.operation.operation import Operation
from korridor.operation.place import Lanes, Release
from korridor.operation.road import Road
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.verify import verify
from tests.strategies import operations, orders

Ease = Callable[[Operation], Operation]


def convoy(**fields: object) -> Ease:
    """Return what eases the convoy rule."""
    return lambda operation: operation.model_copy(
        update={"convoy": operation.convoy.model_copy(update=fields)}
    )


def fleet(**fields: object) -> Ease:
    """Return what eases every vehicle type."""

    def ease(operation: Operation) -> Operation:
        easier = {name: kind.model_copy(update=fields) for name, kind in operation.fleet.items()}
        return operation.model_copy(update={"fleet": easier})

    return ease


def places(**fields: object) -> Ease:
    """Return what eases every place."""

    def ease(operation: Operation) -> Operation:
        easier = {name: place.model_copy(update=fields) for name, place in operation.places.items()}
        return operation.model_copy(update={"places": easier})

    return ease


def lanes(operation: Operation) -> Operation:
    """Ease every checkpoint by more lanes."""
    many = Lanes(outward=9, inward=9)
    easier = {
        name: place.model_copy(update={"lanes": many}) if place.lanes else place
        for name, place in operation.places.items()
    }
    return operation.model_copy(update={"places": easier})


def roads(**fields: object) -> Ease:
    """Return what eases every controlled road; it keeps a headway of nothing, and so its columns."""

    def eased(road: Road) -> Road:
        headway_s = 0 if road.controlled and road.headway_s is None else road.headway_s
        return road.model_copy(update={"headway_s": headway_s} | (fields if road.controlled else {}))

    return lambda operation: operation.model_copy(update={"roads": tuple(map(eased, operation.roads))})


def margin(operation: Operation) -> Operation:
    """Ease the truce by its margin."""
    if operation.truce is None:
        return operation
    return operation.model_copy(update={"truce": operation.truce.model_copy(update={"margin_s": 0})})


EASIER: dict[str, Ease] = {
    "no headway": roads(headway_s=0),
    "no alternate roads": roads(alternate=False),
    "no truce roads": roads(truce=False),
    "no margin": margin,
    "no spacing": convoy(spacing_m=0),
    "no marshalling": convoy(marshalling_s=0),
    "no halts": convoy(halts=()),
    "more escorts": convoy(escorts=9),
    "no escorts": convoy(escorts=None),
    "no least": convoy(least=1),
    "no must": convoy(must_have={}),
    "more lanes": lanes,
    "no screening": places(per_vehicle_s=0, per_person_s={}),
    "by vehicle": places(release=Release.VEHICLE),
    "no bays": places(bays=None),
    "no hours": places(hours=None),
    "no capacity": places(capacity_persons=None),
    "no gates": lambda operation: operation.model_copy(update={"gates": ()}),
    "nobody apart": lambda operation: operation.model_copy(update={"apart": ()}),
    "no turn-round": fleet(turn_round_s=0),
    "no slow vehicles": fleet(speed_m_per_h=None),
    "no duty": fleet(duty=None),
    "no end of span": fleet(available_until_s=None),
    "no begin of span": fleet(available_from_s=0),
}


def timed(operation: Operation, movements: tuple[Order, ...]) -> tuple[Movement, ...] | None:
    """Return the schedule; ``None`` where an order cannot go."""
    try:
        return run(operation, movements)
    except Stuck:
        return None


@given(st.data(), st.sampled_from(sorted(EASIER)))
def test_what_only_an_easier_operation_allows_is_found(data, name):
    """A schedule made without one of an operation's rules is the operation's own schedule, or breaks one."""
    strict = data.draw(operations())
    easy = EASIER[name](strict)
    assume(easy != strict)
    asked = data.draw(orders(easy))
    movements = timed(easy, asked)
    assert movements is not None
    plan = Plan(operation=strict, objective=Objective.MOST_OUT, status=Status.FEASIBLE, movements=movements)
    broken = [each for each in verify(plan) if "are aboard" not in each.what]
    assert (not broken) == (movements == timed(strict, asked))
