"""The answer of a rehearsal, as one value (R4)."""

from __future__ import annotations

from collections.abc import Sequence

from korridor.operation.frozen import Frozen
from korridor.operation.rich import Rich
from korridor.rehearsal.measure import Measure
from korridor.rehearsal.outcome import Outcome
from korridor.rehearsal.statistics.all_out_by import AllOutBy
from korridor.rehearsal.statistics.asked import Asked
from korridor.rehearsal.statistics.figures import (
    Figures,
    HourFigures,
    RoomFigures,
    WaitFigures,
    Waiting,
    quantiles_of,
)
from korridor.rehearsal.statistics.histogram import Histogram
from korridor.rehearsal.statistics.mean import FEWEST
from korridor.rehearsal.statistics.precision import most_of
from korridor.rehearsal.statistics.stopping import Stopped
from korridor.rehearsal.statistics.wilson import wilson

_MINUTE_S = 60


class Rehearsed(Rich, Frozen):
    """What many runs of a plan came to; each figure with its 95 % interval.

    Attributes
    ----------
    runs : int
    seconds : float
        How long running took.
    clearance_s : Figures or None
        Over the runs in which everybody is out; ``None`` where those are fewer than 30 and not all.
    out, left : Figures
        Persons, by the horizon.
    exposure_person_min : Figures
        Person-minutes on truce roads while no truce held (C8).
    longest_aboard_s : Figures
    stranded, own_way, overfull_person_min : Figures or None
        ``None`` where the operation has no such thing.
    regret, regret_s : Figures or None
        Persons and seconds short of what perfect foresight could have done, at most: the bound of each run.
    p_all_out : float
        In what share of runs everybody is out.
    p_all_out_ci95 : tuple
        Wilson's interval of that chance.
    all_out_by_s : AllOutBy
    out_by_hour, out_in_hour : tuple of HourFigures
        People out up to the end of each hour from the start, and within it.
    waits_s : tuple of WaitFigures
    overfull : tuple of RoomFigures
        Of the places that have room for so many.
    waiting : tuple of Waiting
        Only places at which anybody waited.
    precision : Asked
    seed : int
    engine : str
    """

    runs: int
    seconds: float
    clearance_s: Figures | None
    out: Figures
    left: Figures
    exposure_person_min: Figures
    longest_aboard_s: Figures
    stranded: Figures | None = None
    own_way: Figures | None = None
    overfull_person_min: Figures | None = None
    regret: Figures | None = None
    regret_s: Figures | None = None
    p_all_out: float
    p_all_out_ci95: tuple[float, float]
    all_out_by_s: AllOutBy
    out_by_hour: tuple[HourFigures, ...] = ()
    out_in_hour: tuple[HourFigures, ...] = ()
    waits_s: tuple[WaitFigures, ...] = ()
    overfull: tuple[RoomFigures, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    precision: Asked
    seed: int
    engine: str

    def __repr__(self) -> str:
        """One line; the fields have the figures."""
        out = f"{self.out.mean:,.0f} out on average"
        return f"<Rehearsed: {self.runs:,} runs, {out}, all out in {100 * self.p_all_out:.1f} % of them>"

    __str__ = __repr__

    @classmethod
    def of(
        cls,
        outcome: Outcome,
        stopped: Stopped,
        *,
        seconds: float,
        seed: int,
        engine: str,
        first: Measure = Measure.OUT,
        checkpoints: Sequence[str] = (),
        rooms: Sequence[str] = (),
        places: Sequence[str] = (),
    ) -> Rehearsed:
        """Work out the answer from what the runs came to.

        Parameters
        ----------
        outcome : Outcome
            Of at least one run.
        stopped : Stopped
        seconds : float
        seed : int
        engine : str
        first : Measure
            What the answer is about first: people out under a horizon, clearance without one.
        checkpoints, rooms, places : sequence of str
            The columns of ``outcome.waits_s`` and ``outcome.beyond_persons``, and the rows of
            ``outcome.waiting_person_s``; ``ValueError`` where there are not as many.
        """

        def figures(measure: Measure) -> Figures | None:
            sample = outcome.samples.get(measure)
            per = _MINUTE_S if measure.unit == "person_s" else 1
            return (
                Figures.of(sample, per=per, most=most_of(outcome, measure))
                if sample and sample.runs
                else None
            )

        every = {_field(measure): figures(measure) for measure in outcome.samples}
        cleared = outcome.all_out >= min(FEWEST, outcome.runs)
        return cls(
            **{**every, "clearance_s": every["clearance_s"] if cleared else None},
            runs=outcome.runs,
            seconds=seconds,
            p_all_out=outcome.all_out / outcome.runs,
            p_all_out_ci95=wilson(outcome.all_out, outcome.runs),
            all_out_by_s=AllOutBy.of(outcome),
            out_by_hour=_by_hour(outcome, outcome.out_by_hour),
            out_in_hour=_by_hour(outcome, outcome.out_in_hour),
            waits_s=_waits(outcome, checkpoints),
            overfull=_overfull(outcome, rooms),
            waiting=_waiting(outcome, places),
            precision=Asked.of(outcome, stopped, first),
            seed=seed,
            engine=engine,
        )


def _field(measure: Measure) -> str:
    return measure.value.replace("_person_s", "_person_min")


def _by_hour(outcome: Outcome, table: Histogram | None) -> tuple[HourFigures, ...]:
    if table is None:
        return ()
    return tuple(HourFigures.of_hour(table, outcome.runs, hour) for hour in range(table.columns))


def _waits(outcome: Outcome, checkpoints: Sequence[str]) -> tuple[WaitFigures, ...]:
    table = outcome.waits_s
    if table is None:
        return ()
    if len(checkpoints) != table.columns:
        raise ValueError(f"waits_s has {table.columns} columns for {len(checkpoints)} checkpoints")
    found = ((name, quantiles_of(table, outcome.runs, column)) for column, name in enumerate(checkpoints))
    return tuple(WaitFigures(checkpoint=name, **figures.model_dump()) for name, figures in found)


def _overfull(outcome: Outcome, rooms: Sequence[str]) -> tuple[RoomFigures, ...]:
    table = outcome.beyond_persons
    if table is None:
        return ()
    if len(rooms) != table.columns:
        raise ValueError(f"beyond_persons has {table.columns} columns for {len(rooms)} places")
    found = ((name, quantiles_of(table, outcome.runs, column)) for column, name in enumerate(rooms))
    return tuple(RoomFigures(place=name, **figures.model_dump()) for name, figures in found)


def _waiting(outcome: Outcome, places: Sequence[str]) -> tuple[Waiting, ...]:
    table = outcome.waiting_person_s
    if table is None:
        return ()
    if len(places) != len(table):
        raise ValueError(f"waiting_person_s has {len(table)} rows for {len(places)} places")
    per = _MINUTE_S * outcome.runs
    return tuple(
        Waiting(place=place, person_min_by_hour=tuple(int(person_s) / per for person_s in row))
        for place, row in zip(places, table, strict=True)
        if row.any()
    )
