"""A change on its way to an answer."""

from dataclasses import dataclass, field

from korridor.operation.changes import AnyChange
from korridor.operation.operation import Operation
from korridor.planning.levels import counted_out
from korridor.planning.plan import Plan
from korridor.planning.why.measure import Measure, out_persons, value_of
from korridor.planning.why.why import Outcome

SEARCH, BOUND = "search", "bound"


@dataclass
class Asked:
    """A change, and what is known of it; ``open`` is what is still to be worked out."""

    change: AnyChange
    operation: Operation
    words: str
    found: Plan | None = None
    kept: bool = False
    bound: int | None = None
    at_prices: int | None = None
    open: set[str] = field(default_factory=lambda: {SEARCH, BOUND})


def outcome_of(asked: Asked, measure: Measure) -> Outcome:
    """State what became of a change that has been searched for."""
    assert asked.found is not None  # or it is still open
    found = asked.found
    out = counted_out(asked.operation, found.movements)
    return Outcome(
        change=asked.change,
        words=asked.words,
        value=value_of(found, measure) if found.movements else None,
        bound=asked.bound,
        at_prices=asked.at_prices,
        out_persons=out_persons(found),
        last_out_s=max((trip.free_s for trip, _ in out), default=None),
        kept=asked.kept,
        plan=found if found.movements else None,
    )
