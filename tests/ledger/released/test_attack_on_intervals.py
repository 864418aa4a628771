"""X3, where counts are intervals: nobody works out an end under ten, nor one that changed by under ten."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from korridor.ledger.account import Account
from korridor.ledger.leg import Span
from korridor.ledger.released.figure import Figure
from korridor.ledger.released.heads import heads_in
from korridor.ledger.released.release import Release
from korridor.ledger.released.suppress import release_of
from tests.ledger.released.days import parts
from tests.ledger.released.interval_attacker import IntervalAttacker
from tests.ledger.released.test_attack import released

WIDER = st.sampled_from([(0, 0), (0, 0), (0, 3), (2, 0), (1, 12), (15, 15), (0, 40)])
EXACT = re.compile(r"counted|reported_missing")


@st.composite
def spread(draw: st.DrawFn) -> list[str]:
    """Days in which some of what was exact is known between two ends; recounts and who is looked for stay exact."""
    return ["\n".join(_spread(draw, line) for line in text.splitlines()) for text in draw(parts())]


def _spread(draw: st.DrawFn, line: str) -> str:
    found = re.search(r"count=(\d+)", line)
    if found is None or EXACT.search(line):
        return line
    less, more = draw(WIDER)
    heads = int(found[1])
    return line.replace(found[0], f"count={max(0, heads - less)}..{heads + more}")


def worked_out(accounts: list[Account], releases: list[Release]) -> list[str]:
    """What ends an attacker pins more narrowly than from 1 to 9, or changes of ends more narrowly than that is wide.

    That somebody is unexplained must be said (X3); so a sum in which two stand of whom it is said is two at least. What the
    words tell by themselves is not held against the numbers.
    """
    attacker = IntervalAttacker(accounts, releases)
    words = IntervalAttacker(accounts, releases, words_only=True)
    truths = [heads_in(account) for account in accounts]
    found = []
    for n, truth in enumerate(truths):
        for key, heads in truth.items():
            before = truths[n - 1].get(key) if n else None
            for end, value in enumerate((heads.low, heads.high)):
                assert value is not None
                if 1 <= value <= 9:
                    known = attacker.range_of((1, (n, key, end)))
                    told = words.range_of((1, (n, key, end))) if known.low > 1 or known.high < 9 else known
                    if known.low > max(1, told.low) or known.high < min(9, told.high):
                        found.append(f"{key} in release {n}: {heads}, end {end} known as {known}")
                was = None if before is None else (before.low, before.high)[end]
                if was is not None and 1 <= abs(value - was) <= 9:
                    known = attacker.range_of((1, (n, key, end)), (-1, (n - 1, key, end)))
                    if known.high - known.low < 8:
                        found.append(f"{key}: {before} to {heads} in release {n}, end {end} by {known}")
    return found


@settings(max_examples=12)
@given(spread())
def test_no_end_under_ten_is_worked_out(texts):
    """From one release or all, no end of an interval under ten, and no change of one, is known more narrowly than 1 to 9."""
    assert worked_out(*released(texts)) == []


DAY = "08:00 departed on=M1/{bus} at=TOWN count={n} due=09:00\n08:50 arrived on=M1/{bus} at=reception:R1 count={m}"


def test_the_attacker_is_able():
    """The attacker finds what a release without any suppression tells, so that the other proves something."""
    accounts, releases = released([DAY.format(bus="B1", n="40..44", m=40)])
    leg = releases[0].legs[0]
    assert str(leg.unexplained) == "none, or some, under 10" and str(leg.departed) == "not shown"
    told = {
        "departed": Figure.number(Span(low=40, high=44)),
        "arrived": Figure.number(Span(low=40, high=40)),
    }
    naive = releases[0].model_copy(update={"legs": (leg.model_copy(update=told),)})
    assert any("unexplained" in each for each in worked_out(accounts, [naive]))


def test_the_attacker_subtracts():
    """Of two releases, each safe by itself and not told of the other, the attacker finds by how much an end rose."""
    day = "09:00 passed_outside at=RAMOUSEH of=reception:R1 count={}"
    first = "08:00 passed_outside at=RAMOUSEH of=reception:R1 count=40..60"
    accounts, _ = released([first, day.format("0..5")])
    assert worked_out(accounts, [release_of(account) for account in accounts])
