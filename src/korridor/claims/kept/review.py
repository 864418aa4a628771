"""What a person may do with a kept claim: accept, mend, reject, mark as the working figure with a reason (S4)."""

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import ValidationError

from korridor.claims.agreement.thing import thing_of
from korridor.claims.claim import Claim
from korridor.claims.kept.kept import Kept, Verdict

Claims = tuple[Kept, ...]


def added(kept: Sequence[Kept], claims: Iterable[Claim]) -> Claims:
    """Return the kept claims with new ones after them; what is there already keeps what was decided about it."""
    known = {each.same for each in kept}
    new = []
    for claim in claims:
        one = Kept(claim=claim)
        if one.same not in known:
            known.add(one.same)
            new.append(one)
    return (*kept, *new)


def taken_over(kept: Sequence[Kept], others: Iterable[Kept]) -> Claims:
    """Return the kept claims with those of another desk after them; a claim that is here and decided stays as it is.

    What was open here and was decided there is decided. Of two working figures for one thing the one that is here stays.
    """
    here = {each.same: place for place, each in enumerate(kept)}
    found = list(kept)
    taken = {thing_of(each.stands) for each in kept if each.working}
    for other in others:
        one = other.model_copy(update={"working": False}) if thing_of(other.stands) in taken else other
        place = here.get(other.same)
        if place is None:
            here[other.same] = len(found)
            found.append(one)
        elif found[place].verdict is Verdict.OPEN:
            found[place] = one
        else:
            continue
        taken |= {thing_of(one.stands)} if one.working else set()
    return tuple(found)


def accepted(kept: Sequence[Kept], place: int, at: str) -> Claims:
    """Return the claims with one accepted as it stands."""
    return _decided(kept, place, verdict=Verdict.ACCEPTED, working=False, reason=None, decided_at=at)


def rejected(kept: Sequence[Kept], place: int, at: str, reason: str | None = None) -> Claims:
    """Return the claims with one rejected; it stays in the file."""
    return _decided(kept, place, verdict=Verdict.REJECTED, working=False, reason=reason, decided_at=at)


def mended(kept: Sequence[Kept], place: int, at: str, **changes: Any) -> Claims:
    """Return the claims with one mended and so accepted; what was read stays beside it.

    Raises
    ------
    ValueError
        If the low would be above the high, or a field cannot have such a value.
    """
    try:
        mended = Claim.model_validate(kept[place].stands.model_dump() | changes)
    except ValidationError as error:
        first = error.errors()[0]
        raise ValueError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    if mended.low is not None and mended.high is not None and mended.low > mended.high:
        raise ValueError(f"low {mended.low} is above high {mended.high}")
    mend = None if mended == kept[place].claim else mended
    return _decided(
        kept, place, mended=mend, verdict=Verdict.ACCEPTED, working=False, reason=None, decided_at=at
    )


def working(kept: Sequence[Kept], place: int, at: str, reason: str) -> Claims:
    """Return the claims with one as the operation's working figure for what it is of.

    There is one working figure for a thing: another that was it until now is an accepted one again.

    Raises
    ------
    ValueError
        If no reason is given.
    """
    if not reason.strip():
        raise ValueError("a working figure needs a reason")
    thing = thing_of(kept[place].stands)
    before = tuple(
        each.model_copy(update={"working": False}) if thing_of(each.stands) == thing else each
        for each in kept
    )
    return _decided(before, place, verdict=Verdict.ACCEPTED, working=True, reason=reason, decided_at=at)


def _decided(kept: Sequence[Kept], place: int, **changes: Any) -> Claims:
    # Built anew, not copied: a working figure without a reason must not come to be.
    one = Kept.model_validate(dict(kept[place]) | changes)
    return (*kept[:place], one, *kept[place + 1 :])
