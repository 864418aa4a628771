"""Bounds of changed operations: at today's prices first, and re-solved where those let it move."""

import math
import time
from dataclasses import dataclass
from threading import Event

from korridor.operation.operation import Operation
from korridor.planning.bound.model import StoppedError
from korridor.planning.bounded import Bounds, bounds_of
from korridor.planning.certificate import Certificate
from korridor.planning.levels import counted_out
from korridor.planning.plan import Plan
from korridor.planning.why.measure import Measure, bound_of, everybody
from korridor.planning.why.priced import weight_at_prices


@dataclass(frozen=True)
class Bounding:
    """How changed operations are bounded, all alike.

    Attributes
    ----------
    today : Plan
        With its bound and certificate.
    measure : Measure
    slot_s : int or None
        Of the programs that are re-solved.
    stop : Event
        Set from another thread, it ends the solving.
    allowed_s : float
        How long one bound may take where it can make do with what is proved by then; none where the clock has no say.
    """

    today: Plan
    measure: Measure
    slot_s: int | None
    stop: Event
    allowed_s: float = math.inf

    @property
    def bound(self) -> int | None:
        """Today's bound."""
        return self.today.levels[0].bound

    @property
    def last_out_s(self) -> int | None:
        """When the last person is out in today's plan, where that bounds what need be tried; else ``None``."""
        out = counted_out(self.today.operation, self.today.movements)
        left = self.today.operation.persons - sum(load.persons for _, load in out)
        timed = self.measure in (Measure.CLEARANCE, Measure.WAITING)
        return max((trip.free_s for trip, _ in out), default=None) if timed and not left else None

    def at_prices(self, operation: Operation) -> int | None:
        """Return what today's prices prove of a changed operation; ``None`` where that says nothing.

        For *clearance* they tell whether the bound can move at all: it is today's where not everybody can be out before it.
        """
        certificate = self.today.certificate
        if not isinstance(certificate, Certificate) or self.bound is None:
            return None
        horizon_s = operation.horizon_s
        if self.measure is Measure.OUT:
            if horizon_s is None:  # whoever can be carried at all can be out some day
                return everybody(operation)
            return min(everybody(operation), weight_at_prices(certificate, operation, horizon_s))
        if self.measure is Measure.LEFT and horizon_s is not None:
            return max(0, operation.persons - weight_at_prices(certificate, operation, horizon_s))
        if self.measure is Measure.CLEARANCE:
            weight = weight_at_prices(certificate, operation, certificate.horizon_s)
            return self.bound if weight < operation.persons else None
        return None

    def solved(self, operation: Operation, known_s: int | None) -> Bounds:
        """Work out the bounds of an operation; no *clearance* later than a known one is tried.

        Raises
        ------
        StoppedError
            When nobody waits any more.
        """
        until = time.perf_counter() + self.allowed_s

        def enough() -> bool:
            return self.stop.is_set() or time.perf_counter() >= until

        found = bounds_of(operation, self.today.objective, known_s, enough, self.stop, slot_s=self.slot_s)
        if self.stop.is_set():
            raise StoppedError
        return found

    def resolved(self, operation: Operation, priced: int | None, only_adds: bool) -> int | None:
        """Return the bound of a changed operation, worked out anew; the tighter of that and what today's prices prove.

        Parameters
        ----------
        operation : Operation
        priced : int or None
            What :meth:`at_prices` gives.
        only_adds : bool
            Whether whatever could be done before can still be done, so that no *clearance* later than today's need be tried.

        Raises
        ------
        StoppedError
            When nobody waits any more.
        """
        known_s = self.last_out_s if self.measure is Measure.WAITING else None
        if only_adds and self.measure is Measure.CLEARANCE:
            known_s = self.bound
        solved = bound_of(self.solved(operation, known_s), self.measure)
        proved = [each for each in (priced, solved) if each is not None]
        return self.measure.tightest(*proved) if proved else None


def slot_of(today: Plan) -> int | None:
    """Return the slots of today's certificate: at one slot length, more of something only adds to what a program allows."""
    certificate = today.certificate
    return certificate.slot_s if isinstance(certificate, Certificate) and certificate.horizon_s else None
