"""How far along a route, where every road on the way has a length."""

from korridor.operation.road import Road


def further_m(far_m: int | None, road: Road) -> int | None:
    """Return the metres from the start to a road's end; ``None`` from the first road on whose length is not known."""
    return None if far_m is None or road.length_m is None else far_m + road.length_m


def km(length_m: int | None, unknown: str = "–") -> str:
    """Return a length in kilometres, to a tenth."""
    return unknown if length_m is None else f"{length_m / 1000:.1f}"
