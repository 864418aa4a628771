"""Rehearsals of models for which a formula says what must come out."""

from math import erf, factorial, log, sqrt

import numpy as np
import pytest

from korridor.clockwork.run import run
from korridor.events.order import Order, TripOrder
from korridor.operation.read import read_yaml
from korridor.rehearsal.loop import M
from korridor.rehearsal.stage import Stage, stage_of

CALM = """
uncertainty:
  {road_time: 100 %, closure_per_day: 0 %, late_departure: 0 s, boarding: BOARDING, alighting: ALIGHTING, driving: DRIVING,
   screening_person: exponential 100 %, breakdown_per_1000_km: 0, no_shows: 0 %, unexpected: 0 %}
"""


def uncertain(boarding: str = "100 %", alighting: str = "100 %", driving: str = "100 %") -> str:
    return CALM.replace("BOARDING", boarding).replace("ALIGHTING", alighting).replace("DRIVING", driving)


def stage(text: str, trips: list[str], seed: int) -> Stage:
    """Cars that go one by one from the places named, in this order."""
    operation = read_yaml(text, "closed.yaml")
    orders = tuple(
        Order(
            origin="home",
            loaded=True,
            trips=(TripOrder(vehicle_type="car", comes_from=here, destination="shelter"),),
        )
        for here in trips
    )
    return stage_of(operation, run(operation, orders), seed)


QUEUE = """
korridor: 1
name: two checkpoints, the first always busy
places:
  home: {kind: assembly}
  first: {kind: checkpoint, lanes: 1, per_person: 600 s, release: vehicle}
  second: {kind: checkpoint, lanes: 3, per_person: 1080 s, release: vehicle}
  shelter: {kind: reception}
roads:
  - {between: [home, first], time: 1 min}
  - {between: [first, second], time: 10 min}
  - {between: [second, shelter], time: 1 min}
people: {all: {at: home, class: well, count: 400}}
fleet: {car: {number: 400, layouts: [{seats: 1}], depot: home}}
convoy: {least: 1, most: 1}
"""


def erlang_c(lanes: int, load: float) -> float:
    """The chance to wait where all who come find so many lanes; Erlang 1917, in Post Office Electrical Engineers' Journal 10."""
    busy = load**lanes / factorial(lanes) * lanes / (lanes - load)
    return busy / (sum(load**k / factorial(k) for k in range(lanes)) + busy)


def test_who_comes_at_random_waits_as_erlang_says() -> None:
    """M/M/c: behind a lane that is always busy they come at random, and three lanes let them wait by Erlang's formula C."""
    cars = stage(QUEUE + uncertain(), ["home"] * 400, seed=11)
    waits = []
    for day in range(120):
        screened = [each.movement.trips[0].screenings for each in cars.once(day)]
        waits.append([second.begins_s - first.ends_s - 600 for first, second in screened[100:]])
    chance, spare_s = erlang_c(3, 1.8), 1 / (3 / 1080 - 1 / 600)
    means = {
        "mean wait": (np.mean(waits, axis=1), chance * spare_s),
        "who waits": ((np.array(waits) > 0).mean(axis=1), chance),
        "who waits for half an hour": (
            (np.array(waits) > 1800).mean(axis=1),
            chance * np.exp(-1800 / spare_s),
        ),
    }
    for name, (of_runs, expected) in means.items():
        error = of_runs.std() / sqrt(len(of_runs))
        assert error < 0.12 * expected, name
        assert abs(of_runs.mean() - expected) < 4 * error, name


SHUTTLE = """
korridor: 1
name: one car to and fro
places: {home: {kind: assembly}, shelter: {kind: reception}}
roads: [{between: [home, shelter], time: 40 min}]
people: {all: {at: home, class: well, count: 80}}
fleet: {car: {number: 1, layouts: [{seats: 4}], depot: home, boarding: 3 min, alighting: 2 min, turn_round: 5 min}}
convoy: {least: 1, most: 1}
"""


def test_a_shuttle_takes_its_laps() -> None:
    """Twenty laps take twenty times turning, boarding, driving and alighting, and nineteen ways back: mean and spread add up."""
    laps, board_s, drive_s, alight_s = 20, 720, 2400, 480
    trips = ["home"] + ["shelter"] * (laps - 1)
    calm_s = laps * (300 + board_s + drive_s + alight_s) + (laps - 1) * drive_s
    calm, _ = stage(SHUTTLE + uncertain(), trips, 0).run(0, 3)
    assert calm[:, M.CLEARANCE_S].tolist() == [calm_s] * 3
    shares = uncertain("gamma 100 % ± 30 %", "80..120 %", "100 % ± 25 %")
    spread, _ = stage(SHUTTLE + shares, trips, 0).run(0, 20_000)
    variance = laps * ((0.3 * board_s) ** 2 + (0.4 * alight_s) ** 2 / 12)
    variance += (2 * laps - 1) * (0.25 * drive_s) ** 2
    assert spread[:, M.CLEARANCE_S].mean() == pytest.approx(calm_s, abs=4 * sqrt(variance / 20_000))
    assert spread[:, M.CLEARANCE_S].var() == pytest.approx(variance, rel=0.05)


HEADWAY = """
korridor: 1
name: a corridor that keeps its headway
places: {home: {kind: assembly}, end: {kind: junction}, shelter: {kind: reception}}
roads: [{between: [home, end], time: 30 min, headway: 5 min}, {between: [end, shelter], time: 1 s}]
people: {all: {at: home, class: well, count: 30}}
fleet: {car: {number: 30, layouts: [{seats: 1}], depot: home}}
convoy: {least: 1, most: 1}
"""


def test_a_corridor_with_a_headway_is_as_quick_as_its_slowest() -> None:
    """Where entry and exit keep a headway, the last of n is out n - 1 headways after the slowest drive: F to the n-th."""
    runs, cars = 5000, 30
    results, _ = stage(HEADWAY + uncertain(driving="100 % ± 25 %"), ["home"] * cars, 3).run(0, runs)
    drives_s = np.sort(results[:, M.CLEARANCE_S] - (cars - 1) * 300 - 1)
    sigma = sqrt(log(1 + 0.25**2))
    share = np.array(
        [(0.5 + 0.5 * erf((log(s / 1800) + sigma**2 / 2) / sigma / sqrt(2))) ** cars for s in drives_s]
    )
    distance = np.abs(share - (np.arange(runs) + 0.5) / runs).max()
    assert distance < 2.23 / sqrt(runs)  # Kolmogorov: one in ten thousand
