"""Every change there is, told apart by ``change`` where one is written to a file."""

from typing import Annotated

from pydantic import Field

from korridor.operation.changes.aboard import LongestAboard
from korridor.operation.changes.base import BaseChange as Change
from korridor.operation.changes.columns import LargerColumns, ShorterHeadway
from korridor.operation.changes.more import MoreBays, MoreEscorts, MoreLanes, MoreVehicles
from korridor.operation.changes.time import EarlierOpening, LaterClosing, LaterHorizon, ShorterMargin

__all__ = ["AnyChange", "Change"]

AnyChange = Annotated[
    MoreVehicles
    | MoreLanes
    | MoreBays
    | MoreEscorts
    | LaterClosing
    | EarlierOpening
    | ShorterMargin
    | LaterHorizon
    | LargerColumns
    | ShorterHeadway
    | LongestAboard,
    Field(discriminator="change"),
]
