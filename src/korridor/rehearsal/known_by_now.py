"""R6: what is known when a rehearsal starts from a moment: what has not broken by then did not break before it."""

import numpy as np

from korridor.chance.table import TAILS, as_row, quantile
from korridor.clockwork.tables import Ints, Tables
from korridor.clockwork.weather import D, Weather
from korridor.rehearsal.chances import PPM, Chances

_WORDS = 1 << 32


def known_by(at_s: int, tables: Tables, weather: Weather, chances: Chances) -> tuple[Weather, Chances]:
    """Return weather and chances as they are for somebody who stands at a moment, and sees that the truce holds.

    A window that has closed does not break any more. Of one that is open the chance of a break, and when, are those given
    that it has not come yet: with chance p beforehand, of which a share F would have come by now, p (1 − F) / (1 − p F).
    """
    breaks, at = chances.truce_break.copy(), chances.truce_at.copy()
    rows = list(weather.tables)
    for w, (opens, closes) in enumerate(tables.windows[:, :2].tolist()):
        closes += int(weather.day[D.MARGIN])
        if closes <= at_s:
            breaks[w] = 0
        elif opens < at_s:
            share = -(-(at_s - opens) * PPM // (closes - opens))
            passed = _first_word(weather.tables, int(at[w]), share)
            came, chance = passed / _WORDS, int(breaks[w]) / _WORDS
            breaks[w] = 0 if came == 1 else round(_WORDS * chance * (1 - came) / (1 - chance * came))
            rows.append(_from_word(weather.tables, int(at[w]), passed))
            at[w] = len(rows) - 1
    tables_now = np.array(rows, dtype=np.int64).reshape(len(rows), -1)
    return weather._replace(tables=tables_now), chances._replace(truce_break=breaks, truce_at=at)


def _first_word(rows: Ints, row: int, value: int) -> int:
    """Return the first word that stands for a value or more; 2³² where none does."""
    low, high = 0, _WORDS
    while low < high:
        middle = (low + high) // 2
        if int(quantile(rows, row, np.uint64(middle))) < value:
            low = middle + 1
        else:
            high = middle
    return low


def _from_word(rows: Ints, row: int, first: int) -> Ints:
    """Return the table of a quantity that is known to be of a word or a later one."""
    later = _WORDS - first

    def at(chances: np.ndarray) -> np.ndarray:
        words = np.minimum(first + np.floor(chances * later), _WORDS - 1).astype(np.uint64)
        return np.array([float(quantile(rows, row, word)) for word in words])

    return as_row((at(TAILS), at(1 - TAILS)), 1, "what is left of a distribution")
