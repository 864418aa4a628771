"""Changes that people at the table can ask for: one more bus, lane, bay, escort or truce hour.

Each is a frozen value that says itself in words and makes of an operation the changed one; planning re-plans it, and a
rehearsal may run it. :mod:`offered` lists those that make sense for an operation.
"""

from korridor.operation.changes.aboard import LongestAboard
from korridor.operation.changes.change import AnyChange, Change
from korridor.operation.changes.columns import LargerColumns, ShorterHeadway
from korridor.operation.changes.more import MoreBays, MoreEscorts, MoreLanes, MoreVehicles, Way
from korridor.operation.changes.offered import changes_for
from korridor.operation.changes.time import EarlierOpening, LaterClosing, LaterHorizon, ShorterMargin

__all__ = [
    "AnyChange",
    "Change",
    "EarlierOpening",
    "LargerColumns",
    "LaterClosing",
    "LaterHorizon",
    "LongestAboard",
    "MoreBays",
    "MoreEscorts",
    "MoreLanes",
    "MoreVehicles",
    "ShorterHeadway",
    "ShorterMargin",
    "Way",
    "changes_for",
]
