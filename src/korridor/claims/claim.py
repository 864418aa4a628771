"""A claim: one figure that somebody gave, as the dispatch words it (S1)."""

from enum import StrEnum

from korridor.operation.frozen import Frozen


class Quantity(StrEnum):
    """What a figure counts or measures."""

    PERSONS = "persons"
    FAMILIES = "families"
    VEHICLES = "vehicles"
    DISTANCE_KM = "distance_km"
    AREA_KM2 = "area_km2"
    DURATION_S = "duration_s"
    PERCENT = "percent"
    OTHER = "other"


WHOLE = (Quantity.PERSONS, Quantity.FAMILIES, Quantity.VEHICLES)
"""What comes in whole numbers only: their bounds are rounded outward (S2)."""


class State(StrEnum):
    """Where what is counted stands, from tense, mood and verbs."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    DONE = "done"
    REMAINING = "remaining"
    BACKGROUND = "background"


class ClaimTime(Frozen):
    """When a figure holds, as far as its sentence says.

    Attributes
    ----------
    basis : str
        ``at``, ``during``, ``since`` or ``until``.
    dates : tuple of str
        ISO dates that it can mean: one where the text and the dispatch's own date settle it, several where only
        the month is known, none where nothing is.
    clock : str or None
        ``HH:MM``, as written, with no offset.
    wording : str
        The words themselves.
    """

    basis: str
    dates: tuple[str, ...] = ()
    clock: str | None = None
    wording: str


class Claim(Frozen):
    """One figure of a dispatch (S1).

    Attributes
    ----------
    file : str
        Where it was read, as the caller named it.
    quantity : Quantity
        What is counted or measured; it names the unit of ``low`` and ``high``.
    unit : str
        The unit as the dispatch writes it; for counts the noun.
    category : str
        What is counted, an English plural noun such as ``fighters``.
    low, high : float or int or None
        Bounds by the table of hedges (S2); None where the wording leaves that side open.
    state : State
        Planned, ongoing, done, remaining or background.
    subset_of : str or None
        The quote of the claim that this one is part of, where the text says so.
    place : str or None
        The place, in the text's own words.
    time : ClaimTime or None
        When.
    sources : tuple of str
        The first speaker first, then each who passed it on; empty where the publication itself says it (S3).
    quote : str
        The wording, ``text[span[0]:span[1]]``.
    span : tuple of int
        Characters of the text.
    lang : str
        The language that it was read in.
    """

    file: str
    quantity: Quantity
    unit: str
    category: str
    low: int | float | None
    high: int | float | None
    state: State
    subset_of: str | None
    place: str | None
    time: ClaimTime | None
    sources: tuple[str, ...]
    quote: str
    span: tuple[int, int]
    lang: str
