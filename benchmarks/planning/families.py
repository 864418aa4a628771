"""Families that each stress one rule: how far plans are from the bound, and on tiny ones which part is whose."""

from collections.abc import Iterator
from pathlib import Path
from statistics import mean

from benchmarks import registry
from benchmarks.planning.gaps_page import write_gaps
from benchmarks.planning.losses import Losses, losses
from benchmarks.planning.rules import FAMILIES, drawn, seeded
from benchmarks.registry import Ratio, benchmark
from korridor.planning.plan import Objective

HOME = Path(__file__).parents[2]
TINY, MIDDLE = 16, 2
"""Operations of each family and objective."""

TINY_WORK, MIDDLE_WORK = 60_000, 8000
MOST_TRIED = 60_000
AIM = 0.01
TINY_KEY, MIDDLE_KEY = 1, 2
COMPARED = (Objective.MOST_OUT, Objective.CLEARANCE)


@benchmark(
    "planning.families",
    question="On operations that each stress one rule, how far is a plan from the bound, and what loses it?",
    compares_with="the bound; on tiny ones the best of all plans",
)
def families() -> Iterator[Ratio]:
    """Each family's mean and worst gap; on tiny ones the search's loss and the relaxation's. Writes ``docs/gaps.md``."""
    only = registry.asked.only
    found: dict[tuple[str, Objective], tuple[list[Losses], list[Losses]]] = {}
    for family in FAMILIES:
        for objective in COMPARED:
            if only is not None and only not in f"{family} {objective}":
                continue
            tiny, middle = found[family, objective] = _tiny(family, objective), _middle(family, objective)
            name = f"{family}, {objective}"
            gaps = [each.gap for each in middle if each.gap is not None]
            if gaps:
                yield Ratio(
                    f"{name}: mean gap", mean(gaps), AIM, "of the value", "1 % or less", mean(gaps) <= AIM
                )
                yield Ratio(
                    f"{name}: worst gap", max(gaps), AIM, "of the value", "1 % or less", max(gaps) <= AIM
                )
            for what, lost in (
                ("search", _parts(tiny, "search")),
                ("relaxation", _parts(tiny, "relaxation")),
            ):
                if lost:
                    yield Ratio(f"{name}: tiny, mean loss of the {what}", mean(lost), AIM, "of the best")
            write_gaps(found, HOME / ("docs" if only is None else "build"), TINY_WORK, MIDDLE_WORK)


def _tiny(family: str, objective: Objective) -> list[Losses]:
    horizon = objective is Objective.MOST_OUT
    drawn_once = {
        operation.model_dump_json(): operation
        for operation in (drawn(family, seeded(seed, TINY_KEY), True, horizon) for seed in range(TINY))
    }
    return [losses(each, objective, TINY_WORK, MOST_TRIED) for each in drawn_once.values()]


def _middle(family: str, objective: Objective) -> list[Losses]:
    horizon = objective is Objective.MOST_OUT
    return [
        losses(drawn(family, seeded(seed, MIDDLE_KEY), False, horizon), objective, MIDDLE_WORK, 0)
        for seed in range(MIDDLE)
    ]


def _parts(tiny: list[Losses], what: str) -> list[float]:
    return [part for each in tiny if (part := getattr(each, what)) is not None]
