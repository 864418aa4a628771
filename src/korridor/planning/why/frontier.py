"""What is reached against the longest time aboard allowed; monotone, since a tighter limit's plan keeps a looser one."""

from dataclasses import dataclass, field

from korridor.operation.changes import LongestAboard
from korridor.planning.plan import Plan
from korridor.planning.why.carried import carried
from korridor.planning.why.measure import Measure, longest_aboard_s, out_persons, value_of
from korridor.planning.why.why import Point


@dataclass
class Frontier:
    """Plans and bounds by limit, as they come in.

    Attributes
    ----------
    today : Plan
    measure : Measure
    plans : list of Plan
        All that are known, whatever limit they were made for.
    bounds : dict of int to int
        By limit; each holds for every tighter limit, too.
    """

    today: Plan
    measure: Measure
    plans: list[Plan] = field(default_factory=list)
    bounds: dict[int, int] = field(default_factory=dict)

    def best(self, limit_s: int) -> Plan | None:
        """Return the best plan that is known to keep a limit, verified under it."""
        operation = LongestAboard(limit_s=limit_s).made_in(self.today.operation)
        within = [plan for plan in (self.today, *self.plans) if longest_aboard_s(plan) <= limit_s]
        valued = [(value, plan) for plan in within if (value := value_of(plan, self.measure)) is not None]
        while valued:
            best = self.measure.best(*(value for value, _ in valued))
            plan = next(plan for value, plan in valued if value == best)
            if (kept := carried(plan, operation, self.measure)) is not None:
                return kept
            valued = [each for each in valued if each[1] is not plan]
        return None

    def point(self, limit_s: int) -> Point:
        """State what is known of a limit."""
        plan = self.best(limit_s)
        bounds = [bound for limit, bound in self.bounds.items() if limit >= limit_s]
        return Point(
            limit_s=limit_s,
            value=None if plan is None else value_of(plan, self.measure),
            bound=self.measure.tightest(*bounds) if bounds else None,
            out_persons=0 if plan is None else out_persons(plan),
            aboard_s=0 if plan is None else longest_aboard_s(plan),
        )
