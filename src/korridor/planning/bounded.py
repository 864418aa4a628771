"""P3: the bounds of an objective's levels, with the certificate they rest on."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from korridor.operation.operation import Operation
from korridor.operation.units import MOST
from korridor.planning.bound.clearance import clearance_bound
from korridor.planning.bound.levels import last_out_bound, left_bound, risk_bound, waiting_bound
from korridor.planning.bound.most_out import most_out_bound
from korridor.planning.bound.solve import Effort
from korridor.planning.bound.waiting import least_waiting_bound
from korridor.planning.certificate import AnyCertificate
from korridor.planning.mass.search import is_large
from korridor.planning.plan import Objective
from korridor.planning.shuttle.bound import shuttle_bound
from korridor.planning.shuttle.exchange import Exchange
from korridor.planning.shuttle.plain import is_plain_shuttle
from korridor.planning.streams.bound import clearance_streams, most_out_streams


@dataclass(frozen=True)
class Bounds:
    """Bounds by level name; what is not named is not bounded."""

    by_level: dict[str, int]
    certificate: AnyCertificate | None
    lp_iterations: int


def bounds_of(
    operation: Operation,
    objective: Objective,
    known_s: int | None,
    enough: Callable[[], bool],
    stop: Event,
    exchange: Exchange | None = None,
    slot_s: int | None = None,
) -> Bounds:
    """Bound the levels of an objective: the first by a certificate, the later ones by closed forms.

    Parameters
    ----------
    operation : Operation
    objective : Objective
    known_s : int or None
        When the last person is out in a known plan; no clearance above it is looked for.
    enough : callable
        Asked now and then whether to make do with what is proved, where that can be said at any time.
    stop : Event
        Set from another thread when nobody waits for the bounds any more; the solver then gives up.
    exchange : Exchange or None
        Where a plain shuttle's search and bound tell each other of sooner plans.
    slot_s : int, optional
        Length of a slot, where bounds of several operations are to be compared; chosen by size if not given.
    """
    if objective is Objective.CLEARANCE and is_plain_shuttle(operation):
        found = shuttle_bound(operation, known_s=known_s, enough=enough, exchange=exchange)
        if found.certificate is not None:
            by_level = {"clearance": found.bound_s}
            if (
                not enough()
            ):  # with the time over the first level is open as a rule, and no later bound is stated
                by_level["waiting"] = waiting_bound(operation)
            return Bounds(by_level, found.certificate, found.iterations)
    effort = Effort(stop=stop)
    if is_large(operation):
        return _of_large(operation, objective, known_s, effort)
    if objective is Objective.PRIORITY:
        bound_person_s, certificate = least_waiting_bound(
            operation, known_s=known_s, slot_s=slot_s, effort=effort
        )
        by_level = {"waiting": bound_person_s}
    elif objective in (Objective.MOST_OUT, Objective.EXPOSURE):
        certificate = most_out_bound(operation, slot_s=slot_s, effort=effort)
        weight = certificate.bound_weight
        by_level = {
            "out": weight,
            "risk": risk_bound(operation, weight),
            "clearance": last_out_bound(operation, weight),
        }
    else:
        bound_s, certificate = clearance_bound(operation, at_most_s=known_s, slot_s=slot_s, effort=effort)
        by_level = {"clearance": bound_s, "waiting": waiting_bound(operation)}
        if certificate.horizon_s == operation.horizon_s:  # not everybody can be out by then
            by_level["left"] = left_bound(operation, certificate.bound_weight)
        elif operation.horizon_s is None and bound_s <= MOST:  # nothing forbids that everybody gets out
            by_level["left"] = 0
        if bound_s == 0:  # nobody doubts it, and there is no program for a second less
            return Bounds(by_level, None, effort.lp_iterations)
    return Bounds(by_level, certificate, effort.lp_iterations)


def _of_large(operation: Operation, objective: Objective, known_s: int | None, effort: Effort) -> Bounds:
    """Bound the first level of a large operation; the others' closed forms would take longer than the plan."""
    if objective in (Objective.MOST_OUT, Objective.EXPOSURE) and operation.horizon_s is not None:
        most = most_out_streams(operation, effort=effort)
        return Bounds({"out": most.bound_weight}, most, effort.lp_iterations)
    if objective is not Objective.CLEARANCE:
        return Bounds({}, None, effort.lp_iterations)
    bound_s, certificate = clearance_streams(operation, known_s=known_s, effort=effort)
    by_level = {"clearance": bound_s}
    if certificate is not None and certificate.horizon_s == operation.horizon_s:
        by_level["left"] = operation.persons - certificate.bound_weight
    return Bounds(by_level, certificate, effort.lp_iterations)
