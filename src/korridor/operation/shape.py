"""What belongs at a path of a model: so that a message can say what is allowed there."""

import re
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

KEY = "[key]"
"""How the validator says that a table's key, not its value, is at fault."""

_NOUNS = {
    "EmptyLegs": "rule for empty vehicles",
    "Kind": "kind of place",
    "MarchOrders": "sheet of march orders",
    "PlanOn": "set of windows",
    "Routes": "way to find routes",
    "Release": "way to leave a checkpoint",
    "Scheme": "scheme of classes",
    "Uncertainty": "table of uncertain quantities",
    "WhenBroken": "way to act when the truce breaks",
}

_SHORT_KEYS = {"VehicleType": ("depot", "number")}


def shape_at(model: type[BaseModel], path: tuple[str | int, ...]) -> Any:
    """Return the type that belongs at ``path``; ``None`` where the model knows no such path."""
    if path and path[-1] == KEY:
        table = shape_at(model, path[:-2])
        return get_args(table)[0] if get_origin(table) is dict else None
    here: Any = model
    for step in path:
        here = _core(_inner(here, step))
    return here


def _core(annotation: Any) -> Any:
    """``int`` of ``Annotated[int, …] | None``."""
    if get_origin(annotation) is Annotated:
        return _core(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        others = [choice for choice in get_args(annotation) if choice is not NoneType]
        return _core(others[0]) if len(others) == 1 else None
    return annotation


def _inner(shape: Any, step: str | int) -> Any:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        named = shape.model_fields.items()
        return next((field.annotation for name, field in named if step in (name, field.alias)), None)
    if get_origin(shape) is dict:
        return get_args(shape)[1]
    if get_origin(shape) is tuple and isinstance(step, int):
        inner = get_args(shape)
        return inner[0] if inner[-1] is Ellipsis else inner[min(step, len(inner) - 1)]
    return None


def keys_of(shape: Any, needed: bool = False) -> tuple[str, ...]:
    """The keys that a file may write for a model, or only those that it must."""
    if not (isinstance(shape, type) and issubclass(shape, BaseModel)):
        return ()
    fields = shape.model_fields.items()
    keys = tuple(field.alias or name for name, field in fields if field.is_required() or not needed)
    return keys if needed else (*keys, *_SHORT_KEYS.get(shape.__name__, ()))


def noun_of(shape: Any) -> str:
    """``vehicle type`` for ``VehicleType``."""
    if not isinstance(shape, type):
        return "value"
    return _NOUNS.get(shape.__name__) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", shape.__name__).lower()


def words_of(shape: Any) -> tuple[str, ...]:
    """The words that a file may choose from; none where anything goes."""
    if isinstance(shape, type) and issubclass(shape, Enum):
        return tuple(str(choice.value) for choice in shape)
    return tuple(str(choice) for choice in get_args(shape)) if get_origin(shape) is not dict else ()
