"""What may be left out of a linear program, and what it costs then.

Any prices prove a bound that holds (:mod:`certify`): what is left out only must not make it weak.
"""

from collections.abc import Iterator

import numpy as np

from korridor.planning.bound.certify import Floats
from korridor.planning.bound.clocks import Mask, stock
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.lines import Line
from korridor.planning.bound.program import Program
from korridor.planning.bound.trip import Leg, TripKind


def kinds_worth_having(kinds: Kinds) -> tuple[int, ...]:
    """Return the kinds that may matter: all but empty ones that another is never worse than."""
    kept: list[int] = []
    alike: dict[tuple[object, ...], list[TripKind]] = {}
    for i, kind in enumerate(kinds.all):
        leg = kind.vehicle_type, kind.origin, kind.destination, kind.clock, kind.column_class
        others = alike.setdefault(leg, [])
        if kind.loaded or not any(_never_worse(other, kind) for other in others):
            kept.append(i)
            others.append(kind)
    return tuple(kept)


def left_for_good(kinds: Kinds) -> set[TripKind]:
    """Return empty kinds that go alone from where no vehicle of their type comes back to.

    Who leaves there later may as well leave at once.
    """
    come_to = {(kind.vehicle_type, kind.destination) for kind in kinds.all}
    return {kind for kind in kinds.empty if kind.alone and (kind.vehicle_type, kind.origin) not in come_to}


def worth_having(program: Program) -> Mask:
    """Return which columns may matter."""
    kinds = program.kinds
    kept, left_behind = set(kinds_worth_having(kinds)), left_for_good(kinds)
    having = np.ones(len(program.worth), dtype=np.bool_)
    for run in program.runs:
        having[run.columns] = run.kind in kept
        if kinds.all[run.kind] in left_behind:
            having[run.columns[1:]] = False
    return having


def _left_behind(program: Program) -> Iterator[Line]:
    """Yield the stocks to which nobody comes back."""
    come_to = {stock(kind.vehicle_type, kind.destination) for kind in program.kinds.all}
    yield from (line for line in program.lines if line.name.startswith("stock/") and line.name not in come_to)


def partly_filled(program: Program) -> Mask:
    """Return the trips with fewer aboard than the fullest of their leg."""
    fullest: dict[Leg, int] = {}
    for kind in program.kinds.loaded:
        fullest[kind.leg] = max(fullest.get(kind.leg, 0), kind.many)
    found = np.zeros(len(program.worth), dtype=np.bool_)
    for run in program.runs:
        kind = program.kinds.all[run.kind]
        found[run.columns] = kind.loaded and kind.many < fullest[kind.leg]
    return found


def gains(program: Program, prices: Floats) -> Floats:
    """Return by column what it is worth less what it takes costs."""
    spent = np.bincount(
        program.column, weights=program.amount * prices[program.place], minlength=len(program.worth)
    )
    return np.asarray(program.worth - spent)


def _partial_places(program: Program) -> Mask:
    places = np.zeros(program.places, dtype=np.bool_)
    places[[line.first for line in program.lines if line.name.startswith("partial/")]] = True
    return places


def completed(program: Program, prices: Floats, put_in: Mask) -> Floats:
    """Price what was left out.

    A vehicle costs the same whenever it leaves a depot for good. The one partial trip of a leg costs what the best of
    those left out gains.
    """
    prices = prices.copy()
    for line in _left_behind(program):
        prices[line.places] = prices[line.places].max(initial=0.0)
    gained = gains(program, prices)
    entries = _partial_places(program)[program.place] & ~put_in[program.column]
    dearer = np.zeros(program.places)
    np.maximum.at(dearer, program.place[entries], gained[program.column[entries]])
    return prices + dearer


def _never_worse(one: TripKind, other: TripKind) -> bool:
    """Whether an empty kind can do in every slot what another can, taking no more of any line."""
    if one.loaded or one.reference != other.reference:
        return False
    held, by = one.windowed.holds, other.windowed.holds
    bounds = (
        (one.windowed.before_s, other.windowed.before_s),
        (one.windowed.after_s, other.windowed.after_s),
    )
    return (
        one.a_s <= other.a_s
        and one.b_s <= other.b_s
        and (held is None) == (by is None)
        and (held is None or by is None or (held[0] <= by[0] and held[1] <= by[1]))
        and all(mine is None or (its is not None and mine <= its) for mine, its in bounds)
        and (not one.lanes or one.lanes == other.lanes)
    )
