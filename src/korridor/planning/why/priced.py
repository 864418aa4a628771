"""What today's prices say of a changed operation: a bound that holds, without solving anything.

Any multipliers prove a bound (docs/bounds.md). So those of today's certificate prove one of the changed operation too; what
it differs by from today's is the first-order price of the change. It is a price of the bound, not of the plan.
"""

from korridor.operation.operation import Operation
from korridor.planning.bound.certify import multipliers_of, proof_of
from korridor.planning.bound.clocks import Grid
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.program import Program, program_of
from korridor.planning.certificate import Certificate


def program_at_prices(certificate: Certificate, operation: Operation, horizon_s: int) -> Program:
    """Build the program of an operation on a certificate's slots."""
    grid = Grid(certificate.slot_s, dict(certificate.phases), certificate.lap_s)
    weighted = not certificate.unweighted
    return program_of(Kinds(operation), grid, horizon_s, weighted, certificate.period_s)


def weight_at_prices(certificate: Certificate, operation: Operation, horizon_s: int) -> int:
    """Return how much weight of people today's prices let out of a changed operation by a moment, at most."""
    program = program_at_prices(certificate, operation, horizon_s)
    return proof_of(program, multipliers_of(certificate, program), certificate.scale).bound
