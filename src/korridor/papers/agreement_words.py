"""Agreement in words: group by group who says what, and what cannot all be true."""

from collections.abc import Iterator

from korridor.claims.agreement.agree import Agreement, Group
from korridor.claims.agreement.statement import interval
from korridor.operation.fault import one_line


def agreement_lines(agreement: Agreement) -> Iterator[str]:
    """Yield the groups in which more than one figure stands, then how many stand alone."""
    several = [group for group in agreement.groups if len(group.statements) > 1]
    for group in several:
        yield from _group_lines(group)
    alone = len(agreement.groups) - len(several)
    booked = len(agreement.against_the_books)
    clashes = f"{len(agreement.clashes)} clashes" + (f", {booked} of them with the books" if booked else "")
    yield f"{len(several)} groups of figures about the same thing, {clashes}; figures that stand alone: {alone}"


def _group_lines(group: Group) -> Iterator[str]:
    for thing in group.things:
        yield one_line(str(thing))
        for each in group.statements:
            if each.thing == thing:
                yield one_line(f"  {each}")
        if not group.clashes:
            low, high = group.left(thing)
            yield one_line(f"  all can be true: {interval(low, high)}")
    for clash in group.clashes:
        yield one_line(f"  ≠ {clash}")
