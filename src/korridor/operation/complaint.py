"""The validator's errors in the file's own words: its key names, the value as written, what is allowed."""

from collections.abc import Iterator
from typing import Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from korridor.operation import units
from korridor.operation.fault import Where
from korridor.operation.near import near, one_of
from korridor.operation.shape import KEY, keys_of, noun_of, shape_at, words_of
from korridor.operation.units import shown

MOST_SAID = 12_000
"""Of more, not even the lines are looked for: it would take longer than a person waits."""

TOO_MANY = "too_many"


class Complaint(NamedTuple):
    """What is wrong at one path of a file.

    Attributes
    ----------
    where : tuple
        The longest part of the path that the file has; of a missing key, its table.
    about : tuple
        The same, and the missing key.
    what : str
        The bad value and what is allowed.
    kind : str
        The validator's name for it.
    """

    where: Where
    about: Where
    what: str
    kind: str


def complaints(error: ValidationError, model: type[BaseModel], tree: Any) -> Iterator[Complaint]:
    """Say each error of validating ``tree`` as ``model``."""
    if error.error_count() > MOST_SAID:
        what = f"{error.error_count()} values are wrong; is this an operation's file?"
        yield Complaint((), (), what, TOO_MANY)
        return
    for detail in error.errors(include_url=False):
        kind, path = detail["type"], detail["loc"]
        if kind == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]:
            continue  # its entries are at fault, and not their number
        where = _in_file(tree, path)
        about = (*where, path[-1]) if kind == "missing" else where
        yield Complaint(where, about, _what(detail, model), kind)


def _in_file(tree: Any, path: Where) -> Where:
    """Follow a path as far as the file goes; ``number`` is how it may write the only depot's."""
    found: list[str | int] = []
    here = tree
    for step in path:
        if isinstance(here, dict) and step not in here and step == "depots" and len(path) > len(found) + 1:
            step = "number"
        steps = here if isinstance(here, dict) else range(len(here)) if isinstance(here, list) else ()
        if step not in steps:
            break
        here = here[step]
        found.append(step)
    return tuple(found)


def _what(detail: ErrorDetails, model: type[BaseModel]) -> str:
    kind, path, value, limits = detail["type"], detail["loc"], detail["input"], detail.get("ctx", {})
    shape, around = shape_at(model, path), shape_at(model, path[:-1])
    match kind:
        case "value_error" | "assertion_error":
            return str(limits["error"])
        case units.NO_START:
            return detail["msg"]
        case "missing":
            return _missing(path[-1], around, value)
        case "extra_forbidden":
            return _unknown(path[-1], around)
        case "enum" | "literal_error":
            return _not_a_choice(value if path[-1] != KEY else path[-2], shape)
        case "greater_than_equal":
            return f"{shown(value)} is too small; {_limit(limits['ge'])} or more"
        case "less_than_equal":
            return f"{shown(value)} is too large; {_limit(limits['le'])} or less"
        case "string_too_short":
            return "an empty text; write a name"
        case "string_too_long":
            return f"a text of {len(value)} letters; {limits['max_length']} or fewer"
        case "too_short":
            return f"an empty list; it needs {limits['min_length']} or more"
        case "too_long":
            least = "" if get_origin(shape) is tuple and get_args(shape)[-1] is not Ellipsis else " or fewer"
            return f"a list of {limits['actual_length']}; it needs {limits['max_length']}{least}"
    return _not_a(kind, value, shape)


def _missing(key: str | int, around: Any, value: Any) -> str:
    if isinstance(key, int):
        return f"a list of {len(value)}; it needs {len(get_args(around))}"
    if key == "depots":
        return "depots is missing; write depots, with a number for each place, or depot and number"
    needed = keys_of(around, needed=True)
    return f"{key} is missing; {_a(noun_of(around))} needs {', '.join(needed)}"


def _unknown(key: str | int, around: Any) -> str:
    known = keys_of(around)
    hint = f"{near(str(key), known)}its keys are {', '.join(known)}"
    return f"{_a(noun_of(around))} has no key {shown(key)}; {hint}"


def _not_a_choice(value: Any, shape: Any) -> str:
    words = words_of(shape)
    hint = near(value, words) if isinstance(value, str) else ""
    what = _a(noun_of(shape)) if isinstance(shape, type) else "known here"
    return f"{shown(value)} is not {what}; {hint}{one_of(words)}"


def _not_a(kind: str, value: Any, shape: Any) -> str:
    """Words for a value of the wrong sort."""
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        keys = keys_of(shape)
        offer = f"its keys are {', '.join(keys)}" if keys else "write name: value, line by line"
        return f"{shown(value)} stands where {_a(noun_of(shape) if keys else 'table')} belongs; {offer}"
    if kind == "tuple_type":
        return f"{shown(value)} stands where a list belongs; write [ ] around it, or - before each"
    if kind == "string_type":
        offer = "put it in quotes" if isinstance(value, (bool, int)) else "write one text"
        return f"{shown(value)} stands where a text belongs; {offer}"
    if kind.startswith("int"):
        return f"{shown(value)} is not a whole number; write for example 4"
    if kind.startswith("bool"):
        return f"{shown(value)} is neither true nor false; write true or false"
    if kind.startswith("float") or kind == "finite_number":
        return f"{shown(value)} is not a number; write for example 1.5"
    return f"{shown(value)} cannot stand here"


def _limit(limit: float) -> str:
    return str(int(limit))


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"
