"""What a quantity that nobody knows exactly may be: frozen values in whole base units (seconds, parts per million).

They say what they are; :mod:`korridor.chance` draws from them. None of them is ever negative.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

MILLION = 1_000_000
MOST = 10**9
"""No quantity is larger; see :mod:`korridor.operation.units`."""

MOST_SPREAD_PPM = 3 * MILLION
"""Beyond 300 % a mean says nothing about what happens."""

MOST_OBSERVED = 1000


class Impossible(ValueError):  # noqa: N818 - it is the file's fault
    """No quantity can be spread like this; the text says what is allowed."""


@dataclass(frozen=True)
class Distribution:
    """One of the kinds below."""

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            for each in value if isinstance(value, tuple) else (value,):
                if not 0 <= each <= MOST:
                    raise Impossible(f"{name.removesuffix('_ppm')} {each} is out of range; from 0 to {MOST}")
        self._check()

    def _check(self) -> None:
        """Whether its numbers go together."""

    def _moments(self) -> tuple[Fraction, Fraction]:
        """Its mean and its variance."""
        raise NotImplementedError

    @property
    def average(self) -> Fraction:
        """Its mean."""
        return self._moments()[0]

    @property
    def variance(self) -> Fraction:
        """The square of its standard deviation."""
        return self._moments()[1]


@dataclass(frozen=True)
class Fixed(Distribution):
    """Always the same."""

    value: int

    def _moments(self) -> tuple[Fraction, Fraction]:
        return Fraction(self.value), Fraction(0)


@dataclass(frozen=True)
class Uniform(Distribution):
    """Anything from ``low`` to ``high``, evenly."""

    low: int
    high: int

    def _check(self) -> None:
        _forwards(self.low, self.high)

    def _moments(self) -> tuple[Fraction, Fraction]:
        return Fraction(self.low + self.high, 2), Fraction((self.high - self.low) ** 2, 12)


@dataclass(frozen=True)
class Triangular(Distribution):
    """From ``low`` to ``high``, most often near ``mode``, evenly less towards both."""

    low: int
    mode: int
    high: int

    def _check(self) -> None:
        _peaked(self.low, self.mode, self.high)

    def _moments(self) -> tuple[Fraction, Fraction]:
        a, b, c = self.low, self.mode, self.high
        squares = a * a + b * b + c * c - a * b - a * c - b * c
        return Fraction(a + b + c, 3), Fraction(squares, 18)


@dataclass(frozen=True)
class Pert(Distribution):
    """From ``low`` to ``high``, mostly near ``mode``, the ends rare: the beta distribution of PERT.

    Malcolm, Roseboom, Clark and Fazar, "Application of a technique for research and development program evaluation", 1959,
    doi 10.1287/opre.7.5.646: its mean is (low + 4 mode + high) ÷ 6.
    """

    low: int
    mode: int
    high: int

    def _check(self) -> None:
        _peaked(self.low, self.mode, self.high)

    def _moments(self) -> tuple[Fraction, Fraction]:
        mean = Fraction(self.low + 4 * self.mode + self.high, 6)
        return mean, (mean - self.low) * (self.high - mean) / 7


@dataclass(frozen=True)
class Exponential(Distribution):
    """As often soon as late: what is left of it never depends on how long it has lasted."""

    mean: int

    def _check(self) -> None:
        _has_mean(self.mean)

    def _moments(self) -> tuple[Fraction, Fraction]:
        return Fraction(self.mean), Fraction(self.mean**2)


@dataclass(frozen=True)
class _Spread(Distribution):
    """By its mean and its spread, the standard deviation in parts per million of the mean."""

    mean: int
    spread_ppm: int

    def _check(self) -> None:
        _has_mean(self.mean)
        if not 1 <= self.spread_ppm <= MOST_SPREAD_PPM:
            raise Impossible(
                "a spread is more than 0 %, and 300 % at most; without one write the value alone"
            )

    def _moments(self) -> tuple[Fraction, Fraction]:
        return Fraction(self.mean), Fraction(self.mean * self.spread_ppm, MILLION) ** 2


@dataclass(frozen=True)
class Lognormal(_Spread):
    """Many small hindrances that multiply: skewed to the right, as driving and repair times are."""


@dataclass(frozen=True)
class Gamma(_Spread):
    """Many small times that add up: the sum of alike ones is a gamma again."""


@dataclass(frozen=True)
class Observed(Distribution):
    """Values that were seen, each gap between neighbours as likely as the next."""

    values: tuple[int, ...]

    def _check(self) -> None:
        if not 2 <= len(self.values) <= MOST_OBSERVED:
            raise Impossible(
                f"{len(self.values)} observed, and it takes 2 to {MOST_OBSERVED}, as in observed 12 15 20 min"
            )
        if tuple(sorted(self.values)) != self.values:
            object.__setattr__(self, "values", tuple(sorted(self.values)))

    def _moments(self) -> tuple[Fraction, Fraction]:
        gaps = list(pairwise(self.values))
        mean = Fraction(sum(a + b for a, b in gaps), 2 * len(gaps))
        squares = Fraction(sum(a * a + a * b + b * b for a, b in gaps), 3 * len(gaps))
        return mean, squares - mean * mean


def _forwards(low: int, high: int) -> None:
    if low > high:
        raise Impossible("it runs backwards; write the smaller value first")
    if low == high:
        raise Impossible("it begins where it ends; write the value alone")


def _peaked(low: int, mode: int, high: int) -> None:
    _forwards(low, high)
    if not low <= mode <= high:
        raise Impossible("the most likely value is outside; write low..most likely..high")


def _has_mean(mean: int) -> None:
    if mean == 0:
        raise Impossible("a mean of 0 leaves no room for a spread; write the value alone")
