"""P3: a bound's certificate, whole numbers that anyone can check."""

from typing import Annotated, Literal

from pydantic import Field

from korridor.operation.frozen import Frozen

MOST_SLOTS = 100_000
"""A slot program's certificate cuts the time in no more slots; the planner makes two thousand at most."""


class Certificate(Frozen):
    """Multipliers of the slot program's rows; see ``docs/bounds.md``.

    Attributes
    ----------
    horizon_s : int
        The horizon the program was built for.
    slot_s : int
        Slot length.
    scale : int
        Multipliers are these integers divided by ``scale``.
    phases : dict of str to int
        Phase of each clock, in seconds; 0 where not named.
    multipliers : dict of str to tuple of int
        By row family; never negative; 0 where not named or beyond the tuple's end.
    unweighted : bool
        Whether every person counts one, whatever the group's weight (for *clearance*).
    period_s : int or None
        Where a person counts the seconds that are left when they are out (for *priority*): how finely these are told apart.
    lap_s : int or None
        After how long the slots of every clock begin anew; after each slot if ``None``.
    bound_weight : int
        Nobody can get more than this weight of people out by ``horizon_s``; with periods, of seconds left, times weight.
    """

    kind: Literal["slot-program"] = "slot-program"
    horizon_s: int
    slot_s: int
    scale: int
    phases: dict[str, int]
    multipliers: dict[str, tuple[int, ...]]
    unweighted: bool
    period_s: int | None = None
    lap_s: int | None = None
    bound_weight: int


MOST_PRICE = 1 << 40
"""A tour certificate's prices are from minus this to this, so that no sum of them overflows."""

MOST_STEPS, MOST_FIGURES = 100_000_000, 10_000_000
"""What checking a tour certificate takes at most (docs/bounds-shuttle.md): some five seconds, and half a gigabyte."""


class TourCertificate(Frozen):
    """Prices at which all loads of a plain shuttle are worth more than its vehicles can earn; see ``docs/bounds-shuttle.md``.

    Attributes
    ----------
    too_soon_s : int
        By then not everybody can be out; the bound is a second later.
    load_prices : tuple of int
        What a load earns, by lot: full loads by assembly place, then smaller last loads by assembly place.
    room_prices : tuple of int
        What a person's room costs, by reception; never negative.
    """

    kind: Literal["shuttle-tours"] = "shuttle-tours"
    too_soon_s: int
    load_prices: tuple[int, ...]
    room_prices: tuple[int, ...]


class Split(Frozen):
    """Two cases of which one holds in every plan: trips of a kind are ``at_most`` so many, or more.

    Attributes
    ----------
    vehicle_type : str or None
        Only trips of these vehicles count; of all where it is ``None``.
    lot : int or None
        Only trips with loads of this lot.
    comes_from : str or None
        Only trips of vehicles that stood there.
    goes_to : str or None
        Only trips to this reception. Never together with ``comes_from``.
    by_s : int or None
        Only trips that are out by then, where ``goes_to`` says whereto, else that have departed by then; in a tour that
        never waits.
    at_most : int
        The first case; in the second there are more.
    """

    node: Literal["split"] = "split"
    vehicle_type: str | None = None
    lot: int | None = None
    comes_from: str | None = None
    goes_to: str | None = None
    by_s: int | None = None
    at_most: int


class Leaf(Frozen):
    """Prices at which, in the case that the splits above have come to, vehicles cannot earn what all loads are worth.

    Attributes
    ----------
    load_prices, room_prices : tuple of int
        As in a :class:`TourCertificate`.
    split_prices : tuple of int
        What each split above costs or earns, the topmost first; never negative.
    """

    node: Literal["leaf"] = "leaf"
    load_prices: tuple[int, ...]
    room_prices: tuple[int, ...]
    split_prices: tuple[int, ...] = ()


Node = Annotated[Split | Leaf, Field(discriminator="node")]
"""A node of a tree of cases."""


class TreeCertificate(Frozen):
    """Cases that are all there are, each with prices that prove a moment too soon; see ``docs/bounds-shuttle.md``.

    Attributes
    ----------
    too_soon_s : int
        By then not everybody can be out; the bound is a second later.
    nodes : tuple of Split or Leaf
        A split stands before all nodes of its first case, and these before all of its second.
    """

    kind: Literal["shuttle-tree"] = "shuttle-tree"
    too_soon_s: int
    nodes: tuple[Node, ...]


ShuttleCertificate = TourCertificate | TreeCertificate
"""What the clearance of a plain shuttle can rest on."""


class StreamCertificate(Frozen):
    """Multipliers of the stream program's rows, for a partition of the places; see ``docs/bounds-streams.md``.

    Attributes
    ----------
    horizon_s, slot_s : int
    scale : int
        Multipliers are these integers divided by ``scale``.
    districts : dict of str to int
        Places with one number are taken together; one not named stands by itself.
    multipliers : dict of str to tuple of int
        By row family; never negative; 0 where not named or beyond the tuple's end.
    unweighted : bool
        Whether every person counts one, whatever the group's weight.
    bound_weight : int
        Nobody can get more than this weight of people out by ``horizon_s``.
    """

    kind: Literal["streams"] = "streams"
    horizon_s: int
    slot_s: int
    scale: int
    districts: dict[str, int]
    multipliers: dict[str, tuple[int, ...]]
    unweighted: bool
    bound_weight: int


AnyCertificate = Annotated[
    Certificate | TourCertificate | TreeCertificate | StreamCertificate, Field(discriminator="kind")
]
"""What a plan's bounds can rest on."""
