"""All that a block of runs works on: built once, then one copy a worker."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from korridor.clockwork.foresight import Foresight, foresight_of
from korridor.clockwork.saved import arrays_of
from korridor.clockwork.sheet import Sheet, blank
from korridor.clockwork.state import State, copy_of
from korridor.clockwork.tables import NONE, Index, Ints, P, R, Tables, V, X, index_of
from korridor.clockwork.weather import Weather
from korridor.events.movement import Movement
from korridor.events.orders_of import orders_of
from korridor.events.saved_state import SavedState
from korridor.operation.operation import Operation
from korridor.rehearsal.carry_out import MOST_TIMES
from korridor.rehearsal.chances import Chances
from korridor.rehearsal.happened import Happened, read_log
from korridor.rehearsal.known_by_now import known_by
from korridor.rehearsal.log import Log, log_for
from korridor.rehearsal.loop import M, run_block
from korridor.rehearsal.programme import Programme, programme_of
from korridor.rehearsal.weather_of import weather_of


@dataclass(frozen=True)
class Stage:
    """What runs are carried out on; ``results`` and ``out_by_hour`` are the caller's."""

    index: Index
    tables: Tables
    start: State
    state: State
    foresight: Foresight | None
    sheet: Sheet
    weather: Weather
    chances: Chances
    programme: Programme
    queue: Ints
    ahead: int

    @property
    def hours(self) -> int:
        """How many hours persons out are counted by; the last one holds all that come later."""
        return len(self.weather.out_by_hour)

    def run(self, first_run: int, runs: int) -> tuple[Ints, Ints]:
        """Carry out runs; return what each came to, and persons out within each hour."""
        return self._run(first_run, runs, None)

    def once(self, run: int) -> tuple[Happened, ...]:
        """Carry out one run; return what happened, in the order of departure."""
        log = log_for(self.tables, *self._most())
        self._run(run, 1, log)
        return read_log(self.index, self.sheet, log)

    def _most(self) -> tuple[int, int]:
        """Return how many movements and trips there can be: each may turn back at each break, and the last go again."""
        times = MOST_TIMES + 1 + len(self.weather.breaks)
        return times * len(self.programme.orders), times * len(self.programme.trips)

    def _run(self, first_run: int, runs: int, log: Log | None) -> tuple[Ints, Ints]:
        results = np.zeros((runs, len(M)), dtype=np.int64)
        out_by_hour = np.zeros((runs, self.hours), dtype=np.int64)
        run_block(
            self.tables,
            self.start,
            self.state,
            self.foresight,
            self.sheet,
            self.weather,
            self.chances,
            self.programme,
            self.queue,
            self.ahead,
            first_run,
            results,
            out_by_hour,
            log,
        )
        return results, out_by_hour

    def another(self) -> "Stage":
        """Another one for another worker: what runs change is its own."""
        state = copy_of(self.state)
        weather = self.weather
        return replace(
            self,
            state=state,
            foresight=None if self.foresight is None else foresight_of(state),
            sheet=Sheet(*(array.copy() for array in self.sheet)),
            weather=weather._replace(
                day=weather.day.copy(),
                road_pace=weather.road_pace.copy(),
                screened=weather.screened.copy(),
                breaks=weather.breaks.copy(),
                closed=weather.closed.copy(),
                gates=weather.gates.copy(),
                out_by_hour=weather.out_by_hour.copy(),
            ),
            queue=self.queue.copy(),
        )


def stage_of(
    operation: Operation,
    movements: tuple[Movement, ...],
    seed: int,
    start: SavedState | None = None,
    ahead: int = 1,
    given: Sequence[tuple[int, int]] = (),
    before: tuple[Movement, ...] = (),
) -> Stage:
    """Set the stage for a plan.

    Parameters
    ----------
    operation : Operation
        From a state on, what remained of it.
    movements : tuple of Movement
    seed : int
    start : SavedState, optional
        Where to begin; the operation's beginning if not given.
    ahead : int
        Among how many movements the dispatcher sends the one that is ready first; 1 keeps the rank order.
    given : sequence of (int, int)
        Begins and ends of breaks of the truce that come in every run.
    before : tuple of Movement
        What of the plan departed before ``start``.
    """
    orders = orders_of((*before, *movements))
    index = index_of(operation, orders)
    places = index.tables.places.copy()
    places[:, P.CAPACITY] = NONE  # whoever has come that far is let in
    tables = index.tables._replace(places=places)
    programme = programme_of(index, movements, before)
    state = arrays_of(index, start, _unloads(programme, operation))
    weather, chances = weather_of(
        index, seed, _lasts_s(operation, movements), np.array(given, dtype=np.int64).reshape(-1, 2)
    )
    if start is not None:
        weather, chances = known_by(start.at_s, tables, weather, chances)
    return Stage(
        index=index,
        tables=tables,
        start=copy_of(state),
        state=state,
        foresight=foresight_of(state) if _foresees(tables, (*before, *movements)) else None,
        sheet=blank(tables, state, max((len(each.trips) for each in (*before, *movements)), default=1)),
        weather=weather,
        chances=chances,
        programme=programme,
        queue=np.zeros((2, len(movements)), dtype=np.int64),
        ahead=ahead,
    )


def _unloads(programme: Programme, operation: Operation) -> int:
    """Return the most vehicles that can unload in one run: of the plan, and of what goes again."""
    planned = int(programme.first[programme.planned])
    return planned + MOST_TIMES * (len(programme.trips) - planned)


def _lasts_s(operation: Operation, movements: tuple[Movement, ...]) -> int:
    """Return how long there is room to note what happens by the hour: the horizon, or twice what the plan takes."""
    if operation.horizon_s is not None:
        return operation.horizon_s
    return 2 * max((trip.free_s for movement in movements for trip in movement.trips), default=0)


def _foresees(tables: Tables, movements: tuple[Movement, ...]) -> bool:
    """Whether more has to be foreseen than when the vehicle before departs: windows, hours, bays, roads, agreements."""
    roads, types, places = tables.roads, tables.types, tables.places
    return bool(
        roads[:, R.TRUCE].any()
        or roads[:, R.HEADWAY].any()
        or roads[:, R.ALTERNATE].any()
        or types[:, V.DUTY_CLOSES].any()
        or len(tables.gates)
        or (places[:, P.BAYS] != NONE).any()
        or places[:, P.CLOSES].any()
        or tables.rule[X.ESCORTS] != NONE
        or any(movement.not_before_s for movement in movements)
        or any(len(movement.trips) > 1 for movement in movements)
    )
