"""What all changes of an operation share."""

from abc import abstractmethod
from typing import ClassVar, TypeVar

from pydantic import ValidationError

from korridor.operation.fault import path_text
from korridor.operation.frozen import Frozen
from korridor.operation.operation import Operation

Part = TypeVar("Part", bound=Frozen)


class BaseChange(Frozen):
    """A change of an operation, and nothing else of it.

    Attributes
    ----------
    only_adds : bool
        Whether whatever could be done before can still be done; for a larger thing, never for a smaller.
    """

    only_adds: ClassVar[bool] = True

    @abstractmethod
    def made_in(self, operation: Operation) -> Operation:
        """Return the operation with this change.

        Raises
        ------
        ValueError
            Where the operation has not what is changed, or the change is out of range.
        """

    @abstractmethod
    def words(self, operation: Operation) -> str:
        """Say the change, with the number before it and after it, to somebody who knows the operation."""


def changed(part: Part, **update: object) -> Part:
    """Return a part of an operation with other values, as strictly checked as the file's.

    Raises
    ------
    ValueError
        Where a value is out of range; in words for a person.
    """
    try:
        return type(part).model_validate({**dict(part), **update})
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        raise ValueError(
            f"{path_text(detail['loc'])}: {detail['msg'].removeprefix('Value error, ')}"
        ) from None


def with_named(operation: Operation, part: str, name: str, **update: object) -> Operation:
    """Return an operation in which one of its ``places`` or ``fleet`` has other values."""
    named = getattr(operation, part)
    if name not in named:
        raise ValueError(f"{name!r} is not in {part}; one of {', '.join(named)}")
    return operation.model_copy(update={part: {**named, name: changed(named[name], **update)}})


def more_words(more: int, one: str, many: str) -> str:
    """``one more bay``; ``3 more bays``."""
    return f"one more {one}" if more == 1 else f"{more:,} more {many}"
