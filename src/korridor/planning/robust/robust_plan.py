"""From a plan to one that holds up better in the worst tenth of futures, at a stated price.

A sample of futures stands for all (sample average approximation: Kleywegt, Shapiro and Homem-de-Mello 2002,
doi 10.1137/S1052623499363220). Plans are made for harder operations, screened on one sample, the best settings searched
again by other seeds, the best of these selected on a second, and what they gain is measured on a third (screening before
selecting: Nelson, Swann, Goldsman and Song 2001, doi 10.1287/opre.49.6.950.10019). All plans meet the same futures.
"""

from collections.abc import Callable, Sequence
from contextlib import nullcontext

from korridor.planning.levels import counted_out
from korridor.planning.plan import Difference, InFutures, Plan, Robust, Work
from korridor.planning.progress import STOPPED, Progress, Watch, shown_progress
from korridor.planning.robust.badness import HOUR_S, badness, worst
from korridor.planning.robust.candidate import Candidate, candidate
from korridor.planning.robust.choice import better_than, fewest
from korridor.planning.robust.evaluator import Carried, Evaluator
from korridor.planning.robust.harder import Harder, harder
from korridor.planning.robust.paired import mean_less, worst_less

Planned = Callable[..., Plan]
"""Makes the plain plan; it takes a ``progress``."""

SCREENING, SELECTION, MEASURE = range(3)
"""Samples of futures; the last one is looked at when all is decided."""

RUNS = {SCREENING: 400, SELECTION: 2000, MEASURE: 4000}

SHARE = 12
"""Each search has this part of the plain plan's work: most of a plan is found early, and many are wanted."""

LEAST_WORK = 400

MOST_SEED = 2**63

SETTINGS, SEEDS = 2, 3
"""So many of the best harder operations are searched again, by so many seeds each."""

FINALISTS = 3
"""So many plans are compared with the plain one in the end: with each more, all have to be better by more."""


def planned_robustly(planned: Planned, evaluate: Evaluator, progress: Watch | None = None) -> Plan:
    """Make the plain plan and then one that is robust; the plain one alone where Ctrl-C ended its search, or there is none."""
    with nullcontext(progress) if progress is not None else shown_progress() as watch:
        watching = _Watching(watch)
        plain = planned(progress=watching)
        if watching.stopped or not plain.movements:
            return plain
        return robust_plan(plain, evaluate, watching)


class _Watching:
    """Hands on what planning says, and notes whether it was stopped."""

    def __init__(self, watch: Watch | None) -> None:
        self._watch, self.stopped = watch, False

    def __call__(self, progress: Progress) -> None:
        self.stopped = self.stopped or progress.stage == STOPPED
        if self._watch is not None:
            self._watch(progress)


def robust_plan(plain: Plan, evaluate: Evaluator, progress: Watch | None = None) -> Plan:
    """Return a plan that is better in the worst tenth of futures, or the plain one where none is found.

    Parameters
    ----------
    plain : Plan
        With movements, from its operation's start on.
    evaluate : Evaluator
    progress : callable, optional
        Told as by :func:`korridor.planning.planner.plan`.

    Returns
    -------
    Plan
        Verified; ``robust`` says what it gains, and its price. Ctrl-C ends the search, and what has been tried by then
        takes part in the choice.

    Raises
    ------
    ValueError
        Where the plan has no movements, or begins from a saved state.
    """
    if not plain.movements:
        raise ValueError("a plan without movements cannot be made robust")
    if plain.start is not None:
        raise ValueError("a plan from a saved state cannot be made robust yet; plan from the start")
    trying = _Trying(plain, evaluate, progress)
    trying.search()
    chosen = trying.chosen()
    best = plain if chosen is None else chosen.plan
    work = Work(
        search_iterations=plain.work.search_iterations + trying.iterations,
        lp_iterations=plain.work.lp_iterations,
    )
    return best.model_copy(update={"robust": trying.measured(chosen), "work": work})


class _Trying:
    """The plans tried so far, each with how bad the futures of the screening are for it."""

    def __init__(self, plain: Plan, evaluate: Evaluator, progress: Watch | None) -> None:
        self._plain, self._evaluate, self._watching = plain, evaluate, _Watching(progress)
        self._has_horizon = plain.operation.horizon_s is not None
        self._plain_bad = self._bad(plain, SCREENING)
        self._tried: list[Candidate] = []
        self._bads: list[list[int]] = []
        self._known = [plain.movements]
        self.iterations = 0

    def search(self) -> None:
        """Try plans for harder operations, and more for those that do best; none where all futures are alike."""
        if len(set(self._plain_bad)) == 1:
            return
        try:
            for each in harder(self._plain.operation, self._plain.objective):
                self._try(each, 1)
            best = [self._tried[i].harder for i in fewest(self._bads, SETTINGS)]
            for number in range(SEEDS):
                for each in best:
                    self._try(each, 2 + number)
        except KeyboardInterrupt:  # while futures were carried out; searches say so themselves
            self._watching.stopped = True

    def _try(self, each: Harder, seed: int) -> None:
        if self._watching.stopped:
            return
        plain = self._plain
        work = max(LEAST_WORK, plain.work.search_iterations // SHARE)
        seed = (plain.seed + seed) % MOST_SEED
        found = candidate(plain, each, seed, work, self._saying(each))
        if found is None:
            return
        self.iterations += found.iterations
        if found.plan.movements not in self._known:
            bad = self._bad(found.plan, SCREENING)
            self._known.append(found.plan.movements)
            self._tried.append(found)
            self._bads.append(bad)

    def _saying(self, each: Harder) -> Watch:
        """Say beside what a search says what it is for."""

        def say(progress: Progress) -> None:
            stage = STOPPED if progress.stage == STOPPED else f"a plan {each.said}"
            self._watching(Progress(stage, progress.seconds, progress.value, progress.bound, progress.best))

        return say

    def chosen(self) -> Candidate | None:
        """Return the plan that is better than the plain one beyond noise, on futures that nobody has chosen by."""
        finalists = [self._tried[i] for i in fewest(self._bads, FINALISTS)]
        bads = [self._bad(each.plan, SELECTION) for each in finalists]
        best = better_than(self._bad(self._plain, SELECTION), bads) if bads else None
        return None if best is None else finalists[best]

    def measured(self, chosen: Candidate | None) -> Robust:
        """Return gain and price, on futures that nobody has seen."""
        plans = (self._plain, self._plain if chosen is None else chosen.plan)
        carried = [self._carried(each, MEASURE) for each in plans]
        bads = [badness(each, self._has_horizon) for each in carried]
        plain, robust = (
            _in_futures(plan, each, bad) for plan, each, bad in zip(plans, carried, bads, strict=True)
        )
        gain = worst_less(bads[0], bads[1])
        if self._has_horizon:
            price = mean_less(carried[0].out, carried[1].out)
        else:
            price = mean_less(carried[1].last_out_s, carried[0].last_out_s)
        return Robust(
            runs=RUNS[MEASURE],
            tried=len(self._tried),
            made=None if chosen is None else chosen.harder.said,
            plain=plain,
            robust=robust,
            gain=_divided(gain, HOUR_S) if self._has_horizon else gain,
            price=price,
        )

    def _bad(self, plan: Plan, sample: int) -> list[int]:
        return badness(self._carried(plan, sample), self._has_horizon)

    def _carried(self, plan: Plan, sample: int) -> Carried:
        return self._evaluate(plan.movements, sample, RUNS[sample])


def _in_futures(plan: Plan, carried: Carried, bad: Sequence[int]) -> InFutures:
    tenth = worst(bad)

    def mean(values: Sequence[int]) -> float:
        return sum(values[run] for run in tenth) / len(tenth)

    out = counted_out(plan.operation, plan.movements)
    return InFutures(
        planned_out_persons=sum(load.persons for _, load in out),
        planned_last_out_s=max((trip.free_s for trip, _ in out), default=None),
        mean_out_persons=sum(carried.out) / len(carried.out),
        worst_left_persons=mean(carried.left),
        worst_exposure_person_min=mean(carried.exposure_person_s) / 60,
        worst_last_out_s=mean(carried.last_out_s),
    )


def _divided(difference: Difference, by: int) -> Difference:
    low, high = difference.ci95
    return Difference(value=difference.value / by, ci95=(low / by, high / by))
