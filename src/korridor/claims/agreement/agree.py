"""Hold claims against each other and against the books (S4)."""

from collections.abc import Iterable, Sequence

from korridor.claims.agreement.books import Bookkeeper
from korridor.claims.agreement.clash import Clash, clashes, smallest_first
from korridor.claims.agreement.part import Part, kinds, later, people_of
from korridor.claims.agreement.rounding import Number
from korridor.claims.agreement.sorting import sort
from korridor.claims.agreement.statement import THE_BOOKS, Statement, booked, common, statement_of
from korridor.claims.agreement.thing import Thing
from korridor.claims.claim import Claim
from korridor.operation.frozen import Frozen


class Group(Frozen):
    """Statements that bear on each other: of one thing, or of things that are part of each other.

    Attributes
    ----------
    statements : tuple of Statement
        In the order of the claims, the books last.
    parts : tuple of Part
    clashes : tuple of Clash
        Sets that cannot all be true, the smallest first; empty where all can. Every statement that clashes with
        anything is in one of them. First those of figures alone, the same as without books, then those with the books.
    """

    statements: tuple[Statement, ...]
    parts: tuple[Part, ...]
    clashes: tuple[Clash, ...]

    @property
    def clash(self) -> Clash | None:
        """The smallest set that cannot all be true, if any."""
        return self.clashes[0] if self.clashes else None

    @property
    def things(self) -> tuple[Thing, ...]:
        """What the statements are of, in order of first mention."""
        return tuple(dict.fromkeys(each.thing for each in self.statements))

    @property
    def voices(self) -> tuple[str, ...]:
        """Who speaks, each once however often echoed; the books are no voice."""
        return tuple(dict.fromkeys(each.voice for each in self.statements if each.voice != THE_BOOKS))

    def left(self, thing: Thing) -> tuple[Number | None, Number | None]:
        """What all statements of one thing together allow, where they can all be true.

        This is the common part of what was said, never an average.
        """
        return common([each for each in self.statements if each.thing == thing])


class Agreement(Frozen):
    """What was said, group by group."""

    groups: tuple[Group, ...]

    @property
    def against_the_books(self) -> tuple[Clash, ...]:
        """The clashes that the books are in."""
        return tuple(clash for clash in self.clashes if clash.has_the_books)

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """Those of all groups."""
        return tuple(clash for group in self.groups for clash in group.clashes)


def agree(claims: Sequence[Claim], books: Bookkeeper | None = None) -> Agreement:
    """Test claims about the same thing together, and against the books.

    Parameters
    ----------
    claims : sequence of Claim
    books : Bookkeeper, optional
        Whoever can say what is booked of a thing.

    Returns
    -------
    Agreement
        Every claim is in exactly one group. Nothing is averaged and nothing is left out.
    """
    sorted_ = sort(claims)
    statements = [statement_of(*pair) for pair in zip(claims, sorted_.things, strict=True)]
    things = tuple(dict.fromkeys(sorted_.things))
    if books is not None:
        # Of 5,000 fighters the books may know no more than that they are among the people.
        asked = (*things, *filter(None, map(people_of, things)))
        held = ((thing, books.holds(thing)) for thing in dict.fromkeys(asked))
        of_books = [booked(entry, thing) for thing, entry in held if entry is not None]
        things = tuple(dict.fromkeys((*things, *(each.thing for each in of_books))))
        statements += of_books
    parts = (*sorted_.parts, *kinds(things), *later(things))
    return Agreement(groups=tuple(_group(each, statements, parts) for each in _connected(things, parts)))


def _group(things: frozenset[Thing], statements: Sequence[Statement], parts: Sequence[Part]) -> Group:
    own = tuple(each for each in statements if each.thing in things)
    between = tuple(part for part in parts if part.part in things)
    said = [each for each in own if each.voice != THE_BOOKS]
    books = [each for each in own if each.voice == THE_BOOKS]
    # The books hide no quarrel of others: what clashes without them is shown with them, too.
    found = smallest_first(clashes(said, between))
    return Group(
        statements=own,
        parts=between,
        clashes=found + smallest_first(clashes(said, between, against=books)),
    )


def _connected(things: Sequence[Thing], parts: Iterable[Part]) -> list[frozenset[Thing]]:
    """Things that parts tie together, in order of first mention."""
    tied: dict[Thing, set[Thing]] = {thing: {thing} for thing in things}
    for part in parts:
        one, other = tied[part.part], tied[part.whole]
        if one is not other:
            one |= other
            for thing in other:
                tied[thing] = one
    return [frozenset(group) for group in {id(group): group for group in tied.values()}.values()]
