"""What an exercise is asked to be: how many of what."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, TypeAdapter, ValidationError

from korridor.operation.frozen import Frozen
from korridor.operation.units import shown

Some = Annotated[int, Field(ge=1, strict=True)]

PEOPLE_TO_A_PLACE = 2_500
VEHICLES, VEHICLES_GROW = 400, 0.699
RECEPTIONS, RECEPTIONS_GROW = 10, 0.778
AT_PEOPLE = 100_000
VEHICLES_TO_A_CORRIDOR = 150


class Size(Frozen):
    """How large an exercise is, and which one of its size.

    Attributes
    ----------
    people, assemblies, receptions, vehicles, corridors : int
    column : int
        The most vehicles in a column; with 1 they go singly.
    truce : bool
        Whether the corridors need one, in daily windows.
    seed : int
    """

    people: Annotated[int, Field(ge=100, le=10_000_000, strict=True)]
    assemblies: Annotated[int, Field(ge=1, le=2_000, strict=True)]
    receptions: Annotated[int, Field(ge=1, le=500, strict=True)]
    vehicles: Annotated[int, Field(ge=4, le=10_000, strict=True)]
    corridors: Annotated[int, Field(ge=1, le=40, strict=True)]
    column: Annotated[int, Field(ge=1, le=300, strict=True)] = 25
    truce: bool = True
    seed: Annotated[int, Field(ge=0, lt=1 << 63, strict=True)] = 0

    EXAMPLE: ClassVar[str] = "people=100000,seed=7"

    @classmethod
    def of(cls, people: int, **asked: int | bool) -> Self:
        """Size an exercise by its people; whatever else is not asked for follows from them.

        A place for every 2,500 people; 400 vehicles and 10 receptions for 100,000, fewer to a head the more there are; a
        corridor for every 150 vehicles.

        Raises
        ------
        pydantic.ValidationError
            Where a number is out of range.
        """
        part = max(people, 1) / AT_PEOPLE
        vehicles = asked.get("vehicles", max(4, round(VEHICLES * part**VEHICLES_GROW)))
        found: dict[str, int | bool] = {
            "people": people,
            "assemblies": max(2, round(people / PEOPLE_TO_A_PLACE)),
            "receptions": max(2, round(RECEPTIONS * part**RECEPTIONS_GROW)),
            "vehicles": vehicles,
            "corridors": max(1, round(vehicles / VEHICLES_TO_A_CORRIDOR)),
        }
        return cls.model_validate({**found, **asked})


def read_size(text: str) -> Size:
    """Read ``people=100000,column=1,seed=7``; only ``people`` has to be there.

    Raises
    ------
    ValueError
        In words for a person.

    Examples
    --------
    >>> read_size("people=1000").vehicles
    16
    """
    asked: dict[str, int | bool] = {}
    for part in text.split(","):
        name, equals, value = (each.strip() for each in part.partition("="))
        if not equals or name not in Size.model_fields:
            raise ValueError(
                f"{shown(part.strip())} is not a size; write for example {Size.EXAMPLE}, with any of "
                f"{', '.join(Size.model_fields)}"
            )
        if name in asked:
            raise ValueError(f"{name} stands there twice")
        asked[name] = _value(name, value)
    if "people" not in asked:
        raise ValueError(f"people is missing; write for example {Size.EXAMPLE}")
    try:
        return Size.of(**asked)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = str(first["loc"][0]) if first["loc"] else ""
        raise ValueError(f"{where}: {first['msg'].lower()}, not {asked.get(where, '')}") from None


def _value(name: str, value: str) -> int | bool:
    if name == "truce":
        if value not in ("yes", "no"):
            raise ValueError(f"truce is yes or no, not {shown(value)}")
        return value == "yes"
    try:
        return TypeAdapter(int).validate_python(value)
    except ValidationError:
        raise ValueError(f"{name} is a whole number, not {shown(value)}") from None
