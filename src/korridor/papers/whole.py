"""Papers are written whole or not at all; how is told in ``korridor.whole``."""

from korridor.whole import write_whole

__all__ = ["write_whole"]
