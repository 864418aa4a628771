"""P3: the bounds of an objective's levels, with the certificate they rest on."""

from dataclasses import dataclass

from korridor.operation.operation import Operation
from korridor.planning.bound.clearance import clearance_bound
from korridor.planning.bound.most_out import most_out_bound
from korridor.planning.bound.solve import Effort
from korridor.planning.certificate import Certificate
from korridor.planning.plan import Objective


@dataclass(frozen=True)
class Bounds:
    """Bounds by level name; what is not named is not bounded."""

    by_level: dict[str, int]
    certificate: Certificate
    lp_iterations: int


def bounds_of(operation: Operation, objective: Objective, known_s: int | None) -> Bounds:
    """Bound the first level of an objective.

    The later levels' closed forms (``bound.levels``) are not stated yet: the checker's own are weaker in places, and what
    it cannot prove does not leave the program.

    Parameters
    ----------
    operation : Operation
    objective : Objective
    known_s : int or None
        The clearance of a known plan; no bound above it is looked for.
    """
    effort = Effort()
    if objective is Objective.MOST_OUT:
        certificate = most_out_bound(operation, effort=effort)
        by_level = {"out": certificate.bound_weight}
    else:
        bound_s, certificate = clearance_bound(operation, at_most_s=known_s, effort=effort)
        by_level = {"clearance": bound_s}
    return Bounds(by_level, certificate, effort.lp_iterations)
