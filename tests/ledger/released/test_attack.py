"""X3: nobody who holds every release works out a count under ten."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from korridor.events.event_lines import read_lines
from korridor.ledger.account import Account
from korridor.ledger.books import Books
from korridor.ledger.leg import Span
from korridor.ledger.released.figure import Figure
from korridor.ledger.released.heads import heads_in
from korridor.ledger.released.release import Release
from korridor.ledger.released.suppress import release_of
from tests.ledger.released.attacker import Attacker
from tests.ledger.released.days import FIRST, parts


def released(texts: list[str]) -> tuple[list[Account], list[Release]]:
    """The books after each part of a day, and what was given out of them, one after the other."""
    accounts: list[Account] = []
    releases: list[Release] = []
    for n in range(len(texts)):
        lines = "\n".join([FIRST, *texts[: n + 1]])
        accounts.append(Books(read_lines(lines, "day")).account(*[f"2016-12-{15 + n}T20:00+02:00"] * 2))
        last = releases[-1] if releases else None
        releases.append(release_of(accounts[-1], accounts[:-1], last))
    return accounts, releases


def worked_out(accounts: list[Account], releases: list[Release]) -> list[str]:
    """What an attacker pins more narrowly than from 1 to 9."""
    attacker = Attacker(accounts, releases)
    truths = [heads_in(account) for account in accounts]
    found = []
    for n, truth in enumerate(truths):
        for key, heads in truth.items():
            if heads.low == heads.high and heads.low is not None and 1 <= heads.low <= 9:
                known = attacker.range_of((1, (n, key)))
                if known.low > 1 or known.high < 9:
                    found.append(f"{key} in release {n}: {heads}, known as {known}")
            before = truths[n - 1].get(key) if n else None
            change = (heads.low or 0) - (before.low or 0) if before is not None else 0
            if 1 <= abs(change) <= 9:
                known = attacker.range_of((1, (n, key)), (-1, (n - 1, key)))
                if known.high - known.low < 8:
                    found.append(f"{key} changed by {change} to release {n}, known as {known}")
    return found


@settings(max_examples=25)
@given(parts())
def test_no_count_under_ten_is_worked_out(texts):
    """From one release, or all of them, no count and no change under ten is known more narrowly than 1 to 9."""
    assert worked_out(*released(texts)) == []


@given(parts())
@settings(max_examples=40)
def test_an_unexplained_is_never_nothing(texts):
    """Where the books have somebody unexplained, or too many, a release says that there are some."""
    for account, release in zip(*released(texts), strict=True):
        for leg, told in zip(account.legs, release.legs, strict=True):
            for heads, figure in ((leg.unexplained, told.unexplained), (leg.surplus, told.surplus)):
                assert heads.nobody == (str(figure) == "0") and str(figure) != "not shown"


@given(parts(), st.data())
@settings(max_examples=40)
def test_what_is_told_is_true(texts, data):
    """Every number that is given out is the books' own."""
    accounts, releases = released(texts)
    n = data.draw(st.integers(0, len(accounts) - 1))
    truth = heads_in(accounts[n])
    for each in releases[n].accounts:
        if each.heads.low is not None:
            assert (each.heads.low, each.heads.high) == (
                truth[each.account, ""].low,
                truth[each.account, ""].high,
            )


def test_the_attacker_is_able():
    """The attacker finds what a release without any suppression tells, so that the others prove something."""
    accounts, releases = released(
        [
            "08:00 departed on=M1/B1 at=TOWN count=44 due=09:00\n08:50 alighted on=M1/B1 at=reception:R1 count=40"
        ]
    )
    leg = releases[0].legs[0]
    assert str(leg.unexplained) == "some, under 10" and str(leg.arrived) == "not shown"
    told = {
        name: Figure.number(Span(low=heads, high=heads))
        for name, heads in (("departed", 44), ("arrived", 40))
    }
    naive = releases[0].model_copy(update={"legs": (leg.model_copy(update=told),)})
    assert any("unexplained" in each for each in worked_out(accounts, [naive]))


def test_the_attacker_subtracts():
    """Of two releases, each safe by itself and not told of the other, the attacker finds who came between them."""
    day = "08:00 departed on=M1/{bus} at=TOWN count={n} due=09:00\n08:50 arrived on=M1/{bus} at=reception:R1 count={n}"
    accounts, _ = released([day.format(bus="B1", n=40), day.format(bus="B2", n=3)])
    assert worked_out(accounts, [release_of(account) for account in accounts])


@pytest.mark.parametrize("more", [3, 20])
def test_two_releases_are_not_to_be_subtracted(more):
    """Three more who arrive after a release are not given out in the next one; twenty more are."""
    day = "{} departed on=M1/{bus} at=TOWN count={heads} due=09:00\n{} alighted on=M1/{bus} at=reception:R1 count={heads}"
    accounts, releases = released(
        [day.format("08:00", "08:50", bus="B1", heads=40), day.format("08:10", "08:55", bus="B2", heads=more)]
    )
    assert str(releases[0].legs[0].arrived) == "40"
    assert str(releases[1].legs[0].arrived) == ("not shown" if more == 3 else "60")
    assert worked_out(accounts, releases) == []
