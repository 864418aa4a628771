"""Which facts of an operation cannot all hold."""

from collections.abc import Sequence
from dataclasses import dataclass

from korridor.operation.check import check as find
from korridor.operation.fault import path_text
from korridor.operation.finding import Finding, Findings, Severity, impossible
from korridor.operation.legs import Legs
from korridor.operation.operation import Operation
from korridor.operation.place import ROOMS
from korridor.planning.clash.fact import Fact, facts_of
from korridor.planning.clash.irreducible import irreducible
from korridor.planning.clash.loosened import Loosened, loosened
from korridor.planning.clash.relaxed import JoinedLegs, most_out

MOST_RIDES, MOST_FACTS = 1000, 5000
"""Groups times types times places that receive people, and facts; in a larger operation no clash is looked for."""

MOST_SETS = 3
"""Sets that share no fact; whoever mends one sees the next."""


@dataclass(frozen=True)
class Clash:
    """Facts that cannot all hold; without any one of them nothing is proved against the others.

    Attributes
    ----------
    clearance_only : bool
        Whether they only keep some people from getting out; else nobody at all can be brought out.
    facts : tuple of Fact
        In the order of the file's parts.
    """

    clearance_only: bool
    facts: tuple[Fact, ...]

    @property
    def goal(self) -> str:
        """Whom they keep from coming out."""
        return "Not everybody" if self.clearance_only else "Nobody"


def clashes(operation: Operation) -> tuple[Clash, ...]:
    """Find irreducible sets of facts that clash, by a relaxation that is proved infeasible (P1).

    Returns
    -------
    tuple of Clash
        First what keeps anybody from coming out, if anything does; then sets that keep everybody from it. That there is
        none does not show that a plan exists.
    """
    if not operation.persons or _rides(operation) > MOST_RIDES:
        return ()
    facts = facts_of(operation)
    if len(facts) > MOST_FACTS:
        return ()
    proof = _Proof(operation, facts)
    if not proof.somebody_stays(facts):
        return ()
    found = []
    if proof.everybody_stays(facts):
        found.append(Clash(False, irreducible(facts, proof.everybody_stays)))
    left: Sequence[Fact] = [fact for fact in facts if not any(fact in each.facts for each in found)]
    while len(found) < MOST_SETS and proof.somebody_stays(left):
        found.append(Clash(True, irreducible(left, proof.somebody_stays)))
        left = [fact for fact in left if fact not in found[-1].facts]
    return tuple(found)


def _rides(operation: Operation) -> int:
    rooms = sum(place.kind in ROOMS for place in operation.places.values())
    return len(operation.people) * len(operation.fleet) * max(rooms, 1)


class _Proof:
    """What can be proved of an operation from some of its facts alone."""

    def __init__(self, operation: Operation, facts: tuple[Fact, ...]) -> None:
        self._operation, self._facts = operation, facts
        self._legs = {False: Legs(operation), True: JoinedLegs(operation)}

    def _left(self, kept: Sequence[Fact]) -> Loosened:
        paths = {fact.where for fact in kept}
        return loosened(self._operation, [fact for fact in self._facts if fact.where not in paths])

    def somebody_stays(self, kept: Sequence[Fact]) -> bool:
        """Whether not everybody of the groups among the facts can come out."""
        left = self._left(kept)
        must = sum(left.operation.people[name].persons for name in left.must)
        return most_out(left, self._legs[left.joined]) < must

    def everybody_stays(self, kept: Sequence[Fact]) -> bool:
        """Whether nobody at all can come out; that there are people is no fact to be taken away then."""
        people = [fact for fact in self._facts if fact.where[0] == "people" and len(fact.where) == 2]
        left = self._left([*kept, *people])
        return most_out(left, self._legs[left.joined]) < 1


def check(operation: Operation) -> Findings:
    """Find what cannot work, or looks like a slip; what clashes only together is among it.

    Returns
    -------
    Findings
        A tuple of :class:`Finding`; what is impossible first, then warnings; each once.
    """
    return with_clashes(find(operation), clashes(operation))


def with_clashes(findings: Findings, found: Sequence[Clash]) -> Findings:
    """Add a finding for what no rule alone has found."""
    more: list[Finding] = []
    for each in found:
        said = any(finding.stops(each.clearance_only) for finding in (*findings, *more))
        if not said:
            last = each.facts[-1]
            who = "not everybody" if each.clearance_only else "nobody"
            what = f"{last.what}; with {len(each.facts) - 1} other facts, {who} can come out"
            more.append(impossible(path_text(last.where), what, each.clearance_only))
    return Findings(sorted((*more, *findings), key=lambda finding: finding.severity is Severity.WARNING))
