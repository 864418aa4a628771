"""Engines by the names that people ask for them with."""

from korridor.rehearsal.engines.engine import Engine
from korridor.rehearsal.engines.local import Local

ENGINES = ("local",)


def engine_of(name: str) -> Engine:
    """Return an engine.

    Raises
    ------
    ValueError
        Where there is none of that name.
    """
    if name not in ENGINES:
        raise ValueError(f"{name!r} is not an engine; one of {', '.join(ENGINES)}")
    return Local()
