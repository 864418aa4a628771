"""O1, R2: uncertain quantities as files write them: ``15..45 min``, ``20 min ± 30 %``, ``5 %``.

======================================  ===========================================================================
``20 min``                              always that
``15..45 min``                          anything between, evenly
``15..20..45 min``                      between, most often near 20 (a triangle); ``pert 15..20..45 min`` has the ends rare
``20 min ± 30 %``                       20 on average, with a standard deviation of 30 % of that, skewed to the long
                                        side (lognormal); ``gamma 20 min ± 30 %`` where many small times add up
``exponential 20 min``                  20 on average, as often soon as late
``observed 12 15 20 min``               as it was seen
======================================  ===========================================================================

Shares are written alike, in per cent; a chance is one of them, ``5 %``. For ``±`` also ``+-`` and ``+/-`` are read.
"""

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator, InstanceOf, PlainSerializer, ValidationInfo

from korridor.operation.distribution import (
    MILLION,
    Distribution,
    Exponential,
    Fixed,
    Gamma,
    Impossible,
    Lognormal,
    Observed,
    Pert,
    Triangular,
    Uniform,
)
from korridor.operation.units import DURATIONS_S, base_units, from_file, shown

SHARES_PPM = {"ppm": 1, "%": 10_000}
"""Shares are kept in parts per million; a file writes per cent."""

_NUMBER = r"[-+]?[0-9]{1,15}(?:[.,][0-9]{1,15})?"
_FAMILY = re.compile(r"([a-z]+)\s+(.*)", re.IGNORECASE | re.DOTALL)
_QUANTITY = re.compile(rf"\s*({_NUMBER})\s*([A-Za-z%/]*)\s*")
_SEVERAL = re.compile(rf"({_NUMBER})\s*([A-Za-z%/]*)\s*")
_PLUS_MINUS = re.compile(r"±|\+/?-")
_BETWEEN: dict[tuple[str, int], type[Distribution]] = {
    ("", 2): Uniform,
    ("uniform", 2): Uniform,
    ("", 3): Triangular,
    ("triangular", 3): Triangular,
    ("pert", 3): Pert,
}
_AROUND: dict[str, type[Lognormal | Gamma]] = {"": Lognormal, "lognormal": Lognormal, "gamma": Gamma}
FAMILIES = ("uniform", "triangular", "pert", "lognormal", "gamma", "exponential", "observed")
"""The words that may stand before the numbers."""


def _offer(unit: str) -> str:
    return (
        f"write for example 20 {unit}, 15..45 {unit}, 15..20..45 {unit}, 20 {unit} ± 30 %, exponential 20 {unit} or "
        f"observed 12 15 20 {unit}"
    )


def uncertain_time(value: Any) -> Distribution:
    """What ``"20 min ± 30 %"`` says, in seconds."""
    return _read(value, DURATIONS_S, "min")


def uncertain_share(value: Any) -> Distribution:
    """What ``"100 % ± 15 %"`` says, in parts per million."""
    return _read(value, SHARES_PPM, "%")


def chance_ppm(value: Any, info: ValidationInfo) -> int:
    """Parts per million from ``"5 %"``, from none to all."""
    if isinstance(value, int) and not isinstance(value, bool) and not from_file(info):
        parts = value
    else:
        match = _QUANTITY.fullmatch(value) if isinstance(value, str) else None
        if match is None or match[2] != "%":
            raise ValueError(f"{shown(value)} is not a chance; write for example 5 %, from 0 % to 100 %")
        parts = base_units(match[1], match[2], SHARES_PPM)
    if not 0 <= parts <= MILLION:
        raise ValueError(f"{shown(value)} is not a chance; from 0 % to 100 %")
    return parts


def _read(value: Any, units: dict[str, int], unit: str) -> Distribution:
    if isinstance(value, Distribution):
        return value
    if not isinstance(value, str):
        what = "has no unit" if isinstance(value, (int, float)) and not isinstance(value, bool) else "is none"
        raise ValueError(f"{shown(value)} {what}; {_offer(unit)}")
    try:
        return _distribution(value.strip(), units, unit)
    except Impossible as error:
        raise ValueError(f"{shown(value)} cannot be: {error}") from None


def _distribution(text: str, units: dict[str, int], unit: str) -> Distribution:
    family = ""
    if match := _FAMILY.fullmatch(text):
        family, text = match[1].casefold(), match[2].strip()
        if family not in FAMILIES:
            raise ValueError(
                f"{shown(match[1])} is not a kind of spread; one of {', '.join(FAMILIES)}, or none"
            )
    if family == "observed":
        return Observed(_observed(text, units, unit))
    around = _PLUS_MINUS.split(text, maxsplit=1)
    if len(around) == 2 and around[0].strip():
        if family not in _AROUND:
            raise ValueError(f"{family} goes without ±; only lognormal and gamma have one")
        (mean,) = _numbers([around[0]], units, unit)
        return _AROUND[family](mean, _spread_ppm(around[1]))
    numbers = _numbers(re.split(r"\.\.", text), units, unit)
    if len(numbers) == 1 and family in ("", "exponential"):
        return Exponential(numbers[0]) if family else Fixed(numbers[0])
    made = _BETWEEN.get((family, len(numbers)))
    if made is None:
        raise ValueError(f"{shown(f'{family} {text}'.strip())} is not an uncertain quantity; {_offer(unit)}")
    return made(*numbers)


def _spread_ppm(text: str) -> int:
    match = _QUANTITY.fullmatch(text)
    if match is None or match[2] != "%":
        raise ValueError(
            f"{shown(text.strip())} is not a spread; write it in per cent of the mean, as in ± 30 %"
        )
    if match[1].startswith("-"):
        raise ValueError(f"a spread of {match[1]} % is negative; write for example ± 30 %")
    return base_units(match[1], "%", SHARES_PPM)


def _observed(text: str, units: dict[str, int], unit: str) -> tuple[int, ...]:
    found = _SEVERAL.findall(text)
    if "".join(_SEVERAL.split(text)[::3]).strip() or not found:
        raise ValueError(f"{shown(text)} is not a row of values; write for example observed 12 15 20 {unit}")
    return tuple(_numbers([f"{number} {own}" for number, own in found], units, unit))


def _numbers(parts: list[str], units: dict[str, int], unit: str) -> list[int]:
    """Numbers in base units; one without a unit has that of the last."""
    matches = [_QUANTITY.fullmatch(part) for part in parts]
    found = [match for match in matches if match is not None]
    if len(found) < len(parts):
        raise ValueError(f"{shown('..'.join(parts).strip())} is not an uncertain quantity; {_offer(unit)}")
    last = found[-1][2]
    if not last:
        raise ValueError(f"{found[-1][1]} has no unit; {_offer(unit)}")
    for match in found:
        if (match[2] or last) not in units:
            allowed = ", ".join(each for each in units if each != "ppm")
            raise ValueError(
                f"{shown(match[2] or last)} is not a unit here; {_offer(unit)} (units: {allowed})"
            )
    return [base_units(match[1], match[2] or last, units) for match in found]


def time_text(distribution: Distribution) -> str:
    """A distribution of seconds as a file writes it."""
    return _text(distribution, _in_time)


def share_text(distribution: Distribution) -> str:
    """A distribution of parts per million as a file writes it."""
    return _text(distribution, _in_per_cent)


def chance_text(parts: int) -> str:
    """Parts per million in per cent.

    Examples
    --------
    >>> chance_text(50_000), chance_text(12_345), chance_text(12_340)
    ('5 %', '1.2345 %', '1.2340 %')
    """
    return f"{_per_cent(parts)} %"


def _text(distribution: Distribution, written: Callable[[tuple[int, ...]], tuple[list[str], str]]) -> str:
    match distribution:
        case Fixed():
            numbers: tuple[int, ...] = (distribution.value,)
        case Uniform():
            numbers = (distribution.low, distribution.high)
        case Triangular() | Pert():
            numbers = (distribution.low, distribution.mode, distribution.high)
        case Exponential() | Lognormal() | Gamma():
            numbers = (distribution.mean,)
        case Observed():
            numbers = distribution.values
        case _:
            raise TypeError(f"{distribution} is no distribution")
    said, unit = written(numbers)
    family = {Pert: "pert ", Gamma: "gamma ", Exponential: "exponential ", Observed: "observed "}
    between = " " if isinstance(distribution, Observed) else ".."
    spread = (
        f" ± {_per_cent(distribution.spread_ppm)} %" if isinstance(distribution, (Lognormal, Gamma)) else ""
    )
    return f"{family.get(type(distribution), '')}{between.join(said)} {unit}{spread}"


def _in_time(seconds: tuple[int, ...]) -> tuple[list[str], str]:
    for unit, worth in (("h", 3600), ("min", 60)):
        if any(seconds) and all(each % worth == 0 for each in seconds):
            return [str(each // worth) for each in seconds], unit
    return [str(each) for each in seconds], "s"


def _in_per_cent(parts: tuple[int, ...]) -> tuple[list[str], str]:
    return [_per_cent(each) for each in parts], "%"


def _per_cent(parts: int) -> str:
    whole, rest = divmod(parts, SHARES_PPM["%"])
    decimals = f"{rest:04d}".rstrip("0")
    # Three decimals would look like thousands, and be refused when read.
    return f"{whole}.{decimals.ljust(4, '0') if len(decimals) == 3 else decimals}" if rest else str(whole)


UncertainTime = Annotated[
    InstanceOf[Distribution], BeforeValidator(uncertain_time), PlainSerializer(time_text, return_type=str)
]
UncertainShare = Annotated[
    InstanceOf[Distribution], BeforeValidator(uncertain_share), PlainSerializer(share_text, return_type=str)
]
ChancePpm = Annotated[int, BeforeValidator(chance_ppm)]
