"""More time: windows that open sooner or close later, a shorter margin, a later horizon."""

from collections.abc import Callable
from typing import Literal

from korridor.operation.changes.base import BaseChange, changed
from korridor.operation.operation import Operation
from korridor.operation.truce import Truce, TruceWindow
from korridor.operation.units import DurationS, Number, duration_text


class LaterClosing(BaseChange):
    """A truce window that closes later; one that comes to the next window joins it.

    Attributes
    ----------
    window : int or None
        From 0, among those that planning uses (O8); ``None`` is every one.
    later_s : int
        The horizon moves with it where it would lie before the new end.
    """

    change: Literal["closes"] = "closes"
    window: Number | None
    later_s: DurationS = 3600

    def made_in(self, operation: Operation) -> Operation:
        """Return the operation with a longer truce."""
        longer = _with_windows(
            operation, self.window, lambda each: changed(each, closes_s=each.closes_s + self.later_s)
        )
        return longer.until(self._until_s(operation))

    def words(self, operation: Operation) -> str:
        """``the truce closes 1 h later: 12:00 instead of 11:00 (2nd window)``."""
        horizon = "; the horizon moves with it" if self._until_s(operation) != operation.until_s else ""
        said = f"the truce closes {duration_text(self.later_s)} later"
        if self.window is None:
            return f"{said}, every time{horizon}"
        now_s = _window(operation, self.window).closes_s
        return f"{said}{_instead(operation, now_s + self.later_s, now_s)}{_which(operation, self.window)}{horizon}"

    def _until_s(self, operation: Operation) -> int | None:
        """The horizon, moved where a longer window that closed before it would end after it."""
        until_s = operation.until_s
        if until_s is None:
            return None
        mine = _truce(operation).windows if self.window is None else (_window(operation, self.window),)
        ends_s = (each.closes_s + self.later_s for each in mine if each.closes_s <= until_s)
        return max([until_s, *ends_s])


class EarlierOpening(BaseChange):
    """A truce window that opens sooner; one that comes to the window before joins it.

    Attributes
    ----------
    window : int or None
        From 0, among those that planning uses (O8); ``None`` is every one.
    sooner_s : int
        Not to before the operation's start.
    """

    change: Literal["opens"] = "opens"
    window: Number | None
    sooner_s: DurationS = 3600

    def made_in(self, operation: Operation) -> Operation:
        """Return the operation with a truce that opens sooner."""
        return _with_windows(
            operation, self.window, lambda each: changed(each, opens_s=max(0, each.opens_s - self.sooner_s))
        )

    def words(self, operation: Operation) -> str:
        """``the truce opens 1 h sooner: 13:00 instead of 14:00 (2nd window)``."""
        said = f"the truce opens {duration_text(self.sooner_s)} sooner"
        if self.window is None:
            return f"{said}, every time"
        now_s = _window(operation, self.window).opens_s
        then_s = max(0, now_s - self.sooner_s)
        return f"{said}{_instead(operation, then_s, now_s)}{_which(operation, self.window)}"


class ShorterMargin(BaseChange):
    """Less time between the last column's leaving the truce roads and the end of a window.

    The margin is there for columns that are late. A plan has none, so to a plan it is only time lost; what it keeps
    people from is for a rehearsal to show.
    """

    change: Literal["margin"] = "margin"
    less_s: DurationS = 600

    def made_in(self, operation: Operation) -> Operation:
        """Return the operation with a shorter margin."""
        truce = _truce(operation)
        if truce.margin_s < self.less_s:
            raise ValueError(f"the margin is {duration_text(truce.margin_s)}")
        truce = changed(truce, margin_s=truce.margin_s - self.less_s)
        return operation.model_copy(update={"truce": truce})

    def words(self, operation: Operation) -> str:
        """``a margin of 20 min instead of 30 min before the truce closes``."""
        now_s = _truce(operation).margin_s
        then = duration_text(now_s - self.less_s)
        return f"a margin of {then} instead of {duration_text(now_s)} before the truce closes"


class LaterHorizon(BaseChange):
    """A horizon, set by the question, that lies later."""

    change: Literal["horizon"] = "horizon"
    later_s: DurationS = 3600

    def made_in(self, operation: Operation) -> Operation:
        """Return the operation with a later horizon."""
        if operation.until_s is None:
            raise ValueError("the question sets no horizon")
        return operation.until(operation.until_s + self.later_s)

    def words(self, operation: Operation) -> str:
        """``1 h more until the horizon``."""
        del operation
        return f"{duration_text(self.later_s)} more until the horizon"


def _truce(operation: Operation) -> Truce:
    if operation.truce is None:
        raise ValueError("there is no truce")
    return operation.truce


def _window(operation: Operation, index: int) -> TruceWindow:
    windows = _truce(operation).windows
    if index >= len(windows):
        raise ValueError(f"there is no window {index}; from 0 to {len(windows) - 1}")
    return windows[index]


def _with_windows(
    operation: Operation, index: int | None, longer: Callable[[TruceWindow], TruceWindow]
) -> Operation:
    """Make one window longer, or every one; windows that meet are joined."""
    truce = _truce(operation)
    if index is not None:
        _window(operation, index)
    found: list[TruceWindow] = []
    for at, window in enumerate(truce.windows):
        each = longer(window) if index in (None, at) else window
        if found and each.opens_s <= found[-1].closes_s:
            each = changed(found.pop(), closes_s=each.closes_s)
        found.append(each)
    return operation.model_copy(update={"truce": changed(truce, **{truce.plan_on.value: tuple(found)})})


def _instead(operation: Operation, then_s: int, now_s: int) -> str:
    """``: 12:00 instead of 11:00``, by the operation's clock, where it has one."""
    then, now = operation.instant(then_s), operation.instant(now_s)
    return "" if then is None or now is None else f": {then:%H:%M} instead of {now:%H:%M}"


def _which(operation: Operation, index: int) -> str:
    """Say which window, where there are several."""
    if len(_truce(operation).windows) == 1:
        return ""
    ends = {1: "st", 2: "nd", 3: "rd"}
    number = index + 1
    end = "th" if 10 < number % 100 < 14 else ends.get(number % 10, "th")
    return f" ({number}{end} window)"
