"""A plan that holds up better in bad futures, and what it costs."""

from functools import cache

import pytest

import korridor
from korridor.events.movement import Movement
from korridor.events.saved_state import SavedState
from korridor.planning.plan import Plan, Robust
from korridor.planning.robust.badness import HOUR_S, badness
from korridor.planning.robust.paired import worst_less
from korridor.planning.robust.robust_plan import MEASURE, RUNS, SCREENING, robust_plan
from korridor.planning.verify import verify
from korridor.rehearsal.futures import Carried, Futures
from tests.planning.robust.two_roads import two_roads

WORK = 400
UNSURE, SURE = "100 % ± 60 %", "100 %"


@cache
def planned(valley: str, robust: bool) -> Plan:
    return korridor.plan(two_roads(valley), work=WORK, seed=1, robust=robust)


def gain(made: Plan) -> Robust:
    assert made.robust is not None
    return made.robust


def test_where_a_road_is_unsure_the_sure_one_is_taken():
    """Fewer are left in the worst tenth of futures that the search has not seen, beyond noise, and fewer planned out."""
    found = gain(planned(UNSURE, True))
    assert found.made is not None
    assert 0 < found.gain.ci95[0] <= found.gain.value <= found.gain.ci95[1]
    assert found.robust.worst_left_persons < found.plain.worst_left_persons
    assert found.robust.planned_out_persons <= found.plain.planned_out_persons


def test_another_seed_finds_the_gain_again():
    """In futures of another seed the worst tenth is better, too, beyond noise, and by about as much as is said."""
    plain, robust = planned(UNSURE, False), planned(UNSURE, True)
    futures = Futures(plain.operation, seed=4711)
    bads = [badness(futures(each.movements, 0, 4000), has_horizon=True) for each in (plain, robust)]
    found, (low, high) = worst_less(*bads), gain(robust).gain.ci95
    assert found.ci95[0] > 0
    assert found.ci95[0] < HOUR_S * high and HOUR_S * low < found.ci95[1]


def test_where_nothing_is_uncertain_it_is_the_plain_plan():
    """All futures are the one that was planned for: nothing is tried, gained or paid."""
    plain, robust = planned(SURE, False), planned(SURE, True)
    found = gain(robust)
    assert robust.movements == plain.movements and robust.levels == plain.levels
    assert found.made is None and found.tried == 0
    assert found.gain.value == found.price.value == 0
    assert found.plain == found.robust
    assert found.plain.mean_out_persons == found.plain.planned_out_persons == plain.levels[0].value


def test_it_is_verified_and_bounded_as_before():
    """The bound is of the operation, so it stands; the values are the robust plan's own, and the checker finds no fault."""
    plain, robust = planned(UNSURE, False), planned(UNSURE, True)
    assert verify(robust) == ()
    assert robust.levels[0].bound == plain.levels[0].bound and robust.certificate == plain.certificate
    assert robust.levels[0].value == gain(robust).robust.planned_out_persons


@pytest.mark.long
def test_the_same_work_makes_the_same_plan():
    """Same operation, seed and work: same plan, same figures (P4)."""
    again = korridor.plan(two_roads(UNSURE), work=WORK, seed=1, robust=True)
    assert again == planned(UNSURE, True)


def test_ctrl_c_ends_the_trying():
    """Whoever has waited long enough gets what was found by then, measured like any other; no more is tried."""
    plain = planned(UNSURE, False)
    futures, asked = Futures(plain.operation, 1), []

    def interrupted(movements: tuple[Movement, ...], sample: int, runs: int) -> Carried:
        asked.append(sample)
        if len(asked) == 3:
            raise KeyboardInterrupt
        return futures(movements, sample, runs)

    made = robust_plan(plain, interrupted)
    assert gain(made).tried == 1 and gain(made).runs == RUNS[MEASURE]
    assert asked.count(SCREENING) == 3 and verify(made) == ()


def test_a_plan_from_a_moment_cannot_be_made_robust():
    """It is said before anything is planned."""
    moment = SavedState.model_construct()
    with pytest.raises(ValueError, match="a plan from a saved state cannot be made robust yet"):
        korridor.plan(two_roads(SURE), start=moment, robust=True)


def test_samples_have_no_future_in_common():
    """Other samples, and other seeds, are other futures; the same sample is the same for every plan."""
    seeds = {
        Futures(two_roads(UNSURE), seed).seed_of(sample) for seed in (0, 1, 2**63 - 1) for sample in range(3)
    }
    assert len(seeds) == 9 and max(seeds) < 2**63
    futures, movements = Futures(two_roads(UNSURE), 5), planned(UNSURE, False).movements
    assert futures(movements, 0, 100) == futures(movements, 0, 100)
    assert futures(movements, 0, 100).out[:70] == futures(movements, 0, 70).out
    assert futures(movements, 0, 100) != futures(movements, 1, 100)
