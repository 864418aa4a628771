"""Larger columns, and columns nearer to each other."""

from typing import Literal

from korridor.operation.changes.base import BaseChange, changed
from korridor.operation.operation import Operation
from korridor.operation.units import DurationS, Positive, duration_text


class LargerColumns(BaseChange):
    """Columns of more vehicles at most."""

    change: Literal["column"] = "column"
    more: Positive = 1

    def made_in(self, operation: Operation) -> Operation:
        """Return the operation with larger columns allowed."""
        rule = changed(operation.convoy, most=operation.convoy.most + self.more)
        return operation.model_copy(update={"convoy": rule})

    def words(self, operation: Operation) -> str:
        """``columns of up to 26 vehicles instead of 25``."""
        now = operation.convoy.most
        return f"columns of up to {now + self.more:,} vehicles instead of {now:,}"


class ShorterHeadway(BaseChange):
    """Less time between the heads of columns, on every road that keeps a headway.

    On all of them, since a column that may follow sooner on one road only has to wait before the next.
    """

    change: Literal["headway"] = "headway"
    less_s: DurationS = 60

    def made_in(self, operation: Operation) -> Operation:
        """Return the operation with shorter headways, none below zero."""
        if not any(road.headway_s for road in operation.roads):
            raise ValueError("no road keeps a headway")
        roads = tuple(
            changed(road, headway_s=max(0, road.headway_s - self.less_s)) if road.headway_s else road
            for road in operation.roads
        )
        return operation.model_copy(update={"roads": roads})

    def words(self, operation: Operation) -> str:
        """``columns 19 min apart instead of 20 min``."""
        now_s = sorted({road.headway_s for road in operation.roads if road.headway_s})
        if len(now_s) == 1:
            then = duration_text(max(0, now_s[0] - self.less_s))
            return f"columns {then} apart instead of {duration_text(now_s[0])}"
        return f"columns {duration_text(self.less_s)} less apart, on every road that keeps a headway"
