"""The pictures of a "why": what is in use, what the bound hangs on, what changes bring."""

from collections import defaultdict
from collections.abc import Sequence

from korridor.operation.operation import Operation
from korridor.papers.binding import MOST_HOURS
from korridor.papers.why.amount import Amounts
from korridor.papers.why.outcome_words import ranked
from korridor.papers.why.use import Use
from korridor.pictures.axis import step_s
from korridor.pictures.cells import Cell, CellRows
from korridor.pictures.clock import HOUR_S, Clock
from korridor.pictures.gains_chart import Gain, GainRows
from korridor.pictures.windows import edges, spans
from korridor.planning.why.prices import Part
from korridor.planning.why.why import Why

MOST_THINGS = 16
"""More rows than these cannot be taken in; the fullest are kept."""


def use_rows(operation: Operation, uses: Sequence[Use]) -> CellRows | None:
    """Return the picture of what is in use; ``None`` where nothing is."""
    if not uses:
        return None
    begins_s = min(from_s for use in uses for from_s, _ in use.taken)
    ends_s = max(to_s for use in uses for _, to_s in use.taken)
    clock = Clock(operation.start)
    cells = []
    fullest: dict[str, float] = defaultdict(float)
    for from_s, to_s in stretches(clock, begins_s, ends_s):
        for use in uses:
            share = use.share(from_s, to_s)
            if share > 0:
                fullest[use.thing] += share
                says = f"{_when(clock, from_s, to_s)}: {100 * share:.0f} % in use"
                cells.append(Cell(use.thing, from_s, to_s, round(share, 3), says))
    kept = sorted(fullest, key=lambda thing: -fullest[thing])[:MOST_THINGS]
    return _rows(
        operation,
        tuple(use.thing for use in uses if use.thing in kept),
        cells,
        "What is in use, over time: the darker, the fuller.",
        "in use",
        1,
    )


def part_rows(operation: Operation, parts: Sequence[Part]) -> CellRows | None:
    """Return the picture of what the bound hangs on; parts that are about no time in particular are left out."""
    clock = Clock(operation.start)
    timed = [
        part
        for part in parts
        if part.ends_s - part.begins_s > 0 and (part.begins_s, part.ends_s) != (0, operation.horizon_s)
    ]
    if not timed:
        return None
    totals: dict[str, float] = defaultdict(float)
    for part in timed:
        totals[_named(part)] += part.weight
    least = 0.002 * sum(totals.values())
    names = [name for name in sorted(totals, key=lambda name: -totals[name]) if totals[name] > least]
    begins_s, ends_s = min(part.begins_s for part in timed), max(part.ends_s for part in timed)
    held: dict[tuple[str, int, int], float] = defaultdict(float)
    cut = tuple(stretches(clock, begins_s, ends_s))
    for part in timed:
        length_s = part.ends_s - part.begins_s
        for from_s, to_s in cut:
            inside_s = min(to_s, part.ends_s) - max(from_s, part.begins_s)
            if inside_s > 0:
                held[_named(part), from_s, to_s] += part.weight * inside_s / length_s
    cells = [
        Cell(
            name, from_s, to_s, round(weight, 1), f"{_when(clock, from_s, to_s)}: {weight:,.0f} of the limit"
        )
        for (name, from_s, to_s), weight in held.items()
        if name in names and weight >= 0.5
    ]
    return _rows(
        operation,
        tuple(names[:MOST_THINGS]),
        [cell for cell in cells if cell.thing in names[:MOST_THINGS]],
        "What the limit that no plan can beat hangs on, over time: the darker, the more.",
        "people of the limit",
        None,
    )


def gain_rows(why: Why) -> GainRows | None:
    """Return the picture of what changes bring; ``None`` where nothing moves."""
    amounts = Amounts(why.plan.operation, why.measure)
    gains = tuple(
        Gain(
            change=outcome.words,
            plan=amounts.drawn(why.gain(outcome.value)),
            limit=amounts.drawn(why.moved(outcome.bound)),
            says=f"plan: {amounts.gain(why.gain(outcome.value))}; limit: "
            f"{amounts.gain(why.moved(outcome.bound), 'not at all')}",
        )
        for outcome in ranked(why)
    )
    if not any(gain.plan or gain.limit for gain in gains):
        return None
    return GainRows(gains, amounts.gained, amounts.drawn(why.noise) or 0.0)


def stretches(clock: Clock, begins_s: int, ends_s: int) -> Sequence[tuple[int, int]]:
    """Cut a time into hours of the clock, or into shorter or longer ones where there would be few or too many."""
    length_s = ends_s - begins_s
    each_s = step_s(length_s, 24) if length_s < 6 * HOUR_S else max(HOUR_S, step_s(length_s, MOST_HOURS))
    first_s = begins_s - (clock.face_s + begins_s) % each_s
    return [(max(0, at), at + each_s) for at in range(first_s, ends_s, each_s)]


def _named(part: Part) -> str:
    return f"{part.thing}: {part.which}" if part.which else str(part.thing)


def _when(clock: Clock, from_s: int, to_s: int) -> str:
    return f"{clock.moment(from_s)} to {clock.time(to_s)}"


def _rows(
    operation: Operation,
    things: tuple[str, ...],
    cells: Sequence[Cell],
    shows: str,
    scale: str,
    most: float | None,
) -> CellRows | None:
    kept = tuple(cell for cell in cells if cell.thing in things)
    if not kept:
        return None
    begins_s, ends_s = min(cell.begins_s for cell in kept), max(cell.ends_s for cell in kept)
    return CellRows(
        clock=Clock(operation.start),
        begins_s=begins_s,
        ends_s=ends_s,
        things=things,
        cells=kept,
        truce=spans(operation, begins_s, ends_s),
        edges=edges(operation, begins_s, ends_s),
        shows=shows,
        scale=scale,
        most=most,
    )
