"""What one change brings, in words: the plan's gain and the limit's, side by side, and how to read the two."""

from dataclasses import dataclass

from korridor.papers.why.amount import Amounts
from korridor.planning.why.why import Outcome, Why


@dataclass(frozen=True)
class OutcomeLine:
    """One change in a table; all in words.

    Attributes
    ----------
    change, value, gain, bound, moved : str
    price : str
        What today's prices say that the limit gives way by, at most; empty where they say nothing of use.
    reading : str
    """

    change: str
    value: str
    gain: str
    bound: str
    moved: str
    price: str
    reading: str


_PRICED = ("vehicles", "bays", "escorts", "column")
"""Changes of a number that stands on a row's right side, or is a coefficient: the others change the rows themselves."""


def outcome_lines(why: Why) -> tuple[OutcomeLine, ...]:
    """Return a line for each change, in the order of :func:`ranked`."""
    amounts = Amounts(why.plan.operation, why.measure)
    return tuple(_line(why, amounts, outcome) for outcome in ranked(why))


def ranked(why: Why) -> tuple[Outcome, ...]:
    """Order outcomes: by what their plans gain beyond noise, then by how far the limit gives way."""

    def rank(outcome: Outcome) -> tuple[int, int, int]:
        gain = why.gain(outcome.value) or 0
        return (-gain if gain > why.noise else 0, -(why.moved(outcome.bound) or 0), -gain)

    return tuple(sorted(why.outcomes, key=rank))


def _line(why: Why, amounts: Amounts, outcome: Outcome) -> OutcomeLine:
    gain, moved = why.gain(outcome.value), why.moved(outcome.bound)
    said = amounts.gain(gain)
    if why.is_noise(outcome.value):
        said = f"{said} (within the search's own noise)"
    return OutcomeLine(
        change=outcome.words,
        value=amounts.value(outcome.value),
        gain=said,
        bound=amounts.bound(outcome.bound, outcome.value),
        moved=amounts.gain(moved, "not at all"),
        price=_price(why, amounts, outcome),
        reading=_reading(why, outcome, gain, moved),
    )


def _price(why: Why, amounts: Amounts, outcome: Outcome) -> str:
    if outcome.change.change not in _PRICED or outcome.at_prices is None:
        return ""
    return amounts.gain(why.moved(outcome.at_prices), "not at all")


def _reading(why: Why, outcome: Outcome, gain: int | None, moved: int | None) -> str:
    if gain is None:
        return "No plan was found, so there is nothing to compare."
    gains = gain > why.noise
    if gain < 0:
        return "Today's plan does not keep the rules with this change, and a plan as good was not found in this search."
    if moved is None:
        return (
            "A better plan was found; how far the limit gives way has not been worked out."
            if gains
            else "No better plan was found; how far the limit gives way has not been worked out."
        )
    if moved == 0 and gains:
        return (
            "A better plan was found, though the limit stays: it is nearer to what the limit allowed already. It "
            "may be that such a plan exists today."
        )
    if moved == 0:
        return (
            "The limit stays where it is: with this, too, no plan can beat it; and no better plan was found."
        )
    if gains:
        return "Both move: a better plan was found, and the limit allows still more."
    return "The limit gives way, but the same search found no plan that uses it. A longer search might; that is not known."
