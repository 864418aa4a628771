"""R3: what is known at a moment, and what is expected then. No dispatcher knows the future.

Beside the state, which is filled with what really happens, stands another with what was expected of each movement when
it departed. At a moment, whatever has happened is known; whatever has not is taken to come when it was expected, or now
if that has passed.
"""

from typing import NamedTuple

from korridor.clockwork.copied import copy
from korridor.clockwork.state import State, T, copy_of
from korridor.clockwork.tables import Ints
from korridor.compiled import inner


class Foresight(NamedTuple):
    """Two states beside the one of what happens."""

    expected: State
    known: State  # its people are those of what happens


def foresight_of(state: State) -> Foresight:
    """Return the foresight of a moment at which all that is to come is known as planned."""
    expected, known = copy_of(state), copy_of(state)
    known = known._replace(
        vehicles=state.vehicles,
        left=state.left,
        present=state.present,
        departed=state.departed,
        queue_s=state.queue_s,
        queue_n=state.queue_n,
        queued=state.queued,
    )
    return Foresight(expected, known)


@inner
def begin_foresight(foresight: Foresight, state: State) -> None:
    """Expect what the state says: at the beginning of a run."""
    copy(foresight.expected.vehicles.reshape(-1), state.vehicles.reshape(-1))
    copy(foresight.expected.bays, state.bays)
    copy(foresight.expected.lanes, state.lanes)
    copy(foresight.expected.escorts, state.escorts)
    copy(foresight.expected.roads.reshape(-1), state.roads.reshape(-1))
    copy(foresight.expected.tally, state.tally)
    copy(foresight.known.tally, state.tally)


@inner
def known_s(happens_s: int, expected_s: int, now_s: int) -> int:
    """Return a moment as it is known now."""
    return happens_s if happens_s <= now_s else max(expected_s, now_s)


@inner
def look(foresight: Foresight, state: State, now_s: int) -> None:
    """Fill in what is known now."""
    _look_at(foresight.known.bays, state.bays, foresight.expected.bays, now_s)
    _look_at(foresight.known.lanes, state.lanes, foresight.expected.lanes, now_s)
    _look_at(foresight.known.escorts, state.escorts, foresight.expected.escorts, now_s)
    for road in range(len(state.roads)):
        for back in range(2):
            _look_at(
                foresight.known.roads[road, back],
                state.roads[road, back],
                foresight.expected.roads[road, back],
                now_s,
            )
    last = T.LAST_DEPARTURE
    foresight.known.tally[last] = known_s(state.tally[last], foresight.expected.tally[last], now_s)


@inner
def _look_at(known: Ints, happens: Ints, expected: Ints, now_s: int) -> None:
    for i in range(len(known)):
        known[i] = known_s(happens[i], expected[i], now_s)
