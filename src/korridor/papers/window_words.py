"""The truce's windows in words."""

from korridor.operation.operation import Operation
from korridor.operation.truce import TruceWindow
from korridor.pictures.clock import Clock


def window_words(operation: Operation) -> list[str]:
    """Return the truce's windows, those planned on and the others, and how the plan's horizon cuts them."""
    if operation.truce is None:
        return []
    clock = Clock(operation.start)

    def span(window: TruceWindow) -> str:
        return f"{clock.full(window.opens_s)} to {clock.full(window.closes_s)}"

    lines = []
    for name, windows in (("announced", operation.truce.announced), ("happened", operation.truce.happened)):
        if windows:
            used = " (this plan is made for these)" if name == operation.truce.plan_on else ""
            lines.append(f"{name}{used}: {'; '.join(map(span, windows))}")
    if operation.until_s is not None:
        lines.append(f"the question ends at {clock.full(operation.until_s)}")
    if operation.margin_s:
        lines.append(f"truce roads are clear {operation.margin_s // 60} min before each window ends")
    return lines
