"""One measure of a rehearsal, in figures."""

from __future__ import annotations

from korridor.operation.frozen import Frozen
from korridor.rehearsal.statistics.histogram import Histogram
from korridor.rehearsal.statistics.mean import mean_of
from korridor.rehearsal.statistics.quantile import Quantile, quantile
from korridor.rehearsal.statistics.sample import Sample
from korridor.rehearsal.statistics.wilson import wilson

Number = int | float
Interval = tuple[Number | None, Number | None]
"""Low and high; ``None`` where there are too few runs to say."""


class Quantiles(Frozen):
    """What a tenth, half and nine tenths of the runs do not exceed, each with its 95 % interval."""

    p10: Number
    p50: Number
    p90: Number
    p10_ci95: Interval
    p50_ci95: Interval
    p90_ci95: Interval


class Figures(Quantiles):
    """A measure's mean and quantiles, each with its 95 % interval.

    Attributes
    ----------
    runs : int
        In how many runs the measure had a meaning.
    mean : float
    ci95 : tuple
        Of the mean.
    rough : bool
        Whether that interval may miss more often than in 5 of 100: few runs, or few for so lopsided a measure.
    p_some : float
        In what share of these runs there was any of it at all.
    p_some_ci95 : tuple
        Wilson's interval of that chance.
    exact_to : int or float
        How far a quantile may be off because runs share a bucket; 0 up to 16,384 runs.
    """

    runs: int
    mean: float
    ci95: Interval
    rough: bool
    p_some: float
    p_some_ci95: tuple[float, float]
    exact_to: Number

    @classmethod
    def of(cls, sample: Sample, *, per: int = 1, most: float | None = None) -> Figures:
        """Work out the figures of at least one run.

        Parameters
        ----------
        sample : Sample
        per : int
            How many of the sample's units make one of the figures' (60: seconds make minutes).
        most : float, optional
            What a run can come to at most.
        """
        mean = mean_of(sample.moments, most=most)
        return cls(
            runs=sample.runs,
            mean=mean.value / per,
            ci95=(_in(mean.low, per), _in(mean.high, per)),
            rough=mean.rough,
            p_some=sample.above_zero / sample.runs,
            p_some_ci95=wilson(sample.above_zero, sample.runs),
            exact_to=_in(sample.histogram.width - 1, per) or 0,
            **quantiles_of(sample.histogram, sample.runs, per=per).model_dump(),
        )


class HourFigures(Quantiles):
    """People out up to the end of an hour, counted from the start, or within it; also what a quarter does not exceed."""

    hour: int
    p25: Number
    p75: Number

    @classmethod
    def of_hour(cls, histogram: Histogram, runs: int, hour: int) -> HourFigures:
        """Work out the figures of an hour."""
        quarters = {f"p{percent}": quantile(histogram, runs, percent, hour).value for percent in (25, 75)}
        return cls(hour=hour, **quarters, **quantiles_of(histogram, runs, hour).model_dump())


class WaitFigures(Quantiles):
    """The longest wait at a checkpoint, in seconds."""

    checkpoint: str


class RoomFigures(Quantiles):
    """The most persons at once beyond the room that a place has; 0 where all have room."""

    place: str


class Waiting(Frozen):
    """How long people sit in vehicles that stand at a place, hour by hour from the start.

    Attributes
    ----------
    place : str
    person_min_by_hour : tuple of float
        Person-minutes of an average run.
    """

    place: str
    person_min_by_hour: tuple[float, ...]


def quantiles_of(histogram: Histogram, runs: int, column: int = 0, per: int = 1) -> Quantiles:
    """Return the quantiles of a column, with their intervals."""
    p10, p50, p90 = (quantile(histogram, runs, percent, column) for percent in (10, 50, 90))
    return Quantiles(
        p10=p10.value if per == 1 else p10.value / per,
        p50=p50.value if per == 1 else p50.value / per,
        p90=p90.value if per == 1 else p90.value / per,
        p10_ci95=_ends(p10, per),
        p50_ci95=_ends(p50, per),
        p90_ci95=_ends(p90, per),
    )


def _ends(found: Quantile, per: int) -> Interval:
    return _in(found.low, per), _in(found.high, per)


def _in(value: Number | None, per: int) -> Number | None:
    return value if value is None or per == 1 else value / per
