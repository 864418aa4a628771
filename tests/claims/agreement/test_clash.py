"""The smallest set that cannot all be true, held against trying all numbers and all smaller sets."""

from collections.abc import Sequence
from itertools import chain, combinations, product

from hypothesis import given
from hypothesis import strategies as st

from korridor.claims.agreement.clash import can_all_be_true, clashes, is_irreducible, smallest_first
from korridor.claims.agreement.part import Part, Why
from korridor.claims.agreement.statement import Statement, statement_of
from korridor.claims.agreement.thing import Thing
from korridor.claims.claim import Quantity, State
from tests.claims.agreement.claims import claim

NUMBERS = range(4)
THINGS = tuple(
    Thing(quantity=Quantity.PERSONS, category=name, state=State.DONE)
    for name in ("people", "fighters", "wounded")
)

things = st.sampled_from(THINGS)
bounds = st.one_of(st.none(), st.sampled_from(NUMBERS))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    low, high = draw(bounds), draw(bounds)
    if low is not None and high is not None and low > high:
        low, high = high, low
    file = f"{draw(st.integers(0, 9))}.txt"
    return statement_of(claim(low, high, file=file), draw(things))


parts = st.builds(lambda part, whole: Part(part=part, whole=whole, why=Why.SAID), things, things)
several = st.lists(statements(), max_size=4)
between = st.lists(parts, max_size=3)


def by_trying(said: Sequence[Statement], ties: Sequence[Part]) -> bool:
    """Whether some whole numbers keep all, found by trying each; bounds are whole, so no other number helps."""
    for numbers in product(NUMBERS, repeat=len(THINGS)):
        count = dict(zip(THINGS, numbers, strict=True))
        if all(
            (each.low is None or each.low <= count[each.thing])
            and (each.high is None or count[each.thing] <= each.high)
            for each in said
        ) and all(count[tie.part] <= count[tie.whole] for tie in ties):
            return True
    return False


@given(several, between)
def test_carrying_lows_upwards_decides(said: list[Statement], ties: list[Part]) -> None:
    """Statements and parts can all be true exactly when trying every number finds one that keeps them."""
    assert can_all_be_true(said, ties) == by_trying(said, ties)


@given(several, between)
def test_there_is_a_clash_exactly_when_not_all_can_be_true(said: list[Statement], ties: list[Part]) -> None:
    """No clash is overlooked and none is made up."""
    assert bool(smallest_first(clashes(said, ties))) == (not by_trying(said, ties))


@given(several, between)
def test_the_first_clash_is_the_smallest_set_there_is(said: list[Statement], ties: list[Part]) -> None:
    """Every clash is none without any one of its members, and of all sets that cannot be true none is smaller than the first."""
    found = smallest_first(clashes(said, ties))
    assert all(is_irreducible(clash) for clash in found)
    if found:
        members = [*(("said", each) for each in said), *(("tie", each) for each in ties)]
        smaller = chain.from_iterable(combinations(members, size) for size in range(found[0].size))
        for some in smaller:
            assert by_trying(
                [m for kind, m in some if kind == "said"], [m for kind, m in some if kind == "tie"]
            )


@given(several, between)
def test_whoever_clashes_is_shown(said: list[Statement], ties: list[Part]) -> None:
    """Every statement that cannot be true beside some other one is in a clash that is shown, and nobody else is."""
    pairs = [pair for pair in combinations(said, 2) if not by_trying(pair, ties)]
    shown = smallest_first(clashes(said, ties))
    assert {each for pair in pairs for each in pair} == {
        each for clash in shown for each in (clash.more, clash.less)
    }
    assert len(shown) <= len(set(said))


def test_a_clash_reads_as_a_sentence() -> None:
    """It names both authors, what was rounded, and why the numbers are tied."""
    people, fighters, _ = THINGS
    said = [
        statement_of(claim(4000, 4000, "state television"), people),
        statement_of(claim(5000, None, "a rebel", "AFP"), fighters),
    ]
    (clash,) = smallest_first(clashes(said, [Part(part=fighters, whole=people, why=Why.KIND)]))
    assert str(clash) == (
        "cannot all be true: a rebel, quoted by AFP: at least 5,000 (fighters done) and "
        "state television: 4,000, which may be 3,500 to 4,500 (people done); "
        "fighters done is at most people done: persons of one kind are among the people; "
        "no place and no date is said: are they about the same thing?"
    )
