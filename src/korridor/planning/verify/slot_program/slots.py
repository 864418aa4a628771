"""When a trip's head may enter its reference, and how time is cut in slots."""

from collections.abc import Iterator
from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.planning.verify.slot_program.kinds import Trips
from korridor.planning.verify.windows import windows_s


@dataclass(frozen=True)
class Clock:
    """A clock: round i runs from phase + (i − 1) × lap on, cut from its beginning in slots; the last may be shorter."""

    slot_s: int
    phase_s: int
    lap_s: int

    @property
    def slots_a_lap(self) -> int:
        """⌈lap ÷ slot⌉."""
        return (self.lap_s + self.slot_s - 1) // self.slot_s

    def slot(self, moment_s: int) -> int:
        """κ: the slot that a moment lies in."""
        lap = (moment_s - self.phase_s) // self.lap_s + 1
        begins_s = self.phase_s + (lap - 1) * self.lap_s
        return lap * self.slots_a_lap + (moment_s - begins_s) // self.slot_s

    def first_s(self, slot: int) -> int:
        """Return the first moment of a slot."""
        return max(0, self._begins_s(slot))

    def last_s(self, slot: int) -> int:
        """Return the last moment of a slot."""
        return self._begins_s(slot + 1) - 1

    def _begins_s(self, slot: int) -> int:
        lap = slot // self.slots_a_lap
        return self.phase_s + (lap - 1) * self.lap_s + (slot - lap * self.slots_a_lap) * self.slot_s


@dataclass(frozen=True)
class Span:
    """The moments, both included, at which x may be in one window; window 0 where none binds it."""

    window: int
    soonest_s: int
    latest_s: int


def spans(operation: Operation, trips: Trips, horizon_s: int) -> Iterator[Span]:
    """Yield the spans of a kind that hold a moment."""
    vehicle = operation.fleet[trips.vehicle_type]
    until_s = vehicle.available_until_s
    ends_s = horizon_s if until_s is None else min(horizon_s, until_s)
    soonest_s, latest_s = vehicle.available_from_s + trips.before_s, ends_s - trips.beyond_s
    windows, walk = windows_s(operation), trips.walk
    if walk is None or not walk.stretches:
        if soonest_s <= latest_s:
            yield Span(0, soonest_s, latest_s)
        return
    if not windows:
        return
    at_s = walk.to_reference_s
    for first, last in walk.stretches:
        if last < walk.reference:
            soonest_s = max(soonest_s, windows[0][0] + at_s - walk.enters_s[first])
        elif first > walk.reference:
            cleared_s = windows[-1][1] - margin_s(operation)
            latest_s = min(latest_s, cleared_s - (walk.leaves_s[last] - at_s))
    around = walk.around_reference()
    if around is None:
        if soonest_s <= latest_s:
            yield Span(0, soonest_s, latest_s)
        return
    to_s, on_s = at_s - walk.enters_s[around[0]], walk.leaves_s[around[1]] - at_s
    for window, (opens_s, closes_s) in enumerate(windows):
        low_s = max(soonest_s, opens_s + to_s)
        high_s = min(latest_s, closes_s - margin_s(operation) - on_s)
        if low_s <= high_s:
            yield Span(window, low_s, high_s)


def margin_s(operation: Operation) -> int:
    """Seconds before each end of a window by which truce roads must be clear (O8)."""
    return operation.truce.margin_s if operation.truce else 0
