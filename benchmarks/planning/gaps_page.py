"""The page of what stays open, ``docs/gaps.md``: each family's gap, and the smallest operation on which each part loses."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean

from benchmarks.planning.gap_words import FIXES, in_words
from benchmarks.planning.losses import Losses
from benchmarks.planning.rules import RULES, TOGETHER
from korridor.operation.units import duration_text
from korridor.planning.plan import Objective
from korridor.whole import write_whole

Found = Mapping[tuple[str, Objective], tuple[Sequence[Losses], Sequence[Losses]]]
"""Tiny and middle operations of a family, by objective."""

SHOWN = 0.0001
"""Losses below this are rounding."""

HEAD = Path(__file__).with_name("gaps-head.md")


def write_gaps(found: Found, folder: Path, tiny_work: int, middle_work: int) -> Path:
    """Write the page; returns its path."""
    head = HEAD.read_text(encoding="utf-8").format(tiny=f"{tiny_work:,}", middle=f"{middle_work:,}")
    text = "\n".join([head, *_table(found), "", *_counted(found), "", *_examples(found), ""])
    return write_whole(folder, {"gaps.md": text})[0]


def _table(found: Found) -> Iterator[str]:
    yield "| family | objective | middle: mean gap | worst | tiny: search, mean | worst | relaxation, mean | worst |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|"
    for (family, objective), (tiny, middle) in found.items():
        parts = [
            [each.gap for each in middle],
            [each.search for each in tiny],
            [each.relaxation for each in tiny],
        ]
        cells = [
            cell for part in parts for cell in _mean_and_worst([each for each in part if each is not None])
        ]
        yield f"| {family} | {objective} | {' | '.join(cells)} |"


def _counted(found: Found) -> Iterator[str]:
    tiny, middle = ([len(each[size]) for each in found.values()] for size in (0, 1))
    yield (
        f"In this run: {min(tiny)} to {max(tiny)} tiny and {min(middle)} to {max(middle)} middle operations of each family and "
        "objective."
    )


def _mean_and_worst(parts: list[float]) -> tuple[str, str]:
    return (f"{100 * mean(parts):.1f} %", f"{100 * max(parts):.1f} %") if parts else ("–", "–")


def _examples(found: Found) -> Iterator[str]:
    yield "## The smallest example of each loss"
    for family in dict.fromkeys(name for name, _ in found):
        rule = RULES.get(family)
        yield ""
        yield f"### {family}"
        yield ""
        yield (
            (rule.__doc__ or "")
            if rule is not None
            else "Several rules at once."
            if family == TOGETHER
            else ""
        )
        open_ = False
        for (name, objective), (tiny, _) in found.items():
            for what in ("search", "relaxation"):
                lost = (
                    [each for each in tiny if (getattr(each, what) or 0.0) > SHOWN] if name == family else []
                )
                if lost:
                    open_ = True
                    yield from _example(min(lost, key=lambda each: each.size), objective, what, family)
        if not open_:
            yield ""
            yield "Nothing is lost on the tiny ones."


def _example(lost: Losses, objective: Objective, what: str, family: str) -> Iterator[str]:
    yield ""
    why = FIXES.get(f"{family}, {what}", "Why: not looked into yet.")
    yield f"**{objective}, {what}.** {in_words(lost.operation)} {_values(lost, objective)} {why}".rstrip()


def _values(lost: Losses, objective: Objective) -> str:
    def told(value: int | None) -> str:
        if value is None:
            return "somebody is left"
        return f"{value:,} out" if objective is Objective.MOST_OUT else duration_text(value)

    return f"Our plan: {told(lost.plan)}; the best plan: {told(lost.oracle)}; bound: {told(lost.bound)}."
