"""What may bar a vehicle type on a leg, rule by rule."""

from functools import lru_cache
from typing import NamedTuple

from korridor.operation.fault import path_text
from korridor.operation.finding import Finding, impossible
from korridor.operation.legs import Leg, Legs
from korridor.operation.operation import Operation
from korridor.operation.people import Group
from korridor.operation.shortest import Shortest, truce_stretches
from korridor.operation.units import duration_text
from korridor.operation.ways import Step


class Candidate(NamedTuple):
    """A vehicle type on a leg, for a group."""

    name: str
    group: Group
    vehicle_type: str
    leg: Leg


class Bar(NamedTuple):
    """Why a candidate is none; ``lack`` orders bars of one rule, the least of them nearest to being none."""

    lack: int
    finding: Finding


class Bars:
    """The rules that may bar a candidate; each is asked alone."""

    def __init__(self, operation: Operation, legs: Legs) -> None:
        self._operation, self._legs = operation, legs
        self._shortest = {name: Shortest(operation, legs.ways, name) for name in operation.fleet}
        windows = operation.windows
        self._longest_s = max((window.closes_s - window.opens_s for window in windows), default=None)
        self._coming = lru_cache(maxsize=None)(self._count_coming)
        self._all_coming = lru_cache(maxsize=None)(
            lambda place: sum(self._coming(kind, place) for kind in operation.fleet)
        )
        self.rules = (
            self.comes,
            self.serves,
            self.escorted,
            self.many_enough,
            self.must_have,
            self.passes_in_time,
            self.not_too_long,
            self.on_duty,
        )

    def first(self, candidate: Candidate) -> Bar | None:
        """The first rule that bars a candidate; ``None`` where none does."""
        return next((bar for rule in self.rules if (bar := rule(candidate))), None)

    def _count_coming(self, vehicle_type: str, place: str) -> int:
        """How many vehicles of a type can get to a place."""
        depots = self._operation.fleet[vehicle_type].depots.items()
        return sum(number for depot, number in depots if place in self._legs.reached_from(depot))

    def comes(self, candidate: Candidate) -> Bar | None:
        """O6: a vehicle comes from its depot to where the people stand."""
        kind, place = candidate.vehicle_type, candidate.leg.origin
        if self._coming(kind, place):
            return None
        depots = " or ".join(self._operation.fleet[kind].depots) or "nowhere"
        what = f"{kind} cannot come from {depots} to {place}: no road leads there"
        return Bar(0, impossible(path_text(("fleet", kind, "depots")), what))

    def serves(self, candidate: Candidate) -> Bar | None:
        """O6: a vehicle loads and unloads only where it serves."""
        kind, leg = candidate.vehicle_type, candidate.leg
        served = self._operation.fleet[kind].serves
        if served is None or {leg.origin, leg.destination} <= set(served):
            return None
        missing = leg.origin if leg.origin not in served else leg.destination
        what = f"{kind} does not serve {missing}, so it cannot take {candidate.name!r} there"
        if missing == leg.origin:
            what = f"{kind} does not serve {missing}, where {candidate.name!r} board"
        return Bar(0, impossible(path_text(("fleet", kind, "serves")), what))

    def escorted(self, candidate: Candidate) -> Bar | None:
        """O7: every loaded column has an escort, where escorts are named at all."""
        if not candidate.leg.column.steps or self._operation.convoy.escorts != 0:
            return None
        what = "0 escorts, and every loaded column needs one; leave escorts out where none is needed"
        return Bar(0, impossible("convoy.escorts", what))

    def many_enough(self, candidate: Candidate) -> Bar | None:
        """O7: a loaded column has at least so many vehicles."""
        origin, least = candidate.leg.origin, self._shortest[candidate.vehicle_type].vehicles
        coming = self._all_coming(origin)
        if not candidate.leg.column.steps or coming >= least or coming == 0:
            return None  # where none can come, that is what is said
        what = f"a loaded column has {least} vehicles or more; only {coming} can come to {origin}"
        return Bar(least - coming, impossible("convoy.least", what))

    def must_have(self, candidate: Candidate) -> Bar | None:
        """O7: a loaded column contains so many of a type."""
        origin = candidate.leg.origin
        for kind, number in self._operation.convoy.must_have.items():
            coming = self._coming(kind, origin)
            if candidate.leg.column.steps and coming < number:
                what = f"a loaded column must have {number} of {kind}; {coming} can come to {origin}"
                return Bar(0, impossible(path_text(("convoy", "must_have", kind)), what))
        return None

    def passes_in_time(self, candidate: Candidate) -> Bar | None:
        """C4: a column's whole passage of a truce stretch lies in one window, less the margin."""
        margin_s, longest_s = self._operation.margin_s, self._longest_s or 0
        bars = []
        for stretch in truce_stretches(self._operation, candidate.leg.column.steps):
            shortest = self._shortest[candidate.vehicle_type]
            passage_s = shortest.passage_s(stretch)
            if self._longest_s is not None and passage_s + margin_s <= longest_s:
                continue
            column = "one vehicle" if shortest.vehicles == 1 else f"a column of {shortest.vehicles}"
            needs = f"{column} needs {duration_text(passage_s)} to pass {self._along(stretch)}"
            margin = f" and {duration_text(margin_s)} of margin" if margin_s else ""
            lasts = (
                f"the longest window lasts {duration_text(longest_s)}" if longest_s else "no window is left"
            )
            what = f"{needs}{margin}; {lasts}"
            bars.append(Bar(passage_s + margin_s - longest_s, impossible("truce", what)))
        return max(bars, default=None, key=lambda bar: bar.lack)

    def _along(self, stretch: tuple[Step, ...]) -> str:
        index, forth = stretch[0]
        here, there = self._operation.roads[index].between
        first = here if forth else there
        return " – ".join([first, *(self._legs.ways.end(step) for step in stretch)])

    def not_too_long(self, candidate: Candidate) -> Bar | None:
        """O5: time aboard is limited by class."""
        group, leg = candidate.group, candidate.leg
        limit_s = self._operation.aboard_limit_s(group.person_class)
        aboard_s = self._shortest[candidate.vehicle_type].aboard_s(leg, group)
        if aboard_s <= limit_s:
            return None
        what = (
            f"{group.person_class} may be aboard for {duration_text(limit_s)}; the quickest trip, from "
            f"{leg.origin} to {leg.destination} by {candidate.vehicle_type}, takes {duration_text(aboard_s)}"
        )
        return Bar(aboard_s - limit_s, impossible(path_text(("people", candidate.name)), what))

    def on_duty(self, candidate: Candidate) -> Bar | None:
        """O6: a trip lies in the vehicle's span, and from departure on in its daily duty."""
        kind, leg = candidate.vehicle_type, candidate.leg
        vehicles, shortest = self._operation.fleet[kind], self._shortest[candidate.vehicle_type]
        trip = f"the quickest trip from {leg.origin} to {leg.destination} takes"
        if vehicles.available_until_s is not None:
            span_s = vehicles.available_until_s - vehicles.available_from_s
            aboard_s = shortest.aboard_s(leg, candidate.group) + vehicles.turn_round_s
            if aboard_s > span_s:
                what = f"available for {duration_text(span_s)}; {trip} {duration_text(aboard_s)}"
                return Bar(aboard_s - span_s, impossible(path_text(("fleet", kind)), what))
        if vehicles.duty is not None:
            duty_s = vehicles.duty.closes_clock_s - vehicles.duty.opens_clock_s
            moving_s = shortest.moving_s(leg, candidate.group)
            if moving_s > duty_s:
                what = f"on duty for {duration_text(duty_s)} a day; {trip} {duration_text(moving_s)}"
                return Bar(moving_s - duty_s, impossible(path_text(("fleet", kind, "duty")), what))
        return None
