"""Bounds of plain shuttles: below every plan, and proved by prices that anyone can check."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.operation import Operation, Routes
from korridor.planning.shuttle.bound import shuttle_bound
from korridor.planning.shuttle.improve import improve
from korridor.planning.shuttle.lots import Lots, lots_of
from korridor.planning.shuttle.prices import Prices, excess
from korridor.planning.verify.shuttle_tours.proof import unproved
from tests.planning.shuttle.shuttles import best_clearance_s, shuttles, straight
from tests.planning.shuttle.test_plain import PLAIN, other, road


@given(shuttles())
def test_no_plan_beats_the_bound(operation: Operation) -> None:
    """Whether or not empty vehicles go straight, no bound is later than the soonest plan, found by trying all."""
    directly, anyhow = shuttle_bound(straight(operation)), shuttle_bound(operation)
    assert directly.bound_s <= best_clearance_s(operation)
    assert anyhow.bound_s <= best_clearance_s(operation, straight=False)
    assert anyhow.bound_s <= directly.bound_s


@given(shuttles(most_loads=8), st.integers(0, 400_000))
def test_a_bound_has_a_certificate_of_the_last_second_before_it(operation: Operation, steps: int) -> None:
    """However little work is spent, the checker grants the certificate, which speaks of the second before the bound."""
    known_s = improve(operation, iterations=3000, seed=0).clearance_s
    found = shuttle_bound(operation, known_s=known_s, steps=steps)
    assert found.bound_s <= known_s
    assert found.certificate is not None
    assert found.certificate.too_soon_s == found.bound_s - 1
    assert unproved(operation, found.certificate) is None


@given(shuttles(most_loads=8), st.integers(0, 20))
def test_a_bound_that_is_stopped_is_one(operation: Operation, asked: int) -> None:
    """Whenever it is told that it is enough, what is proved by then is a bound, and no better than with more time."""
    answers = iter([False] * asked)
    stopped = shuttle_bound(operation, enough=lambda: next(answers, True))
    assert stopped.certificate is not None
    assert stopped.certificate.too_soon_s == stopped.bound_s - 1
    assert stopped.bound_s <= shuttle_bound(operation).bound_s
    assert unproved(operation, stopped.certificate) is None


@given(shuttles(most_loads=8))
def test_one_vehicle_more_never_hurts_the_bound(operation: Operation) -> None:
    """One vehicle more, or room for a load more, can only let people out sooner."""
    before_s = shuttle_bound(operation).bound_s
    bus = operation.fleet["bus"]
    depot = next(iter(bus.depots))
    more = bus.model_copy(update={"depots": {**bus.depots, depot: bus.depots[depot] + 1}})
    easier = operation.model_copy(update={"fleet": {**operation.fleet, "bus": more}})
    assert shuttle_bound(easier).bound_s <= before_s
    room = operation.places["R0"]
    larger = room.model_copy(update={"capacity_persons": (room.capacity_persons or 0) + 3})
    easier = operation.model_copy(update={"places": {**operation.places, "R0": larger}})
    assert shuttle_bound(easier).bound_s <= before_s


@given(
    shuttles(most_loads=3),
    st.integers(0, 60),
    st.lists(st.integers(-4, 9), min_size=4, max_size=4),
    st.lists(st.integers(0, 2), min_size=2, max_size=2),
)
def test_any_prices_earn_what_the_best_tours_earn(
    operation: Operation, seconds: int, load_prices: list[int], room_prices: list[int]
) -> None:
    """What is over at any prices is what trying every tour says, by docs/bounds-shuttle.md."""
    lots = lots_of(operation)
    pi, mu = load_prices[: len(lots.loads)], room_prices[: len(lots.room_persons)]
    over = sum(n * p for n, p in zip(lots.loads.tolist(), pi, strict=True))
    over -= sum(n * p for n, p in zip(lots.room_persons.tolist(), mu, strict=True))
    for kind, stand, number in lots.fleets:
        over -= number * most_earned(lots, pi, mu, kind, stand, seconds)
    prices = Prices(*(np.array(each, dtype=np.int64) for each in (pi, mu, [])))
    assert excess(lots, seconds, prices) == over


def most_earned(lots: Lots, pi: list[int], mu: list[int], kind: int, stand: int, left_s: int) -> int:
    """The most that a tour earns in the time left, by trying every next trip."""
    best = 0
    for lot, room in product(range(len(pi)), range(len(mu))):
        after_s = left_s - int(lots.approach_s[kind, stand, lot]) - int(lots.deliver_s[kind, lot, room])
        if after_s >= 0:
            earned = pi[lot] - int(lots.persons[lot]) * mu[room]
            best = max(best, earned + most_earned(lots, pi, mu, kind, room, after_s))
    return best


def test_a_bound_that_is_known_by_hand() -> None:
    """Three loads by three vehicles: the one from the school to the ward by road, 800 + 2100 s, cannot be sooner out."""
    found = shuttle_bound(PLAIN)
    assert found.bound_s == improve(PLAIN, iterations=2000, seed=0).clearance_s


def test_a_bound_for_straight_ways_is_another() -> None:
    """Where a detour is shorter, the bound for straight ways alone is better, and its certificate holds for them alone."""
    direct = other(
        routes=Routes.DIRECT,
        places={name: PLAIN.places[name] for name in ("yard", "school", "hall")},
        people={"pupils": PLAIN.people["pupils"]},
        fleet={"bus": PLAIN.fleet["bus"].model_copy(update={"depots": {"yard": 1}, "boarding_s": {}})},
        roads=(
            road(0, between=("yard", "school"), time_s=1000).roads[0],
            road(0, between=("yard", "hall"), time_s=10).roads[0],
            road(0, between=("school", "hall"), time_s=20).roads[0],
        ),
    )
    directly, anyhow = shuttle_bound(straight(direct)), shuttle_bound(direct)
    assert (directly.bound_s, anyhow.bound_s) == (1000 + 20 + 20 + 20, 30 + 20 + 20 + 20)
    assert directly.certificate is not None and anyhow.certificate is not None
    assert unproved(straight(direct), directly.certificate) is None
    assert unproved(direct, directly.certificate) is not None
    assert unproved(direct, anyhow.certificate) is None


def test_a_bound_too_far_to_be_checked_is_not_looked_for() -> None:
    """Legs of days in seconds: the bound stops where its certificate takes as much to check as it may, and passes."""
    far = other(
        roads=tuple(
            each.model_copy(update={"time_s": 900_000, "length_m": None, "speed_m_per_h": None})
            for each in PLAIN.roads
        ),
        fleet={"bus": PLAIN.fleet["bus"]},
        time_aboard_s={"default": 10**9},
    )
    found = shuttle_bound(far, known_s=10**9, steps=10**9)
    assert found.certificate is not None
    # 2.7 million seconds are needed; three lots and two receptions are five figures each
    assert found.bound_s == 10_000_000 // 5
    assert unproved(far, found.certificate) is None


def test_where_trips_take_no_time_there_is_no_bound() -> None:
    """Legs of no seconds, and people who are not there, have the bound 0, without a certificate."""
    nowhere = other(
        roads=tuple(
            each.model_copy(update={"time_s": 0, "length_m": None, "speed_m_per_h": None})
            for each in PLAIN.roads
        ),
        fleet={"coach": PLAIN.fleet["coach"]},
    )
    for operation in (nowhere, other(people={})):
        found = shuttle_bound(operation)
        assert (found.bound_s, found.certificate) == (0, None)
