"""P5: a saved state in a few lines of plain words; internal edition (X3)."""

from collections import Counter
from collections.abc import Iterator

from korridor.events.saved_state import SavedState
from korridor.operation.operation import Operation
from korridor.pictures.clock import Clock


def state_lines(operation: Operation, state: SavedState) -> Iterator[str]:
    """Yield where people and vehicles are at the moment."""
    clock = Clock(operation.start)
    waits, aboard, out = (
        sum(row.persons for row in state.people if not row.counted_out),
        sum(row.persons for row in state.aboard),
        sum(row.persons for row in state.out),
    )
    yield f"{clock.full(state.at_s)}: {waits:,} people wait, {aboard:,} are aboard, {out:,} are out."
    loaded = sum(bool(column.aboard) for column in state.columns)
    columns = len(state.columns)
    yield f"On the road: {columns:,} {'column' if columns == 1 else 'columns'}, {loaded:,} of them with people aboard."
    yield f"Vehicles: {'; '.join(_vehicles(state, kind) for kind in operation.fleet)}."


def _vehicles(state: SavedState, kind: str) -> str:
    rows = [row for row in state.vehicles if row.kind == kind]
    stand: Counter[str] = Counter()
    for row in rows:
        if row.free_s is None:
            stand[row.at] += row.number
    on_the_way = sum(row.number for row in rows) - stand.total()
    words = [f"{number:,} at {place}" for place, number in stand.items()]
    return f"{kind}: {', '.join([*words, *([f'{on_the_way:,} on the way'] if on_the_way else [])]) or 'none'}"
