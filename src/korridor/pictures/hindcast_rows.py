"""Reported figures as rows of a picture: where each stands, and what is said of it."""

from dataclasses import dataclass

from korridor.pictures import theme
from korridor.rehearsal.hindcast.held import Held
from korridor.rehearsal.hindcast.words import bounds_words

MET, NOT_MET, INPUT = "met", "not met", "the file was made from it"

_APART_PX = 20
"""Figures of one moment stand so far from each other."""


@dataclass(frozen=True)
class Figure:
    """One reported figure as the picture has it; ``low_s`` and ``high_s`` are where its bounds end."""

    number: int
    moment_s: float
    low: float
    high: float
    least: float
    most: float
    verdict: str
    says: str


def top_of(held: Held) -> float:
    """Return the largest number of a figure."""
    return max(each for each in (held.reported.low, held.reported.high) if each is not None)


def verdict_of(held: Held) -> str:
    """Return whether a figure is met, or tests nothing."""
    return INPUT if held.reported.is_input else MET if held.met else NOT_MET


def figures_of(cumulative: list[Held], until_s: int, most: float) -> list[Figure]:
    """Place the figures; those of one moment stand beside each other, the first where it belongs."""
    apart_s = until_s * _APART_PX / theme.WIDTH_PX
    taken: list[float] = []
    found = []
    for number, each in enumerate(cumulative, start=1):
        reported = each.reported
        at_s = _beside(float(min(reported.until_s, until_s)), taken, apart_s, until_s)
        taken.append(at_s)
        low, high = reported.low, reported.high
        found.append(
            Figure(
                number=number,
                moment_s=at_s,
                low=reported.stated if low is None else low,
                high=reported.stated if high is None else high,
                least=0 if low is None else low,
                most=most if high is None else high,
                verdict=verdict_of(each),
                says=f"{reported.claim}, {reported.source}: {bounds_words(low, high)}",
            )
        )
    return found


def columns_of(held: Held, number: int | None) -> dict[str, str]:
    """One row of the list below: number, claim, day, figure, band."""
    reported = held.reported
    return {
        "number": "" if number is None else str(number),
        "claim": reported.claim,
        "day": reported.date,
        "source": reported.source,
        "figure": bounds_words(reported.low, reported.high),
        "rehearsed": f"{held.p5:,} to {held.p95:,}",
    }


def _beside(at_s: float, taken: list[float], apart_s: float, until_s: float) -> float:
    """Return a place for a moment: its own, or the nearest that is free on either side."""
    aside = [at_s + side * steps * apart_s for steps in range(len(taken) + 1) for side in (-1, 1)]
    aside += [
        at_s + steps * apart_s * (-1 if at_s > until_s / 2 else 1) for steps in range(2 * len(taken) + 2)
    ]
    inside = [place for place in aside if 0 <= place <= until_s]
    return next(
        (place for place in inside if all(abs(place - other) >= 0.99 * apart_s for other in taken)), at_s
    )
