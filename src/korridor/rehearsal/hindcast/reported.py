"""R7: one reported figure of how many people were out, with the span that it counts."""

from korridor.operation.frozen import Frozen


class Reported(Frozen):
    """So many people came out between two moments, somebody said.

    Attributes
    ----------
    claim : str
        Its name in the list of figures.
    since_s, until_s : int
        Seconds from the operation's start: those who came out between the two are counted.
    low, high : int or None
        Persons; ``None`` is *at least* and *up to*.
    source : str
    metric, date, note : str
        As the list has them.
    is_input : bool
        Whether the operation's file was made from this figure: holding the rehearsal against it would test nothing.
    """

    claim: str
    since_s: int
    until_s: int
    low: int | None
    high: int | None
    source: str
    metric: str
    date: str
    note: str = ""
    is_input: bool = False

    @property
    def stated(self) -> float:
        """The figure itself: the bound of a one-sided one, else the middle."""
        ends = [each for each in (self.low, self.high) if each is not None]
        return sum(ends) / len(ends)

    def meets(self, low: float, high: float) -> bool:
        """Whether its bounds and a band have a number in common."""
        above = self.low is None or high >= self.low
        return above and (self.high is None or low <= self.high)
