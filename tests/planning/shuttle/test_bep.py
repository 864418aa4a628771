"""The published instances of the Bus Evacuation Problem: as good as the best known, never below the bound."""

import csv
from pathlib import Path

import pytest

from korridor.clockwork.run import run
from korridor.operation.bep import read_bep
from korridor.operation.operation import Operation
from korridor.planning.plan import Objective
from korridor.planning.planner import plan
from korridor.planning.shuttle.annealing import advance, begin
from korridor.planning.shuttle.bound import shuttle_bound
from korridor.planning.shuttle.improve import plan_of
from korridor.planning.shuttle.plain import is_plain_shuttle
from korridor.planning.shuttle.shuttle import shuttle_of
from korridor.planning.verify import verify
from tests.planning.shuttle.test_lineup import values

BEP = Path(__file__).parents[3].parent / "shared" / "bep"
PUBLISHED = BEP / "published.csv"
MOST = 12_000_000
STEP = 250_000

pytestmark = pytest.mark.skipif(not PUBLISHED.exists(), reason=f"{PUBLISHED} is not there")


def known() -> dict[str, tuple[int, int]]:
    """The best value and the bound known before, by instance."""
    if not PUBLISHED.exists():
        return {}
    with PUBLISHED.open(encoding="utf-8") as file:
        return {
            row["instance"]: (int(row["our_best"]), int(row["our_bound"])) for row in csv.DictReader(file)
        }


RANDOM = [name for name in known() if name.startswith("BEP-1-")]
REAL = [name for name in known() if name not in RANDOM]


def instance(name: str) -> Operation:
    folder = "rand" if name in RANDOM else "real"
    return read_bep((BEP / folder / f"{name}.txt").read_text(encoding="utf-8"), name)


@pytest.mark.parametrize("name", RANDOM)
def test_random_instances_are_as_good_as_the_best_known(name: str) -> None:
    """Within 12 million trials the clearance is the best known, by the clockwork too, and the bound is as good as before."""
    operation, (best_s, bound_s) = instance(name), known()[name]
    assert is_plain_shuttle(operation)
    shuttle = shuttle_of(operation)
    search = begin(shuttle, seed=0)
    while search.clearance_s > best_s and search.iterations < MOST:
        search = advance(shuttle, search, STEP)
    found = plan_of(shuttle, search)
    assert found.clearance_s <= best_s
    assert values(run(operation, found.orders)) == (found.clearance_s, found.waiting_person_s)
    found_s = shuttle_bound(operation, known_s=best_s).bound_s
    assert bound_s <= found_s <= found.clearance_s


@pytest.mark.parametrize("name", [name for name in RANDOM if name.endswith("-i9")])
def test_the_planner_proves_what_it_finds(name: str) -> None:
    """Search and bound together: the best known clearance, proved long before the time is over."""
    made = plan(instance(name), objective=Objective.CLEARANCE, seconds=600)
    best_s, _ = known()[name]
    assert (made.levels[0].value, made.levels[0].bound) == (best_s, best_s)
    assert verify(made) == ()


@pytest.mark.long
@pytest.mark.parametrize("name", REAL)
def test_real_instances_are_within_one_per_cent_of_the_best_known(name: str) -> None:
    """Within 24 million trials the clearance is at most 1 % later than the best known, and no sooner than the bound."""
    operation, (best_s, _) = instance(name), known()[name]
    shuttle = shuttle_of(operation)
    found = plan_of(shuttle, advance(shuttle, begin(shuttle, seed=0), 2 * MOST))
    assert found.clearance_s <= best_s * 1.01
    assert values(run(operation, found.orders)) == (found.clearance_s, found.waiting_person_s)
    found_s = shuttle_bound(operation, known_s=found.clearance_s, steps=10**9).bound_s
    assert best_s * 0.95 <= found_s <= found.clearance_s
