"""Uncertain quantities of every kind, for what files must hold and tables must draw."""

from hypothesis import strategies as st

from korridor.operation.belonging import names_of
from korridor.operation.distribution import (
    Distribution,
    Exponential,
    Fixed,
    Gamma,
    Lognormal,
    Observed,
    Pert,
    Triangular,
    Uniform,
)
from korridor.operation.operation import Operation
from korridor.operation.quantity import KNOWN, Quantity
from korridor.operation.uncertainty import DEFAULT, Uncertainty, taken

WHOLES = st.integers(0, 5000) | st.sampled_from([60, 3600, 86400, 12_345, 12_340, 1_000_000, 10**7])
SPREADS_PPM = st.integers(1, 3_000_000) | st.sampled_from([300_000, 12_340])


@st.composite
def distributions(draw: st.DrawFn) -> Distribution:
    """Draw a distribution of any kind that can be."""
    low, mode, high = sorted(draw(st.lists(WHOLES, min_size=3, max_size=3)))
    mean, spread_ppm = draw(WHOLES.filter(bool)), draw(SPREADS_PPM)
    kinds: list[Distribution] = [
        Fixed(low),
        Exponential(mean),
        Lognormal(mean, spread_ppm),
        Gamma(mean, spread_ppm),
        Observed(tuple(draw(st.lists(WHOLES, min_size=2, max_size=9)))),
    ]
    if low < high:
        kinds += [Uniform(low, high), Triangular(low, mode, high), Pert(low, mode, high)]
    return draw(st.sampled_from(kinds))


@st.composite
def any_uncertainty(draw: st.DrawFn, operation: Operation) -> Uncertainty:
    """Draw what a file could say of an operation's uncertain quantities."""
    said: dict[str, dict[str, object]] = {}
    for quantity in draw(st.lists(st.sampled_from(Quantity), max_size=6, unique=True)):
        names = st.sampled_from([DEFAULT, *names_of(operation, KNOWN[quantity].of)])
        match taken(quantity):
            case Distribution():
                values: st.SearchStrategy[object] = distributions()
            case int():
                values = st.integers(0, 1_000_000)
            case _:
                values = st.sampled_from([0.0, 0.25, 1e-7, 12.5])
        said[quantity] = draw(st.dictionaries(names, values, max_size=3))
    return Uncertainty.model_validate(said)
