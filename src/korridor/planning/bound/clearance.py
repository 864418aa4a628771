"""The first bound of *clearance*: nobody can be done sooner (P2, P3)."""

from korridor.operation.operation import Operation
from korridor.operation.units import MOST
from korridor.planning.bound.certify import certificate_of
from korridor.planning.bound.clocks import grid_of
from korridor.planning.bound.kinds import Kinds
from korridor.planning.bound.model import StoppedError
from korridor.planning.bound.most_out import everybody
from korridor.planning.bound.program import program_of
from korridor.planning.bound.refined import FINER, SECONDS
from korridor.planning.bound.slot_length import TRIPS_A_SECOND, slot_length_s
from korridor.planning.bound.solve import Effort, solve
from korridor.planning.certificate import Certificate

COARSE, FINE = 20, 2
"""Parts of the columns in all that a program of the first search has, and one of the second."""

FIRST_TRIED_S = 3600
"""Without a horizon, where to begin to look."""


def clearance_bound(
    operation: Operation,
    *,
    slot_s: int | None = None,
    seconds: float | None = None,
    at_most_s: int | None = None,
    effort: Effort | None = None,
) -> tuple[int, Certificate]:
    """Prove a moment before which not everybody can be out.

    Parameters
    ----------
    operation : Operation
    slot_s : int, optional
        Length of a slot; chosen by the programs' size if not given.
    seconds : float, optional
        About how long it may take; it decides slot lengths alone, so that equal input gives an equal bound.
    at_most_s : int, optional
        The clearance of a known plan; the search goes no further.
    effort : Effort, optional
        Counts what is done (P4).

    Raises
    ------
    StoppedError
        When nobody waits any more, and nothing is proved yet.

    Returns
    -------
    int
        Seconds; the clearance of no plan is less. Beyond the horizon if not everybody can be out by then.
    Certificate
        Of the program for one second less.

    Notes
    -----
    ``docs/bounds.md``, Clearance.
    """
    search = _Search(Kinds(operation), effort or Effort())
    trips = int(TRIPS_A_SECOND * (seconds or SECONDS))
    if search.people == 0:
        return 0, everybody(search.kinds, weighted=False)
    horizon_s = operation.horizon_s
    last_s = MOST if horizon_s is None else horizon_s
    if horizon_s is None and search.short(last_s, MOST):
        return search.found()  # somebody cannot be taken at all
    if at_most_s is not None:
        last_s = min(last_s, at_most_s - 1)
    try:
        coarse_s, high_s = _within_reach(search, last_s, slot_s, trips // COARSE)
        search.between(high_s, coarse_s)
        if slot_s is None:
            _refine(search, last_s, coarse_s, trips // FINE)
    except StoppedError:
        if search.low_s < 0:
            raise
    return search.found()


def _within_reach(search: "_Search", last_s: int, slot_s: int | None, trips: int) -> tuple[int, int]:
    """Return a slot length, and a moment when with such slots perhaps nobody is left: the last, or one before it."""
    by_s = last_s if search.kinds.operation.horizon_s is not None else min(last_s, FIRST_TRIED_S)
    while True:
        length_s = slot_s or slot_length_s(search.kinds, by_s, trips)
        if not search.short(by_s, length_s) or by_s == last_s:
            return length_s, by_s
        by_s = min(last_s, 2 * by_s)


def _refine(search: "_Search", last_s: int, coarse_s: int, trips: int) -> None:
    """Go on from a coarse answer with finer slots; again where it shows that they can be much finer still."""
    while True:
        fine_s = slot_length_s(search.kinds, min(last_s, search.low_s + 2 * coarse_s), trips)
        if fine_s > FINER * coarse_s:
            return
        if search.low_s >= 0:
            search.short(search.low_s, fine_s)
        search.between(search.beyond_s(last_s, coarse_s, fine_s), fine_s)
        coarse_s = fine_s


class _Search:
    """Moments by which not everybody can be out, and the best proof of one."""

    def __init__(self, kinds: Kinds, effort: Effort) -> None:
        self.kinds, self.effort = kinds, effort
        self.people = kinds.operation.persons
        self.low_s = -1
        self._proved: Certificate | None = None
        self._binding: set[str] = set()
        self._out: tuple[int, int, int] | None = None  # slot length, moment, how many may be out by then
        self._a_second = 0.0

    def short(self, moment_s: int, slot_s: int) -> bool:
        """Whether it can be proved, with slots of this length, that somebody is left at a moment."""
        program = program_of(self.kinds, grid_of(self.kinds, slot_s), moment_s, weighted=False)
        # Where somebody is left at the end of all time it is asked how many; before it only whether.
        enough = None if moment_s == self.kinds.operation.horizon_s else self.people
        proof = solve(program, self.effort, enough, self._binding).proof
        if proof.bound >= self.people:
            return False
        if moment_s >= self.low_s:
            self.low_s, self._proved = moment_s, certificate_of(program, proof)
            if self._out is not None and self._out[0] == slot_s and moment_s > self._out[1]:
                self._a_second = (proof.bound - self._out[2]) / (moment_s - self._out[1])
            self._out = slot_s, moment_s, proof.bound
        return True

    def beyond_s(self, last_s: int, step_s: int, slot_s: int) -> int:
        """Go forward by steps, each twice the one before, to a moment when perhaps nobody is left; or to the last."""
        while True:
            moment_s = min(last_s, self.low_s + step_s)
            if moment_s <= self.low_s or not self.short(moment_s, slot_s):
                return moment_s
            step_s *= 2

    def between(self, high_s: int, slot_s: int) -> None:
        """Come closer to the last moment when somebody is left; at ``high_s`` nobody may be.

        Tried is where the last two moments lead to, just before and just after; and half way where that does not
        halve what is open.
        """
        within_s = max(1, slot_s // 3)
        halves = False
        while (open_s := high_s - self.low_s) > within_s:
            middle_s = (self.low_s + high_s) // 2 if halves else self._ahead_s(high_s, within_s)
            if not self.short(middle_s, slot_s):
                high_s = middle_s
            halves = not halves and high_s - self.low_s > open_s // 2

    def _ahead_s(self, high_s: int, within_s: int) -> int:
        """Return a moment just before, or else just after the one when everybody may be out, as far as is known."""
        if self._out is not None and self._a_second > 0:
            all_out_s = self._out[1] + int((self.people - self._out[2]) / self._a_second)
            for moment_s in (all_out_s - within_s // 2, all_out_s + within_s // 2):
                if self.low_s < moment_s < high_s:
                    return moment_s
        return (self.low_s + high_s) // 2

    def found(self) -> tuple[int, Certificate]:
        """Return the bound and its certificate; for 0, one that proves nothing."""
        if self._proved is None:
            return 0, everybody(self.kinds, weighted=False)
        return self.low_s + 1, self._proved
