"""A3, O4: the closed schemes of classes. Labels may be translated; no class can be added in a file (X2)."""

from enum import StrEnum


class Scheme(StrEnum):
    """A named set of exclusive classes; an operation uses one."""

    CARE = "care"
    AGE_SEX = "age-sex"


CLASSES: dict[Scheme, tuple[str, ...]] = {
    Scheme.CARE: ("lying", "sitting", "well"),
    Scheme.AGE_SEX: ("infants", "children", "older", "women", "men"),
}
"""The classes of each scheme, the most urgent first (O4)."""


class Need(StrEnum):
    """O5: what a person occupies in a vehicle."""

    SEAT = "seat"
    STRETCHER = "stretcher"
    WHEELCHAIR = "wheelchair"


NEEDS: tuple[Need, ...] = tuple(Need)


def need_of(person_class: str) -> Need:
    """O5: the need of a class where the file says nothing."""
    return Need.STRETCHER if person_class == "lying" else Need.SEAT
