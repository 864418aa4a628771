"""The answer of *ask* as a list for the negotiation."""

from collections.abc import Iterator

from korridor.answers.asked import Asked, Wish
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.amount import amount, between
from korridor.rehearsal.statistics.verdict import Verdict


def ask_words(asked: Asked) -> Iterator[str]:
    """Yield what to ask for, most gained first; then what brings nothing that shows; then how to read it."""
    ranked, measure = asked.ranked, asked.ranked.measure
    today = f"{asked.operation} as it is: {measure.said} {amount(ranked.base_rehearsed, measure)} rehearsed"
    yield f"{today}{_beside(ranked.base_planned, ranked.base_bound, measure)}."
    worth = [wish for wish in asked.wishes if _is_worth(wish)]
    yield (
        "Ask for, most gained first:"
        if worth
        else "Nothing that was tried brings anything that can be told from noise."
    )
    for place, wish in enumerate(worth, start=1):
        yield f"{place}. {wish_words(wish, measure)}"
    rest = [wish for wish in asked.wishes if not _is_worth(wish)]
    if rest:
        yield "Brings nothing that shows:"
        for wish in rest:
            yield f"- {wish_words(wish, measure)}"
    if asked.unanswered:
        yield f"Not answered (no time, or no plan found): {'; '.join(asked.unanswered)}."
    runs = f"{ranked.runs:,} runs of each under the same draws; the intervals hold together in 95 of 100 rehearsals."
    noise = (
        f" Searching again with nothing changed gains up to {amount(asked.searching_gain, measure)}."
        if asked.searching_gain
        else ""
    )
    yield f"{runs}{noise}"
    yield "Each was tried alone; two together may bring more than their sum, or less."


def wish_words(wish: Wish, measure: Measure) -> str:
    """``one more bus at North depot (61 instead of 60): 233 people more (180 to 280); planned 15,302, no plan beats 15,450``."""
    row = wish.row
    beside = _beside(row.planned, row.bound, measure)
    told = "; not told apart from the next" if row.told_from_next is False and _is_worth(wish) else ""
    again = "; searching again brings as much" if wish.searching and row.verdict is Verdict.BETTER else ""
    return f"{row.name}: {_gain(wish, measure)}{beside}{_exposure(wish)}{again}{told}."


def _exposure(wish: Wish) -> str:
    """Say what a change costs, or spares, in people on truce roads without a truce; nothing where that is noise."""
    row = wish.exposure
    if row is None or row.verdict not in (Verdict.BETTER, Verdict.WORSE):
        return ""
    return f"; exposure {amount(abs(row.gain), Measure.EXPOSURE)} {'less' if row.gain > 0 else 'MORE'}"


def _is_worth(wish: Wish) -> bool:
    return wish.row.verdict is Verdict.BETTER and not wish.searching


def _gain(wish: Wish, measure: Measure) -> str:
    row = wish.row
    low, high = row.gain_ci
    if row.verdict is Verdict.SAME:
        return "no difference in any run"
    better = "more out" if measure is Measure.OUT else "sooner"
    worse = "fewer out" if measure is Measure.OUT else "later"
    if row.verdict is Verdict.TOO_FEW or low is None or high is None:
        said = f"{amount(abs(row.gain), measure)} {better if row.gain > 0 else worse}"
        return f"{said}, but the runs are too few to say"
    ends = (low, high) if row.gain > 0 else (-high, -low)
    said = f"{between(abs(row.gain), *ends, measure)} {better if row.gain > 0 else worse}"
    return f"noise: {said}, which may as well be none" if row.verdict is Verdict.NOISE else said


def _beside(planned: int | None, bound: int | None, measure: Measure) -> str:
    plan = "" if planned is None else f"; planned {amount(planned, measure)}"
    limit = "" if bound is None else f"; no plan beats {amount(bound, measure)}"
    return f"{plan}{limit}"
