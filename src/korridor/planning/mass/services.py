"""Column parts that lead out of the places where people stand."""

from dataclasses import dataclass

import numpy as np

from korridor.clockwork.tables import NEVER, Index, Ints
from korridor.planning.mass.legs import Legs, along_s


@dataclass(frozen=True)
class Services:
    """A *service* is a place with a column part out of it.

    Attributes
    ----------
    column, origin : array of int
    legs : list of array of int
        The legs of each.
    lap_s, through_s : array of int
        How long its quickest lap takes, and of it the column part loaded.
    """

    column: Ints
    origin: Ints
    legs: list[Ints]
    lap_s: Ints
    through_s: Ints


def services_of(index: Index, legs: Legs) -> Services:
    """Group legs by origin and column part."""
    pairs = np.stack([legs.column, legs.origin], axis=1)
    found, of_leg = np.unique(pairs, axis=0, return_inverse=True)
    of_leg = of_leg.reshape(-1)
    order = np.argsort(of_leg, kind="stable")
    ends = np.searchsorted(of_leg[order], np.arange(len(found) + 1))
    lap_s = np.full(len(found), NEVER, dtype=np.int64)
    np.minimum.at(lap_s, of_leg, legs.lap_s)
    return Services(
        found[:, 0],
        found[:, 1],
        [order[ends[i] : ends[i + 1]] for i in range(len(found))],
        lap_s,
        along_s(index).min(axis=1)[found[:, 0]],
    )
