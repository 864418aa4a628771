"""How often clerks miscount, forget and write late: frozen values, with what is taken where nobody says."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field

from korridor.operation.distribution import Distribution, Fixed
from korridor.operation.frozen import Frozen
from korridor.operation.spread import (
    ChancePpm,
    UncertainShare,
    UncertainTime,
    chance_text,
    share_text,
    time_text,
    uncertain_share,
    uncertain_time,
)
from korridor.operation.units import DurationS, duration_text

_PER_CENT = 10_000


def _lasts(seconds: int) -> int:
    if not 60 <= seconds <= 7 * 86_400:
        raise ValueError(f"a shift of {duration_text(seconds)} is none; from 1 min to 168 h")
    return seconds


Shift = Annotated[DurationS, AfterValidator(_lasts)]
_OURS = "**our assumption**. No figure was found."


class ClerkFaults(Frozen):
    """The faults of clerks, each for one event that they see, by itself.

    Files and the command write chances and spreads as in ``uncertainty`` of an operation: ``5 %``, ``10 min ± 150 %``.

    Attributes
    ----------
    forgets_ppm : int
        The chance that nothing is written.
    miscounts_ppm : int
        The chance that heads are miscounted.
    miscount : Distribution
        What is then counted, as a share of those aboard, in parts per million.
    swaps_ppm : int
        The chance that the last two digits of the number change places.
    about_ppm : int
        The chance that *about* so many is written.
    uncounted_ppm : int
        The chance that nobody counted: *unknown* is written.
    delay : Distribution
        How many seconds after it happened it is written down.
    end_of_shift_ppm : int
        The chance that it waits for the end of the shift instead.
    shift_s : int
        How long a shift lasts; they follow each other from the operation's start.
    twice_ppm : int
        The chance that the same is written once more, after another delay.
    second_ppm : int
        The chance that a second clerk stands at the post, who counts and writes by themself, and errs as the first does.

    Examples
    --------
    >>> ClerkFaults().forgets_ppm, ClerkFaults.model_validate({"forgets": "5 %"}).forgets_ppm
    (20000, 50000)
    """

    forgets_ppm: ChancePpm = Field(alias="forgets", default=2 * _PER_CENT)
    miscounts_ppm: ChancePpm = Field(alias="miscounts", default=5 * _PER_CENT)
    miscount: UncertainShare = uncertain_share("100 % ± 6 %")
    swaps_ppm: ChancePpm = Field(alias="swaps", default=3 * _PER_CENT // 10)
    about_ppm: ChancePpm = Field(alias="about", default=5 * _PER_CENT)
    uncounted_ppm: ChancePpm = Field(alias="uncounted", default=1 * _PER_CENT)
    delay: UncertainTime = uncertain_time("10 min ± 150 %")
    end_of_shift_ppm: ChancePpm = Field(alias="end_of_shift", default=5 * _PER_CENT)
    shift_s: Shift = Field(alias="shift", default=8 * 3600)
    twice_ppm: ChancePpm = Field(alias="twice", default=2 * _PER_CENT)
    second_ppm: ChancePpm = Field(alias="second", default=0)

    @property
    def said(self) -> dict[str, str]:
        """Each fault by its key, as it would be written."""
        spreads = {"miscount": share_text(self.miscount)}
        spreads |= {"delay": time_text(self.delay), "shift": duration_text(self.shift_s)}
        return {key: spreads.get(key) or chance_text(getattr(self, f"{key}_ppm")) for key in KNOWN}

    @property
    def spreads(self) -> tuple[Distribution, Distribution]:
        """What is drawn of a spread: the miscount and the delay, in this order."""
        return self.miscount, self.delay


NONE = ClerkFaults(
    forgets_ppm=0,
    miscounts_ppm=0,
    swaps_ppm=0,
    about_ppm=0,
    uncounted_ppm=0,
    delay=Fixed(0),
    end_of_shift_ppm=0,
    twice_ppm=0,
)
"""Clerks who write everything down, rightly and at once."""


class KnownFault(NamedTuple):
    """What a fault is, and who says so."""

    meaning: str
    source: str


KNOWN: dict[str, KnownFault] = {
    "forgets": KnownFault("The chance that a clerk writes nothing of what passed.", _OURS),
    "miscounts": KnownFault("The chance that heads are miscounted.", _OURS),
    "miscount": KnownFault(
        "What is then counted, as a share of those aboard, to the nearest head.",
        _OURS + " Of 50 it is mostly 45 to 55.",
    ),
    "swaps": KnownFault(
        "The chance that the last two digits change places: 48 becomes 84.",
        "Of numbers typed in once, 0.29 % are wrong in any way (95 %: 0.24 to 0.35; Garza and others, *Error rates of data "
        "processing methods in clinical research*, doi 10.21203/rs.3.rs-2386986/v2). That each is a swap is our choice, and a "
        "bad one to meet.",
    ),
    "about": KnownFault("The chance that *about* so many is written: 0.8 to 1.2 of it (S2).", _OURS),
    "uncounted": KnownFault("The chance that nobody counted, and *unknown* is written (A2).", _OURS),
    "delay": KnownFault("How long after it happened a thing is written down.", _OURS),
    "end_of_shift": KnownFault("The chance that it waits until the shift ends.", _OURS),
    "shift": KnownFault("How long a shift lasts.", "A choice; three shifts a day."),
    "twice": KnownFault("The chance that the same is written once more, later.", _OURS),
    "second": KnownFault(
        "The chance that a second clerk counts and writes the same thing, and errs alike.",
        "No fault, but what helps against one; none where nobody says so.",
    ),
}
"""The faults by their keys, in the order of the page."""
