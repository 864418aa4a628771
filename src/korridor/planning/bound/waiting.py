"""The first bound of *priority*: how much waiting there is at least (P2, P3)."""

from korridor.operation.operation import Operation
from korridor.planning.bound.clearance import FIRST_TRIED_S
from korridor.planning.bound.clocks import grid_of
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.program import Program, program_of
from korridor.planning.bound.refined import SECONDS, refined, slot_lengths_s
from korridor.planning.bound.solve import Effort
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
    lengths_s = (slot_s,) if slot_s else slot_lengths_s(kinds, by_s, seconds or SECONDS)

    def program(length_s: int) -> Program:
        period_s = max(1, length_s // 2, by_s // PERIODS)
        return program_of(kinds, grid_of(kinds, length_s), by_s, weighted=True, period_s=period_s)

    certificate = refined(program, lengths_s, effort or Effort())
    weight = sum(group.persons * group.weight for group in operation.people.values())
    return max(0, weight * by_s - certificate.bound_weight), certificate
