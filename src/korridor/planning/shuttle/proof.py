"""The proof that nobody's plan of a plain shuttle is done by a moment: whole prices that anyone can check."""

from typing import Literal

import numpy as np

from korridor.operation.frozen import Frozen
from korridor.operation.operation import Operation
from korridor.planning.shuttle.lots import Lots, lots_of
from korridor.planning.shuttle.prices import earnings_of, worth_of
from korridor.planning.shuttle.shuttle import Whole

MOST_PRICE = 1 << 40
"""Larger prices are refused, so that no sum of them overflows."""


class ShuttleProof(Frozen):
    """Prices at which all loads together are worth more than all vehicles can earn in time.

    The argument is in ``docs/bounds-shuttle.md``.

    Attributes
    ----------
    too_soon_s : int
        By then not everybody can be out; the bound is a second later.
    load_prices : tuple of int
        What a load earns, by lot: full loads by assembly place, then last loads by assembly place.
    room_prices : tuple of int
        What a person's room costs, by reception; never negative.
    straight : bool
        Whether it speaks only of plans in which no vehicle goes by way of another place, empty.
    """

    kind: Literal["tour-prices"] = "tour-prices"
    too_soon_s: int
    load_prices: tuple[int, ...]
    room_prices: tuple[int, ...]
    straight: bool = False


def excess(lots: Lots, seconds: int, load_prices: Whole, room_prices: Whole) -> int:
    """What all loads are worth, less what vehicles can earn in so many seconds and what all room costs."""
    worth = int(lots.loads @ load_prices) - int(lots.room_persons @ room_prices)
    for kind in sorted({kind for kind, _, _ in lots.fleets}):
        table = worth_of(lots, kind, seconds, load_prices, room_prices)
        for its, stand, number in lots.fleets:
            if its == kind:
                earned = earnings_of(lots, kind, stand, table, load_prices)
                worth -= number * max(0, int(earned.max(initial=0)))
    return worth


def holds(operation: Operation, proof: ShuttleProof) -> bool:
    """Whether a proof is one: prices fit the operation, none of room is negative, and something is left over."""
    lots = lots_of(operation, straight=proof.straight)
    load_prices, room_prices = _prices(proof.load_prices), _prices(proof.room_prices)
    fits = load_prices.shape == lots.loads.shape and room_prices.shape == lots.room_persons.shape
    small = max(map(abs, (*proof.load_prices, *proof.room_prices)), default=0) <= MOST_PRICE
    if not (fits and small and lots.takes_time) or proof.too_soon_s < 0 or room_prices.min(initial=0) < 0:
        return False
    return excess(lots, proof.too_soon_s, load_prices, room_prices) > 0


def _prices(prices: tuple[int, ...]) -> Whole:
    """Prices as an array; those too large for one are 0."""
    return np.array([price if abs(price) <= MOST_PRICE else 0 for price in prices], dtype=np.int64)
