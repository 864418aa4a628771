"""R2: what is uncertain and by how much, as a file says it and, where it says nothing, as is taken."""

from functools import cache
from typing import Annotated, Any

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from korridor.operation.distribution import Distribution
from korridor.operation.frozen import Frozen
from korridor.operation.quantity import KNOWN, Quantity
from korridor.operation.spread import (
    SHARES_PPM,
    ChancePpm,
    UncertainShare,
    UncertainTime,
    uncertain_share,
    uncertain_time,
)
from korridor.operation.units import base_units

DEFAULT = "default"
"""The name behind which stands what holds for all that have no value of their own."""

Times = dict[str, UncertainTime]
Shares = dict[str, UncertainShare]
Chances = dict[str, ChancePpm]
Rate = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]


class Uncertainty(Frozen):
    """What a file says of uncertain quantities, by the name of what each belongs to; ``default`` is for the rest.

    Times are distributions of seconds, shares of parts per million. What each quantity is, and what is taken where nothing
    is said, stands in :data:`korridor.operation.quantity.KNOWN`.

    Examples
    --------
    >>> said = Uncertainty.model_validate({"repair": "15..45 min", "truce_break": {"window 2": "60 %"}})
    >>> said.spread(Quantity.REPAIR, "bus")
    Uniform(low=900, high=2700)
    >>> said.chance_ppm(Quantity.TRUCE_BREAK, "window 2"), said.chance_ppm(Quantity.TRUCE_BREAK, "window 1")
    (600000, 200000)
    """

    road_time: Shares = Field(default_factory=dict)
    closure_per_day_ppm: Chances = Field(alias="closure_per_day", default_factory=dict)
    closed_for: Times = Field(default_factory=dict)
    mobilisation: Times = Field(default_factory=dict)
    late_departure: Times = Field(default_factory=dict)
    boarding: Shares = Field(default_factory=dict)
    alighting: Shares = Field(default_factory=dict)
    driving: Shares = Field(default_factory=dict)
    screening_person: Shares = Field(default_factory=dict)
    screening_vehicle: Shares = Field(default_factory=dict)
    breakdown_per_1000_km: dict[str, Rate] = Field(default_factory=dict)
    breakdown_per_leg_ppm: Chances = Field(alias="breakdown_per_leg", default_factory=dict)
    repair: Times = Field(default_factory=dict)
    beyond_repair_ppm: Chances = Field(alias="beyond_repair", default_factory=dict)
    taken_over: Times = Field(default_factory=dict)
    count_exact: Shares = Field(default_factory=dict)
    count_around: Shares = Field(default_factory=dict)
    count_between: Shares = Field(default_factory=dict)
    count_at_least: Shares = Field(default_factory=dict)
    count_up_to: Shares = Field(default_factory=dict)
    no_shows: Shares = Field(default_factory=dict)
    unexpected: Shares = Field(default_factory=dict)
    on_their_own: Shares = Field(default_factory=dict)
    own_way_after: Times = Field(default_factory=dict)
    truce_break_ppm: Chances = Field(alias="truce_break", default_factory=dict)
    truce_break_at: Shares = Field(default_factory=dict)
    truce_mended: Times = Field(default_factory=dict)
    gate_late: Times = Field(default_factory=dict)
    gate_break_ppm: Chances = Field(alias="gate_break", default_factory=dict)
    gate_mended: Times = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: Any) -> Any:
        """One value is short for ``{default: …}``."""
        if not isinstance(value, dict):
            return value
        return {
            key: {DEFAULT: said} if key in _FIELDS and not isinstance(said, dict) else said
            for key, said in value.items()
        }

    @model_serializer(mode="wrap")
    def _write(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {key: said for key, said in handler(self).items() if said}

    def said(self, quantity: Quantity) -> dict[str, Any]:
        """What the file says of a quantity, by name; nothing where it says nothing."""
        found: dict[str, Any] = getattr(self, _FIELDS[quantity])
        return found

    def spread(self, quantity: Quantity, name: str = DEFAULT) -> Distribution:
        """How a quantity is spread: as the file says of ``name``, or of all, or as is taken anyway.

        Raises
        ------
        TypeError
            If it is a chance or a rate.
        """
        found = self._of(quantity, name)
        if not isinstance(found, Distribution):
            raise TypeError(f"{quantity} is no spread")
        return found

    def chance_ppm(self, quantity: Quantity, name: str = DEFAULT) -> int:
        """The chance of something, in parts per million.

        Raises
        ------
        TypeError
            If it is a spread or a rate.
        """
        found = self._of(quantity, name)
        if not isinstance(found, int):
            raise TypeError(f"{quantity} is no chance")
        return found

    @property
    def breakdowns_per_1000_km(self) -> float:
        """How often a vehicle breaks down whose type does not say it."""
        return float(self._of(Quantity.BREAKDOWN_PER_1000_KM, DEFAULT))  # type: ignore[arg-type]

    def _of(self, quantity: Quantity, name: str) -> Distribution | int | float:
        said = self.said(quantity)
        found: Distribution | int | float = said.get(name, said.get(DEFAULT, taken(quantity)))
        return found


def _field(quantity: Quantity) -> str:
    fields = Uncertainty.model_fields.items()
    return next(name for name, field in fields if quantity in (name, field.alias))


_FIELDS = {quantity: _field(quantity) for quantity in Quantity}


@cache
def taken(quantity: Quantity) -> Distribution | int | float:
    """What is taken for a quantity of which a file says nothing."""
    text = KNOWN[quantity].taken
    kind = Uncertainty.model_fields[_FIELDS[quantity]].annotation
    if kind == Times:
        return uncertain_time(text)
    if kind == Shares:
        return uncertain_share(text)
    return base_units(text.removesuffix(" %"), "%", SHARES_PPM) if kind == Chances else float(text)
