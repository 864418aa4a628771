"""R6: a drill: a rehearsal's events through clerks who err, when a lost vehicle is noticed, and how often nothing is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from time import perf_counter

from korridor.answers.drill_day import Day, Drill, usual_of
from korridor.answers.events_of import events_of
from korridor.clerks.drilled import Drilled, Estimate, Kept, Unnoticed
from korridor.clerks.faults import ClerkFaults
from korridor.ledger.alarm import Alarm
from korridor.planning.plan import Plan
from korridor.rehearsal.statistics.mean import mean_of
from korridor.rehearsal.statistics.moments import Moments
from korridor.rehearsal.statistics.quantile import ranks
from korridor.rehearsal.statistics.wilson import wilson

RUNS = 200
"""How many runs where nobody says: a share of one half is then known to within seven points."""

PERSONS = (1, 10, 40)
AGES_S = (0, 900, 1800, 3600, 7200, 14400, 28800)
"""The thresholds of the trade-off, each number with each age."""

SOONEST = Alarm(persons=1, age_s=0)
"""Acting on one person who is certainly unexplained, at once."""

_DAY_S = 86_400
_PARTS = 1000


def drill(
    plan: Plan,
    *,
    alarm: Alarm | None = None,
    faults: ClerkFaults | None = None,
    runs: int = RUNS,
    seed: int = 0,
    as_planned: bool = False,
    watch: Callable[[int], None] | None = None,
) -> Drilled:
    """Let clerks write down a rehearsed operation with their faults, lose a vehicle, and see when the books notice.

    Parameters
    ----------
    plan : Plan
        With movements, of an operation with a start.
    alarm : Alarm, optional
        What of the worklist is acted on; one person for half an hour, if not given.
    faults : ClerkFaults, optional
        Of the clerks.
    runs : int
        Each is a run of the rehearsal, with clerks and a loss of its own.
    seed : int
    as_planned : bool
        Whether every run goes as planned, and only clerks differ.
    watch : callable, optional
        Called with how many runs are done.

    Returns
    -------
    Drilled

    Raises
    ------
    ValueError
        Where the plan has no movements, the operation no start, or nobody arrives in any run.

    Examples
    --------
    >>> import korridor
    >>> plan = korridor.read_plan("build/aleppo/plan.json")  # doctest: +SKIP
    >>> korridor.drill(plan).kept.delay_s["p50"]  # doctest: +SKIP
    """
    began = perf_counter()
    if not plan.movements:
        raise ValueError("the plan has no movements, so there is nothing to drill")
    alarm, faults = alarm or Alarm(), faults or ClerkFaults()
    planned = events_of(plan)
    others = [Alarm(persons=persons, age_s=age_s) for age_s in AGES_S for persons in PERSONS]
    assert plan.operation.start is not None  # events_of has refused it
    shared = Drill(
        faults, plan.operation.start, seed, (alarm, *others), None if as_planned else usual_of(planned)
    )
    days: list[Day] = []
    with suppress(KeyboardInterrupt):  # what came before it is the answer
        for run in range(runs):
            happened = planned if as_planned else events_of(plan, run=run, seed=seed)
            days.append(shared.day(happened, run))
            if watch is not None:
                watch(len(days))
    if not days:
        raise ValueError("no run was finished, so there is nothing to say")
    return _drilled(plan, shared, days, as_planned, perf_counter() - began)


def _drilled(plan: Plan, shared: Drill, days: Sequence[Day], as_planned: bool, seconds: float) -> Drilled:
    if not any(day.delays_s for day in days):
        raise ValueError(
            "in no run does anybody arrive, so no vehicle can be lost; korridor rehearse shows why"
        )
    kept = [_kept(alarm, n, days) for n, alarm in enumerate(shared.alarms)]
    reasons = Counter(day.unnoticed for day in days if day.unnoticed is not None)
    return Drilled(
        operation=plan.operation.name,
        runs=len(days),
        as_planned=as_planned,
        faults=shared.faults,
        legs=_average(day.legs for day in days),
        events=_average(day.events for day in days),
        days=_average(day.span_s for day in days) / _DAY_S,
        kept=kept[0],
        trade_off=tuple(kept[1:]),
        delays_s=_noticed(days, 0),
        soonest_s=_noticed(days, shared.alarms.index(SOONEST)),
        unnoticed=tuple(Unnoticed(why=why, vehicles=n) for why, n in sorted(reasons.items())),
        seed=shared.seed,
        seconds=seconds,
    )


def _kept(alarm: Alarm, n: int, days: Sequence[Day]) -> Kept:
    noticed, lost = sorted(_noticed(days, n)), sum(bool(day.delays_s) for day in days)
    low, high = wilson(len(noticed), lost)
    rates = [_DAY_S * _PARTS * day.false_alarms[n] // day.span_s for day in days if day.span_s]
    false = mean_of(
        Moments(len(rates), sum(rates), sum(rate**2 for rate in rates), sum(rate**3 for rate in rates))
    )
    return Kept(
        persons=alarm.persons,
        age_s=alarm.age_s,
        noticed=Estimate(value=len(noticed) / lost, low=low, high=high),
        delay_s={f"p{percent}": _by_then(noticed, lost, percent) for percent in (10, 50, 90)},
        false_alarms_a_day=Estimate(
            value=false.value / _PARTS, low=_parts(false.low), high=_parts(false.high)
        ),
    )


def _noticed(days: Iterable[Day], n: int) -> tuple[int, ...]:
    """Return the delays of those that the n-th threshold noticed, in the order of runs."""
    return tuple(delay for day in days if day.delays_s and (delay := day.delays_s[n]) is not None)


def _by_then(noticed: Sequence[int], lost: int, percent: int) -> Estimate | None:
    """Return by when so many in a hundred of all that were lost are noticed, between order statistics."""
    middle = -(-lost * percent // 100)
    if middle > len(noticed):
        return None
    lower, upper = ranks(lost, percent)
    return Estimate(
        value=noticed[middle - 1],
        low=None if lower is None else noticed[lower - 1],
        high=None if upper is None or upper > len(noticed) else noticed[upper - 1],
    )


def _parts(value: float | None) -> float | None:
    return None if value is None else max(0.0, value) / _PARTS


def _average(values: Iterable[int]) -> float:
    several = list(values)
    return sum(several) / len(several)
