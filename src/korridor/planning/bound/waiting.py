"""The first bound of *priority*: how much waiting there is at least (P2, P3)."""

from korridor.operation.operation import Operation
from korridor.planning.bound.certify import certificate_of
from korridor.planning.bound.clearance import FIRST_TRIED_S
from korridor.planning.bound.clocks import grid_of
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.most_out import SECONDS
from korridor.planning.bound.program import program_of
from korridor.planning.bound.slot_length import TRIPS_A_SECOND, slot_length_s
from korridor.planning.bound.solve import Effort, solve
from korridor.planning.certificate import Certificate

PERIODS = 240
"""Into how many periods the time until the horizon is cut at most: the moment out is told apart so finely."""


def least_waiting_bound(
    operation: Operation,
    *,
    known_s: int | None = None,
    slot_s: int | None = None,
    seconds: float | None = None,
    effort: Effort | None = None,
) -> tuple[int, Certificate]:
    """Prove how much waiting there is at least, in person-seconds by weight.

    Parameters
    ----------
    operation : Operation
    known_s : int, optional
        Without a horizon: when the last person is out in a known plan. Who waits longer counts as if until then.
    slot_s : int, optional
        Length of a slot; chosen by the program's size if not given.
    seconds : float, optional
        About how long it may take; it decides the slot length alone, so that equal input gives an equal bound.
    effort : Effort, optional
        Counts what is done (P4).

    Returns
    -------
    int
        The people's weight times the seconds until the horizon, less what the certificate says can be saved of it.
    Certificate

    Notes
    -----
    ``docs/bounds.md``, Waiting.
    """
    kinds = Kinds(operation)
    by_s = operation.horizon_s
    if by_s is None:
        by_s = known_s or FIRST_TRIED_S
    if slot_s is None:
        slot_s = slot_length_s(kinds, by_s, int(TRIPS_A_SECOND * (seconds or SECONDS)))
    period_s = max(1, slot_s // 2, by_s // PERIODS)
    program = program_of(kinds, grid_of(kinds, slot_s), by_s, weighted=True, period_s=period_s)
    certificate = certificate_of(program, solve(program, effort or Effort()).proof)
    weight = sum(group.persons * group.weight for group in operation.people.values())
    return max(0, weight * by_s - certificate.bound_weight), certificate
