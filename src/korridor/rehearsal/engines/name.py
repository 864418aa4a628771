"""Which engines there are."""

from enum import StrEnum


class EngineName(StrEnum):
    """Where the runs are carried out; the same numbers either way."""

    LOCAL = "local"
    RAY = "ray"
