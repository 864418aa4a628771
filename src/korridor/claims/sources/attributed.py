"""An attribution: whose words some words of a sentence are."""

from dataclasses import dataclass

from korridor.claims.sources.speaker import Span


@dataclass
class Attribution:
    """Who speaks, in words ``begin`` up to ``end``, with those who passed it on.

    Attributes
    ----------
    speakers : tuple of Span
        The first speaker first.
    before : bool
        It stands before what is said (``The army said that …``), not behind.
    described : Span
        The speaker with all that is said of it, for later titles (``the spokesman``).
    """

    begin: int
    end: int
    speakers: tuple[Span, ...]
    before: bool
    described: Span
