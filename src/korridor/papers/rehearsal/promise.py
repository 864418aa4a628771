"""What a plan promises, beside what its rehearsal says."""

from dataclasses import dataclass

from korridor.papers.aboard import longest_aboard
from korridor.pictures.people_out import last_out_s, out_by_group
from korridor.planning.plan import Plan


@dataclass(frozen=True)
class Promise:
    """A plan in figures.

    Attributes
    ----------
    people, out : int
        Counted in the file, and out by the horizon.
    last_s : int or None
        When the last of them is out.
    aboard_s : int
        The longest that anybody sits aboard.
    """

    people: int
    out: int
    last_s: int | None
    aboard_s: int

    @property
    def left(self) -> int:
        """Who is left behind by the plan."""
        return self.people - self.out


def promise_of(plan: Plan) -> Promise:
    """Return what a plan promises."""
    operation, movements = plan.operation, plan.movements
    return Promise(
        people=operation.persons,
        out=sum(out_by_group(operation, movements).values()),
        last_s=last_out_s(operation, movements),
        aboard_s=max((line.aboard_s for line in longest_aboard(operation, movements)), default=0),
    )
