"""The answer of a hindcast, for a person."""

from collections.abc import Iterator

from korridor.rehearsal.hindcast.held import Held, Hindcast, Score

FLEE = "0.06 to 0.55"
"""By country, of refugees' arrivals: Flee's validation as its repository has it (github.com/djgroen/flee, issue 80)."""


def hindcast_words(found: Hindcast) -> Iterator[str]:
    """Yield the figures one by one, the score, and what was assumed."""
    yield f"{found.operation}, with the windows as they happened: {found.runs:,} runs of one plan."
    yield "Reported, and beside it what 5, 50 and 95 of 100 runs do not exceed:"
    for each in found.held:
        yield held_words(each)
    yield score_words(found.score)
    yield "Assumed, and not fitted to any total:"
    for said in found.assumed:
        yield f"- {said}"
    if found.unused:
        named = ", ".join(each.claim for each in found.unused)
        yield f"Not held against anything, as they count other things or another time: {named}."


def held_words(held: Held) -> str:
    """``C040 ICRC in OCHA, 2016-12-20: 25,000 or more; rehearsed 21,300 (19,100 to 23,900): not met``."""
    reported = held.reported
    band = f"rehearsed {held.p50:,} ({held.p5:,} to {held.p95:,})"
    head = f"{reported.claim} {reported.source}, {reported.date}: {bounds_words(reported.low, reported.high)}; {band}"
    if reported.is_input:
        return f"{head}: the file was made from it, so it tests nothing"
    return f"{head}: {'met' if held.met else 'not met'}"


def bounds_words(low: int | None, high: int | None) -> str:
    """``8,000``, ``6,400 to 9,600``, ``25,000 or more``, ``up to 9,000``."""
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def score_words(score: Score) -> str:
    """The share of figures met and the mean relative difference."""
    if not score.figures:
        return "There is no figure left to hold it against."
    apart = (
        ""
        if score.mean_difference is None
        else f"; the middle run is off by {score.mean_difference:.2f} of a figure on average"
    )
    return f"Met: {score.met} of {score.figures} figures{apart} (Flee's validation reports {FLEE})."
