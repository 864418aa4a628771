"""How a plan is carried out: who leaves next, and what breaks in every run (R3)."""

from dataclasses import dataclass

from korridor.rehearsal.given import Break


@dataclass(frozen=True)
class Setting:
    """What a rehearsal is asked beside the plan.

    Attributes
    ----------
    reorders : bool
        Whether the dispatcher sends the column that is ready first; else the plan's order is kept.
    breaks : tuple of Break
        Breaks of the truce that come in every run, beside those that are drawn.

    Examples
    --------
    >>> Setting(reorders=True).words
    'whoever is ready first leaves first'
    """

    reorders: bool = False
    breaks: tuple[Break, ...] = ()

    @property
    def words(self) -> str:
        """How columns are dispatched, in words."""
        first = (
            "whoever is ready first leaves first" if self.reorders else "columns leave in the plan's order"
        )
        if not self.breaks:
            return first
        return f"{first}, with {len(self.breaks)} {'break' if len(self.breaks) == 1 else 'breaks'} of the truce given"
