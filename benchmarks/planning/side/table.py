"""The comparison as Markdown."""

from collections.abc import Iterable, Iterator, Sequence

from benchmarks.planning.side.curve import SAMPLED_S, Curve
from benchmarks.planning.side.instances import Instance

Compared = tuple[Instance, tuple[Curve, ...], dict[str, str]]
"""An instance, the curves of those who could say it, and why the others could not."""


def best_bound(instance: Instance, curves: Iterable[Curve]) -> int | None:
    """Return the best bound that holds for the operation."""
    bounds = [
        point.bound
        for curve in curves
        if not curve.own_bound
        for point in curve.points
        if point.bound is not None
    ]
    if not bounds:
        return None
    return min(bounds) if instance.level == "out" else max(bounds)


def away(instance: Instance, value: int | None, bound: int | None) -> float | None:
    """How far a value is from a bound, as a part of the value; a clearance in usable truce time (P3)."""
    if value is None or bound is None:
        return None
    if instance.level == "clearance":
        value, bound = instance.operation.usable_s(value), instance.operation.usable_s(bound)
    if value == bound:
        return 0.0
    return abs(value - bound) / value if value else None


def tables(compared: Sequence[Compared], limit_s: float) -> Iterator[str]:
    """Yield the lines of all tables, one for each group of instances."""
    for group in dict.fromkeys(instance.group for instance, _, _ in compared):
        members = [each for each in compared if each[0].group == group]
        moments = [
            at_s for at_s in SAMPLED_S if at_s <= min(limit_s, max(each.seconds for each, _, _ in members))
        ]
        yield f"### {group}"
        yield ""
        heads = ["instance", "tool", *(f"{at_s} s" for at_s in moments), "value", "bound", "gap", "seconds"]
        yield f"| {' | '.join(heads)} |"
        yield f"|{'---|' * 2}{'--:|' * (len(heads) - 2)}"
        for instance, curves, _ in members:
            yield from _rows(instance, curves, moments, min(limit_s, instance.seconds))
            for who, value in instance.published.items():
                bound = best_bound(instance, curves)
                cells = [
                    "",
                    f"{who}, published",
                    *[""] * len(moments),
                    f"{value:,}",
                    "",
                    _part(away(instance, value, bound)),
                    "",
                ]
                yield f"| {' | '.join(cells)} |"
        yield ""
        silent = {f"{tool}: {why}" for _, _, cannot in members for tool, why in cannot.items()}
        if silent:
            yield "Not asked here: " + "; ".join(sorted(silent)) + "."
            yield ""


def _rows(instance: Instance, curves: tuple[Curve, ...], moments: list[int], limit_s: float) -> Iterator[str]:
    bound = best_bound(instance, curves)
    best = [curve.at(limit_s).value for curve in curves if curve.at(limit_s).value is not None]
    top = (max(best) if instance.level == "out" else min(best)) if best else None
    for number, curve in enumerate(curves):
        had = curve.at(limit_s)
        name = (
            f"{instance.name}, {instance.level}"
            if number == 0 and instance.group == "examples"
            else instance.name
        )
        value = _whole(had.value)
        cells = [
            name if number == 0 else "",
            f"{curve.tool}{f' ({curve.note})' if curve.note else ''}",
            *(_whole(curve.at(at_s).value) for at_s in moments),
            f"**{value}**" if had.value is not None and had.value == top else value,
            _whole(had.bound) + (" *" if curve.own_bound and had.bound is not None else ""),
            _part(away(instance, had.value, bound)),
            f"{curve.took_s:.1f}",
        ]
        yield f"| {' | '.join(cells)} |"


def _whole(value: int | None) -> str:
    return "–" if value is None else f"{value:,}"


def _part(gap: float | None) -> str:
    return "–" if gap is None else f"{100 * gap:.1f} %"
