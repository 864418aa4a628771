"""The comparison model's numbers, as its simulators take them."""

from math import log, sqrt
from random import Random

LEGS_S = (630.0, 1260.0, 1890.0)  # 7, 14 and 21 km at 40 km/h: to the checkpoint, on from there, and back
LEG_SPREAD = 0.25
BREAKDOWN, REPAIR_S = 0.01, 1800.0
PERSON_S = 30.0
TRIPS = {50: 96, 4: 50}
"""How many times a bus of 50 and an ambulance of 4 have to go: 4,800 people, and 200."""
NUMBER = {50: 20, 4: 10}

_SIGMA = sqrt(log(1 + LEG_SPREAD**2))
_MU = tuple(log(leg_s) - _SIGMA**2 / 2 for leg_s in LEGS_S)


def leg_s(chance: Random, leg: int) -> float:
    """How long a vehicle takes for a leg; it may break down on each."""
    lasts_s = chance.lognormvariate(_MU[leg], _SIGMA)
    return lasts_s + REPAIR_S if chance.random() < BREAKDOWN else lasts_s


def service_s(chance: Random, persons: int) -> float:
    """How long a vehicle's people are looked at, one after another: the sum of as many exponential times, in one draw."""
    return chance.gammavariate(persons, PERSON_S)
