"""Numbers on road signs, as OpenStreetMap writes them: speeds, heights, widths, weights."""

import re

_NUMBER = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)\s*([a-z/]*)", re.IGNORECASE)
_FEET = re.compile(r"([0-9]{1,3})\s*(?:'|ft)\s*(?:([0-9]{1,2}(?:\.[0-9]{1,3})?)\s*(?:\"|''|in)?)?")

# https://wiki.openstreetmap.org/wiki/Map_features/Units
_SPEEDS_M_PER_H = {"": 1000, "km/h": 1000, "kmh": 1000, "kph": 1000, "mph": 1609.344, "knots": 1852}
_LENGTHS_M = {"": 1.0, "m": 1.0, "cm": 0.01, "ft": 0.3048}
_WEIGHTS_KG = {"": 1000.0, "t": 1000.0, "kg": 1.0, "st": 907.18474, "lbs": 0.45359237}
_WALKING_M_PER_H = 5000


def speed_m_per_h(text: str) -> int | None:
    """Metres an hour; ``None`` for ``none``, ``signals``, zone names and what nobody can read.

    Examples
    --------
    >>> speed_m_per_h("50"), speed_m_per_h("30 mph"), speed_m_per_h("walk"), speed_m_per_h("none")
    (50000, 48280, 5000, None)
    """
    if text.strip().lower() == "walk":
        return _WALKING_M_PER_H
    speed = _amount(text, _SPEEDS_M_PER_H)
    return int(speed) if speed else None


def metres(text: str) -> float | None:
    """Metres.

    Examples
    --------
    >>> metres("3.8"), metres("3.8 m"), round(metres("12'6"), 2), metres("default")
    (3.8, 3.8, 3.81, None)
    """
    feet = _FEET.fullmatch(text.strip())
    if feet:
        return int(feet[1]) * 0.3048 + float(feet[2] or 0) * 0.0254
    return _amount(text, _LENGTHS_M)


def kilograms(text: str) -> float | None:
    """Kilograms; without a unit the number is tonnes.

    Examples
    --------
    >>> kilograms("7.5"), kilograms("3500 kg"), kilograms("unsigned")
    (7500.0, 3500.0, None)
    """
    return _amount(text, _WEIGHTS_KG)


def _amount(text: str, units: dict[str, float]) -> float | None:
    match = _NUMBER.fullmatch(text.strip())
    if match is None or match[2].lower() not in units:
        return None
    return float(match[1]) * units[match[2].lower()]
