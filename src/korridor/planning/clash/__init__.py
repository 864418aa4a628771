"""Which facts of an operation cannot all hold: an irreducible set, from a relaxation proved infeasible (P1)."""

from korridor.planning.clash.clash import Clash, check, clashes

__all__ = ["Clash", "check", "clashes"]
