"""O8, C4, C8: truce roads are used in windows only."""

from collections.abc import Iterator

from korridor.events.movement import Movement
from korridor.planning.plan import Plan
from korridor.planning.verify.broken import Broken, named
from korridor.planning.verify.c5_road import end_of
from korridor.planning.verify.c6_checkpoint import goes_on_s
from korridor.planning.verify.columns_ahead import ColumnsAhead
from korridor.planning.verify.o7_convoy import halts_s
from korridor.planning.verify.windows import windows_s


def o8_truce_stretches_lie_in_one_window(plan: Plan) -> Iterator[Broken]:
    """O8, C4: from the head's entry to the tail's exit a truce stretch lies in one window, less margin."""
    margin_s = plan.operation.truce.margin_s if plan.operation.truce else 0
    spans_s = [(opens_s, closes_s - margin_s) for opens_s, closes_s in windows_s(plan.operation)]
    for movement in plan.movements:
        for stretch in _truce_stretches(plan, movement):
            enters_s = movement.passages[stretch[0]].head_in_s
            leaves_s = movement.passages[stretch[-1]].tail_out_s
            if not any(opens_s <= enters_s and leaves_s <= until_s for opens_s, until_s in spans_s):
                what = f"on truce roads from {enters_s} s to {leaves_s} s; no window less its margin holds it"
                yield Broken("O8", named(movement), what)


def c8_nobody_is_on_a_truce_road_when_a_window_ends(plan: Plan) -> Iterator[Broken]:
    """C8: no movement, loaded or empty, is on a truce road when a window ends."""
    for movement in plan.movements:
        for passage in movement.passages:
            for _, closes_s in windows_s(plan.operation):
                if (
                    plan.operation.roads[passage.road].truce
                    and passage.head_in_s < closes_s < passage.tail_out_s
                ):
                    what = f"on road {passage.road} when the window ends at {closes_s} s"
                    yield Broken("C8", named(movement), what)


def c4_the_first_stretch_is_awaited_at_the_origin(plan: Plan) -> Iterator[Broken]:
    """C4: a movement leaves so as to reach its first truce stretch no sooner than the window opens."""
    ahead = ColumnsAhead(plan)
    for movement in plan.movements:
        for stretch in _truce_stretches(plan, movement)[:1]:
            enters_s = movement.passages[stretch[0]].head_in_s
            opens_s = max(
                (opens_s for opens_s, _ in windows_s(plan.operation) if opens_s <= enters_s), default=None
            )
            reaches_s = _reaches_s(plan, ahead, movement, stretch[0])
            if opens_s is not None and reaches_s < opens_s:
                what = f"reaches its first truce road at {reaches_s} s and stands there until {opens_s} s"
                yield Broken("C4", named(movement), what)


def _truce_stretches(plan: Plan, movement: Movement) -> list[list[int]]:
    """C4: the unbroken runs of truce roads among a movement's passages, by their position."""
    runs: list[list[int]] = []
    for at, passage in enumerate(movement.passages):
        if plan.operation.roads[passage.road].truce:
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
    return runs


def _reaches_s(plan: Plan, ahead: ColumnsAhead, movement: Movement, at: int) -> int:
    """When the head could enter a passage, but for the truce."""
    if at == 0:
        return movement.departs_s
    behind, enters = movement.passages[at - 1 : at + 1]
    comes_s = max(goes_on_s(plan, movement, behind), ahead.exit_s(movement, behind))
    return max(comes_s + halts_s(plan, end_of(plan, behind)), ahead.entry_s(movement, enters))
