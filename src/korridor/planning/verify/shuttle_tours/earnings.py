"""The most that tours earn in some time: the dynamic program of ``docs/bounds-shuttle.md``, in whole numbers."""

from collections.abc import Iterator
from itertools import chain, repeat

from korridor.planning.verify.shuttle_tours.cases import Extra
from korridor.planning.verify.shuttle_tours.lots import Lot, Trips

NOTHING = -(1 << 100)
"""Less than any tour earns."""


class Earnings:
    """What the vehicles of one type earn in so many seconds, at given prices.

    A trip from a reception to a reception must take at least a second.

    Parameters
    ----------
    lots, trips : tuple of Lot, Trips
    load_prices : sequence of int
        By number of the lot.
    room_prices : dict of str to int
        By reception.
    seconds : int
    kind : str
    extras : tuple of Extra
        What trips of some kinds earn besides, or pay.
    """

    def __init__(
        self,
        lots: tuple[Lot, ...],
        trips: Trips,
        load_prices: tuple[int, ...],
        room_prices: dict[str, int],
        seconds: int,
        kind: str = "",
        extras: tuple[Extra, ...] = (),
    ) -> None:
        self._trips, self._seconds = trips, seconds
        self._kind, self._extras = kind, extras
        self._most_persons = max(lot.persons for lot in lots)
        # By the time left, from none on: π + H of the document, and G less the room of a largest load.
        self._loads: list[list[int]] = [[] for _ in lots]
        self._unloads: dict[str, list[int]] = {room: [] for room in room_prices}
        lines = [
            (each.append, price, self._departs(number, lot, room_prices))
            for number, (lot, price, each) in enumerate(zip(lots, load_prices, self._loads, strict=True))
        ]
        first = [line for number, line in enumerate(lines) if self._takes_time(number)]
        last = [line for number, line in enumerate(lines) if not self._takes_time(number)]
        is_free = [
            (each.append, -self._most_persons * room_prices[room], self._is_free(room))
            for room, each in self._unloads.items()
        ]
        # One second more at a time. A load that is out at once looks at receptions at the same moment, so comes after
        # them; such a load is approached from none of them at once, so they do not look at it.
        in_turn = (*first, *is_free, *last)
        for _ in range(seconds + 1):
            for append, earns, most in in_turn:
                append(earns + next(most))

    def most(self, depot: str) -> int:
        """Return the most that a tour from a depot earns; no tour at all earns 0."""
        earned = [0]
        for number, loads in enumerate(self._loads):
            approach_s = self._trips.approach_s.get((depot, number))
            if approach_s is not None and approach_s <= self._seconds:
                left_s = self._seconds - approach_s
                earned.append(
                    loads[left_s]
                    + sum(earns for least_s, earns in self._to_load(depot, number) if left_s >= least_s)
                )
        return max(earned)

    def _takes_time(self, number: int) -> bool:
        return all(leg_s > 0 for (its, _), leg_s in self._trips.deliver_s.items() if its == number)

    def _is_free(self, room: str) -> Iterator[int]:
        """Yield G of a reception by the time left, as long as what it looks at has been worked out."""
        legs_s = {number: leg_s for (place, number), leg_s in self._trips.approach_s.items() if place == room}
        ahead = (
            _after(leg_s, self._loads[number], ((0, 0), *self._to_load(room, number)))
            for number, leg_s in legs_s.items()
        )
        return map(max, repeat(0), repeat(0), *ahead)

    def _departs(self, number: int, lot: Lot, room_prices: dict[str, int]) -> Iterator[int]:
        """Yield H of a lot by the time left, likewise."""
        legs_s = {room: leg_s for (its, room), leg_s in self._trips.deliver_s.items() if its == number}
        fewer = self._most_persons - lot.persons
        ahead = (
            _after(
                leg_s, self._unloads[room], ((0, fewer * room_prices[room]), *self._to_unload(number, room))
            )
            for room, leg_s in legs_s.items()
        )
        return map(max, repeat(NOTHING), repeat(NOTHING), *ahead)

    def _to_load(self, place: str, number: int) -> tuple[tuple[int, int], ...]:
        """List what a departure with a lot, by a vehicle from a place, earns besides, each with the time that must be left."""
        return tuple(
            (extra.least_left_s(self._seconds), extra.earns)
            for extra in self._extras
            if extra.when_departing and extra.counts(self._kind, number, place, None)
        )

    def _to_unload(self, number: int, room: str) -> tuple[tuple[int, int], ...]:
        """List what unloading a lot at a reception earns besides, likewise."""
        return tuple(
            (extra.least_left_s(self._seconds), extra.earns)
            for extra in self._extras
            if not extra.when_departing and extra.counts(self._kind, number, None, room)
        )


def _after(leg_s: int, worth: list[int], more: tuple[tuple[int, int], ...]) -> Iterator[int]:
    """Yield by the time left what comes after a leg, and so much more from some time left on; ``worth`` grows meanwhile."""
    always = sum(earns for least_s, earns in more if least_s == 0)
    later = [(least_s, earns) for least_s, earns in more if least_s > 0]
    if later:
        after: Iterator[int] = (
            each + always + sum(earns for least_s, earns in later if left_s >= least_s)
            for left_s, each in enumerate(worth)
        )
    else:
        after = (each + always for each in worth) if always else iter(worth)
    return chain(repeat(NOTHING, leg_s), after)
