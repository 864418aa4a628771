"""What cannot work, or looks like a slip, from the operation alone."""

from korridor.operation.alike import names_alike
from korridor.operation.bars import Bars
from korridor.operation.finding import Finding, Findings, Severity
from korridor.operation.gates import gates_open
from korridor.operation.idle import idle_parts, idle_types
from korridor.operation.legs import Legs
from korridor.operation.operation import Operation
from korridor.operation.reception import room_enough
from korridor.operation.stale import sources_stale
from korridor.operation.way_out import ways_out
from korridor.operation.within_reach import within_reach

__all__ = ["Finding", "Findings", "Severity", "check"]


def check(operation: Operation) -> Findings:
    """Find the facts of an operation that clash.

    What is called impossible is so for every plan: each test is a bound from the rules alone. That nothing is
    found does not show that a plan exists.

    Returns
    -------
    Findings
        A tuple of :class:`Finding`; what is impossible first, then warnings; each once.
    """
    legs = Legs(operation)
    part, beyond = within_reach(operation, legs)
    bars = Bars(part, legs)
    barred = list(ways_out(part, legs, bars))
    found = [
        *barred,
        *room_enough(part, legs),
        *gates_open(operation),
        *beyond,
    ]
    if not beyond:  # what serves nobody can be said only once everybody has been looked at
        found += idle_parts(operation, legs)
        found += () if barred else idle_types(operation, legs, bars)  # barred people say why themselves
    found += names_alike(operation)
    found += sources_stale(operation)
    return Findings(sorted(dict.fromkeys(found), key=lambda finding: finding.severity is Severity.WARNING))
