"""What sort of value belongs at a place of the file, read off the models: the one answer for every format.

The schema, the workbook, the page of keys and the writer of files all ask here, so that none of them can
think otherwise than the models that check what is read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from korridor.operation import spread, units
from korridor.operation.count import Count
from korridor.operation.fault import Where
from korridor.operation.hours import Hours


class Sort(StrEnum):
    """The sorts of value that a file holds."""

    LENGTH = "length"
    DURATION = "duration"
    SPEED = "speed"
    MOMENT = "moment"
    INSTANT = "instant"
    HOURS = "hours"
    COUNT = "count of people"
    UNCERTAIN_TIME = "uncertain time"
    UNCERTAIN_SHARE = "uncertain share"
    CHANCE = "chance"
    WHOLE = "whole number"
    NUMBER = "number"
    TRUTH = "true or false"
    WORD = "word"
    TEXT = "text"
    TABLE = "table"
    BY_NAME = "table by name"
    LIST = "list"

    @property
    def one(self) -> str:
        """``a length``, ``an instant``."""
        return f"{'an' if self[0] in 'aeiou' else 'a'} {self}"


UNITS: dict[Sort, dict[str, int]] = {
    Sort.LENGTH: units.LENGTHS_M,
    Sort.DURATION: units.DURATIONS_S,
    Sort.SPEED: units.SPEEDS_M_PER_H,
}
"""O1: the units of each quantity, and how many of the program's own units each is."""

_READERS: dict[Any, Sort] = {
    units.length_m: Sort.LENGTH,
    units.duration_s: Sort.DURATION,
    units.speed_m_per_h: Sort.SPEED,
    units.moment_s: Sort.MOMENT,
    units.parse_instant: Sort.INSTANT,
    spread.uncertain_time: Sort.UNCERTAIN_TIME,
    spread.uncertain_share: Sort.UNCERTAIN_SHARE,
    spread.chance_ppm: Sort.CHANCE,
}
_TYPES: dict[Any, Sort] = {
    Hours: Sort.HOURS,
    Count: Sort.COUNT,
    bool: Sort.TRUTH,
    int: Sort.WHOLE,
    float: Sort.NUMBER,
    str: Sort.TEXT,
    datetime: Sort.INSTANT,
}


@dataclass(frozen=True)
class Belongs:
    """What belongs at one place of a file.

    Attributes
    ----------
    sort : Sort
    model : type or None
        Of a table: its model.
    inner : tuple of Belongs
        Of a table by name: what stands behind each name. Of a list: what its entries are; more than one where
        each place in the list has a meaning of its own.
    names : Belongs or None
        Of a table by name: what its names are.
    words : tuple of str
        What a word may be.
    may_be_nothing : bool
        Whether ``~`` may stand there.
    least, most : float or None
        Limits of a number; of a list, ``least`` entries.
    """

    sort: Sort
    model: type[BaseModel] | None = None
    inner: "tuple[Belongs, ...]" = ()
    names: "Belongs | None" = None
    words: tuple[str, ...] = ()
    may_be_nothing: bool = False
    least: float | None = None
    most: float | None = None


def belongs(annotation: Any, metadata: Iterable[Any] = ()) -> Belongs:
    """Return what a type, as the models state it, asks of a file."""
    core, said, may_be_nothing = _bare(annotation, tuple(metadata))
    limits: dict[str, Any] = {"may_be_nothing": may_be_nothing}
    for each in said:
        for limit, mark in (("least", "ge"), ("most", "le"), ("least", "min_length")):
            if hasattr(each, mark):
                limits[limit] = getattr(each, mark)
        if isinstance(each, BeforeValidator) and each.func in _READERS:
            return Belongs(_READERS[each.func], may_be_nothing=may_be_nothing)
    if core in _TYPES:
        return Belongs(_TYPES[core], **limits)
    if isinstance(core, type) and issubclass(core, Enum):
        return Belongs(Sort.WORD, words=tuple(str(each.value) for each in core), **limits)
    if isinstance(core, type) and issubclass(core, BaseModel):
        return Belongs(Sort.TABLE, model=core, **limits)
    inner = get_args(core)
    if get_origin(core) is Literal:
        if isinstance(inner[0], str):
            return Belongs(Sort.WORD, words=inner, **limits)
        return Belongs(Sort.WHOLE, least=inner[0], most=inner[0])
    if get_origin(core) is dict:
        return Belongs(Sort.BY_NAME, names=belongs(inner[0]), inner=(belongs(inner[1]),), **limits)
    assert get_origin(core) is tuple, core
    each_place = inner[:1] if inner[-1] is Ellipsis else inner
    return Belongs(Sort.LIST, inner=tuple(belongs(place) for place in each_place), **limits)


def _bare(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...], bool]:
    """``int``, what is said of it, and whether it may be nothing, from ``Annotated[int, …] | None``."""
    if get_origin(annotation) is Annotated:
        core, *more = get_args(annotation)
        said = (one for each in more for one in (each.metadata if isinstance(each, FieldInfo) else (each,)))
        return _bare(core, (*metadata, *said))
    if get_origin(annotation) in (Union, UnionType):
        (core,) = (choice for choice in get_args(annotation) if choice is not NoneType)
        return (*_bare(core, metadata)[:2], True)
    return annotation, metadata, False


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model by the key that a file writes."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


@cache
def kinds_of(model: type[BaseModel]) -> Mapping[str, Belongs]:
    """What belongs behind each key of a model."""
    return {key: belongs(field.annotation, field.metadata) for key, field in fields_of(model).items()}


@cache
def belongs_at(model: type[BaseModel], path: Where) -> Belongs:
    """Return what belongs at a path of keys, names and indexes.

    Raises
    ------
    KeyError
        Where the model has no such path.
    """
    here = Belongs(Sort.TABLE, model=model)
    for step in path:
        if here.model is not None:
            here = kinds_of(here.model)[str(step)]
        elif here.inner:
            here = here.inner[step if isinstance(step, int) and step < len(here.inner) else 0]
        else:
            raise KeyError(path)
    return here
