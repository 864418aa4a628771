"""Amounts of a measure in words that a person can compare."""

from korridor.rehearsal.measure import Measure

_MINUTE_S = 60
_HOUR_MIN = 60
_SHORT_S = 600
_FEW = 10
_LEAST = 0.05
_PERSON_MIN = " person-min"


def amount(value: float, measure: Measure) -> str:
    """A mean, a width or a difference, rounded so that no figure is shown that means nothing.

    Examples
    --------
    >>> amount(34119.6, Measure.OUT), amount(2.34, Measure.LEFT), amount(-95610, Measure.CLEARANCE)
    ('34,120', '2.3', '−26 h 34 min')
    >>> amount(90, Measure.ABOARD), amount(7200, Measure.EXPOSURE)
    ('1 min 30 s', '120 person-min')
    """
    sign = "−" if value < 0 else ""
    size = abs(value)
    if measure.unit == "persons":
        said = _number(size)
    elif measure.unit == "person_s":
        said = f"{_number(size / _MINUTE_S)}{_PERSON_MIN}"
    else:
        said = _duration(size)
    return f"{sign}{said}" if any(figure in said for figure in "123456789") else said


def between(value: float, low: float, high: float, measure: Measure, rough: bool = False) -> str:
    """A mean and its interval, rough or not; the unit once, where it is one word.

    Examples
    --------
    >>> between(34119.6, 34030, 34202, Measure.OUT), between(9960, 8940, 10980, Measure.EXPOSURE)
    ('34,120 (34,030 to 34,202)', '166 (149 to 183) person-min')
    """
    about = "roughly " if rough else ""
    said, *ends = (amount(number, measure) for number in (value, low, high))
    if measure.unit == "person_s":
        bare = [text.removesuffix(_PERSON_MIN) for text in (said, *ends)]
        return f"{bare[0]} ({about}{bare[1]} to {bare[2]}){_PERSON_MIN}"
    return f"{said} ({about}{ends[0]} to {ends[1]})"


def percent(share: float) -> str:
    """A chance or share; only what never or always happened is said as 0 or 100 %.

    Examples
    --------
    >>> percent(0.123), percent(0.9996), percent(0.0004), percent(1)
    ('12 %', 'over 99.9 %', 'under 0.1 %', '100 %')
    """
    if share in (0, 1):
        return f"{share:.0%}".replace("%", " %")
    if share < 0.001:
        return "under 0.1 %"
    if share > 0.999:
        return "over 99.9 %"
    return f"{100 * share:.1f} %" if not 0.1 <= share <= 0.9 else f"{100 * share:.0f} %"


def at_most(share: float) -> str:
    """An upper limit of a chance.

    Examples
    --------
    >>> at_most(0.019), at_most(0.0004)
    ('1.9 % at most', 'under 0.1 %')
    """
    return percent(share) if 0 < share < 0.001 else f"{percent(share)} at most"


def _number(size: float) -> str:
    if 0 < size < _LEAST:
        return "under 0.1"
    return f"{size:,.1f}" if 0 < size < _FEW and round(size, 1) != round(size) else f"{size:,.0f}"


def _duration(size_s: float) -> str:
    if size_s < _MINUTE_S:
        return f"{size_s:.0f} s"
    if size_s < _SHORT_S:
        minutes, seconds = divmod(round(size_s), _MINUTE_S)
        return f"{minutes} min {seconds} s" if seconds else f"{minutes} min"
    hours, minutes = divmod(round(size_s / _MINUTE_S), _HOUR_MIN)
    if hours == 0:
        return f"{minutes} min"
    return f"{hours:,} h {minutes} min" if minutes else f"{hours:,} h"
