"""The first bound of *most-out*: how many can get out by the horizon (P2, P3)."""

from korridor.operation.operation import Operation
from korridor.planning.bound.clocks import grid_of
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.program import program_of
from korridor.planning.bound.refined import SECONDS, refined, slot_lengths_s
from korridor.planning.bound.solve import Effort
from korridor.planning.certificate import Certificate


def most_out_bound(
    operation: Operation,
    *,
    slot_s: int | None = None,
    weighted: bool = True,
    seconds: float | None = None,
    effort: Effort | None = None,
) -> Certificate:
    """Prove how much weight of people can get out by the horizon at most.

    Parameters
    ----------
    operation : Operation
    slot_s : int, optional
        Length of a slot; chosen by the program's size if not given.
    weighted : bool
        Whether a person counts the group's weight, or one.
    seconds : float, optional
        About how long it may take; it decides the slot length alone, so that equal input gives an equal bound.
    effort : Effort, optional
        Counts what is done (P4).

    Returns
    -------
    Certificate
        Without a horizon everybody can be out, and it says so.

    Notes
    -----
    ``docs/bounds.md``.
    """
    kinds = Kinds(operation)
    horizon_s = operation.horizon_s
    if horizon_s is None:
        return everybody(kinds, weighted)
    lengths_s = (slot_s,) if slot_s else slot_lengths_s(kinds, horizon_s, seconds or SECONDS)
    return refined(
        lambda length_s: program_of(kinds, grid_of(kinds, length_s), horizon_s, weighted),
        lengths_s,
        effort or Effort(),
    )


def everybody(kinds: Kinds, weighted: bool) -> Certificate:
    """Certify that no more people get out than there are; it holds for every horizon."""
    groups = kinds.operation.people.items()
    worth = {name: group.party_persons * (group.weight if weighted else 1) for name, group in groups}
    return Certificate(
        horizon_s=0,
        slot_s=1,
        scale=1,
        phases={},
        multipliers={f"people/{name}": (worth[name],) for name, _ in groups},
        unweighted=not weighted,
        bound_weight=sum(worth[name] * group.parties for name, group in groups),
    )
