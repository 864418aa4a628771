"""Korridor and its peers, side by side: one run, the same machine, operations, cores and seconds."""

from collections.abc import Iterator

import korridor
from benchmarks import registry
from benchmarks.planning.hand_rule import RULES
from benchmarks.planning.rules import drawn, seeded
from benchmarks.planning.side.contenders import CONTENDERS, CannotError
from benchmarks.planning.side.curve import Curve
from benchmarks.planning.side.instances import HOME, Instance, instances
from benchmarks.planning.side.page import write_page
from benchmarks.planning.side.table import Compared
from benchmarks.registry import Ratio, benchmark
from korridor.planning.plan import Objective

SECONDS = 60.0
FAMILY_S, RANDOM_S = 20.0, 10.0


@benchmark(
    "planning.side_by_side",
    question="Who finds the better plan in the same time, and who can say how good it is?",
    compares_with="OR-Tools CP-SAT, OR-Tools routing, PyVRP, hand rules, published values of GRASP and CPLEX",
)
def side_by_side() -> Iterator[Ratio]:
    """Each operation, planned by everybody who has words for it; writes ``docs/side-by-side.md``, for a part ``build/``."""
    options = registry.asked
    limit_s = options.seconds or SECONDS
    _compile()
    compared: list[Compared] = []
    folder = HOME / ("docs" if options.only is None else "build")
    for instance in instances():
        name = f"{instance.group}, {instance.name}".lower()
        if options.only is not None and not any(part.lower() in name for part in options.only.split("|")):
            continue
        compared.append(_compared(instance, min(limit_s, instance.seconds)))
        seconds = {"family_s": FAMILY_S, "random_s": RANDOM_S}
        write_page(compared, folder, limit_s, seconds, len(RULES), options.only)
        yield from _ratio(compared[-1], min(limit_s, instance.seconds))


def _compile() -> None:
    """Plan something small each way first, so that what must be compiled is."""
    for family in ("reception", "headway"):
        for objective in (Objective.CLEARANCE, Objective.MOST_OUT):
            korridor.plan(drawn(family, seeded(0, 0), tiny=True, horizon=True), objective=objective, work=1)
    for instance in instances():
        if instance.published:
            korridor.plan(instance.operation, objective=instance.objective, work=1)
            return


def _compared(instance: Instance, seconds: float) -> Compared:
    curves: list[Curve] = []
    cannot: dict[str, str] = {}
    for name, contender in CONTENDERS.items():
        try:
            curves.append(contender(instance, seconds))
        except CannotError as why:
            cannot[name] = str(why)
        except RuntimeError as fault:  # a peer that falls over is shown as one that has no plan
            curves.append(Curve(name, (), seconds, note="ended with an error"))
            print(f"    {instance.name}, {name}: {fault}", flush=True)
    return instance, tuple(curves), cannot


def _ratio(compared: Compared, seconds: float) -> Iterator[Ratio]:
    """Ours against the best of the others."""
    instance, curves, _ = compared
    value = next((curve.at(seconds).value for curve in curves if curve.tool == "Korridor"), None)
    others = {
        curve.tool: had
        for curve in curves
        if curve.tool != "Korridor" and (had := curve.at(seconds).value) is not None
    }
    if value is None or not others:
        return
    more = instance.level == "out"
    who = (max if more else min)(others, key=lambda tool: others[tool])
    yield Ratio(
        f"{instance.name}: {instance.level}, to the best of the others, {who}",
        value,
        others[who],
        "persons" if more else "s",
        aim="as good or better",
        met=value >= others[who] if more else value <= others[who],
    )
