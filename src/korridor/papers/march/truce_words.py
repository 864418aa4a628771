"""What a convoy leader does when the truce breaks, by where the column is."""

from collections.abc import Sequence
from dataclasses import dataclass

from korridor.events.movement import Movement
from korridor.operation.truce import WhenBroken
from korridor.papers.march.road_rules import TruceStretch
from korridor.papers.own_direction import own_direction as own

BLANK = "…" * 12
"""A line to fill in by hand."""


@dataclass(frozen=True)
class TruceWords:
    """What to do before the truce road, on it and past it; ``established`` where the file says what to do on it."""

    before: str
    on: tuple[str, ...]
    past: str
    established: bool


def truce_words(
    movement: Movement, stretches: Sequence[TruceStretch], rule: WhenBroken | None, source: str
) -> TruceWords | None:
    """Return the words for one column; ``None`` where its way needs no truce.

    Parameters
    ----------
    rule : WhenBroken or None
        The file's; ``None`` is not established, and the leader decides before departure.
    source : str
        Who says so, in brackets; empty where the file does not tell.
    """
    if not stretches:
        return None
    first, last = stretches[0], stretches[-1]
    before = "not departed: do not depart."
    if first.begins != movement.origin:
        before += f" On the way to {own(first.begins)}: hold there."
    ends = list(dict.fromkeys(trip.destination for trip in movement.trips))
    on = (
        f"go on to {' and '.join(map(own, ends))}"
        if ends != [last.ends]
        else f"unload at {own(last.ends)} as planned"
    )
    return TruceWords(
        before=before,
        on=tuple(_on(stretch, rule) + source for stretch in stretches),
        past=f"{on}; nobody drives back in.",
        established=rule is not None,
    )


def _on(stretch: TruceStretch, rule: WhenBroken | None) -> str:
    """Return what to do between the ends of a stretch; not established, the leader marks one of three."""
    begins, ends = own(stretch.begins), own(stretch.ends)
    where = f"between {begins} and {ends}:"
    match rule:
        case WhenBroken.ON:
            return f"{where} go on to {ends}."
        case WhenBroken.BACK:
            return f"{where} turn back to {begins}."
        case WhenBroken.SHELTER:
            return f"{where} take shelter; where: {BLANK}"
    return (
        f"{where} not established; mark one before departure: ☐\N{NO-BREAK SPACE}on to {ends}, "
        f"☐\N{NO-BREAK SPACE}back to {begins}, ☐\N{NO-BREAK SPACE}shelter at {BLANK}"
    )
