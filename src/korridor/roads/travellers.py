"""Who drives: the operation's vehicle types, each of a kind and with its own greatest speed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from korridor.operation.operation import Operation
from korridor.roads.network import Flags, Floats, Network
from korridor.roads.vehicle_kind import KINDS, VehicleKind, kind_of


@dataclass(frozen=True)
class Traveller:
    """One vehicle type on the road.

    Attributes
    ----------
    name : str
        The type's name in the operation.
    kind : VehicleKind
    fastest_m_per_h : int or None
        Its own greatest speed; ``None`` is as fast as the road.
    """

    name: str
    kind: VehicleKind
    fastest_m_per_h: int | None


def travellers_of(operation: Operation, said: Mapping[str, VehicleKind]) -> tuple[Traveller, ...]:
    """The fleet's types; ``said`` names the kinds that cannot be guessed."""
    return tuple(
        Traveller(name, said.get(name) or kind_of(vehicles), vehicles.speed_m_per_h)
        for name, vehicles in operation.fleet.items()
    )


def seconds(network: Network, traveller: Traveller) -> Floats:
    """By direction (forth, back) and edge: seconds, infinite where the traveller may not go."""
    speeds = network.speeds_m_per_h[:, :, KINDS.index(traveller.kind)].T.astype(np.float64)
    if traveller.fastest_m_per_h is not None:
        speeds = np.minimum(speeds, traveller.fastest_m_per_h)
    needed = np.full_like(speeds, np.inf)
    np.divide(network.length_m * 3600, speeds, out=needed, where=speeds > 0)
    return needed


def seconds_together(network: Network, travellers: Sequence[Traveller]) -> Floats:
    """The slowest one's seconds: infinite where any may not go, so that all can use the same road."""
    return np.asarray(np.max([seconds(network, traveller) for traveller in travellers], axis=0))


@dataclass(frozen=True)
class Open:
    """What a network lets a fleet do, all types together.

    Attributes
    ----------
    seconds : array
        By direction and edge: the slowest type's; infinite where any may not go.
    any_way : array of bool
        By edge: whether all may drive it, in one direction at least.
    one_way : array of int
        By edge: 1 where they may drive it forth only, -1 back only, else 0.
    """

    seconds: Floats
    any_way: Flags
    one_way: NDArray[np.int8]


def open_to(network: Network, travellers: Sequence[Traveller]) -> Open:
    """What a network lets all of the travellers do."""
    together = seconds_together(network, travellers)
    forth, back = np.isfinite(together)
    return Open(together, forth | back, forth.astype(np.int8) - back.astype(np.int8))
