"""The places from which a programme takes people, and how its vehicles come from one to another."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from korridor.clockwork.tables import NONE, G, Index, Ints, V
from korridor.events.movement import Movement
from korridor.operation.place import Kind


class Sources(NamedTuple):
    """Places from which movements take people who stood there from the start; transfers are none of them."""

    places: Ints  # [source]
    number: Ints  # [place]: which source it is, or NONE
    fetches: (
        Ints  # [trip]: 1 if it goes empty to a source from which a later movement takes people with its type
    )
    takes: (
        Ints  # [type, group]: 1 if it serves the group's place, and one of its layouts has room for a party
    )
    empty: Ints  # [place, source]: the column of an empty leg from where a movement forms up, or NONE
    loaded: Ints  # [source, place]: the column of a loaded leg, or NONE


def sources_of(index: Index, movements: Sequence[Movement], last: Sequence[Movement]) -> Sources:
    """Return the sources of a plan's movements, and of those to go on with behind them."""
    origins = {movement.origin for movement in (*movements, *last)}
    taken_from = {movement.origin for movement in (*movements, *last) if movement.loaded}
    places = index.operation.places
    names = [name for name in places if name in taken_from and places[name].kind is not Kind.TRANSFER]
    number = np.full(len(places), NONE, dtype=np.int64)
    empty = np.full((len(places), len(names)), NONE, dtype=np.int64)
    loaded = np.full((len(names), len(places)), NONE, dtype=np.int64)
    for source, name in enumerate(names):
        number[index.place[name]] = source
        for there, at in index.place.items():
            loaded[source, at] = index.column(name, there, True)
            if there in origins:
                empty[at, source] = index.column(there, name, False)
    return Sources(
        places=np.array([index.place[name] for name in names], dtype=np.int64),
        number=number,
        fetches=np.array([*_fetches(movements, names), *_fetches(last, names)], dtype=np.int64),
        takes=_takes(index),
        empty=empty,
        loaded=loaded,
    )


def _fetches(movements: Sequence[Movement], sources: Sequence[str]) -> list[int]:
    """Return for each trip whether it goes empty to a source from which a later movement takes people with its type."""
    taken: set[tuple[str, str]] = set()
    found = []
    for movement in reversed(movements):
        for trip in reversed(movement.trips):
            if movement.loaded and movement.origin in sources:
                taken.add((trip.vehicle_type, movement.origin))
            fetches = not movement.loaded and (trip.vehicle_type, trip.destination) in taken
            found.append(int(fetches))
    return found[::-1]


def _takes(index: Index) -> Ints:
    """Return of which groups a vehicle of each type can carry a party, and may where they stand."""
    tables = index.tables
    found = np.zeros((len(tables.types), len(tables.groups)), dtype=np.int64)
    for kind, row in enumerate(tables.types):
        layouts = tables.layouts[row[V.LAYOUT] : row[V.LAYOUT] + row[V.LAYOUTS]]
        for group, needs in enumerate(tables.groups[:, [G.SEATS, G.STRETCHERS, G.WHEELCHAIRS]]):
            fits = (layouts >= needs).all(axis=1).any()
            found[kind, group] = fits and tables.serves[kind, tables.groups[group, G.PLACE]]
    return found
