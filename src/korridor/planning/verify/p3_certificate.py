"""P3: bounds are no better than what can be proved: the certificate's sum, and closed forms."""

from collections.abc import Callable, Iterator
from functools import cache, partial

from korridor.planning.certificate import Certificate, StreamCertificate, TourCertificate, TreeCertificate
from korridor.planning.plan import Objective, Plan
from korridor.planning.verify.broken import Broken
from korridor.planning.verify.shuttle_tours.proof import unproved
from korridor.planning.verify.slot_program.duality import UnfoundedError, proved_weight
from korridor.planning.verify.slot_program.kinds import Kinds
from korridor.planning.verify.slot_program.later_levels import (
    least_clearance_s,
    least_risk_person_s,
    least_waiting_person_s,
)
from korridor.planning.verify.streams.proof import proved_weight as proved_by_streams
from korridor.planning.verify.windows import horizon_s


def p3_bounds_are_proved(plan: Plan) -> Iterator[Broken]:
    """P3: the certificate proves what it says, and every level's bound follows from it or from a closed form.

    A bound may be weaker than what is proved, never better; one that is not stated needs no proof.
    """
    if plan.certificate is None and all(level.bound is None for level in plan.levels):
        return
    # asked for at most once, and on a large plain shuttle not for nothing
    certificate, kinds, weight = plan.certificate, cache(partial(Kinds, plan.operation)), None
    if isinstance(certificate, TourCertificate | TreeCertificate):
        if what := unproved(plan.operation, certificate):
            yield Broken("P3", "certificate", what)
            return
    elif certificate is not None:
        try:
            if isinstance(certificate, StreamCertificate):
                weight = proved_by_streams(plan, certificate)
            else:
                weight = proved_weight(kinds(), certificate)
        except UnfoundedError as fault:
            yield Broken("P3", "certificate", str(fault))
            return
        if certificate.bound_weight < weight:
            what = f"says that at most {certificate.bound_weight} get out; its multipliers prove {weight}"
            yield Broken("P3", "certificate", what)
    for level in plan.levels:
        if level.bound is None:
            continue
        best = _best(plan, kinds, level.name, weight)
        better = level.bound < best if level.name == "out" else level.bound > best
        if better:
            yield Broken(
                "P3", level.name, f"bound {level.bound} is better than the {best} that can be proved"
            )


def _best(plan: Plan, kinds: Callable[[], Kinds], name: str, proved: int | None) -> int:
    """Return the best bound of a level that follows; what needs no certificate holds without one."""
    if name == "out":
        return _most_out(plan, proved)
    if plan.objective is Objective.PRIORITY:
        return _least_waiting_person_s(plan, proved) if name == "waiting" else 0
    if plan.objective is Objective.CLEARANCE:
        if name == "waiting":
            return least_waiting_person_s(kinds())
        return _least_left(plan, proved) if name == "left" else _least_clearance_s(plan, proved)
    # P3: for plans that get the weight out that the first bound names
    weight = next((level.bound for level in plan.levels if level.name == "out"), None)
    if weight is None:
        return 0
    return least_risk_person_s(kinds(), weight) if name == "risk" else least_clearance_s(kinds(), weight)


def _most_out(plan: Plan, proved: int | None) -> int:
    everybody = sum(group.persons * group.weight for group in plan.operation.people.values())
    certificate = plan.certificate
    if (
        proved is None
        or isinstance(certificate, TourCertificate | TreeCertificate)
        or not certificate
        or certificate.unweighted
    ):
        return everybody
    if isinstance(certificate, Certificate) and certificate.period_s is not None:
        return everybody
    return min(everybody, proved) if certificate.horizon_s == horizon_s(plan.operation) else everybody


def _least_waiting_person_s(plan: Plan, proved: int | None) -> int:
    """Everybody's weight times the seconds of the certificate, less what can be saved; nobody waits beyond the horizon."""
    certificate, until_s = plan.certificate, horizon_s(plan.operation)
    if proved is None or not isinstance(certificate, Certificate) or certificate.period_s is None:
        return 0
    if certificate.unweighted or (until_s is not None and certificate.horizon_s > until_s):
        return 0
    everybody = sum(group.persons * group.weight for group in plan.operation.people.values())
    return max(0, everybody * certificate.horizon_s - proved)


def _persons(plan: Plan) -> int:
    return sum(group.persons for group in plan.operation.people.values())


def _least_left(plan: Plan, proved: int | None) -> int:
    certificate = plan.certificate
    if proved is None or isinstance(certificate, TourCertificate | TreeCertificate) or certificate is None:
        return 0
    if not certificate.unweighted or (
        isinstance(certificate, Certificate) and certificate.period_s is not None
    ):
        return 0
    return max(0, _persons(plan) - proved) if certificate.horizon_s == horizon_s(plan.operation) else 0


def _least_clearance_s(plan: Plan, proved: int | None) -> int:
    certificate = plan.certificate
    if isinstance(certificate, TourCertificate | TreeCertificate):
        return certificate.too_soon_s + 1
    if proved is None or certificate is None or not certificate.unweighted or proved >= _persons(plan):
        return 0
    if isinstance(certificate, Certificate) and certificate.period_s is not None:
        return 0
    return certificate.horizon_s + 1
