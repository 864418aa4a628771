"""A whole number, drawn."""

from korridor.chance import stream
from korridor.compiled import inner


@inner
def pick(rng: stream.State, n: int) -> int:
    """Draw a whole number below ``n``."""
    return int(stream.below(rng, n))
