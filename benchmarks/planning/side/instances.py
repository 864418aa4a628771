"""The operations that are compared on: the benchmark's own, the examples, and one of each family that stresses a rule."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import korridor
from benchmarks.planning.rules import FAMILIES, drawn, seeded
from korridor.operation.bep import read_bep
from korridor.operation.operation import Operation
from korridor.planning.plan import Objective

HOME = Path(__file__).parents[3]
SHARED = HOME.parent / "shared" / "bep"
EXAMPLES = HOME / "examples"
FIRST_WINDOW = "2016-12-16T12:00+02:00"
SEED, KEY = 4, 4


@dataclass(frozen=True)
class Instance:
    """One operation with what is asked of it.

    Attributes
    ----------
    group, name : str
    operation : Operation
    objective : Objective
    seconds : float
        The most that anybody gets for it.
    published : dict of str to int
        Published values by who found them; ours of an earlier day among them.
    """

    group: str
    name: str
    operation: Operation
    objective: Objective
    seconds: float = 60.0
    published: dict[str, int] = field(default_factory=dict)

    @property
    def level(self) -> str:
        """The level that is compared."""
        return "out" if self.objective is Objective.MOST_OUT else "clearance"


def instances() -> Iterator[Instance]:
    """Yield every instance; those of the Bus Evacuation Problem only where the shared files are there."""
    for name, file, until, objective in (
        ("Aleppo, first window", "aleppo-2016", FIRST_WINDOW, Objective.MOST_OUT),
        ("Aleppo, all windows", "aleppo-2016", None, Objective.CLEARANCE),
        ("Baghouz", "baghouz-2019", None, Objective.MOST_OUT),
        ("town flood", "town-flood", None, Objective.CLEARANCE),
    ):
        operation = korridor.read_operation(EXAMPLES / file / "operation.yaml")
        operation = operation if until is None else korridor.until(operation, until)
        yield Instance("examples", name, operation, objective)
    for family in FAMILIES:
        for objective in (Objective.MOST_OUT, Objective.CLEARANCE):
            operation = drawn(family, seeded(SEED, KEY), tiny=False, horizon=objective is Objective.MOST_OUT)
            yield Instance("families", f"{family}, {objective}", operation, objective, seconds=20.0)
    yield from _published()


def _published() -> Iterator[Instance]:
    if not SHARED.exists():
        return
    with (SHARED / "published.csv").open(encoding="utf-8") as file:
        rows = {row["instance"]: row for row in csv.DictReader(file)}
    for path in sorted(SHARED.glob("real/*.txt"), key=_by_number) + sorted(
        SHARED.glob("rand/*.txt"), key=_by_number
    ):
        row = rows[path.stem]
        known = {"GRASP": row["grasp_best"], "CPLEX": row["cplex_value"]}
        published = {who: int(value) for who, value in known.items() if value}
        operation = read_bep(path.read_text(encoding="utf-8"), path.stem)
        real = path.parent.name == "real"
        group = "Bus Evacuation Problem, Valparaíso" if real else "Bus Evacuation Problem, random"
        yield Instance(group, path.stem, operation, Objective.CLEARANCE, 60.0 if real else 10.0, published)


def _by_number(path: Path) -> tuple[str, int]:
    stem, _, number = path.stem.rpartition("-")
    return stem, int(number.removeprefix("i"))
