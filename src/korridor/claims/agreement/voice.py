"""Who speaks: one first speaker is one voice, however often echoed (S3)."""

from typing import Final

from korridor.claims.claim import Claim

_ARTICLES: Final = frozenset(("the", "a", "an", "en", "et", "ei", "den", "det", "de"))


def voice_of(claim: Claim) -> str:
    """Return the voice of a claim: its first speaker, or the text itself where nobody else is named.

    Case and a leading article make no other voice; *the UN* and *UN* are one.
    """
    if not claim.sources:
        return claim.file
    words = claim.sources[0].split()
    if len(words) > 1 and words[0].casefold() in _ARTICLES:
        words = words[1:]
    return " ".join(words).casefold()
