"""Numbers in digits, with any mark between thousands: 4000, 4 000, 4.000, 4,000, 4'000; 1,5 and 1.5."""

import re
from fractions import Fraction

from korridor.claims.bounds import Number
from korridor.claims.words import Words

_GROUPED = re.compile(r"(\d{1,3})((?:[.,'’٬]\d{3})+)\Z")
_DECIMAL = re.compile(r"(\d+)[.,٫](\d+)\Z")
_SPACES = {" ", "\u00a0", "\u2009", "\u202f", "\u2007", "\u2005", "\u2006", "\u2008", "\u200a"}
_MOST_DIGITS = 12
"""Longer numbers are numbers of accounts and telephones."""


def digits_at(words: Words, i: int) -> tuple[int, Number, bool] | None:
    r"""Read the number whose first digits are word ``i``.

    Returns
    -------
    tuple or None
        Its end, its value, and whether it is bare: four digits without a mark, as years are written. None if the digits
        are no number: a date, a clock time.

    Examples
    --------
    >>> from korridor.claims.words import words_of
    >>> digits_at(words_of("4\u2009000 people"), 0)
    (2, 4000, False)
    >>> digits_at(words_of("12.10.2016"), 0)
    """
    form = words.form[i]
    if len(form) > _MOST_DIGITS + 4:
        return None
    if form.isdecimal():
        j = i + 1
        if len(form) <= 3:
            while j < len(words) and _is_group(words, j):
                form += words.form[j]
                j += 1
        if len(form) > _MOST_DIGITS or (len(form) > 1 and int(form[0]) == 0 and len(form) > 3):
            return None
        return j, int(form), j == i + 1 and len(form) == 4
    grouped = _GROUPED.match(form)
    if grouped and int(grouped[1]) > 0:
        marks = {mark for mark in grouped[2] if not mark.isdecimal()}
        if len(marks) == 1:
            return i + 1, int("".join(c for c in form if c.isdecimal())), False
        return None
    decimal = _DECIMAL.match(form)
    if decimal:
        return i + 1, Fraction(f"{int(decimal[1])}.{_plain(decimal[2])}"), False
    return None


def _is_group(words: Words, j: int) -> bool:
    """Whether a word is three digits that a single space joins to the digits before."""
    form = words.form[j]
    if len(form) != 3 or not form.isdecimal() or words.gap(j) not in _SPACES:
        return False
    # 22 222 333 44: a telephone number is no thousands
    after = words.form[j + 1] if j + 1 < len(words) else ""
    return not (after.isdecimal() and len(after) != 3 and words.gap(j + 1) in _SPACES and len(after) < 4)


def _plain(digits: str) -> str:
    """Any script's digits in ASCII."""
    return "".join(str(int(c)) for c in digits)
