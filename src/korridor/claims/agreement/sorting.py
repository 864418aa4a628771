"""Which claims are of the same thing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from korridor.claims.agreement.part import Part, Why
from korridor.claims.agreement.thing import Thing, thing_of
from korridor.claims.agreement.voice import voice_of
from korridor.claims.claim import WHOLE, Claim


@dataclass(frozen=True)
class Sorted:
    """Each claim's thing, in the claims' order, and what the texts themselves say is part of what."""

    things: tuple[Thing, ...]
    parts: tuple[Part, ...]


def sort(claims: Sequence[Claim]) -> Sorted:
    """Sort claims by what they are of.

    Same words, same thing, with three exceptions. Where neither place nor date is said, persons, families and vehicles are the
    same only within one text, and anything else stands alone: six hours of waiting are not those of another road. A
    part told in the words of its whole (*36,000 people, 30,487 of them*) is something else than the whole. And nobody
    gives two figures for one thing in one text: where one voice does, its words do not tell the two apart, and each of
    them stands alone.
    """
    things = [_within_its_text(thing_of(claim), claim) for claim in claims]
    wholes = _wholes(claims)
    for place, whole in wholes.items():
        if things[place] == things[whole]:
            things[place] = _alone(things[place], claims[place])
    several = _several(claims, things)
    for place in several:
        things[place] = _alone(things[place], claims[place])
    parts = {Part(part=things[place], whole=things[whole], why=Why.SAID) for place, whole in wholes.items()}
    return Sorted(tuple(things), tuple(sorted(parts, key=str)))


def _wholes(claims: Sequence[Claim]) -> Mapping[int, int]:
    """For each claim that is part of another one, where that stands: the nearest before it with those words."""
    found = {}
    for place, claim in enumerate(claims):
        if claim.subset_of is None:
            continue
        same = [
            other
            for other, whole in enumerate(claims)
            if other != place and whole.file == claim.file and whole.quote == claim.subset_of
        ]
        if same:
            found[place] = min(same, key=lambda other: (abs(claims[other].span[0] - claim.span[0]), other))
    return {
        place: whole for place, whole in found.items() if claims[place].quantity == claims[whole].quantity
    }


def _several(claims: Sequence[Claim], things: Sequence[Thing]) -> Iterable[int]:
    given: dict[tuple[str, str, Thing], list[int]] = {}
    for place, (claim, thing) in enumerate(zip(claims, things, strict=True)):
        given.setdefault((claim.file, voice_of(claim), thing), []).append(place)
    for places in given.values():
        if len({(claims[place].low, claims[place].high) for place in places}) > 1:
            yield from places


def _within_its_text(thing: Thing, claim: Claim) -> Thing:
    if thing.is_located:
        return thing
    return thing.model_copy(update={"apart": claim.file}) if thing.quantity in WHOLE else _alone(thing, claim)


def _alone(thing: Thing, claim: Claim) -> Thing:
    return thing.model_copy(update={"apart": f"{claim.file}:{claim.span[0]}"})
